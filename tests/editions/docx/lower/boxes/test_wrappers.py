"""Boxes that hold the document: their looks and places are those of a screen."""

from __future__ import annotations

import pytest

from tests.editions.docx.words import lowered
from triplicate.editions.docx import ir

WORDS = "<p>" + "Some words that go on. " * 40 + "</p>"
TEXT = WORDS * 4
LEFT_OUT = "expected a fill around parts of the text, found <div> around all"


def styles_of(body: str, css: str) -> list[str]:
    blocks = lowered(body, css).section.blocks
    return [block.style for block in blocks if isinstance(block, ir.Table)]


@pytest.mark.parametrize(
    ("css", "message"),
    [
        ("background: #eee", LEFT_OUT),
        ("border: 1px solid; padding: 9px", "expected borders around parts of the text"),
        ("background: #ccc; border: 1px solid", LEFT_OUT),
    ],
)
def test_a_box_around_the_document_is_left_out_and_reported(css: str, message: str) -> None:
    found = lowered(f"<div><ul><li>one</ul>{TEXT}</div><p>after", f"div {{ {css} }}")
    assert all(isinstance(block, ir.Paragraph) for block in found.section.blocks)
    assert [one for one in found.problems if message in one]


def test_a_box_inside_a_box_around_the_document_has_the_paper_around_it() -> None:
    body = f"<div><section><ul><li>one</ul>{TEXT}</section></div>"
    assert styles_of(body, "div { background: #eee } section { background: #fff }") == []


@pytest.mark.parametrize("css", ["background: #234; color: #fff", "background: #999; color: #eee"])
def test_a_box_whose_text_would_be_illegible_without_it_stays(css: str) -> None:
    assert styles_of(f"<div><ul><li>one</ul>{TEXT}</div>", f"div {{ {css} }}") == ["Box"]


def test_a_box_in_the_document_stays() -> None:
    body = f"<div><ul><li>one</ul>{WORDS}</div>{TEXT}"
    assert styles_of(body, "div { background: #eee }") == ["Box"]
    assert styles_of("<div><ul><li>one</ul><p>two</div>", "div { background: #eee }") == ["Box"]


@pytest.mark.parametrize("css", ["width: 100%", "", "width: 90%; padding: 0 5%"])
def test_a_box_that_takes_all_of_a_line_does_not_float(css: str) -> None:
    found = lowered(f"<div>{WORDS}</div><p>after", f"div {{ float: left; {css} }}")
    first = found.section.blocks[0]
    assert isinstance(first, ir.Paragraph)
    assert first.floating is None


def test_a_narrow_box_floats() -> None:
    found = lowered(f"<div>{WORDS}</div><p>after", "div { float: left; width: 90% }")
    first = found.section.blocks[0]
    assert isinstance(first, ir.Paragraph)
    assert first.floating is not None


@pytest.mark.parametrize("name", ["float: left; width: 60%", "position: absolute; top: 90px"])
def test_a_box_out_of_the_flow_that_holds_the_document_flows(name: str) -> None:
    found = lowered(f"<div>{TEXT}</div><p>after", f"div {{ {name} }}", laid_out=True)
    paragraphs = [block for block in found.section.blocks if isinstance(block, ir.Paragraph)]
    assert [one.floating for one in paragraphs[:4]] == [None] * 4
    assert [one for one in found.problems if "found it on <div> around all" in one]


@pytest.mark.parametrize(
    "css",
    [
        "min-width: 2000px; padding-left: 20px",
        "margin-right: -2000px",
        "margin: 0 -900px 0 900px",
    ],
)
def test_a_box_that_goes_beyond_the_page_keeps_its_text_on_it(css: str) -> None:
    look = lowered("<div><p>Words</div>", f"div {{ {css} }}").paragraphs[0].format
    assert (look.right or 0) >= -1800
    assert (look.left or 0) <= 8000
