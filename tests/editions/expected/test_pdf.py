"""The finished PDF says what the source says, to eyes and to screen readers."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests.readback.blocks import Block, difference, number_as_text
from tests.readback.pdf import PdfReading
from tests.readback.pdf_glyphs import misread_codes

FONTS = sorted((Path(__file__).parents[3] / "templates" / "fonts").glob("*.ttf"))

COLUMN_HEADERS = [("TH", "Column")] * 3
NAMED_ROW = [("TH", "Row"), ("TD", ""), ("TD", "")]
RUNNING_HEAD = ["Summary Report", "Roundtable on CSR in Global Value Chains", "16 November 2011"]


def test_every_block_of_the_source_is_read_in_order(pdf: PdfReading, expected: list[Block]) -> None:
    blocks = [number_as_text(block) for block in expected]
    assert pdf.blocks == blocks, difference(blocks, pdf.blocks)


def test_tree_and_pages_agree(pdf: PdfReading) -> None:
    assert pdf.problems == []
    assert pdf.untagged == []


def test_column_headers_and_names_are_announced_with_cells(pdf: PdfReading) -> None:
    assert pdf.headers == [COLUMN_HEADERS, *[NAMED_ROW] * 38]


def test_only_furniture_is_hidden_from_screen_readers(pdf: PdfReading) -> None:
    last = pdf.page_count
    for number in range(last):
        texts = [text for page, _, text in pdf.artifacts if page == number]
        parts = [part.strip() for text in texts for part in text.split("•")]
        head = [] if number == 0 else RUNNING_HEAD
        repeated = ["Name", "Title", "Organization"] if parts[:1] == ["Name"] else []
        assert parts == [*repeated, *head, f"Page {number + 1} of {last}"]


def test_artifacts_say_what_they_are(pdf: PdfReading) -> None:
    assert {kind for _, kind, _ in pdf.artifacts} == {"Pagination"}


def test_bookmarks_are_the_title_and_the_headings(pdf: PdfReading, expected: list[Block]) -> None:
    headings = [number_as_text(one) for one in expected if one.kind in {"title", "heading"}]
    wanted = [(heading.level, heading.prose[0].text) for heading in headings]
    assert [(depth, title) for depth, title, _ in pdf.outline] == wanted
    assert (1, "A. Summary of substantive discussions:") in wanted


def test_bookmarks_lead_to_the_page_of_their_heading(pdf: PdfReading) -> None:
    for _, title, page in pdf.outline:
        words = "".join(shown.text for shown in pdf.shown[page])
        assert re.sub(r"\s", "", title) in re.sub(r"\s", "", words)


def test_pages_are_labelled_as_they_are_numbered(pdf: PdfReading) -> None:
    assert pdf.page_labels == [str(number + 1) for number in range(pdf.page_count)]


def test_the_window_shows_the_title_and_the_language_is_known(pdf: PdfReading) -> None:
    assert pdf.title == "Roundtable on CSR in Global Value Chains"
    assert pdf.shows_title
    assert pdf.language == "en"


def test_no_heading_is_left_alone_at_a_page_end(pdf: PdfReading) -> None:
    pairs = zip(pdf.blocks[:-1], pdf.pages[:-1], pdf.pages[1:], strict=True)
    stranded = [
        str(block)
        for block, (_, last), (first, _) in pairs
        if block.kind == "heading" and last < first
    ]
    assert stranded == []


def test_no_row_is_split_between_pages(pdf: PdfReading) -> None:
    rows = zip(pdf.blocks, pdf.pages, strict=True)
    split = [str(block) for block, (first, last) in rows if "row" in block.kind and first != last]
    assert split == []


@pytest.mark.tools("pdftotext")
def test_no_word_runs_off_the_paper(editions: dict[str, Path]) -> None:
    """Every word stands at least 10 mm inside the page."""
    done = subprocess.run(
        ["pdftotext", "-bbox", editions["pdf"], "-"], capture_output=True, text=True, check=True
    )
    margin = 10 / 25.4 * 72
    pages = re.findall(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', done.stdout, re.S)
    assert pages
    for width, height, content in pages:
        words = re.findall(
            r'xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)<', content
        )
        for left, top, right, bottom, word in words:
            inside = float(left) >= margin and float(right) <= float(width) - margin
            assert inside, word
            assert float(top) >= margin, word
            assert float(bottom) <= float(height) - margin, word


def test_letters_look_like_what_they_read_as(editions: dict[str, Path]) -> None:
    assert misread_codes(editions["pdf"], FONTS) == []


@pytest.mark.tools("pdftotext")
def test_plain_text_of_the_pages_is_the_source(
    editions: dict[str, Path], pdf: PdfReading, expected: list[Block]
) -> None:
    """What copy and search find: the source's characters and the numbers of lists, in order."""
    done = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", "-raw", editions["pdf"], "-"],
        capture_output=True,
        check=True,
    )
    pages = done.stdout.decode("utf-8").split("\f")
    found: list[str] = []
    for number, page in enumerate(pages[: pdf.page_count]):
        lines = [squeezed(line) for line in page.splitlines()]
        for furniture in furniture_lines(pdf, number):
            lines.remove(furniture)
        found.extend(lines)
    wanted = (number_as_text(block) for block in expected)
    text = "".join(
        squeezed(block.number + "".join(prose.text for prose in block.prose)) for block in wanted
    )
    assert "".join(found) == text


def furniture_lines(pdf: PdfReading, page: int) -> list[str]:
    """The artifacts of a page as pdftotext prints them: what shares a base line is one line."""
    lines: dict[int, str] = {}
    for shown in pdf.shown[page]:
        if shown.artifact is not None:
            place = round(shown.y)
            lines[place] = lines.get(place, "") + squeezed(shown.text)
    return list(lines.values())


def squeezed(text: str) -> str:
    """The text without white space, which pages do not keep."""
    return re.sub(r"\s", "", text)
