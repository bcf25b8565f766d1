"""Pictures and scripts in the PDF, and in the Word file as LibreOffice sets it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from lxml import etree

from tests.e2e.conftest import run
from tests.e2e.ecma_schemas import schema_faults
from tests.e2e.libreoffice import print_to_pdf
from tests.e2e.test_webpages import nodes, pandoc, text
from tests.e2e.validators import DOCX_VALIDATORS
from tests.editions.docx.lower.pictures.test_picture import image
from tests.editions.docx.words import faces, page, styled
from triplicate.diagnostics import Diagnostics
from triplicate.editions.docx import write
from triplicate.layout import engine
from triplicate.layout.facts import read_facts

pytestmark = pytest.mark.e2e

CSS = """
img { max-width: 100% }
figure { margin: 0 0 8pt }
.middle { display: block; margin: 0 auto 8pt; width: 50% }
.left { float: left; margin: 0 10pt 4pt 0 }
aside { float: right; width: 120pt; padding-left: 10pt }
"""
WORDS = "many words that go around what stands beside them and on below it " * 5
BODY = f"""
<p>Alpha <img alt="in a line" src="{image(40, 24)}"> omega</p>
<figure><img alt="a figure" src="{image(200, 60, "jpeg")}"><figcaption>Caption</figcaption></figure>
<img class="middle" alt="in the middle" src="{image(90, 30)}">
<p><img class="left" alt="beside" src="{image(80, 60)}">{WORDS}</p>
<aside><p>Aside</p></aside><p>{WORDS}</p>
<table style="width: 100%"><tr><td>cell</td>
<td><img alt="in a cell" src="{image(30, 30)}"></td></tr></table>
<p>Done <svg width="20" height="20"><title>A dot</title><rect width="20" height="20"/></svg></p>
"""
ARABIC = "هذا نص من اليمين إلى اليسار"
FROM_RIGHT = f"""
<p>{ARABIC} Word 2016.</p><ul style="padding: 0 30pt 0 0"><li>{ARABIC}</li></ul>
<table style="table-layout: fixed; width: 100%"><tr><td>dexter</td><td>sinister</td></tr></table>
<p dir="ltr" lang="en">left</p>
"""


class Piece(NamedTuple):
    """A word or a picture on a page (``name`` of a picture is ""), in points from its top left."""

    name: str
    page: int
    left: float
    top: float
    width: float
    height: float


class Printed(NamedTuple):
    """What stands on the pages of our PDF, and of LibreOffice's; and the Word file."""

    ours: list[Piece]
    theirs: list[Piece]
    docx: Path


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    return printed(page(BODY), tmp_path_factory.mktemp("pictures"))


def printed(html: str, folder: Path) -> Printed:
    tree, laid_out = styled(html, CSS), styled(html, CSS)
    docx, pdf = folder / "word.docx", folder / "ours.pdf"
    pages = engine.paginate(laid_out)
    facts = read_facts(pages, laid_out)
    docx.write_bytes(write(tree, faces(), Diagnostics(), lambda: facts))
    pdf.write_bytes(pages.write_pdf())
    return Printed(pieces(pdf), pieces(print_to_pdf(docx, folder)), docx)


def pieces(pdf: Path) -> list[Piece]:
    target = pdf.with_suffix(".xml")
    run("pdftohtml", "-xml", "-q", "-zoom", "1", pdf, target)
    root = etree.fromstring(target.read_bytes(), etree.XMLParser(recover=True))
    found = []
    for number, sheet in enumerate(root.iter("page")):
        for element in sheet.iter("text", "image"):
            name = "".join(element.itertext()).strip() if element.tag == "text" else ""
            sides = (float(element.get(side) or 0) for side in ("left", "top", "width", "height"))
            found.append(Piece(name, number, *sides))
    return found


def images(found: list[Piece]) -> list[Piece]:
    return sorted(
        (one for one in found if not one.name), key=lambda one: (one.page, one.top, one.left)
    )


@pytest.mark.libreoffice
@pytest.mark.tools("pdftohtml")
def test_raster_pictures_have_the_pdfs_size_and_place(pictures: Printed) -> None:
    ours, theirs = images(pictures.ours), images(pictures.theirs)
    drawing = [one for one in theirs if (one.width, one.height) == (15, 15)]
    theirs = [one for one in theirs if one not in drawing]
    assert len(drawing) == 1
    assert len(ours) == len(theirs) == 5
    for here, there in zip(ours, theirs, strict=True):
        assert here.page == there.page
        assert (here.width, here.height) == pytest.approx((there.width, there.height), abs=1)
        assert here.left == pytest.approx(there.left, abs=1.5)
        assert here.top == pytest.approx(there.top, abs=6)


@pytest.mark.libreoffice
@pytest.mark.tools("pdftohtml")
def test_text_goes_around_what_stands_beside_it(pictures: Printed) -> None:
    beside = images(pictures.theirs)[3]
    level = [
        one.left
        for one in pictures.theirs
        if "words" in one.name and beside.top <= one.top < beside.top + beside.height
    ]
    assert len(level) >= 3
    assert min(level) >= beside.left + beside.width + 9
    (aside,) = (one for one in pictures.theirs if one.name == "Aside")
    (ours,) = (one for one in pictures.ours if one.name == "Aside")
    assert aside.left == pytest.approx(ours.left, abs=1.5)


@pytest.mark.parametrize("validator", DOCX_VALIDATORS)
@pytest.mark.libreoffice
@pytest.mark.tools("pdftohtml")
def test_validators_find_nothing(validator: str, pictures: Printed) -> None:
    assert DOCX_VALIDATORS[validator](pictures.docx) == []


@pytest.mark.libreoffice
@pytest.mark.tools("pdftohtml")
def test_the_standard_schemas_are_followed(pictures: Printed) -> None:
    assert schema_faults(pictures.docx) == []


@pytest.mark.libreoffice
@pytest.mark.tools("pandoc", "pdftohtml")
def test_pandoc_reads_the_texts_of_pictures(pictures: Printed) -> None:
    found = nodes(pandoc(pictures.docx, "docx")["blocks"], "Image")
    told = {text(node["c"][1]) for node in found}
    assert told >= {"in a line", "a figure", "in the middle", "in a cell", "A dot"}


@pytest.mark.libreoffice
@pytest.mark.tools("pdftohtml")
def test_a_page_from_right_to_left_begins_at_the_right(tmp_path: Path) -> None:
    found = printed(page(FROM_RIGHT, 'lang="ar" dir="rtl"'), tmp_path)
    assert DOCX_VALIDATORS["openxml-audit"](found.docx) == []
    first = min(one.top for one in found.theirs if one.name)
    ends = [one.left + one.width for one in found.theirs if abs(one.top - first) < 4]
    assert max(ends) == pytest.approx(450, abs=2)
    place = {one.name: one.left for one in found.theirs}
    assert place["sinister"] < place["dexter"]
    assert place["left"] == pytest.approx(50, abs=2)
