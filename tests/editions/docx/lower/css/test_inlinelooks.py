"""Lines at text: their kinds, colours and thickness."""

from __future__ import annotations

import pytest

from tests.editions.docx.words import lowered
from triplicate.editions.docx import ir


@pytest.mark.parametrize(
    ("css", "kind"),
    [
        ("text-decoration: underline 1pt", "single"),
        ("text-decoration: underline 2pt", "thick"),
        ("text-decoration: underline 25%", "thick"),
        ("text-decoration: underline dotted 2pt", "dottedHeavy"),
        ("text-decoration: underline dashed 2pt", "dashedHeavy"),
        ("text-decoration: underline wavy 2pt", "wavyHeavy"),
        ("text-decoration: underline from-font", "single"),
        ("border-bottom: 2pt solid", "thick"),
        ("border-bottom: 2pt dotted", "dottedHeavy"),
    ],
)
def test_thick_lines_are_words_thick_ones(css: str, kind: str) -> None:
    found = lowered(f'<p><span style="{css}">x</span></p>')
    (run,) = found.paragraphs[0].inlines
    assert isinstance(run, ir.Run)
    assert run.format.underline == kind
    assert found.problems == []


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        ("underline 4pt", "lines as thick as Word has them, found text-decoration-thickness"),
        (
            "underline double 2pt",
            "lines as thick as Word has them, found text-decoration-thickness",
        ),
        ("line-through red", "lines through text in its colour, found text-decoration-color"),
        ("line-through dotted", "single lines through text, found text-decoration-style"),
    ],
)
def test_other_lines_are_reported(css: str, expected: str) -> None:
    found = lowered("<p>a <i>b</i> <i>c</i>", f"i {{ text-decoration: {css} }}")
    assert found.problems == [f"Word edition: expected {expected} on <i>"]
