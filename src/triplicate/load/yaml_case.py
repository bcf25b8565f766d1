"""One mistake of form in YAML: where the parser stopped, and the text, mended line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from triplicate.diagnostics import Diagnostics, Span
from triplicate.load.source import Source

KEY = re.compile(
    r"(?P<indent>\s*)(?P<dashes>(?:- +)*)(?P<key>[^\s:#'\"\[\]{}&*!|>%@`-][^:#]*?)(?P<colon>:)"
)
_ITEM = re.compile(r"(\s*(?:- +)*)-(?: |$)")


class Start(NamedTuple):
    """Where a key or a list's dash stands; ``line`` and ``column`` count from 0."""

    line: int
    column: int
    is_item: bool


class Mended:
    """The text with the mistakes mended that were found so far.

    ``guessed`` says that a mend may be wrong: later mistakes of form may come from it.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.lines = source.text.split("\n")
        self.guessed = False

    @property
    def text(self) -> str:
        """All lines as one text."""
        return "\n".join(self.lines)

    def span(self, line: int, column: int, length: int = 1) -> Span:
        """Return the place of ``length`` characters; ``line`` and ``column`` count from 0."""
        return Span(self.source.file, line + 1, column + 1, line + 1, column + 1 + length)


class Case:
    """A parser error (a yaml.MarkedYAMLError) and the line it is on; all counts are from 0."""

    def __init__(self, problem: Any, mended: Mended, diagnostics: Diagnostics) -> None:
        self.mended = mended
        self.diagnostics = diagnostics
        mark = problem.problem_mark
        context = problem.context_mark
        self.problem: str = problem.problem or ""
        self.context: str = problem.context or ""
        self.line: int = min(mark.line, len(mended.lines) - 1)
        self.column: int = mark.column
        self.text = mended.lines[self.line]
        self.context_line: int = context.line if context else self.line
        self.context_column: int = context.column if context else self.column

    def before(self) -> int | None:
        """Return the last line before this one that has more than blanks or a comment."""
        for line in range(self.line - 1, -1, -1):
            text = self.mended.lines[line].strip()
            if text and not text.startswith("#"):
                return line
        return None

    def open_blocks(self) -> Iterator[Start]:
        """Yield the starts of the blocks that this line could go on with, innermost first."""
        limit = len(self.text) + len(max(self.mended.lines, key=len))
        for line in range(self.line - 1, -1, -1):
            for start in _starts(self.mended.lines[line], line):
                if start.column < limit:
                    limit = start.column
                    yield start

    def error(self, rule: str, message: str, span: Span, hint: str) -> bool:
        """Report; always True, for a rule to end with."""
        self.diagnostics.error(rule, message, span, hint)
        return True

    def replace(self, line: int, text: str, *, sure: bool) -> None:
        """Mend ``line``; a guess keeps later errors of form quiet, for they may come from it."""
        self.mended.lines[line] = text
        self.mended.guessed = self.mended.guessed or not sure


def _starts(text: str, line: int) -> list[Start]:
    """Return the starts of a line's dashes and key, from right to left."""
    starts: list[Start] = []
    item = _ITEM.match(text)
    if item:
        dashes = [at for at, char in enumerate(item[0]) if char == "-"]
        starts = [Start(line, at, True) for at in dashes]
    key = KEY.match(text)
    if key:
        starts.append(Start(line, key.start("key"), False))
    return starts[::-1]


def quoted_value(value: str) -> str:
    """Return ``value`` between quotes, as YAML wants it."""
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"
