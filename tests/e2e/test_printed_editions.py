"""The PDF before its validators; the Word edition in LibreOffice, beside the PDF."""

from __future__ import annotations

import shutil
from pathlib import Path

import page
import pytest
from openxml_audit import OpenXmlValidator
from pikepdf import OutlineItem, Pdf

from tests.e2e.conftest import page_texts, run

pytestmark = pytest.mark.e2e


@pytest.mark.tools("qpdf")
def test_qpdf_finds_no_fault(editions: dict[str, Path]) -> None:
    assert "No syntax or stream encoding errors" in run("qpdf", "--check", editions["pdf"])


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_the_pdf_conforms_to_ua_1_and_to_a_2a(editions: dict[str, Path], profile: str) -> None:
    report = page.validate_pdf(editions["pdf"], profile=profile)
    assert [(found.rule_id, found.message) for found in report.failures] == []


@pytest.mark.tools("pdffonts")
def test_every_font_is_embedded_and_subset(editions: dict[str, Path]) -> None:
    rows = run("pdffonts", editions["pdf"]).splitlines()[2:]
    assert rows
    # The last columns: embedded, subset, ToUnicode, and two words of object number.
    assert {tuple(row.split()[-5:-2]) for row in rows} == {("yes", "yes", "yes")}


def test_the_word_edition_follows_the_schema(editions: dict[str, Path]) -> None:
    result = OpenXmlValidator().validate(editions["docx"])
    assert [str(error) for error in result.errors] == []


@pytest.mark.libreoffice
@pytest.mark.tools("pdftotext")
def test_word_and_pdf_have_the_same_pages(editions: dict[str, Path], printed_docx: Path) -> None:
    pdf, word = page_texts(editions["pdf"]), page_texts(printed_docx)
    assert len(word) == len(pdf)
    headings = list(headings_of(editions["pdf"]))
    assert headings
    assert {title: place(title, word) for title in headings} == {
        title: place(title, pdf) for title in headings
    }


@pytest.mark.libreoffice
@pytest.mark.tools("pdffonts")
def test_libreoffice_prints_word_with_the_embedded_fonts(
    editions: dict[str, Path], printed_docx: Path
) -> None:
    assert families(printed_docx) == families(editions["pdf"])


def headings_of(pdf: Path) -> list[str]:
    """Return the titles in a PDF's outline, without the numbers before them."""

    def titles(items: list[OutlineItem]) -> list[str]:
        return [
            title
            for item in items
            for title in (item.title.split(" ", 1)[-1], *titles(list(item.children)))
        ]

    with Pdf.open(pdf) as opened, opened.open_outline() as outline:
        return titles(list(outline.root))


def place(title: str, pages: list[str]) -> int:
    """Return the number of the first page that holds a title, 0 where none does."""
    squeezed = "".join(title.split())
    return next((n for n, text in enumerate(pages, 1) if squeezed in "".join(text.split())), 0)


def families(pdf: Path) -> set[str]:
    """Return the font families of a PDF, without subset tags and styles."""
    assert shutil.which("pdffonts")
    names = [row.split()[0] for row in run("pdffonts", pdf).splitlines()[2:]]
    return {name.split("+")[-1].split("-")[0] for name in names}
