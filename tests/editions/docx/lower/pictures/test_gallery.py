"""The PNG beside an SVG: text is drawn whatever family it asks for."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from shutil import copy
from zipfile import ZipFile

import pytest
from fontTools.ttLib import TTFont
from PIL import Image

from triplicate import html_to_docx
from triplicate.theme import built_in

SVG = '<svg width="90" height="30" role="img" aria-label="x">{}</svg>'
WORDS = '<text x="2" y="20"{}>Growth</text>'


def dark(html: str, machine_fonts: bool, folder: Path | None = None) -> int:
    """How many dots of the only PNG are dark."""
    data = html_to_docx(html, base_url=folder, machine_fonts=machine_fonts)
    with ZipFile(BytesIO(data)) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".png"))
        drawn = Image.open(BytesIO(archive.read(name))).getchannel("A")
    return sum(drawn.histogram()[128:])


@pytest.mark.parametrize("machine_fonts", [True, False])
@pytest.mark.parametrize(
    "family", ["", ' font-family="sans-serif"', ' font-family="Nowhere, monospace"']
)
def test_text_is_in_the_png(family: str, machine_fonts: bool) -> None:
    html = "<style>p { font-family: Nowhere, serif }</style><p>" + SVG.format(WORDS.format(family))
    assert dark(html, machine_fonts) > 200


def test_text_is_in_a_font_that_is_no_woff(tmp_path: Path) -> None:
    plain = built_in() / "fonts" / "Literata-Regular.ttf"
    font = TTFont(plain)
    font.flavor = "woff"
    font.save(tmp_path / "a.woff")
    copy(plain, tmp_path / "b.ttf")
    rules = "".join(
        f"@font-face {{ font-family: {name.upper()}; src: url({name}.{kind}) }}"
        for name, kind in (("a", "woff"), ("b", "ttf"))
    )
    html = f"<style>{rules} p {{ font-family: A, B }}</style><p>x{SVG.format(WORDS.format(''))}"
    assert dark(html, False, tmp_path) > 200
