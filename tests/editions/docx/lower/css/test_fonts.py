from __future__ import annotations

from pathlib import Path

from tests.editions.docx.words import faces, lowered
from triplicate.diagnostics import Diagnostics
from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.css.fonts import Fonts
from triplicate.editions.docx.package.fonts import font_table_part
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


def test_the_font_of_browser_windows_is_none_of_word() -> None:
    fonts = Fonts((), Diagnostics())
    stack = ("system-ui", "-apple-system", "BlinkMacSystemFont", "Segoe UI", "sans-serif")
    assert fonts.family(stack) == "Segoe UI"
    assert fonts.family(("ui-monospace",)) == "Courier New"
    assert fonts.family(("-apple-system", "sans-serif")) == "Arial"


def test_a_font_of_unknown_width_is_fixed_where_css_wants_one() -> None:
    found = lowered("<p>x</p>", "p { font-family: Menlo, monospace }").document
    font = next(font for font in found.fonts if font.name == "Menlo")
    assert b'<w:font w:name="Menlo"><w:charset w:val="00"/><w:family w:val="modern"/>' in (
        part := font_table_part(found._replace(fonts=(font,)), lambda data: "")
    )
    assert b'<w:pitch w:val="fixed"/>' in part
