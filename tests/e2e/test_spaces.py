"""Space above what begins a page, around boxes beside each other, and padding: PDF and Word."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.printed import moved_words, printed_twins
from tests.e2e.proofs import *  # noqa: F403

pytestmark = pytest.mark.e2e

CSS = """
@page wide { size: 700pt 500pt; margin: 50pt } .wide { page: wide }
p, h2, li, td, th { margin: 0; font: 10pt/15pt Literata } ul { margin: 0 }
table { border-collapse: collapse; margin: 30pt 0; width: 100% }
td, th { border: 1pt solid; padding: 3pt }
.n { break-before: page } h2 { margin: 24pt 0 6pt }
.box { border: 1pt solid #0055aa; padding: 8pt; margin: 30pt 0 }
.row { display: flex; margin: 10pt 0 } .row > div { flex: 1; margin: 12pt 0 }
.bare { margin: 0 } .shown > div { background: #ddeeff }
.grid { display: grid; grid-template-columns: 1fr 1fr; gap: 8pt; margin: 10pt 0 }
.grid > div { margin: 6pt 0 } .in > div { display: inline-block; width: 40%; margin: 9pt 2% }
.pad { padding: 12pt 0; margin: 6pt 0 }
"""
TABLE = "<table><thead><tr><th>{0}A<th>{0}B</thead><tr><td>{0}C<td>{0}D</table>"
BOX = "<div class='box {1}'><p>{0}</p><ul><li>{0}i<li>{0}j</ul></div>"
ROW = "<div class='{1}'><div>{0}a</div><div>{0}b</div></div>"
PARTS = [
    BOX.format("First", ""),
    "<h2 class=n>Heading</h2><p>text</p>",
    f"<div class=n>{TABLE.format('T1')}</div><p>after1</p>",
    BOX.format("B2", "n") + "<p>after2</p>",
    f"<div class=wide>{TABLE.format('T3')}<p>landscape</p></div>",
    f"<div class=n><div class=box>{TABLE.format('T4')}<p>inside4</p></div></div>",
    *(
        ROW.format(f"R{n}", f"n {kind}") + f"<p>afterR{n}</p>"
        for n, kind in enumerate(("row", "row shown", "grid", "in"))
    ),
    "<p class=n>below</p>",
    *(
        ROW.format(f"S{n}", kind) + f"<p>afterS{n}</p>"
        for n, kind in enumerate(("row", "row shown", "grid", "in"))
    ),
    "<div class=pad><p>padded</p></div><p>p1</p><p class=pad>lines</p><p>p2</p>",
    f"<div class=pad>{TABLE.format('T5')}</div><p>p3</p>",
]
# Each begins a page because the one before is full: margins are left out, those in cells are not.
FILLED = [
    "<p style='margin-top: 20pt'>F0</p>",
    "<h2>F1</h2>",
    TABLE.format("F2"),
    BOX.format("F3", ""),
    ROW.format("F4", "row bare"),  # WeasyPrint keeps the margin of such a row itself
    ROW.format("F5", "in"),
]
FULL = "<p class=n>top</p>" + "<p>fill</p>" * 39


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    body = "".join(PARTS) + "".join(f"{FULL}{part}<p>x</p>" for part in FILLED)
    return printed_twins(body, CSS, tmp_path_factory.mktemp("spaces"))


@pytest.mark.libreoffice
@pytest.mark.tools("pdftotext")
def test_all_words_stand_where_they_stand_in_the_pdf(files: dict[str, Path]) -> None:
    assert moved_words(files, left=1, above=0, below=3) == []
