"""Margin boxes along an edge stand in a line of the header where the PDF has their words."""

from __future__ import annotations

from typing import Any

import pytest

from tests.editions.docx.words import lowered, page, styled
from triplicate.diagnostics import Diagnostics
from triplicate.editions.docx import ir
from triplicate.editions.docx.lower import lower
from triplicate.layout import engine

LOOK = "font: 10pt/12pt Literata"
PAGE = f"@page {{ size: 600pt 800pt; margin: 50pt; {LOOK}; "
THREE = "@top-left {{ content: 'one'; {} }} @top-center {{ content: 'two'; {} }} "
THREE += "@top-right {{ content: 'three'; {} }} }}"


def texts(css: str) -> list[tuple[float, float]]:
    """Where the words of margin boxes begin and end in the PDF, in points from the text's edge."""
    boxes: list[Any] = engine.paginate(styled(page("<p>a</p>"), css)).pages[0]._page_box.children
    found = [
        (text.position_x, text.position_x + text.width)
        for box in boxes
        if getattr(box, "at_keyword", "")
        for text in box.descendants()
        if hasattr(text, "text")
    ]
    return [(start * 0.75 - 50, end * 0.75 - 50) for start, end in found]


def stops(css: str) -> list[tuple[str, float]]:
    """The indent and the tab stops of a header, in points."""
    found = lowered("<p>a</p>", css)
    assert found.problems == []
    header = found.section.headers.default
    assert header
    assert isinstance(header[0], ir.Paragraph)
    look = ir.overlay(found.style("header").paragraph, header[0].format)
    return [
        ("left", (look.left or 0) / 20),
        *((tab.align, tab.position / 20) for tab in look.tabs or () if tab.align != "clear"),
    ]


@pytest.mark.parametrize(
    "css",
    [
        ("", "", ""),
        ("margin-left: 9pt", "margin-left: 40pt", "padding-right: 9pt"),
        ("", "padding: 0 30pt 0 7pt", ""),
        ("margin-right: 5%", "margin-right: 10%", "margin-right: 5%"),
        ("width: 90pt", "width: 120pt; text-align: left", "width: 90pt; text-align: left"),
        ("width: 90pt; text-align: right", "text-align: right", "min-width: 90pt"),
        ("width: 90pt; text-align: center", "width: 100pt; text-align: right", "width: 20%"),
        ("box-sizing: border-box; width: 90pt; padding: 0 9pt; text-align: right", "", ""),
    ],
)
def test_words_stand_at_stops_where_the_layout_has_them(css: tuple[str, str, str]) -> None:
    sheet = PAGE + THREE.format(*css)
    indent, *tabs = stops(sheet)
    at = [indent, *tabs] if len(tabs) == 2 else tabs
    for (kind, stop), (start, end) in zip(at, texts(sheet), strict=True):
        shown = {"left": start, "right": end, "center": (start + end) / 2}[kind]
        assert stop == pytest.approx(shown, abs=0.3)


def test_boxes_go_beyond_the_text_where_pages_have_padding() -> None:
    css = PAGE + "padding: 0 20pt 0 30pt; " + THREE.format("", "", "")
    assert stops(css) == [("left", -30), ("center", 220), ("right", 470)]


def test_the_only_box_of_an_edge_is_as_wide_as_css_has_it() -> None:
    css = PAGE + "@top-center { content: 'two'; width: 100pt; margin-left: 40pt } }"
    look = lowered("<p>a</p>", css).style("header").paragraph
    assert (look.left, look.right, look.align) == (20 * 220, 20 * 180, "center")


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        (("", "width: 20pt", ""), "words in one line beside other margin boxes, found more on "),
        (("width: 480pt", "", ""), "words in one line beside other margin boxes, found more on "),
        (("", "margin: 0 190pt", ""), "words in one line beside other margin boxes, found more"),
        (("", "margin-top: 20pt", ""), "boxes of an edge at one height, found margin on "),
        (("", "padding-bottom: 9pt", ""), "boxes of an edge at one height, found padding on "),
        (
            ("", "vertical-align: top", ""),
            "boxes of an edge at one height, found vertical-align on ",
        ),
        (("", "vertical-align: super", ""), "at one height, found vertical-align on "),
        (("", "background: red", ""), "equal fills for all boxes of an edge, found others"),
        (("", "border-top: 1pt solid", ""), "equal borders for all boxes of an edge, found others"),
    ],
)
def test_what_word_cannot_do_to_one_box_of_several_is_reported_at_its_place(
    css: tuple[str, str, str], expected: str
) -> None:
    sheet = PAGE + THREE.format(*css).replace("two", "two words")
    diagnostics = Diagnostics()
    lower(styled(page("<p>a</p>"), sheet), (), diagnostics)
    (problem,) = diagnostics
    assert expected in problem.message
    assert problem.span


def test_heights_that_nobody_sees_are_not_reported() -> None:
    css = PAGE + THREE.format("", "margin-top: 1pt", "min-height: 40pt; vertical-align: middle")
    assert stops(css)
