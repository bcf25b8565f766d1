"""Lowering (stage 7c): the margins of neighbours as Word collapses them.

Input: drafts one below the other, and the styles. Output: the same drafts, whose margins are those
of their styles where the distances between them stay the same: Word takes the larger of two
margins, so a smaller one need not be stated.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from triplicate.editions.docx.lower.css.breaks import begins_page
from triplicate.editions.docx.lower.css.units import TWIPS_PER_PIXEL, twips
from triplicate.editions.docx.lower.drafts import Draft, ParagraphDraft, TableDraft
from triplicate.editions.docx.lower.limits import place_of_element
from triplicate.editions.docx.lower.neighbours import (
    holds_float,
    move_margins_up,
    part_neighbours,
    settle_breaks,
    spread_table_margins,
)
from triplicate.editions.docx.lower.text.letters import in_lines

if TYPE_CHECKING:
    from collections.abc import Mapping

    from triplicate.editions.docx import ir
    from triplicate.editions.docx.lower.context import Context


def settle_margins(drafts: list[Draft], styles: Mapping[str, ir.Style], context: Context) -> None:
    """Settle the margins of neighbours, and of those in their cells."""
    for draft in part_neighbours(drafts):
        _report_over(draft, context)
    spread_table_margins(drafts)
    settle_breaks(drafts)
    move_margins_up(drafts, bool(context.floats))
    for here, following in pairwise(drafts):
        if isinstance(here, ParagraphDraft) and isinstance(following, ParagraphDraft):
            hangs = bool(context.floats) and holds_float(following)
            _settle_gap(here, following, styles, hangs)
    for draft in drafts:
        for row in draft.rows if isinstance(draft, TableDraft) else ():
            for cell in row.cells:
                if len(cell.drafts) == 1 and isinstance(cell.drafts[0], ParagraphDraft):
                    continue
                cell.drafts[:] = in_lines(cell.drafts, "outside of tables and boxes", context)
                settle_margins(cell.drafts, styles, context)


def _report_over(draft: Draft, context: Context) -> None:
    message = "expected blocks below each other, found negative margins around "
    place = place_of_element(draft.element, context)
    context.report("word-css", f"{message}<{draft.element.tag}>", span=place)


def _settle_gap(
    here: ParagraphDraft, following: ParagraphDraft, styles: Mapping[str, ir.Style], hangs: bool
) -> None:
    """Leave to the styles what they say of the distance between two paragraphs.

    Where a picture ``hangs`` on the second, all of it is the first one's (`move_margins_up`).
    """
    base, next_base = styles.get(here.style), styles.get(following.style)
    if base is None or next_base is None or not _meet(here, following):
        return
    usual, next_usual = base.paragraph.after or 0, next_base.paragraph.before or 0
    after, before = twips(here.after), twips(following.before)
    gap = max(after, before, 0)
    if hangs and usual != gap:
        following.before = min(next_usual, gap) / TWIPS_PER_PIXEL
    elif max(usual, next_usual) == gap:
        here.after, following.before = usual / TWIPS_PER_PIXEL, next_usual / TWIPS_PER_PIXEL
    elif after == gap and next_usual <= gap:
        following.before = next_usual / TWIPS_PER_PIXEL
    elif before == gap and usual <= gap:
        here.after = usual / TWIPS_PER_PIXEL


def _meet(here: ParagraphDraft, following: ParagraphDraft) -> bool:
    """Whether two paragraphs stand one below the other with nothing but their margins between."""
    parted = begins_page(following) or following.breaks_column or following.clear
    return not (here.floating or following.floating or parted)
