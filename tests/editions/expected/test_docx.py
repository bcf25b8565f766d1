"""The finished Word file says what the source says, with Word's own means."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.readback.blocks import Block, difference
from tests.readback.docx import DocxReading
from tests.readback.docx_numbering import W, value

CORE = "docProps/core.xml"
TITLE = "Roundtable on CSR in Global Value Chains"


def test_every_block_of_the_source_is_read_in_order(
    docx: DocxReading, expected: list[Block]
) -> None:
    assert docx.blocks == expected, difference(expected, docx.blocks)


def test_no_empty_paragraphs_make_space(docx: DocxReading) -> None:
    """Word wants one after a table that ends the document; nothing else may be empty."""
    assert [place for place in docx.empty if place != len(docx.blocks)] == []
    assert len(docx.empty) <= 1


def test_paragraphs_have_the_styles_their_place_asks_for(docx: DocxReading) -> None:
    assert docx.styles[:4] == ["Kind", "Title", "Date", "Venue"]
    assert docx.styles[4:6] == ["Lead", "Lead"]
    by_kind = Counter(
        (block.kind, style) for block, style in zip(docx.blocks, docx.styles, strict=True)
    )
    assert {style for kind, style in by_kind if kind == "row"} == {"Report Table"}
    assert len({style for kind, style in by_kind if kind == "item"}) == 1


def test_no_heading_number_is_typed(docx: DocxReading) -> None:
    typed = [
        block.prose[0].text
        for block in docx.blocks
        if block.kind in {"heading", "item"}
        and re.match(r"([A-Z]|\d+)\.\s|-\s", block.prose[0].text)
    ]
    assert typed == []


def test_headings_share_one_list_that_belongs_to_their_styles(docx: DocxReading) -> None:
    styles = docx.parts["word/styles.xml"]
    lists = {
        value(style.find(f"{W}pPr/{W}numPr"), "numId")
        for style in styles.findall(f"{W}style")
        if re.fullmatch(r"heading [123]", value(style, "name").lower())
    }
    assert len(lists - {""}) == 1


def test_the_table_header_repeats_and_rows_stay_whole(docx: DocxReading) -> None:
    rows = [
        (block.kind, whole)
        for block, whole in zip(docx.blocks, docx.unsplit, strict=True)
        if block.kind.endswith("row")
    ]
    assert rows == [("header-row", True), *[("row", True)] * 38]


def test_every_block_carries_a_bookmark(docx: DocxReading) -> None:
    without = [
        str(block)
        for block, names in zip(docx.blocks, docx.bookmarks, strict=True)
        if not names and block.kind != "header-row"
    ]
    assert without == []
    names = [name.lower() for found in docx.bookmarks for name in found]
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"[a-z_]\w{0,39}", name) for name in names)


def test_bookmarks_begin_and_end_in_pairs(docx: DocxReading) -> None:
    starts = [one.get(f"{W}id") for one in docx.body.iter(f"{W}bookmarkStart")]
    ends = [one.get(f"{W}id") for one in docx.body.iter(f"{W}bookmarkEnd")]
    assert len(set(starts)) == len(starts)
    assert sorted(starts) == sorted(ends)


def test_the_first_page_has_no_running_head_and_all_have_a_folio(docx: DocxReading) -> None:
    assert docx.body.find(f"{W}sectPr/{W}titlePg") is not None
    assert docx.furniture.get("first header", "").strip() == ""
    head = docx.furniture["default header"]
    assert [
        part for part in ("Summary Report", TITLE, "16 November 2011") if part not in head
    ] == []
    for name in ("first footer", "default footer"):
        assert re.fullmatch(r"\s*Page \d+ of \d+\s*", docx.furniture[name])


def test_folios_are_fields(docx: DocxReading) -> None:
    footers = [root for name, root in docx.parts.items() if name.startswith("word/footer")]
    assert footers
    for root in footers:
        codes = " ".join(root.xpath("//*[local-name()='instrText']/text()"))
        codes += " ".join(root.xpath("//*[local-name()='fldSimple']/@*[local-name()='instr']"))
        assert {"PAGE", "NUMPAGES"} <= set(codes.split())


def test_core_properties_name_the_report(docx: DocxReading) -> None:
    core = docx.parts[CORE]
    found = {child.tag.rpartition("}")[2]: child.text for child in core}
    assert found["title"] == TITLE
    assert found["creator"] == "UNCTAD, ILO, OECD"
    assert found["language"] == "en"
    assert found["created"] == found["modified"] == "2011-11-16T00:00:00Z"


def test_the_language_is_set_for_the_spelling_checker(docx: DocxReading) -> None:
    language = docx.parts["word/styles.xml"].find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert language is not None
    assert language.get(f"{W}val", "").split("-")[0] == "en"


def test_the_page_is_a4_with_the_theme_margins(docx: DocxReading) -> None:
    size = docx.body.find(f"{W}sectPr/{W}pgSz")
    assert size is not None
    width, height = int(size.get(f"{W}w")), int(size.get(f"{W}h"))
    assert (round(width / 1440 * 25.4), round(height / 1440 * 25.4)) == (210, 297)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_python_docx_opens_it(editions: dict[str, Path], expected: list[Block]) -> None:
    from docx import Document

    document = Document(str(editions["docx"]))
    assert document.core_properties.title == TITLE
    (table,) = document.tables
    assert len(table.rows) == sum(block.kind.endswith("row") for block in expected)


def test_no_word_feature_asks_the_reader_a_question(docx: DocxReading) -> None:
    """Fields to be updated, macros, linked files and external content make Word ask."""
    settings = docx.parts["word/settings.xml"]
    assert settings.find(f"{W}updateFields") is None
    modes = [one.get("TargetMode") for one in docx.parts["word/_rels/document.xml.rels"]]
    assert "External" not in modes
