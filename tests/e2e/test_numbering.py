"""The counter of Word's list numbers (tests/readback) against LibreOffice's."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.libreoffice import convert
from tests.readback.docx import read_docx
from tests.readback.test_docx_numbering import write
from triplicate import html_to_docx
from triplicate.editions.docx.lower.numbers.lists import CSS_FORMATS
from triplicate.editions.docx.scripts import WRITTEN


def walk(steps: int, seed: int) -> Iterator[tuple[str, int]]:
    """Paragraphs in (list, level) as documents have them: one level down, or any number up."""
    chance = random.Random(seed)
    level = 0
    for _ in range(steps):
        if chance.random() < 0.2:
            yield chance.choice("23"), 0
            continue
        yield "1", level
        level = chance.randint(0, min(level + 1, 3))


@pytest.mark.e2e
@pytest.mark.libreoffice
def test_libreoffice_counts_the_same(tmp_path: Path) -> None:
    path = tmp_path / "list.docx"
    write(path, [("1", 0), *walk(200, seed=1)])
    text = convert(path, tmp_path, "txt:Text (encoded):UTF8").read_text(encoding="utf-8-sig")
    seen = [line.strip().removesuffix("text").strip() for line in text.splitlines() if line.strip()]
    assert len(seen) == 201
    assert [block.number for block in read_docx(path).blocks] == seen


@pytest.mark.e2e
@pytest.mark.libreoffice
@pytest.mark.parametrize(("name", "number_format"), list(CSS_FORMATS.items())[8:])
def test_libreoffice_writes_numbers_of_other_scripts_the_same(
    name: str, number_format: str, tmp_path: Path
) -> None:
    written = WRITTEN[number_format]
    path = tmp_path / "list.docx"
    items = "<li>text</li>" * len(written)
    path.write_bytes(html_to_docx(f'<ol style="list-style-type: {name}">{items}</ol>'))
    text = convert(path, tmp_path, "txt:Text (encoded):UTF8").read_text(encoding="utf-8-sig")
    seen = [line.strip().removesuffix("text") for line in text.splitlines() if line.strip()]
    assert [line.strip().rstrip(".、") for line in seen] == list(written)
