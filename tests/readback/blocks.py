"""What a reader of a finished report meets: blocks in order, whatever the file's format.

Input: characters with a flag for emphasis. Output: `Block`, the unit in which two editions, or an
edition and its source, are compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import unified_diff
from itertools import groupby

# What HTML and XML collapse; a no-break space is a character like others.
_WHITE_SPACE = frozenset(" \t\n\r\f")


@dataclass(frozen=True, slots=True)
class Prose:
    """Characters as typed, and the half-open ranges of them that are emphasised."""

    text: str
    emphasis: tuple[tuple[int, int], ...] = ()

    def __str__(self) -> str:
        parts = []
        last = 0
        for start, end in self.emphasis:
            parts += [self.text[last:start], "*", self.text[start:end], "*"]
            last = end
        return "".join([*parts, self.text[last:]])


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, title, heading, list item or table row.

    ``kind`` is ``paragraph``, ``title``, ``heading``, ``item``, ``header-row`` or ``row``;
    ``level`` counts headings (1 below the title) and list items (1 outermost) and is 0 elsewhere;
    ``number`` is the text a reader sees before a heading or item; rows have a prose for each cell.
    """

    kind: str
    prose: tuple[Prose, ...]
    level: int = 0
    number: str = ""

    def __str__(self) -> str:
        name = f"{self.kind} {self.level}" if self.level else self.kind
        number = f"[{self.number}] " if self.number else ""
        return f"{name}: {number}" + " | ".join(map(str, self.prose))


def prose(pieces: Iterable[tuple[str, bool]]) -> Prose:
    """Join pieces of text, each emphasised or not, with white space collapsed as browsers do."""
    return literal_prose(_collapsed(pieces))


def literal_prose(pieces: Iterable[tuple[str, bool]]) -> Prose:
    """Join pieces of text, each emphasised or not, letter by letter.

    White space is emphasised only between two emphasised characters, as it has no look.
    """
    marked = [(character, flag) for text, flag in pieces for character in text]
    text = "".join(character for character, _ in marked)
    flags = [flag for _, flag in marked]
    for index, character in enumerate(text):
        if character in _WHITE_SPACE:
            flags[index] = 0 < index < len(text) - 1 and flags[index - 1] and flags[index + 1]
    ranges = []
    for flag, group in groupby(range(len(text)), key=flags.__getitem__):
        places = list(group)
        if flag:
            ranges.append((places[0], places[-1] + 1))
    return Prose(text, tuple(ranges))


def _collapsed(pieces: Iterable[tuple[str, bool]]) -> Iterator[tuple[str, bool]]:
    waiting = started = False
    for text, flag in pieces:
        for character in text:
            if character in _WHITE_SPACE:
                waiting = started
                continue
            if waiting:
                yield " ", False
            waiting, started = False, True
            yield character, flag


def difference(expected: Iterable[Block], found: Iterable[Block]) -> str:
    """The blocks that differ, one a line, as a unified diff; empty when all are equal."""
    lines = unified_diff(
        list(map(str, expected)), list(map(str, found)), "expected", "found", n=1, lineterm=""
    )
    return "\n".join(lines)


def number_as_text(block: Block) -> Block:
    """The heading with its number as part of its text, where a format does not tell them apart."""
    if block.kind != "heading":
        return block
    text = block.prose[0]
    lead = len(block.number) + 1
    moved = tuple((start + lead, end + lead) for start, end in text.emphasis)
    return Block("heading", (Prose(f"{block.number} {text.text}", moved),), block.level)
