"""Texts cut at a word, or held together."""

from __future__ import annotations

from datetime import date

import pytest

from triplicate.report.languages import date_text
from triplicate.report.model import DateRange
from triplicate.report.texts import shorten, tie_last_word, unbroken_date


@pytest.mark.parametrize(
    ("text", "length", "cut"),
    [
        ("One two three", 13, "One two three"),
        ("One two three", 12, "One two…"),
        ("One two three", 7, "One…"),
        ("Un bilan\u00a0: suites à donner", 11, "Un bilan…"),
        ("Lieferkettensorgfaltspflichten", 9, "Lieferkettensorgfaltspflichten…"),
    ],
)
def test_a_text_is_cut_after_a_word(text: str, length: int, cut: str) -> None:
    assert shorten(text, length) == cut


@pytest.mark.parametrize(
    ("title", "tied"),
    [
        ("adressées aux États membres", "adressées aux États\u00a0membres"),
        ("Lieferkettensorgfaltspflichtengesetz", "Lieferkettensorgfaltspflichtengesetz"),
        ("das Lieferkettensorgfaltspflichtengesetz", "das Lieferkettensorgfaltspflichtengesetz"),
        ("", ""),
    ],
)
def test_a_short_last_word_does_not_stand_alone(title: str, tied: str) -> None:
    assert tie_last_word(title) == tied


@pytest.mark.parametrize(
    ("language", "end", "text"),
    [
        ("en", 1, "1 March 2024"),
        ("fr", 1, "1er mars 2024"),
        ("es", 1, "1 de marzo de 2024"),
        ("ru", 1, "1 марта 2024 г."),
        ("fr", 4, "1er–4 mars 2024"),
    ],
)
def test_no_line_breaks_a_date(language: str, end: int, text: str) -> None:
    days = DateRange(date(2024, 3, 1), date(2024, 3, end))
    assert unbroken_date(date_text(days, language)) == text.replace(" ", "\u00a0")


def test_two_dates_may_be_parted_after_their_dash() -> None:
    days = DateRange(date(2024, 2, 29), date(2024, 3, 1))
    expected = "29\u00a0février\u00a0– 1er\u00a0mars\u00a02024"
    assert unbroken_date(date_text(days, "fr")) == expected
