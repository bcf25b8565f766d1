"""Tables and boxes that begin a page: a paragraph of 1 pt has the space above them."""

from __future__ import annotations

import pytest

from tests.editions.docx.words import Lowered, lowered
from triplicate.editions.docx import ir

TABLE = "<table><tr><td>x</table>"
CSS = """
table { margin: 30pt 0; border-spacing: 0 } .n { break-before: page }
.box { border: 1pt solid; margin: 30pt 0 }
"""
LEAD = ir.ParagraphFormat(after=580)


def kinds(found: Lowered) -> list[str]:
    """Whether each block is a table, what leads one, or text; page breaks are capitals."""
    shown = []
    for block in (block for section in found.document.sections for block in section.blocks):
        if isinstance(block, ir.Table):
            first = block.rows[0].cells[0].blocks[0]
            breaks = isinstance(first, ir.Paragraph) and first.format.page_break_before
            shown.append("TABLE" if breaks else "table")
        elif isinstance(block, ir.Paragraph):
            name = "lead" if block.style == "After Table" else "text"
            shown.append(name.upper() if block.format.page_break_before else name)
    return shown


@pytest.mark.parametrize(
    "body",
    [
        f"<div class=n>{TABLE}</div>",
        f"<div style='break-after: page'>a</div>{TABLE}",
        "<div class='box n'><p>a<ul><li>b</ul></div>",
        f"<div class=n><div class=box>{TABLE}<p>a</div></div>",
    ],
)
def test_a_paragraph_has_the_space_and_the_page_break(body: str) -> None:
    found = lowered(f"<p>a</p>{body}<p>b", CSS)
    shown = [kind for kind in kinds(found) if kind != "text"]
    assert shown == ["LEAD", "table"]
    (lead,) = [b for b in found.section.blocks if b == _lead(page_break_before=True)]
    assert isinstance(lead, ir.Paragraph)


def _lead(**others: bool) -> ir.Paragraph:
    return ir.Paragraph("After Table", format=LEAD._replace(**others))  # type: ignore[arg-type]


def test_a_table_that_begins_the_document_or_a_section_is_led_too() -> None:
    css = CSS + "@page wide { size: 700pt 500pt } .wide { page: wide }"
    found = lowered(f"{TABLE}<p>a</p><div class=wide>{TABLE}<p>b</div>", css)
    assert kinds(found) == ["lead", "table", "text", "lead", "table", "text"]
    assert [section.blocks[0] for section in found.document.sections] == [_lead()] * 2


def test_a_table_without_space_above_says_itself_that_it_begins_a_page() -> None:
    css = CSS + "table { margin: 0 }"
    assert kinds(lowered(f"<p>a</p><div class=n>{TABLE}</div><p>b", css)) == [
        "text",
        "TABLE",
        "text",
    ]


def test_a_table_in_a_table_that_begins_a_page_is_led_without_space_too() -> None:
    css = "table, .box { margin: 0 } .box { border: 1pt solid } .n { break-before: page }"
    found = lowered(f"<p>a</p><div class='box n'>{TABLE}<p>a</div><p>b", css)
    assert kinds(found) == ["text", "LEAD", "table", "text"]


def test_space_below_a_table_does_not_reach_over_a_page_break() -> None:
    found = lowered(f"<p>a</p>{TABLE}<h2 class=n>b", CSS + "h2 { margin: 0 }")
    assert found.paragraphs[-1].format.before is None


def test_a_table_that_begins_a_section_is_one_of_other_pages() -> None:
    css = CSS + "@page a { margin: 40pt } div { page: a; break-before: page }"
    part = f"<div>{TABLE}<p>a</div>"
    assert len(lowered(part * 2, css).document.sections) == 2


def test_a_box_has_the_margins_of_the_table_that_begins_it_inside() -> None:
    css = CSS + ".box { padding: 8pt }"
    usual = "<div class=box><p>a<ul><li>b</ul></div>"
    _, box = lowered(f"{usual}<p>a</p><div class=box>{TABLE}<p>b</div>", css).tables
    assert box.rows[0].cells[0].format.padding == (760, 180, 160, 180)
