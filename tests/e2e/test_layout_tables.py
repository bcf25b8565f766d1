"""Boxes beside each other, in the PDF and in the Word file as LibreOffice sets it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.printed import moved_words, printed_twins
from tests.e2e.proofs import *  # noqa: F403

pytestmark = pytest.mark.e2e

SQUARE = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='90' height='60'%3E"
    "%3Crect width='90' height='60' fill='%23cc6600'/%3E%3C/svg%3E"
)
CSS = """
@page { size: 500pt 760pt }
p { margin: 0 0 6pt } h2 { font-size: 12pt; margin: 0 0 4pt }
.head { display: flex; justify-content: space-between; align-items: center;
        border-bottom: 1.5pt solid #0b5563; padding-bottom: 8pt; margin-bottom: 24pt }
.address { text-align: right; font-size: 8pt } .address p { margin: 0 }
.meta { display: grid; grid-template-columns: 2fr 1fr; gap: 24pt }
.figures { display: flex; gap: 12pt; margin: 12pt 0 }
.figure { flex: 1; background: #eef5f6; border: 0.75pt solid #0b5563; padding: 8pt;
          text-align: center }
.photo { display: flex; gap: 14pt } .photo img { width: 90pt }
.cards { display: grid; grid-template-columns: repeat(3, 1fr); gap: 10pt; margin: 12pt 0 }
.card { border: 1pt solid #999999; padding: 6pt } .card p { margin: 0 }
.line span { display: inline-block; width: 48% }
.band { display: flex; background: #0b5563; padding: 8pt 12pt; justify-content: space-between }
.cv { display: grid; grid-template-columns: 110pt 1fr; gap: 20pt; margin-top: 12pt }
.cleared { clear: both } .floats div { float: left; width: 32% }
.signed { display: flex; gap: 40pt; margin-top: 20pt }
.signed div { flex: 1; border-top: 0.5pt solid #000000; padding-top: 3pt }
"""
BODY = f"""
<div class="head"><div>Alder</div><div class="address"><p>Quay Street</p><p>Bristol</p></div></div>
<div class="meta"><div><p>Receiver Name</p><p>Road</p></div><div><p>Dated May</p></div></div>
<p>Dear someone.</p>
<div class="figures"><div class="figure">42 growth</div><div class="figure">1204 customers of
ours in northern parts</div><div class="figure">17 sites</div><div class="figure">32 stars</div>
</div>
<div class="photo"><img alt="A square" src="{SQUARE}"><div><p>Text beside photo.</p></div></div>
<div class="cards"><div class="card"><h2>First</h2><p>card</p></div><div class="card"><h2>Second
</h2><p>which has more lines than others have</p></div><div class="card"><h2>Third</h2></div>
<div class="card"><h2>Fourth</h2></div><div class="card"><h2>Fifth</h2></div></div>
<div class="line"><span>leftmost</span> <span>rightmost</span></div>
<div class="band"><div>begin</div><div>end</div></div>
<div class="cv"><div><h2>Skills</h2><p>one</p><p>two</p></div><div><h2>Career</h2><p>Long text
about what happened in all these years, so that it takes lines.</p></div></div>
<div class="floats"><div>alpha</div><div>beta</div><div>gamma</div></div>
<p class="cleared">Cleared.</p>
<div class="signed"><div>Place</div><div>Signature</div></div><p>After.</p>
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return printed_twins(BODY, CSS, tmp_path_factory.mktemp("layout"))


@pytest.mark.libreoffice
@pytest.mark.tools("pdftotext")
def test_all_words_stand_where_they_stand_in_the_pdf(files: dict[str, Path]) -> None:
    assert moved_words(files, left=2, above=8, below=8) == []
