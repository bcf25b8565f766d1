"""The printed edition, read back with other programs' eyes."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import page
import pikepdf
import pytest

from triplicate.editions.pdf import write
from triplicate.layout import engine
from triplicate.layout.fetch import FolderFetcher
from triplicate.layout.stylesheet import Stylesheet
from triplicate.resources import Resources
from triplicate.theme import built_in

HEAD = (
    '<!DOCTYPE html><html lang="en"><head><title>T</title>'
    '<meta name="dcterms.created" content="2011-11-16T00:00:00Z"></head><body>'
)
ROWS = "".join(
    f'<tr><th scope="row">Name {number}</th><td>Organization</td></tr>' for number in range(90)
)
TABLE = (
    '<table><thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead>'
    f"<tbody>{ROWS}</tbody></table>"
)
FURNITURE = "@page { @bottom-right { content: 'Page ' counter(page) } }"


def make(body: str, css: str = FURNITURE) -> bytes:
    folder = built_in()
    fetcher = FolderFetcher(Resources((folder,)))
    css = (folder / "report.css").read_text(encoding="utf-8") + css
    sheet = Stylesheet(css, fetcher.resources.base_url, fetcher)
    return write(engine.paginate(engine.style(HEAD + body, fetcher.resources.base_url, sheet)))


def elements(document: pikepdf.Pdf) -> Iterator[Any]:
    """The structure elements of a PDF in reading order."""

    def walk(element: Any) -> Iterator[Any]:
        if isinstance(element, pikepdf.Dictionary) and "/S" in element:
            yield element
            kids: Any = element.get("/K", [])
            for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
                yield from walk(kid)

    for kid in document.Root.StructTreeRoot.K:
        yield from walk(kid)


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def kinds(data: bytes) -> list[str]:
    document = opened(data)
    return [str(element.S) for element in elements(document)]


@pytest.fixture(scope="module")
def table() -> bytes:
    return make(f"<h1>T</h1>{TABLE}<p>After</p>")


def test_it_is_pdf_ua_1_and_pdf_a_2a_at_once(table: bytes) -> None:
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        report = page.validate_pdf_bytes(table, profile=profile)
        assert report.is_compliant, [failure.message for failure in report.failures]


def test_a_table_on_three_pages_is_one_table_with_one_header_row(table: bytes) -> None:
    found = kinds(table)
    assert len(opened(table).pages) == 3
    assert found.count("/Table") == 1
    assert found.count("/THead") == 1
    assert found.count("/TR") == 91


def test_header_cells_have_a_scope(table: bytes) -> None:
    document = opened(table)
    scopes = [str(cell.A.Scope) for cell in elements(document) if cell.S == "/TH"]
    assert scopes[:3] == ["/Column", "/Column", "/Row"]
    assert scopes.count("/Row") == 90


def test_cells_name_headers_that_exist(table: bytes) -> None:
    document = opened(table)
    known = {bytes(element.ID) for element in elements(document) if "/ID" in element}
    cells = [element for element in elements(document) if element.S == "/TD"]
    assert len(cells) == 90
    for cell in cells:
        assert len(cell.A.Headers) == 2
        assert {bytes(name) for name in cell.A.Headers} <= known


def test_a_paragraph_split_by_a_page_break_is_one_paragraph() -> None:
    found = kinds(make("<p>" + "Some words to fill a page. " * 400 + "</p><p>Next</p>"))
    assert found.count("/P") == 2


def test_margin_boxes_and_repeated_headers_are_artifacts(table: bytes) -> None:
    document = opened(table)
    for number, one in enumerate(document.pages):
        artifacts = [
            instruction
            for instruction in pikepdf.parse_content_stream(one)
            if str(instruction.operator) == "BDC" and instruction.operands[0] == "/Artifact"
        ]
        # The folio is one; later pages have a running header and repeat two header cells.
        assert len(artifacts) == (1 if number == 0 else 4)


def test_a_nested_list_stays_in_its_order() -> None:
    found = kinds(make("<ol><li>One<ul><li>Inner</li></ul></li><li>Two</li></ol>"))
    assert found.count("/L") == 2
    assert found.count("/LBody") == 3


def test_metadata_are_readable_without_a_decoder_and_hold_the_reports_date(table: bytes) -> None:
    assert b"<pdfuaid:part>1</pdfuaid:part>" in table
    document = opened(table)
    assert str(document.docinfo.CreationDate).startswith("D:20111116000000")
    assert str(document.docinfo.Title) == "T"


def test_fonts_are_embedded_subsets(table: bytes) -> None:
    document = opened(table)
    fonts = [item for item in document.objects if isinstance(item, pikepdf.Dictionary)]
    names = [str(f.FontName) for f in fonts if f.get("/Type") == "/FontDescriptor"]
    assert names
    assert all(name[7] == "+" for name in names)


def test_the_same_pages_give_the_same_bytes(tmp_path: Path) -> None:
    assert make(TABLE) == make(TABLE)
