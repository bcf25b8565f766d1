"""Boxes that hold the document: their looks and places are those of a screen."""

from __future__ import annotations

import pytest

from tests.editions.docx.words import lowered, page
from triplicate.editions.docx import ir

WORDS = "<p>" + "Some words that go on. " * 40 + "</p>"
TEXT = WORDS * 4
LEFT_OUT = "expected a fill around parts of the text, found <div> around all"


def styles_of(body: str, css: str) -> list[str]:
    blocks = lowered(page(body), css).section.blocks
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
    found = lowered(page(f"<div><ul><li>one</ul>{TEXT}</div><p>after"), f"div {{ {css} }}")
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
    found = lowered(page(f"<div>{WORDS}</div><p>after"), f"div {{ float: left; {css} }}")
    first = found.section.blocks[0]
    assert isinstance(first, ir.Paragraph)
    assert first.floating is None


def test_a_narrow_box_floats() -> None:
    found = lowered(page(f"<div>{WORDS}</div><p>after"), "div { float: left; width: 90% }")
    first = found.section.blocks[0]
    assert isinstance(first, ir.Paragraph)
    assert first.floating is not None
