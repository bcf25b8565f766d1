"""YAML as nodes that keep their places (stage 1); every value is still text."""

from __future__ import annotations

from dataclasses import dataclass

from triplicate.diagnostics import Span
from triplicate.load.source import Excerpt, Source


@dataclass(frozen=True, slots=True, eq=False)
class Scalar:
    """Text, number, date or truth value: undecided. ``plain`` means typed without quotes."""

    text: str
    span: Span
    plain: bool
    source: Source
    start: int
    end: int

    def excerpt(self) -> Excerpt:
        """Return the text as an excerpt of the file, so that places inside it can be found."""
        return Excerpt(self.source, self.text, _offsets(self))


@dataclass(frozen=True, slots=True, eq=False)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    span: Span


@dataclass(frozen=True, slots=True, eq=False)
class Mapping:
    """Keys with values, in the file's order."""

    entries: dict[str, Entry]
    span: Span


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One key's place and value."""

    key: str
    span: Span
    value: Node


Node = Scalar | Sequence | Mapping


def _offsets(scalar: Scalar) -> list[int]:
    """Return where each character of ``scalar.text`` stands in its source, and the end.

    Folding changes only blanks, so the characters that are not blank are matched one by one.
    Escapes in double quotes break the match: then all stand at the start of the value.
    """
    raw, text, first = scalar.source.text, scalar.text, scalar.start
    if raw[first : first + 1] in ("|", ">"):
        first = raw.find("\n", first) + 1
    at = first + (not scalar.plain and raw[first : first + 1] in ("'", '"'))
    offsets: list[int] = []
    for char in text:
        if not char.isspace():
            while at < scalar.end and raw[at].isspace():
                at += 1
            if at >= scalar.end or raw[at] != char:
                return [scalar.start] * (len(text) + 1)
        offsets.append(at)
        if not char.isspace() or (at < scalar.end and raw[at] == char):
            at += 1 + (raw[at : at + 2] == "''" and not scalar.plain and raw[scalar.start] == "'")
    return [*offsets, at]
