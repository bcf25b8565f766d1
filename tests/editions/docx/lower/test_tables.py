from __future__ import annotations

import pytest

from tests.editions.docx.words import lowered, text
from triplicate.editions.docx import ir

CSS = """
table { table-layout: fixed; width: 300pt; margin-left: -10pt; border-spacing: 0;
        --word-style: "Data Table" }
tr { break-inside: avoid }
td, th { padding: 3pt 8pt 3pt 0; border-bottom: 0.5pt solid #cccccc; vertical-align: top }
thead th { border-bottom: 1pt solid #0000ff; vertical-align: bottom }
"""
COLUMNS = '<colgroup><col style="width:25%"><col style="width:75%"></colgroup>'
HEAD = '<thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead>'
BODY = '<tbody><tr id="r1"><th scope="row">1</th><td>2</td></tr></tbody>'
TABLE = f'<h2 id="t">Title</h2><table aria-labelledby="t">{COLUMNS}{HEAD}{BODY}</table>'


def test_columns_have_the_widths_of_the_fixed_layout() -> None:
    (table,) = lowered(TABLE, CSS).tables
    assert table.widths == (1500, 4500)
    assert table.left == -200


@pytest.mark.parametrize("count", [3, 7, 11])
def test_widths_of_whole_twips_add_up_to_the_table(count: int) -> None:
    cells = "<td>x</td>" * count
    (table,) = lowered(f"<table><tr>{cells}</tr></table>", CSS).tables
    assert sum(table.widths) == 6000
    assert max(table.widths) - min(table.widths) <= 1


def test_the_look_of_cells_is_in_the_table_style() -> None:
    found = lowered(TABLE, CSS)
    (style,) = (s for s in found.document.table_styles if s.name == "Data Table")
    assert style.body.bottom == ir.Border("single", 4, "CCCCCC")
    assert style.body.padding == (60, 160, 60, 0)
    assert style.header == ir.CellFormat(bottom=ir.Border("single", 8, "0000FF"), align="bottom")
    cells = [cell for row in found.tables[0].rows for cell in row.cells]
    assert {cell.format for cell in cells} == {ir.CellFormat()}


def test_stripes_are_bands_of_the_table_style() -> None:
    css = CSS + "tbody tr:nth-child(even) { background: #eeeeee }"
    found = lowered(f"<table>{COLUMNS}<tbody>{'<tr><td>x<td>y' * 4}</tbody></table>", css)
    (style,) = (s for s in found.document.table_styles if s.name == "Data Table")
    assert style.even == ir.CellFormat(shade="EEEEEE")
    assert {c.format for row in found.tables[0].rows for c in row.cells} == {ir.CellFormat()}


def test_a_cell_of_another_look_says_so_itself() -> None:
    found = lowered(TABLE.replace("<td>2", '<td style="background:#ff0000">2'), CSS)
    assert found.tables[0].rows[1].cells[1].format == ir.CellFormat(shade="FF0000")


def test_header_rows_repeat_and_keep_with_the_body_and_rows_stay_whole() -> None:
    (table,) = lowered(TABLE, CSS).tables
    assert [(row.header, row.whole) for row in table.rows] == [(True, True), (False, True)]
    found = lowered(TABLE, CSS)
    assert found.style("Table Heading").paragraph.keep_next is True
    assert found.style("Table Text").paragraph.keep_next is False


def test_cells_have_styles_by_what_they_are() -> None:
    (table,) = lowered(TABLE, CSS).tables
    styles = [[cell.blocks[0].style for cell in row.cells] for row in table.rows]
    assert styles == [["Table Heading"] * 2, ["Table Row Heading", "Table Text"]]


def test_the_table_is_named_for_those_who_do_not_see_it() -> None:
    (table,) = lowered(TABLE, CSS).tables
    assert table.title == "Title"


def test_rows_and_tables_carry_bookmarks() -> None:
    (table,) = lowered(TABLE.replace("<table", '<table id="people"'), CSS).tables
    firsts = [row.cells[0].blocks[0] for row in table.rows]
    assert [p.bookmarks for p in firsts if isinstance(p, ir.Paragraph)] == [("people",), ("r1",)]


def test_cells_may_span_columns_and_rows() -> None:
    body = '<tr><td rowspan="2">a</td><td>b</td></tr><tr><td>c</td></tr><tr><td colspan="2">d'
    (table,) = lowered(f"<table>{COLUMNS}{body}</table>", CSS).tables
    shape = [[(c.span, c.merge) for c in row.cells] for row in table.rows]
    assert shape == [[(1, "restart"), (1, "")], [(1, "continue"), (1, "")], [(2, "")]]


def test_every_cell_ends_in_a_paragraph() -> None:
    inner = f"<table>{COLUMNS}<tr><td>x</td><td></td></tr></table>"
    (table,) = lowered(f"<table>{COLUMNS}<tr><td>{inner}</td><td></td></tr></table>", CSS).tables
    outer = table.rows[0].cells[0].blocks
    assert [type(block).__name__ for block in outer] == ["Table", "Paragraph"]
    assert isinstance(table.rows[0].cells[1].blocks[-1], ir.Paragraph)


@pytest.mark.parametrize("inner", ["", "<tr></tr>", "<thead></thead><tbody><tr></tr></tbody>"])
def test_a_table_without_cells_is_left_out(inner: str) -> None:
    assert lowered(f"<p>a</p><table>{inner}</table>", CSS).tables == []


def test_a_row_without_cells_is_left_out() -> None:
    (table,) = lowered("<table><tr><td>x</td></tr><tr></tr></table>", CSS).tables
    assert len(table.rows) == 1


def test_margins_of_a_table_go_to_its_neighbours() -> None:
    css = CSS + "table { margin-top: 30pt; margin-bottom: 20pt }"
    found = lowered(f"<p>a</p>{TABLE[TABLE.index('<table') :]}<p>b</p>", css)
    before, after = found.paragraphs
    assert (before.format.after, after.format.before) == (600, 400)


def test_neighbouring_tables_stay_two() -> None:
    table = f"<table>{COLUMNS}<tr><td>x</td></tr></table>"
    blocks = lowered(table * 2, CSS).section.blocks
    assert [block.style for block in blocks] == ["Data Table", "After Table"] * 2


def test_a_caption_keeps_with_its_table() -> None:
    found = lowered(f"<table><caption>People</caption>{COLUMNS}{BODY}</table>", CSS)
    assert text(found.paragraphs[0]) == "People"
    look = ir.overlay(found.style("caption").paragraph, found.paragraphs[0].format)
    assert look.keep_next is True


def test_a_table_wider_than_word_takes_is_reported() -> None:
    found = lowered(f"<table><tr>{'<td>x</td>' * 64}</tr></table>", CSS)
    assert "expected at most 63 columns in a table, found 64" in found.problems[0]
