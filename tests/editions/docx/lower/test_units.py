from __future__ import annotations

import pytest

from tests.editions.docx.words import lowered
from triplicate.editions.docx.lower.units import half_points, twips


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
