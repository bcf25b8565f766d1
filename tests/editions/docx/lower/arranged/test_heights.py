"""Boxes that are higher than what they hold."""

from __future__ import annotations

import pytest

from tests.editions.docx.words import lowered, text
from triplicate.editions.docx import ir

PLAIN = "p { margin: 0; line-height: 15pt } "


@pytest.mark.parametrize("css", ["height: 60pt", "min-height: 60pt", "height: 3cm; height: 60pt"])
def test_what_is_free_below_is_space_before_the_next(css: str) -> None:
    body = f"<p>a</p><div style='{css}'><p>b</p></div><p>c</p>"
    a, b, c = lowered(body, PLAIN, laid_out=True).paragraphs
    assert [one.format.before for one in (a, b, c)] == [None, None, 900]


def test_an_empty_box_is_space() -> None:
    body = "<p style='margin-bottom: 5pt'>a</p><div style='height: 40pt'></div><p>b</p>"
    _, b = lowered(body, PLAIN, laid_out=True).paragraphs
    assert b.format.before == 900


@pytest.mark.parametrize(
    ("box", "following"), [("break-after: page", ""), ("", "break-before: page")]
)
def test_what_is_free_at_the_end_of_a_page_is_no_space(box: str, following: str) -> None:
    body = f"<div style='height: 60pt; {box}'><p>a</p></div><p style='{following}'>b</p>"
    _, b = lowered(body, PLAIN, laid_out=True).paragraphs
    assert (b.format.page_break_before, b.format.before) == (True, None)


def test_a_box_that_shows_is_as_high_as_it_says() -> None:
    css = PLAIN + "div { height: 60pt; background: #ff0000 }"
    for inner in ("<p>b</p>", "b"):
        found = lowered(f"<div>{inner}</div><p>c</p>", css, laid_out=True)
        (table,) = found.tables
        (cell,) = table.rows[0].cells
        (paragraph,) = (one for one in cell.blocks if isinstance(one, ir.Paragraph))
        box = next(style for style in found.document.table_styles if style.name == "Box")
        assert (cell.format.shade, box.body.shade, text(paragraph)) == ("FF0000", "", "b")
        assert paragraph.format.after == 900
        assert not paragraph.format.shade


def test_a_title_in_the_middle_of_its_page_stays_there() -> None:
    css = PLAIN + (
        "section { min-height: 100vh; display: flex; flex-direction: column; "
        "justify-content: center; break-after: page }"
    )
    body = "<section><p>a</p><p>b</p></section><p>c</p>"
    a, b, c = lowered(body, css, laid_out=True).paragraphs
    assert (a.format.before, b.format.before, b.format.after) == (5700, None, 5700)
    assert c.format.page_break_before is True


@pytest.mark.parametrize(
    ("css", "reported"),
    [
        ("height: 10pt; overflow: hidden", True),
        ("max-height: 10pt; overflow: hidden", True),
        ("height: 90pt; overflow: hidden", False),
        ("overflow: hidden", False),
    ],
)
def test_what_is_cut_off_is_reported(css: str, reported: bool) -> None:
    body = f"<div style='{css}'><p>a</p><p>b</p></div>"
    problems = lowered(body, PLAIN, laid_out=True).problems
    message = (
        "Word edition: expected boxes as high as their text, found `overflow: hidden` on <div>"
    )
    assert problems == ([message] if reported else [])


@pytest.mark.parametrize(
    ("css", "found"),
    [
        ("height: 10pt", "`height` on <div>"),
        ("max-height: 10pt", "`max-height` on <div>"),
        ("height: 30pt", ""),
    ],
)
def test_text_that_stands_below_its_box_is_reported(css: str, found: str) -> None:
    body = f"<div style='{css}'><p>a</p><p>b</p></div><p>c</p>"
    problems = lowered(body, PLAIN, laid_out=True).problems
    expected = f"Word edition: expected boxes as high as their text, found {found}"
    assert problems == ([expected] if found else [])
