"""Fills of rows, boxes and pictures in the PDF, and in the Word file as LibreOffice prints it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.printed import area, printed_twins
from tests.e2e.proofs import *  # noqa: F403
from tests.editions.docx.lower.pictures.test_picture import image

pytestmark = pytest.mark.e2e

CSS = """
p { margin: 0 0 4pt }
table { border-spacing: 0; width: 100% } td, th { padding: 0 6pt }
.odd tbody tr:nth-child(odd) { background: #aabbcc }
.even tbody tr:nth-child(even) { background: #ccbbaa }
.rows tr:nth-child(even) { background: #bbccaa }
.body td { background: #abcdef }
.foot tbody tr:nth-child(even) { background: #fedcba } .foot tfoot { font-weight: bold }
.panel { border: 5pt solid transparent; padding: 8pt 20pt; background: #00703c }
img { padding: 6pt }
"""
ROWS = "<tr><th scope=row>a</th><td>1</td></tr><tr><th scope=row>b</th><td>2</td></tr>" * 2
HEAD = "<thead><tr><th>x</th><th>y</th></tr></thead>"
BODY = f"""
<table class=odd>{HEAD}<tbody>{ROWS}</tbody></table><p></p>
<table class=even>{HEAD}<tbody>{ROWS}</tbody></table><p></p>
<table class=rows><tr><th>x</th><th>y</th></tr>{ROWS}</table><p></p>
<table class=body>{HEAD}<tbody>{ROWS}</tbody></table><p></p>
<table class=foot>{HEAD}<tbody>{ROWS}</tbody><tfoot><tr><td>t</td><td>6</td></tr></tfoot></table>
<div class=panel><p>One</p><p>Two</p></div>
<p><img alt="x" src="{image(80, 40)}"></p>
"""
TEAL = "008080"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return printed_twins(BODY, CSS, tmp_path_factory.mktemp("fills"))


@pytest.mark.libreoffice
@pytest.mark.tools("pdftoppm")
@pytest.mark.parametrize(
    "color", ["aabbcc", "ccbbaa", "bbccaa", "abcdef", "fedcba", "00703c", TEAL]
)
def test_what_is_filled_is_as_large_as_in_the_pdf(color: str, files: dict[str, Path]) -> None:
    ours, theirs = area(files["pdf"], color), area(files["printed"], color)
    assert ours > 1000
    assert theirs == pytest.approx(ours, rel=0.05)
