"""The reader's own text model: white space, emphasis, and what a difference looks like."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.readback.blocks import Block, Prose, difference, literal_prose, number_as_text, prose

words = st.text("ab -’é\u00a0", max_size=6)
pieces = st.lists(st.tuples(st.one_of(words, st.just(" \n\t ")), st.booleans()), max_size=8)


@given(pieces)
def test_collapsed_text_is_what_splitting_and_joining_gives(given: list[tuple[str, bool]]) -> None:
    whole = "".join(text for text, _ in given)
    for space in "\n\t":
        whole = whole.replace(space, " ")
    assert prose(given).text == " ".join(part for part in whole.split(" ") if part)


@given(pieces)
def test_emphasis_never_begins_or_ends_with_white_space(given: list[tuple[str, bool]]) -> None:
    found = prose(given)
    for start, end in found.emphasis:
        assert start < end
        assert found.text[start:end].strip(" ") == found.text[start:end]


@given(pieces)
def test_literal_text_keeps_every_character(given: list[tuple[str, bool]]) -> None:
    assert literal_prose(given).text == "".join(text for text, _ in given)


def test_emphasis_that_a_line_break_divides_is_one_range() -> None:
    assert prose([("a ", False), ("b", True), (" ", False), ("c", True)]) == Prose(
        "a b c", ((2, 5),)
    )


def test_a_number_becomes_text_and_moves_emphasis() -> None:
    heading = Block("heading", (Prose("Scaling up", ((0, 7),)),), 3, "-")
    assert number_as_text(heading).prose == (Prose("- Scaling up", ((2, 9),)),)


def test_a_difference_shows_the_block_that_differs() -> None:
    expected = [Block("paragraph", (Prose("für"),)), Block("row", (Prose("a"), Prose("b")))]
    found = [Block("paragraph", (Prose("fur"),)), Block("row", (Prose("a"), Prose("b")))]
    lines = difference(expected, found).splitlines()
    assert "-paragraph: für" in lines
    assert "+paragraph: fur" in lines
    assert difference(expected, expected) == ""
