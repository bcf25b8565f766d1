"""The PDF before its validators, and planted defects before each of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from tests.e2e.conftest import run
from tests.e2e.validators import PDF_VALIDATORS

pytestmark = [pytest.mark.e2e, pytest.mark.java, pytest.mark.tools("qpdf", "javac")]


@pytest.mark.parametrize("validator", PDF_VALIDATORS)
def test_the_validator_finds_nothing(validator: str, editions: dict[str, Path]) -> None:
    assert PDF_VALIDATORS[validator](editions["pdf"]) == []


@pytest.mark.tools("pdffonts")
def test_every_font_is_embedded_and_subset(editions: dict[str, Path]) -> None:
    rows = run("pdffonts", editions["pdf"]).splitlines()[2:]
    assert rows
    # The last columns: embedded, subset, ToUnicode, and two words of object number.
    assert {tuple(row.split()[-5:-2]) for row in rows} == {("yes", "yes", "yes")}


def lose_the_language(pdf: pikepdf.Pdf) -> None:
    """PDF/UA-1, 7.2."""
    del pdf.Root.Lang


def lose_the_tree(pdf: pikepdf.Pdf) -> None:
    """PDF/UA-1, 7.1."""
    del pdf.Root.StructTreeRoot


def hide_the_title(pdf: pikepdf.Pdf) -> None:
    """PDF/UA-1, 7.1."""
    del pdf.Root.ViewerPreferences


def add_a_script(pdf: pikepdf.Pdf) -> None:
    """PDF/A-2, 6.5.1."""
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


def unembed_a_font(pdf: pikepdf.Pdf) -> None:
    """PDF/A-2, 6.2.11.4."""
    fonts: Any = pdf.pages[0].obj.Resources.Font
    for font in fonts.values():
        del font.DescendantFonts[0].FontDescriptor["/FontFile2"]


SEEN_BY: dict[Callable[[pikepdf.Pdf], None], tuple[str, ...]] = {
    lose_the_language: ("page-validation", "veraPDF"),
    lose_the_tree: ("page-validation", "veraPDF"),
    hide_the_title: ("page-validation", "veraPDF"),
    add_a_script: ("page-validation", "veraPDF"),
    unembed_a_font: ("page-validation", "veraPDF"),
}


@pytest.mark.parametrize("defect", SEEN_BY, ids=lambda defect: defect.__name__)
def test_a_planted_defect_is_seen(
    defect: Callable[[pikepdf.Pdf], None], editions: dict[str, Path], tmp_path: Path
) -> None:
    mutant = tmp_path / "mutant.pdf"
    with pikepdf.open(editions["pdf"]) as pdf:
        defect(pdf)
        pdf.save(mutant)
    for validator in SEEN_BY[defect]:
        assert PDF_VALIDATORS[validator](mutant), f"{validator} does not see it"


def test_qpdf_sees_a_file_cut_short(editions: dict[str, Path], tmp_path: Path) -> None:
    mutant = tmp_path / "mutant.pdf"
    data = editions["pdf"].read_bytes()
    mutant.write_bytes(data[: data.rindex(b"startxref")])
    assert PDF_VALIDATORS["qpdf"](mutant)
