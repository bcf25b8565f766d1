"""Section numbers as text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triplicate.report.numbering import STYLES, SectionCounter, alpha, roman


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("upper-alpha", ["A.", "B.", "C."]),
        ("lower-alpha", ["a.", "b.", "c."]),
        ("upper-roman", ["I.", "II.", "III."]),
        ("lower-roman", ["i.", "ii.", "iii."]),
        ("decimal", ["1.", "2.", "3."]),
        ("dash", ["-", "-", "-"]),
        ("none", ["", "", ""]),
    ],
)
def test_a_style_numbers_sections(style: str, expected: list[str]) -> None:
    counter = SectionCounter((style,))
    assert [counter.next(1) for _ in expected] == [(number, style) for number in expected]
    assert set(STYLES) >= {style}


def test_a_level_starts_anew_below_each_section() -> None:
    counter = SectionCounter(("upper-alpha", "decimal", "dash"))
    levels = [1, 2, 2, 3, 2, 1, 2]
    assert [counter.next(level)[0] for level in levels] == [
        "A.", "1.", "2.", "-", "3.", "B.", "1.",
    ]  # fmt: skip


def test_levels_beyond_the_styles_have_no_number() -> None:
    counter = SectionCounter(("decimal",))
    assert counter.next(2) == ("", "none")


def test_letters_go_on_after_z() -> None:
    assert [alpha(number) for number in (1, 26, 27, 52, 703)] == ["A", "Z", "AA", "AZ", "AAA"]


@given(st.integers(1, 3999))
def test_roman_numerals_read_back_as_their_number(number: int) -> None:
    values = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    digits = [values[letter] for letter in roman(number)]
    pairs = zip(digits, [*digits[1:], 0], strict=True)
    assert sum(-digit if digit < after else digit for digit, after in pairs) == number


def test_roman_numerals_end_before_four_thousand() -> None:
    assert roman(4000) == "4000"
