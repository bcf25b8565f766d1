"""Lowering (stage 7c): Word's numbering, and what numbers Word will show.

`Numberings` collects definitions and their uses, and counts as Word does (ECMA-376 Part 1, 17.9):
the uses of one definition share its counters, a level starts again after a higher one, and a use
with a start of its own begins there once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from triplicate.editions.docx import ir
from triplicate.editions.docx.numerals import FORMATS as FORMATS
from triplicate.editions.docx.numerals import show as show
from triplicate.editions.docx.numerals import value_of as value_of
from triplicate.editions.docx.scripts import LETTERS

LEVELS = 9
_PLACEHOLDER = re.compile(r"%([1-9])")
_TOKEN = re.compile(r"[0-9]+|[A-Za-z]+")
_LETTERS = re.compile(f"[{LETTERS}]+")
_LAST_TOKEN = re.compile(r"(.*?)([0-9]+|[A-Za-z]+)([^0-9A-Za-z]+)", re.DOTALL)


def tokens(text: str) -> list[re.Match[str]]:
    """What may be numbers in ``text``: its runs of digits or of letters, Latin ones first.

    Not the words after the last number (Note 1 to entry).
    """
    found = list(_TOKEN.finditer(text))
    last = max((n for n, one in enumerate(found, 1) if _counts(one[0])), default=len(found))
    return found[:last] or list(_LETTERS.finditer(text))


def _counts(text: str) -> bool:
    return any(value_of(name, text) is not None for name in FORMATS)


def last_token(text: str) -> str:
    """The last of what may be numbers in ``text``, "" where nothing may."""
    found = tokens(text)
    return found[-1][0] if found else ""


def number_look(own: ir.RunFormat, around: ir.RunFormat) -> ir.RunFormat:
    """How a number looks, beyond the text around it; its direction it does not take from there."""
    return ir.difference(own, around)._replace(right_to_left=own.right_to_left or None)


def name_above(before: str, level: int, current: Mapping[int, str]) -> str:
    """``before``, with the numbers of the levels above, nearest last, replaced by "%n".

    ``current`` holds what each level shows at the moment.
    """
    result = ""
    for above in range(level - 1, -1, -1):
        shown = tokens(current.get(above, ""))
        if not shown:
            continue
        match = _LAST_TOKEN.fullmatch(before)
        if not match or match[2] != shown[-1][0]:
            break
        before, result = match[1], f"%{above + 1}{match[3]}{result}"
    return before + result


class Numberings:
    """The numbering definitions of a document and their instances, numbered from 1."""

    def __init__(self) -> None:
        self.definitions: list[tuple[ir.Level, ...]] = []
        self.instances: list[ir.Instance] = []
        self._found: dict[tuple[ir.Level, ...], int] = {}
        self._plain: dict[int, int] = {}
        self._counters: list[list[int | None]] = []
        self._started: set[int] = set()

    def define(self, levels: Sequence[ir.Level]) -> int:
        """Add a definition, or find the same one; its index."""
        definition = tuple(levels)
        if definition not in self._found:
            self._found[definition] = len(self.definitions)
            self.definitions.append(definition)
            self._counters.append([None] * LEVELS)
        return self._found[definition]

    def use(
        self, definition: int, starts: tuple[tuple[int, int], ...] = (), figures: bool = False
    ) -> int:
        """Add an instance of a definition; its number."""
        self.instances.append(ir.Instance(definition, starts, figures))
        return len(self.instances)

    def plain(self, definition: int) -> int:
        """A definition's first instance without starts of its own, made where there is none."""
        if definition not in self._plain:
            self._plain[definition] = self.use(definition)
        return self._plain[definition]

    def link(self, style: ir.Style) -> bool:
        """Let the level that a paragraph style has for its number say so; whether it can.

        By this alone a style's level is known: what the style says of it has no meaning
        (ECMA-376 Part 1, 17.9.3 and 17.9.23). A level belongs to one style.
        """
        if style.number is None or not style.number.instance:
            return True
        index = self.instances[style.number.instance - 1].numbering
        levels = list(self.definitions[index])
        if levels[style.number.level].style in ("", style.name):
            levels[style.number.level] = levels[style.number.level]._replace(style=style.name)
            self.definitions[index] = tuple(levels)
        return levels[style.number.level].style == style.name

    def reset(self) -> None:
        """Forget what has been counted."""
        self._counters = [[None] * LEVELS for _ in self.definitions]
        self._started.clear()

    def begin_anew(self, definition: int) -> None:
        """Forget what has been counted in one definition."""
        self._counters[definition] = [None] * LEVELS
        for number, instance in enumerate(self.instances, 1):
            if instance.numbering == definition:
                self._started.discard(number)

    def levels(self, instance: int) -> tuple[ir.Level, ...]:
        """The levels that an instance uses."""
        return self.definitions[self.instances[instance - 1].numbering]

    def preview(self, number: ir.Number) -> str:
        """What Word would show before the next paragraph with this number."""
        return self._show(number, self._next(number))

    def count(self, number: ir.Number) -> str:
        """Count a paragraph; what Word shows before it."""
        counters = self._next(number)
        self._counters[self.instances[number.instance - 1].numbering] = counters
        self._started.add(number.instance)
        return self._show(number, counters)

    def _next(self, number: ir.Number) -> list[int | None]:
        levels = self.levels(number.instance)
        use = self.instances[number.instance - 1]
        counters = list(self._counters[use.numbering])
        here = number.level
        for above in range(here):
            # One below a level that has not been counted counts it (so does LibreOffice).
            if counters[above] is None:
                counters[above] = levels[above].start
        if number.instance not in self._started and dict(use.starts).get(here) is not None:
            counters[here] = dict(use.starts)[here]
        else:
            last = counters[here]
            counters[here] = levels[here].start if last is None else last + 1
        for deeper in range(here + 1, LEVELS):
            if deeper < len(levels) and levels[deeper].restarts:
                counters[deeper] = None
        return counters

    def _show(self, number: ir.Number, counters: Sequence[int | None]) -> str:
        levels = self.levels(number.instance)
        legal = levels[number.level].legal

        def shown(match: re.Match[str]) -> str:
            index = int(match[1]) - 1
            above = legal and index < number.level
            count = counters[index]
            shape = "decimal" if above else levels[index].format
            return show(shape, levels[index].start if count is None else count)

        return _PLACEHOLDER.sub(shown, levels[number.level].text)
