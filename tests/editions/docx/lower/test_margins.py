"""Margins of neighbours: what their styles say of the distance is not stated again."""

from __future__ import annotations

import pytest

from tests.editions.docx.lower.pictures.test_picture import image
from tests.editions.docx.words import Lowered, lowered
from triplicate.editions.docx import ir

PLAIN = ir.ParagraphFormat()


def whole(found: Lowered) -> list[tuple[int, int]]:
    """The margins of each paragraph, with those of its style."""
    looks = [ir.overlay(found.style(p.style).paragraph, p.format) for p in found.paragraphs]
    return [(look.before or 0, look.after or 0) for look in looks]


@pytest.mark.parametrize(
    ("css", "gap"),
    [
        ("h2 { margin: 9pt 0 4pt } ol { margin: 0 0 8pt } li { margin-bottom: 3pt }", 180),
        ("h2 { margin: 9pt 0 4pt } ol { margin: 0 0 8pt } li { margin-bottom: 9pt }", 180),
    ],
)
def test_the_end_of_a_list_leaves_the_distance_to_the_heading(css: str, gap: int) -> None:
    found = lowered("<ol><li>a<li>b</ol><h2>c</h2>", css)
    assert [p.format for p in found.paragraphs] == [PLAIN] * 3
    (_, above), (below, _) = whole(found)[1:]
    assert max(above, below) == gap


def test_an_item_leaves_the_distance_to_the_list_in_it() -> None:
    css = "li { margin-bottom: 4pt } ol { break-before: auto } ol ol { margin-top: 4pt }"
    found = lowered("<ol><li>a<ol><li>b</ol><li>c</ol><p>d", css)
    assert [p.format for p in found.paragraphs] == [PLAIN] * 4


def test_a_distance_that_no_style_says_is_stated_once() -> None:
    css = "ul { margin: 12pt 0 } li { margin-bottom: 3pt } p { margin: 5pt 0 }"
    found = lowered("<p>a<ul><li>b<li>c</ul><p>d", css)
    stated = [(p.format.before, p.format.after) for p in found.paragraphs]
    assert stated == [(None, None), (240, None), (None, 240), (None, None)]


@pytest.mark.parametrize(
    ("between", "after"), [("<table><tr><td>x</table>", 175), ("<p class=top>x</p>", 0)]
)
def test_margins_meet_only_where_nothing_is_between(between: str, after: int) -> None:
    """Above a page break there is none: Word would take it off the next page's first one."""
    css = ".top { break-before: page; margin: 9pt 0 } h2 { margin: 9pt 0 0 } p { margin: 0 }"
    css += "ol { margin: 0 0 8pt }"
    found = lowered(f"<ol><li>a</ol>{between}<h2>b</h2>", css)
    assert whole(found)[0][1] == after


@pytest.mark.parametrize(
    ("body", "css", "gap"),
    [
        ("<p>a<div><p>b</div>", "div { padding-top: 12pt }", 640),
        ("<div><p>a</div><p>b", "div { padding-bottom: 12pt }", 640),
        ("<div><p>a</div><div><p>b</div>", "div { padding: 12pt 0; margin: 6pt 0 }", 1000),
        ("<p>a<div class=y><div><p>b</div></div>", ".y { padding: 3pt 0; margin: 20pt 0 }", 660),
        (
            "<p>a<div><p>b</div>",
            "div { display: flex; flex-flow: column; margin: 4pt 0 }",
            400,
        ),
    ],
)
def test_padding_that_does_not_show_adds_to_the_margins(body: str, css: str, gap: int) -> None:
    found = lowered(body, f"p {{ margin: 10pt 0 }} {css}", laid_out=True)
    (_, below), (above, _) = whole(found)
    assert max(below, above) == gap


@pytest.mark.parametrize(
    ("body", "gap"),
    [("<p>a</p><div>{}</div>", 640), ("<div><p>a</p></div>{}", 640), ("{}<div><p>a</div>", 640)],
)
def test_padding_adds_to_the_margins_of_tables(body: str, gap: int) -> None:
    css = "p, table { margin: 10pt 0; border-spacing: 0 } div { padding: 12pt 0 }"
    found = lowered(body.format("<table><tr><td>x</table>"), css)
    (text,) = whole(found)
    assert gap in text


def test_margins_meet_in_cells_too() -> None:
    css = "ol { margin: 0 0 8pt } h2 { margin: 9pt 0 0 }"
    (table,) = lowered("<table><tr><td><ol><li>a</ol><h2>b</h2></table>", css).tables
    item, heading = table.rows[0].cells[0].blocks
    assert isinstance(item, ir.Paragraph)
    assert isinstance(heading, ir.Paragraph)
    assert item.format.after is heading.format.before is None


IMAGE = '<img alt="x" style="float: left" src="' + image(20, 20) + '">'


def test_a_paragraph_that_a_picture_floats_beside_leaves_its_margin_to_the_one_before() -> None:
    """Programs place the picture at the paragraph's top, its margin included."""
    css = "h2 { margin: 0 } p { margin: 9pt 0 }"
    found = lowered(f"<h2>a</h2><p>{IMAGE}b</p>", css)
    (_, after), (before, _) = whole(found)
    assert (after, before) == (180, 180)
    assert found.paragraphs[0].format.after == 180


def test_after_a_table_the_picture_stands_below_the_margin() -> None:
    found = lowered(f"<table><tr><td>a</table><p style='margin: 9pt 0'>{IMAGE}b</p>")
    (paragraph,) = found.paragraphs
    (picture,) = (one for one in paragraph.inlines if isinstance(one, ir.Picture))
    assert picture.beside is not None
    assert picture.beside.distances[0] == 195  # with half of the border spacing


@pytest.mark.parametrize("css", ["overflow: hidden", "display: flow-root"])
def test_margins_in_a_box_that_keeps_them_do_not_collapse_with_those_around(css: str) -> None:
    body = f'<p>a</p><div style="{css}"><p>b</p></div>'
    look = lowered(body, "p { margin: 10pt 0 }").paragraphs[1].format
    assert (look.before or 0) > 200


@pytest.mark.parametrize(
    ("css", "gap"),
    [
        ("", 10),
        ("padding-top: 6pt", 26),
        ("padding-top: 6pt; margin-top: 20pt", 36),
        ("overflow: hidden", 20),
        ("margin-top: -4pt", 6),
        ("margin-top: -10pt", 0),
        ("margin-top: -4pt; padding-top: 6pt", 22),
    ],
)
def test_negative_margins_are_taken_off_what_others_come_to(css: str, gap: int) -> None:
    body = "<p>a</p><div><p>b</p><ul><li>c</ul></div>"
    found = lowered(body, f"p {{ margin: 10pt 0 }} div {{ {css} }}")
    first, second = found.paragraphs[:2]
    after = first.format.after, found.style(first.style).paragraph.after
    before = second.format.before, found.style(second.style).paragraph.before
    shown = [next(one for one in values if one is not None) for values in (after, before)]
    assert max(shown) == gap * 20
    assert found.problems == []


@pytest.mark.parametrize(
    ("body", "gap"),
    [
        ("<p style='margin-bottom: -4pt'>a</p><p style='margin-top: -6pt'>b</p>", 0),
        ("<p style='margin-bottom: 20pt'>a</p><p style='margin-top: -6pt'>b</p>", 14),
        ("<p style='margin-bottom: -4pt'>a</p><div style='margin-top: -6pt'><p>b</p></div>", 4),
        (
            "<div style='margin-bottom: -4pt'><p>a</p></div><div style='margin-top: -4pt'><p>b</p>",
            6,
        ),
        ("<p>a</p><div style='margin-top: -6pt'><div style='margin-top: -4pt'><p>b</p>", 4),
        ("<p>a</p><div style='margin-top: -6pt; padding-top: 9pt'><p>b</p>", 23),
        (
            "<p>a</p><div style='margin-top: -6pt; padding-top: 9pt'><p style='margin-top: -2pt'>b",
            11,
        ),
        ("<p>a</p><div style='margin-top: -6pt; border-left: 1pt solid'><p>b</p>", 4),
        ("<p>a</p><div style='margin-top: 4pt; border-left: 1pt solid'><p>b</p></div>", 10),
        ("<p style='margin-bottom: 9pt'>a<div style='margin-top: -6pt; border: 1pt solid'>b", 3),
    ],
)
def test_of_margins_that_meet_the_largest_and_the_most_negative_count(body: str, gap: int) -> None:
    """CSS 2.1, 8.3.1."""
    found = lowered(body, "p { margin: 10pt 0 }")
    first, second = found.paragraphs[:2]
    after = first.format.after, found.style(first.style).paragraph.after
    before = second.format.before, found.style(second.style).paragraph.before
    shown = [next(one for one in values if one is not None) for values in (after, before)]
    assert max(shown) == gap * 20


def test_blocks_that_overlap_are_reported() -> None:
    found = lowered("<p>a</p><p class=x>b</p>", ".x { margin-top: -20pt }")
    assert found.problems == [
        "Word edition: expected blocks below each other, found negative margins around <p>"
    ]


@pytest.mark.parametrize(("margin", "gap"), [("-6pt", 4), ("4pt", 10), ("14pt", 14)])
def test_a_table_stands_as_far_below_the_text_as_in_css(margin: str, gap: int) -> None:
    css = f"p {{ margin: 10pt 0 }} table {{ border-collapse: collapse; margin-top: {margin} }}"
    found = lowered("<p>a</p><table><tr><td>b</table>", css)
    first = found.paragraphs[0]
    after = first.format.after
    if after is None:
        after = found.style(first.style).paragraph.after
    assert after == gap * 20
