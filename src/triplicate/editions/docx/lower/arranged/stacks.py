"""Lowering (stage 7c): boxes of a container that stand one below the other.

Input: boxes with their places. Output: their drafts, as far apart as the layout has them.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from triplicate.editions.docx.lower.arranged.bands import NEAR, Item
from triplicate.editions.docx.lower.arranged.cells import Around, lower_one, margin
from triplicate.editions.docx.lower.css.room import BOTTOM, LEFT, RIGHT, TOP
from triplicate.editions.docx.lower.drafts import Draft, Frame, TableDraft, in_flow

if TYPE_CHECKING:
    from triplicate.layout.spots import Spot


# Pixels that are taken off the last distance on a page that is full: another program, which sets
# text a little lower, would put the last box on the next page.
PAGE_SLACK = 12.0


class Part(NamedTuple):
    """Drafts on a page from ``top`` to ``bottom``; ``above`` and ``below`` are margins in them."""

    drafts: list[Draft]
    page: int
    top: float
    bottom: float
    above: float = 0.0
    below: float = 0.0


def stacked(item: Item, around: Around) -> Part:
    """One box that has nothing beside it."""
    box, spot, _ = item
    above, below = (margin(box, side, spot.room) for side in (TOP, BOTTOM))
    frame, align = _placed(item, around)
    drafts = lower_one(box, around._replace(frame=frame))
    for draft in drafts if align else ():
        if isinstance(draft, TableDraft):
            draft.align = draft.align or align
        elif draft.format.align in ("left", "both", None):
            draft.format = draft.format._replace(align=align)
    return Part(drafts, spot.page, spot.top, spot.bottom, above, below)


def _placed(item: Item, around: Around) -> tuple[Frame, str]:
    """The frame of a box that does not take the whole width, or the alignment that does as well."""
    box, spot, _ = item
    frame = around.frame
    before, after = (margin(box, side, spot.room) for side in (LEFT, RIGHT))
    left = spot.start - before
    right = spot.room - spot.start - spot.width - after
    if max(left, right) <= 1:
        return frame, ""
    if box.style["width"] == "auto" or hasattr(box, "replacement"):
        # As wide as its text, which another program may set a little wider.
        if abs(left - right) <= 1:
            return frame, "center"
        return frame, "right" if right <= 1 and around.owner.style["direction"] == "ltr" else ""
    return Frame(frame.left + left, frame.right + right, frame.width - left - right), ""


def space_out(parts: list[Part], container: Spot | None) -> list[Draft]:
    """The drafts of parts, at the distances that they have: margins do not collapse there."""
    shown = [part for part in parts if part.drafts]
    for above, below in pairwise(shown):
        last, first = in_flow(above.drafts)[-1], in_flow(below.drafts)[0]
        if above.page == below.page:
            extra = below.top - below.above - above.bottom - above.below
            if below is shown[-1] and container and container.fills and extra > PAGE_SLACK:
                extra -= PAGE_SLACK
            last.after = max(0.0, last.after + first.before + extra)
            last.below = last.negative_after = 0.0
            first.before = first.above = first.negative_before = 0.0
    if container and shown:
        begin, end = shown[0], shown[-1]
        top, height = container.inner[1], container.inner[3]
        if begin.page == container.page:
            free = begin.top - begin.above - top
            in_flow(begin.drafts)[0].before += free if free > NEAR else 0.0
        if begin.page == end.page == container.page:
            free = top + height - end.bottom - end.below
            in_flow(end.drafts)[-1].after += free if free > NEAR else 0.0
    return [draft for part in shown for draft in part.drafts]
