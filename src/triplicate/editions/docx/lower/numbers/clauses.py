"""Lowering (stage 7c): paragraphs whose numbers go by the heading above: 2.1 below 2, or anew.

Input: drafts with number spans, headings that are numbered. Output: the same paragraphs in the list
of the headings, at the level below theirs, where Word then comes to the numbers of the page.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.numbers.numbering import (
    LEVELS,
    Numberings,
    last_token,
    name_above,
    tokens,
)
from triplicate.editions.docx.numerals import guess

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from triplicate.editions.docx.lower.context import Context
    from triplicate.editions.docx.lower.drafts import NumberSpan, ParagraphDraft

    MakeLevel = Callable[[ParagraphDraft, NumberSpan, str], ir.Level]


class Clause(NamedTuple):
    """A paragraph with a number, and how that is written at a ``level`` below a heading's.

    The heading is the one of that place among the document's.
    """

    draft: ParagraphDraft
    text: str
    heading: int
    level: int
    before: str
    after: str

    @property
    def way(self) -> tuple[int, str, str]:
        """What paragraphs of one level have in common."""
        return self[3:]


def number_clauses(
    drafts: Sequence[ParagraphDraft],
    heading: ir.Number,
    make_level: MakeLevel,
    numberings: Numberings,
    context: Context,
) -> tuple[ir.Number | None, list[ParagraphDraft]]:
    """Number what can be numbered with the headings; the number of the first, and all of them.

    The next level has to be free: programs differ over levels that are left out.
    """
    definition = numberings.instances[heading.instance - 1].numbering
    levels = numberings.definitions[definition]
    found = list(_clauses(drafts, definition, numberings, context))
    free = [one for one in found if one.level < LEVELS and levels[one.level].format == "none"]
    clauses = _alike([one for one in free if "%" in one.before]) or _counted_anew(found, free)
    if not clauses:
        return None, []
    way = clauses[0].way
    shape = guess([last_token(one.text) for one in clauses])
    span = clauses[0].draft.number_span
    if not shape or span is None:
        return None, []
    slot, before, after = way
    level = make_level(clauses[0].draft, span, shape)
    level = level._replace(text=f"{before}%{slot + 1}{after}")
    numberings.definitions[definition] = (*levels[:slot], level, *levels[slot + 1 :])
    number = ir.Number(heading.instance, slot)
    if not _come_out_right(drafts, clauses, number, numberings):
        numberings.definitions[definition] = levels
        return None, []
    for one in clauses:
        one.draft.number, one.draft.level = number, level
    return number, [one.draft for one in clauses]


def _alike(clauses: list[Clause]) -> list[Clause]:
    """Those whose numbers are written as most are."""
    if not clauses:
        return []
    way, _ = Counter(one.way for one in clauses).most_common(1)[0]
    return [one for one in clauses if one.way == way]


def _counted_anew(found: list[Clause], free: list[Clause]) -> list[Clause]:
    """Those of a style that begin anew below each heading, all of which have a ``free`` level.

    So a new heading begins them anew, too, as the paragraphs of an article.
    """
    clauses = _alike([one for one in free if "%" not in one.before])
    styles = {one.draft.style for one in clauses}
    kind = [one for one in found if one.draft.style in styles]
    firsts = {one.heading: one.text for one in reversed(clauses)}
    anew = len(firsts) > 1 and len(set(firsts.values())) == 1
    return clauses if anew and len(kind) == len(clauses) else []


def _clauses(
    drafts: Sequence[ParagraphDraft], definition: int, numberings: Numberings, context: Context
) -> Iterator[Clause]:
    """The paragraphs that have numbers; those below numbered headings may show theirs."""
    current: dict[int, str] = {}
    heading = 0
    for draft in drafts:
        span = draft.number_span
        if span is None or draft.marker is not None:
            continue
        if draft.element.tag not in context.headings:
            found = tokens(span.text)
            level = max(current, default=LEVELS) + 1
            if found:
                before = name_above(span.text[: found[-1].start()], level, current)
                after = span.text[found[-1].end() :]
                yield Clause(draft, span.text, heading, level, before, after)
        elif _is_of(draft.number, definition, numberings):
            assert draft.number is not None
            heading, above = heading + 1, draft.number.level
            current = {level: text for level, text in current.items() if level < above}
            current[above] = span.text
        else:
            current = {}


def _is_of(number: ir.Number | None, definition: int, numberings: Numberings) -> bool:
    if number is None or not number.instance:
        return False
    return numberings.instances[number.instance - 1].numbering == definition


def _come_out_right(
    drafts: Sequence[ParagraphDraft],
    clauses: list[Clause],
    number: ir.Number,
    numberings: Numberings,
) -> bool:
    """Whether Word shows all numbers of the page, headings and paragraphs counted in turn."""
    definition = numberings.instances[number.instance - 1].numbering
    theirs = {id(one.draft) for one in clauses}
    numberings.begin_anew(definition)
    for draft in drafts:
        own = number if id(draft) in theirs else draft.number
        if draft.number_span is None or own is None or not _is_of(own, definition, numberings):
            continue
        if numberings.count(own) != draft.number_span.text:
            return False
    return True
