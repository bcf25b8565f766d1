"""First letters: runs of their own, or drop caps."""

from __future__ import annotations

import pytest

from tests.editions.docx.words import lowered, parts, styled, text
from triplicate.editions.docx import ir
from triplicate.layout.tree import first_letter, letter_box


def test_a_first_letter_is_a_run_of_its_own() -> None:
    found = lowered("<p>“One <b>two</b>", "p::first-letter { color: red; font-weight: bold }")
    first, second, _ = found.paragraphs[0].inlines
    assert isinstance(first, ir.Run)
    assert isinstance(second, ir.Run)
    assert (first.text, first.format.color, first.format.bold) == ("“O", "FF0000", True)
    assert (second.text, second.format.color) == ("ne ", None)
    assert found.problems == []


def test_a_first_letter_that_floats_is_a_drop_cap() -> None:
    css = "p::first-letter { float: left; font-size: 40pt; line-height: 45pt; padding-right: 4pt }"
    found = lowered("<p>One two</p>", css)
    letter, rest = found.paragraphs
    assert (text(letter), text(rest)) == ("O", "ne two")
    assert letter.floating is not None
    assert letter.floating.lines == 3
    body = parts(found.document)["word/document.xml"]
    (frame,) = body.iter("{*}framePr")
    shown = {key.rpartition("}")[2]: value for key, value in frame.attrib.items()}
    assert (shown["dropCap"], shown["lines"], shown["hSpace"]) == ("drop", "3", "80")
    (spacing,) = frame.getparent().iter("{*}spacing")
    assert {k.rpartition("}")[2]: v for k, v in spacing.attrib.items()}["line"] == "900"
    assert found.problems == []


def test_a_first_letter_has_the_room_and_the_letters_that_css_gives_it() -> None:
    css = "p::first-letter { margin-right: 9pt; text-transform: lowercase; background: red }"
    found = lowered("<p>One", css)
    assert text(found.paragraphs[0]) == "o\u00a0ne"
    letter = found.paragraphs[0].inlines[0]
    assert isinstance(letter, ir.Run)
    assert letter.format.shade == "FF0000"
    assert found.problems == []


@pytest.mark.parametrize(
    ("declared", "name"),
    [
        ("opacity: 0.5", "opacity"),
        ("border-left: 1pt solid", "others"),
        ("line-height: 3", "line-height"),
        ("float: left; background: red", "background"),
        ("float: left; padding: 0 9pt", "padding"),
        ("float: left; margin-top: 9pt", "margin"),
        ("float: left; border: 1pt solid", "border"),
        ("float: left; width: 60pt", "width"),
        ("float: left; opacity: 0.5", "opacity"),
    ],
)
def test_what_word_has_not_for_a_first_letter_is_reported(declared: str, name: str) -> None:
    found = lowered("<p>One two", f"p::first-letter {{ {declared} }}")
    (problem,) = found.problems
    assert problem.endswith("on <p::first-letter>")
    assert f"found {name} on" in problem


@pytest.mark.parametrize(
    ("body", "css"),
    [
        ("<h2>One", "h2::first-letter { float: left }"),
        ("<p>One", "p::first-letter { float: right }"),
    ],
)
def test_other_letters_that_float_stay_in_their_line_and_are_reported(body: str, css: str) -> None:
    found = lowered(body, css)
    assert text(found.paragraphs[0]) == "One"
    assert len(found.problems) == 1


def test_the_letter_may_be_deeper_and_is_one_alone() -> None:
    found = lowered("<div><p>One</p><p>Two</p></div>", "div::first-letter { color: red }")
    assert [len(paragraph.inlines) for paragraph in found.paragraphs] == [2, 1]


def test_first_lines_are_reported_once() -> None:
    found = lowered("<p>One<p>Two", "p::first-line { color: red }")
    assert found.problems == [
        "Word edition: expected paragraphs of one look, found ::first-line on <p>"
    ]


def test_layout_makes_the_box_of_a_first_letter() -> None:
    tree = styled("<html><body><p>One", "p::first-letter { text-transform: lowercase }")
    owner = next(box for box in tree.root.descendants() if box.element_tag == "p")
    box = letter_box(owner, "O")
    assert (type(box).__name__, box.element_tag) == ("InlineBox", "p::first-letter")
    assert [(one.text, one.source_text) for one in box.children] == [("o", "O")]


def test_layout_says_what_a_first_letter_is() -> None:
    assert [first_letter(one) for one in ("One", "“(One", "1st", "")] == ["O", "“(O", "1", ""]


@pytest.mark.parametrize(
    "body",
    [
        "<table><tr><td><p>One</p></table>",
        "<div style='border: 1pt solid; padding: 4pt'><p>One</p><ul><li>x</ul></div>",
        "<div style='float: left; border: 1pt solid'><p>One</p></div><p class=x>Two",
    ],
)
def test_a_drop_cap_in_a_cell_is_a_letter_in_its_line(body: str) -> None:
    found = lowered(body, "p:not(.x)::first-letter { font-size: 30pt; float: left }")
    (cell,) = found.tables[0].rows[0].cells
    paragraph = cell.blocks[0]
    assert isinstance(paragraph, ir.Paragraph)
    assert text(paragraph) == "One"
    assert paragraph.floating is None
    letter = paragraph.inlines[0]
    assert isinstance(letter, ir.Run)
    assert (letter.text, letter.format.size, letter.format.position) == ("O", 60, None)
    (problem,) = found.problems
    assert problem == (
        "Word edition: expected letters that float outside of tables and boxes, found one on <p>"
    )


def test_a_note_in_a_paragraph_does_not_take_its_first_letter() -> None:
    css = "p::first-letter { font-size: 30pt; float: left } i { float: footnote }"
    found = lowered("<p>One<i>note</i> two", css)
    cap, paragraph = found.paragraphs
    assert (text(cap), text(paragraph)) == ("O", "ne two")
    assert [len(block.inlines) for note in found.document.notes for block in note.blocks] == [2]  # type: ignore[union-attr]


def test_a_drop_cap_in_a_cell_leaves_its_bookmark_to_the_paragraph() -> None:
    body = "<table><tr><td id='c'><div>One</div></table><p><a href='#c'>x</a>"
    found = lowered(body, "div::first-letter { font-size: 30pt; float: left }")
    (paragraph,) = found.tables[0].rows[0].cells[0].blocks
    assert isinstance(paragraph, ir.Paragraph)
    assert paragraph.bookmarks == ("c",)


@pytest.mark.parametrize(
    ("where", "body"),
    [
        ("inside", "<li>One two"),
        ("inside", "<li><b>One</b> two"),
        ("outside", "<li>One two"),
        ("outside", "<li><p>One two"),
    ],
)
def test_a_letter_stands_in_the_line_after_the_number_of_an_item(where: str, body: str) -> None:
    css = f"li {{ list-style-position: {where} }}"
    css += "li::first-letter, p::first-letter { font-size: 30pt; float: left }"
    found = lowered(f"<ol>{body}</ol>", css)
    (item,) = found.paragraphs
    assert (text(item), item.style, item.floating) == ("One two", "List Number", None)
    assert len(found.problems) == 1
