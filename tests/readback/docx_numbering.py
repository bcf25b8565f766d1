"""Word's list numbers, counted as Word counts them (ECMA-376-1, 17.9).

Input: numbering.xml and, paragraph by paragraph, a list and level. Output: the text before each.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
# Bullets of Word's Symbol font live in the private use area.
_SYMBOLS = str.maketrans({"\uf0b7": "•", "\uf02d": "-"})


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text


def _letters(number: int) -> str:
    """A to Z, then AA, BB: Word repeats the letter."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "bullet": lambda number: "",
    "none": lambda number: "",
}


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list as numbering.xml defines it."""

    start: int
    format: str
    text: str
    restart: int | None
    style: str


class Numbering:
    """Counts the numbered paragraphs of one document in order."""

    def __init__(self, part: Any | None) -> None:
        """Read ``part``, the root element of numbering.xml, or None where there is none."""
        self._levels: dict[str, dict[int, Level]] = {}
        self._starts: dict[tuple[str, int], int] = {}
        self._list_of: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = {}
        if part is not None:
            self._read(part)

    def _read(self, part: Any) -> None:
        abstract = {
            one.get(f"{W}abstractNumId"): dict(map(_level, one.findall(f"{W}lvl")))
            for one in part.findall(f"{W}abstractNum")
        }
        for num in part.findall(f"{W}num"):
            name = num.get(f"{W}numId")
            self._list_of[name] = value(num, "abstractNumId")
            self._levels[name] = dict(abstract[self._list_of[name]])
            for override in num.findall(f"{W}lvlOverride"):
                depth = int(override.get(f"{W}ilvl"))
                for own in override.findall(f"{W}lvl"):
                    self._levels[name][depth] = _level(own)[1]
                if override.find(f"{W}startOverride") is not None:
                    self._starts[name, depth] = int(value(override, "startOverride"))

    def level_of_style(self, num: str, style: str) -> int | None:
        """The level of list ``num`` that belongs to a paragraph style."""
        levels = self._levels.get(num, {})
        return next((depth for depth, level in levels.items() if level.style == style), None)

    def next(self, num: str, depth: int) -> str:
        """Count one more paragraph of list ``num`` and return the text that stands before it.

        Raises:
            KeyError: the list or the level is not defined, or its format is not known here.
        """
        levels = self._levels[num]
        counts = self._counts.setdefault(self._list_of[num], {})
        if (num, depth) in self._starts:
            counts[depth] = self._starts.pop((num, depth))
        else:
            counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for deeper in [one for one in counts if one > depth]:
            restart = levels[deeper].restart
            if restart is None or 0 < restart <= depth + 1:
                del counts[deeper]
        for above in range(depth):
            counts.setdefault(above, levels[above].start)

        def number(match: re.Match[str]) -> str:
            level = int(match[1]) - 1
            return FORMATS[levels[level].format](counts.get(level, levels[level].start))

        return re.sub(r"%([1-9])", number, levels[depth].text).translate(_SYMBOLS)


def _level(element: Any) -> tuple[int, Level]:
    restart = value(element, "lvlRestart")
    return int(element.get(f"{W}ilvl")), Level(
        start=int(value(element, "start") or 0),
        format=value(element, "numFmt") or "decimal",
        text=value(element, "lvlText"),
        restart=int(restart) if restart else None,
        style=value(element, "pStyle"),
    )


def value(element: Any | None, name: str) -> str:
    """The w:val of the child ``name``; "" where element, child or attribute is missing."""
    child = element.find(f"{W}{name}") if element is not None else None
    return "" if child is None else child.get(f"{W}val", "")
