"""Canary: where WeasyPrint 70 leaves the places of boxes that do not stand below each other."""

from __future__ import annotations

from typing import Any

import pytest

from tests.editions.docx.words import page, styled
from triplicate.layout import engine
from triplicate.layout.facts import read_facts
from triplicate.layout.spots import Spot

POINT = 4 / 3


def spots(body: str, css: str) -> list[Spot]:
    tree = styled(page(body), f"p {{ margin: 0; line-height: 15pt }} {css}")
    return [spot for spot in read_facts(engine.paginate(tree), tree).spots if spot]


def in_points(values: Any) -> tuple[float, ...]:
    return tuple(round(value / POINT, 2) for value in values)


@pytest.mark.parametrize(
    "css", ["div { display: flex } p { flex: 1 }", "div { display: grid; grid: auto / 1fr 1fr }"]
)
def test_containers_and_their_boxes_have_places(css: str) -> None:
    container, first, second = spots("<div><p>a</p><p>b</p></div>", f"{css} p {{ padding: 5pt }}")
    assert in_points(container[1:5]) == (50, 50, 400, 25)
    assert in_points(second[1:5]) == (250, 50, 200, 25)
    assert in_points((second.start, second.room)) == (200, 400)
    assert in_points(second.inner) == (255, 55, 190, 15)
    assert first.page == 0


def test_positioned_boxes_know_the_text_after_them_and_what_they_go_by() -> None:
    css = "div { position: relative; padding-top: 20pt } i { position: absolute; top: 5pt }"
    tree = styled(page("<div><i>a</i><p>b</p><p>c</p></div><p>d</p>"), f"p {{ margin: 0 }} {css}")
    (box,) = (box for box in tree.root.descendants() if hasattr(box, "held_by"))
    found = read_facts(engine.paginate(tree), tree).spots
    spot, held_by = found[box.spot_index], found[box.held_by]
    assert spot
    assert spot.down is not None
    assert held_by
    assert in_points((spot.down, held_by.height)) == (-15, 50)


def test_boxes_in_columns_are_found() -> None:
    css = "section { columns: 2; column-gap: 0 } div { display: flex }"
    found = spots("<section><p>x</p><div><p>a</p><p>b</p></div></section>", css)
    assert len(found) == 3
    assert in_points(found[0][1:3]) == (250, 50)


def test_a_box_over_two_pages_has_nothing_to_spare() -> None:
    (whole,) = spots("<div><p>a</p></div>", "div { min-height: 60pt }")
    assert in_points((whole.spare,)) == (45,)
    words = "<p>a</p>" * 39 + "<p style='break-before: page'>b</p>"
    (broken,) = spots(f"<div>{words}</div>", "div { min-height: 60pt }")
    assert (broken.page, broken.spare) == (0, 0.0)


def test_a_tree_without_such_boxes_is_lowered_before_it_is_laid_out() -> None:
    assert not styled(page("<p>a</p><table><tr><td>b</td></tr></table>")).is_placed
    assert not styled(page("<p>a</p>"), "p { position: relative }").is_placed
    assert styled(page("<div>a</div>"), "div { display: flex }").is_placed


@pytest.mark.parametrize(
    ("body", "placed"),
    [
        ("<h2><span>A.</span> Words beside a number</h2>", False),
        ("<p><span>one</span> <span>two</span></p>", True),
        ("<p><span><b style='display: block'>one</b></span></p>", True),
        ("<p>Words and <span><b style='display: block'>one</b></span></p>", False),
    ],
)
def test_inline_blocks_ask_for_pages_where_they_may_be_columns(body: str, placed: bool) -> None:
    tree = styled(page(body), "span { display: inline-block; width: 60pt }")
    assert tree.is_placed is placed


def test_a_copy_of_the_tree_stays_as_it_is_when_the_tree_is_laid_out() -> None:
    body = "<div><p>a <i>n</i></p><p>b</p></div>" * 30
    tree = styled(page(body), "div { display: flex } i { float: footnote }")
    copy = tree.copied()
    before = [(type(box).__name__, getattr(box, "text", "")) for box in copy.root.descendants()]
    engine.paginate(tree)
    after = [(type(box).__name__, getattr(box, "text", "")) for box in copy.root.descendants()]
    assert before == after
    assert not any(hasattr(box, "position_x") and box.position_x for box in copy.root.descendants())


def test_containers_that_take_too_long_to_lay_out_are_not_asked_about() -> None:
    for depth in (6, 7):
        body = "<div><p>a</p>" * depth + "</div>" * depth
        assert styled(page(body), "div { display: flex }").is_placed is (depth == 6)


@pytest.mark.parametrize(
    ("rest", "free"),
    [
        ("", 540),  # the page is 600 pt high, and has four lines
        ("<p style='break-before: page'>c</p>", 540),
        ("<p>c</p>", None),
        ("<div style='height: 530pt'></div><p>c</p>", 10),
    ],
)
def test_positioned_boxes_know_the_room_below_the_text_before_them(
    rest: str, free: float | None
) -> None:
    css = "i { position: absolute } div { overflow: hidden }"
    body = f"<p>a</p><p>b<br>c<br>d</p><section><i style='display: block'>e</i></section>{rest}"
    (found,) = (spot.free for spot in spots(body, css)[:1])
    assert (found is None and free is None) or in_points((found,)) == (free,)
