"""The room in and around words in a line: spaces of its width, or a tab after a label."""

from __future__ import annotations

import pytest

from tests.editions.docx.words import Lowered, lowered, text
from triplicate.editions.docx import ir

SPACE = "\u00a0"


def spaces(found: Lowered) -> list[tuple[float, str]]:
    """The widths of no-break spaces in points, and their fill."""
    runs = (one for one in found.paragraphs[0].inlines if isinstance(one, ir.Run))
    return [
        (len(run.text) * (2 + (run.format.spacing or 0) / 20), run.format.shade or "")
        for run in runs
        if run.text.strip(SPACE) == ""
    ]


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        ("padding: 0 9pt", [(9, ""), (9, "")]),
        ("margin-left: 7pt", [(7, "")]),
        ("margin: 5pt; padding: 4pt", [(9, ""), (9, "")]),
        ("margin-inline-end: 5%", [(20, "")]),
        ("background: yellow; padding: 0 7pt", [(7, "FFFF00"), (7, "FFFF00")]),
        (
            "background: yellow; padding: 0 7pt; margin-right: 9pt",
            [(7, "FFFF00"), (7, "FFFF00"), (9, "")],
        ),
    ],
)
def test_room_beside_words_is_a_space_as_wide(css: str, expected: list[tuple[float, str]]) -> None:
    found = lowered("<p>a<span>bc</span>d</p>", f"span {{ {css} }}")
    assert found.problems == []
    assert [shade for _, shade in spaces(found)] == [shade for _, shade in expected]
    widths = [width for width, _ in spaces(found)]
    assert widths == pytest.approx([width for width, _ in expected], abs=0.5)


@pytest.mark.parametrize(
    ("css", "before", "after"),
    [
        ("", False, True),
        ("text-align: right", True, False),
        ("text-align: center", True, True),
    ],
)
def test_words_stand_in_an_inline_block_as_css_aligns_them(
    css: str, before: bool, after: bool
) -> None:
    css = f"span {{ display: inline-block; width: 60pt; border: 1pt solid; {css} }}"
    words = text(lowered("<p>a <span>bc</span> d</p>", css).paragraphs[0])
    left, _, right = words.removeprefix("a ").removesuffix(" d").partition("bc")
    assert (SPACE in left, SPACE in right) == (before, after)


def test_a_label_ends_with_a_tab_to_where_its_box_ends() -> None:
    css = "b { display: inline-block; width: 80pt; margin-right: 10pt } p { margin-left: 20pt }"
    found = lowered("<p><b>To:</b>Ann</p>", css)
    (paragraph,) = found.paragraphs
    assert text(paragraph) == "To:\tAnn"
    assert paragraph.format.tabs == (ir.Tab("left", 110 * 20),)
    assert found.problems == []


def test_an_empty_inline_block_is_a_space() -> None:
    css = "span { display: inline-block; width: 40pt }"
    assert spaces(lowered("<p>a <span></span> b</p>", css))[0][0] == pytest.approx(40, abs=0.5)


@pytest.mark.parametrize(
    ("body", "css", "expected"),
    [
        ("code", "padding: 0 5pt; background: #eee", "words without room around them"),
        ("i", "padding: 0 1pt", "words without room around them"),
        ("i", "margin-left: -5pt", "words without room around them"),
        ("i", "background: #eee; padding: 9pt 0", "words as high as their line"),
        ("i", "display: inline-block; padding: 3pt 0", "words as high as their line"),
        ("i", "display: inline-block; margin-top: 9pt", "words as high as their line"),
        ("i", "display: inline-block; height: 60pt", "words as high as their line"),
        ("i", "display: inline-block; width: 9pt", "boxes in a line as wide as their words"),
        ("i", "display: inline-block; max-width: 9pt", "boxes in a line as wide as their words"),
    ],
)
def test_room_that_no_space_has_is_reported(body: str, css: str, expected: str) -> None:
    found = lowered(f"<p>a <{body}>words</{body}> b</p>", f"{body} {{ {css} }}")
    (problem,) = found.problems
    assert f"expected {expected}, found" in problem
    assert SPACE not in text(found.paragraphs[0])


@pytest.mark.parametrize("css", ["padding: 9pt 0", "padding: 0 0.5px", "margin: 9pt 0"])
def test_room_that_no_one_sees_is_passed_over(css: str) -> None:
    found = lowered("<p>a <i>words</i> b</p>", f"i {{ {css} }}")
    assert (found.problems, text(found.paragraphs[0])) == ([], "a words b")


def test_entries_of_contents_have_no_room_that_word_would_not_give_them_again() -> None:
    entry = '<nav><p><a href="#h">Head</a></nav><h2 id="h">Head</h2>'
    page = "nav a::after { content: leader('.') target-counter(attr(href url), page) }"
    found = lowered(entry, page + "nav a { padding-left: 9pt }")
    assert SPACE not in text(found.paragraphs[0])
    assert [problem.partition(", ")[0] for problem in found.problems] == [
        "Word edition: expected entries of contents without room beside their words"
    ]


def test_room_at_the_left_ends_words_in_text_from_right_to_left() -> None:
    html = '<p dir="rtl">\u05d0<span>\u05d1</span>\u05d2</p>'
    words = text(lowered(html, "span { margin-left: 7pt }").paragraphs[0])
    assert words == f"\u05d0\u05d1{SPACE}\u05d2"


def test_words_in_capitals_are_as_wide_as_capitals() -> None:
    css = (
        "span { display: inline-block; width: 90pt; text-align: right; text-transform: uppercase }"
    )
    typed, shown = (lowered(f"<p>a <span>{word}</span></p>", css) for word in ("ABC", "abc"))
    assert spaces(typed) == spaces(shown)
    assert spaces(shown)


def test_a_hanging_first_line_takes_its_room_off_the_padding() -> None:
    # As pandoc's style sheet has it for each line of code.
    css = "span { display: inline-block; text-indent: -5em; padding-left: 5em }"
    found = lowered("<pre><code><span>a</span>\n<span>  b</span></code></pre>", css)
    assert text(found.paragraphs[0]) == "a\n  b"
    assert spaces(found) == []


def test_a_transparent_border_is_room_as_a_margin_is() -> None:
    found = lowered("<p>a<span>b</span>c", "span { border: 9pt solid transparent }")
    assert text(found.paragraphs[0]) == "a\u00a0b\u00a0c"
    assert found.problems == []
