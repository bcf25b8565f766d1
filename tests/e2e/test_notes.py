"""Notes in other programs: LibreOffice shows the numbers of the PDF, and keeps their settings."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree

import triplicate
from tests.e2e.conftest import page_texts, run
from tests.e2e.ecma_schemas import schema_faults
from tests.e2e.libreoffice import convert, print_to_pdf
from tests.e2e.test_webpages import nodes, pandoc, text
from tests.e2e.validators import DOCX_VALIDATORS
from tests.editions.docx.words import W, faces, page, styled
from triplicate.diagnostics import Diagnostics
from triplicate.editions.docx.lower import lower
from triplicate.editions.docx.package import pack
from triplicate.layout import engine
from triplicate.layout.facts import read_facts

pytestmark = pytest.mark.e2e

CSS = ".n { float: footnote } h2 { break-before: page } "
NOTE = '<span class="n">Note.</span>'
CHAPTERS = "".join(
    f"<h2>Chapter</h2><p>called{NOTE} called{NOTE}</p><p>called{NOTE}</p>" for _ in range(3)
)
CASES = {
    "each page": "@page { counter-reset: footnote }",
    "each section": "h2 { counter-reset: footnote }",
    "a start": "body { counter-reset: footnote 6 }",
    "roman": ".n::footnote-call { content: counter(footnote, lower-roman) }",
    "signs": "@counter-style sign { system: symbolic; symbols: '*' '†' '‡' '§' }"
    ".n::footnote-call { content: counter(footnote, sign) }",
    "marks": ".n::footnote-call { content: counter(footnote, lower-greek) }",
    "marks by page": "@page :left { counter-reset: footnote }",
}


def files(body: str, css: str, folder: Path) -> tuple[Path, Path]:
    """A document as Word file and as PDF."""
    tree = styled(page(body), css)
    document = lower(tree, faces(), Diagnostics())
    pages = engine.paginate(tree)
    facts = read_facts(pages, tree)
    docx, pdf = folder / "notes.docx", folder / "wanted.pdf"
    docx.write_bytes(pack(document, lambda: facts))
    pdf.write_bytes(pages.write_pdf())
    return docx, pdf


def called(pdf: Path) -> list[list[str]]:
    """The marks of the notes that each page calls."""
    return [re.findall(r"called ?(\S+)", text) for text in page_texts(pdf)]


def root_of(path: Path, part: str = "word/document.xml") -> Any:
    with ZipFile(path) as archive:
        return etree.fromstring(archive.read(part))


@pytest.mark.libreoffice
@pytest.mark.tools("pdftotext")
@pytest.mark.parametrize("case", CASES)
def test_libreoffice_shows_the_numbers_of_the_pdf(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FONTCONFIG_FILE", raising=False)
    docx, pdf = files(CHAPTERS, CSS + CASES[case], tmp_path)
    if case == "each section":
        # It restarts with chapters, and counts them when a file of its own is opened.
        docx = convert(docx, tmp_path, "odt")
    wanted = called(pdf)
    assert [len(marks) for marks in wanted] == [3, 3, 3]
    assert called(print_to_pdf(docx, tmp_path)) == wanted


@pytest.mark.parametrize("case", CASES)
def test_every_part_follows_the_standard_schemas(case: str, tmp_path: Path) -> None:
    docx, _ = files(CHAPTERS, CSS + CASES[case], tmp_path)
    assert schema_faults(docx) == []


@pytest.mark.libreoffice
@pytest.mark.parametrize(
    ("case", "restart"), [("each page", "eachPage"), ("each section", "eachSect")]
)
def test_numbers_still_begin_anew_after_libreoffice(
    case: str, restart: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FONTCONFIG_FILE", raising=False)
    docx, _ = files(CHAPTERS, CSS + CASES[case], tmp_path)
    (tmp_path / "again").mkdir()
    again = convert(docx, tmp_path / "again", "docx")
    body = root_of(again)
    parts = (body, root_of(again, "word/settings.xml"))
    found = [node.get(f"{W}val") for part in parts for node in part.iter(f"{W}numRestart")]
    assert restart in found
    assert len(list(body.iter(f"{W}footnoteReference"))) == 9


MARKDOWN = """
# First

Text[^a] and *more*[^b] of it.

# Second

Text[^c], and the end.

[^a]: A note with [a link](https://example.org/).

[^b]: Its first paragraph.

    And its second.

[^c]: The last, with **weight**.
"""


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A page whose notes are links to a list at its end, and its Word file."""
    folder = tmp_path_factory.mktemp("linked")
    paths = {name: folder / f"linked.{name}" for name in ("md", "html", "docx")}
    paths["md"].write_text(MARKDOWN)
    run("pandoc", "-s", "--metadata", "title=Notes", "-o", paths["html"], paths["md"])
    assert 'role="doc-noteref"' in paths["html"].read_text()
    paths["docx"].write_bytes(triplicate.html_to_docx(paths["html"].read_bytes()))
    return paths


def notes(tree: dict[str, Any]) -> list[list[str]]:
    """The paragraphs of each note."""
    found = nodes(tree["blocks"], "Note")
    return [[text(paragraph).strip() for paragraph in note["c"]] for note in found]


@pytest.mark.tools("pandoc")
def test_pandoc_reads_the_notes_that_it_wrote_as_links(linked: dict[str, Path]) -> None:
    written, read = pandoc(linked["md"], "markdown"), pandoc(linked["docx"], "docx")
    assert len(notes(written)) == 3
    assert notes(read) == notes(written)
    bodies = [[text(block) for block in tree["blocks"]] for tree in (written, read)]
    assert [body for body in bodies[1] if body != "Notes"] == bodies[0]


@pytest.mark.tools("pandoc")
@pytest.mark.parametrize("validator", DOCX_VALIDATORS)
def test_the_validator_finds_nothing_in_linked_notes(
    validator: str, linked: dict[str, Path]
) -> None:
    assert DOCX_VALIDATORS[validator](linked["docx"]) == []


@pytest.mark.tools("pandoc")
def test_linked_notes_follow_the_standard_schemas(linked: dict[str, Path]) -> None:
    assert schema_faults(linked["docx"]) == []


@pytest.mark.libreoffice
@pytest.mark.tools("pandoc", "pdftotext")
def test_libreoffice_shows_linked_notes_with_the_numbers_of_the_page(
    linked: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FONTCONFIG_FILE", raising=False)
    shown = " ".join(page_texts(print_to_pdf(linked["docx"], tmp_path)))
    for words in ("Text1 and more2 of it", "Text3, and", "A note with a link", "And its second"):
        assert words in shown
    (tmp_path / "again").mkdir()
    again = convert(linked["docx"], tmp_path / "again", "docx")
    assert len(list(root_of(again).iter(f"{W}endnoteReference"))) == 3
    kept = " ".join(root_of(again, "word/endnotes.xml").itertext())
    assert "The last, with" in kept


@pytest.mark.libreoffice
@pytest.mark.tools("pdftotext")
def test_libreoffice_shows_the_notes_of_captions_and_footers_where_they_are_called(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FONTCONFIG_FILE", raising=False)
    note = '<span class="n">Note-of-{}.</span>'
    body = (
        f"<table><caption>called{note.format('caption')}</caption><tfoot><tr><td>"
        f"called{note.format('footer')}</td></tr></tfoot><tbody><tr><td>"
        f"called{note.format('body')}</td></tr></tbody></table><p>called{note.format('text')}</p>"
    )
    docx, pdf = files(body, CSS, tmp_path)
    printed = print_to_pdf(docx, tmp_path)
    order = [re.findall(r"Note-of-\w+", page_texts(path)[0]) for path in (printed, pdf)]
    assert order[0] == [f"Note-of-{name}" for name in ("caption", "body", "footer", "text")]
    assert called(printed) == called(pdf)
