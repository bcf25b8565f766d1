from __future__ import annotations

from itertools import pairwise

import pytest

from tests.editions.docx.lint import faults
from tests.editions.docx.words import Lowered, lowered, parts, text
from triplicate.editions.docx import ir

NOTE = """
.note { border: 1pt solid #003366; background: #eef4fa; padding: 8pt 12pt; margin: 14pt 0 }
.note p:last-child { margin-bottom: 0 }
"""
LIST = "<p>One</p><ul><li>Two</li></ul><p>Three</p>"


def looks(found: Lowered) -> list[ir.ParagraphFormat]:
    """The whole format of each paragraph."""
    return [ir.overlay(found.style(p.style).paragraph, p.format) for p in found.paragraphs]


def boxed(found: Lowered) -> ir.Cell:
    """The cell of the only table."""
    (table,) = found.tables
    ((cell,),) = (row.cells for row in table.rows)
    return cell


def test_paragraphs_that_are_alike_share_the_borders_of_their_box() -> None:
    first, last = looks(lowered("<div class=note><p>a</p><p>b</p></div>", NOTE))
    assert first.top == first.bottom == ir.Border("single", 8, "003366", 8)
    assert first.left_edge == first.right_edge == ir.Border("single", 8, "003366", 12)
    assert first.shade == "EEF4FA"
    assert (first.top, first.bottom, first.left, first.right, first.shade) == (
        last.top,
        last.bottom,
        last.left,
        last.right,
        last.shade,
    )


def test_a_boxs_margins_are_outside_and_its_paragraphs_margins_inside() -> None:
    # Of the margins between the two, Word shows the larger one: the other need not be there.
    css = NOTE + ".note p { margin: 4pt 0 6pt }"
    first, last = looks(lowered("<div class=note><p>a</p><p>b</p></div>", css))
    assert (first.before, first.after, last.before, last.after) == (280, 120, 0, 280)
    assert first.top
    assert first.top.space == 8 + 4
    assert first.bottom
    assert first.bottom.space == 8


def test_text_stands_inside_padding_and_border() -> None:
    (look,) = looks(lowered("<div class=note><p>a</p></div>", NOTE))
    assert (look.left, look.right) == (20 * 13, 20 * 13)


def test_neighbouring_boxes_are_kept_apart() -> None:
    found = lowered("<div class=note><p>a</p><p>b</p></div>" * 3, NOTE)
    shades = [look.shade for look in looks(found)]
    assert shades == ["EEF4FA"] * 2 + ["EEF4FB"] * 2 + ["EEF4FA"] * 2
    colors = [look.top.color for look in looks(found) if look.top]
    assert all(a != b for a, b in pairwise(colors[::2]))


def test_neighbouring_paragraphs_with_borders_are_kept_apart() -> None:
    first, second = looks(lowered("<p>a</p><p>b</p>", "p { border: 1pt solid #ff0000 }"))
    assert first.top != second.top


def test_a_bar_beside_text_reaches_over_the_padding() -> None:
    css = "div { border-left: 3pt solid #999999; padding: 5pt 0 5pt 9pt }"
    (look,) = looks(lowered("<div><p>a</p></div>", css + "p { margin: 0 }"))
    assert look.left_edge == ir.Border("single", 24, "999999", 9)
    assert look.top == ir.Border("single", 2, "FFFFFF", 5)
    assert look.right_edge == ir.NO_BORDER


def test_the_fill_of_a_paragraph_reaches_over_its_padding() -> None:
    (look,) = looks(lowered("<p>a</p>", "p { background: #eeee88; padding: 6pt; margin: 10pt 0 }"))
    assert look.top == look.left_edge == ir.Border("single", 2, "EEEE88", 6)
    assert (look.before, look.after, look.left) == (200, 200, 120)


def test_a_box_of_mixed_content_is_a_table_of_one_cell() -> None:
    found = lowered(f"<div class=note>{LIST}</div>", NOTE)
    cell = boxed(found)
    assert [text(block) for block in cell.blocks if isinstance(block, ir.Paragraph)] == [
        "One",
        "Two",
        "Three",
    ]
    style = next(style for style in found.document.table_styles if style.name == "Box")
    assert style.body.shade == ""
    assert cell.format.shade == "EEF4FA"
    assert style.body.top == style.body.left == ir.Border("single", 8, "003366")
    assert style.body.padding == (160, 260, 160, 260)
    assert found.tables[0].widths == (8000,)


def test_indents_in_a_box_begin_at_the_box() -> None:
    css = NOTE + ".note { margin-left: 30pt } .note p { margin-left: 5pt }"
    found = lowered(f"<div class=note>{LIST}</div>", css)
    assert found.tables[0].left == 600
    first = boxed(found).blocks[0]
    assert isinstance(first, ir.Paragraph)
    assert first.format.left == 100


def test_a_box_with_a_table_at_its_end_ends_in_a_paragraph() -> None:
    found = lowered("<div class=note><table><tr><td>x</td></tr></table></div>", NOTE)
    *_, last = boxed(found).blocks
    assert isinstance(last, ir.Paragraph)
    assert last.style == "After Table"


def test_a_box_that_must_stay_whole_does_not_break() -> None:
    found = lowered(f"<div class=note>{LIST}</div>", NOTE + ".note { break-inside: avoid }")
    assert found.tables[0].rows[0].whole


def test_a_box_names_the_style_of_the_text_in_it() -> None:
    css = NOTE + '.note { --word-style: "Note" } .note { margin: 0 }'
    found = lowered("<div class=note><p>a</p></div>", css + ".note p { margin: 0 }")
    assert [(p.style, p.format) for p in found.paragraphs] == [("Note", ir.ParagraphFormat())]


def test_a_fill_like_paper_makes_no_box() -> None:
    found = lowered(f"<div>{LIST}</div>", "div { background: white }")
    assert found.tables == []
    assert len(found.paragraphs) == 3


def test_boxes_in_boxes_end_somewhere_with_a_word_about_it() -> None:
    body = "<div class=note>" * 60 + LIST + "</div>" * 60
    found = lowered(body, NOTE + ".note { padding: 0 }")
    assert found.problems == [
        "Word edition: expected at most 10 boxes with borders or a fill inside each other, "
        "found more at <div>"
    ]


def test_text_that_is_no_paragraph_leaves_borders_to_the_box_around_it() -> None:
    css = "div { border: 1pt solid #000000; background: #eeeeee; padding: 4pt }"
    found = lowered("<div>text<ul><li>item</li></ul></div>", css)
    loose = found.tables[0].rows[0].cells[0].blocks[0]
    assert isinstance(loose, ir.Paragraph)
    assert (loose.format.top, loose.format.shade) == (None, None)


@pytest.mark.parametrize("css", ["border: 0; border-top: 1pt solid #cc0000", "height: 1pt;"])
def test_a_rule_is_the_border_of_an_empty_paragraph(css: str) -> None:
    found = lowered("<p>a</p><hr><p>b</p>", f"hr {{ border: 0; background: #cc0000; {css} }}")
    rule = found.paragraphs[1]
    assert (rule.style, text(rule)) == ("Rule", "")
    look = looks(found)[1]
    assert look.top == ir.Border("single", 8, "CC0000")
    assert look.line == ir.Line(20, "exact")


def test_a_short_rule_stands_in_the_middle() -> None:
    css = "hr { border: 0; border-top: 1pt solid; width: 100pt; margin: 10pt auto }"
    look = looks(lowered("<hr>", css))[0]
    assert (look.left, look.right, look.before) == (3000, 3000, 200)


def test_an_empty_box_that_shows_nothing_leaves_nothing() -> None:
    assert (
        lowered("<p>a</p><div></div><p>b</p>", "div { padding: 5pt }").paragraphs[1:2]
        == (lowered("<p>a</p><p>b</p>").paragraphs[1:])
    )


@pytest.mark.parametrize("margin", ["0 40px", "0 90px 0 -10px"])
def test_a_box_that_is_wider_than_its_cell_is_as_wide(margin: str) -> None:
    css = "table { table-layout: fixed; width: 60px } td { padding: 0 }"
    css += f"td:first-child {{ width: 20px }} div {{ border: 1px solid; margin: {margin} }}"
    found = lowered("<table><td><div><p>a<ul><li>b</ul></div><td>c</table>", css)
    assert faults(parts(found.document)) == []
    assert found.problems == []


def test_the_style_of_boxes_has_no_fill() -> None:
    """LibreOffice 7 would fill those without any, whatever their cells state."""
    css = NOTE + ".plain { border: 1pt solid; padding: 8pt }"
    found = lowered(f"<div class=note>{LIST}</div><div class=plain>{LIST}</div>", css)
    style = next(style for style in found.document.table_styles if style.name == "Box")
    fills = [table.rows[0].cells[0].format.shade for table in found.tables]
    assert (style.body.shade, fills) == ("", ["EEF4FA", None])


def test_a_fill_reaches_below_a_transparent_border() -> None:
    css = ".panel { border: 4pt solid transparent; background: #00703c; padding: 20pt }"
    first, last = looks(lowered("<div class=panel><p>a</p><p>b</p></div>", css))
    edge = ir.Border("single", 32, "00703C", 20)
    assert (first.left_edge, last.right_edge, first.left) == (edge, edge, 480)


def test_a_transparent_border_without_a_fill_is_none() -> None:
    (look,) = looks(lowered("<p style='border: 4pt solid transparent'>a</p>"))
    assert look.left_edge in (None, ir.NO_BORDER)
