from __future__ import annotations

from pathlib import Path

from tests.editions.docx.words import faces, lowered
from triplicate.diagnostics import Diagnostics
from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.fonts import Fonts
from triplicate.theme import FontFace


def test_the_first_family_with_a_file_is_taken() -> None:
    fonts = Fonts(faces(), Diagnostics())
    assert fonts.family(["Missing", "Inter", "serif"]) == "Inter"
    assert fonts.family(["Missing", "serif"]) == "Missing"
    assert fonts.family(["monospace"]) == "Courier New"


def test_only_the_faces_in_use_are_embedded() -> None:
    document = lowered("<p>a <em>b</em></p>").document
    literata = next(font for font in document.fonts if font.name == "Literata")
    assert [face.slot for face in literata.faces] == ["Regular", "Italic", "Bold"]


def test_substitutes_come_from_the_family_list() -> None:
    document = lowered("<p>x</p>", "p { font-family: Inter, Arial, sans-serif }").document
    inter = next(font for font in document.fonts if font.name == "Inter")
    assert (inter.substitutes, inter.generic) == (("Arial",), "sans-serif")


def test_a_broken_font_is_reported_and_left_out(tmp_path: Path) -> None:
    path = tmp_path / "broken.ttf"
    path.write_bytes(b"no font")
    diagnostics = Diagnostics()
    fonts = Fonts([FontFace("Broken", 400, "normal", path)], diagnostics)
    look = ir.RunFormat(font="Broken", bold=False, italic=False)
    assert fonts.table([look]) == (ir.Font("Broken"),)
    assert [item.rule for item in diagnostics] == ["font-readable"]
