"""Nodes to values, one reader a kind of value (stage 2).

A reader takes a node, the key it belongs to and the collector; it returns the value, or None
after reporting what it expected and found. ``schema`` is the same fact as JSON Schema.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from triplicate.diagnostics import Diagnostics, Span, nearest, quoted
from triplicate.diagnostics.wording import did_you_mean
from triplicate.load.nodes import Entry, Mapping, Node, Scalar, Sequence

MAX_ID = 40
_ID = re.compile(r"[A-Za-z][A-Za-z0-9-]*\Z")
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


def respelt(mapping: Mapping, names: tuple[str, ...], diagnostics: Diagnostics) -> Mapping:
    """Return ``mapping`` with its misspelt keys, which are reported, put right.

    So what stands under a misspelt key is checked too. A key counts as misspelt if it is like one
    of ``names`` that is missing.
    """
    missing = [name for name in names if name not in mapping.entries]
    entries: dict[str, Entry] = {}
    for key, entry in mapping.entries.items():
        meant = nearest(key, missing) if key not in names else None
        if meant is not None:
            message = f"expected a known key, found {quoted(key)}"
            hint = f"did you mean {quoted(meant)}?"
            diagnostics.error("key-is-known", message, entry.span, hint)
            missing.remove(meant)
        entries[meant or key] = entry
    return Mapping(entries, mapping.span)


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
    mapping = respelt(mapping, (*known, *skip), diagnostics)
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
    if "{{" in node.text:
        message = f"expected plain text for {quoted(key)}, found {{{{, which only prose computes"
        diagnostics.warning("value-is-text", message, node.span, "it is printed as typed")
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


def read_choice(
    node: Node, key: str, choices: tuple[str, ...], rule: str, diagnostics: Diagnostics
) -> str | None:
    """Read one of ``choices``; ``rule`` is what is broken by any other value."""
    if isinstance(node, Scalar) and node.text in choices:
        return node.text
    text = node.text if isinstance(node, Scalar) else ""
    expected = f"one of {', '.join(choices)}"
    meant = nearest(text, choices)
    wrong(rule, expected, key, node, diagnostics, f"did you mean {quoted(meant)}?" if meant else "")
    return None


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
ID = Reader(read_id, {"type": "string", "pattern": "^[A-Za-z][A-Za-z0-9-]*$", "maxLength": MAX_ID})


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
