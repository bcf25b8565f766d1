"""The Word file before its validators, and planted defects before them."""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.e2e.ecma_schemas import schema_faults
from tests.e2e.validators import DOCX_VALIDATORS

pytestmark = pytest.mark.e2e


@pytest.mark.parametrize("validator", DOCX_VALIDATORS)
def test_the_validator_finds_nothing(validator: str, editions: dict[str, Path]) -> None:
    assert DOCX_VALIDATORS[validator](editions["docx"]) == []


def test_every_part_follows_the_standard_schemas(editions: dict[str, Path]) -> None:
    assert schema_faults(editions["docx"]) == []


# A part, what is replaced in it, by what, and who sees it.
DEFECTS: dict[str, tuple[str, str, str, str]] = {
    "an element Word does not know": (
        "word/document.xml",
        "<w:body>",
        "<w:body><w:q/>",
        "openxml-audit",
    ),
    "an attribute without sense": (
        "word/document.xml",
        r'<w:pgSz w:w="\d+"',
        '<w:pgSz w:w="wide"',
        "openxml-audit",
    ),
    "elements out of order": (
        "word/styles.xml",
        r"(<w:docDefaults>.*?</w:docDefaults>)(.*)</w:styles>",
        r"\2\1</w:styles>",
        "openxml-audit",
    ),
    "a member without a type": (
        "[Content_Types].xml",
        r"<Default [^>]*xml\"[^>]*/>",
        "",
        "zip and XML",
    ),
}


@pytest.mark.parametrize("name", DEFECTS)
def test_a_planted_defect_is_seen(name: str, editions: dict[str, Path], tmp_path: Path) -> None:
    part, pattern, replacement, validator = DEFECTS[name]
    mutant = planted(editions["docx"], tmp_path, part, pattern, replacement)
    assert DOCX_VALIDATORS[validator](mutant)


def test_the_schemas_see_an_unknown_element(editions: dict[str, Path], tmp_path: Path) -> None:
    mutant = planted(editions["docx"], tmp_path, "word/document.xml", "<w:body>", "<w:body><w:q/>")
    assert schema_faults(mutant)


def planted(docx: Path, folder: Path, part: str, pattern: str, replacement: str) -> Path:
    """A copy of the Word file with one part changed."""
    path = folder / "mutant.docx"
    with ZipFile(docx) as good, ZipFile(path, "w") as mutant:
        for name in good.namelist():
            data = good.read(name)
            if name == part:
                text = data.decode("utf-8")
                changed, count = re.subn(pattern, replacement, text, count=1, flags=re.DOTALL)
                assert count == 1
                data = changed.encode("utf-8")
            mutant.writestr(name, data)
    return path
