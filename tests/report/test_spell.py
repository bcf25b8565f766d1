"""Numbers as English words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triplicate.report.spell import spell_out


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "zero"),
        (13, "thirteen"),
        (20, "twenty"),
        (38, "thirty-eight"),
        (100, "one hundred"),
        (105, "one hundred and five"),
        (999, "nine hundred and ninety-nine"),
        (1000, "one thousand"),
        (1001, "one thousand and one"),
        (4100, "four thousand one hundred"),
        (999_999, "nine hundred and ninety-nine thousand nine hundred and ninety-nine"),
    ],
)
def test_a_number_is_spelt_as_printed(number: int, words: str) -> None:
    assert spell_out(number) == words


@pytest.mark.parametrize("number", [-1, 1_000_000])
def test_numbers_beyond_the_table_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match="can't spell out"):
        spell_out(number)


@given(st.sets(st.integers(0, 999_999), min_size=2, max_size=2))
def test_two_numbers_never_read_alike(numbers: set[int]) -> None:
    assert len({spell_out(number) for number in numbers}) == 2
