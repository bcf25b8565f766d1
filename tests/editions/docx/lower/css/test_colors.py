from __future__ import annotations

import pytest
from tinycss2.color5 import parse_color

from tests.editions.docx.words import lowered
from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.css.units import rgb


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("rgb(255 0 0)", "FF0000"),
        ("hsl(120 100% 50%)", "00FF00"),
        ("hwb(240 0% 0%)", "0000FF"),
        ("oklch(0.62796 0.25768 29.234)", "FF0000"),
        ("oklab(0.62796 0.22486 0.12585)", "FF0000"),
        ("lab(54.29 80.80 69.89)", "FF0000"),
        ("lch(54.29 106.84 40.86)", "FF0000"),
        ("oklch(1 0 none)", "FFFFFF"),
        ("color(display-p3 1 0 0)", "FF0000"),  # clipped: sRGB has no such red
        ("color(display-p3 0.2 0.2 0.2)", "333333"),
        ("color(a98-rgb 0.5 0.5 0.5)", "818181"),
        ("color(prophoto-rgb 1 1 1)", "FFFFFF"),
        ("color(rec2020 1 1 1)", "FFFFFF"),
        ("color(srgb-linear 0.2140 0.2140 0.2140)", "7F7F7F"),
        ("color(xyz 0.9505 1 1.089)", "FFFFFF"),
        ("color(xyz-d50 0.9643 1 0.8251)", "FFFFFF"),
        ("device-cmyk(0 1 1 0)", "FF0000"),
        ("oklch(0.62796 0.25768 29.234 / 50%)", "FF8080"),
    ],
)
def test_colors_of_all_spaces_are_srgb_in_word(written: str, shown: str) -> None:
    assert rgb(parse_color(written)) == shown


def test_a_page_with_modern_colors_has_them() -> None:
    result = lowered('<p style="color: oklch(0.62796 0.25768 29.234)">x')
    assert result.problems == []
    (paragraph,) = result.paragraphs
    (run,) = paragraph.inlines
    assert isinstance(run, ir.Run)
    assert run.format.color == "FF0000"
