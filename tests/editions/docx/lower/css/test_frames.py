"""The room of blocks: widths that go beyond what is around them, and margins of what floats."""

from __future__ import annotations

import pytest

from tests.editions.docx.words import lowered


@pytest.mark.parametrize(
    ("css", "right"),
    [
        ("width: 90pt", 200),  # and the paper's margin keeps what is more
        ("width: 120pt; max-width: 110pt", -200),
        ("min-width: 110pt", -200),
        ("width: 110pt; padding-left: 10pt; box-sizing: border-box", -200),
    ],
)
def test_a_box_that_is_wider_than_the_one_around_it_stands_out(css: str, right: int) -> None:
    body = "<div class=out><div class=in><p>a</p></div></div>"
    found = lowered(body, f".out {{ width: 100pt }} .in {{ {css} }}")
    (paragraph,) = found.paragraphs
    around = lowered(body, ".out { width: 100pt }").paragraphs[0].format.right or 0
    assert (paragraph.format.right or 0) - around == right


def test_margins_of_what_floats_collapse_with_none() -> None:
    css = "p { margin: 10pt 0 } .x { float: left; width: 100% }"
    found = lowered("<p>a</p><p class=x>b</p>", css)
    first, second = found.paragraphs
    shown = (
        first.format.after,
        found.style(first.style).paragraph.after,
        second.format.before,
    )
    assert 400 in shown
