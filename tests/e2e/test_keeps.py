"""What keeps together on a page, tabs and turned cells, in the PDF and as LibreOffice sets them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.conftest import run
from tests.e2e.printed import Word, printed_twins, words
from tests.e2e.proofs import *  # noqa: F403

pytestmark = pytest.mark.e2e

LINES = 40  # on a page: 600 pt
CSS = """
p, li, ul, table, pre { margin: 0; padding: 0; font: 10pt/15pt Literata; orphans: 1; widows: 1 }
ul { break-before: auto; list-style: none } table { border-spacing: 0 } td { padding: 0 }
.page { break-before: page } .before { break-before: avoid } .after { break-after: avoid }
.inside { break-inside: avoid } pre { tab-size: 40pt }
th { height: 60pt; width: 30pt; padding: 0; vertical-align: bottom }
th div { transform: rotate(-90deg); width: 15pt; white-space: nowrap; text-align: left }
"""
# Each begins where the page has room for its lines but the last.
KEPT = [
    "<p>x</p><p class=before>K0</p>",
    "<p>x</p><table class=before><tr><td>K1</table>",
    "<p>x</p><ul class=before><li>K2</ul>",
    "<div class=after><p>x</p><p>x</p></div><p>K3</p>",
    "<ul class=after><li>x<li>x</ul><p>K4</p>",
    "<table class=after><tr><td>x<tr><td>x</table><p>K5</p>",
    "<div class=inside><p>x</p><p>K6</p></div>",
    "<table><tr><td>x<tr class=before><td>K7</table>",
    "<table><tr class=after><td>x<tr><td>K8</table>",
    "<p>x</p><div class=inside><p>x<br>x<br>x</p><p>x<br>K9</p></div>",
]
OTHERS = "<p class=page>Last</p><pre>\tT0\tT1\n\t\tT2</pre>"
TURNED = "<table><tr><th>a<th><div>Turned</div><tr><td>b<td>c</table>"


def _page(kept: str) -> str:
    lines = kept.count("x") + 1
    fill = "".join("<p>fill</p>" for _ in range(LINES - lines))
    return f"<p class=page>top</p>{fill}{kept}"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    body = "".join(map(_page, KEPT)) + OTHERS + TURNED
    return printed_twins(body, CSS, tmp_path_factory.mktemp("keeps"))


def _pages(pdf: Path) -> list[list[str]]:
    return [page.split() for page in run("pdftotext", "-layout", pdf, "-").split("\f")]


@pytest.mark.libreoffice
@pytest.mark.tools("pdftotext")
def test_what_keeps_together_is_on_the_same_page(files: dict[str, Path]) -> None:
    ours, theirs = _pages(files["pdf"]), _pages(files["printed"])
    for pages in (ours, theirs):
        last = [page for page in pages if any(word.startswith("K") for word in page)]
        assert [page[-1] for page in last] == [f"K{number}" for number in range(len(KEPT))]
        assert all(page[-2] == "x" and "top" not in page for page in last)


def _places(pdf: Path) -> dict[str, Word]:
    return {word.text: word for word in words(pdf)}


@pytest.mark.libreoffice
@pytest.mark.tools("pdftotext")
def test_tabs_stop_where_the_pdf_has_them(files: dict[str, Path]) -> None:
    ours, theirs = _places(files["pdf"]), _places(files["printed"])
    for name in ("T0", "T1", "T2"):
        # WeasyPrint draws tabs 2.4 % wider than it sets them.
        assert abs(ours[name].left - theirs[name].left) < 2.5


@pytest.mark.libreoffice
@pytest.mark.tools("pdftotext")
def test_turned_text_is_turned(files: dict[str, Path]) -> None:
    ours, theirs = _places(files["pdf"])["Turned"], _places(files["printed"])["Turned"]
    assert abs(ours.top - theirs.top) < 6
    assert abs(ours.left - theirs.left) < 12
