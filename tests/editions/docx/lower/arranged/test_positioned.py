"""Boxes with `position: absolute`: frames, tables and pictures at their places."""

from __future__ import annotations

import pytest

from tests.editions.docx.lint import faults
from tests.editions.docx.words import Lowered, W, lowered, parts, text
from triplicate.editions.docx import ir

PICTURE = (
    '<img class="x" alt="a" src="data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 '
    'width=%2230%22 height=%2220%22/%3E">'
)


def placed(body: str, css: str = "") -> Lowered:
    return lowered(body, f".x {{ position: absolute; margin: 0 }} {css}", laid_out=True)


def pins(found: Lowered) -> list[ir.Pin]:
    pictures = (one for p in found.paragraphs for one in p.inlines if isinstance(one, ir.Picture))
    return [picture.pin for picture in pictures if picture.pin]


def test_text_stands_in_a_frame_where_the_page_has_it() -> None:
    found = placed('<p class="x">a</p><p>b</p>', ".x { top: 30pt; left: 40pt; width: 100pt }")
    first, second = found.paragraphs
    assert first.floating is not None
    assert (first.floating.on_page, first.floating.width) == ((1800, 1600), 2000)
    assert (second.floating, found.problems) == (None, [])
    frame = parts(found.document)["word/document.xml"].find(f".//{W}framePr")
    stated = {name.removeprefix(W): value for name, value in frame.attrib.items()}
    assert stated == {
        "w": "2000",
        "h": "300",
        "hRule": "atLeast",
        "wrap": "around",
        "vAnchor": "page",
        "hAnchor": "page",
        "x": "1800",
        "y": "1600",
    }


def test_what_goes_by_a_box_in_the_text_moves_with_its_paragraph() -> None:
    css = "div { position: relative; padding-left: 50pt } .x { left: 10pt; top: 2pt }"
    first, second = placed('<p>a</p><div><b class="x">c</b><p>b</p></div>', css).paragraphs[1:]
    assert first.floating is not None
    assert (first.floating.on_page, first.floating.left, first.floating.drop) == (None, 200, 40)
    assert [text(first), text(second)] == ["c", "b"]


def test_a_fill_is_a_picture_behind_the_text_in_its_frame() -> None:
    css = ".x { top: 0; left: 0; background: #ff0000; padding: 10pt; width: 80pt }"
    found = placed('<div class="x"><h2>T</h2></div><p>b</p>', css)
    assert pins(found) == [ir.Pin(1000, 1000, True, True)]
    heading, body = found.paragraphs
    assert heading.style == "heading 1"
    assert heading.floating is not None
    assert heading.floating.on_page == (1200, 1200)
    assert not heading.format.shade
    (picture,) = (one for one in body.inlines if isinstance(one, ir.Picture))
    assert picture.decorative
    assert picture.width == 2000


def test_an_empty_box_with_a_fill_is_a_picture_alone() -> None:
    css = ".x { right: 0; bottom: 0; background: #ff0000; width: 50pt; height: 10pt }"
    found = placed('<p>b</p><div class="x"></div>', css)
    assert pins(found) == [ir.Pin(8000, 12800, True, True)]
    assert [text(one) for one in found.paragraphs] == ["b"]
    (image,) = found.document.images
    assert image.kind == "png"


def test_a_box_with_borders_is_a_table_at_its_place() -> None:
    css = ".x { top: 0; left: 20pt; border: 1pt solid #ff0000; padding: 4pt; width: 100pt }"
    found = placed('<div class="x">a</div><p>b</p>', css)
    (table,) = found.tables
    assert table.floating is not None
    assert (table.floating.on_page, table.widths) == ((1400, 1000), (2200,))
    assert table.rows[0].cells[0].format.top == ir.Border("single", 8, "FF0000")
    place = parts(found.document)["word/document.xml"].find(f".//{W}tblpPr")
    assert (place.get(f"{W}tblpX"), place.get(f"{W}vertAnchor")) == ("1400", "page")


def test_boxes_beside_each_other_are_one_table_at_its_place() -> None:
    css = ".x { display: flex; top: 50pt; left: 0; right: 0; border-top: 1pt solid } i { flex: 1 }"
    (table,) = placed('<div class="x"><i>a</i><i>b</i></div><p>c</p>', css).tables
    assert table.floating is not None
    assert (len(table.rows[0].cells), table.floating.on_page) == (2, (1000, 2000))


@pytest.mark.parametrize(("order", "behind"), [("auto", False), ("-1", True)])
def test_pictures_are_pinned_over_or_behind_the_text(order: str, behind: bool) -> None:
    css = f".x {{ top: 10pt; right: 0; width: 30pt; z-index: {order} }}"
    found = placed(f"<p>a {PICTURE} b</p>", css)
    assert pins(found) == [ir.Pin(8400, 1200, True, behind)]
    anchor = parts(found.document)["word/document.xml"].find(".//{*}anchor")
    assert anchor.get("behindDoc") == str(int(behind))
    assert anchor.find("{*}wrapNone") is not None


def test_a_cover_of_positioned_boxes_keeps_its_page() -> None:
    css = "section { position: relative; height: 590pt; break-after: page } .x { bottom: 0 }"
    found = placed('<section><p class="x">a</p></section><p>b</p>', css)
    first, second, third = (b for b in found.section.blocks if isinstance(b, ir.Paragraph))
    assert first.floating is not None
    assert (second.style, second.format.page_break_before) == ("After Table", None)
    assert third.format.page_break_before is True
    assert sum(style.name == "After Table" for style in found.document.styles) == 1


def test_boxes_are_moved_aside_but_not_up_or_down() -> None:
    found = lowered('<p style="position: relative; left: 9pt">a</p>')
    look = found.paragraphs[0].format
    assert (look.left, look.right, found.problems) == (180, -180, [])


def test_what_is_positioned_in_a_box_that_becomes_a_table_is_a_table() -> None:
    css = "div { border: 1pt solid; position: relative } b { position: absolute; top: 0; left: 0 }"
    found = lowered("<div><b>x</b><p>a</p><ul><li>c</ul></div>", css, laid_out=True)
    assert faults(parts(found.document)) == []
    (box,) = found.tables
    inner = box.rows[0].cells[0].blocks[0]
    assert isinstance(inner, ir.Table)
    assert inner.floating


def test_a_box_that_a_page_ends_in_has_no_room_below() -> None:
    css = "div { border: 1pt solid; position: absolute } i { display: block; min-height: 900pt }"
    found = lowered("<p>a</p><div><i></i>x</div>", css, laid_out=True)
    assert faults(parts(found.document)) == []


def test_no_frame_is_less_than_nothing_high() -> None:
    body = "<div style='float: footnote'><div class=x style='display: grid'>a</div></div>"
    (note,) = placed(body).document.notes
    assert all(
        b.floating.height >= 0 for b in note.blocks if isinstance(b, ir.Paragraph) and b.floating
    )


def test_words_with_a_border_have_a_little_more_room_than_they_take() -> None:
    css = ".x { border: 1pt solid; padding: 5pt; top: 0 }"
    (table,) = placed("<p>a</p><div class=x>PAID</div>", css).tables
    assert table.rows[0].cells[0].format.padding == (100, 108, 100, 120)


def test_what_is_positioned_in_what_floats_in_a_cell_is_a_table() -> None:
    css = "div { display: flex } aside { float: right } b { position: absolute; top: 0 }"
    body = "<div><section><aside><b>x</b>y</aside></section><p>a</p></div>"
    assert faults(parts(lowered(body, css, laid_out=True).document)) == []


def test_what_is_positioned_in_columns_that_float_is_a_table() -> None:
    css = "aside { display: flex; float: right } b { position: absolute; top: 0 }"
    body = "<aside><section><b>x</b><p>y</p></section><p>a</p></aside><p>z</p>"
    assert faults(parts(lowered(body, css, laid_out=True).document)) == []


@pytest.mark.parametrize("around", ["div", "div class=x", "span style='float: left'"])
@pytest.mark.parametrize("css", ["", ".x { border: 1px solid } .x .x { border: none }"])
def test_a_frame_in_a_positioned_box_stands_beside_it(around: str, css: str) -> None:
    body = f"<{around}><div class=x>a<div class=x>b</div></div></{around.split()[0]}><p>c</p>"
    for inner in (body, body.replace(">a<", "><"), body.replace(">b<", "><")):
        found = placed(inner, css)
        assert faults(parts(found.document)) == []
        shown = "".join(parts(found.document)["word/document.xml"].itertext())
        assert sorted(shown) == [letter for letter in "abc" if f">{letter}<" in inner]


@pytest.mark.parametrize("css", ["", ".x { border: 1px solid }"])
@pytest.mark.parametrize("rest", ["<p style='break-before: page'>c</p>", "<p class=other>c</p>"])
def test_what_stands_after_the_text_of_a_page_stays_on_it(css: str, rest: str) -> None:
    body = f"<div><p>a</p><p class=x>b</p></div>{rest}"
    found = placed(body, css + ".other { page: other }")
    first = found.document.sections[0].blocks
    box, anchor = first[1:3]
    assert getattr(box, "floating", None) is not None
    assert isinstance(anchor, ir.Paragraph)
    assert (anchor.style, anchor.format.page_break_before) == ("After Table", None)
    assert faults(parts(found.document)) == []


def test_on_a_full_page_it_hangs_on_the_last_paragraph() -> None:
    body = "<p>a</p><p>{}</p><p class=x>b</p><p style='break-before: page'>c</p>"
    found = placed(body.format("<br>".join(["y"] * 39)), "p { margin: 0 }")
    assert [text(one)[0] for one in found.paragraphs] == ["a", "b", "y", "c"]
    assert found.paragraphs[1].floating is not None


def test_a_picture_after_the_text_of_a_page_hangs_on_its_last_paragraph() -> None:
    body = f"<p>a</p>{PICTURE.replace('<img', '<img style=display:block')}"
    found = placed(f"{body}<p style='break-before: page'>c</p>")
    first, *_ = found.paragraphs
    assert [type(one).__name__ for one in first.inlines] == ["Run", "Picture"]
