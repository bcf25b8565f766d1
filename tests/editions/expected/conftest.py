"""The seed report's finished editions, built once through the public API, and read back.

TRIPLICATE_EDITIONS=FOLDER proofs finished files that are already there instead.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import triplicate
from tests.editions.expected.source import expected_blocks
from tests.readback.blocks import Block
from tests.readback.docx import DocxReading, read_docx
from tests.readback.html import HtmlReading, read_html
from tests.readback.pdf import PdfReading, read_pdf

REPORT = Path(__file__).parents[3] / "data" / "csr-roundtable-2011"


@pytest.fixture(scope="session")
def editions(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Path of each finished edition by its name."""
    finished = os.environ.get("TRIPLICATE_EDITIONS")
    if finished:
        return {path.suffix[1:]: path for path in Path(finished).glob(f"{REPORT.name}.*")}
    return triplicate.build(REPORT, tmp_path_factory.mktemp("editions")).files


@pytest.fixture(scope="session")
def expected() -> list[Block]:
    """The blocks of the source text."""
    return expected_blocks()


@pytest.fixture(scope="session")
def pdf(editions: dict[str, Path]) -> PdfReading:
    """The PDF, read back."""
    return read_pdf(editions["pdf"])


@pytest.fixture(scope="session")
def docx(editions: dict[str, Path]) -> DocxReading:
    """The Word file, read back."""
    return read_docx(editions["docx"])


@pytest.fixture(scope="session")
def html(editions: dict[str, Path]) -> HtmlReading:
    """The web page, read back."""
    return read_html(editions["html"])
