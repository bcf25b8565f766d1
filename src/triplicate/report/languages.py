"""What is known of languages: names, direction, dates (stages 2 and 4), from CLDR through Babel."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Literal

from triplicate.report.model import DateRange

if TYPE_CHECKING:
    from babel import Locale

# UN style writes 16 November 2011; plain "en" is American in CLDR: November 16, 2011.
_DAY_FIRST = {"en": "en_001"}
_UN = ("ar", "en", "es", "fr", "ru", "zh")


def supports_language(tag: str) -> bool:
    """Return whether ``tag`` (BCP 47, such as ``fr`` or ``zh-Hant``) is a language CLDR knows."""
    if tag in _UN:
        return True
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}", tag):
        return False
    from babel.localedata import exists

    return exists(tag.replace("-", "_"))


def suggest_language(text: str) -> str:
    """Return a hint for ``text``, which is no known language: its code if it is a name."""
    if len(text) > 3:
        from babel import Locale

        names = Locale("en").languages
        for code, name in names.items():
            if name.casefold() == text.casefold():
                return f"write {code}"
    language, _, rest = text.rstrip(",;.").replace("_", "-").partition("-")
    for meant in (f"{language.lower()}-{rest}", language.lower()):
        if supports_language(meant.removesuffix("-")):
            return f"write {meant.removesuffix('-')}"
    return f"for example: {', '.join(_UN)}"


def direction(language: str) -> Literal["ltr", "rtl"]:
    """Return which way ``language`` is written."""
    return "rtl" if _locale(language).character_order == "right-to-left" else "ltr"


def date_text(dates: DateRange, language: str) -> str:
    """Return ``dates`` in words: ``16 November 2011``, ``14–16 November 2011``."""
    from babel.dates import format_date, format_interval, format_skeleton

    locale, start, end = _locale(language), dates.start, dates.end
    last = _first_of_month(format_date(end, "long", locale), language)
    if start == end:
        return last
    if not locale.date_formats["long"].pattern.startswith("d"):
        return format_interval(start, end, "yMMMd", locale=locale)
    # CLDR has no intervals with the month in full; where the day comes first, they are plain.
    if start.year != end.year:
        return f"{_first_of_month(format_date(start, 'long', locale), language)} – {last}"
    if start.month != end.month:
        first = format_skeleton("MMMMd", start, locale=locale)
        return f"{_first_of_month(first, language)} – {last}"
    dot = "." if locale.date_formats["long"].pattern.startswith("d.") else ""
    return f"{_first_of_month(f'{start.day}{dot} ', language).strip()}–{last}"


def _first_of_month(text: str, language: str) -> str:
    """Write the first of a month as French does: ``1er mars``. CLDR has no such form."""
    is_french = language.partition("-")[0] == "fr"
    return f"1er {text[2:]}" if is_french and text.startswith("1 ") else text


def language_name(language: str, report_language: str) -> str:
    """Return the name of ``language`` as it stands in a sentence: ``English``, ``anglais``."""
    from babel import Locale

    locale = Locale.parse(language.replace("-", "_"))
    return locale.get_display_name(_locale(report_language)) or language


def iso_text(dates: DateRange) -> str:
    """Return ``2011-11-16``, or a time interval of ISO 8601: ``2011-11-14/2011-11-16``."""
    first: datetime.date = dates.start
    if first == dates.end:
        return first.isoformat()
    return f"{first.isoformat()}/{dates.end.isoformat()}"


def list_text(items: tuple[str, ...], language: str) -> str:
    """Return ``UNCTAD, ILO and OECD`` in ``language``."""
    from babel.lists import format_list

    return format_list(list(items), locale=_locale(language)) if items else ""


def _locale(language: str) -> Locale:
    from babel import Locale

    return Locale.parse(_DAY_FIRST.get(language, language.replace("-", "_")))
