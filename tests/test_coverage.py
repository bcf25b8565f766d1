from __future__ import annotations

from pathlib import Path

import pytest

from triplicate.coverage import check_coverage
from triplicate.diagnostics import Diagnostics
from triplicate.theme import load_theme


def check(text: str, folder: Path) -> Diagnostics:
    theme = load_theme(None, Diagnostics())
    assert theme is not None
    diagnostics = Diagnostics()
    check_coverage(text, theme.fonts, folder, diagnostics)
    return diagnostics


def test_latin_greek_and_cyrillic_are_shown(tmp_path: Path) -> None:
    assert not len(check("<p>Søren – für – Ελλάδα – Київ “x” …\u00ad\u200b\t\n</p>", tmp_path))


def test_a_character_without_a_glyph_is_an_error_at_its_place(tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text("name\n郭, Peiyuan 郭\n", encoding="utf-8")
    (found,) = check("<p>郭</p>", tmp_path)
    assert found.rule == "font-has-character"
    assert "U+90ED" in found.message
    assert found.span == (str(tmp_path / "people.csv"), 2, 1, 2, 2)


def test_a_whole_other_script_is_reported_in_few_words(tmp_path: Path) -> None:
    found = list(check("".join(map(chr, range(0x4E00, 0x4E80))), tmp_path))
    assert len(found) == 11
    assert "118 more" in found[-1].message


@pytest.mark.parametrize("text", ["", "plain"])
def test_a_theme_without_fonts_is_not_checked(tmp_path: Path, text: str) -> None:
    diagnostics = Diagnostics()
    check_coverage(text + "郭", (), tmp_path, diagnostics)
    assert not len(diagnostics)
