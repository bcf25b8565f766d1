from __future__ import annotations

import pytest

from tests.editions.docx.words import lowered

SIDES = (
    "@page :left { @top-left { content: 'L' } } @page { @bottom-left { content: counter(page) } }"
)
MAIN = "@page :nth(1 of main) { counter-reset: page 1 } .main { page: main } "
BODY = "<p>a</p><div class=main><p>b</p></div>"


@pytest.mark.parametrize(
    "rule", ["size: 300pt 400pt", "margin-left: 90pt", "margin: 0", "size: a4 landscape"]
)
def test_first_pages_of_another_shape_are_reported(rule: str) -> None:
    (problem,) = lowered("<p>a</p>", f"@page :first {{ {rule} }}").problems
    assert "expected first pages of the size and with the side margins" in problem


def test_first_pages_with_another_margin_above_are_not_reported() -> None:
    assert lowered("<p>a</p>", "@page :first { margin-top: 90pt }").problems == []


def test_pages_that_count_anew_on_any_side_are_reported_where_sides_differ() -> None:
    (problem,) = lowered(BODY, SIDES + MAIN).problems
    assert "expected the page that is to be 1 on a side of its own" in problem


@pytest.mark.parametrize(
    ("css", "body"),
    [
        (MAIN, BODY),
        (SIDES + MAIN + ".main { break-before: right }", BODY),
        (SIDES + MAIN + ".main { break-before: recto }", BODY),
        (SIDES + MAIN, "<div class=main><p>b</p></div>"),
        (SIDES + MAIN.replace("page 1", "page 2") + ".main { break-before: left }", BODY),
    ],
)
def test_page_numbers_on_the_side_that_word_takes_them_for_are_not(css: str, body: str) -> None:
    assert lowered(body, css).problems == []


def test_margins_that_stay_on_their_sides_beside_others_that_change_are_reported() -> None:
    css = """@page :left { margin-left: 80pt } @page :right { margin-right: 80pt }
      @page cover { margin-left: 60pt; margin-right: 70pt } .cover { page: cover }"""
    (problem,) = lowered("<p class=cover>a</p><p>b</p>", css).problems
    assert "mirror each other, found 80 and 93.3333 px against 80 and 93.3333 px" in problem
