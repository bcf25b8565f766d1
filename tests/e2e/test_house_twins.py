"""House documents: PDF and Word file are twins, and validators find nothing in the latter.

LibreOffice differs from Word in three of them: it puts endnotes on a page of their own, shows what
fields such as STYLEREF last said, and begins a document with a line where a table is first and
notes come later.
"""

from __future__ import annotations

import pytest

from tests.e2e.ecma_schemas import schema_faults
from tests.e2e.validators import DOCX_VALIDATORS
from tests.houses import NAMES, House, make
from tests.twin import Twin, compare

pytestmark = pytest.mark.e2e

# Those in the scripts of the theme's fonts, and the pages that LibreOffice adds for endnotes.
TWINS = {"economic": 1, "legal": 0, "manual": 0, "meeting": 0, "minutes": 0}


@pytest.fixture(scope="module")
def houses(tmp_path_factory: pytest.TempPathFactory) -> dict[str, House]:
    folder = tmp_path_factory.mktemp("houses")
    return {name: make(name, folder) for name in NAMES}


@pytest.fixture(scope="module")
def twins(houses: dict[str, House]) -> dict[str, Twin]:
    """The figures of each, which are printed where a test fails."""
    found = {}
    for name in TWINS:
        files = houses[name].files
        found[name] = compare(files["pdf"], files["docx"], files["html"])
        print(f"{name}\n{found[name].figures()}\n")
    return found


@pytest.mark.parametrize("validator", DOCX_VALIDATORS)
@pytest.mark.parametrize("name", NAMES)
def test_the_validator_finds_nothing(name: str, validator: str, houses: dict[str, House]) -> None:
    assert DOCX_VALIDATORS[validator](houses[name].files["docx"]) == []


@pytest.mark.parametrize("name", NAMES)
def test_every_part_follows_the_standard_schemas(name: str, houses: dict[str, House]) -> None:
    assert schema_faults(houses[name].files["docx"]) == []


@pytest.mark.libreoffice
@pytest.mark.tools("pdftotext")
@pytest.mark.parametrize("name", TWINS)
def test_headings_and_rows_are_on_the_same_pages(name: str, twins: dict[str, Twin]) -> None:
    twin = twins[name]
    assert twin.pages[1] - twin.pages[0] == TWINS[name]
    assert twin.headings_same_page == twin.headings > 5, twin
    assert twin.rows_same_page == twin.rows, twin


@pytest.mark.libreoffice
@pytest.mark.tools("pdftotext")
@pytest.mark.parametrize("name", TWINS)
def test_blocks_have_as_many_lines(name: str, twins: dict[str, Twin]) -> None:
    twin = twins[name]
    assert twin.hidden == 0, twin
    assert twin.same_lines >= 0.98 * twin.blocks, twin


@pytest.mark.libreoffice
@pytest.mark.tools("pdftotext")
@pytest.mark.parametrize("name", TWINS)
def test_text_looks_alike_and_stands_at_the_same_edges(name: str, twins: dict[str, Twin]) -> None:
    twin = twins[name]
    assert twin.same_ink == twin.blocks, twin
    # LibreOffice indents the notes that it moves to the end as it likes.
    assert twin.strayed <= 2 * TWINS[name], twin
