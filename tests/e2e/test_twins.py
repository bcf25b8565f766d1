"""The Word edition as LibreOffice prints it, beside the PDF: twins, page by page."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.conftest import page_texts, run
from tests.readback.pdf import read_pdf

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.libreoffice,
    pytest.mark.tools("pdftotext", "pdffonts"),
]


def test_both_have_as_many_pages(editions: dict[str, Path], printed_docx: Path) -> None:
    assert len(page_texts(printed_docx)) == len(page_texts(editions["pdf"]))


def test_every_heading_is_on_the_same_page(editions: dict[str, Path], printed_docx: Path) -> None:
    word = ["".join(text.split()) for text in page_texts(printed_docx)]
    outline = read_pdf(editions["pdf"]).outline
    assert outline
    for depth, title, number in outline:
        # Numbers hang in the margin, where plain text has them on lines of their own.
        words = "".join(title.split(" ", min(depth, 1))[-1].split())
        places = [page for page, text in enumerate(word) if words in text]
        assert number in places, f"{title!r} is on page {number + 1} of the PDF"


def test_libreoffice_prints_word_with_the_embedded_fonts(
    editions: dict[str, Path], printed_docx: Path
) -> None:
    assert families(printed_docx) == families(editions["pdf"])


def families(pdf: Path) -> set[str]:
    """The font families of a PDF, without subset tags and styles."""
    names = [row.split()[0] for row in run("pdffonts", pdf).splitlines()[2:]]
    return {name.split("+")[-1].split("-")[0] for name in names}
