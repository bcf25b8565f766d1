from __future__ import annotations

import pytest

from tests.editions.docx.words import W, lowered, parts, text


def test_words_that_stay_on_a_line_have_no_break_spaces_and_hyphens() -> None:
    css = ".x { white-space: nowrap }"
    (paragraph,) = lowered("<p>on <b class=x> 12 May, <i>x-y</i> </b>or so</p>", css).paragraphs
    assert text(paragraph) == "on 12\u00a0May,\u00a0x\u2011y or so"


def test_words_in_a_line_of_their_own_stay_as_they_are() -> None:
    css = "p, .x { white-space: nowrap }"
    found = lowered("<p>on <b class=x>12 May</b></p>", css)
    assert (text(found.paragraphs[0]), found.problems) == ("on 12 May", [])


def test_code_stays_as_it_is_and_is_reported() -> None:
    found = lowered("<p>Type <code>a -b</code></p>", "code { white-space: nowrap }")
    assert text(found.paragraphs[0]) == "Type a -b"
    assert "expected code that may break" in found.problems[0]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (f"<p>{'word ' * 40}</p>", "nowrap` on <p>"),
        (f"<pre>{'word ' * 40}</pre>", "pre` on <pre>"),
        ("<p>word</p>", ""),
        ("<pre>word\nword</pre>", ""),
        (f"<table><tr><td><p>{'word ' * 40}</p></table>", ""),
    ],
)
def test_lines_that_are_longer_than_their_box_are_reported(body: str, found: str) -> None:
    problems = lowered(body, "p { white-space: nowrap }").problems
    assert [found in problem for problem in problems] == ([True] if found else [])


def test_no_break_hyphens_are_words_own() -> None:
    document = lowered("<p>x\u2011y</p>").document
    body = parts(document)["word/document.xml"]
    assert body.find(f".//{W}noBreakHyphen") is not None
