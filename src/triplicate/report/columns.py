"""Widths for a table's columns from the lengths of its texts (stage 4), in linear time.

The shares are what a careful typist would choose: those that make the table shortest, measured
in characters, on a page about 96 of them wide.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import permutations

_PAGE = 96
_PADDING = 2
_LONGEST_WORD = 24
_STEPS = (8, 4, 2, 1)
_SAMPLE = 300


def column_shares(columns: Sequence[Sequence[str]]) -> tuple[float, ...]:
    """Return the share of the width for each of ``columns`` (its label and cells); sum 1.0."""
    if not columns:
        return ()
    least = [_least(texts) for texts in columns]
    most = [max(4, *map(len, texts)) for texts in columns]
    room = max(_PAGE - _PADDING * len(columns), sum(least))
    widths = [max(pair) for pair in zip(least, most, strict=True)]
    if sum(widths) > room:
        rows = _sample(columns)
        found = [_shortest(start, least, rows) for start in _starts(least, most, room)]
        widths = min(found, key=lambda widths: _height(widths, rows))
    total = sum(widths) + _PADDING * len(widths)
    shares = [round((width + _PADDING) / total, 4) for width in widths]
    shares[-1] = round(1 - sum(shares[:-1]), 4)
    return tuple(shares)


def _least(texts: Sequence[str]) -> int:
    """The width that keeps the words of ``texts`` whole."""
    word = max((len(word) for text in texts for word in text.split()), default=1)
    return max(4, min(word + 1, _LONGEST_WORD))


def _sample(columns: Sequence[Sequence[str]]) -> Counter[tuple[int, ...]]:
    """How often rows of the same lengths occur, in at most a few hundred rows of the table."""
    every = -(-len(columns[0]) // _SAMPLE)
    return Counter(zip(*(map(len, texts[::every]) for texts in columns), strict=True))


def _starts(least: list[int], most: list[int], room: int) -> Iterator[list[int]]:
    """Where to begin: everybody squeezed alike, or one column alone."""
    yield _proportional(least, most, room)
    for squeezed in range(len(least)):
        widths = [max(pair) for pair in zip(least, most, strict=True)]
        widths[squeezed] = 0
        widths[squeezed] = room - sum(widths)
        if widths[squeezed] >= least[squeezed]:
            yield widths


def _proportional(least: list[int], most: list[int], room: int) -> list[int]:
    """Widths that together fill ``room``: what is left over the least goes to long columns."""
    wishes = [max(0, long - short) for short, long in zip(least, most, strict=True)]
    spare, wished = room - sum(least), sum(wishes) or 1
    widths = [short + spare * wish // wished for short, wish in zip(least, wishes, strict=True)]
    widths[wishes.index(max(wishes))] += room - sum(widths)
    return widths


def _shortest(widths: list[int], least: list[int], rows: Counter[tuple[int, ...]]) -> list[int]:
    """Move room from column to column, in ever smaller steps, while the table gets shorter."""
    best = _height(widths, rows)
    pairs = list(permutations(range(len(widths)), 2))
    for step in _STEPS:
        improved = True
        while improved:
            improved = False
            for giver, taker in pairs:
                if widths[giver] - step < least[giver]:
                    continue
                tried = list(widths)
                tried[giver] -= step
                tried[taker] += step
                height = _height(tried, rows)
                if height < best:
                    widths, best, improved = tried, height, True
    return widths


def _height(widths: list[int], rows: Counter[tuple[int, ...]]) -> float:
    """The lines of all rows together; broken cells break ties, as does unused room."""
    total = 0.0
    for lengths, number in rows.items():
        lines = [
            # Lines end at words, so a broken text fills about nine tenths of each.
            -(-length * 10 // (width * 9)) if length > width else 1
            for length, width in zip(lengths, widths, strict=True)
        ]
        total += number * (max(lines) + sum(lines) / 100)
    return total
