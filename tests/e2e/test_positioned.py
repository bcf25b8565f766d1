"""A cover and a letterhead, in the PDF and in the Word file as LibreOffice sets it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.printed import moved_words, printed_twins
from tests.e2e.proofs import *  # noqa: F403

pytestmark = pytest.mark.e2e

SQUARE = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='90' height='30'%3E"
    "%3Crect width='90' height='30' fill='%23cc6600'/%3E%3C/svg%3E"
)
CSS = """
@page { size: A4; margin: 20mm }
h1 { font-size: 24pt; line-height: 30pt; margin: 0 } p { margin: 0 0 6pt }
.cover { position: relative; height: 257mm; break-after: page }
.cover > * { position: absolute }
.band { left: -20mm; right: -20mm; top: 60mm; background: #0b5563; padding: 14mm 20mm }
.logo { top: 0; right: 0; width: 40mm }
.date { bottom: 0; left: 0 }
.stripe { left: 0; bottom: 15mm; width: 60mm; height: 3mm; background: #cc6600 }
.sender { position: absolute; top: -8mm; right: 0; width: 55mm; font-size: 8pt; text-align: right }
.window { position: absolute; top: 30mm; left: 0; width: 85mm; height: 40mm }
.letter { padding-top: 85mm }
.noted { position: relative; padding-left: 30mm }
.tag { position: absolute; left: 0; top: 0 }
.stamp { position: absolute; top: 30mm; right: 0; width: 30mm; border: 1pt solid #990000 }
"""
BODY = f"""
<section class="cover"><img class="logo" alt="Logo" src="{SQUARE}">
<div class="band"><h1>Annual report</h1><p>Figures and words</p></div><div class="stripe"></div>
<p class="date">Bristol, May</p></section>
<div class="sender"><p>Alder Company</p><p>Quay Street</p></div>
<div class="window"><p>Receiver Name</p><p>Road</p><p>Town</p></div>
<div class="stamp">Urgent</div>
<div class="letter"><p>Dear someone,</p><p>text that goes on, so that it takes more than one line of
this letter, which is about nothing.</p>
<div class="noted"><b class="tag">Note</b><p>This stands beside.</p></div><p>Yours</p></div>
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return printed_twins(BODY, CSS, tmp_path_factory.mktemp("positioned"))


@pytest.mark.libreoffice
@pytest.mark.tools("pdftotext")
def test_all_words_stand_where_they_stand_in_the_pdf(files: dict[str, Path]) -> None:
    assert moved_words(files, left=2, above=6, below=6) == []
