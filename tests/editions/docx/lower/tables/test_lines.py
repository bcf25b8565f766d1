"""Lines and room of cells that are not like the others in their table."""

from __future__ import annotations

import pytest

from tests.editions.docx.words import W, lowered, opened
from triplicate import html_to_docx
from triplicate.editions.docx import ir

NIL = ir.NO_BORDER
THIN = ir.Border("single", 4, "888888")
RULED = "table { border-collapse: collapse } td, th { border: 0.5pt solid #888888; padding: 2pt }"


def looks(body: str, css: str) -> list[list[ir.CellFormat]]:
    (table,) = lowered(body, css).tables
    return [[cell.format for cell in row.cells] for row in table.rows]


def rows(*cells: str) -> str:
    return "".join(f"<tr>{row}</tr>" for row in cells)


def test_a_missing_line_is_hidden_from_both_sides() -> None:
    bare = '<td style="border-right: none">b</td><td style="border-left: none">c</td>'
    found = looks(f"<table>{rows('<td>a<td>b<td>c', '<td>a' + bare)}</table>", RULED)
    first, before, after = found[1]
    assert first == ir.CellFormat()
    assert before.right == NIL
    assert after.left == NIL


def test_a_missing_line_between_rows_is_hidden_from_both_sides() -> None:
    css = RULED + ".above td { border-bottom: none } .below td { border-top: none }"
    body = "<tr><td>x</td></tr>"
    above, below = (body.replace("<tr>", f"<tr class={name}>") for name in ("above", "below"))
    found = looks(f"<table>{body}{above}{below}{body}</table>", css)
    assert [row[0].bottom for row in found] == [None, NIL, None, None]
    assert [row[0].top for row in found] == [None, None, NIL, None]


def test_a_stronger_line_is_stated_once() -> None:
    css = RULED + ".strong { border-right: 3pt solid #ff0000 }"
    found = looks(f"<table>{rows('<td>a<td>b<td>c', '<td>a<td class=strong>b<td>c')}</table>", css)
    assert found[1][1].right == ir.Border("single", 24, "FF0000")
    assert found[1][2].left is None


def test_a_cell_below_a_hole_keeps_the_line_of_the_style() -> None:
    found = looks(f"<table>{rows('<td>a<td>b', '<td>a', '<td>a<td>b')}</table>", RULED)
    assert found[2][1].top is None


def test_the_line_around_a_table_is_none_inside_and_makes_no_stripes() -> None:
    css = RULED + "table { border: 3pt solid #003366 }"
    found = lowered(f"<table class=framed>{rows('<td>a<td>b', '<td>c<td>d')}</table>", css)
    style = found.document.table_styles[-1]
    assert (style.outer.top, style.inside_rows) == (ir.Border("single", 24, "003366"), THIN)
    assert style.even == ir.CellFormat()


def test_cells_of_a_row_have_equal_padding_and_their_paragraphs_the_rest() -> None:
    css = "td { padding: 2pt } .p { padding-top: 12pt; padding-bottom: 5pt }"
    (table,) = lowered("<table><tr><td>a</td><td class=p>b</td></tr></table>", css).tables
    plain, padded = table.rows[0].cells
    assert plain.format.padding == padded.format.padding
    (paragraph,) = padded.blocks
    assert isinstance(paragraph, ir.Paragraph)
    assert (paragraph.format.before, paragraph.format.after) == (200, 60)


def test_margins_of_a_table_in_a_cell_are_padding_of_the_cell() -> None:
    css = "td { padding: 2pt } table { border-spacing: 0 } table table { margin: 3pt 0 7pt }"
    inner = "<table><tr><td>x</td></tr></table>"
    found = lowered(f"<table>{rows('<td>a', f'<td>{inner}', '<td>b')}</table>", css)
    plain, around, _ = (row.cells[0].format for row in found.tables[0].rows)
    assert plain.padding is None
    assert around.padding == (100, 32, 180, 40)


def test_a_bookmark_of_a_table_that_begins_with_a_table_is_in_its_text() -> None:
    inner = "<table><tr><td>x</td></tr></table>"
    (table,) = lowered(f'<table id="t"><tr><td>{inner}</td></tr></table>').tables
    nested = table.rows[0].cells[0].blocks[0]
    assert isinstance(nested, ir.Table)
    paragraph = nested.rows[0].cells[0].blocks[0]
    assert isinstance(paragraph, ir.Paragraph)
    assert paragraph.bookmarks == ("t",)


@pytest.mark.parametrize(
    ("padding", "left", "right"),
    [("0 4pt", 80, 72), ("0 0 0 4pt", 72, 0), ("0", 0, 0), ("0 0.2pt", 0, 0)],
)
def test_columns_as_wide_as_a_word_have_slack_on_either_side(
    padding: str, left: int, right: int
) -> None:
    css = f"td {{ padding: {padding} }} table {{ border-spacing: 0 }}"
    style = lowered("<table class=n><tr><td>x</td></tr></table>", css).document.table_styles[0]
    assert style.body.padding == (0, right, 0, left)


def test_a_caption_is_as_wide_as_its_table_with_its_borders() -> None:
    css = (
        "table { border-collapse: collapse; table-layout: fixed; width: 200pt }"
        "td { border: 4pt solid #000000 } caption { text-align: left }"
    )
    body = "<table><caption>c</caption><tr><td>x</td></tr></table>"
    found = lowered(body, css)
    (caption,) = found.paragraphs
    look = ir.overlay(found.style("caption").paragraph, caption.format)
    assert (look.left, look.right) == (0, 8000 - 4000)


def test_a_row_that_names_those_below_gives_the_table_style_no_fill() -> None:
    css = "tr.group th { background: #dddddd; padding-left: 4pt } td, th { padding: 2pt 0 }"
    row = "<tr><th scope=row>a<td>b</tr>"
    group = "<tr class=group><th colspan=2>G</tr>"
    found = lowered(f"<table>{group}{row * 2}{group}{row}</table>", css)
    (style,) = (s for s in found.document.table_styles if s.name == found.tables[0].style)
    assert (style.body.shade, style.even.shade, style.row_heading.shade) == ("", None, None)
    fills = [row.cells[0].format.shade for row in found.tables[0].rows]
    assert fills == ["DDDDDD", None, None, "DDDDDD", None]


@pytest.mark.parametrize("side", ["0", "0 auto", "0 0 0 auto"])
@pytest.mark.parametrize("layout", ["auto", "fixed"])
def test_a_caption_is_as_wide_as_its_longest_word(side: str, layout: str) -> None:
    """Programs break words that are too long for the line; CSS lets them stand out."""
    css = (
        "@page { size: 500pt 500pt; margin: 50pt } body { margin: 0 } td { padding: 0 }"
        f"table {{ margin: {side}; width: 20pt; table-layout: {layout}; border-spacing: 0 }}"
    )
    body = "<table><caption>Unpronounceable so</caption><tr><td>x</table>"
    root = opened(html_to_docx(f"<title>t</title>{body}", css))["word/document.xml"]
    indent = next(root.iter(f"{W}ind"))
    left, right = (int(indent.get(f"{W}{edge}", "0")) for edge in ("left", "right"))
    assert 1200 < 8000 - left - right < 2400
    assert (left == 0, right == 0) == (side == "0", side == "0 0 0 auto")


def test_a_fill_that_few_rows_have_is_not_the_style_s() -> None:
    rows = "<tr class=h><td>h</tr>" + "<tr><td>a</tr>" * 4 + "<tr class=h><td>h</tr><tr><td>a</tr>"
    found = lowered(f"<table>{rows}</table>", ".h td { background: #eee }")
    (style,) = (one for one in found.document.table_styles if one.name == found.tables[0].style)
    assert style.body.shade == ""
    shades = [row.cells[0].format.shade for row in found.tables[0].rows]
    assert shades == ["EEEEEE", None, None, None, None, "EEEEEE", None]
