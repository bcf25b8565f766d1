"""Word files of web pages before other programs: pandoc's view of them, and LibreOffice's."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, seed, settings
from lxml import etree

import triplicate
from tests.e2e.ecma_schemas import schema_faults
from tests.e2e.libreoffice import convert
from tests.e2e.validators import DOCX_VALIDATORS
from tests.editions.docx.nesting import BODIES
from tests.test_webpages import BAD, NESTED

pytestmark = pytest.mark.e2e

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HTML = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>All of it</title>
<style>
h1 { counter-increment: h1; counter-reset: h2 }
h2 { counter-increment: h2 }
h1::before { content: counter(h1) ". " } h2::before { content: counter(h1) "." counter(h2) " " }
.footnote { float: footnote }
body { counter-reset: h1 }
@page { @bottom-center { content: counter(page) " of " counter(pages) } }
</style></head><body>
<h1 id="a">First things</h1>
<p>Text with <em>words</em>, a <a href="https://example.org/x?y=1&amp;z">link</a> and
<a href="#b">another</a>, and a note<span class="footnote">What stands below.</span>.</p>
<h2>Lists</h2>
<ol><li>one</li><li>two<ol type="a"><li>deep</li><li>deeper</li></ol></li><li>three</li></ol>
<p>Between.</p>
<ol start="4"><li>four</li><li><p>five</p><p>more of five</p></li></ol>
<ul><li>dot<ul><li>ring</li></ul></li><li>dot</li></ul>
<h2>Tables</h2>
<table><caption>Numbers</caption><thead><tr><th scope="col">Name</th><th scope="col">Sum</th></tr>
</thead><tbody><tr><td>x</td><td>1</td></tr><tr><td>y <b>z</b></td><td>2</td></tr>
<tr><td colspan="2">all</td></tr></tbody></table>
<h1 id="b">Second things</h1>
<blockquote><p>Quoted.</p></blockquote>
<p>Another note<span class="footnote">The second, with <a href="https://example.org/n">a
link</a>.</span></p>
</body></html>
"""


@pytest.fixture(scope="module")
def docx(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "page.docx"
    path.write_bytes(triplicate.html_to_docx(HTML))
    return path


def pandoc(source: str | Path, reader: str) -> dict[str, Any]:
    """Pandoc's AST."""
    given, files = (source, []) if isinstance(source, str) else (None, [str(source)])
    done = subprocess.run(
        ["pandoc", "-f", reader, "-t", "json", *files],
        input=given,
        capture_output=True,
        text=True,
        check=True,
    )
    tree: dict[str, Any] = json.loads(done.stdout)
    return tree


def nodes(tree: Any, *kinds: str) -> Iterator[Any]:
    """The contents of all nodes of some kinds, in document order."""
    if isinstance(tree, list):
        for one in tree:
            yield from nodes(one, *kinds)
    elif isinstance(tree, dict):
        if tree.get("t") in kinds:
            yield tree
        yield from nodes(tree.get("c"), *kinds)


def text(tree: Any) -> str:
    """The words of a part of the tree, without those of notes."""
    if isinstance(tree, list):
        return "".join(map(text, tree))
    if not isinstance(tree, dict) or tree["t"] == "Note":
        return ""
    if tree["t"] in ("Space", "SoftBreak"):
        return " "
    if tree["t"] == "Span" and "footnote" in tree["c"][0][1]:
        return ""
    content = tree.get("c", "")
    return content if tree["t"] == "Str" else text(content)


def headings(tree: dict[str, Any]) -> list[tuple[int, str]]:
    return [(node["c"][0], text(node["c"][2])) for node in nodes(tree["blocks"], "Header")]


def lists(tree: Any) -> list[Any]:
    """The lists on one level: kind, start, style, and each item's first paragraph and lists.

    The first alone: in Word files, its own too, pandoc takes the next ones out of the list.
    """
    found: list[Any] = []
    for block in tree:
        if block["t"] == "BulletList":
            found.append(("bullets", [(first_text(item), lists(item)) for item in block["c"]]))
        elif block["t"] == "OrderedList":
            (start, style, _), items = block["c"]
            content = [(first_text(item), lists(item)) for item in items]
            found.append((start, style["t"].replace("DefaultStyle", "Decimal"), content))
    return found


def first_text(blocks: Any) -> str:
    return next(text(block) for block in blocks if block["t"] in ("Para", "Plain"))


def rows(tree: dict[str, Any]) -> list[list[list[str]]]:
    """For each table its head and body rows as texts of cells."""
    found = []
    for table in nodes(tree["blocks"], "Table"):
        head, bodies = table["c"][3], table["c"][4]
        table_rows = [*head[1], *(row for body in bodies for row in [*body[2], *body[3]])]
        found.append([[text(cell[4]) for cell in row[1]] for row in table_rows])
    return found


def head_rows(tree: dict[str, Any]) -> list[int]:
    return [len(table["c"][3][1]) for table in nodes(tree["blocks"], "Table")]


def links(tree: dict[str, Any]) -> list[tuple[str, str]]:
    found = [(text(node["c"][1]), node["c"][2][0]) for node in nodes(tree["blocks"], "Link")]
    return [(words, "#" if target.startswith("#") else target) for words, target in found]


def notes(tree: dict[str, Any]) -> list[str]:
    # The full stop after the note's own number is the style sheet's, not the HTML's.
    found = [text(node["c"]).removeprefix(". ") for node in nodes(tree["blocks"], "Note")]
    spans = (node["c"] for node in nodes(tree["blocks"], "Span"))
    return found + [text(inner) for attributes, inner in spans if "footnote" in attributes[1]]


@pytest.fixture(scope="module")
def asts(docx: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """What pandoc reads in the HTML and in the Word file."""
    return pandoc(HTML, "html"), pandoc(docx, "docx")


@pytest.mark.tools("pandoc")
@pytest.mark.parametrize("part", [headings, rows, head_rows, links, notes])
def test_pandoc_reads_the_same_in_both(part: Any, asts: tuple[dict[str, Any], ...]) -> None:
    html, word = map(part, asts)
    assert html
    assert word == html


@pytest.mark.tools("pandoc")
def test_pandoc_reads_the_same_lists(asts: tuple[dict[str, Any], ...]) -> None:
    html, word = (lists(tree["blocks"]) for tree in asts)
    assert len(html) == 3
    assert word == html


@pytest.mark.parametrize("validator", DOCX_VALIDATORS)
def test_the_validator_finds_nothing(validator: str, docx: Path) -> None:
    assert DOCX_VALIDATORS[validator](docx) == []


def test_every_part_follows_the_standard_schemas(docx: Path) -> None:
    assert schema_faults(docx) == []


@pytest.fixture(scope="module")
def resaved(docx: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The parts of the Word file as LibreOffice opens and saves it."""
    folder = tmp_path_factory.mktemp("resaved")
    with ZipFile(convert(docx, folder, "docx:MS Word 2007 XML")) as archive:
        names = [name for name in archive.namelist() if name.endswith(".xml")]
        return {name: etree.fromstring(archive.read(name)) for name in names}


@pytest.mark.libreoffice
def test_headings_survive_libreoffice_as_headings_with_numbers(resaved: dict[str, Any]) -> None:
    styles = {style.get(f"{W}styleId"): style for style in resaved["word/styles.xml"]}
    names = [e.get(f"{W}val") for e in resaved["word/document.xml"].iter(f"{W}pStyle")]
    found = [styles[name] for name in names if name.startswith("Heading")]
    levels = [style.find(f"{W}pPr/{W}outlineLvl").get(f"{W}val") for style in found]
    assert levels == ["0", "1", "1", "0"]
    numbers = [style.find(f"{W}pPr/{W}numPr/{W}ilvl").get(f"{W}val") for style in found]
    assert numbers == levels


@pytest.mark.libreoffice
def test_lists_tables_and_notes_survive_libreoffice(resaved: dict[str, Any]) -> None:
    body = resaved["word/document.xml"]
    assert len(list(body.iter(f"{W}tbl"))) == 1
    assert len(list(body.iter(f"{W}tblHeader"))) == 1
    assert len(list(body.iter(f"{W}footnoteReference"))) == 2
    shown = " ".join("".join(resaved["word/footnotes.xml"].itertext()).split())
    assert "What stands below." in shown
    assert len(list(body.iter(f"{W}hyperlink"))) >= 2


@pytest.mark.libreoffice
def test_fields_survive_libreoffice(resaved: dict[str, Any]) -> None:
    footers = [part for name, part in resaved.items() if re.search("footer", name)]
    codes = " ".join(e.text or "" for part in footers for e in part.iter(f"{W}instrText"))
    simple = [e.get(f"{W}instr") for part in footers for e in part.iter(f"{W}fldSimple")]
    assert "PAGE" in " ".join([codes, *simple])
    assert "NUMPAGES" in " ".join([codes, *simple])


@pytest.mark.libreoffice
def test_libreoffice_shows_the_numbers_of_the_page(docx: Path, tmp_path: Path) -> None:
    shown = convert(docx, tmp_path, "txt:Text (encoded):UTF8").read_text(encoding="utf-8-sig")
    lines = [" ".join(line.split()) for line in shown.splitlines()]
    wanted = ["1. First things", "1.1 Lists", "1. one", "2. two", "a. deep", "b. deeper"]
    wanted += ["3. three", "4. four", "5. five", "1.2 Tables"]
    wanted += ["2. Second things"]
    assert [line for line in lines if line in wanted] == wanted


NUMBERED = """<html lang="en"><style>
body { counter-reset: para } h1 { counter-increment: h1; counter-reset: in }
h1::before { content: counter(h1, upper-roman) ". " }
.p { counter-increment: para; --word-style: "Numbered" } .p::before { content: counter(para) ") " }
.q { counter-increment: in } .q::before { content: counter(h1) "." counter(in) " " }
</style><h1>a</h1><p class="p">b</p><p>c</p><p class="q">d</p><h1>e</h1><p class="p">f</p>
<p class="q">g</p><p class="q">h</p><ol reversed><li>i</li><li>j</li></ol>
<ol style="list-style-type: lower-greek"><li>k</li><li>l</li></ol>"""


@pytest.mark.libreoffice
def test_libreoffice_shows_the_numbers_of_paragraphs(tmp_path: Path) -> None:
    path = tmp_path / "numbered.docx"
    path.write_bytes(triplicate.html_to_docx(NUMBERED))
    shown = convert(path, tmp_path, "txt:Text (encoded):UTF8").read_text(encoding="utf-8-sig")
    wanted = ["I. a", "1) b", "c", "1.1 d", "II. e", "2) f", "2.1 g", "2.2 h"]
    wanted += ["2. i", "1. j", "α. k", "β. l"]
    assert [" ".join(line.split()) for line in shown.splitlines() if line.strip()] == wanted


CLAUSES = """<html lang="en"><style>
ol { list-style: none; counter-reset: c; padding: 0 } li { counter-increment: c }
li::before { content: counters(c, ".") " " } .abc { counter-reset: d }
.abc > li { counter-increment: d } .abc > li::before { content: "(" counter(d, lower-alpha) ") " }
body { counter-reset: h } h2 { counter-increment: h; counter-reset: i }
h2::before { content: counter(h) " " } h3 { counter-increment: i }
h3::before { content: counter(h) "." counter(i) " " } .same { counter-increment: h 0 }
</style><h2 class="same">Contents</h2><h2>First</h2><h3>Inner</h3>
<ol><li>A<ol><li>B<ol class="abc"><li>C<li>D</ol><li>E<ol><li>F<li>G</ol></ol><li>H</ol>
<p style="display: list-item">J</p>"""


@pytest.mark.libreoffice
def test_libreoffice_shows_the_numbers_of_clauses(tmp_path: Path) -> None:
    path = tmp_path / "clauses.docx"
    path.write_bytes(triplicate.html_to_docx(CLAUSES))
    shown = convert(path, tmp_path, "txt:Text (encoded):UTF8").read_text(encoding="utf-8-sig")
    wanted = ["0 Contents", "1 First", "1.1 Inner", "1 A", "1.1 B", "(a) C", "(b) D", "1.2 E"]
    wanted += ["1.2.1 F", "1.2.2 G", "2 H", "• J"]
    assert [" ".join(line.split()) for line in shown.splitlines() if line.strip()] == wanted


@pytest.mark.libreoffice
def test_character_styles_keep_their_look_in_tables_in_libreoffice(tmp_path: Path) -> None:
    path = tmp_path / "cells.docx"
    cell = '<td><a href="https://example.org/">link</a> <code>code</code></td>'
    css = "a { color: #0000ff } code { font-family: DejaVu Sans Mono } body { color: #222222 }"
    path.write_bytes(triplicate.html_to_docx(f"<table><tr>{cell}</tr></table>", css))
    with ZipFile(convert(path, tmp_path, "docx:MS Word 2007 XML")) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    looks = {run.findtext(f"{W}t"): run.findall(f"{W}rPr/*") for run in body.iter(f"{W}r")}
    for words in ("link", "code"):
        stated = {child.tag.rpartition("}")[2] for child in looks[words]}
        assert "rStyle" in stated
        assert not {"color", "rFonts"} & stated


BLOCKS = """<html lang="en"><style>h1 span { display: block } kbd { border: 1px solid }
.skip { position: absolute; left: -9999px } .card { display: inline-block }</style>
<a class="skip" href="#main">Skip</a><h1><span>Title</span><span>Subtitle</span></h1>
<a href="https://example.org/"><h2 id="main">Linked</h2><p>block</p></a>
<p><label><input type="checkbox" checked>Yes</label> <input value="Given"> <kbd>Esc</kbd></p>
<div><div class="card">A<p>a</p></div><div class="card">B<p>b</p></div></div>"""


@pytest.mark.libreoffice
def test_blocks_in_headings_links_and_lines_survive_libreoffice(tmp_path: Path) -> None:
    path = tmp_path / "blocks.docx"
    path.write_bytes(triplicate.html_to_docx(BLOCKS))
    for validator in ("zip and XML", "openxml-audit"):
        assert DOCX_VALIDATORS[validator](path) == []
    with ZipFile(convert(path, tmp_path, "docx:MS Word 2007 XML")) as archive:
        parts = ("word/document.xml", "word/styles.xml")
        body, styles = (etree.fromstring(archive.read(part)) for part in parts)
    shown = []
    for paragraph in body.iter(f"{W}p"):
        (style,) = (e.get(f"{W}val") for e in paragraph.iterfind(f"{W}pPr/{W}pStyle"))
        pieces = (" " if e.tag == f"{W}br" else e.text for e in paragraph.iter(f"{W}t", f"{W}br"))
        shown.append((style, "".join(piece or "" for piece in pieces)))
    assert shown[:4] == [
        ("Heading1", "Title Subtitle"),
        ("Heading2", "Linked"),
        ("BodyText", "block"),
        ("BodyText", "\u2612Yes Given Esc"),
    ]
    assert [text for _, text in shown[4:] if text] == ["A", "a", "B", "b"]
    assert len(list(body.iter(f"{W}tc"))) == 2
    linked = [
        "".join(e.text or "" for e in link.iter(f"{W}t")) for link in body.iter(f"{W}hyperlink")
    ]
    assert linked == ["Linked", "block"]
    keyboard = {
        style.get(f"{W}styleId")
        for style in styles.iter(f"{W}style")
        if style.find(f"{W}rPr/{W}bdr") is not None
    }
    assert keyboard == {"Keyboard"}
    framed = [
        run.findtext(f"{W}t")
        for run in body.iter(f"{W}r")
        if run.find(f".//{W}bdr") is not None
        or any(used.get(f"{W}val") in keyboard for used in run.iter(f"{W}rStyle"))
    ]
    assert framed == ["Given", "Esc"]


@pytest.mark.parametrize("name", [*BAD, *NESTED])
def test_bad_input_gives_a_valid_file(name: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.docx"
    path.write_bytes(triplicate.html_to_docx((BAD | NESTED)[name]))
    for validator in ("zip and XML", "openxml-audit"):
        assert DOCX_VALIDATORS[validator](path) == []


@pytest.mark.libreoffice
@pytest.mark.parametrize("name", ["tables", "boxes", "quotations with lists"])
def test_libreoffice_opens_deep_nesting(name: str, tmp_path: Path) -> None:
    path = tmp_path / "deep.docx"
    path.write_bytes(triplicate.html_to_docx(NESTED[name]))
    assert convert(path, tmp_path, "pdf").stat().st_size > 1000


@pytest.mark.libreoffice
def test_libreoffice_opens_what_bad_input_gave(tmp_path: Path) -> None:
    path = tmp_path / "bad.docx"
    names = ["control characters", "unknown elements", "empty table and list"]
    names += ["wrong start", "long word", "many columns"]
    path.write_bytes(triplicate.html_to_docx("".join(BAD[name] for name in names)))
    assert convert(path, tmp_path, "pdf").stat().st_size > 1000


def test_random_nestings_give_valid_files(tmp_path: Path) -> None:
    path = tmp_path / "nested.docx"

    @given(BODIES)
    @settings(
        max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), database=None
    )
    @seed(70)
    def check(body: str) -> None:
        path.write_bytes(triplicate.html_to_docx(f"<html lang=en>{body}", machine_fonts=False))
        faults = [fault for validator in DOCX_VALIDATORS.values() for fault in validator(path)]
        assert faults == []
        assert schema_faults(path) == []

    check()
