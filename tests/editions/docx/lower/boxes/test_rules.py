"""Boxes without words: lines, frames to write into, fields of one colour."""

from __future__ import annotations

import pytest

from tests.editions.docx.words import lowered


@pytest.mark.parametrize(
    ("css", "size", "color"),
    [
        ("border: 0; border-top: 1pt solid red", 8, "FF0000"),
        ("border: 1pt solid; border-bottom: 3pt solid red", 24, "FF0000"),
        ("border: 0; height: 3pt; background: red", 24, "FF0000"),
        ("border: 0; padding: 1pt 0; height: 1pt; background: red", 24, "FF0000"),
    ],
)
def test_a_rule_is_as_thick_as_in_css(css: str, size: int, color: str) -> None:
    found = lowered("<p>a</p><hr><p>b</p>", f"hr {{ {css} }}")
    line = found.paragraphs[1].format.top or found.style("Rule").paragraph.top
    assert line is not None
    assert (line.size, line.color) == (size, color)
    assert found.problems == []


@pytest.mark.parametrize(
    "css", ["border: 1pt solid; height: 9pt", "border: 0; height: 30pt; background: red"]
)
def test_a_rule_that_is_a_box_is_reported(css: str) -> None:
    assert lowered("<p>a</p><hr><p>b</p>", f"hr {{ {css} }}").problems == [
        "Word edition: expected lines, found boxes without words in <hr>"
    ]


@pytest.mark.parametrize("css", ["border: 1pt solid", "background: yellow"])
def test_an_empty_box_with_a_height_is_as_high_as_in_css(css: str) -> None:
    found = lowered("<p>a</p><div></div><p>b</p>", f"div {{ height: 60pt; {css} }}", laid_out=True)
    (box,) = found.tables
    (cell,) = box.rows[0].cells
    (paragraph,) = cell.blocks
    assert (paragraph.format.after or 0) + 20 == pytest.approx(1200, abs=21)  # type: ignore[union-attr]
    assert found.problems == []
