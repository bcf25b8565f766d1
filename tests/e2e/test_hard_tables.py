"""Tables that are hard to draw, in the PDF and in the Word file as LibreOffice sets it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.printed import printed_twins, words
from tests.e2e.proofs import *  # noqa: F403

pytestmark = pytest.mark.e2e

CSS = """
table { border-collapse: collapse; margin: 0 0 10pt }
td, th { border: 0.5pt solid #888888; padding: 2pt 4pt }
.odd td { border: 2pt solid #009900 } .odd .double { border: 4pt double #cc0000 }
.odd .none { border: none }
.thick { border: 3pt solid #003366 }
.padded td:last-child { padding: 10pt 0 0 20pt } .padded .bottom { vertical-align: bottom }
.high { height: 50pt }
"""
BODY = """
<table><thead><tr><th rowspan="2">Aa</th><th colspan="2">BbCc</th></tr>
<tr><th>Bb</th><th>Cc</th></tr></thead><tbody><tr><td rowspan="2">aa</td><td>bb</td><td>cc</td></tr>
<tr><td>dd</td><td>ee</td></tr><tr><td colspan="3">all</td></tr></tbody></table>
<table style="width: 100%"><tr><td style="width: 20%">fifth</td>
<td colspan="2" style="width: 50%">half</td><td>rest</td></tr>
<tr><td>ff</td><td>gggg</td><td>hh</td><td>ii</td></tr></table>
<table class="thick"><tr><td>jj</td><td>kk</td></tr><tr><td>ll</td><td>mm</td></tr></table>
<table class="odd"><tr><td>nn</td><td class="double">double</td><td>oo</td></tr>
<tr><td>pp</td><td>qq</td><td class="none">none</td></tr>
<tr><td class="none">rr</td><td>ss</td><td>tt</td></tr></table>
<table><tr><td></td><td>uu</td><td></td></tr><tr><td>vv</td></tr><tr><td></td><td></td><td>ww</td>
</tr></table>
<table class="padded"><tr class="high"><td>middle</td><td class="bottom">under</td><td>low</td></tr>
</table>
<ol><li>First<table><tr><td>in</td><td><ul><li>deep<table><tr><td>nested</td></tr></table></li></ul>
</td></tr></table></li><li>Second</li></ol>
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return printed_twins(BODY, CSS, tmp_path_factory.mktemp("hard"))


@pytest.mark.libreoffice
@pytest.mark.tools("pdftotext")
def test_words_stand_where_they_stand_in_the_pdf(files: dict[str, Path]) -> None:
    ours, theirs = words(files["pdf"]), words(files["printed"])
    # The fonts of the test have no bullet for the second level; LibreOffice looks for another.
    pairs = [
        (a, b) for a, b in zip(ours, theirs, strict=True) if a.text.isascii() or a.text == b.text
    ]
    moved = {
        a.text: (b.text, round(b.left - a.left, 1), round(b.top - a.top, 1))
        for a, b in pairs
        if a.text != b.text or abs(b.left - a.left) > 1.5 or not -3 <= b.top - a.top <= 4
    }
    assert moved == {}
