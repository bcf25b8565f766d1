"""The PNG beside an SVG: text is drawn whatever family it asks for."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from PIL import Image

from triplicate import html_to_docx

SVG = '<svg width="90" height="30" role="img" aria-label="x">{}</svg>'
WORDS = '<text x="2" y="20"{}>Growth</text>'


def dark(html: str, machine_fonts: bool) -> int:
    """How many dots of the only PNG are dark."""
    with ZipFile(BytesIO(html_to_docx(html, machine_fonts=machine_fonts))) as archive:
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
