"""Words that a keyword puts higher or lower in their line."""

from __future__ import annotations

import pytest

from tests.editions.docx.words import lowered
from triplicate.editions.docx import ir


@pytest.mark.parametrize(
    ("css", "position"),
    [
        ("font-size: 50%; vertical-align: top", 4),
        ("font-size: 50%; vertical-align: text-bottom", 4),
        ("font-size: 50%; vertical-align: middle", 1),
        ("vertical-align: text-top", None),
        ("vertical-align: bottom", None),
        ("vertical-align: baseline", None),
    ],
)
def test_words_stand_as_high_in_their_line_as_in_css(css: str, position: int | None) -> None:
    found = lowered("<p>a <i>b</i> c</p>", f"i {{ {css} }}")
    run = found.paragraphs[0].inlines[1]
    assert isinstance(run, ir.Run)
    assert (run.format.position, found.problems) == (position, [])
