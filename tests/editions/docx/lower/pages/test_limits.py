"""Pages that Word cannot have."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

import triplicate
from tests.editions.docx.words import lowered
from triplicate.diagnostics import Diagnostics


@pytest.mark.parametrize(
    ("css", "said"),
    [
        ("size: 40in 5in", "at most 22 inches"),
        ("size: 10pt 10pt; margin: 0", ""),
        ("margin: 30cm", "room for text"),
        ("margin: 0 300pt", "room for text"),
        ("size: 22in 22in", ""),
        ("margin: -5cm 1cm", "a negative margin"),
        ("margin-left: -1px", "a negative margin"),
    ],
)
def test_a_page_is_made_such_that_word_takes_it(css: str, said: str) -> None:
    found = lowered("<p>a", f"@page {{ {css} }}")
    section = found.section
    assert 144 <= section.width <= 31680
    assert 144 <= section.height <= 31680
    top, right, bottom, left, *_ = section.margins
    assert min(section.margins) >= 0
    assert section.width - left - right >= 144
    assert section.height - top - bottom >= 144
    assert [said in problem for problem in found.problems] == ([True] if said else [])


def problems(folder: Path, name: str) -> list[str]:
    found = Diagnostics()
    page = folder / "page.html"
    triplicate.html_to_docx(f'<p><img alt="" src="{name}">', base_url=page, diagnostics=found)
    return [item.message for item in found]


def test_pictures_that_are_too_large_are_named_with_their_limit(tmp_path: Path) -> None:
    Image.new("1", (20000, 20000)).save(tmp_path / "huge.png")
    (tmp_path / "heavy.png").write_bytes(bytes(21_000_000))
    (message,) = problems(tmp_path, "huge.png")
    assert "a picture of 400 million pixels, too large to be opened (make it smaller)" in message
    (message,) = problems(tmp_path, "heavy.png")
    assert 'at most 20 MB, found "heavy.png" of 21 MB' in message
