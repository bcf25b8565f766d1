from __future__ import annotations

import pytest

from tests.editions.docx.words import W, lowered, parts
from triplicate.editions.docx import ir

UP, DOWN = "transform: rotate(-90deg)", "transform: rotate(0.25turn)"


def cell(body: str, css: str = "") -> tuple[ir.Cell, ir.Row]:
    """The second cell of a row, and the row."""
    (table,) = lowered(f"<table><tr><th>a{body}<tr><td>b<td>c</table>", css).tables
    return table.rows[0].cells[1], table.rows[0]


@pytest.mark.parametrize(
    ("body", "css", "direction"),
    [
        ("<th class=x>Word", UP, "btLr"),
        ("<th class=x>Word", DOWN, "tbRl"),
        ("<th> <div class=x>Word</div> ", UP, "btLr"),
        ("<th><div><p class=x>Word</div>", DOWN, "tbRl"),
        ("<th><span class=x>Word</span>", UP + "; display: inline-block", "btLr"),
        ("<th>Other <span class=x>Word</span>", UP + "; display: inline-block", None),
        ("<th class=x>Word", "transform: rotate(45deg)", None),
        ("<th class=x>Word", UP + " scale(2)", None),
    ],
)
def test_text_that_is_turned_by_a_right_angle_has_a_direction(
    body: str, css: str, direction: str | None
) -> None:
    css = f".x {{ {css} }}"
    found = lowered(f"<table><tr><th>a{body}<tr><td>b<td>c</table>", css)
    assert found.tables[0].rows[0].cells[1].format.direction == direction
    assert ["transform" in problem for problem in found.problems] == [True] * (direction is None)


@pytest.mark.parametrize(
    ("turn", "vertical", "align"),
    [(UP, "bottom", "left"), (UP, "top", "right"), (DOWN, "top", "left"), (UP, "middle", "center")],
)
def test_text_begins_at_the_side_that_the_cell_says(turn: str, vertical: str, align: str) -> None:
    css = f"th {{ vertical-align: {vertical}; text-align: right }} .x {{ {turn}; width: 9pt }}"
    document = lowered("<table><tr><th>a<th><div class=x>Word</div><tr><td>b<td>c</table>", css)
    found = document.tables[0].rows[0].cells[1]
    (paragraph,) = found.blocks
    assert isinstance(paragraph, ir.Paragraph)
    look = ir.overlay(document.style(paragraph.style).paragraph, paragraph.format)
    assert (look.align, look.left, look.right) == (align, 0, 0)
    assert found.format.align in (None, "bottom" if turn == UP else "top")


@pytest.mark.parametrize(("turn", "side"), [(UP, "top"), (DOWN, "bottom")])
def test_justified_text_stands_at_the_side_where_lines_begin(turn: str, side: str) -> None:
    look = cell(f"<th class=x style='text-align: justify; {turn}'>Word")[0].format
    assert look.align == side


def test_a_row_is_as_high_as_its_turned_text_is_long() -> None:
    words = "Words that take some room"
    _, row = cell(f"<th class=x>{words}", f".x {{ {UP} }}")
    assert 2000 < row.height < 3000
    _, high = cell(f"<th class=x>{words}", f".x {{ {UP}; height: 200pt; padding: 0 }}")
    assert high.height >= 4000


def test_the_direction_is_the_cells_own() -> None:
    css = f"th {{ {UP} }}"
    document = lowered("<table><thead><tr><th>a<th>b<tbody><tr><td>c<td>d</table>", css).document
    found = parts(document)
    body, styles = (found[f"word/{name}.xml"] for name in ("document", "styles"))
    assert [turn.get(f"{W}val") for turn in body.iter(f"{W}textDirection")] == ["btLr"] * 2
    assert not list(styles.iter(f"{W}textDirection"))
