"""References and notes in other programs: alive after LibreOffice, and understood by pandoc."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree

from tests.e2e.conftest import page_texts, run
from tests.e2e.libreoffice import convert, print_to_pdf
from tests.e2e.printed import words
from tests.e2e.proofs import *  # noqa: F403
from tests.editions.docx.words import W, faces, page, styled
from triplicate.diagnostics import Diagnostics
from triplicate.editions.docx.lower import lower
from triplicate.editions.docx.package import pack
from triplicate.layout import engine
from triplicate.layout.facts import read_facts

pytestmark = pytest.mark.e2e

CSS = """
body { counter-reset: section figure table }
h2 { break-before: page; counter-increment: section; counter-reset: part }
h2::before { content: counter(section) ". " }
h3 { counter-increment: part } h3::before { content: counter(section) "." counter(part) " " }
nav ol { list-style: none; margin: 0; padding: 0 } nav ol ol { padding-left: 20pt }
nav a { color: black; text-decoration: none }
.toc a::before { content: target-text(attr(href url), before) " " }
nav a::after { content: leader(".") target-counter(attr(href url), page) }
figure { margin: 0 } figcaption { counter-increment: figure }
figcaption::before { content: "Figure " counter(figure) ": " }
caption { counter-increment: table; text-align: left }
caption::before { content: "Table " counter(table) ". " }
.page::after { content: " (page " target-counter(attr(href), page) ")" }
.heading::before { content: target-text(attr(href url)) }
.number::before { content: target-counter(attr(href), figure) }
.note { float: footnote } .end { position: note(ends) }
@page { @footnote { border-top: 1px solid black } @bottom-right { content: counter(page) } }
"""
BODY = """
<h1>Report</h1>
<nav class="toc"><p>Contents</p><ol>
<li><a href="#a">First <em>thing</em></a><ol><li><a href="#a1">Sub</a></li></ol></li>
<li><a href="#b">Second</a></li></ol></nav>
<nav><p>Figures</p><ol><li><a href="#f">Figure 1: A plan</a></li></ol></nav>
<h2 id="a">First <em>thing</em></h2>
<p>As <a class="page" href="#b">told below</a>, see <a class="heading" href="#b"></a> and figure
<a class="number" href="#f"></a>.<span class="note">A note with
<a href="https://example.org/">a link</a>.</span></p>
<h3 id="a1">Sub</h3><p>Text.<span class="note">The other note.</span></p>
<h2 id="b">Second</h2>
<figure><p>plan</p><figcaption id="f">A plan</figcaption></figure>
<table style="width: 100%"><caption>People</caption><tr><td>x</td></tr></table>
<p>End.<span class="end">An end note.</span></p>
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The document as Word file, with the numbers of the PDF's pages, and as PDF."""
    folder, diagnostics = tmp_path_factory.mktemp("references"), Diagnostics()
    tree = styled(page(BODY), CSS)
    document = lower(tree, faces(), diagnostics)
    pages = engine.paginate(tree)
    facts = read_facts(pages, tree)
    paths = {name: folder / f"references.{name}" for name in ("docx", "pdf")}
    paths["docx"].write_bytes(pack(document, lambda: facts))
    paths["pdf"].write_bytes(pages.write_pdf())
    assert not list(diagnostics)
    return paths


def body_of(path: Path) -> Any:
    with ZipFile(path) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


@pytest.mark.libreoffice
@pytest.mark.tools("pdftotext")
def test_libreoffice_shows_the_contents_and_references_of_the_pdf(
    files: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FONTCONFIG_FILE", raising=False)
    printed = page_texts(print_to_pdf(files["docx"], tmp_path))
    wanted = page_texts(files["pdf"])
    dots = re.compile(r"\s*\.{4,}\s*")
    assert dots.sub(" ", printed[0]) == dots.sub(" ", wanted[0])
    for told in ("told below (page 3), see Second and figure 1.", "1.1 Sub"):
        assert told in printed[1]
        assert told in wanted[1]
    assert "Figure 1: A plan" in printed[2]
    assert "Table 1. People" in printed[2]
    assert "A note with a link." in printed[1]


@pytest.mark.libreoffice
def test_fields_and_notes_are_alive_after_libreoffice(
    files: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FONTCONFIG_FILE", raising=False)
    again = convert(files["docx"], tmp_path, "docx")
    body = body_of(again)
    fields = " ".join(node.text or "" for node in body.iter(f"{W}instrText"))
    for name in ("TOC", "PAGEREF", "SEQ Figure", "SEQ Table", "REF"):
        assert name in fields
    assert len(body.findall(f".//{W}footnoteReference")) == 2
    assert len(body.findall(f".//{W}endnoteReference")) == 1


@pytest.mark.tools("pandoc")
def test_pandoc_reads_the_notes(files: dict[str, Path]) -> None:
    tree = json.loads(run("pandoc", files["docx"], "-t", "json"))
    text = json.dumps(tree)
    assert text.count('"t": "Note"') == 3


BY_CHAPTER = """
h2 { counter-increment: chapter; counter-reset: figure }
h2::before { content: counter(chapter) " " }
figcaption { counter-increment: figure }
figcaption::before { content: "Figure " counter(chapter) "-" counter(figure) " " }
.r::before {
  content: target-counter(attr(href), chapter) "-" target-counter(attr(href), figure);
}
"""


@pytest.mark.libreoffice
@pytest.mark.tools("pdftotext")
def test_libreoffice_counts_captions_by_chapter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    figure = '<figure><p>x</p><figcaption id="{}">Plan.</figcaption></figure>'
    body = "".join(f"<h2>C</h2>{figure.format(a)}{figure.format(b)}" for a, b in ("ab", "cd"))
    body += '<p>See figure <a class="r" href="#c"></a>.</p>'
    path = tmp_path / "captions.docx"
    path.write_bytes(pack(lower(styled(page(body), BY_CHAPTER), faces(), Diagnostics())))
    monkeypatch.delenv("FONTCONFIG_FILE", raising=False)
    (text,) = page_texts(print_to_pdf(path, tmp_path))
    assert re.findall(r"Figure (\S+) Plan", text) == ["1-1", "1-2", "2-1", "2-2"]
    assert "See figure 2-1." in text
    again = body_of(convert(path, tmp_path, "docx"))
    codes = [node.text or "" for node in again.iter(f"{W}instrText")]
    assert sum("SEQ Figure" in code for code in codes) == 4


@pytest.mark.libreoffice
@pytest.mark.tools("pdftotext")
def test_page_numbers_of_short_entries_stand_at_the_end_of_the_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    css = """h2 { counter-increment: c } h2::before { content: "Chapter " counter(c) ". " }
    nav p { margin: 0 } nav a::before { content: target-text(attr(href), before) " " }
    nav a::after { content: leader(".") target-counter(attr(href), page) }"""
    names = ("A", "Title")
    body = "".join(f'<p><a href="#{name}">{name}</a></p>' for name in names)
    body = f"<nav>{body}</nav>" + "".join(f'<h2 id="{name}">{name}</h2>' for name in names)
    path = tmp_path / "short.docx"
    tree = styled(page(body), css)
    facts = read_facts(engine.paginate(tree), tree)
    path.write_bytes(pack(lower(tree, faces(), Diagnostics()), lambda: facts))
    monkeypatch.delenv("FONTCONFIG_FILE", raising=False)
    found = words(print_to_pdf(path, tmp_path))
    rights = [word.left for word in found if word.text.endswith("1") and word.left > 200]
    assert len(rights) == 2
    assert rights[0] == pytest.approx(rights[1], abs=1)
