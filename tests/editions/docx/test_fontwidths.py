from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from tests.editions.docx.words import faces
from triplicate.editions.docx.fontwidths import Widths

FILES = [face.path for face in faces()]
FONTS = {path: (path.read_bytes(), TTFont(path)) for path in FILES}


def expected(font: TTFont, text: str) -> float:
    widths, glyphs = font["hmtx"].metrics, font.getBestCmap()
    em = font["head"].unitsPerEm
    return sum(
        widths[glyphs[ord(one)]][0] / em if ord(one) in glyphs else 0.65 if one in "◦▪" else 1.0
        for one in text
    )


@given(st.sampled_from(FILES), st.text(max_size=12) | st.text("0123456789. •◦▪✓–(", max_size=5))
def test_widths_are_those_of_the_font(path: Path, text: str) -> None:
    data, font = FONTS[path]
    assert Widths(data)(text) == pytest.approx(expected(font, text))


def test_segments_and_groups_map_alike() -> None:
    data, font = FONTS[FILES[0]]
    for table in font["cmap"].tables:
        table.cmap = {code: name for code, name in font.getBestCmap().items() if code < 0x3000}
    kept = [table for table in font["cmap"].tables if table.format == 4]
    font["cmap"].tables = kept[:1]
    buffer = BytesIO()
    font.save(buffer)
    assert Widths(buffer.getvalue())("Añ1 €") == pytest.approx(Widths(data)("Añ1 €"))
