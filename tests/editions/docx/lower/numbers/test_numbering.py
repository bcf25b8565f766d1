from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.numbers.numbering import FORMATS, Numberings, show, value_of


@given(st.sampled_from(FORMATS), st.integers(1, 3000))
def test_a_number_is_read_as_it_is_shown(number_format: str, value: int) -> None:
    assert value_of(number_format, show(number_format, value)) == value


@given(st.sampled_from(FORMATS), st.text(max_size=8))
def test_other_text_is_no_number(number_format: str, text: str) -> None:
    value = value_of(number_format, text)
    assert value is None or show(number_format, value) == text


@pytest.mark.parametrize(
    ("number_format", "value", "shown"),
    [
        ("upperLetter", 27, "AA"),
        ("lowerLetter", 53, "aaa"),
        ("upperRoman", 1994, "MCMXCIV"),
        ("lowerRoman", 4, "iv"),
        ("decimalZero", 7, "07"),
        ("bullet", 3, ""),
    ],
)
def test_numbers_are_shown_as_word_shows_them(number_format: str, value: int, shown: str) -> None:
    assert show(number_format, value) == shown


def outline(restarts: bool = True) -> Numberings:
    numberings = Numberings()
    levels = [ir.Level("decimal", "%1."), ir.Level("decimal", "%1.%2", restarts=restarts)]
    numberings.use(numberings.define(levels))
    return numberings


def counted(numberings: Numberings, *steps: tuple[int, int]) -> list[str]:
    return [numberings.count(ir.Number(instance, level)) for instance, level in steps]


def test_a_level_starts_again_after_a_higher_one() -> None:
    shown = counted(outline(), (1, 0), (1, 1), (1, 1), (1, 0), (1, 1))
    assert shown == ["1.", "1.1", "1.2", "2.", "2.1"]


def test_a_level_may_count_on() -> None:
    shown = counted(outline(restarts=False), (1, 0), (1, 1), (1, 0), (1, 1))
    assert shown == ["1.", "1.1", "2.", "2.2"]


def test_instances_share_the_counters_but_start_where_they_say_once() -> None:
    numberings = outline()
    numberings.use(0, ((0, 5),))
    assert counted(numberings, (1, 0), (2, 0), (2, 0), (1, 0)) == ["1.", "5.", "6.", "7."]


def test_a_level_above_that_was_never_counted_shows_its_start() -> None:
    assert counted(outline(), (1, 1)) == ["1.1"]


def test_a_level_that_was_left_out_is_counted_by_the_one_below_it() -> None:
    levels = [ir.Level("decimal", text) for text in ("%1.", "%1.%2", "%1.%2.%3")]
    numberings = Numberings()
    numberings.use(numberings.define(levels))
    assert counted(numberings, (1, 0), (1, 2), (1, 1)) == ["1.", "1.1.1", "1.2"]


def test_looking_ahead_counts_nothing() -> None:
    numberings = outline()
    assert numberings.preview(ir.Number(1, 0)) == numberings.preview(ir.Number(1, 0)) == "1."


def test_equal_definitions_are_one() -> None:
    numberings = Numberings()
    levels = [ir.Level("decimal", "%1.")]
    assert numberings.define(levels) == numberings.define(list(levels)) == 0
