"""Books in the Word edition, as LibreOffice shows them and saves them again.

A cover without headers, roman front matter with a contents list, chapters that count pages anew,
with their names in mirrored headers, and a landscape annex; and the same from right to left.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import ZipFile

import pytest
from lxml import etree

from tests.e2e.conftest import page_texts, run
from tests.e2e.ecma_schemas import schema_faults
from tests.e2e.libreoffice import convert, print_to_pdf
from tests.e2e.validators import DOCX_VALIDATORS
from tests.editions.docx.words import W, faces, page, styled
from triplicate.diagnostics import Diagnostics
from triplicate.editions.docx import write
from triplicate.layout import engine
from triplicate.layout.facts import LayoutFacts, read_facts

pytestmark = pytest.mark.e2e

CSS = """
@page { size: 300pt 420pt; margin: 60pt 40pt; font: 7pt/9pt Literata;
  @bottom-center { content: "folio " counter(page) } }
@page :left { margin-left: 40pt; margin-right: 60pt; @top-left { content: string(chapter) } }
@page :right { margin-left: 60pt; margin-right: 40pt; @top-right { content: string(chapter) } }
@page cover { margin: 50pt; @top-left { content: none } @top-right { content: none }
  @bottom-center { content: none } }
@page front { @bottom-center { content: "folio " counter(page, lower-roman) } }
@page :nth(1 of front) { counter-reset: page 1 }
@page :nth(1 of main) { counter-reset: page 1 }
@page wide { size: 420pt 300pt; margin: 50pt;
  @top-left { content: string(chapter) } @top-right { content: "Annex of " counter(pages) } }
body { counter-reset: chapter figure }
.cover { page: cover } .front { page: front; break-before: recto }
.main { page: main; break-before: recto } .annex { page: wide }
h2 { break-before: page; string-set: chapter content() }
.main h2 { counter-increment: chapter } .main h2::before { content: counter(chapter) ". " }
nav ol { list-style: none; padding: 0; margin: 0 } nav ol ol { padding-left: 20pt }
nav a { color: black; text-decoration: none }
.toc a::before { content: target-text(attr(href url), before) " " }
nav a::after { content: leader(".") target-counter(attr(href url), page) }
nav a.roman::after { content: leader(".") target-counter(attr(href url), page, lower-roman) }
figure { margin: 0 } figcaption { counter-increment: figure }
figcaption::before { content: "Figure " counter(figure) ": " }
.box { border: 1pt solid #003366; background: #eef4fa; padding: 8pt }
.draft.second { top: 0; bottom: auto; color: #ffee99 }
.draft { position: fixed; right: 0; bottom: 0; font: bold 30pt/30pt Literata; color: #ffcc00 }
"""
BODY = """
<div class="draft">DRAFT</div><div class="draft second">Copy</div>
<section class="cover"><h1>Report</h1></section>
<section class="front"><h2 id="f">Foreword</h2><p>Words.</p>
<nav class="toc" style="break-before: page"><h3>Contents</h3><ol>
<li><a class="roman" href="#f">Foreword</a></li><li><a href="#a">Alpha</a></li>
<li><a href="#b">Beta</a></li><li><a href="#x">Tables</a></li></ol></nav>
<nav class="lof"><h3>Figures</h3><ol><li><a href="#g">Figure 1: A plan</a></li></ol></nav></section>
<section class="main"><h2 id="a">Alpha</h2><p>First.</p><p style="break-before: page">Second.</p>
<h2 id="b">Beta</h2><figure><p>Drawing</p><figcaption id="g">A plan</figcaption></figure></section>
<section class="annex"><h2 id="x">Tables</h2><p>Wide.</p></section>
<section class="main box"><p>Upright</p><div class="annex"><p>Broad</p></div><p>Again</p></section>
"""
RTL = """
@page { size: 300pt 400pt; margin: 50pt; font: 8pt/10pt "DejaVu Sans";
  @top-left { content: "LEFT" } @top-right { content: "RIGHT" } }
html { font: 10pt/16pt "DejaVu Sans" }
ol { padding: 0; padding-inline-start: 30pt } h2 { counter-increment: h }
h2::before { content: counter(h) ". " }
nav ol { list-style: none; padding: 0 } nav a { color: black; text-decoration: none }
nav a::before { content: target-text(attr(href url), before) " " }
nav a::after { content: leader(".") target-counter(attr(href url), page) }
table { width: 100%; table-layout: fixed } td { border: 1pt solid }
"""
RTL_BODY = """
<nav><ol><li><a href="#a">שלום</a></li></ol></nav><h2 id="a">שלום</h2><p>START שלום עולם</p>
<ol><li>ITEM</li><li>פריט</li></ol>
<table><tr><td>ONE</td><td>TWO</td></tr></table>
"""


class Files(NamedTuple):
    """A document as a Word file, as our PDF, as LibreOffice's, and as LibreOffice saves it."""

    docx: Path
    pdf: Path
    printed: Path
    saved: Path


def files(folder: Path, html: str, css: str) -> Files:
    tree, diagnostics = styled(html, css), Diagnostics()
    pages: list[Any] = []

    def facts() -> LayoutFacts:
        pages.append(engine.paginate(tree))
        return read_facts(pages[0], tree)

    docx, pdf = folder / "book.docx", folder / "ours.pdf"
    docx.write_bytes(write(tree, faces(), diagnostics, facts))
    pdf.write_bytes((pages or [engine.paginate(tree)])[0].write_pdf())
    assert not list(diagnostics)
    with pytest.MonkeyPatch.context() as environment:
        environment.delenv("FONTCONFIG_FILE", raising=False)
        for name in ("printed", "saved"):
            (folder / name).mkdir()
        printed = print_to_pdf(docx, folder / "printed")
        return Files(docx, pdf, printed, convert(docx, folder / "saved", "docx"))


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Files:
    return files(tmp_path_factory.mktemp("book"), page(BODY), CSS)


@pytest.fixture(scope="module")
def hebrew(tmp_path_factory: pytest.TempPathFactory) -> Files:
    return files(tmp_path_factory.mktemp("rtl"), page(RTL_BODY, 'lang="he" dir="rtl"'), RTL)


def printed_pages(pdf: Path) -> list[str]:
    """The text of the pages; those that printers leave empty before a right page are none."""
    pages = (re.sub("DRAFT|Copy", "", text) for text in page_texts(pdf))
    return [
        " ".join(text.split()) for text in pages if not re.fullmatch(r"\s*(folio \w+)?\s*", text)
    ]


@pytest.mark.parametrize("validator", DOCX_VALIDATORS)
def test_the_validator_finds_nothing(validator: str, book: Files, hebrew: Files) -> None:
    for found in (book, hebrew):
        assert DOCX_VALIDATORS[validator](found.docx) == []


def test_every_part_follows_the_standard_schemas(book: Files, hebrew: Files) -> None:
    for found in (book, hebrew):
        assert schema_faults(found.docx) == []


FIRST_WORDS = ["Report", "Foreword", "Contents", "First.", "Second.", "Drawing", "Wide."]
FIRST_WORDS += ["Upright", "Broad", "Again"]


@pytest.mark.libreoffice
@pytest.mark.tools("pdftotext")
def test_all_is_on_the_same_pages(book: Files) -> None:
    for pdf in (book.pdf, book.printed):
        pages = printed_pages(pdf)
        found = [next(n for n, text in enumerate(pages) if word in text) for word in FIRST_WORDS]
        assert found == [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]


@pytest.mark.libreoffice
@pytest.mark.tools("pdftotext")
def test_pages_have_the_same_folios(book: Files) -> None:
    for pdf in (book.pdf, book.printed):
        folios = [re.findall(r"folio (\w+)", text) for text in printed_pages(pdf)]
        assert folios[:6] == [[], ["i"], ["ii"], ["1"], ["2"], ["3"]]


@pytest.mark.libreoffice
@pytest.mark.tools("pdftotext")
def test_sections_show_the_names_of_their_chapters(book: Files) -> None:
    ours, theirs = (printed_pages(pdf) for pdf in (book.pdf, book.printed))
    for shown, name in ((1, "Foreword"), (3, "Alpha"), (6, "Tables")):
        assert [text.split()[0] for text in (ours[shown], theirs[shown])] == [name] * 2
    assert "Annex of" in theirs[6]


class Word(NamedTuple):
    """A word's edges, in points from those of its page."""

    left: float
    right: float
    top: float
    page: int


def places(pdf: Path) -> dict[str, Word]:
    """Where each word stands for the first time."""
    pages = etree.fromstring(run("pdftotext", "-bbox", pdf, "-").encode(), etree.HTMLParser())
    found: dict[str, Word] = {}
    for number, sheet in enumerate(pages.iter("page")):
        for word in sheet.iter("word"):
            left, right, top = (float(word.get(name)) for name in ("xmin", "xmax", "ymin"))
            found.setdefault(word.text or "", Word(left, right, top, number))
    return found


@pytest.mark.libreoffice
@pytest.mark.tools("pdftotext")
@pytest.mark.parametrize("word", ["First.", "Second.", "Drawing", "Wide.", "Broad"])
def test_text_keeps_off_the_edges_of_its_page(word: str, book: Files) -> None:
    ours, theirs = (places(pdf)[word] for pdf in (book.pdf, book.printed))
    assert theirs.left == pytest.approx(ours.left, abs=1.5)
    assert theirs.top == pytest.approx(ours.top, abs=6)  # it centres no text in its line


@pytest.mark.libreoffice
@pytest.mark.tools("pdftoppm")
def test_the_watermark_is_where_css_puts_it(book: Files) -> None:
    ours, theirs = (inked(pdf, bytes.fromhex("FFCC00")) for pdf in (book.pdf, book.printed))
    assert theirs[0] == pytest.approx(ours[0], abs=1)
    assert theirs[1] == pytest.approx(ours[1], abs=6)  # it stretches the letters over their line


def inked(pdf: Path, color: bytes) -> tuple[float, float]:
    """The middle of what has a colour on the first page, in points."""
    done = run_bytes("pdftoppm", "-r", "72", "-f", "1", "-l", "1", "-aa", "no", pdf)
    head, size, _, dots = done.split(b"\n", 3)
    assert head == b"P6"
    width = int(size.split()[0])
    spots = [at // 3 for at in range(0, len(dots), 3) if dots[at : at + 3] == color]
    columns, rows = [spot % width for spot in spots], [spot // width for spot in spots]
    return (min(columns) + max(columns)) / 2, (min(rows) + max(rows)) / 2


def run_bytes(*command: str | Path) -> bytes:
    import subprocess

    return subprocess.run(command, capture_output=True, check=True, timeout=180).stdout


def saved(path: Path) -> dict[str, Any]:
    """The parts that LibreOffice has saved."""
    with ZipFile(path) as archive:
        names = [name for name in archive.namelist() if name.endswith(".xml")]
        return {name: etree.fromstring(archive.read(name)) for name in names}


@pytest.mark.libreoffice
def test_sections_and_fields_are_alive_after_libreoffice(book: Files) -> None:
    parts = saved(book.saved)
    sections = list(parts["word/document.xml"].iter(f"{W}sectPr"))
    shapes = [one.find(f"{W}pgSz").get(f"{W}orient", "portrait") for one in sections]
    assert shapes.count("landscape") == 2
    formats = [one.find(f"{W}pgNumType").get(f"{W}fmt") for one in sections]
    assert formats[1] == "lowerRoman"
    codes = " ".join(
        node.text or "" for part in parts.values() for node in part.iter(f"{W}instrText")
    )
    for code in ("TOC", "PAGE", "NUMPAGES", "STYLEREF 1", "SEQ Figure"):
        assert code in codes


@pytest.mark.libreoffice
@pytest.mark.tools("pdftotext")
def test_text_from_right_to_left_begins_at_the_right(hebrew: Files) -> None:
    for pdf in (hebrew.pdf, hebrew.printed):
        found = places(pdf)
        for word, edge in (("RIGHT", 250), ("START", 250), ("ITEM", 220)):
            assert found[word].right == pytest.approx(edge, abs=1)
        assert found["LEFT"].left == pytest.approx(50, abs=1)
        assert found["TWO"].right < found["ONE"].left


@pytest.mark.libreoffice
def test_sections_go_from_right_to_left_after_libreoffice(hebrew: Files) -> None:
    (section,) = saved(hebrew.saved)["word/document.xml"].iter(f"{W}sectPr")
    assert section.find(f"{W}bidi") is not None
