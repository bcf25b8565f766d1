"""Rows of totals: <tfoot> as the last row of Word's table styles."""

from __future__ import annotations

import pytest

from tests.editions.docx.words import Lowered, lowered, parts, text
from triplicate.editions.docx import ir

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RED = ir.Border("single", 16, "CC0000")
CSS = """
table { border-collapse: collapse; table-layout: fixed; width: 200pt }
td, th { padding: 2pt 6pt; border: 0.5pt solid #888888 }
tbody tr:nth-child(even) td { background: #eeeeee }
tfoot td { border-top: 2pt solid #cc0000; background: #ffffcc; font-weight: bold }
"""
FOOT = "<tfoot><tr><td>Sum</td><td>3</td></tr></tfoot>"
BODY = "<tbody>" + "<tr><td>a</td><td>1</td></tr>" * 4 + "</tbody>"


def style(found: Lowered) -> ir.TableStyle:
    (one,) = found.document.table_styles[:1]
    return one


def looks(table: ir.Table) -> set[ir.CellFormat]:
    return {cell.format for row in table.rows for cell in row.cells}


@pytest.mark.parametrize("inner", [FOOT + BODY, BODY + FOOT])
def test_a_footer_is_the_last_row_wherever_the_html_has_it(inner: str) -> None:
    (table,) = lowered(f"<table>{inner}</table>", CSS).tables
    (paragraph,) = table.rows[-1].cells[0].blocks
    assert isinstance(paragraph, ir.Paragraph)
    assert (text(paragraph), paragraph.style, table.footer) == ("Sum", "Table Total", True)


def test_its_look_is_in_the_table_style_and_its_texts_in_a_style() -> None:
    found = lowered(f"<table>{BODY}{FOOT}</table>", CSS)
    assert style(found).footer == ir.CellFormat(top=RED, shade="FFFFCC")
    assert looks(found.tables[0]) == {ir.CellFormat()}
    assert found.style("Table Total").run.bold
    assert not found.style("Table Text").run.bold


def test_it_is_no_stripe() -> None:
    css = CSS.replace("background: #ffffcc; ", "")
    assert style(lowered(f"<table>{BODY}{FOOT}</table>", css)).footer.shade == ""


def test_only_the_last_row_of_a_footer_is_one_to_the_style() -> None:
    foot = FOOT.replace("</tfoot>", "<tr><td>Mean</td><td>1</td></tr></tfoot>")
    (table,) = lowered(f"<table>{BODY}{foot}</table>", CSS).tables
    assert {cell.format.bottom for cell in table.rows[-3].cells} == {RED}
    first, last = ({cell.format for cell in row.cells} for row in table.rows[-2:])
    assert first == {ir.CellFormat(shade="FFFFCC")}
    assert last == {ir.CellFormat()}


def test_a_row_that_says_what_it_sums_up_need_not_be_a_heading() -> None:
    body = BODY.replace("<td>a</td>", '<th scope="row">a</th>')
    (table,) = lowered(f"<table>{body}{FOOT}</table>", CSS).tables
    assert table.row_headings
    assert table.rows[-1].cells[0].format == ir.CellFormat()


def test_a_footer_that_looks_like_the_body_is_a_row_like_others() -> None:
    css = "td { padding: 2pt } tbody tr:nth-child(even) { background: #eeeeee }"
    found = lowered(f"<table>{BODY}{FOOT}</table>", css)
    assert not found.tables[0].footer
    assert style(found).footer == ir.CellFormat()


def test_a_table_without_a_footer_has_no_last_row() -> None:
    found = lowered(f"<table>{BODY}</table>", CSS)
    assert not found.tables[0].footer
    assert looks(found.tables[0]) == {ir.CellFormat()}


def test_the_file_says_that_the_last_row_is_one() -> None:
    files = parts(lowered(f"<table>{BODY}{FOOT}</table>", CSS).document)
    look = next(files["word/document.xml"].iter(f"{W}tblLook"))
    assert (look.get(f"{W}val"), look.get(f"{W}lastRow")) == ("0440", "1")
    regions = [one.get(f"{W}type") for one in files["word/styles.xml"].iter(f"{W}tblStylePr")]
    assert "lastRow" in regions
