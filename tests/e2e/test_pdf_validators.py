"""The PDF before its validators, and planted defects before each of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from tests.e2e.conftest import run
from tests.e2e.validators import PDF_VALIDATORS, page_validation, qpdf, verapdf_each
from tests.editions.pdf.test_write import make

pytestmark = [pytest.mark.e2e, pytest.mark.java, pytest.mark.tools("qpdf", "javac")]


PICTURE = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='40' height='40'/%3E"
WORDS = "Some words, and a link that goes over lines and over pages. " * 30
EVERYTHING = f"""<h1>Title</h1><ol><li><p>One</p><ul><li>Inner</li></ul><p>More</p></li>
<li>Two <a href="#end">{WORDS}</a></li></ol><dl><dt>Term</dt><dd>Meaning</dd></dl>
<p>Words<span class="note">A note with <a href="https://example.org">a link</a>. {WORDS}</span>,
<code>code</code>, <q>quotation</q>, <abbr title="Of course">o.c.</abbr>, <i lang="fr">deux</i>,
Donau\u00addampf\u00adschiff\u00adfahrts\u00adgesell\u00adschafts\u00adkapit\u00e4n.<br>{WORDS}</p>
<table><caption>Table</caption><thead><tr><th rowspan="2">Name</th><th colspan="2">Values</th></tr>
<tr><th>A</th><th>B</th></tr></thead><tbody>{"<tr><th>R</th><td>x</td><td></td></tr>" * 60}</tbody>
</table><figure><img alt="A square" src="{PICTURE}"><figcaption>Caption</figcaption></figure>
<p style="opacity: 0.5">Pale <img alt="" src="{PICTURE}"> {WORDS}</p><pre>Two
lines</pre><hr><h2 id="end">End</h2>"""


@pytest.mark.parametrize("validator", PDF_VALIDATORS)
def test_the_validator_finds_nothing(validator: str, editions: dict[str, Path]) -> None:
    assert PDF_VALIDATORS[validator](editions["pdf"]) == []


def test_a_page_of_all_that_themes_may_print_is_valid(tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    path.write_bytes(make(EVERYTHING, "@page { size: A5; margin: 20mm } .note { float: footnote }"))
    found = {name: validator(path) for name, validator in PDF_VALIDATORS.items()}
    assert not any(found.values()), found


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
