"""Numbers of a column aligned at their separator: what is measured, and where the pages have it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.layout.test_engine import tree
from triplicate.layout import engine

CSS = """
@page { size: 500px 400px; margin: 0 }
html { font-size: 10px; font-variant-numeric: tabular-nums } body { margin: 0 }
table { border-collapse: collapse; table-layout: fixed; width: 300px } td { padding: 0 10px }
.n { --align-to: "."; text-align: right } .l { --align-to: "." }
.c { --align-to: "."; text-align: center } .none { --align-to: none }
"""


def table(*cells: str, kind: str = "n") -> str:
    rows = "".join(f'<tr><td class="{kind}">{cell}</td><td>x</td></tr>' for cell in cells)
    return f'<!DOCTYPE html><html lang="en"><body><table>{rows}</table>'


def pages(html: str, folder: Path, css: str = "") -> Any:
    document = engine.paginate(tree(html, CSS + css, folder))
    return document.pages[0]._page_box


def texts(page: Any) -> list[Any]:
    """The text boxes of a page, but for those of the second column."""
    return [box for box in page.descendants() if getattr(box, "text", "x") != "x"]


def points(page: Any, digits: float) -> list[float]:
    """Where the separators of numbers stand, whose digits are ``digits`` wide."""
    return [one.position_x + one.text.index(".") * digits for one in texts(page)]


def digit(folder: Path) -> float:
    """How wide a digit is."""
    short, long = texts(pages(table("1", "11", kind=""), folder))
    return float(long.width - short.width)


@pytest.mark.parametrize("kind", ["n", "l", "c"])
def test_separators_stand_one_below_the_other(kind: str, tmp_path: Path) -> None:
    page = pages(table("1.5", "22.25", "333.125", ".5", kind=kind), tmp_path)
    found = points(page, digit(tmp_path))
    assert found == pytest.approx([found[0]] * 4, abs=0.1)


def test_text_align_says_where_the_numbers_stand_together(tmp_path: Path) -> None:
    edges = {}
    for kind in ("l", "c", "n"):
        boxes = texts(pages(table("1.5", "22.25", kind=kind), tmp_path))
        edges[kind] = (
            min(box.position_x for box in boxes) - 10,
            140 - max(box.position_x + box.width for box in boxes),
        )
    assert edges["l"][0] == pytest.approx(0)
    assert edges["n"][1] == pytest.approx(0)
    assert edges["c"][0] == pytest.approx(edges["c"][1])


def test_text_without_a_separator_stands_before_it(tmp_path: Path) -> None:
    word, number = texts(pages(table("none", "1.5"), tmp_path))
    start = number.position_x + digit(tmp_path)
    assert word.position_x + word.width == pytest.approx(start, abs=0.1)


def test_a_separator_may_stand_in_an_element(tmp_path: Path) -> None:
    whole, rest, plain = texts(pages(table("<b>11</b>.5", "7.25"), tmp_path))
    assert (whole.text, rest.text) == ("11", ".5")
    assert rest.position_x == pytest.approx(plain.position_x + digit(tmp_path), abs=0.1)


def test_the_property_is_inherited_and_can_be_taken_back(tmp_path: Path) -> None:
    css = 'table { --align-to: "."; text-align: right } td + td { --align-to: none }'
    html = table("1.5", "22.25", kind="").replace("<td>x", "<td>9.125")
    first, other, second, _ = texts(pages(html, tmp_path, css))
    assert second.position_x < first.position_x
    assert other.position_x + other.width == pytest.approx(290)


def test_columns_grow_with_the_numbers_that_are_aligned(tmp_path: Path) -> None:
    css = "table { table-layout: auto; width: auto }"
    widths = []
    for kind in ("", "n"):
        page = pages(table("1234.5", "7.12345", kind=kind), tmp_path, css)
        widths += [
            box.column_widths[0] for box in page.descendants() if hasattr(box, "column_widths")
        ]
    assert widths[1] - widths[0] == pytest.approx(3 * digit(tmp_path), abs=0.5)


@pytest.mark.parametrize("cell", ["1.5<br>2.25", "<p>1.5</p><p>2.25</p>", " ", ""])
def test_cells_of_more_or_less_than_a_line_are_left_alone(cell: str, tmp_path: Path) -> None:
    boxes = tree(table(cell, "333.333"), CSS, tmp_path)
    cells = [box for box in boxes.root.descendants() if hasattr(box, "aligned")]
    assert len(cells) == 1


def test_cells_over_many_columns_are_left_alone(tmp_path: Path) -> None:
    html = table("1.5").replace("</table>", '<tr><td class="n" colspan="2">22.2</td></tr></table>')
    boxes = tree(html, CSS, tmp_path)
    (cell,) = [box for box in boxes.root.descendants() if hasattr(box, "aligned")]
    assert cell.aligned.before == cell.aligned.widest_before


def test_a_paragraph_in_a_cell_and_a_share_as_padding_are_aligned_too(tmp_path: Path) -> None:
    css = "td { padding: 0 5% } p { margin: 0 }"
    first, second = points(
        pages(table("<p>1.5</p>", "<p>22.25</p>"), tmp_path, css), digit(tmp_path)
    )
    assert first == pytest.approx(second, abs=0.1)


def test_nothing_is_touched_where_nobody_asks_for_it(tmp_path: Path) -> None:
    css = CSS.replace("--align-to", "--align-other")
    boxes = tree(table("1.5", "22.25"), css, tmp_path)
    assert not boxes.is_aligned
    assert not any(hasattr(box, "aligned") for box in boxes.root.descendants())


def test_a_style_attribute_may_ask_for_it(tmp_path: Path) -> None:
    html = table("1.5", "22.25").replace('class="n"', "style=\"--align-to: '.'\"")
    found = points(pages(html, tmp_path, "td { color: red }"), digit(tmp_path))
    assert found[0] == pytest.approx(found[1], abs=0.1)
