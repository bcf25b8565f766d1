"""Notes in other programs: LibreOffice shows the numbers of the PDF, and keeps their settings."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree

from tests.e2e.conftest import page_texts
from tests.e2e.ecma_schemas import schema_faults
from tests.e2e.libreoffice import convert, print_to_pdf
from tests.editions.docx.words import W, faces, page, styled
from triplicate.diagnostics import Diagnostics
from triplicate.editions.docx.lower import lower
from triplicate.editions.docx.package import pack
from triplicate.layout import engine
from triplicate.layout.facts import read_facts

pytestmark = pytest.mark.e2e

CSS = ".n { float: footnote } h2 { break-before: page } "
NOTE = '<span class="n">Note.</span>'
CHAPTERS = "".join(
    f"<h2>Chapter</h2><p>called{NOTE} called{NOTE}</p><p>called{NOTE}</p>" for _ in range(3)
)
CASES = {
    "each page": "@page { counter-reset: footnote }",
    "each section": "h2 { counter-reset: footnote }",
    "a start": "body { counter-reset: footnote 6 }",
    "roman": ".n::footnote-call { content: counter(footnote, lower-roman) }",
    "signs": "@counter-style sign { system: symbolic; symbols: '*' '†' '‡' '§' }"
    ".n::footnote-call { content: counter(footnote, sign) }",
    "marks": ".n::footnote-call { content: counter(footnote, lower-greek) }",
    "marks by page": "@page :left { counter-reset: footnote }",
}


def files(body: str, css: str, folder: Path) -> tuple[Path, Path]:
    """A document as Word file and as PDF."""
    tree = styled(page(body), css)
    document = lower(tree, faces(), Diagnostics())
    pages = engine.paginate(tree)
    facts = read_facts(pages, tree)
    docx, pdf = folder / "notes.docx", folder / "wanted.pdf"
    docx.write_bytes(pack(document, lambda: facts))
    pdf.write_bytes(pages.write_pdf())
    return docx, pdf


def called(pdf: Path) -> list[list[str]]:
    """The marks of the notes that each page calls."""
    return [re.findall(r"called ?(\S+)", text) for text in page_texts(pdf)]


def root_of(path: Path, part: str = "word/document.xml") -> Any:
    with ZipFile(path) as archive:
        return etree.fromstring(archive.read(part))


@pytest.mark.libreoffice
@pytest.mark.tools("pdftotext")
@pytest.mark.parametrize("case", CASES)
def test_libreoffice_shows_the_numbers_of_the_pdf(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FONTCONFIG_FILE", raising=False)
    docx, pdf = files(CHAPTERS, CSS + CASES[case], tmp_path)
    if case == "each section":
        # It restarts with chapters, and counts them when a file of its own is opened.
        docx = convert(docx, tmp_path, "odt")
    wanted = called(pdf)
    assert [len(marks) for marks in wanted] == [3, 3, 3]
    assert called(print_to_pdf(docx, tmp_path)) == wanted


@pytest.mark.parametrize("case", CASES)
def test_every_part_follows_the_standard_schemas(case: str, tmp_path: Path) -> None:
    docx, _ = files(CHAPTERS, CSS + CASES[case], tmp_path)
    assert schema_faults(docx) == []


@pytest.mark.libreoffice
@pytest.mark.parametrize(
    ("case", "restart"), [("each page", "eachPage"), ("each section", "eachSect")]
)
def test_numbers_still_begin_anew_after_libreoffice(
    case: str, restart: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FONTCONFIG_FILE", raising=False)
    docx, _ = files(CHAPTERS, CSS + CASES[case], tmp_path)
    (tmp_path / "again").mkdir()
    again = convert(docx, tmp_path / "again", "docx")
    body = root_of(again)
    parts = (body, root_of(again, "word/settings.xml"))
    found = [node.get(f"{W}val") for part in parts for node in part.iter(f"{W}numRestart")]
    assert restart in found
    assert len(list(body.iter(f"{W}footnoteReference"))) == 9
