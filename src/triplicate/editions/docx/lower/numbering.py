"""Lowering (stage 7c): Word's numbering, and what numbers Word will show.

`Numberings` collects definitions and their uses, and counts as Word does (ECMA-376 Part 1, 17.9):
the uses of one definition share its counters, a level starts again after a higher one, and a use
with a start of its own begins there once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from triplicate.editions.docx import ir

LEVELS = 9
LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = [
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
]  # fmt: skip
FORMATS = ("decimal", "upperLetter", "upperRoman", "lowerLetter", "lowerRoman", "decimalZero")
_PLACEHOLDER = re.compile(r"%([1-9])")


def show(number_format: str, value: int) -> str:
    """The number as Word writes it; "" for formats without numbers."""
    if number_format == "decimalZero":
        return f"{value:02}"
    if number_format.endswith("Letter"):
        # Word goes on after z with aa, bb, cc, not with aa, ab, ac.
        text = LETTERS[(value - 1) % 26] * ((value - 1) // 26 + 1) if value > 0 else ""
    elif number_format.endswith("Roman"):
        text = _roman(value)
    else:
        return str(value) if number_format == "decimal" else ""
    return text.upper() if number_format.startswith("upper") else text


def value_of(number_format: str, text: str) -> int | None:
    """The number that a format writes as ``text``, or None."""
    if number_format.startswith("decimal"):
        value = int(text) if text.isdecimal() else 0
    elif number_format.endswith("Letter"):
        value = LETTERS.find(text[:1].lower()) + 1 + 26 * (len(text) - 1)
    else:
        value = _from_roman(text.lower())
    return value if value > 0 and show(number_format, value) == text else None


def _roman(value: int) -> str:
    parts = []
    for size, digits in _ROMAN:
        count, value = divmod(max(0, value), size)
        parts.append(digits * count)
    return "".join(parts)


def _from_roman(text: str) -> int:
    total = 0
    for size, digits in _ROMAN:
        while text.startswith(digits):
            total, text = total + size, text[len(digits) :]
    return 0 if text else total


class Numberings:
    """The numbering definitions of a document and their instances, numbered from 1."""

    def __init__(self) -> None:
        self.definitions: list[tuple[ir.Level, ...]] = []
        self.instances: list[ir.Instance] = []
        self._counters: list[list[int]] = []
        self._started: set[int] = set()

    def define(self, levels: Sequence[ir.Level]) -> int:
        """Add a definition, or find the same one; its index."""
        definition = tuple(levels)
        if definition in self.definitions:
            return self.definitions.index(definition)
        self.definitions.append(definition)
        self._counters.append([0] * LEVELS)
        return len(self.definitions) - 1

    def use(self, definition: int, starts: tuple[tuple[int, int], ...] = ()) -> int:
        """Add an instance of a definition; its number."""
        self.instances.append(ir.Instance(definition, starts))
        return len(self.instances)

    def plain(self, definition: int) -> int:
        """A definition's first instance without starts of its own, made where there is none."""
        use = ir.Instance(definition)
        return self.instances.index(use) + 1 if use in self.instances else self.use(definition)

    def reset(self) -> None:
        """Forget what has been counted."""
        self._counters = [[0] * LEVELS for _ in self.definitions]
        self._started.clear()

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

    def _next(self, number: ir.Number) -> list[int]:
        levels = self.levels(number.instance)
        use = self.instances[number.instance - 1]
        counters = list(self._counters[use.numbering])
        here = number.level
        if number.instance not in self._started and dict(use.starts).get(here) is not None:
            counters[here] = dict(use.starts)[here]
        else:
            counters[here] = counters[here] + 1 if counters[here] else levels[here].start
        for deeper in range(here + 1, LEVELS):
            if deeper < len(levels) and levels[deeper].restarts:
                counters[deeper] = 0
        return counters

    def _show(self, number: ir.Number, counters: list[int]) -> str:
        levels = self.levels(number.instance)

        def shown(match: re.Match[str]) -> str:
            index = int(match[1]) - 1
            return show(levels[index].format, counters[index] or levels[index].start)

        return _PLACEHOLDER.sub(shown, levels[number.level].text)
