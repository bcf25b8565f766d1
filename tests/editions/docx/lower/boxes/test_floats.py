"""Boxes beside the text: frames of paragraphs, tables with a place of their own, and `clear`."""

from __future__ import annotations

import pytest

from tests.editions.docx.lower.pictures.test_picture import image
from tests.editions.docx.words import Lowered, lowered, text
from triplicate.editions.docx import ir

ASIDE = "aside { float: left; width: 100pt }"


def floating(found: Lowered) -> list[ir.Floating]:
    """The places of the blocks that float."""
    blocks = [b for b in found.section.blocks if isinstance(b, ir.Paragraph | ir.Table)]
    return [block.floating for block in blocks if block.floating]


def cell(table: ir.Table) -> list[ir.Block]:
    return list(table.rows[0].cells[0].blocks)


def test_a_floating_box_of_paragraphs_is_one_frame() -> None:
    css = "aside { float: left; width: 100pt; padding: 0 5pt } p { margin: 0 }"
    first, second, after = lowered("<aside><p>a</p><h2>b</h2></aside><p>c</p>", css).paragraphs
    assert first.floating == ir.Floating("left", 0, 0, 8000, 2200, fact=0)
    assert second.floating == first.floating
    assert (first.format.left, first.format.right) == (100, 100)
    assert after.floating is None


def test_a_frame_in_an_indented_box_begins_where_the_box_does() -> None:
    css = "section { margin: 0 10pt 0 30pt } aside { float: left; width: 100pt }"
    (place,) = floating(lowered("<section><aside><p>a</p></aside><p>c</p></section>", css))
    assert (place.left, place.right, place.room, place.width) == (600, 200, 7200, 2000)


@pytest.mark.parametrize(
    ("css", "width", "indent"),
    [
        ("width: 25%; padding: 0 10pt", 2400, 200),
        ("width: 25%; padding: 0 10pt; box-sizing: border-box", 2000, 200),
        ("width: 100pt; margin-left: 5%", 2400, 400),
    ],
)
def test_shares_of_a_width_are_those_of_the_text_around(css: str, width: int, indent: int) -> None:
    found = lowered("<aside><p>a</p></aside><p>b</p>", f"aside {{ float: right; {css} }}")
    (place,) = floating(found)
    assert (place.side, place.width) == ("right", width)
    assert found.paragraphs[0].format.left == indent
    assert (found.paragraphs[0].format.right or 0) == (200 if "padding" in css else 0)


def test_a_frame_as_wide_as_its_text_has_a_little_slack() -> None:
    (place,) = floating(lowered("<aside>a</aside><p>b</p>", "aside { float: right }"))
    assert 0 < place.slack <= 20


def test_a_floating_table_has_a_place_of_its_own_and_distances() -> None:
    css = "table { float: right; margin: 1pt 2pt 3pt 4pt; border-spacing: 0 }"
    found = lowered("<table><tr><td>a</td></tr></table><p>b</p>", css)
    (place,) = floating(found)
    assert found.tables[0].floating == place
    assert (place.side, place.margins) == ("right", (20, 40, 60, 80))
    assert (found.tables[0].left, found.problems) == (0, [])


def test_a_floating_table_with_a_caption_stands_in_a_cell_with_it() -> None:
    body = "<table><caption>c</caption><tr><td>a</td></tr></table><p>b</p>"
    (table,) = lowered(body, "table { float: left }").tables
    caption, inner, _ = cell(table)
    assert isinstance(caption, ir.Paragraph)
    assert isinstance(inner, ir.Table)
    assert table.floating
    assert inner.floating is None


def test_a_floating_box_with_a_table_in_it_is_a_table_of_one_cell() -> None:
    body = "<aside><p>x</p><table><tr><td>a</td></tr></table></aside><p>c</p>"
    found = lowered(body, ASIDE)
    (table,) = found.tables
    assert [type(block).__name__ for block in cell(table)] == ["Paragraph", "Table", "Paragraph"]
    assert (len(floating(found)), found.problems) == (1, [])


def test_a_floating_box_with_borders_is_a_table_of_one_cell() -> None:
    css = "aside { float: left; width: 100pt; border: 1pt solid #ff0000; padding: 2pt }"
    (table,) = lowered("<aside><p>a</p></aside><p>c</p>", css).tables
    assert table.widths == (2120,)
    assert table.floating
    (paragraph,) = cell(table)
    assert isinstance(paragraph, ir.Paragraph)
    assert paragraph.format.top is None


def test_a_floating_paragraph_gives_its_borders_to_its_cell() -> None:
    css = "p.x { float: left; width: 100pt; border: 1pt solid #ff0000; background: #ffeeee }"
    found = lowered("<p class=x>a</p><p>c</p>", css)
    (paragraph,) = cell(found.tables[0])
    assert isinstance(paragraph, ir.Paragraph)
    assert (paragraph.format.top, paragraph.format.shade) == (None, None)
    assert found.tables[0].rows[0].cells[0].format.shade == "FFEEEE"


def test_what_floats_in_a_line_stands_before_its_paragraph() -> None:
    found = lowered("<p>one <span>aside</span>two</p>", "span { float: right; width: 90pt }")
    aside, paragraph = found.paragraphs
    assert (text(aside), text(paragraph)) == ("aside", "one two")
    assert aside.floating
    assert not paragraph.floating


def test_what_floats_in_a_cell_is_a_table() -> None:
    body = f"<table><tr><td><aside>x</aside>{'text '}</td></tr></table>"
    (table,) = lowered(body, ASIDE).tables
    aside, paragraph = cell(table)
    assert isinstance(aside, ir.Table)
    assert aside.floating
    assert isinstance(paragraph, ir.Paragraph)


def test_what_floats_inside_another_stays_in_it_and_is_reported() -> None:
    found = lowered("<aside><p>a</p><div>b</div></aside><p>c</p>", f"{ASIDE} div {{ float: left }}")
    assert len(set(floating(found))) == 1
    assert found.problems == [
        "Word edition: expected floating boxes in the text, found <div> inside another"
    ]


def test_margins_of_a_container_go_to_what_is_in_the_flow() -> None:
    css = f"{ASIDE} section {{ margin-top: 30pt }}"
    found = lowered("<p>a</p><section><aside>b</aside><p>c</p></section>", css)
    above, aside, below = found.paragraphs
    assert above.format.after == 600
    assert (aside.format.before or 0, below.format.before or 0) == (0, 0)


def test_at_the_beginning_a_frame_begins_as_low_as_the_text() -> None:
    css = f"{ASIDE} section {{ margin-top: 30pt }}"
    (place,) = floating(lowered("<section><aside>b</aside><p>c</p></section>", css))
    assert place.down == 600


def test_a_list_item_keeps_its_marker_beside_a_floating_box() -> None:
    found = lowered("<ul><li><aside>a</aside>item</li></ul>", ASIDE)
    aside, item = found.paragraphs
    assert (text(aside), aside.style) == ("a", "List Continue")
    assert (text(item), item.style) == ("item", "List Bullet")


@pytest.mark.parametrize("after", ["", "<table><tr><td>x</td></tr></table>"])
def test_a_frame_has_a_paragraph_after_it(after: str) -> None:
    found = lowered(f"<p>a</p><aside>b</aside>{after}", ASIDE)
    places = [isinstance(b, ir.Paragraph) and bool(b.floating) for b in found.section.blocks]
    following = found.section.blocks[places.index(True) + 1]
    assert isinstance(following, ir.Paragraph)
    assert following.style == "After Table"


def test_a_box_around_what_floats_is_a_table_and_measures_from_its_inside() -> None:
    css = f"{ASIDE} section {{ margin: 0 30pt; border: 1pt solid; padding: 4pt }}"
    (table,) = lowered("<section><aside>a</aside><p>b</p></section>", css).tables
    aside, _ = cell(table)
    assert isinstance(aside, ir.Table)
    assert aside.floating
    assert (aside.floating.left, aside.floating.right) == (0, 0)


@pytest.mark.parametrize(
    ("value", "side"), [("left", "left"), ("right", "right"), ("both", "all"), ("none", None)]
)
def test_clear_leads_below_what_floats(value: str, side: str | None) -> None:
    css = f"{ASIDE} h2 {{ clear: {value}; margin-top: 12pt }}"
    found = lowered("<aside>a</aside><p>b</p><h2>c</h2>", css)
    clear = found.paragraphs[-1].clear
    assert (clear and clear.side) == side
    assert clear is None or (clear.before, clear.end) == (240, 8000)
    assert found.problems == []


def test_clear_does_nothing_where_nothing_floats() -> None:
    (heading,) = lowered("<h2>c</h2>", "h2 { clear: both }").paragraphs
    assert heading.clear is None


def test_clear_of_a_container_and_a_table_counts_too() -> None:
    body = "<aside>a</aside><section><p>b</p></section><table><tr><td>c</td></tr></table>"
    found = lowered(body, f"{ASIDE} section, table {{ clear: left }}")
    assert found.paragraphs[1].clear
    assert found.tables[0].clear


def test_a_line_that_holds_nothing_but_what_floats_is_no_paragraph() -> None:
    css = "div { float: left; border: 1pt solid; width: 60pt }"
    found = lowered("<em><div>a </div> </em>", css)
    assert found.paragraphs == []
    assert [one.width for one in floating(found)] == [1240]


def test_a_frame_in_a_floating_box_that_becomes_a_table_stands_before_it() -> None:
    css = "aside { float: right; width: 200pt } i { position: absolute; top: 0; left: 0 }"
    body = "<aside><div><i>x</i></div><p style='border: 1pt solid'>a</p></aside><p>b</p>"
    found = lowered(body, css, laid_out=True)
    frame, anchor, table, after = found.section.blocks
    assert isinstance(anchor, ir.Paragraph)
    assert anchor.style == "After Table"
    assert isinstance(frame, ir.Paragraph)
    assert frame.floating
    assert isinstance(table, ir.Table)
    assert table.floating
    assert isinstance(after, ir.Paragraph)
    assert not after.floating


def test_a_frame_in_a_floating_box_of_plain_paragraphs_stands_before_its_frame() -> None:
    css = "aside { float: right; width: 200pt } i { position: absolute; top: 0; left: 0 }"
    body = "<aside><div><i>x</i></div><p>a</p></aside><p>b</p>"
    first, second, after = lowered(body, css, laid_out=True).section.blocks
    assert all(isinstance(one, ir.Paragraph) for one in (first, second, after))
    assert isinstance(first, ir.Paragraph)
    assert isinstance(second, ir.Paragraph)
    assert first.floating
    assert second.floating
    assert first.floating != second.floating


IMAGE = f'<img alt="x" style="float: left" src="{image(60, 40)}">'


@pytest.mark.parametrize(
    ("css", "clears"),
    [
        (".box { overflow: hidden }", True),
        (".box { display: flow-root }", True),
        (".box::after { content: ''; display: table; clear: both }", True),
        (".box { color: #336699 }", False),
    ],
)
def test_what_comes_after_a_box_that_holds_what_floats_begins_below(css: str, clears: bool) -> None:
    """Below the margin of what comes, not in it as after `clear`."""
    css += " p { margin: 9pt 0 }"
    found = lowered(f"<div class=box>{IMAGE}<p>a</p></div><p>b</p><p>c</p>", css)
    first, second, third = found.paragraphs
    assert (first.clear, third.clear) == (None, None)
    assert bool(second.clear) is clears
    if second.clear:
        assert (second.clear.side, second.clear.before, second.clear.held) == ("all", 0, True)


def test_after_floats_of_before_a_box_nothing_changes() -> None:
    css = ".box { overflow: hidden }"
    found = lowered(f"<p>{IMAGE}a</p><div class=box><p>b</p></div><p>c</p>", css)
    assert [paragraph.clear for paragraph in found.paragraphs] == [None] * 3


def test_a_table_without_room_beside_what_floats_begins_below() -> None:
    css = "table { border-spacing: 0 } .wide { width: 100% }"
    wide = "<table class=wide><tr><td>b</table>"
    found = lowered(f"<p>{IMAGE}a</p>{wide}{wide}<p>{IMAGE}c</p><table><tr><td>d</table>", css)
    first, second, narrow = found.tables
    assert first.clear is not None
    assert (second.clear, narrow.clear) == (None, None)


def test_a_table_inside_what_floats_is_not_below_it() -> None:
    body = "<aside><table style='width: 100%'><tr><td>b</table></aside><p>c</p>"
    (table,) = lowered(body, ASIDE).tables
    assert table.clear is None


def test_a_table_in_a_cell_or_a_header_is_beside_nothing_that_floats() -> None:
    wide = "<table style='width: 100%'><tr><td>b</table>"
    head = f"<div style='position: running(a)'>{wide}</div>"
    css = "@page { @top-center { content: element(a) } }"
    found = lowered(f"{head}<p>{IMAGE}a</p><table><tr><td>{wide}</table>", css)
    assert found.section.headers.default
    cells = [block for t in found.tables for block in t.rows[0].cells[0].blocks]
    inner = [b for b in (*cells, *found.section.headers.default) if isinstance(b, ir.Table)]
    assert [table.clear for table in inner] == [None, None]


def test_a_clearing_box_at_the_end_is_not_of_the_header() -> None:
    head = "<div style='position: running(a)'><p>h</p></div>"
    css = f"@page {{ @top-center {{ content: element(a) }} }} {ASIDE}"
    found = lowered(f"{head}<aside>b</aside><p>c</p><div style='clear: both'></div>", css)
    assert not found.section.first_differs
    assert found.section.headers.default
    assert all(isinstance(b, ir.Paragraph) and not b.clear for b in found.section.headers.default)


@pytest.mark.parametrize(
    ("rule", "clears"),
    [("", True), ("section { break-before: page }", False), ("section { page: wide }", False)],
)
def test_a_table_on_a_page_of_its_own_stands_below_nothing_that_floats(
    rule: str, clears: bool
) -> None:
    body = "<aside>a</aside><p>b</p><section><p>c</p><table><tr><td>d</table></section>"
    found = lowered(body, f"{ASIDE} table {{ width: 100% }} {rule}")
    (table,) = [b for s in found.document.sections for b in s.blocks if isinstance(b, ir.Table)]
    assert (table.clear is not None) is clears


@pytest.mark.parametrize(
    ("css", "rule", "before"),
    [
        ("", "", 240),
        ("float: left; width: 100%", "", 0),
        ("float: left; width: 100%", "p { clear: both }", 240),
        ("float: left; width: 100%; height: 2pt; line-height: 2pt", "", 200),
    ],
)
def test_a_margin_is_behind_what_fills_the_line_before_it(css: str, rule: str, before: int) -> None:
    body = f"<p>a</p><div style='{css}'>b</div><p>c</p><p>d</p>"
    own = "p { margin: 8pt 0 } p + div + p { margin-top: 12pt }"
    found = lowered(body, own + rule, laid_out=True)
    assert found.paragraphs[2].format.before == before
