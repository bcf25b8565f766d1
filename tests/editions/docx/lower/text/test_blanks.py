"""Places to fill in by hand: empty inline blocks that show."""

from __future__ import annotations

import pytest

from tests.editions.docx.words import lowered, text


@pytest.mark.parametrize(
    ("css", "shown"),
    [
        ("width: 60pt; border-bottom: 1pt solid", True),
        ("min-width: 60pt; border-bottom: 1pt dotted red", True),
        ("width: 60pt; border: 1pt solid", True),
        ("width: 60pt; background: yellow", True),
        ("border-bottom: 1pt solid", False),
        ("width: 0.1pt; border-bottom: 1pt solid", False),
    ],
)
def test_an_empty_inline_block_that_shows_is_as_wide_as_in_css(css: str, shown: bool) -> None:
    found = lowered("<p>Name: <span></span> x</p>", f"span {{ display: inline-block; {css} }}")
    words = text(found.paragraphs[0])
    blanks = words.count("\u00a0")
    assert words.replace("\u00a0", "") == "Name:  x" if shown else not blanks
    assert (15 < blanks < 35) is shown
    assert found.problems == []


def test_the_line_of_a_blank_is_words_own() -> None:
    css = "span { display: inline-block; width: 40pt; border-bottom: 1pt dotted red }"
    run = lowered("<p>Name: <span></span></p>", css).paragraphs[0].inlines[1]
    assert (run.format.underline, run.format.underline_color) == ("dotted", "FF0000")  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("css", "width"),
    [
        ("width: 30%", 120.0),
        ("width: 50%; max-width: 100pt", 100.0),
        ("width: 100pt; box-sizing: border-box; padding: 0 10pt", 100.0),
        ("width: 100pt; padding: 0 10pt", 120.0),
    ],
)
def test_a_blank_is_as_wide_as_its_box(css: str, width: float) -> None:
    span = f"span {{ display: inline-block; background: yellow; {css} }}"
    words = text(lowered("<p>Name: <span></span> x</p>", span).paragraphs[0])
    space = 2.0  # points: as wide as Literata's is in 10 pt
    assert words.count("\u00a0") * space == pytest.approx(width, abs=3)


def test_nothing_stands_beside_a_blank_with_a_line_below() -> None:
    css = "span { display: inline-block; width: 100pt; border-bottom: 1pt solid }"
    (paragraph,) = lowered("<p>Name: <span></span>x</p>", css).paragraphs
    assert text(paragraph) == "Name: " + "\u00a0" * 50 + "x"
