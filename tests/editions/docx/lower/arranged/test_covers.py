"""Boxes that have a page to themselves, and are filled."""

from __future__ import annotations

import pytest

from tests.editions.docx.lint import faults
from tests.editions.docx.words import Lowered, lowered, parts, text
from triplicate.editions.docx import ir

COVER = "section { height: 590pt; background: #004080; break-after: page } h1 { margin: 0 }"


def pictures(found: Lowered) -> list[ir.Picture]:
    blocks = (block for block in found.section.blocks if isinstance(block, ir.Paragraph))
    inlines = (one for block in blocks for one in block.inlines)
    return [one for one in inlines if isinstance(one, ir.Picture)]


@pytest.mark.parametrize(
    "css",
    [
        "",
        "section { display: flex; align-items: center }",
        "section { padding-top: 200pt; box-sizing: border-box }",
    ],
)
def test_the_fill_of_a_cover_is_a_picture_behind_it(css: str) -> None:
    found = lowered("<section><h1>a</h1></section><p>b</p>", COVER + css, laid_out=True)
    assert found.tables == []
    (picture,) = pictures(found)
    assert picture.pin == ir.Pin(1000, 1000, on_page=True, behind=True)
    assert (picture.width, picture.height, picture.decorative) == (8000, 11800, True)
    assert [text(one).strip("\ufffc") for one in found.paragraphs] == ["a", "b"]
    assert found.paragraphs[0].format.shade is None


def test_a_filled_cover_of_positioned_boxes_is_not_drawn_as_a_table() -> None:
    css = COVER + "section { position: relative } h1 { position: absolute; top: 200pt; left: 9pt }"
    found = lowered("<section><h1>a</h1></section><p>b</p>", css, laid_out=True)
    assert len(pictures(found)) == 1
    assert found.paragraphs[0].floating is not None
    assert found.paragraphs[0].floating.on_page == (1180, 5000)
    assert faults(parts(found.document)) == []


def test_a_filled_box_that_is_no_page_is_a_table() -> None:
    css = COVER.replace("590", "200")
    found = lowered("<section><h1>a</h1><p>b</p></section><p>c</p>", css, laid_out=True)
    assert pictures(found) == []
