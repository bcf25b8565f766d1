"""The counter of Word's list numbers (tests/readback) against LibreOffice's."""

from __future__ import annotations

import random
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from tests.e2e.conftest import page_texts
from tests.e2e.libreoffice import convert, print_to_pdf
from tests.editions.docx.words import W
from tests.readback.docx import read_docx
from tests.readback.test_docx_numbering import write
from triplicate import html_to_docx
from triplicate.editions.docx.lower.numbers.lists import CSS_FORMATS
from triplicate.editions.docx.scripts import WRITTEN


def walk(steps: int, seed: int) -> Iterator[tuple[str, int]]:
    """Paragraphs in (list, level) as documents have them: one level down, or any number up."""
    chance = random.Random(seed)
    level = 0
    for _ in range(steps):
        if chance.random() < 0.2:
            yield chance.choice("23"), 0
            continue
        yield "1", level
        level = chance.randint(0, min(level + 1, 3))


@pytest.mark.e2e
@pytest.mark.libreoffice
def test_libreoffice_counts_the_same(tmp_path: Path) -> None:
    path = tmp_path / "list.docx"
    write(path, [("1", 0), *walk(200, seed=1)])
    text = convert(path, tmp_path, "txt:Text (encoded):UTF8").read_text(encoding="utf-8-sig")
    seen = [line.strip().removesuffix("text").strip() for line in text.splitlines() if line.strip()]
    assert len(seen) == 201
    assert [block.number for block in read_docx(path).blocks] == seen


@pytest.mark.e2e
@pytest.mark.libreoffice
@pytest.mark.parametrize(("name", "number_format"), list(CSS_FORMATS.items())[8:])
def test_libreoffice_writes_numbers_of_other_scripts_the_same(
    name: str, number_format: str, tmp_path: Path
) -> None:
    written = WRITTEN[number_format]
    path = tmp_path / "list.docx"
    items = "<li>text</li>" * len(written)
    path.write_bytes(html_to_docx(f'<ol style="list-style-type: {name}">{items}</ol>'))
    text = convert(path, tmp_path, "txt:Text (encoded):UTF8").read_text(encoding="utf-8-sig")
    seen = [line.strip().removesuffix("text") for line in text.splitlines() if line.strip()]
    assert [line.strip().rstrip(".、") for line in seen] == list(written)


OUTLINE = """<!doctype html><html lang="en"><title>T</title><style>
h2 { counter-increment: part; counter-reset: section }
h2::before { content: counter(part, upper-roman) ". " }
h3 { counter-increment: section }
h3::before { content: counter(part) "." counter(section) " " }
.appendix { counter-reset: part }
.appendix h2::before { content: "Appendix " counter(part, upper-alpha) " " }
.appendix h3::before { content: counter(part, upper-alpha) "." counter(section) " " }
</style><h2>One</h2><h3>x</h3><h2>Two</h2><h3>x</h3><h3>x</h3><div class="appendix">
<h2>Forms</h2><h3>x</h3><h2>Tables</h2><h3>x</h3><h3>x</h3></div>"""


def headings(docx: Path) -> list[str]:
    """The text of a document with its numbers, as LibreOffice shows it."""
    text = convert(docx, docx.parent, "txt:Text (encoded):UTF8").read_text(encoding="utf-8-sig")
    return [line.strip() for line in text.splitlines() if line.strip()]


def with_copies(docx: Path, *places: int) -> Path:
    """The document with paragraphs twice, from the last one to the first."""
    with ZipFile(docx) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    body = etree.fromstring(parts["word/document.xml"])
    for place in places:
        old = body.findall(f".//{W}p")[place]
        old.addprevious(deepcopy(old))
    parts["word/document.xml"] = etree.tostring(body)
    edited = docx.parent / "edited.docx"
    with ZipFile(edited, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return edited


@pytest.mark.e2e
@pytest.mark.libreoffice
def test_appendices_and_legal_numbers_count_on_in_libreoffice(tmp_path: Path) -> None:
    path = tmp_path / "outline.docx"
    path.write_bytes(html_to_docx(OUTLINE))
    assert headings(path) == [
        *("I. One", "1.1 x", "II. Two", "2.1 x", "2.2 x"),
        *("Appendix A Forms", "A.1 x", "Appendix B Tables", "B.1 x", "B.2 x"),
    ]
    # a part before the appendices' first, and one before the first
    edited = with_copies(path, 5, 0)
    assert headings(edited) == [
        *("I. One", "II. One", "2.1 x", "III. Two", "3.1 x", "3.2 x"),
        *("Appendix A Forms", "Appendix B Forms", "B.1 x", "Appendix C Tables", "C.1 x", "C.2 x"),
    ]


@pytest.mark.e2e
@pytest.mark.libreoffice
@pytest.mark.tools("pdftotext")
def test_signs_before_items_are_bullets_in_libreoffice(tmp_path: Path) -> None:
    path = tmp_path / "signs.docx"
    css = (
        "ul { list-style: none } li::before { content: '✓'; position: absolute; margin-left: -1em }"
    )
    path.write_bytes(html_to_docx(f"<style>{css}</style><ul><li>One</li><li>Two</li></ul>"))
    (text,) = page_texts(print_to_pdf(path, tmp_path))
    assert text.split() == ["✓", "One", "✓", "Two"]
    again = convert(path, tmp_path, "docx:MS Word 2007 XML")
    with ZipFile(again) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    assert not list(body.iter(f"{W}framePr"))


CLAUSES = """<!doctype html><html lang="en"><title>T</title><style>
h2 { counter-increment: part; counter-reset: para } h2::before { content: counter(part) ". " }
p.n { counter-increment: para } p.n::before { content: counter(part) "." counter(para) " " }
</style><h2>One</h2><p class="n">x</p><p class="n">y</p><h2>Two</h2><p class="n">z</p>"""


@pytest.mark.e2e
@pytest.mark.libreoffice
def test_paragraphs_are_renumbered_with_their_headings_in_libreoffice(tmp_path: Path) -> None:
    path = tmp_path / "clauses.docx"
    path.write_bytes(html_to_docx(CLAUSES))
    assert headings(path) == ["1. One", "1.1 x", "1.2 y", "2. Two", "2.1 z"]
    assert headings(with_copies(path, 3, 1)) == [
        *("1. One", "1.1 x", "1.2 x", "1.3 y", "2. Two", "3. Two", "3.1 z"),
    ]


@pytest.mark.e2e
@pytest.mark.libreoffice
def test_articles_count_on_and_their_paragraphs_anew_in_libreoffice(tmp_path: Path) -> None:
    css = """h1 { counter-increment: part } h1::before { content: "Part " counter(part) " " }
      h2 { counter-increment: a; counter-reset: p }
      h2::before { content: "Article " counter(a) " " }
      p { counter-increment: p } p::before { content: counter(p) ". " }"""
    article = "<h2>x</h2><p>x<p>x"
    path = tmp_path / "treaty.docx"
    path.write_bytes(html_to_docx(f"<h1>x</h1>{article * 2}<h1>x</h1>{article}", css))
    text = convert(path, tmp_path, "txt:Text (encoded):UTF8").read_text(encoding="utf-8-sig")
    seen = [line.strip().removesuffix("x").strip() for line in text.splitlines() if line.strip()]
    numbers = ["Part 1", "Article 1", "1.", "2.", "Article 2", "1.", "2."]
    assert seen == [*numbers, "Part 2", "Article 3", "1.", "2."]
