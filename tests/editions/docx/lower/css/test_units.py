from __future__ import annotations

import pytest

from tests.editions.docx.words import lowered, styled
from triplicate.editions.docx.lower.css.units import computed, half_points, length, twips


def test_a_point_is_twenty_twips_and_two_half_points() -> None:
    assert twips(96 / 72) == 20
    assert half_points(96 / 72 * 10.5) == 21


@pytest.mark.parametrize(
    ("css", "shown"),
    [
        ("#00517c", "00517C"),
        ("rgb(255 0 0)", "FF0000"),
        ("rgba(0, 0, 0, 0.5)", "808080"),
        ("hsl(120 100% 50%)", "00FF00"),
    ],
)
def test_colours_are_mixed_with_paper(css: str, shown: str) -> None:
    assert lowered("<p>x</p>", f"p {{ color: {css} }}").style("Body Text").run.color == shown


def test_calculations_wait_for_what_their_percentages_are_of() -> None:
    tree = styled('<p style="margin-left: calc(10% + 1em); font-size: 20px">x</p>')
    style = next(box.style for box in tree.root.descendants() if box.element_tag == "p")
    assert length(computed(style, "margin_left"), 500) == 70
    assert length(computed(style, "margin_right"), 500) == 0
