"""What Word's accessibility checker looks for, in the seed report and in a page with everything."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import triplicate
from tests.editions.docx.words import W, opened

REPORT = Path(__file__).parents[3] / "data" / "csr-roundtable-2011"
PIXEL = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
PAGE = f"""<html lang="de"><h1>Überschrift</h1>
<p>Text <a href="https://example.org">mit Verweis</a>.
<h2>Mehr</h2><ul><li>eins<li>zwei</ul><blockquote>Zitat</blockquote><hr>
<table><thead><tr><th scope="col">Name<th scope="col">Wert</thead><tr><td>x<td>1</table>
<p><img src="{PIXEL}" alt="Ein Punkt"><img src="{PIXEL}" alt="">
<div style="border: 1px solid; padding: 4px; margin: 20px 0"><p>Im Kasten<p>noch einer</div>
<h3>Ende</h3><p>Schluss"""


@pytest.fixture(scope="module", params=["seed report", "page"])
def package(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Any:
    if request.param == "page":
        return opened(triplicate.html_to_docx(PAGE))
    built = triplicate.build(REPORT, tmp_path_factory.mktemp("word"), editions=["docx"])
    return opened(built.files["docx"].read_bytes())


@pytest.fixture(scope="module")
def body(package: dict[str, Any]) -> Any:
    return package["word/document.xml"]


def test_the_document_has_a_title_and_a_language(package: dict[str, Any]) -> None:
    title = package["docProps/core.xml"].find("{http://purl.org/dc/elements/1.1/}title")
    assert title.text
    defaults = package["word/styles.xml"].find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert defaults.get(f"{W}val") in ("en-GB", "de-DE")


def test_every_table_with_head_cells_has_a_header_row(body: Any) -> None:
    headed = [t for t in body.iter(f"{W}tbl") if t.xpath(".//*[@*='TableHeading']")]
    assert headed
    for table in headed:
        assert table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None


def test_no_cells_are_merged_that_html_has_apart(body: Any) -> None:
    assert not list(body.iter(f"{W}vMerge"))
    assert not list(body.iter(f"{W}gridSpan"))


def test_every_picture_has_a_text_or_is_marked_as_decoration(body: Any) -> None:
    for found in body.iter("{*}docPr"):
        decorative = found.xpath(".//*[local-name()='decorative' and @val='1']")
        assert found.get("descr") or decorative


def test_no_blank_paragraph_makes_room(body: Any) -> None:
    for paragraph in body.iter(f"{W}p"):
        if not "".join(paragraph.itertext()) and not list(paragraph.iter("{*}drawing")):
            name = paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
            assert name in ("AfterTable", "Rule"), name


def test_headings_go_down_one_level_at_a_time(body: Any) -> None:
    names = [e.get(f"{W}val") for e in body.iter(f"{W}pStyle")]
    levels = [int(name[-1]) for name in names if name.startswith("Heading")]
    assert levels[0] == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))


def test_links_can_be_read(body: Any) -> None:
    for link in body.iter(f"{W}hyperlink"):
        assert "".join(link.itertext()).strip()


def test_nothing_floats_out_of_the_reading_order(body: Any) -> None:
    assert not list(body.iter("{*}txbxContent"))
