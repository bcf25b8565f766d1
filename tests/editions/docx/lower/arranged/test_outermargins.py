"""Margins of boxes beside each other: in their cells, or around their table where these show."""

from __future__ import annotations

import pytest

from tests.editions.docx.words import Lowered, lowered
from triplicate.editions.docx import ir

ROW = "<div class=x><div>a</div><div>b</div></div>"
FLEX = ".x { display: flex; margin: 10pt 0 } .x > div { flex: 1; margin: 12pt 0 }"
GRID = FLEX.replace("flex;", "grid; grid-template-columns: 1fr 1fr;")
INLINE = ".x > div { display: inline-block; width: 40%; margin: 12pt 2% }"


def paddings(found: Lowered) -> set[tuple[int, int]]:
    (table,) = found.tables
    cells = [cell.format.padding or (0,) * 4 for cell in table.rows[0].cells]
    return {(padding[0], padding[2]) for padding in cells}


def around(found: Lowered) -> tuple[int | None, int | None]:
    """The space after what is above the table, and before what is below it."""
    above, below = (block for block in found.section.blocks if isinstance(block, ir.Paragraph))
    return above.format.after, below.format.before


@pytest.mark.parametrize(
    ("css", "outer"),
    [(FLEX, (200, 200)), (GRID, (200, 200)), (INLINE, (0, 0))],
)
def test_cells_that_show_nothing_have_the_margins(css: str, outer: tuple[int, int]) -> None:
    found = lowered(f"<p>a</p>{ROW}<p>b", f"p {{ margin: 0 }} {css}", laid_out=True)
    assert paddings(found) == {(240, 240)}
    assert tuple(space or 0 for space in around(found)) == outer


@pytest.mark.parametrize(("css", "outer"), [(FLEX, 440), (INLINE, 240)])
def test_margins_of_boxes_that_show_are_around_the_table(css: str, outer: int) -> None:
    css += ".x > div { background: #eee } p { margin: 0 }"
    found = lowered(f"<p>a</p>{ROW}<p>b", css, laid_out=True)
    assert paddings(found) == {(0, 0)}
    assert around(found) == (outer, outer)


def test_the_margins_of_the_row_and_its_boxes_add_up() -> None:
    css = FLEX + ".x > div { background: #eee } p { margin: 15pt 0 }"
    found = lowered(f"<p>a</p>{ROW}<p>b", css, laid_out=True)
    assert around(found) == (300 + 240, 300 + 240)


def test_a_row_that_is_as_high_as_its_boxes_ask_for_is_higher_by_the_margins() -> None:
    css = FLEX + ".x > div { min-height: 60pt } p { margin: 0 }"
    found = lowered(f"<p>a</p>{ROW}<p>b", css, laid_out=True)
    assert found.tables[0].rows[0].height == 1200 + 480


def test_a_line_of_boxes_may_begin_a_page() -> None:
    found = lowered(f"<p>a</p>{ROW}<p>b", INLINE + ".x { break-before: page }", laid_out=True)
    (table,) = found.tables
    first = table.rows[0].cells[0].blocks[0]
    assert isinstance(first, ir.Paragraph)
    assert first.format.page_break_before


COLUMNS = "<div class=y>a</div><div class=y>b</div>"
FLOATS = ".y { float: left; width: 48% } p { margin: 0 }"


@pytest.mark.parametrize(
    ("before", "space"),
    [
        ("<p><br></p>", 300),
        ("<div style='height: 30pt'></div>", 600),
        ("<div style='height: 30pt'>x</div>", 300),
    ],
)
def test_room_above_boxes_that_float_beside_each_other_is_above_them(
    before: str, space: int
) -> None:
    css = f"{FLOATS} p + p {{ clear: left }}"
    found = lowered(f"<p>a</p>{before}{COLUMNS}<p>b</p>", css, laid_out=True)
    *_, above = (b for b in found.section.blocks[:-2] if isinstance(b, ir.Paragraph))
    assert above.format.after == space
    below = found.paragraphs[-1]
    assert not below.format.before


def test_a_break_to_a_right_page_is_above_boxes_that_float_beside_each_other() -> None:
    body = f"<p>a</p><div style='break-after: right'></div>{COLUMNS}<p>b</p>"
    found = lowered(body, FLOATS, laid_out=True)
    assert [section.begins for section in found.document.sections] == ["nextPage", "oddPage"]
