"""Lowering (stage 7c): what a box gives the first and the last paragraph in it.

Input: a box and its drafts. Output: the same drafts, with the box's room, id and strings, or the
paragraph of a box that holds none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower import roles
from triplicate.editions.docx.lower.boxes import rules
from triplicate.editions.docx.lower.css.breaks import begin_before
from triplicate.editions.docx.lower.css.frames import Space, fold, is_flow_root
from triplicate.editions.docx.lower.css.outlines import pad
from triplicate.editions.docx.lower.css.room import BOTTOM, TOP, Room
from triplicate.editions.docx.lower.drafts import (
    Draft,
    Frame,
    Marker,
    ParagraphDraft,
    Piece,
    Place,
    StringSource,
    first_in_flow,
    in_flow,
)
from triplicate.editions.docx.lower.flow.items import mark
from triplicate.editions.docx.lower.pictures.hanging import hang, hang_on_last
from triplicate.editions.docx.lower.text.paragraphs import empty

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.arranged.cells import Around
    from triplicate.editions.docx.lower.context import Context


def with_rest(
    drafts: list[Draft], floating: list[Piece], marker: Marker | None, around: Around
) -> list[Draft]:
    """The drafts of a box, with paragraphs for pictures and a marker that are still without one."""
    if floating and not hang_on_last(floating, drafts):
        drafts.append(empty(*around))
        hang(floating, drafts[-1])
    if marker:
        drafts.insert(0, empty(*around))
        mark(drafts[0], marker)
        if len(drafts) > 1:
            begin_before(drafts[0], in_flow(drafts[1:])[0])
    return drafts


def fold_both(
    drafts: list[Draft], box: Any, room: Room, frame: Frame, lines: bool, apart: bool
) -> None:
    """Put the room around a box into the margins of its first and last draft."""
    apart = apart or is_flow_root(box.style)
    first, last = drafts[0], drafts[-1]
    if lines and isinstance(first, ParagraphDraft) and pad(first, room, frame):
        room = room._replace(padding=(0.0,) * 4, edge=(0.0,) * 4)
    above = Space(first.before, first.above, first.negative_before)
    below = Space(last.after, last.below, last.negative_after)
    above = fold(room, TOP, above, frame, lines, apart)
    below = fold(room, BOTTOM, below, frame, lines, apart)
    first.before, first.above, first.negative_before = above
    last.after, last.below, last.negative_after = below


def name_ends(drafts: list[Draft], box: Any, context: Context) -> None:
    """Give the drafts of a box its own margins, its id and the strings that it sets.

    The margins of a quotation are those of the paragraph that it is, where it is one.
    """
    first, last = drafts[0], drafts[-1]
    if box.element_tag == "blockquote" and first is last:
        first.own_before, first.own_after = first.before, first.after
    if first.element is box.element:
        first.own_before = first.before
    if last.element is box.element:
        last.own_after = last.after
    anchor = box.style["anchor"] or ""
    if anchor:
        first.anchors.insert(0, anchor)
    for name, text in box.string_set or ():
        context.strings.setdefault(name, []).append(StringSource(name, text, first, anchor))


def pass_on(box: Any, context: Context) -> None:
    """Leave the id of a box that shows nothing, and the strings that it sets, to the next line."""
    if anchor := box.style["anchor"]:
        context.anchors.append(anchor)
    context.line_strings += box.string_set or ()


def drawn(
    box: Any, look: ir.ParagraphFormat, frame: Frame, place: Place, context: Context, boxed: bool
) -> list[Draft]:
    """What an empty box draws: a line across the page, or nothing in its frame or fill.

    In those is a paragraph as low as Word takes.
    """
    line = ir.NO_BORDER if boxed else rules.hairline(box, look)
    if line is None:
        return []
    if not boxed:
        rules.report_height(box, look, context)
        place = place._replace(text=roles.RULE)
    draft = empty(box, frame, place, context)
    rules.draw(draft, line)
    return [draft]


def pass_under(
    drafts: list[Draft], box: Any, height: float, context: Context, *, below: bool
) -> float:
    """Put the margin above a box behind what fills the line before it, which is so high.

    That is not in the flow: the text after it moves down, its margin does not (CSS 2.1, 9.5).
    Returns how high the box is for the next one where it fills its line, ``below`` all others.
    """
    first = first_in_flow(drafts)
    if first is None:
        return height
    if below:
        spot = context.spot(box)
        return spot.height if spot else 0.0
    if height and box.style["clear"] == "none":
        first.before = max(0.0, first.before - height)
        first.above = min(first.above, first.before)
    return 0.0
