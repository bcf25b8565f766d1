"""Widths for a table's columns from the lengths of its texts (stage 4), in linear time.

The shares are what a careful typist would choose: those that break the fewest cells, measured in
characters, on a page about 90 of them wide.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

_PAGE = 90
_PADDING = 2
_LONGEST_WORD = 24


def column_shares(columns: Sequence[Sequence[str]]) -> tuple[float, ...]:
    """Return the share of the width for each of ``columns`` (its label and cells); sum 1.0."""
    if not columns:
        return ()
    measured = [_Measured(texts) for texts in columns]
    room = max(_PAGE - _PADDING * len(columns), sum(column.least for column in measured))
    widths = _natural(measured, room) or _fewest_lines(measured, room)
    total = sum(widths) + _PADDING * len(widths)
    shares = [round((width + _PADDING) / total, 4) for width in widths]
    shares[-1] = round(1 - sum(shares[:-1]), 4)
    return tuple(shares)


class _Measured:
    """How long a column's texts are; ``least`` keeps its words whole."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.lengths = Counter(map(len, texts))
        self.most = max(4, *self.lengths)
        word = max((len(word) for text in texts for word in text.split()), default=1)
        self.least = max(4, min(word + 1, _LONGEST_WORD))

    def extra_lines(self, width: int) -> float:
        """Return how many lines the texts take beyond one each; a fraction breaks ties."""
        lines = sum(
            # Lines end at words, so a broken text fills about nine tenths of each.
            number * -(-length * 10 // (width * 9)) - number
            for length, number in self.lengths.items()
            if length > width
        )
        return lines + max(0, self.most - width) / (1000 * self.most)


def _natural(columns: list[_Measured], room: int) -> list[int] | None:
    """Return each column's full width if all fit."""
    widths = [max(column.least, column.most) for column in columns]
    return widths if sum(widths) <= room else None


def _fewest_lines(columns: list[_Measured], room: int) -> list[int]:
    """Return the widths, together ``room``, that make the fewest extra lines (a knapsack)."""
    best: dict[int, tuple[float, list[int]]] = {0: (0.0, [])}
    for at, column in enumerate(columns):
        rest = sum(later.least for later in columns[at + 1 :])
        cost = {
            width: column.extra_lines(width)
            for width in range(column.least, max(column.least, min(column.most, room)) + 1)
        }
        reached: dict[int, tuple[float, list[int]]] = {}
        for used, (spent, widths) in best.items():
            for width, extra in cost.items():
                total = used + width
                if total + rest > room:
                    break
                if total not in reached or spent + extra < reached[total][0]:
                    reached[total] = (spent + extra, [*widths, width])
        best = reached
    return min(best.values(), key=lambda item: item[0])[1]
