"""Lowering (stage 7c): the numbers that headings show, to one multilevel numbering.

Input: headings with the number spans of the HTML or of CSS counters. Output: levels linked to the
heading styles, and an instance of its own for each heading that Word would number otherwise. What
Word will show is counted here and compared: never is a heading left with another number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.css.units import twips
from triplicate.editions.docx.lower.drafts import Piece
from triplicate.editions.docx.lower.numbers.numbering import (
    LEVELS,
    Numberings,
    name_above,
    number_look,
    tokens,
)
from triplicate.editions.docx.names import HEADING_STYLES
from triplicate.editions.docx.numerals import FORMATS, value_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from triplicate.editions.docx.lower.context import Context
    from triplicate.editions.docx.lower.drafts import ParagraphDraft


class Heading(NamedTuple):
    """A heading's level from 0 and its number's text, "" for none."""

    level: int
    text: str


class Pattern(NamedTuple):
    """How a level writes its number: the text around it, which names levels above as "%n"."""

    format: str
    before: str
    after: str
    start: int = 1
    restarts: bool = True


def number_headings(
    drafts: Iterable[ParagraphDraft],
    samples: Mapping[str, ParagraphDraft],
    numberings: Numberings,
    context: Context,
) -> int:
    """Number the headings among ``drafts``; the instance that the heading styles use, or 0.

    Not the titles of lists of contents: their style has no number.
    ``samples`` holds the probe's headings by style name: where numbers stand depends on CSS alone.
    """
    found = [
        (draft, _heading(draft, context.headings[draft.element.tag]))
        for draft in drafts
        if draft.element.tag in context.headings and draft.contents is None
    ]
    if not any(heading.text for _, heading in found):
        return 0
    patterns = find_patterns([heading for _, heading in found])
    definition = numberings.define(
        [_level(level, patterns.get(level), samples) for level in range(LEVELS)]
    )
    instance = numberings.use(definition)
    for draft, heading in found:
        _number(draft, heading, ir.Number(instance, heading.level), numberings, context)
    return instance


def _heading(draft: ParagraphDraft, level: int) -> Heading:
    return Heading(level, draft.number_span.text if draft.number_span else "")


def find_patterns(headings: list[Heading]) -> dict[int, Pattern]:
    """The pattern of each level that explains most of its numbers, from the top level down."""
    patterns: dict[int, Pattern] = {}
    for level in sorted({heading.level for heading in headings if heading.text}):
        best = 2 * sum(heading.level == level for heading in headings if heading.text) + 1
        most = -1
        for candidate in _candidates(headings, level):
            score = _score(headings, level, patterns | {level: candidate})
            if score > most:
                most, found = score, candidate
            if score == best:
                break
        patterns[level] = found
    return patterns


def _candidates(headings: list[Heading], level: int) -> Iterable[Pattern]:
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
        before = name_above(text[: token.start()], level, current)
        for restarts in (True, False):
            for name in FORMATS:
                start = value_of(name, token[0])
                if start is not None:
                    yield Pattern(name, before, text[token.end() :], start, restarts)
    yield Pattern("bullet", text, "")


def _score(headings: list[Heading], level: int, patterns: Mapping[int, Pattern]) -> int:
    """How many numbers of a level come out right; a start at 1 decides between equals."""
    trial = Numberings()
    instance = trial.use(trial.define([_plain(n, patterns.get(n)) for n in range(LEVELS)]))
    right = 0
    for heading in headings:
        if heading.text and heading.level in patterns:
            shown = trial.count(ir.Number(instance, heading.level))
            right += heading.level == level and shown == heading.text
    return 2 * right + (patterns[level].start == 1)


def _plain(level: int, pattern: Pattern | None) -> ir.Level:
    if pattern is None:
        return ir.Level("none", "", suffix="nothing")
    own = "" if pattern.format == "bullet" else f"%{level + 1}"
    text = pattern.before + own + pattern.after
    return ir.Level(pattern.format, text, start=pattern.start, restarts=pattern.restarts)


def _level(level: int, pattern: Pattern | None, samples: Mapping[str, ParagraphDraft]) -> ir.Level:
    plain = _plain(level, pattern)
    sample = samples.get(HEADING_STYLES[level])
    if pattern is None or sample is None:
        return plain
    left, first_line = sample.format.left or 0, sample.format.first_line or 0
    plain = plain._replace(left=left, first_line=first_line, style=HEADING_STYLES[level])
    span = sample.number_span
    if span is None:
        return plain._replace(suffix="space")
    look = number_look(span.format, sample.run)
    if pattern.format == "bullet":
        look = look._replace(font=span.format.font)
    plain = plain._replace(run=look, suffix=span.suffix)
    if span.width is None or first_line < 0:
        # Under a hanging number Word ends the tab at the indent, whatever stop comes after it.
        return plain
    return plain._replace(tab=left + first_line + twips(span.width))


def _number(
    draft: ParagraphDraft,
    heading: Heading,
    number: ir.Number,
    numberings: Numberings,
    context: Context,
) -> None:
    level = numberings.levels(number.instance)[heading.level]
    if not heading.text:
        return
    if numberings.preview(number) != heading.text:
        number = _restarted(number, heading, level, numberings)
    if level.format != "none" and numberings.preview(number) == heading.text:
        numberings.count(number)
        draft.number, draft.level = number, level
        return
    context.report("word-number", f'expected a number that Word can count, found "{heading.text}"')
    write_number(draft)


def write_number(draft: ParagraphDraft) -> None:
    """Write the number of a heading as text."""
    span = draft.number_span
    if span is not None:
        draft.pieces.insert(0, Piece(span.text + span.gap, "", span.format))


def _restarted(
    number: ir.Number, heading: Heading, level: ir.Level, numberings: Numberings
) -> ir.Number:
    """An instance that begins with the heading's own number, where that would do."""
    found = tokens(heading.text)
    value = value_of(level.format, found[-1][0]) if found else None
    if value is None:
        return number
    definition = numberings.instances[number.instance - 1].numbering
    return ir.Number(numberings.use(definition, ((heading.level, value),)), heading.level)
