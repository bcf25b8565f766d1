"""What has room of its own in a line, in the PDF and in the Word file as LibreOffice sets it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.printed import moved_words, printed_twins
from tests.e2e.proofs import *  # noqa: F403

pytestmark = pytest.mark.e2e

CSS = """
p { margin: 10pt 0 }
.label { display: inline-block; width: 90pt }
.cell { display: inline-block; width: 60pt; text-align: right }
.fill { background: #ffdd88; padding: 0 8pt }
.frame { border: 1pt solid; padding: 0 9pt }
.far { margin-left: 40pt }
.blank { display: inline-block; width: 30%; border-bottom: 1pt solid }
.padded { padding: 12pt 0 }
.root { overflow: hidden }
.sign { border: 1pt solid; height: 60pt; width: 200pt }
.up { margin-top: -6pt } .down { margin-bottom: -3pt }
.over { margin-top: -8pt; padding-top: 4pt }
table { border-collapse: collapse } td { border: 1pt solid; padding: 2pt 4pt }
"""
BODY = """
<p><b class="label">Date</b>tomorrow</p><p><b class="label">Applicant</b>somebody</p>
<p>Alpha <span class="cell">12.50</span> beta <span class="cell">7.25</span> gamma.</p>
<p>Delta <span class="fill">shown</span> epsilon<span class="far">zeta</span> eta.</p>
<p>Theta <span class="frame">framed</span> iota.</p><p>Kappa <span class="blank"></span> lambda</p>
<div class="padded"><p>Padding</p></div><p>Below</p><div class="root"><p>Rooted</p></div><p>Mu</p>
<p>Nearer</p><div class="sign"></div><p>Signed</p>
<table><tr><td>Cell</td></tr></table><p>Last</p>
<div class="up"><p>Nu</p></div><div class="down"><p>Xi</p></div><div class="up"><p>Omicron</p></div>
<div class="over"><p>Pi</p></div><table><tr><td>Rho</td></tr></table>
<div class="up"><p>Sigma</p></div>
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return printed_twins(BODY, CSS, tmp_path_factory.mktemp("lines"))


@pytest.mark.libreoffice
@pytest.mark.tools("pdftotext")
def test_words_stand_where_they_stand_in_the_pdf(files: dict[str, Path]) -> None:
    assert moved_words(files, left=2.5, above=1, below=7) == []
