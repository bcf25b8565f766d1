"""Nodes to values, one reader a kind of value (stage 2).

A reader takes a node, the key it belongs to and the collector; it returns the value, or None
after reporting what it expected and found. ``schema`` is the same fact as JSON Schema.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from triplicate.diagnostics import Diagnostics, Span, nearest, quoted
from triplicate.diagnostics.wording import did_you_mean
from triplicate.load.yaml import Mapping, Node, Scalar, Sequence
from triplicate.report.model import DateRange, Numbering, Venue
from triplicate.report.numbering import STYLES

MAX_ID = 40
_ID = re.compile(r"[A-Za-z][A-Za-z0-9-]*\Z")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)\Z")
_DAY_FIRST = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})\Z")
_NULLS = ("", "~", "null", "Null", "NULL")


@dataclass(frozen=True, slots=True)
class Reader:
    """How a value is read, and its JSON Schema."""

    read: Callable[[Node, str, Diagnostics], Any]
    schema: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a block: its reader, whether it must be there, and what it means."""

    key: str
    reader: Reader
    description: str
    required: bool = False


def found(node: Node) -> str:
    """Return what ``node`` is, in words for a message."""
    if isinstance(node, Sequence):
        return "a list"
    if isinstance(node, Mapping):
        return "a block of keys"
    return "nothing" if is_nothing(node) else quoted(node.text)


def is_nothing(node: Node) -> bool:
    """Return whether ``node`` is an empty value: YAML 1.2's null, or quotes around nothing."""
    if not isinstance(node, Scalar):
        return False
    return not node.text.strip() or (node.plain and node.text in _NULLS)


def read_fields(
    mapping: Mapping,
    fields: tuple[Field, ...],
    diagnostics: Diagnostics,
    skip: tuple[str, ...] = (),
) -> dict[str, Any]:
    """Return the values of ``mapping``'s keys; keys in ``skip`` are known and read elsewhere.

    Reported: unknown keys, missing ones, wrong values. What could not be read is left out.
    """
    known = {field.key: field for field in fields}
    values: dict[str, Any] = {}
    for key, entry in mapping.entries.items():
        if key in known:
            value = known[key].reader.read(entry.value, key, diagnostics)
            if value is not None:
                values[key] = value
        elif key not in skip:
            names = [*known, *skip]
            message = f"expected a known key, found {quoted(key)}"
            diagnostics.error("key-is-known", message, entry.span, did_you_mean(key, names))
    for field in fields:
        if field.required and field.key not in mapping.entries:
            report_missing(mapping, field.key, field.description, diagnostics)
    return values


def report_missing(mapping: Mapping, key: str, description: str, diagnostics: Diagnostics) -> None:
    """Report that ``mapping`` lacks ``key``, at the place where it starts."""
    start = Span(*mapping.span[:3])
    message = f'expected the key "{key}" ({description}), found none'
    diagnostics.error("key-is-present", message, start, f"add a line: {key}: …")


def wrong(
    rule: str, expected: str, key: str, node: Node, diagnostics: Diagnostics, hint: str = ""
) -> None:
    """Report that ``key`` has another value than ``expected``."""
    message = f"expected {expected} for {quoted(key)}, found {found(node)}"
    diagnostics.error(rule, message, node.span, hint)


def read_text(node: Node, key: str, diagnostics: Diagnostics) -> str | None:
    """Read one line of text, blanks around it removed."""
    if not isinstance(node, Scalar) or is_nothing(node):
        hint = "put the text behind the colon"
        if isinstance(node, Mapping) and node.span.line == node.span.end_line:
            hint = "put quotes around the text: { and } mean something in YAML"
        wrong("value-is-text", "text", key, node, diagnostics, hint)
        return None
    return " ".join(node.text.split("\n")).strip()


def read_texts(node: Node, key: str, diagnostics: Diagnostics) -> tuple[str, ...] | None:
    """Read a list of texts."""
    if not isinstance(node, Sequence):
        hint = "write [first, second], or one - item a line"
        wrong("value-is-list", "a list", key, node, diagnostics, hint)
        return None
    texts = [read_text(item, key, diagnostics) for item in node.items]
    return tuple(text for text in texts if text is not None)


def read_truth(node: Node, key: str, diagnostics: Diagnostics) -> bool | None:
    """Read true or false (YAML 1.2's spellings only)."""
    truths = {"true": True, "True": True, "TRUE": True, "false": False, "False": False}
    truths["FALSE"] = False
    if isinstance(node, Scalar) and node.plain and node.text in truths:
        return truths[node.text]
    meant = {"yes": "true", "on": "true", "no": "false", "off": "false"}
    text = node.text.lower() if isinstance(node, Scalar) else ""
    hint = f"write {meant[text]}" if text in meant else "write true or false, without quotes"
    wrong("value-is-truth", "true or false", key, node, diagnostics, hint)
    return None


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
    hint = "write year-month-day, for example 2011-11-16"
    other = _DAY_FIRST.match(text)
    if other and int(other[1]) <= 31 and 1 <= int(other[2]) <= 12:
        hint = f"write {other[3]}-{int(other[2]):02}-{int(other[1]):02}"
    wrong("value-is-date", "a day as YYYY-MM-DD", key, node, diagnostics, hint)
    return None


def read_dates(node: Node, key: str, diagnostics: Diagnostics) -> DateRange | None:
    """Read a day, or ``{start: …, end: …}``."""
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
        hint = f"write a style for each level, for example [upper-alpha, decimal]; {_styles()}"
        wrong("value-is-list", "a list of numbering styles", key, node, diagnostics, hint)
        return None
    return tuple(
        style for item in node.items if (style := read_style(item, key, diagnostics)) is not None
    )


def read_style(node: Node, key: str, diagnostics: Diagnostics) -> str | None:
    """Read the name of a numbering style."""
    return _read_choice(node, key, tuple(STYLES), "numbering-style", diagnostics)


def _styles() -> str:
    return f"styles are {', '.join(STYLES)}"


def _read_choice(
    node: Node, key: str, choices: tuple[str, ...], rule: str, diagnostics: Diagnostics
) -> str | None:
    if isinstance(node, Scalar) and node.text in choices:
        return node.text
    text = node.text if isinstance(node, Scalar) else ""
    expected = f"one of {', '.join(choices)}"
    meant = nearest(text, choices)
    wrong(rule, expected, key, node, diagnostics, f"did you mean {quoted(meant)}?" if meant else "")
    return None


def _read_status(node: Node, key: str, diagnostics: Diagnostics) -> str | None:
    return _read_choice(node, key, ("draft", "final"), "value-is-status", diagnostics)


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


def read_id(node: Node, key: str, diagnostics: Diagnostics) -> str | None:
    """Read an id: a letter, then letters, digits and hyphens, 40 at most (Word's limit)."""
    text = node.text if isinstance(node, Scalar) else ""
    if check_id(text, node.span, diagnostics):
        return text
    return None


def check_id(text: str, span: Span, diagnostics: Diagnostics) -> bool:
    """Return whether ``text`` can be an id; report it at ``span`` if not."""
    if _ID.match(text) and len(text) <= MAX_ID:
        return True
    message = f"expected an id of letters, digits and hyphens, found {quoted(text)}"
    hint = f"start with a letter; at most {MAX_ID} characters; for example: outcomes-2011"
    diagnostics.error("id-form", message, span, hint)
    return False


TEXT = Reader(read_text, {"type": "string", "minLength": 1})
TEXTS = Reader(read_texts, {"type": "array", "items": TEXT.schema})
TRUTH = Reader(read_truth, {"type": "boolean"})
DATE = Reader(read_date, {"type": "string", "format": "date"})
ID = Reader(read_id, {"type": "string", "pattern": "^[A-Za-z][A-Za-z0-9-]*$", "maxLength": MAX_ID})
STATUS = Reader(_read_status, {"enum": ["draft", "final"]})
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


def block_schema(fields: tuple[Field, ...]) -> dict[str, Any]:
    """Return the JSON Schema of a block with ``fields`` and no others."""
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            field.key: {**field.reader.schema, "description": field.description} for field in fields
        },
        "required": [field.key for field in fields if field.required],
    }


DATES = Reader(read_dates, {"anyOf": [DATE.schema, block_schema(_RANGE_FIELDS)]})
VENUE = Reader(read_venue, block_schema(_VENUE_FIELDS))
NUMBERING = Reader(read_numbering, block_schema(_NUMBERING_FIELDS))
ABBREVIATIONS = Reader(read_abbreviations, {"type": "object", "additionalProperties": TEXT.schema})
