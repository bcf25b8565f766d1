from __future__ import annotations

import io
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from triplicate.editions.html.webfont import subset, woff2

FONTS = sorted((Path(__file__).parents[3] / "templates" / "fonts").glob("*.ttf"))


def read(data: bytes) -> TTFont:
    return TTFont(io.BytesIO(data))


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_every_font_of_the_theme_covers_latin_greek_and_cyrillic(path: Path) -> None:
    characters = set(TTFont(path).getBestCmap())
    assert set(map(ord, "AzÅøßœŐžΑωάЖяЇ–“”’…€")) <= characters


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_a_web_font_is_a_woff2_file_with_the_outlines_of_the_original(path: Path) -> None:
    data = path.read_bytes()
    font = read(woff2(subset(data, set(map(ord, "Søren für")))))
    original = TTFont(path)
    assert font.flavor == "woff2"
    for character in "Søren für":
        name, origin = font.getBestCmap()[ord(character)], original.getBestCmap()[ord(character)]
        assert font["hmtx"][name] == original["hmtx"][origin]
        assert font["glyf"][name].numberOfContours == original["glyf"][origin].numberOfContours


@given(st.text(alphabet=st.characters(min_codepoint=0x21, max_codepoint=0x4FF), min_size=1))
def test_a_subset_shows_every_character_that_the_font_has(text: str) -> None:
    path = FONTS[0]
    wanted = set(map(ord, text)) & set(TTFont(path).getBestCmap())
    assert wanted <= set(read(woff2(subset(path.read_bytes(), set(map(ord, text))))).getBestCmap())


def test_the_same_input_gives_the_same_bytes() -> None:
    data = FONTS[0].read_bytes()
    assert woff2(subset(data, {65, 66})) == woff2(subset(data, {66, 65}))
