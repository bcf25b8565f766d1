"""The twins, measured: the seed report, and a document with all that reports may hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.ecma_schemas import schema_faults
from tests.e2e.validators import DOCX_VALIDATORS
from tests.twin import Twin, compare
from triplicate.diagnostics import Diagnostics
from triplicate.editions.docx import write
from triplicate.layout import engine
from triplicate.layout.fetch import FolderFetcher
from triplicate.layout.stylesheet import Stylesheet
from triplicate.resources import Resources
from triplicate.theme import load_theme

pytestmark = pytest.mark.e2e

LONG = "A sentence that is long enough to go on to another line, as sentences in reports do. "
HTML = f"""<!DOCTYPE html>
<html lang="en" dir="ltr"><head><title>Everything</title><link rel="stylesheet" href="report.css">
<meta name="author" content="A &amp; B"><meta name="dcterms.created" content="2020-01-01T00:00:00Z">
</head><body>
<header class="masthead"><p class="kind" id="kind">Kind</p>
<h1 class="title" id="title">Every <em>thing</em> &amp; more</h1>
<p class="date" id="date">1 May 2020</p><p class="venue" id="venue">Geneva</p></header>
<main id="content">
<p class="lead" id="p1">{LONG}<strong>Strong</strong>, <em>emphasis</em>,
<a href="https://example.org/?a=1&amp;b=2">a link</a>, <a href="#sec-b">another</a>.<br>{LONG}</p>
<section><h2 id="sec-a"><span class="number">1. </span>First</h2>
<section><h3 id="sec-a1"><span class="number">1.1. </span>Sub</h3>
<p id="p2">{LONG * 3}</p></section>
<section><h3 id="sec-a2"><span class="number">1.2. </span>Sub</h3>
<ul id="u1"><li id="i1">{LONG * 2}</li><li id="i2"><p id="i2p">{LONG}</p><p id="i2q">{LONG * 2}</p>
<ol id="on"><li id="n1">One</li><li id="n2">Two<ol><li id="d1">Deep</li></ol></li></ol></li>
<li id="i3">Three<ol id="om"><li id="m1">{LONG}</li></ol></li></ul>
<blockquote id="q"><p id="qp">{LONG * 2}</p></blockquote>
<p id="p3">After.</p></section></section>
<section><h2 id="sec-b"><span class="number">2. </span>Second</h2>
<section><h3 id="sec-b1"><span class="number">2.1. </span>Sub</h3>
<section><h4 id="sec-b11"><span class="number">2.1.1. </span>Subsub</h4><p id="p4">x</p></section>
</section>
<ol id="long">{"".join(f'<li id="l{n}">Item</li>' for n in range(12))}</ol>
<p id="p5">{LONG}</p>
<ol id="again" start="5" style="counter-reset: list-item 4"><li id="a5">Five</li></ol>
<table id="t" aria-labelledby="sec-b"><colgroup><col style="width:30%"><col style="width:30%">
<col style="width:40%"></colgroup>
<thead><tr><th scope="col" colspan="2">A and B</th><th scope="col">C</th></tr></thead>
<tbody><tr id="r1"><th scope="row" rowspan="2">r</th><td>1</td><td>2</td></tr>
<tr id="r2"><td>3</td><td>4<br>5</td></tr><tr id="r3"><td colspan="3">whole</td></tr>
</tbody></table>
<p id="p6">{LONG * 4}</p></section>
</main></body></html>
"""


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The document as HTML, Word file and PDF."""
    folder, diagnostics = tmp_path_factory.mktemp("vocabulary"), Diagnostics()
    theme = load_theme(None, diagnostics)
    assert theme is not None
    fetcher = FolderFetcher(Resources((folder, *theme.folders)), {theme.css_path.name: b""})
    sheet = Stylesheet(theme.css, theme.css_path.resolve().as_uri(), fetcher)
    tree = engine.style(HTML, fetcher.resources.base_url, sheet)
    paths = {name: folder / f"all.{name}" for name in ("html", "docx", "pdf")}
    paths["html"].write_text(HTML, encoding="utf-8")
    paths["docx"].write_bytes(write(tree, theme.fonts, diagnostics))
    paths["pdf"].write_bytes(engine.paginate(tree).write_pdf())
    assert not list(diagnostics)
    return paths


@pytest.mark.parametrize("validator", DOCX_VALIDATORS)
def test_the_validator_finds_nothing(validator: str, everything: dict[str, Path]) -> None:
    assert DOCX_VALIDATORS[validator](everything["docx"]) == []


def test_every_part_follows_the_standard_schemas(everything: dict[str, Path]) -> None:
    assert schema_faults(everything["docx"]) == []


@pytest.fixture(scope="module", params=["seed report", "everything"])
def twin(
    request: pytest.FixtureRequest, editions: dict[str, Path], everything: dict[str, Path]
) -> Twin:
    """The figures of the twin check."""
    files = editions if request.param == "seed report" else everything
    with pytest.MonkeyPatch.context() as environment:
        # The layout engine hides the machine's fonts, which LibreOffice cannot start without.
        environment.delenv("FONTCONFIG_FILE", raising=False)
        return compare(files["pdf"], files["docx"], files["html"])


@pytest.mark.libreoffice
@pytest.mark.tools("pdftotext")
def test_headings_are_on_the_same_pages(twin: Twin) -> None:
    assert twin.pages[0] == twin.pages[1]
    assert twin.headings_same_page == twin.headings > 0, twin


@pytest.mark.libreoffice
@pytest.mark.tools("pdftotext")
def test_blocks_break_into_the_same_lines(twin: Twin) -> None:
    assert twin.same_lines >= 0.97 * twin.blocks, twin


@pytest.mark.libreoffice
@pytest.mark.tools("pdftotext")
def test_text_looks_alike_and_stands_at_the_same_place(twin: Twin) -> None:
    assert twin.same_ink == twin.blocks, twin
    assert twin.left <= 1.5, twin
    assert twin.baseline <= 2.0, twin
