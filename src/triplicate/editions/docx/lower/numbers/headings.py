"""Lowering (stage 7c): the numbers that headings show, to one multilevel numbering.

Input: headings with the number spans of the HTML or of CSS counters. Output: levels linked to the
heading styles, and an instance of its own for each heading that Word would number otherwise. What
Word will show is counted here and compared: never is a heading left with another number.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.css.units import twips
from triplicate.editions.docx.lower.drafts import Piece
from triplicate.editions.docx.lower.numbers.numbering import (
    LEVELS,
    Numberings,
    number_look,
    tokens,
)
from triplicate.editions.docx.lower.numbers.patterns import (
    Heading,
    Pattern,
    find_patterns,
    foreign,
    plain_level,
)
from triplicate.editions.docx.lower.numbers.uncounted import report_number
from triplicate.editions.docx.names import HEADING_STYLES
from triplicate.editions.docx.numerals import value_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from triplicate.editions.docx.lower.context import Context
    from triplicate.editions.docx.lower.drafts import ParagraphDraft


MOST_PATTERNS = 8  # of one document, parts with their own such as appendices


def number_headings(
    drafts: Iterable[ParagraphDraft],
    samples: Mapping[str, ParagraphDraft],
    numberings: Numberings,
    context: Context,
) -> dict[str, ir.Number]:
    """Number the headings among ``drafts``; the numbers that the heading styles have.

    Not the titles of lists of contents: their style has no number.
    ``samples`` holds the probe's headings by style name: where headings stand depends on CSS alone.
    """
    found = [
        (draft, _heading(draft, context.headings[draft.element.tag]))
        for draft in drafts
        if draft.element.tag in context.headings and draft.contents is None
    ]
    if not any(heading.text for _, heading in found):
        return {}
    patterns = find_patterns([heading for _, heading in found])
    levels = [_level(level, patterns.get(level), samples, found) for level in range(LEVELS)]
    numbers = _numbers(levels, numberings)
    _number_parts(found, patterns, numbers, samples, numberings, context)
    return {level.style: n for level, n in zip(levels, numbers, strict=True) if level.style}


def _numbers(levels: list[ir.Level], numberings: Numberings) -> list[ir.Number]:
    """The numbers of the levels, of one definition for those that count together.

    A level that goes on counting below those above (Article 3 in Part II) is the first of a
    definition of its own: LibreOffice 7 does not know ``w:lvlRestart``.
    """
    starts = [0]
    for level in range(1, LEVELS):
        if _goes_on(levels[starts[-1] : level], levels[level:]):
            starts.append(level)
    numbers: list[ir.Number] = []
    for start, end in pairwise([*starts, LEVELS]):
        own = [plain_level(n, None) for n in range(LEVELS)]
        own[start:end] = levels[start:end]
        if start:
            own[start] = own[start]._replace(restarts=True)
        numbers += _of_one(own, numberings)[start:end]
    return numbers


def _goes_on(above: Sequence[ir.Level], below: Sequence[ir.Level]) -> bool:
    """Whether the first level ``below`` counts on, and none of these shows numbers ``above``."""
    texts = "".join(level.text for level in below)
    shown = any(f"%{level + 1}" in texts for level in range(LEVELS - len(below)))
    return not below[0].restarts and not shown and any(one.format != "none" for one in above)


def _of_one(levels: list[ir.Level], numberings: Numberings) -> list[ir.Number]:
    """The numbers of the levels of one definition: legal ones have an instance of their own."""
    definition = numberings.define(levels)
    plain = numberings.use(definition)
    legal = numberings.use(definition, figures=True) if any(_.legal for _ in levels) else plain
    return [ir.Number(legal if x.legal else plain, n) for n, x in enumerate(levels)]


def _number_parts(
    found: list[tuple[ParagraphDraft, Heading]],
    patterns: Mapping[int, Pattern],
    numbers: Sequence[ir.Number],
    samples: Mapping[str, ParagraphDraft],
    numberings: Numberings,
    context: Context,
    depth: int = 1,
) -> None:
    """Number the headings that the patterns explain, and parts with others in a list of theirs.

    A level belongs to one style, so headings of such parts have their numbers themselves.
    """
    outside = foreign([heading for _, heading in found], patterns)
    others = [one for one, apart in zip(found, outside, strict=True) if apart]
    parted = depth < MOST_PATTERNS and len(others) < len(found)
    for (draft, heading), apart in zip(found, outside, strict=True):
        if not (apart and parted):
            _number(draft, heading, numbers[heading.level], numberings, context)
    if not (others and parted):
        return
    theirs = find_patterns([heading for _, heading in others], marks=False)
    levels = [_level(n, theirs.get(n), samples, others)._replace(style="") for n in range(LEVELS)]
    own = _numbers(levels, numberings)
    _number_parts(others, theirs, own, samples, numberings, context, depth + 1)


def _heading(draft: ParagraphDraft, level: int) -> Heading:
    return Heading(level, draft.number_span.text if draft.number_span else "")


def _level(
    level: int,
    pattern: Pattern | None,
    samples: Mapping[str, ParagraphDraft],
    found: Iterable[tuple[ParagraphDraft, Heading]],
) -> ir.Level:
    """A level whose numbers look as that of the first heading which it counts."""
    plain = plain_level(level, pattern)
    sample = samples.get(HEADING_STYLES[level])
    if pattern is None or sample is None:
        return plain
    left, first_line = sample.format.left or 0, sample.format.first_line or 0
    plain = plain._replace(left=left, first_line=first_line, style=HEADING_STYLES[level])
    first = next((draft for draft, one in found if one.level == level and one.text), sample)
    span = first.number_span
    if span is None:
        return plain._replace(suffix="space")
    look = number_look(span.format, first.run)
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
    report_number(heading.text, draft, context)
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
    use = numberings.instances[number.instance - 1]
    starts = ((heading.level, value),)
    return ir.Number(numberings.use(use.numbering, starts, use.figures), heading.level)
