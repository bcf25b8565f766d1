"""Dates, lists and directions by language."""

from __future__ import annotations

from datetime import date

import pytest

from triplicate.report.languages import (
    date_text,
    direction,
    iso_text,
    language_name,
    list_text,
    suggest_language,
    supports_language,
)
from triplicate.report.model import DateRange

DAY = DateRange(date(2011, 11, 16), date(2011, 11, 16))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "16 November 2011"),
        ("fr", "16 novembre 2011"),
        ("es", "16 de noviembre de 2011"),
        ("ru", "16 ноября 2011\u202fг."),
        ("zh", "2011年11月16日"),
        ("ar", "16 نوفمبر 2011"),
    ],
)
def test_a_day_is_written_in_each_language_of_the_united_nations(language: str, text: str) -> None:
    assert date_text(DAY, language) == text


def test_days_are_ordinal_numbers_where_the_language_has_them() -> None:
    days = DateRange(date(2024, 5, 3), date(2024, 5, 4))
    assert date_text(days, "de") == "3.–4. Mai 2024"
    assert date_text(days, "fr") == "3–4 mai 2024"


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (date(2011, 11, 4), date(2011, 11, 6), "4–6 November 2011"),
        (date(2011, 10, 30), date(2011, 11, 2), "30 October – 2 November 2011"),
        (date(2011, 12, 30), date(2012, 1, 2), "30 December 2011 – 2 January 2012"),
    ],
)
def test_a_range_repeats_no_more_than_it_must(start: date, end: date, text: str) -> None:
    written = date_text(DateRange(start, end), "en")
    assert written == text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "14–16 novembre 2011"),
        ("es", "14–16 de noviembre de 2011"),
        ("zh", "2011年11月14日至16日"),
    ],
)
def test_ranges_follow_the_language(language: str, text: str) -> None:
    days = DateRange(date(2011, 11, 14), date(2011, 11, 16))
    assert date_text(days, language) == text


def test_dates_for_machines_are_iso_8601() -> None:
    assert iso_text(DAY) == "2011-11-16"
    assert iso_text(DateRange(date(2011, 11, 14), date(2011, 11, 16))) == "2011-11-14/2011-11-16"


def test_arabic_is_written_from_right_to_left() -> None:
    assert (direction("ar"), direction("en"), direction("zh")) == ("rtl", "ltr", "ltr")


def test_lists_end_with_the_languages_and() -> None:
    assert list_text(("UNCTAD", "ILO", "OECD"), "en") == "UNCTAD, ILO and OECD"
    assert list_text(("UNCTAD", "ILO"), "fr") == "UNCTAD et ILO"
    assert list_text((), "en") == ""


@pytest.mark.parametrize("tag", ["en", "de", "zh-Hant", "pt-BR"])
def test_languages_of_cldr_are_known(tag: str) -> None:
    assert supports_language(tag)


@pytest.mark.parametrize("tag", ["", "xx", "English", "EN", "../en", "en_GB", "root"])
def test_other_names_are_not(tag: str) -> None:
    assert not supports_language(tag)


def test_a_languages_name_leads_to_its_code() -> None:
    assert suggest_language("French") == "write fr"
    assert suggest_language("FR") == "write fr"


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        ("2024-03-01", "2024-03-01", "1er mars 2024"),
        ("2024-02-28", "2024-03-01", "28 février – 1er mars 2024"),
        ("2024-03-01", "2024-03-03", "1er–3 mars 2024"),
        ("2024-03-11", "2024-03-12", "11–12 mars 2024"),
    ],
)
def test_french_writes_the_first_of_a_month_as_such(start: str, end: str, text: str) -> None:
    first, last = (date.fromisoformat(day) for day in (start, end))
    assert date_text(DateRange(first, last), "fr") == text


def test_languages_are_named_in_the_reports_language() -> None:
    assert language_name("en", "fr") == "anglais"
    assert language_name("fr", "en") == "French"
