"""Each check of the PDF fails on a file that has the defect it is there for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from tests.editions.expected import test_pdf as checks
from tests.readback.blocks import Block
from tests.readback.pdf import PdfReading, read_pdf
from tests.readback.pdf_glyphs import misread_codes

Defect = Callable[[pikepdf.Pdf], None]
Check = Callable[[PdfReading, list[Block]], None]


def elements(pdf: pikepdf.Pdf, role: str) -> Iterator[Any]:
    """The structure elements with a role, in order."""

    def below(element: Any) -> Iterator[Any]:
        if f"/{role}" == element.S:
            yield element
        for kid in element.get("/K", ()):
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                yield from below(kid)

    yield from below(pdf.Root.StructTreeRoot.K[0])


def drop_a_row(pdf: pikepdf.Pdf) -> None:
    """Lose a participant from the tree; the page still shows the name."""
    (body,) = elements(pdf, "TBody")
    del body.K[7]


def swap_two_rows(pdf: pikepdf.Pdf) -> None:
    """Read two participants in the wrong order."""
    (body,) = elements(pdf, "TBody")
    body.K[3], body.K[4] = body.K[4], body.K[3]


def turn_headers_into_cells(pdf: pikepdf.Pdf) -> None:
    """Make every TH a TD."""
    for header in list(elements(pdf, "TH")):
        header.S = pikepdf.Name.TD


def lower_a_heading(pdf: pikepdf.Pdf) -> None:
    """Make a heading a paragraph that looks like one."""
    next(elements(pdf, "H3")).S = pikepdf.Name.P


def unlist(pdf: pikepdf.Pdf) -> None:
    """Make list items plain groups."""
    for item in list(elements(pdf, "LI")):
        item.S = pikepdf.Name.Div


def lose_the_last_page(pdf: pikepdf.Pdf) -> None:
    """Drop a page, but not its structure."""
    del pdf.pages[-1]


def lose_the_language(pdf: pikepdf.Pdf) -> None:
    """Leave screen readers to guess."""
    del pdf.Root.Lang


def lose_the_bookmarks(pdf: pikepdf.Pdf) -> None:
    """Drop the outline."""
    del pdf.Root.Outlines


def lose_a_colon_in_the_bookmarks(pdf: pikepdf.Pdf) -> None:
    """Tidy a title that must stay as typed."""
    with pdf.open_outline() as outline:
        section = outline.root[0].children[0]
        section.title = section.title.removesuffix(":")


def rewrite_page(pdf: pikepdf.Pdf, number: int, old: bytes, new: bytes) -> None:
    """Replace bytes in a page's content, once."""
    contents: Any = pdf.pages[number].obj.Contents
    data = contents.read_bytes()
    assert data.count(old) >= 1
    contents.write(data.replace(old, new, 1))


def hide_a_line(pdf: pikepdf.Pdf) -> None:
    """Mark a line of body text as an artifact."""
    rewrite_page(pdf, 0, b"/Span\n<</MCID 5>>\nBDC", b"/Artifact\nBMC")


def unmark_a_line(pdf: pikepdf.Pdf) -> None:
    """Show a line of text outside all marks."""
    rewrite_page(pdf, 0, b"/Span\n<</MCID 5>>\nBDC", b"/Span\nBMC")


def break_to_unicode(pdf: pikepdf.Pdf) -> None:
    """Make every "e" of one font read as "o"."""
    for font in pdf.pages[0].obj.Resources.Font.values():
        stream: Any = font.ToUnicode
        stream.write(stream.read_bytes().replace(b"<0065>", b"<006f>"))


SEEN_AS: dict[Defect, Check] = {
    drop_a_row: lambda pdf, _: checks.test_tree_and_pages_agree(pdf),
    swap_two_rows: checks.test_every_block_of_the_source_is_read_in_order,
    turn_headers_into_cells: lambda pdf, _: (
        checks.test_column_headers_and_names_are_announced_with_cells(pdf)
    ),
    lower_a_heading: checks.test_every_block_of_the_source_is_read_in_order,
    unlist: checks.test_every_block_of_the_source_is_read_in_order,
    lose_the_language: lambda pdf, _: (
        checks.test_the_window_shows_the_title_and_the_language_is_known(pdf)
    ),
    lose_the_bookmarks: checks.test_bookmarks_are_the_title_and_the_headings,
    lose_a_colon_in_the_bookmarks: checks.test_bookmarks_are_the_title_and_the_headings,
    hide_a_line: lambda pdf, _: checks.test_only_furniture_is_hidden_from_screen_readers(pdf),
    unmark_a_line: lambda pdf, _: checks.test_tree_and_pages_agree(pdf),
    break_to_unicode: checks.test_every_block_of_the_source_is_read_in_order,
}


@pytest.mark.parametrize("defect", SEEN_AS, ids=lambda defect: defect.__name__)
def test_a_planted_defect_is_seen(
    defect: Defect, editions: dict[str, Path], expected: list[Block], tmp_path: Path
) -> None:
    reading = read_pdf(planted(defect, editions, tmp_path))
    with pytest.raises(AssertionError):
        SEEN_AS[defect](reading, expected)


def test_a_lost_page_is_seen(editions: dict[str, Path], tmp_path: Path) -> None:
    """The tree still names the page, which is no page of the file now."""
    mutant = planted(lose_the_last_page, editions, tmp_path)
    with pytest.raises(KeyError):
        read_pdf(mutant)


def test_letters_that_read_as_others_are_seen(editions: dict[str, Path], tmp_path: Path) -> None:
    mutant = planted(break_to_unicode, editions, tmp_path)
    assert [one for one in misread_codes(mutant, checks.FONTS) if one.endswith("look like 'o'")]


def planted(defect: Defect, editions: dict[str, Path], folder: Path) -> Path:
    """A copy of the finished PDF with a defect."""
    path = folder / "mutant.pdf"
    with pikepdf.open(editions["pdf"]) as pdf:
        defect(pdf)
        pdf.save(path)
    return path
