"""The readers of a report's facts: dates, venue, numbering, status, abbreviations (stage 2)."""

from __future__ import annotations

import datetime
import re

from triplicate.diagnostics import Diagnostics, quoted
from triplicate.load.nodes import Mapping, Node, Scalar, Sequence
from triplicate.report.model import DateRange, Numbering, Venue
from triplicate.report.numbering import STYLES
from triplicate.report.readers import (
    TEXT,
    TRUTH,
    Field,
    Reader,
    block_schema,
    read_choice,
    read_fields,
    read_text,
    wrong,
)

MAX_SHORT_TITLE = 50
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})\Z")
_YEAR_FIRST = re.compile(r"([0-9]{4})[-./]([0-9]{1,2})[-./]([0-9]{1,2})(?:[T ][0-9:.Z+]+)?\Z")
_DIGITS = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})\Z")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[./]([0-9]{1,2})[./]([0-9]{4})\Z")


def read_date(node: Node, key: str, diagnostics: Diagnostics) -> datetime.date | None:
    """Read a day as YYYY-MM-DD (ISO 8601)."""
    text = node.text.strip() if isinstance(node, Scalar) else ""
    match = _ISO.match(text)
    if match:
        try:
            return datetime.date(*map(int, match.groups()))
        except ValueError:
            hint = "there is no such day in the calendar"
            wrong("value-is-date", "a day as YYYY-MM-DD", key, node, diagnostics, hint)
            return None
    wrong("value-is-date", "a day as YYYY-MM-DD", key, node, diagnostics, _suggest_date(text))
    return None


def _suggest_date(text: str) -> str:
    """Return a hint for what is no date: the one that it must mean, if there is one."""
    days = [match[0] for match in re.finditer(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text)]
    if len(days) == 2:
        return f"for several days write {{start: {days[0]}, end: {days[1]}}}"
    found = _DAY_FIRST.match(text)
    year, month, day = found.group(3, 2, 1) if found else ("", "", "")
    if found is None and (found := _YEAR_FIRST.match(text) or _DIGITS.match(text)):
        year, month, day = found.groups()
    for one, other in ((month, day), (day, month)):  # 11/16/2011 can only be American
        if year and 1 <= int(one) <= 12 and 1 <= int(other) <= 31:
            return f"write {year}-{int(one):02}-{int(other):02}"
    return "write year-month-day, for example 2011-11-16"


def read_dates(node: Node, key: str, diagnostics: Diagnostics) -> DateRange | None:
    """Read a day, or ``{start: …, end: …}``."""
    if isinstance(node, Sequence):
        days = " ".join(item.text for item in node.items if isinstance(item, Scalar))
        wrong("value-is-date", "a day as YYYY-MM-DD", key, node, diagnostics, _suggest_date(days))
        return None
    if not isinstance(node, Mapping):
        day = read_date(node, key, diagnostics)
        return DateRange(day, day) if day else None
    values = read_fields(node, _RANGE_FIELDS, diagnostics)
    if "start" not in values or "end" not in values:
        return None
    if values["start"] > values["end"]:
        end = node.entries["end"]
        message = f"expected an end on or after {values['start']}, found {values['end']}"
        diagnostics.error("value-is-date", message, end.value.span, "exchange start and end")
        return None
    return DateRange(values["start"], values["end"])


def read_venue(node: Node, key: str, diagnostics: Diagnostics) -> Venue | None:
    """Read ``{name: …, city: …}``."""
    if not isinstance(node, Mapping):
        hint = "write {name: Palais des Nations, city: Geneva}"
        wrong("value-is-block", "name and city", key, node, diagnostics, hint)
        return None
    return Venue(**read_fields(node, _VENUE_FIELDS, diagnostics))


def read_numbering(node: Node, key: str, diagnostics: Diagnostics) -> Numbering | None:
    """Read ``{sections: [style, …], paragraphs: true or false}``."""
    if not isinstance(node, Mapping):
        hint = "write {sections: [upper-alpha, decimal], paragraphs: false}"
        wrong("value-is-block", "sections and paragraphs", key, node, diagnostics, hint)
        return None
    return Numbering(**read_fields(node, _NUMBERING_FIELDS, diagnostics))


def _read_styles(node: Node, key: str, diagnostics: Diagnostics) -> tuple[str, ...] | None:
    if not isinstance(node, Sequence):
        hint = f"write a style for each level in brackets, of: {', '.join(STYLES)}"
        wrong("value-is-list", "a list of numbering styles", key, node, diagnostics, hint)
        return None
    return tuple(
        style for item in node.items if (style := read_style(item, key, diagnostics)) is not None
    )


def read_style(node: Node, key: str, diagnostics: Diagnostics) -> str | None:
    """Read the name of a numbering style."""
    return read_choice(node, key, tuple(STYLES), "numbering-style", diagnostics)


def read_status(node: Node, key: str, diagnostics: Diagnostics) -> str | None:
    """Read draft or final."""
    return read_choice(node, key, ("draft", "final"), "value-is-status", diagnostics)


def read_short_title(node: Node, key: str, diagnostics: Diagnostics) -> str | None:
    """Read a title for running headers, which have one line for it."""
    text = read_text(node, key, diagnostics)
    if text and len(text) > MAX_SHORT_TITLE:
        message = (
            f"expected at most {MAX_SHORT_TITLE} characters for {quoted(key)}, found {len(text)}"
        )
        hint = "write fewer words: headers cut what does not go into their line"
        diagnostics.warning("short-title", message, node.span, hint)
    return text


def read_abbreviations(
    node: Node, key: str, diagnostics: Diagnostics
) -> tuple[tuple[str, str], ...] | None:
    """Read a block of short and long forms."""
    if not isinstance(node, Mapping):
        hint = "write CSR: corporate social responsibility, one a line"
        wrong("value-is-block", "short forms with their long forms", key, node, diagnostics, hint)
        return None
    pairs = [(short, read_text(e.value, short, diagnostics)) for short, e in node.entries.items()]
    return tuple((short, long) for short, long in pairs if long is not None)


DATE = Reader(read_date, {"type": "string", "format": "date"})
STATUS = Reader(read_status, {"enum": ["draft", "final"]})
SHORT_TITLE = Reader(read_short_title, TEXT.schema)
_STYLES = Reader(_read_styles, {"type": "array", "items": {"enum": list(STYLES)}})

_RANGE_FIELDS = (
    Field("start", DATE, "the first day", required=True),
    Field("end", DATE, "the last day", required=True),
)
_VENUE_FIELDS = (Field("name", TEXT, "the building"), Field("city", TEXT, "the city"))
_NUMBERING_FIELDS = (
    Field("sections", _STYLES, "a style for each level of sections"),
    Field("paragraphs", TRUTH, "whether paragraphs are numbered through"),
)
DATES = Reader(read_dates, {"anyOf": [DATE.schema, block_schema(_RANGE_FIELDS)]})
VENUE = Reader(read_venue, block_schema(_VENUE_FIELDS))
NUMBERING = Reader(read_numbering, block_schema(_NUMBERING_FIELDS))
ABBREVIATIONS = Reader(read_abbreviations, {"type": "object", "additionalProperties": TEXT.schema})
