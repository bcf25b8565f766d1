"""Word files in an editor: updating all fields, following links, changing styles, PDF/UA.

LibreOffice does it by its own commands. It is not Word in these: in the entries of contents lists
it makes a space of the tab after a number; lists of tables and figures get a style of its own; and
7.4 has no STYLEREF, whose text stays as the file has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import page
import pikepdf
import pytest
from lxml import etree

from tests.e2e.libreoffice import drive
from tests.e2e.test_references import BODY, CSS
from tests.editions.docx.words import W
from tests.houses import make
from triplicate import html_to_docx

HOUSES = ("economic", "legal", "meeting")
NAMES = (*HOUSES, "references", "seed")
EXPORTED = ("legal", "meeting", "seed")
FIELD = re.compile(r"\s*(REF|PAGEREF|NOTEREF|SEQ|STYLEREF)\b")
# What LibreOffice 7.4 leaves out of any PDF/UA: marks around borders, the order of tabbing, ids of
# notes, the tags of links in headers.
OMITTED = {"CONTENT-TAGGING-001", "PAGE-TABS-001", "NOTE-ID-001", "LINK-LINK-TAG-001"}
# Text of letterheads that is formatted by hand.
BY_HAND = {"meeting": {"Footer": 1, "Table Text": 2, "Text body": 1}}
DEFECTS = {
    "> Second</w:t></w:r><w:r><w:tab/>": "> Sekond</w:t></w:r><w:r><w:tab/>",
    ">Second</w:t>": ">Reference</w:t>",
    'w:anchor="b" w:history="1"><w:r><w:rPr>': 'w:anchor="nowhere" w:history="1"><w:r><w:rPr>',
    '<w:r><w:t xml:space="preserve">End.': (
        '<w:r><w:rPr><w:color w:val="FF0000"/></w:rPr><w:t xml:space="preserve">End.'
    ),
}

pytestmark = [pytest.mark.e2e, pytest.mark.libreoffice, pytest.mark.uno]


@pytest.fixture(scope="module")
def documents(
    editions: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    """Word files by name."""
    folder = tmp_path_factory.mktemp("updates")
    paths = {name: make(name, folder).files["docx"] for name in HOUSES}
    paths["references"] = folder / "references.docx"
    source = f'<html lang="en"><title>Report</title><style>{CSS}</style>{BODY}'
    paths["references"].write_bytes(html_to_docx(source, css='h1 { --word-style: "Title" }'))
    paths["defects"] = planted(paths["references"], folder / "defects.docx")
    return {**paths, "seed": editions["docx"]}


def planted(docx: Path, path: Path) -> Path:
    """The document with a wrong entry, a wrong reference, a link to nowhere and a word in red."""
    with ZipFile(docx) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    text = parts["word/document.xml"].decode()
    for old, new in DEFECTS.items():
        assert old in text
        text = text.replace(old, new, 1)
    parts["word/document.xml"] = text.encode()
    with ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return path


@pytest.fixture(scope="module")
def found(documents: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What LibreOffice did and found, by task and name; of exports the PDF."""
    folder = tmp_path_factory.mktemp("driven")
    tasks = [(task, name) for task in ("update", "restyle") for name in (*NAMES, "defects")]
    exports = {name: folder / f"{name}.pdf" for name in EXPORTED}
    orders = [[task, str(documents[name])] for task, name in tasks]
    orders += [["export", str(documents[name]), str(pdf)] for name, pdf in exports.items()]
    results = drive(orders, folder)
    by_task: dict[str, Any] = {"update": {}, "restyle": {}, "export": exports}
    for (task, name), result in zip(tasks, results, strict=False):
        by_task[task][name] = result
    return by_task


def plain(text: str) -> str:
    return " ".join(text.split())


def with_fields(docx: Path) -> Iterator[str]:
    """The text of each paragraph with fields that refer or count, as the file has it."""
    with ZipFile(docx) as package:
        parts = [package.read(name) for name in package.namelist() if is_text(name)]
    for part in map(etree.fromstring, parts):
        for paragraph in part.iter(f"{W}p"):
            codes = [code.text or "" for code in paragraph.iter(f"{W}instrText")]
            codes += [str(field.get(f"{W}instr")) for field in paragraph.iter(f"{W}fldSimple")]
            styles = [str(one.get(f"{W}val")).lower() for one in paragraph.iter(f"{W}pStyle")]
            listed = any(style.startswith(("toc", "tableof")) for style in styles)
            if any(map(FIELD.match, codes)) and not listed:
                yield text_of(paragraph)


def text_of(paragraph: Any) -> str:
    """A paragraph's text with the results of its fields, blanks collapsed."""
    texts = (one.text if one.tag == f"{W}t" else " " for one in paragraph.iter(f"{W}t", f"{W}tab"))
    return plain("".join(texts))


def is_text(name: str) -> bool:
    return re.fullmatch(r"word/(document|footnotes|endnotes|header\d+)\.xml", name) is not None


@pytest.mark.parametrize("name", NAMES)
def test_fields_update_to_what_the_file_shows(
    name: str, found: dict[str, Any], documents: dict[str, Path]
) -> None:
    after = found["update"][name]["after"]
    shown = [plain(text) for part in ("text", "notes", "margins") for text in after[part]]
    for text in with_fields(documents[name]):
        assert any(text in one for one in shown), text


@pytest.mark.parametrize("name", NAMES)
def test_updating_changes_no_text_and_no_page(name: str, found: dict[str, Any]) -> None:
    before, after = (found["update"][name][when] for when in ("before", "after"))
    for part in ("pages", "text", "notes", "outline"):
        assert after[part] == before[part], part
    # The number of a page in a footer that all pages share is the one that was drawn last.
    numbers = re.compile(r"\d+")
    for old, new in zip(before["margins"], after["margins"], strict=True):
        assert numbers.sub("#", new) == numbers.sub("#", old)


@pytest.mark.parametrize("name", ["economic", "meeting", "references"])
def test_updated_contents_lists_are_those_of_the_file(name: str, found: dict[str, Any]) -> None:
    """The entries, their styles and leaders, and the page numbers that LibreOffice prints."""
    before, after = (found["update"][name][when]["lists"] for when in ("before", "after"))
    assert len(before) == len(after) > 0
    for old, new in zip(before, after, strict=True):
        entries = [entry for entry in old if entry["text"]]
        assert [plain(entry["text"]) for entry in new] == [plain(one["text"]) for one in entries]
        assert [entry["leader"] for entry in new] == [entry["leader"] for entry in entries]
        styles = [one["style"].replace("table of figures", "Figure Index 1") for one in entries]
        assert [entry["style"] for entry in new] == styles


@pytest.mark.parametrize("name", ["economic", "meeting", "references"])
def test_entries_lead_to_where_they_led_and_name_that_page(
    name: str, found: dict[str, Any]
) -> None:
    before, after = (found["update"][name][when]["links"] for when in ("before", "after"))
    listed = [(old, new) for old, new in zip(before, after, strict=True) if old["listed"]]
    assert listed
    for old, new in listed:
        title, number = new["text"].rsplit("\t", 1)
        assert new["landed"] == old["landed"] == plain(title)
        assert number in (str(new["page"]), "i")


@pytest.mark.parametrize("name", ["economic", "legal", "meeting", "references"])
def test_links_lead_to_what_the_file_names(
    name: str, found: dict[str, Any], documents: dict[str, Path]
) -> None:
    places = bookmarks(documents[name])
    for link in found["update"][name]["before"]["links"]:
        if link["address"].startswith("#"):
            assert link["landed"].endswith(places[link["address"][1:]])
            assert places[link["address"][1:]]
        else:
            assert link["address"] == "https://example.org/"


def bookmarks(docx: Path) -> dict[str, str]:
    """The text of the paragraph in which each bookmark begins."""
    with ZipFile(docx) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    return {
        str(mark.get(f"{W}name")): text_of(text)
        for text in body.iter(f"{W}p")
        for mark in text.iter(f"{W}bookmarkStart")
    }


@pytest.mark.parametrize("name", [*HOUSES, "seed"])
def test_the_navigator_shows_the_outline_of_the_pdf(
    name: str, found: dict[str, Any], documents: dict[str, Path]
) -> None:
    """But for the document's title and those of contents lists; Word numbers, PDFs may not."""
    with pikepdf.open(documents[name].with_suffix(".pdf")) as pdf, pdf.open_outline() as bookmarks:
        _, *titles = (plain(one.title) for top in bookmarks.root for one in flat(top))
    wanted = [title for title in titles if title not in ("Contents", "Tables", "Figures")]
    outline = [text for _, text in found["update"][name]["before"]["outline"]]
    assert outline
    for ours, theirs in zip(outline, wanted, strict=True):
        assert ours.endswith(theirs.removeprefix("- "))


def flat(item: Any) -> Iterator[Any]:
    yield item
    for child in item.children:
        yield from flat(child)


@pytest.mark.parametrize("name", NAMES)
def test_a_change_of_a_style_reaches_all_of_its_paragraphs(
    name: str, found: dict[str, Any]
) -> None:
    """Its colour, font and size; nothing beside the style stands in the way."""
    missed = {style: len(texts) for style, texts in found["restyle"][name].items() if texts}
    assert missed == BY_HAND.get(name, {})
    assert "Text body" in found["restyle"][name]
    assert any(style.startswith("Heading") for style in found["restyle"][name])


@pytest.mark.parametrize("name", EXPORTED)
def test_the_export_to_pdf_ua_lacks_nothing_that_the_file_should_have(
    name: str, found: dict[str, Any]
) -> None:
    """Title, language, headings, header cells, texts of pictures."""
    failures = page.validate_pdf(found["export"][name], profile="ua1").failures
    rules = {failure.rule_id.removeprefix("PDFUA1-") for failure in failures}
    assert rules <= OMITTED


def test_planted_defects_are_seen(found: dict[str, Any], documents: dict[str, Path]) -> None:
    before, after = (found["update"]["defects"][when] for when in ("before", "after"))
    old, new = ([entry["text"] for entry in state["lists"][0]] for state in (before, after))
    assert "2. Sekond\t3" in old
    assert "2. Second\t3" in new
    (reference,) = (one for one in with_fields(documents["defects"]) if "see Reference" in one)
    assert not any(reference in plain(text) for text in after["text"])
    (lost,) = (link for link in before["links"] if link["address"] == "#nowhere")
    assert lost["landed"] not in bookmarks(documents["defects"]).values()
    assert found["restyle"]["defects"]["Text body"] == ["End."]
