"""Where blocks stand among the words of a PDF."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from tests.twin.blocks import Block, squeezed
from tests.twin.words import Ink, Word

SAME_LINE = 5.0  # points between the baselines of words on one line, notes' numbers too
RAISED = 1.5  # points; less is rounding
LEAST = 6  # letters that stand together where a page break parts a text


@dataclass
class Place:
    """Where a block stands in one of the two, and what its text looks like.

    ``left`` and ``baseline`` are of its first line.
    """

    page: int
    left: float
    baseline: float
    lines: tuple[str, ...]
    last_page: int
    inks: frozenset[Ink | None]


class Stream:
    """The letters of a PDF in the order in which they are drawn; each block takes its own."""

    def __init__(self, words: list[Word]) -> None:
        self.words = words
        texts = [squeezed(word.text) for word in words]
        self.letters = "".join(texts)
        self.owner = [number for number, text in enumerate(texts) for _ in text]
        self.taken = bytearray(len(self.letters))
        self.at = 0

    def take(self, block: Block) -> list[Word]:
        """The words of a block, in the order in which they are drawn; none where it is missing."""
        found: list[tuple[int, int]] = []
        start = self.at
        for number, text in enumerate(block.texts):
            spans = self._spans(text, start, is_first=number == 0)
            if not spans:
                return []
            found += spans
            start = spans[-1][1]
        for begin, end in found:
            self.taken[begin:end] = b"\1" * (end - begin)
        if block.kind != "footnote":  # which stands below what comes next
            self.at = start
        owners = dict.fromkeys(self.owner[at] for begin, end in found for at in range(begin, end))
        return [self.words[number] for number in owners]

    def _spans(self, text: str, start: int, is_first: bool) -> list[tuple[int, int]]:
        """Where a text stands nearest to ``start``, in parts where pages break in it."""
        whole = text.isdigit() or len(text) < 3
        places = list(self._places(text, is_first, whole))
        if places:
            best = min(places, key=lambda at: at - start if at >= start else 2 * (start - at))
            return [(best, best + len(text))]
        low, high, best = 0, len(text), -1
        while low < high:  # the longest beginning that stands somewhere
            middle = (low + high + 1) // 2
            at = next((p for p in self._places(text[:middle], is_first, False) if p >= start), -1)
            low, high, best = (middle, high, at) if at >= 0 else (low, middle - 1, best)
        if low < min(LEAST, len(text)) or best < 0:
            return []
        rest = self._spans(text[low:], best + low, is_first=False)
        return [(best, best + low), *rest] if rest else []

    def _places(self, text: str, is_first: bool, whole: bool) -> Iterator[int]:
        at = self.letters.find(text)
        while at >= 0:
            end = at + len(text)
            free = not any(self.taken[at:end])
            begins = not is_first or at == 0 or self.owner[at] != self.owner[at - 1]
            ends = not whole or end == len(self.owner) or self.owner[end] != self.owner[end - 1]
            if free and begins and ends:
                yield at
            at = self.letters.find(text, at + 1)


def place_blocks(blocks: list[Block], words: list[Word]) -> list[Place | None]:
    """Take each block's words in turn; None where the PDF has none such."""
    stream = Stream(words)
    return [_place(stream.take(block)) for block in blocks]


def _place(words: list[Word]) -> Place | None:
    if not words:
        return None
    lines = list(_lines(words))
    texts = tuple("".join(squeezed(word.text) for word in line) for line in lines)
    first = lines[0]
    return Place(
        first[0].page,
        min(word.left for word in first),
        _baseline(first),
        texts,
        lines[-1][0].page,
        frozenset(ink for line in lines for ink in _inks(line)),
    )


def _baseline(line: list[Word]) -> float:
    """Where most words of a line stand; of as many, the lowest."""
    heights = [word.baseline for word in line]
    return max(heights, key=lambda height: (heights.count(height), height))


def _inks(line: list[Word]) -> Iterator[Ink | None]:
    """The looks of a line without what is raised, which Word makes smaller."""
    on = _baseline(line)
    return (word.ink for word in line if abs(word.baseline - on) < RAISED)


def _lines(words: list[Word]) -> Iterator[list[Word]]:
    line = [words[0]]
    for above, word in pairwise(words):
        if word.page != above.page or abs(word.baseline - line[0].baseline) > SAME_LINE:
            yield line
            line = []
        line.append(word)
    yield line
