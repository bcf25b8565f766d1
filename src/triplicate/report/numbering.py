"""Section numbers as text (stage 4): a style for each level, counters that restart."""

from __future__ import annotations

from collections.abc import Callable

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def alpha(number: int) -> str:
    """Return A to Z, then AA, AB … as CSS's upper-alpha does; ``number`` from 1."""
    letters = ""
    while number:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def roman(number: int) -> str:
    """Return an upper-case Roman numeral; from 4,000 on decimal digits, as CSS falls back."""
    if number >= 4000:
        return str(number)
    numeral = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        numeral += letters * times
    return numeral


STYLES: dict[str, Callable[[int], str]] = {
    "upper-alpha": lambda number: f"{alpha(number)}.",
    "lower-alpha": lambda number: f"{alpha(number).lower()}.",
    "upper-roman": lambda number: f"{roman(number)}.",
    "lower-roman": lambda number: f"{roman(number).lower()}.",
    "decimal": lambda number: f"{number}.",
    "dash": lambda number: "-",
    "none": lambda number: "",
}
"""Numbering styles by name (CSS's names where CSS has them) and the text they make of 1, 2, 3 …"""


class SectionCounter:
    """Counts sections level by level; ``styles`` has one style for each level from the top."""

    def __init__(self, styles: tuple[str, ...]) -> None:
        self._styles = styles
        self._counts: list[int] = []

    def next(self, level: int) -> tuple[str, str]:
        """Return number and style of the next section at ``level`` (from 1)."""
        del self._counts[level:]
        self._counts.extend([0] * (level - len(self._counts)))
        self._counts[level - 1] += 1
        style = self._styles[level - 1] if level <= len(self._styles) else "none"
        return STYLES[style](self._counts[level - 1]), style
