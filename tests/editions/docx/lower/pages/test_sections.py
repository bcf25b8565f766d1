from __future__ import annotations

from typing import Any

import pytest

from tests.editions.docx.words import Lowered, lowered, text
from triplicate.editions.docx import ir

PAGE = """
@page {
  size: 600pt 800pt; margin: 70pt 60pt 80pt 50pt;
  @top-left { content: string(title); font: 8pt/10pt Literata; vertical-align: bottom;
    padding-bottom: 20pt; margin-left: -10pt }
  @top-right { content: "R"; font: 8pt/10pt Literata; vertical-align: bottom }
  @bottom-right { content: counter(page) " of " counter(pages); font: 8pt/10pt Literata;
    vertical-align: top; padding-top: 30pt }
}
h1 { string-set: title content() }
"""
FIRST = (
    "@page :first { margin-top: 50pt; @top-left { content: none } @top-right { content: none } }"
)


def fields(paragraphs: Any) -> list[str]:
    assert paragraphs
    return [i.instruction for i in paragraphs[0].inlines if isinstance(i, ir.Field)]


def whole(found: Lowered, paragraph: Any) -> ir.ParagraphFormat:
    look: ir.ParagraphFormat = paragraph.format
    return ir.overlay(found.style(paragraph.style).paragraph, look)


def test_pages_have_the_size_and_margins_of_the_style_sheet() -> None:
    section = lowered("<p>x</p>", PAGE).section
    assert (section.width, section.height) == (12000, 16000)
    assert section.margins[:4] == (1400, 1200, 1600, 1000)


def test_headers_and_footers_stand_where_the_margin_boxes_do() -> None:
    section = lowered("<h1>x</h1>", PAGE).section
    # The header's line ends 20 pt above the text, the footer's begins 30 pt below it.
    assert section.margins[4:] == (20 * (70 - 20 - 10), 20 * (80 - 30 - 10))


def test_boxes_at_both_ends_are_parted_by_a_tab() -> None:
    found = lowered("<h1>Title</h1>", PAGE)
    (header,) = found.section.headers.default or ()
    assert text(header) == "Title\tR"
    look = whole(found, header)
    assert (look.left, look.tabs) == (-200, (ir.Tab("right", 20 * 490),))


def test_a_single_box_at_the_right_is_a_right_aligned_paragraph() -> None:
    found = lowered("<p>x</p>", PAGE)
    (footer,) = found.section.footers.default or ()
    assert text(footer) == "1 of 1"
    assert whole(found, footer).align == "right"
    assert fields(found.section.footers.default) == ["PAGE", "NUMPAGES"]


def test_pages_alike_have_one_header() -> None:
    section = lowered("<h1>x</h1>", PAGE).section
    assert (section.first_differs, section.even_differs) == (False, False)
    assert section.headers.first is None


def test_a_first_page_without_header_has_an_empty_one() -> None:
    section = lowered("<h1>x</h1>", PAGE + FIRST).section
    assert section.first_differs
    assert section.headers.first
    (empty,) = section.headers.first
    assert isinstance(empty, ir.Paragraph)
    assert empty.inlines == ()
    assert section.footers.first == section.footers.default


def test_other_pages_get_their_larger_margin_from_a_taller_header() -> None:
    found = lowered("<h1>x</h1>", PAGE + FIRST)
    section = found.section
    assert section.margins[0] == 1000
    (header,) = section.headers.default or ()
    look = whole(found, header)
    assert look.line
    assert section.margins[4] + look.line.pitch + (look.after or 0) == 1400


def test_left_and_right_pages_may_differ() -> None:
    css = PAGE + '@page :left { @bottom-right { content: none } @bottom-left { content: "L" } }'
    section = lowered("<p>x</p>", css).section
    assert section.even_differs
    assert section.footers.even
    assert text(section.footers.even[0]) == "L"


def test_a_string_set_once_refers_to_its_element() -> None:
    section = lowered('<h1 id="the-title">x</h1>', PAGE).section
    assert fields(section.headers.default) == ["REF the_title \\* CHARFORMAT"]


def test_a_string_set_by_many_headings_refers_to_the_nearest() -> None:
    css = PAGE.replace("h1 {", "h2 {")
    section = lowered("<h2>A</h2><h2>B</h2>", css).section
    assert fields(section.headers.default) == ["STYLEREF 1"]


def test_page_numbers_may_be_roman() -> None:
    css = "@page { @bottom-center { content: counter(page, lower-roman) } }"
    section = lowered("<p>x</p>", css).section
    assert fields(section.footers.default) == ["PAGE \\* roman"]


def test_a_section_that_ends_in_a_rule_has_a_paragraph_after_it() -> None:
    css = "hr { border: 0; border-top: 1pt solid } .x { page: x } @page x { size: 300pt 300pt }"
    first, _ = lowered("<p>a</p><hr><p class=x>b</p>", css).document.sections
    assert [p.style for p in first.blocks if isinstance(p, ir.Paragraph)] == [
        "Body Text",
        "Rule",
        "After Table",
    ]


def test_an_empty_header_in_no_margin_moves_no_text() -> None:
    section = lowered("<p>a</p>", "@page { margin: 0 20pt }").section
    for part in (section.headers, section.footers):
        assert part.default is not None
        (paragraph,) = part.default
        assert isinstance(paragraph, ir.Paragraph)
        assert paragraph.format.line == ir.Line(20, "exact")


@pytest.mark.parametrize(
    ("style", "problems"), [("", 1), (", decimal", 1), (", lower-roman", 0), (", upper-roman", 0)]
)
def test_figures_for_a_page_with_roman_numbers_are_reported(style: str, problems: int) -> None:
    css = f"""@page front {{ @bottom-right {{ content: counter(page, lower-roman) }} }}
    .front {{ page: front }} a::after {{ content: target-counter(attr(href), page{style}) }}"""
    body = """<div class="front"><p id="x">a</p></div><p id="y"><a href="#x"></a></p>
    <p><a href="#x"></a> <a href="#y"></a></p>"""
    found = lowered(body, css).problems
    assert len([one for one in found if 'found figures for that of "x"' in one]) == problems
