"""What the finished pages tell the writers."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from tests.layout.test_engine import tree
from triplicate.layout import engine
from triplicate.layout.facts import LayoutFacts, read_facts

PIXEL = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9Q"
    "DwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
CSS = """
@page { size: 500px 400px; margin: 50px }
html { font-size: 10px }
table { border-collapse: collapse; width: 400px } td { padding: 0 }
.next { break-before: page }
.front { counter-reset: page 7 }
"""


def facts(body: str, folder: Path, css: str = "") -> LayoutFacts:
    boxes = tree(f'<!DOCTYPE html><html lang="en"><body>{body}', CSS + css, folder)
    return read_facts(engine.paginate(boxes), boxes)


def test_pages_are_counted_and_ids_are_on_the_number_that_their_page_shows(tmp_path: Path) -> None:
    body = '<p id="a">x</p><p id="b" class="next">x</p><p id="c" class="next">x</p>'
    found = facts(body, tmp_path)
    assert (found.pages, found.anchors) == (3, {"a": 1, "b": 2, "c": 3})


def test_a_page_counter_that_is_reset_is_followed(tmp_path: Path) -> None:
    body = '<p id="a">x</p><p id="b">x</p>'
    css = "#b { page: late } @page late { counter-reset: page 41 }"
    assert facts(body, tmp_path, css).anchors == {"a": 1, "b": 41}


def test_tables_tell_the_used_widths_of_their_columns_in_document_order(tmp_path: Path) -> None:
    inner = '<table style="width: 100px"><tr><td>x</td></tr></table>'
    outer = f'<table><col style="width: 25%"><tr><td>x</td><td>{inner}</td></tr></table>'
    narrow = '<table style="width: 60px"><tr><td>x</td></tr></table>'
    found = facts(outer + narrow, tmp_path)
    assert [pytest.approx(widths) for widths in found.tables] == [(100, 300), (100,), (60,)]


def test_a_table_over_many_pages_is_told_once(tmp_path: Path) -> None:
    rows = "<tr><td>x</td></tr>" * 80
    found = facts(f"<table>{rows}</table>", tmp_path)
    assert found.pages > 1
    assert found.tables == ((400.0,),)


def test_columns_from_right_to_left_keep_their_order(tmp_path: Path) -> None:
    body = '<table dir="rtl" style="direction: rtl"><col style="width: 10%"><tr><td>x<td>y</table>'
    assert facts(body, tmp_path).tables == ((40.0, 360.0),)


def test_pictures_tell_the_size_that_they_have_on_the_page(tmp_path: Path) -> None:
    body = f'<p>x <img src="{PIXEL}" style="width: 30px"></p><img src="{PIXEL}">'
    found = facts(body, tmp_path)
    assert found.images == ((30.0, 30.0), (1.0, 1.0))


def test_pictures_in_footnotes_and_tables_are_found(tmp_path: Path) -> None:
    picture = '<img src="{}" style="width: {}px">'
    note = f'<span style="float: footnote">{picture.format(PIXEL, 5)}</span>'
    body = f"<p>x{note}</p><table><tr><td>{picture.format(PIXEL, 6)}</td></tr></table>"
    assert facts(body, tmp_path).images == ((5.0, 5.0), (6.0, 6.0))


def test_floats_tell_their_place_in_the_box_around_them(tmp_path: Path) -> None:
    css = "div { float: left; width: 150px; height: 20px; margin: 0 10px } p { margin: 0 5px }"
    body = "<div></div><div></div><div></div><p>x</p>"
    found = facts(body, tmp_path, f"body {{ margin: 0 }} {css}").floats
    assert found == ((0, 170, 230, 20, 0), (170, 170, 60, 20, 0), (0, 170, 230, 20, 20))


def test_floats_in_a_line_and_in_a_cell_have_places_too(tmp_path: Path) -> None:
    css = "body { margin: 0 } p { margin: 0 20px } b, i { float: right; width: 50px }"
    cell = "<table><tr><td>x</td><td>x <i>y</i></td></tr></table>"
    found = facts(f"<p>x <b>y</b></p>{cell}", tmp_path, css + "td { width: 50% }")
    assert [place[:3] for place in found.floats] == [(310, 50, 0), (150, 50, 0)]


def test_clears_tell_whether_they_moved_a_box(tmp_path: Path) -> None:
    css = "body { margin: 0 } div { float: left; height: 40px } p { margin: 0; clear: left }"
    found = facts("<div>x</div><p>y</p><p>z</p>", tmp_path, css)
    assert found.clears == ((40,), (0,))


def test_a_line_break_with_clear_moves_nothing_itself(tmp_path: Path) -> None:
    found = facts("<p>a<br>b</p>", tmp_path, "br { clear: both }")
    assert found.clears == ((0,),)


def test_facts_can_be_sent_to_another_process(tmp_path: Path) -> None:
    found = facts("<table><tr><td>x</td></tr></table>", tmp_path)
    assert pickle.loads(pickle.dumps(found)) == found


@pytest.mark.parametrize("body", ["", "<p>x</p>"])
def test_a_document_without_tables_and_pictures_has_none(body: str, tmp_path: Path) -> None:
    assert facts(body, tmp_path) == LayoutFacts(1, {})
