"""YAML text to nodes that keep their places (stage 1); every value is still text.

A scalar becomes a date, a number or a truth value only where a field wants one, so that ``NO``,
``1.10`` and ``12:30`` stay what was typed (YAML 1.1 makes False, 1.1 and 750 of them).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from triplicate.diagnostics import Diagnostics, Span, quoted
from triplicate.load.nodes import Entry, Mapping, Node, Scalar, Sequence
from triplicate.load.source import Source
from triplicate.load.yaml_case import Mended
from triplicate.load.yaml_problems import mend

MAX_BYTES = 5_000_000
MAX_DEPTH = 64
MAX_NODES = 200_000
_MOST_MENDED = 20


def parse_yaml(source: Source, diagnostics: Diagnostics) -> Node | None:
    """Return the document in ``source``, or None if it is empty or its form can't be made out.

    Mistakes of form that can be mended are reported and mended in memory, so that later ones are
    found in the same run. Refused, each with its place: a second document, anchors, aliases,
    tags, merge keys, duplicate keys, more than 64 levels.
    """
    from yaml import YAMLError

    mended = Mended(source)
    for _ in range(_MOST_MENDED):
        reader = _Reader(source)
        try:
            node = reader.read(mended.text)
        except YAMLError as problem:
            if not mend(problem, mended, diagnostics):
                return None
        except _TooMuch as problem:
            diagnostics.error(problem.rule, problem.message, problem.span)
            return None
        else:
            diagnostics.extend(reader.found)
            return node
    return None


class _TooMuch(Exception):
    """A limit is passed: what is left of the file is not read."""

    def __init__(self, rule: str, message: str, span: Span) -> None:
        super().__init__(message)
        self.rule, self.message, self.span = rule, message, span


class _Reader:
    """Turns parser events into nodes; aliases are refused before anything is built from them."""

    def __init__(self, source: Source) -> None:
        self.found = Diagnostics()
        self._source = source
        self._nodes = 0
        self._events: Iterator[Any] = iter(())

    def read(self, text: str) -> Node | None:
        """Return the first document of ``text``.

        Raises yaml.YAMLError where the form is broken, _TooMuch where a limit is passed.
        """
        from yaml import SafeLoader, parse

        loader: Any = _c_loader() or SafeLoader
        self._events = iter(parse(text, Loader=loader))
        documents: list[Node] = []
        for event in self._events:
            match type(event).__name__:
                case "DocumentStartEvent" if documents:
                    self._refuse(event, "a second document", "delete the line --- and what follows")
                    break
                case "DocumentStartEvent":
                    documents.append(self._node(next(self._events), 1))
        node = documents[0] if documents else None
        return None if isinstance(node, Scalar) and node.plain and not node.text else node

    def _node(self, event: Any, depth: int) -> Node:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            message = f"expected at most {MAX_NODES} values, found more"
            raise _TooMuch("yaml-size", message, self._span(event))
        if depth > MAX_DEPTH:
            message = f"expected at most {MAX_DEPTH} levels, found more"
            raise _TooMuch("yaml-depth", message, self._span(event))
        self._refuse_specials(event)
        match type(event).__name__:
            case "MappingStartEvent":
                return self._mapping(event, depth)
            case "SequenceStartEvent":
                return self._sequence(event, depth)
            case "AliasEvent":
                start, end = self._offsets(event)
                text = self._source.text[start:end]
                return Scalar(text, self._span(event), False, self._source, start, end)
        plain = event.style in (None, "")
        start, end = self._offsets(event)
        scalar = Scalar(event.value, self._span(event), plain, self._source, start, end)
        if plain:
            self._check_plain(scalar)
        return scalar

    def _check_plain(self, scalar: Scalar) -> None:
        """Report what YAML reads in silence, and not as it was meant."""
        text = self._source.text
        item = re.compile(r"\n *(- )").search(text, scalar.start, scalar.end)
        if item:
            place = self._source.span(item.start(1), item.start(1) + 1)
            message = f"expected text, found a list item below the value {quoted(scalar.text, 30)}"
            hint = "move the value into the list, with a - of its own, or quote the text"
            self.found.error("yaml-list", message, place, hint)
        comment = re.compile(r"[ \t]+(#[^\s#!][^\n]*)").match(text, scalar.end)
        if comment and scalar.text:
            place = self._source.span(comment.start(1), comment.end(1))
            message = f"expected a space after the # of a comment, found {quoted(comment[1], 30)}"
            hint = "if it is part of the text, put the whole text between quotes"
            self.found.warning("yaml-comment", message, place, hint)

    def _sequence(self, event: Any, depth: int) -> Sequence:
        items = []
        for item in self._events:
            if type(item).__name__ == "SequenceEndEvent":
                break
            items.append(self._node(item, depth + 1))
        return Sequence(tuple(items), self._span(event))

    def _mapping(self, event: Any, depth: int) -> Mapping:
        entries: dict[str, Entry] = {}
        for key_event in self._events:
            if type(key_event).__name__ == "MappingEndEvent":
                break
            key = self._node(key_event, depth + 1)
            value = self._node(next(self._events), depth + 1)
            self._add_entry(entries, key, value)
        return Mapping(entries, self._span(event))

    def _add_entry(self, entries: dict[str, Entry], key: Node, value: Node) -> None:
        if not isinstance(key, Scalar):
            message = "expected a word as key, found a list or a block"
            hint = "put quotes around a value that starts with {{ or ["
            self.found.error("yaml-key", message, key.span, hint)
        elif key.text == "<<" and key.plain:
            self.found.error(
                "yaml-is-plain",
                "expected plain values, found a merge key <<",
                key.span,
                "write the keys out where they are needed",
            )
        elif key.text in entries:
            first = entries[key.text].span
            self.found.error(
                "yaml-key-is-unique",
                f"expected each key once, found {quoted(key.text)} again",
                key.span,
                f"it stands first in line {first.line}; delete one of them",
            )
        else:
            entries[key.text] = Entry(key.text, key.span, value)

    def _refuse_specials(self, event: Any) -> None:
        quote_it = "if the character belongs to the text, put the text between quotes"
        if type(event).__name__ == "AliasEvent":
            self._refuse(event, f"the alias *{event.anchor}", quote_it)
            return
        if event.anchor is not None:
            self._refuse(event, f"the anchor &{event.anchor}", quote_it)
        if event.tag is not None:
            self._refuse(event, f"the tag {quoted(event.tag)}", quote_it)

    def _refuse(self, event: Any, what: str, hint: str) -> None:
        message = f"expected plain values, found {what}"
        self.found.error("yaml-is-plain", message, self._span(event), hint)

    def _offsets(self, event: Any) -> tuple[int, int]:
        first, last = event.start_mark, event.end_mark
        offset = self._source.offset
        return offset(first.line + 1, first.column + 1), offset(last.line + 1, last.column + 1)

    def _span(self, event: Any) -> Span:
        start, end = self._offsets(event)
        return self._source.span(start, start + len(self._source.text[start:end].rstrip()))


def _c_loader() -> Any:
    """Return libyaml's loader, six times as fast, or None where PyYAML was built without it."""
    import yaml

    return getattr(yaml, "CSafeLoader", None)
