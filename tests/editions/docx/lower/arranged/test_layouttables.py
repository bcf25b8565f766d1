"""Boxes beside each other: layout tables with the layout's widths, in the order of the HTML."""

from __future__ import annotations

import pytest

from tests.editions.docx.words import Lowered, lowered, text
from triplicate.editions.docx import ir


def arranged(body: str, css: str, attributes: str = 'lang="en"') -> Lowered:
    return lowered(body, css, attributes, laid_out=True)


def words(cell: ir.Cell) -> list[str]:
    paragraphs = (block for block in cell.blocks if isinstance(block, ir.Paragraph))
    return [text(one) for one in paragraphs if one.style != "After Table"]


def grid(table: ir.Table) -> list[list[list[str]]]:
    return [[words(cell) for cell in row.cells] for row in table.rows]


TWO = "<div class='x'><p>a</p><p>b</p></div>"
THREE = "<div class='x'><p>a</p><p>b</p><p>c</p></div>"


@pytest.mark.parametrize(
    ("css", "widths"),
    [
        (".x { display: flex } p { flex: 1 }", (4000, 4000)),
        (".x { display: flex; gap: 20pt } p { flex: 1 }", (4000, 4000)),
        (".x { display: grid; grid-template-columns: 100pt 1fr }", (2000, 6000)),
        (".x { display: grid; grid-template-columns: 3fr 1fr; gap: 40pt }", (5800, 2200)),
        (
            ".x { font-size: 0 } p { display: inline-block; width: 50%; font-size: 9pt }",
            (4000,) * 2,
        ),
        ("p { float: left; width: 48% }", (3840, 3840)),
    ],
)
def test_columns_are_as_wide_as_in_the_layout(css: str, widths: tuple[int, ...]) -> None:
    found = arranged(TWO, f"p {{ margin: 0 }} {css}")
    (table,) = found.tables
    assert (table.style, table.widths, table.left, table.fact) == ("Layout", widths, 0, None)
    assert grid(table) == [[["a"], ["b"]]]
    assert (table.title, table.description, found.problems) == ("", "", [])
    assert not any(row.header for row in table.rows)


def test_a_table_is_bare_but_for_gaps_between_its_columns() -> None:
    found = arranged(TWO, ".x { display: flex; gap: 20pt } p { flex: 1; margin: 0 }")
    (row,) = found.tables[0].rows
    assert [cell.format for cell in row.cells] == [
        ir.CellFormat(padding=(0, 192, 0, 0)),
        ir.CellFormat(padding=(0, 0, 0, 192)),
    ]
    style = next(one for one in found.document.table_styles if one.name == "Layout")
    assert style.body.padding == (0, 0, 0, 0)
    assert style.body.top == ir.NO_BORDER


def test_rows_of_the_same_columns_are_rows_of_one_table() -> None:
    css = ".x { display: grid; grid-template-columns: 1fr 1fr; gap: 8pt } p { margin: 0 }"
    found = arranged("<div class='x'><p>a</p><p>b</p><p>c</p><p>d</p></div>", css)
    (table,) = found.tables
    assert grid(table) == [[["a"], ["b"]], [["c"], ["d"]]]
    bottoms = [[cell.format.padding for cell in row.cells] for row in table.rows]
    assert [row[0][2] for row in bottoms if row[0]] == [160, 0]


def test_boxes_that_show_keep_their_gaps_and_lines_of_others_are_tables_of_their_own() -> None:
    css = (
        ".x { display: flex; flex-wrap: wrap; gap: 10pt } "
        "p { width: 180pt; margin: 0; border: 1pt solid #ff0000; padding: 4pt }"
    )
    first, second = arranged(f"{THREE[:-6]}<p>d</p></div>", css).tables
    assert grid(first) == [[["a"], [], ["b"]]]
    assert grid(second) == [[["c"], [], ["d"]]]
    assert first.widths == second.widths == (3800, 200, 3800)
    cell, gap, _ = first.rows[0].cells
    assert cell.format.top == ir.Border("single", 8, "FF0000")
    assert cell.format.padding == (80, 92, 80, 100)
    assert gap.format == ir.CellFormat()


def test_what_spans_rows_stands_beside_a_cell_of_several() -> None:
    css = ".x { display: grid; grid-template-columns: 1fr 2fr } p:first-child { grid-row: span 2 }"
    (table,) = arranged(THREE, css).tables
    assert grid(table) == [[["a"], ["b", "c"]]]
    assert {cell.merge for row in table.rows for cell in row.cells} == {""}


def test_what_spans_columns_has_a_row_of_its_own() -> None:
    css = (
        ".x { display: grid; grid-template-columns: 1fr 1fr } p:first-child { grid-column: 1 / 3 }"
    )
    found = arranged(THREE, css)
    (table,) = found.tables
    assert [text(one) for one in found.paragraphs] == ["a"]
    assert grid(table) == [[["b"], ["c"]]]


def test_one_column_is_no_table() -> None:
    assert not arranged(TWO, ".x { display: flex; flex-direction: column }").tables
    assert not arranged("<div class='x'><p>a</p></div>", ".x { display: flex }").tables
    assert not arranged(TWO, ".x { display: grid }").tables


def test_a_column_keeps_its_gaps() -> None:
    css = ".x { display: flex; flex-direction: column; gap: 9pt } p { margin: 0 }"
    first, second = arranged(TWO, css).paragraphs
    assert (first.format.after, second.format.before or 0) == (180, 0)


def test_only_one_box_in_the_middle_is_text_in_the_middle() -> None:
    css = ".x { display: flex; justify-content: center }"
    (paragraph,) = arranged("<div class='x'><p>a</p></div>", css).paragraphs
    assert paragraph.format.align == "center"


@pytest.mark.parametrize(
    ("align", "words_align"), [("center", "center"), ("flex-end", "bottom"), ("stretch", None)]
)
def test_boxes_stand_in_the_height_of_their_row(align: str, words_align: str | None) -> None:
    css = f".x {{ display: flex; align-items: {align} }} p {{ margin: 0 }}"
    body = "<div class='x'><p>a</p><p>b<br>c<br>d</p></div>"
    (row,) = arranged(body, css).tables[0].rows
    assert row.cells[0].format.align == words_align


@pytest.mark.parametrize(
    ("css", "named"),
    [
        (".x { display: flex; flex-direction: row-reverse }", "<div>"),
        (".x { display: flex } p:first-child { order: 2 }", "<p>"),
    ],
)
def test_another_order_than_that_of_the_html_is_seen_and_reported(css: str, named: str) -> None:
    found = arranged(TWO, css)
    assert grid(found.tables[0]) == [[["b"], ["a"]]]
    (problem,) = found.problems
    assert problem.startswith("Word edition: expected boxes in the order of the HTML, found ")


def test_from_right_to_left_columns_begin_at_the_right() -> None:
    css = ".x { display: grid; grid-template-columns: 100pt 1fr }"
    (table,) = arranged(TWO, css, 'lang="ar" dir="rtl"').tables
    assert (table.right_to_left, table.widths) == (True, (2000, 6000))
    assert grid(table) == [[["a"], ["b"]]]


def test_a_container_that_shows_is_drawn_by_the_table() -> None:
    css = ".x { display: flex; background: #eeeeee; padding: 5pt } p { flex: 1; margin: 0 }"
    (table,) = arranged(TWO, css).tables
    assert (table.style, table.left, sum(table.widths)) == ("Layout", 0, 8000)
    assert [cell.format.shade for cell in table.rows[0].cells] == ["EEEEEE", "EEEEEE"]
    assert [cell.format.padding for cell in table.rows[0].cells] == [
        (100, 0, 100, 100),
        (100, 100, 100, 0),
    ]


def test_tables_pictures_and_lists_may_be_in_cells() -> None:
    body = "<div class='x'><ul><li>i</li></ul><table><tr><td>t</td></tr></table></div>"
    (table,) = arranged(body, ".x { display: flex; gap: 10pt }").tables
    first, second = table.rows[0].cells
    assert [block.style for block in first.blocks if isinstance(block, ir.Paragraph)] == [
        "List Bullet"
    ]
    assert isinstance(second.blocks[0], ir.Table)


def test_borders_of_words_that_are_boxes_are_those_of_their_cells() -> None:
    css = ".x { display: flex } b { border: 1pt solid #ff0000; background: #eeeeee }"
    (table,) = arranged("<div class='x'><b>a</b><b>b</b></div>", css).tables
    cell = table.rows[0].cells[0]
    assert cell.format.shade == "EEEEEE"
    (paragraph,) = (block for block in cell.blocks if isinstance(block, ir.Paragraph))
    (run,) = (inline for inline in paragraph.inlines if isinstance(inline, ir.Run))
    assert (run.format.border, run.format.shade) == (None, None)


def test_pictures_are_as_large_as_the_layout_makes_them() -> None:
    source = "data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22/%3E"
    body = f'<div class="x"><img alt="a" src="{source}"><p>a</p></div>'
    (table,) = arranged(body, ".x { display: flex } img { width: 90pt; height: 9pt }").tables
    (paragraph,) = table.rows[0].cells[0].blocks
    assert isinstance(paragraph, ir.Paragraph)
    (picture,) = paragraph.inlines
    assert isinstance(picture, ir.Picture)
    assert picture.late is not None


def test_more_boxes_than_word_has_columns_stand_below_each_other_and_are_reported() -> None:
    found = arranged(f"<div class='x'>{'<p>a</p>' * 32}</div>", ".x { display: flex }")
    assert (len(found.tables), len(found.paragraphs)) == (0, 32)
    assert found.problems == [
        "Word edition: expected at most 31 boxes beside each other, found 32 in <div>"
    ]


def test_a_table_in_a_flex_container_may_be_inline() -> None:
    found = arranged(
        "<div><table><td>a</table></div>", "div { display: flex } table { display: inline }"
    )
    assert "a" in words(found.tables[0].rows[0].cells[0])


def test_boxes_that_reach_out_of_their_container_widen_it() -> None:
    css = ".x { display: flex; width: 200pt; border: 1pt solid } p { flex: none; width: 150pt }"
    (table,) = arranged("<div class='x'><p>a</p><p>b</p><p>c</p></div>", css).tables
    assert sum(table.widths) == pytest.approx(9000 + 20, abs=1)
    assert all(width > 0 for width in table.widths)


def test_a_border_of_an_empty_box_is_that_of_its_cell() -> None:
    css = ".x { display: flex } p { flex: 1; border-bottom: 1pt solid }"
    (table,) = arranged("<div class=x><p></p><p>a</p></div>", css).tables
    first, second = table.rows[0].cells
    assert first.format.bottom == second.format.bottom
    (paragraph,) = first.blocks
    assert isinstance(paragraph, ir.Paragraph)
    assert paragraph.style != "Rule"


def test_gaps_from_right_to_left_are_columns() -> None:
    css = ".x { display: flex; justify-content: space-between } p { flex: none; width: 100pt; "
    (table,) = arranged(TWO, css + "margin: 0 }", 'lang="ar" dir="rtl"').tables
    assert table.widths == (4000, 2000, 2000)
    assert [cell.format.padding for cell in table.rows[0].cells] == [None, None, None]
    assert grid(table)[0][0::2] == [["a"], ["b"]]


def test_a_row_as_high_as_its_page_leaves_room_for_the_end_of_the_table() -> None:
    css = ".x { display: flex; min-height: 600pt } p { flex: 1; background: #eeeeee; margin: 0 }"
    (table,) = arranged(TWO, css).tables
    assert table.rows[0].height == 12000 - 180
