"""Tables of all kinds in the PDF, and in the Word file as LibreOffice sets it."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import pytest
from PIL import Image

from tests.e2e.pictures import pages
from tests.e2e.printed import printed_twins, words
from tests.e2e.proofs import *  # noqa: F403
from tests.editions.docx.words import opened, page, styled
from triplicate.layout import engine
from triplicate.layout.facts import read_facts

pytestmark = pytest.mark.e2e

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CSS = """
table { margin: 0 0 10pt }
.ruled { border-collapse: collapse; border: 2pt solid #003366 }
.ruled td, .ruled th { border: 0.5pt solid #888888; padding: 3pt 6pt }
.ruled thead th { background: #ddeeff; border-bottom: 1.5pt solid #ff0000 }
.ruled tbody tr:nth-child(even) td { background: #eeeeee }
.framed .ruled { margin: 0 }
.framed { border: 1pt solid #333333; border-spacing: 0; width: 100% }
.percent { border-spacing: 0; table-layout: fixed; width: 300pt }
.percent td { border-bottom: 0.5pt solid #888888; padding: 2pt 4pt }
.middle { margin-left: auto; margin-right: auto }
.below caption { caption-side: bottom }
.ruled tfoot td { border-top: 1.5pt solid #006600; background: #ffffcc; font-weight: bold }
.number { text-align: right }
.sums td + td { --align-to: "." } .sums td:nth-child(n + 3) { text-align: right }
.sums td:last-child { text-align: center }
"""
LONG = "far more words than go on to a line of this table, so that they go on to the next one"
BODY = f"""
<p>Ante.</p>
<table class="ruled"><caption>Caption above</caption>
<thead><tr><th>Name</th><th>Count</th><th>Remark</th></tr></thead>
<tbody><tr><th scope="row">Alpha</th><td class="number">1.50</td><td>First</td></tr>
<tr><th scope="row">Beta</th><td class="number">22.25</td><td>Second</td></tr>
<tr><th scope="row">Gamma</th><td colspan="2">Both</td></tr></tbody></table>
<table><tr><td>spaced</td><td style="border: 1px solid">bordered</td><td>unruled</td></tr>
<tr><td style="height: 40pt; vertical-align: bottom">bottom</td><td>middling</td></tr></table>
<table class="framed"><tr><th>Short</th><th>Wide</th></tr><tr><td>one</td><td>{LONG}</td></tr>
<tr><td><table class="ruled"><tr><td>within</td><td>inner</td></tr></table></td>
<td rowspan="2">tall</td></tr><tr><td>under</td></tr></table>
<table class="percent"><colgroup><col style="width: 20%"><col><col style="width: 50pt"></colgroup>
<tr><td>fifth</td><td>rest</td><td>fifty</td></tr></table>
<table class="middle below"><caption>Caption underneath</caption>
<tr><td>central</td><td>piece</td></tr></table>
<table class="ruled" dir="rtl"><tr><td>dexter</td><td>sinister</td></tr></table>
<table class="ruled sums"><thead><tr><th>Sums</th><th>on the left</th><th>on the right</th>
<th>in the middle</th></tr></thead>
<tfoot><tr><td>total</td><td>20.75</td><td>1,357.25</td><td>-2.375</td></tr></tfoot>
<tbody><tr><th>q</th><td>1.5</td><td>22.75</td><td>-3.125</td></tr>
<tr><td>r</td><td>12.25</td><td>1,234.5</td><td>n/a</td></tr>
<tr><td>s</td><td>7</td><td>10%</td><td>.75</td></tr></tbody></table>
<p>Post.</p>
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return printed_twins(BODY, CSS, tmp_path_factory.mktemp("tables"))


STRIPES = """
table { border-collapse: collapse; margin: 0 } td, th { width: 60pt; height: 20pt; padding: 0 }
th { background: #006600 } tbody tr:nth-child(even) td { background: #ff0000 }
tbody tr:nth-child(odd) td { background: #0000ff }
"""


@pytest.mark.libreoffice
@pytest.mark.tools("pdftoppm")
@pytest.mark.parametrize("headers", [1, 2, 3])
@pytest.mark.parametrize("white", ["", "even", "odd"])
def test_stripes_are_where_the_pdf_has_them(headers: int, white: str, tmp_path: Path) -> None:
    rule = f"tbody tr:nth-child({white}) td {{ background: none }}" if white else ""
    head, body = "<tr><th>" * headers, "<tr><td>" * 5
    made = printed_twins(f"<table><thead>{head}<tbody>{body}</table>", STRIPES + rule, tmp_path)
    ours, theirs = (_colors(made[name], tmp_path, name) for name in ("pdf", "printed"))
    assert ours == theirs
    assert len(ours) == (6 if white == "odd" else 7)  # with the paper below


def _colors(pdf: Path, folder: Path, name: str) -> list[bytes]:
    """The colours of a table's rows, from the top."""
    (drawn,) = pages(pdf, folder, name, dpi=72)
    with Image.open(drawn) as picture:
        column = picture.convert("RGB").crop((70, 0, 71, picture.height)).tobytes()
    colors = [column[at : at + 3] for at in range(0, len(column), 3)]
    plain = [color for color in colors if set(color) <= {0, 102, 255}]
    return [color for color, _ in groupby(plain)][1:]  # but the paper above


@pytest.mark.libreoffice
@pytest.mark.tools("pdftotext")
def test_words_in_tables_stand_where_they_stand_in_the_pdf(files: dict[str, Path]) -> None:
    ours, theirs = words(files["pdf"]), words(files["printed"])
    assert [word.text for word in ours] == [word.text for word in theirs]
    shifts = {
        a.text: (round(b.left - a.left, 2), round(b.top - a.top, 2))
        for a, b in zip(ours, theirs, strict=True)
    }
    assert {text: shift for text, shift in shifts.items() if abs(shift[0]) > 1.5} == {}
    # What is left of the vertical distance is half-leading, see docs/word.md.
    assert {text: shift for text, shift in shifts.items() if not 0 <= shift[1] <= 4} == {}


def test_columns_are_within_a_point_of_the_layout(files: dict[str, Path]) -> None:
    tree = styled(page(BODY), CSS)
    facts = read_facts(engine.paginate(tree), tree)
    document = opened(files["docx"].read_bytes())["word/document.xml"]
    grids = [
        [int(column.get(f"{W}w")) / 20 for column in grid] for grid in document.iter(f"{W}tblGrid")
    ]
    spacing = [0, 2, 0, 0, 0, 2, 0, 0]
    used = [
        [(width + gap) * 0.75 for width in widths]
        for widths, gap in zip(facts.tables, spacing, strict=True)
    ]
    assert [len(grid) for grid in grids] == [len(widths) for widths in used]
    distances = [
        abs(a - b)
        for grid, widths in zip(grids, used, strict=True)
        for a, b in zip(grid, widths, strict=True)
    ]
    assert max(distances) <= 0.1
