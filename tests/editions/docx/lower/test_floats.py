from __future__ import annotations

from tests.editions.docx.words import lowered
from triplicate.editions.docx import ir


def test_a_floating_box_of_paragraphs_is_one_frame() -> None:
    css = "aside { float: left; width: 100pt; padding: 0 5pt } p { margin: 0 }"
    first, second, after = lowered("<aside><p>a</p><p>b</p></aside><p>c</p>", css).paragraphs
    assert first.format.beside == ir.Beside("left", 0, (0, 0, 0, 0), 2200)
    assert second.format.beside == first.format.beside
    assert (first.format.left, first.format.right) == (100, 100)
    assert after.format.beside is None


def test_a_frame_in_an_indented_box_begins_where_the_box_does() -> None:
    css = "section { margin: 0 0 0 30pt } aside { float: left; width: 100pt }"
    frame, _ = lowered("<section><aside><p>a</p></aside><p>c</p></section>", css).paragraphs
    assert frame.format.beside == ir.Beside("left", 600, (0, 0, 0, 0), 2000)


def test_a_floating_box_with_a_table_stays_in_the_flow_and_is_reported() -> None:
    css = "aside { float: left; width: 100pt }"
    found = lowered("<aside><p>x</p><table><tr><td>a</td></tr></table></aside><p>c</p>", css)
    assert found.paragraphs[0].format.beside is None
    assert found.problems == ["Word edition: expected text in a floating box, found a table in it"]


def test_a_box_below_floating_ones_is_reported() -> None:
    css = "aside { float: left } h2 { clear: both }"
    assert lowered("<h2>b</h2>", css).problems == []
    assert lowered("<aside><p>a</p></aside><h2>b</h2>", css).problems == [
        "Word edition: expected text beside floating boxes, found clear on <h2>"
    ]


def test_a_floating_table_is_reported() -> None:
    found = lowered("<table><tr><td>a</td></tr></table><p>b</p>", "table { float: right }")
    assert found.problems == ["Word edition: expected tables in the flow, found a floating one"]
