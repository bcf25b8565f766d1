"""The PDF before its validators, and planted defects before each of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from tests.e2e.conftest import run
from tests.e2e.validators import PDF_VALIDATORS, page_validation, qpdf, verapdf_each

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


DEFECTS: list[Callable[[pikepdf.Pdf], None]] = [
    lose_the_language,
    lose_the_tree,
    hide_the_title,
    add_a_script,
    unembed_a_font,
]


@pytest.fixture(scope="module")
def mutants(editions: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A copy of the PDF for each defect."""
    folder = tmp_path_factory.mktemp("mutants")
    for defect in DEFECTS:
        with pikepdf.open(editions["pdf"]) as pdf:
            defect(pdf)
            pdf.save(folder / f"{defect.__name__}.pdf")
    return {path.stem: path for path in folder.iterdir()}


def test_verapdf_sees_each_planted_defect(mutants: dict[str, Path]) -> None:
    found = verapdf_each(list(mutants.values()))
    assert len(found) == len(DEFECTS)
    assert [path.stem for path, faults in found.items() if not faults] == []


@pytest.mark.parametrize("name", [defect.__name__ for defect in DEFECTS])
def test_page_validation_sees_a_planted_defect(name: str, mutants: dict[str, Path]) -> None:
    assert page_validation(mutants[name])


def test_qpdf_sees_a_file_cut_short(editions: dict[str, Path], tmp_path: Path) -> None:
    mutant = tmp_path / "mutant.pdf"
    data = editions["pdf"].read_bytes()
    mutant.write_bytes(data[: data.rindex(b"startxref")])
    assert qpdf(mutant)
