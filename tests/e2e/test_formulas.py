"""Formulas and readings in Word files before other programs."""

from __future__ import annotations

from pathlib import Path

import pytest

import triplicate
from tests.e2e.ecma_schemas import schema_faults
from tests.e2e.test_webpages import nodes, pandoc
from tests.e2e.validators import DOCX_VALIDATORS

pytestmark = pytest.mark.e2e

FORMULAS = {
    "<mfrac><mn>1</mn><mn>2</mn></mfrac>": r"\frac{1}{2}",
    "<msup><mi>x</mi><mn>2</mn></msup><mo>=</mo><msqrt><mi>b</mi></msqrt>": r"x^{2} = \sqrt{b}",
    "<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover>"
    "<msub><mi>a</mi><mi>i</mi></msub>": r"\sum_{i = 1}^{n}a_{i}",
    "<mi>sin</mi><mo>(</mo><mfrac><mi>x</mi><mi>y</mi></mfrac><mo>)</mo>": (
        r"\sin\left( \frac{x}{y} \right)"
    ),
    "<mroot><mi>x</mi><mn>3</mn></mroot>": r"\sqrt[3]{x}",
    "<mo>[</mo><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr></mtable><mo>]</mo>": (
        "\\begin{bmatrix}\n1 & 2 \\\\\n\\end{bmatrix}"
    ),
    "<mover accent='true'><mi>v</mi><mo>→</mo></mover>": r"\overrightarrow{v}",
    "<munder><mi>lim</mi><mi>n</mi></munder>": r"\lim_{n}",
    "<mmultiscripts><mi>X</mi><mi>a</mi><mi>b</mi><mprescripts/><mi>c</mi><mi>d</mi>"
    "</mmultiscripts>": r"_{c}^{d}X_{a}^{b}",
}


@pytest.fixture(scope="module")
def docx(tmp_path_factory: pytest.TempPathFactory) -> Path:
    inner = "".join(f"<p>a <math>{one}</math><math display=block>{one}</math>" for one in FORMULAS)
    note = "<p><span style='float: footnote'><math><mi>x</mi></math></span>"
    path = tmp_path_factory.mktemp("formulas") / "page.docx"
    ruby = '<p lang="ja"><ruby>漢<rt>kan</rt>字<rt>ji</rt></ruby>'
    path.write_bytes(triplicate.html_to_docx(f"<html lang=en>{inner}{note}{ruby}"))
    return path


@pytest.mark.tools("pandoc")
def test_pandoc_reads_the_formulas(docx: Path) -> None:
    found = [node["c"] for node in nodes(pandoc(docx, "docx")["blocks"], "Math")]
    assert [tex for _, tex in found] == [tex for tex in FORMULAS.values() for _ in "ab"] + ["x"]
    kinds = [kind["t"] for kind, _ in found]
    assert kinds == ["InlineMath", "DisplayMath"] * len(FORMULAS) + ["InlineMath"]


@pytest.mark.parametrize("validator", DOCX_VALIDATORS)
def test_the_validator_finds_nothing(validator: str, docx: Path) -> None:
    assert DOCX_VALIDATORS[validator](docx) == []


def test_every_part_follows_the_standard_schemas(docx: Path) -> None:
    assert schema_faults(docx) == []
