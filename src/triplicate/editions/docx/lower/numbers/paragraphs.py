"""Lowering (stage 7c): paragraphs that a CSS counter numbers, to lists of their own.

Input: drafts with number spans that are neither headings nor list items. Output: their numbers.
Those that go by the heading's are in the list of the headings, where they can be (`clauses`).
The others of a style are one list through the whole document; what stands before the counted part
is text, and each such text has a list of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.css.units import twips
from triplicate.editions.docx.lower.drafts import NumberSpan, Piece
from triplicate.editions.docx.lower.numbers.clauses import number_clauses
from triplicate.editions.docx.lower.numbers.numbering import (
    LEVELS,
    Numberings,
    last_token,
    number_look,
    tokens,
)
from triplicate.editions.docx.lower.numbers.uncounted import report_number
from triplicate.editions.docx.names import BUILT_IN
from triplicate.editions.docx.numerals import guess, value_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from triplicate.editions.docx.lower.context import Context
    from triplicate.editions.docx.lower.drafts import ParagraphDraft

_UNUSED = ir.Level("none", "", suffix="nothing")


def number_paragraphs(
    drafts: Iterable[ParagraphDraft],
    headings: Mapping[str, ir.Number],
    numberings: Numberings,
    context: Context,
) -> dict[str, ir.Number]:
    """Number the paragraphs with number spans; the styles that a number belongs to.

    ``headings`` has the numbers of the headings' styles.
    """
    drafts = list(drafts)
    kinds: dict[str, list[tuple[ParagraphDraft, NumberSpan]]] = {}
    for draft in drafts:
        span = draft.number_span
        if span is not None and draft.marker is None and draft.element.tag not in context.headings:
            kinds.setdefault(draft.style, []).append((draft, span))
    linked: dict[str, ir.Number] = {}
    if not kinds:
        return linked
    number, clauses = _with_headings(drafts, headings, numberings, context)
    done = {id(draft) for draft in clauses}
    for name, kind in kinds.items():
        if not _is_numbered(name, drafts, context):
            name = ""
        others = [(draft, span) for draft, span in kind if id(draft) not in done]
        if len(others) < len(kind) and name and number is not None:
            linked[name], name = number, ""
        found = _number_kind(others, name, numberings, context) if others else None
        if name and found is not None:
            linked[name] = found
    return linked


def _with_headings(
    drafts: list[ParagraphDraft],
    headings: Mapping[str, ir.Number],
    numberings: Numberings,
    context: Context,
) -> tuple[ir.Number | None, list[ParagraphDraft]]:
    """Number what can be numbered in a list of the headings; the number, and what has it."""
    lists = {numberings.instances[one.instance - 1].numbering: one for one in headings.values()}
    for heading in lists.values():
        number, clauses = number_clauses(drafts, heading, _level, numberings, context)
        if clauses:
            return number, clauses
    return None, []


def _is_numbered(name: str, drafts: list[ParagraphDraft], context: Context) -> bool:
    """Whether a number belongs to a style: a rule names it, and all its paragraphs have one."""
    if name in BUILT_IN or name not in context.style_names.values():
        return False
    return not any(draft.style == name and draft.number_span is None for draft in drafts)


def _number_kind(
    kind: list[tuple[ParagraphDraft, NumberSpan]],
    style: str,
    numberings: Numberings,
    context: Context,
) -> ir.Number | None:
    """Number the paragraphs of a style; the number that ``style`` gets, if any does."""
    name = guess([last_token(span.text) for _, span in kind])
    first: ir.Number | None = None
    for draft, span in kind:
        if not name or value_of(name, last_token(span.text)) is None:
            _keep_as_text(draft, span, context)
            continue
        level = _level(draft, span, name)
        linked = level._replace(style=style)
        if first is None or linked == numberings.levels(first.instance)[0]:
            level = linked
        definition = numberings.define([level, *[_UNUSED] * (LEVELS - 1)])
        number = _matching(ir.Number(numberings.plain(definition), 0), span, numberings)
        numberings.count(number)
        draft.number, draft.level = number, level
        first = first or number
    return first


def _level(draft: ParagraphDraft, span: NumberSpan, name: str) -> ir.Level:
    start, end = tokens(span.text)[-1].span()
    left, first_line = draft.format.left or 0, draft.format.first_line or 0
    hangs = span.width is None or first_line < 0
    return ir.Level(
        name,
        f"{span.text[:start]}%1{span.text[end:]}",
        left,
        first_line,
        None if hangs else left + first_line + twips(span.width or 0.0),
        suffix=span.suffix,
        run=number_look(span.format, draft.run),
    )


def _matching(number: ir.Number, span: NumberSpan, numberings: Numberings) -> ir.Number:
    """The number in an instance that shows what the page shows."""
    if numberings.preview(number) == span.text:
        return number
    value = value_of(numberings.levels(number.instance)[0].format, last_token(span.text))
    assert value is not None
    definition = numberings.instances[number.instance - 1].numbering
    return ir.Number(numberings.use(definition, ((0, value),)), 0)


def _keep_as_text(draft: ParagraphDraft, span: NumberSpan, context: Context) -> None:
    report_number(span.text, draft, context)
    draft.pieces.insert(0, Piece(span.text + span.gap, "", span.format))
