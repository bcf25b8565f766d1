"""Lowering (stage 7c): how headings write their numbers, found from the numbers alone.

Input: levels and texts of numbers. Output: a pattern for each level, and the headings that these
patterns do not explain, such as those of appendices, which have patterns of their own.
"""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.numbers.numbering import (
    LEVELS,
    Numberings,
    name_above,
    tokens,
)
from triplicate.editions.docx.numerals import FORMATS, value_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_PLACEHOLDER = re.compile(r"%[1-9]")


class Heading(NamedTuple):
    """A heading's level from 0 and its number's text, "" for none."""

    level: int
    text: str


class Pattern(NamedTuple):
    """How a level writes its number: the text around it, which names levels above as "%n".

    Those are written in figures, whatever their own levels say, where the number is ``legal``,
    as Word calls it: 2.1 below II. It is decimal itself, for Word writes all of it in figures
    (ECMA-376 Part 1, 17.9.4).
    """

    format: str
    before: str
    after: str
    start: int = 1
    restarts: bool = True
    legal: bool = False


def find_patterns(headings: Sequence[Heading], marks: bool = True) -> dict[int, Pattern]:
    """The pattern of each level that explains most of its numbers, from the top level down.

    A sign without a number is a bullet, unless there are no ``marks``.
    """
    patterns: dict[int, Pattern] = {}
    for level in sorted({heading.level for heading in headings if heading.text}):
        best = 2 * sum(heading.level == level for heading in headings if heading.text) + 1
        most = -1
        for candidate in list(_candidates(headings, level, patterns, marks)):
            score = _score(headings, level, patterns | {level: candidate})
            if score > most:
                most, patterns[level] = score, candidate
            if score == best:
                break
    return patterns


def _candidates(
    headings: Sequence[Heading], level: int, known: Mapping[int, Pattern], marks: bool
) -> Iterable[Pattern]:
    current: dict[int, str] = {}
    for heading in headings:
        if heading.text and heading.level == level:
            break
        if heading.text:
            current[heading.level] = heading.text
            current = {k: text for k, text in current.items() if k <= heading.level}
    text = heading.text
    found = tokens(text)
    if found:
        token = found[-1]
        formats = [name for name in FORMATS if value_of(name, token[0]) is not None]
        for before, legal in _befores(text[: token.start()], level, current, known):
            for restarts, name in product((True, False), formats):
                if legal and name != "decimal":
                    continue
                start = value_of(name, token[0]) or 0
                yield Pattern(name, before, text[token.end() :], start, restarts, legal)
    if marks and (not _numbers_one(text) or _repeats(headings, level, text)):
        yield Pattern("bullet", text, "")


def _numbers_one(text: str) -> bool:
    """Whether a number, of digits that no format has, may count: it is no sign of a level."""
    return any(map(str.isalnum, text))


def _repeats(headings: Sequence[Heading], level: int, text: str) -> bool:
    return sum(one.level == level and one.text == text for one in headings) > 1


def _befores(
    text: str, level: int, current: Mapping[int, str], known: Mapping[int, Pattern]
) -> Iterable[tuple[str, bool]]:
    """What may stand before a number, and whether it names levels above in figures."""
    before = name_above(text, level, current)
    figures = name_above(text, level, _figures(current, known))
    if figures.count("%") > before.count("%"):
        yield figures, True
    yield before, False


def _figures(current: Mapping[int, str], known: Mapping[int, Pattern]) -> dict[int, str]:
    """The numbers that levels show at the moment, in figures."""
    result = {}
    for level, text in current.items():
        shown, pattern = tokens(text), known.get(level)
        value = value_of(pattern.format, shown[-1][0]) if shown and pattern else None
        result[level] = text if value is None else str(value)
    return result


def _score(headings: Sequence[Heading], level: int, patterns: Mapping[int, Pattern]) -> int:
    """How many numbers of a level come out right; a start at 1 decides between equals."""
    trial = Numberings()
    instance = trial.use(trial.define([plain_level(n, patterns.get(n)) for n in range(LEVELS)]))
    right = 0
    for heading in headings:
        if heading.text and heading.level in patterns:
            shown = trial.count(ir.Number(instance, heading.level))
            right += heading.level == level and shown == heading.text
    return 2 * right + (patterns[level].start == 1)


def plain_level(level: int, pattern: Pattern | None) -> ir.Level:
    """The level of a pattern, without its place and look."""
    if pattern is None:
        return ir.Level("none", "", suffix="nothing")
    own = "" if pattern.format == "bullet" else f"%{level + 1}"
    text = pattern.before + own + pattern.after
    plain = ir.Level(pattern.format, text, start=pattern.start, restarts=pattern.restarts)
    return plain._replace(legal=pattern.legal)


def foreign(headings: Sequence[Heading], patterns: Mapping[int, Pattern]) -> list[bool]:
    """Which headings are in a part of the document whose numbers the patterns do not write.

    Such a part goes on to the next heading of its level, or above, that fits.
    """
    result = []
    outside: int | None = None
    for heading in headings:
        if heading.text and (outside is None or heading.level <= outside):
            outside = None if _fits(heading, patterns) else heading.level
        result.append(outside is not None)
    return result


def _fits(heading: Heading, patterns: Mapping[int, Pattern]) -> bool:
    pattern = patterns.get(heading.level)
    if pattern is None:
        return False
    if pattern.format == "bullet":
        return heading.text == pattern.before
    before = "[0-9A-Za-z]+".join(map(re.escape, _PLACEHOLDER.split(pattern.before)))
    match = re.fullmatch(f"{before}(.+){re.escape(pattern.after)}", heading.text)
    return match is not None and value_of(pattern.format, match[1]) is not None
