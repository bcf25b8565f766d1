from __future__ import annotations

from pathlib import Path

from triplicate.diagnostics import Diagnostics
from triplicate.theme import built_in, load_theme


def test_the_built_in_theme_names_fonts_that_exist_and_are_licensed() -> None:
    diagnostics = Diagnostics()
    theme = load_theme(None, diagnostics)
    assert theme is not None
    assert {(font.family, font.weight, font.style) for font in theme.fonts} == {
        (family, weight, style)
        for family in ("Literata", "Inter")
        for weight in (400, 700)
        for style in ("normal", "italic")
    }
    for font in theme.fonts:
        licence = font.path.with_name(f"{font.family}-OFL.txt").read_text(encoding="utf-8")
        assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert not len(diagnostics)


def test_a_missing_font_is_an_error_at_its_line(tmp_path: Path) -> None:
    css = 'p { margin: 0 }\n@font-face { font-family: "X"; src: url("x.ttf"); }\n'
    (tmp_path / "report.css").write_text(css)
    diagnostics = Diagnostics()
    theme = load_theme(tmp_path, diagnostics)
    assert theme is not None
    assert theme.fonts == ()
    (found,) = diagnostics
    assert found.rule == "font-exists"
    assert found.span is not None
    assert found.span[:3] == (
        str(tmp_path / "report.css"),
        2,
        css.splitlines()[1].index('"x.ttf"') + 1,
    )


def test_a_theme_that_does_not_exist_is_an_error(tmp_path: Path) -> None:
    diagnostics = Diagnostics()
    assert load_theme(tmp_path / "none", diagnostics) is None
    assert diagnostics.has_errors


def test_what_a_theme_lacks_comes_from_the_built_in_one(tmp_path: Path) -> None:
    theme = load_theme(tmp_path, Diagnostics())
    assert theme is not None
    assert theme.css_path.parent == built_in()
    assert theme.folders == (tmp_path, built_in())


def test_a_style_sheet_without_fonts_is_a_warning_that_says_what_follows(tmp_path: Path) -> None:
    (tmp_path / "report.css").write_text("p { color: red }", encoding="utf-8")
    diagnostics = Diagnostics()
    assert load_theme(tmp_path, diagnostics) is not None
    (found,) = diagnostics
    assert (found.rule, str(found.severity)) == ("theme-has-fonts", "warning")
    assert "the PDF is set in the built-in fonts" in found.message


def test_a_style_sheet_that_is_not_utf_8_is_reported_at_the_byte(tmp_path: Path) -> None:
    (tmp_path / "report.css").write_bytes("p {}\n/* é */".encode("latin-1"))
    diagnostics = Diagnostics()
    assert load_theme(tmp_path, diagnostics) is None
    (found,) = diagnostics
    assert found.message == "expected a style sheet in UTF-8, found the byte E9"
    assert found.span is not None
    assert found.span[1:3] == (2, 4)
