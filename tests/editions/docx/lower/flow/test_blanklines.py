"""Lines without words between blocks: room, not paragraphs."""

from __future__ import annotations

import pytest

from tests.editions.docx.lint import faults
from tests.editions.docx.words import lowered, opened
from triplicate import html_to_docx
from triplicate.editions.docx import ir

CSS = "p { margin: 0 0 8pt } .far { margin: 20pt 0 }"
LINE, AFTER = 300, 160  # twips


def texts(body: str, css: str = CSS) -> list[str]:
    found = lowered(body, css).paragraphs
    return ["".join(run.text for run in one.inlines if isinstance(run, ir.Run)) for one in found]


def before(body: str) -> int | None:
    found = lowered(f"<p>a</p>{body}<p>b</p>", CSS)
    last = found.paragraphs[-1]
    return (
        last.format.before
        if last.format.before is not None
        else found.style(last.style).paragraph.before
    )


@pytest.mark.parametrize(
    ("body", "room"),
    [
        ("<br>", AFTER + LINE),
        ("<p><br></p>", 2 * AFTER + LINE),
        ("<p>\u00a0</p>", 2 * AFTER + LINE),
        ("<div><p><br></p></div>", 2 * AFTER + LINE),
        ("<p><br></p><p>\u00a0</p>", 3 * AFTER + 2 * LINE),
        ("<p class='far'><br></p>", 400 + LINE + 400),
        ("<h2><br></h2>", None),
    ],
)
def test_a_blank_line_is_room_before_what_follows(body: str, room: int | None) -> None:
    assert texts(f"<p>a</p>{body}<p>b</p>") == ["a", "b"]
    if room is not None:
        assert before(body) == room


def test_a_blank_line_at_the_end_is_room_after_the_text() -> None:
    (only,) = lowered("<p>a</p><p><br></p>", CSS).paragraphs
    assert only.format.after == AFTER + LINE


@pytest.mark.parametrize(
    "body",
    [
        "<p>a</p><p><u>\u00a0\u00a0</u></p><p>b</p>",
        "<p>a</p><p style='border: 1pt solid'><br></p><p>b</p>",
        "<p>a</p><div style='white-space: pre'>\u00a0</div><p>b</p>",
        "<p>a</p><p style='break-before: page'><br></p><p>b</p>",
    ],
)
def test_what_shows_or_is_code_is_no_blank_line(body: str) -> None:
    assert len(texts(body)) == 3


def test_what_is_nothing_but_a_blank_line_stays() -> None:
    assert texts("<p><br></p>") == [""]
    (table,) = lowered("<table><tr><td><br><td><p>\u00a0</p></table>").tables
    assert [len(cell.blocks) for cell in table.rows[0].cells] == [1, 1]


def test_the_ids_of_a_blank_line_are_those_of_what_follows() -> None:
    found = lowered("<p>a</p><p id=x><a id=y></a><br></p><p>b</p>", CSS)
    assert sorted(found.paragraphs[1].bookmarks) == ["x", "y"]


def test_bullets_without_words_are_left_out_and_reported() -> None:
    found = lowered("<ul><li>a<li><li id=x> <li>b</ul><ol><li>c<li><li>d</ol>")
    assert len(found.paragraphs) == 5
    assert [one for one in found.problems if "found <li> (2 times) without any" in one]


def test_named_strings_elsewhere_make_no_paragraphs_of_blank_lines() -> None:
    css = f"{CSS} h2 {{ string-set: s content() }} .t {{ string-set: s attr(data-s) }}"
    assert texts("<h2>a</h2><p><br></p><p>b</p>", css) == ["a", "b"]
    assert texts("<h2>a</h2><p class=t data-s=x><br></p><p>b</p>", css) == ["a", "", "b"]
    found = lowered("<h2>a</h2><ul><li><li>b</ul>", css)
    assert len(found.paragraphs) == 2


def test_what_floats_takes_no_blank_line() -> None:
    aside = "<aside style='float: left; width: 90pt'>f</aside>"
    room = before(f"<p><br></p>{aside}")
    found = lowered(f"<p>a</p><p><br></p>{aside}<p>b</p>", CSS)
    first, frame, _ = found.paragraphs
    assert not frame.format.before
    assert (room, first.format.after) == (0, 2 * AFTER + LINE)  # what floats begins with the text


@pytest.mark.parametrize("body", ["<p>a", "<h1>a</h1><p>b", "<p>a<div class=far>b</div>"])
def test_text_of_no_size_alone_is_no_paragraph(body: str) -> None:
    html = f"<style>* {{ font-size: 0 }} .far {{ float: left }}</style>{body}"
    assert faults(opened(html_to_docx(html))) == []
