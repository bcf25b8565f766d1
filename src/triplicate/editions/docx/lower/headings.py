"""Lowering (stage 7c): the numbers of headings and paragraphs, to one multilevel numbering.

Input: drafts with the number spans of the HTML or of CSS counters. Output: levels linked to the
heading styles, levels below them for up to three kinds of numbered paragraphs, and an instance of
its own for each that Word would number otherwise. What Word will show is counted here and
compared with the page: never is a heading left with another number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.drafts import Piece
from triplicate.editions.docx.lower.items import suffix
from triplicate.editions.docx.lower.numbering import LEVELS, Numberings, name_above, tokens
from triplicate.editions.docx.lower.units import twips
from triplicate.editions.docx.names import BUILT_IN, HEADING_STYLES
from triplicate.editions.docx.numerals import FORMATS, value_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from triplicate.editions.docx.lower.context import Context
    from triplicate.editions.docx.lower.drafts import ParagraphDraft

FIRST_BELOW = 6  # the first level under those of headings


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
    """Number what has a number span among ``drafts``; the instance that is used, or 0.

    ``samples`` holds the probe's headings by style name: where numbers stand depends on CSS alone.
    """
    drafts = list(drafts)
    found = list(_numbered(drafts, context.headings))
    if not any(heading.text for _, heading in found):
        return 0
    patterns = find_patterns([heading for _, heading in found])
    models = {level: samples[s] for level, s in enumerate(HEADING_STYLES) if s in samples}
    linked = dict(enumerate(HEADING_STYLES[:FIRST_BELOW]))
    for draft, heading in found:
        if heading.level >= FIRST_BELOW and heading.level not in linked:
            models[heading.level] = draft
            linked[heading.level] = _own_style(draft, drafts)
    definition = numberings.define(
        [_level(n, patterns.get(n), models.get(n), linked.get(n, "")) for n in range(LEVELS)]
    )
    instance = numberings.use(definition)
    for draft, heading in found:
        _number(draft, heading, ir.Number(instance, heading.level), numberings, context)
    return instance


def _numbered(
    drafts: Iterable[ParagraphDraft], headings: Mapping[str, int]
) -> Iterator[tuple[ParagraphDraft, Heading]]:
    """The headings, numbered or not, and the numbered paragraphs; a style is one level of them."""
    below: dict[str, int] = {}
    for draft in drafts:
        text = draft.number_span.text if draft.number_span else ""
        if draft.element.tag in headings:
            yield draft, Heading(headings[draft.element.tag], text)
        elif text and draft.marker is None:
            level = below.setdefault(draft.style, FIRST_BELOW + len(below))
            yield draft, Heading(min(level, LEVELS - 1), text)


def _own_style(draft: ParagraphDraft, drafts: Iterable[ParagraphDraft]) -> str:
    """The style of a kind of numbered paragraphs, where the style has no others; else ""."""
    if draft.style in BUILT_IN:
        return ""
    kin = (one for one in drafts if one.style == draft.style)
    return draft.style if all(one.number_span for one in kin) else ""


def find_patterns(headings: list[Heading]) -> dict[int, Pattern]:
    """The pattern of each level that explains most of its numbers, from the top level down."""
    patterns: dict[int, Pattern] = {}
    for level in sorted({heading.level for heading in headings if heading.text}):
        candidates = list(_candidates(headings, level))
        scores = [_score(headings, level, patterns | {level: c}) for c in candidates]
        patterns[level] = candidates[scores.index(max(scores))]
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


def _level(
    level: int, pattern: Pattern | None, sample: ParagraphDraft | None, style: str
) -> ir.Level:
    plain = _plain(level, pattern)
    if pattern is None or sample is None:
        return plain
    left, first_line = sample.format.left or 0, sample.format.first_line or 0
    plain = plain._replace(left=left, first_line=first_line, style=style)
    span = sample.number_span
    if span is None:
        return plain._replace(suffix="space")
    look = ir.difference(span.format, sample.run)
    if pattern.format == "bullet":
        look = look._replace(font=span.format.font)
    plain = plain._replace(run=look, suffix=suffix(span))
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
    span = draft.number_span
    assert span is not None
    gap = {"tab": "\t", "space": " "}
    draft.pieces.insert(0, Piece(heading.text + gap.get(suffix(span), ""), "", span.format))


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
