"""Text in columns, in the PDF and in the Word file as LibreOffice sets it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.printed import moved_words, printed_twins
from tests.e2e.proofs import *  # noqa: F403

pytestmark = pytest.mark.e2e

CSS = """
@page { @top-left { content: "Running" }
        @bottom-center { content: counter(page) "/" counter(pages) } }
p { margin: 0 0 6pt } h2 { font-size: 12pt; line-height: 18pt; margin: 6pt 0 }
.news { columns: 2; column-gap: 20pt; column-rule: 1pt solid #000000 }
.news h2 { column-span: all }
.last { break-before: column }
"""
# Each word stands once, so that it can be found again.
NUMBERS = [f"{letter}{number:02}" for letter in "abcdefghijkl" for number in range(24)]
TEXTS = [f"<p>{' '.join(NUMBERS[at : at + 24])}</p>" for at in range(0, len(NUMBERS), 24)]
BODY = f"""
{TEXTS[0]}<div class="news">{"".join(TEXTS[1:7])}<h2>Across</h2>{TEXTS[7]}
{TEXTS[8].replace("<p>", '<p class="last">')}</div>{TEXTS[9]}
<div class="news">{TEXTS[10]}{TEXTS[11]}</div><p>After.</p>
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return printed_twins(BODY, CSS, tmp_path_factory.mktemp("columns"))


@pytest.mark.libreoffice
@pytest.mark.tools("pdftotext")
def test_all_words_stand_where_they_stand_in_the_pdf(files: dict[str, Path]) -> None:
    # WeasyPrint drops the last margin in columns; LibreOffice adds a line after a broken column.
    assert moved_words(files, left=2, above=24, below=24) == []
