"""Each check of the Word file fails on a file that has the defect it is there for."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.editions.expected import test_docx as checks
from tests.readback.blocks import Block
from tests.readback.docx import DocxReading, read_docx

BODY = "word/document.xml"
STYLES = "word/styles.xml"
Check = Callable[[DocxReading, list[Block]], None]


def text(docx: DocxReading, expected: list[Block]) -> None:
    """Compare block by block."""
    checks.test_every_block_of_the_source_is_read_in_order(docx, expected)


def structure(docx: DocxReading, _: list[Block]) -> None:
    """Look at all that is not text."""
    checks.test_every_block_carries_a_bookmark(docx)
    checks.test_the_table_header_repeats_and_rows_stay_whole(docx)
    checks.test_the_first_page_has_no_running_head_and_all_have_a_folio(docx)
    checks.test_core_properties_name_the_report(docx)
    checks.test_the_language_is_set_for_the_spelling_checker(docx)
    checks.test_folios_are_fields(docx)


DEFECTS: dict[str, tuple[str, str, str, Check]] = {
    "a lost row": (
        BODY,
        r"<w:tr>(?:(?!</w:tr>).)*Jeppesen.*?</w:tr>|<w:tr (?:(?!</w:tr>).)*Jeppesen.*?</w:tr>",
        "",
        text,
    ),
    "a lost accent": (BODY, "für", "fur", text),
    "a heading without its style": (BODY, r'<w:pStyle w:val="Heading2"\s*/>', "", text),
    "headings that Word does not know": (
        STYLES,
        r'<w:name w:val="[Hh]eading 2"',
        '<w:name w:val="Section"',
        text,
    ),
    "another numbering scheme": (
        "word/numbering.xml",
        'w:val="upperLetter"',
        'w:val="upperRoman"',
        text,
    ),
    "rows that may split": (BODY, r"<w:cantSplit\s*/>", "", structure),
    "a header that does not repeat": (BODY, r"<w:tblHeader\s*/>", "", structure),
    "a lost bookmark": (BODY, r"<w:bookmarkStart [^>]*/>", "", structure),
    "a running head on page one": (BODY, r"<w:titlePg\s*/>", "", structure),
    "another title": ("docProps/core.xml", "Roundtable on CSR", "Roundtable", structure),
    "another language": (STYLES, r'<w:lang w:val="en[^"]*"', '<w:lang w:val="de-DE"', structure),
}


@pytest.mark.parametrize("name", DEFECTS)
def test_a_planted_defect_is_seen(
    name: str, editions: dict[str, Path], expected: list[Block], tmp_path: Path
) -> None:
    part, pattern, replacement, check = DEFECTS[name]
    path = tmp_path / "mutant.docx"
    with ZipFile(editions["docx"]) as good, ZipFile(path, "w") as mutant:
        for member in good.namelist():
            data = good.read(member)
            if member == part:
                changed, count = re.subn(
                    pattern, replacement, data.decode("utf-8"), count=1, flags=re.DOTALL
                )
                assert count == 1
                data = changed.encode("utf-8")
            mutant.writestr(member, data)
    with pytest.raises(AssertionError):
        check(read_docx(path), expected)
