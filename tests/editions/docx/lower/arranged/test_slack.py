"""Boxes as wide as their text: room for programs that set it wider, and nothing moves by it."""

from __future__ import annotations

from itertools import accumulate

import pytest

from tests.editions.docx.words import lowered
from triplicate.editions.docx import ir

WORDS = (
    "<div class='x'><div><b>Company or person</b></div><div class='y'>Date: 1 May 2026</div></div>"
)


def rooms(body: str, css: str) -> tuple[ir.Table, list[tuple[int, int]]]:
    """The first table, and from where to where the lines of its first row go."""
    (table, *_) = lowered(body, f".x {{ display: flex }} {css}", laid_out=True).tables
    ends = list(accumulate(table.widths, initial=table.left))
    edges = []
    for begin, end, cell in zip(ends, ends[1:], table.rows[0].cells, strict=False):
        _, right, _, left = cell.format.padding or (0, 0, 0, 0)
        edges.append((begin + left, end - right))
    return table, edges


def test_text_has_room_at_the_side_where_its_lines_end() -> None:
    _, plain = rooms(WORDS, ".x { justify-content: space-between }")
    _, right = rooms(WORDS, ".x { justify-content: space-between } .y { text-align: right }")
    _, fixed = rooms(
        WORDS, ".x { justify-content: space-between } .y, div div { flex: none; width: 200px }"
    )
    assert plain[0] == right[0]
    more = plain[1][1] - 8000
    assert more > 0.035 * (8000 - plain[1][0])
    assert right[1] == (plain[1][0] - more, 8000)
    assert fixed == [(0, 3008), (4992, 8000)]


@pytest.mark.parametrize(
    "css",
    [
        ".y { border: 1pt solid }",
        ".x { border-bottom: 1pt solid }",
        ".x { background: #eee }",
        ".y { width: 200px }",
        ".y { flex: 1 }",
    ],
)
def test_tables_end_with_the_text_area_where_they_may(css: str) -> None:
    table, _ = rooms(WORDS, f".x {{ justify-content: space-between }} {css}")
    assert table.left + sum(table.widths) in range(7990, 8002)


def test_lines_that_break_go_on_breaking_where_they_do() -> None:
    long = WORDS.replace("Company", "Company and all others that have a name " * 4)
    table, edges = rooms(long, "")
    assert sum(table.widths) <= 8000
    assert edges[0][0] == 0


def test_positioned_words_have_room_too() -> None:
    css = ".x { position: absolute; right: 20pt; top: 0 }"
    words = "<p class='x'>Words that stand alone</p><p>a</p>"
    left = lowered(words, css, laid_out=True).paragraphs[0].floating
    right = lowered(words, css + "p { text-align: right }", laid_out=True).paragraphs[0].floating
    assert left is not None
    assert right is not None
    assert left.on_page is not None
    assert right.on_page is not None
    assert left.slack == right.slack > 0.035 * left.width
    assert left.on_page[0] - right.on_page[0] == right.slack
