"""Lowering (stage 7c): floating boxes to frames and tables that the text goes around.

Input: a floating box and its drafts. Output: the same drafts with a place beside the text, in a
table of one cell if need be. Word joins neighbours of equal frames, so a figure and its caption
stay one. Pictures that float are in `pictures`.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower import roles
from triplicate.editions.docx.lower.boxes.wrappers import flows
from triplicate.editions.docx.lower.css.breaks import BREAKS
from triplicate.editions.docx.lower.css.frames import is_flow_root
from triplicate.editions.docx.lower.css.outlines import edges_of
from triplicate.editions.docx.lower.css.room import LEFT, RIGHT
from triplicate.editions.docx.lower.css.units import (
    TWIPS_PER_PIXEL,
    computed,
    known_length,
    length,
    twips,
)
from triplicate.editions.docx.lower.drafts import (
    CellDraft,
    Draft,
    Frame,
    ParagraphDraft,
    Place,
    RowDraft,
    TableDraft,
    first_in_flow,
    in_flow,
    without_frames,
)
from triplicate.editions.docx.lower.limits import MAX_TABLES, report_on
from triplicate.editions.docx.names import LIST_BULLET, LIST_CONTINUE, LIST_NUMBER
from triplicate.layout.pictures import fitting_width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triplicate.editions.docx.lower.context import Context

CLEARED = {
    "left": "left",
    "right": "right",
    "inline-start": "left",
    "inline-end": "right",
    "both": "all",
}
# A box as wide as its text is given a little more, in twips: another program, which measures a
# little more, would break the line.
SLACK = 12
TOUCH = 2.0  # pixels, beside which no text has room


def side_of(box: Any) -> str:
    """The side that a box floats to, "left" or "right", in text from left to right."""
    side = str(box.style["float"])
    return {"inline-start": "left", "inline-end": "right"}.get(side, side)


def clear(
    drafts: list[Draft],
    box: Any,
    frame: Frame,
    place: Place,
    waiting: ir.Clear | None,
    context: Context,
    *,
    below: bool = False,
) -> None:
    """Let the drafts of ``box`` begin below what floats, where it asks for that or is ``below``.

    So do the first ones after a box that holds what floats in it, for which this is ``waiting``.
    """
    end = twips(frame.left + frame.width)
    side = "all" if below else CLEARED.get(box.style["clear"])
    if side and context.floats and (below or not box.is_floated()):
        waiting = ir.Clear(side, end, getattr(box, "clear_index", None))
    elif context.floats > context.passed and _is_beside(place, context) and _fills(box, frame):
        waiting, context.passed = ir.Clear("all", end, held=True), context.floats
    if below and (first := first_in_flow(drafts)):
        # Margins of what floats collapse with no other (CSS 2.1, 8.3.1).
        first.above, first.negative_before = first.before, 0.0
    begin_below(drafts, waiting, context)


def begin_below(drafts: list[Draft], waiting: ir.Clear | None, context: Context) -> None:
    """Let drafts begin below what floats where that is ``waiting``, or, without any, the next."""
    first = first_in_flow(drafts)
    if first is None:
        context.uncleared = context.uncleared or (waiting and waiting._replace(held=True))
    elif waiting and first.clear is None:
        first.clear = waiting


def _is_beside(place: Place, context: Context) -> bool:
    """Whether what floats in the text may be beside a box: not in a cell, a header or a note."""
    return place.page is not None and not context.notes.open


def _fills(box: Any, frame: Frame) -> bool:
    """Whether a table has no room beside anything: it stands below (CSS 2.1, 9.5)."""
    if not box.is_table_wrapper:
        return False
    width = known_length(computed(box.get_wrapped_table().style, "width"), frame.width)
    return width is not None and width > frame.width - 1


@contextmanager
def held_floats(box: Any, frame: Frame, place: Place, context: Context) -> Iterator[None]:
    """Note that what comes after ``box`` is below what floats in it, where it holds that.

    Where it begins a page, nothing from before floats there.
    """
    before = context.floats
    if context.page_break or box.style["break_before"] in BREAKS:
        context.passed = before
    yield
    has_more = context.floats > before and _is_beside(place, context)
    if has_more and is_flow_root(box.style):
        context.uncleared = ir.Clear("all", twips(frame.left + frame.width), held=True)
        context.passed = context.floats


def floats(box: Any, inside: bool, context: Context) -> bool:
    """Whether a box that is no picture goes beside the text; those ``inside`` others do not."""
    if not box.is_floated() or hasattr(box, "replacement") or id(box) in context.cells:
        return False
    if context.tables >= MAX_TABLES:  # which is reported
        return False
    if flows(box, "float", context):
        return False
    if inside:
        message = f"expected floating boxes in the text, found <{box.element_tag}> inside another"
        report_on(box, "float", "word-flow", message, context)
    return not inside


def float_frame(box: Any, frame: Frame, context: Context) -> Frame:
    """The frame that what floats in ``frame`` makes for itself, its margins and padding inside.

    Shares of a width stay those of ``frame``; all three of the result are as wide as the box.
    """
    room = context.formats.room(box.style)
    padded = sum(
        room.edge[side] + length(room.padding[side], frame.width) for side in (LEFT, RIGHT)
    )
    margins = sum(length(room.margin[side], frame.width) for side in (LEFT, RIGHT))
    styled, is_outer = box.style, room.with_edges
    if box.is_table_wrapper:
        styled, is_outer = box.get_wrapped_table().style, True
    width = known_length(computed(styled, "width"), frame.width)
    if width is None:
        around = margins + padded
        width = fitting_width(context.tree, box, frame.width - around)
        return Frame(0.0, 0.0, min(frame.width, width + around))
    width += margins + (0.0 if is_outer else padded)
    return Frame(0.0, width - frame.width, frame.width)


def fills_line(own: Frame, frame: Frame) -> bool:
    """Whether nothing has room beside a floating box: it is a block as any other.

    Wrappers of whole pages often float.
    """
    return sum(own) > frame.width - TOUCH


def place_beside(place: Place) -> Place:
    """The place of what is in a box that floats."""
    boxes = place.boxes + (place.page is None)  # a cell is one
    inner = place._replace(page=None, floats=True, boxes=boxes)
    in_item = inner.text in (LIST_BULLET, LIST_NUMBER)
    return inner._replace(text=LIST_CONTINUE) if in_item else inner


def put_beside(
    drafts: list[Draft], box: Any, own: Frame, frame: Frame, in_cell: bool
) -> list[Draft]:
    """Let text go around the drafts of ``box``, which take the width of ``own`` in ``frame``.

    Paragraphs stand in a frame, which keeps them in the order of reading. A table has a place of
    its own, and so have boxes with borders or a fill, which programs draw around frames in
    different ways; all else, and what floats in a cell, where not all programs know frames, goes
    into a table of one cell.
    """
    framed, drafts = without_frames(drafts)
    if not drafts:
        return framed
    fact = getattr(box, "float_index", None)
    slack = SLACK if box.style["width"] == "auto" else 0
    place = ir.Floating(side_of(box), *_twips(*frame, sum(own)), fact, slack=slack)
    if not in_cell and all(_is_plain(draft) for draft in drafts):
        for draft in drafts:
            draft.floating = place
        return [*framed, *drafts]
    table, margin_left, margin_right = drafts[0], 0.0, 0.0
    if len(drafts) > 1 or not isinstance(table, TableDraft) or table.element is not box.element:
        table = _around(drafts, sum(own) + slack / TWIPS_PER_PIXEL, box)
    else:
        margin_left = length(computed(box.style, "margin_left"), frame.width)
        margin_right = length(computed(box.style, "margin_right"), frame.width)
    margins = _twips(table.before, margin_right, table.after, margin_left)
    table.floating = place._replace(margins=margins)
    table.before = table.after = table.left = 0.0
    return [*framed, table]


def _twips(*pixels: float) -> tuple[int, int, int, int]:
    first, second, third, fourth = map(twips, pixels)
    return first, second, third, fourth


def _is_plain(draft: Draft) -> bool:
    """Whether a draft is a paragraph without borders, fill and place of its own."""
    if not isinstance(draft, ParagraphDraft) or draft.floating:
        return False
    look = draft.format
    return not look.shade and all(edge.style == "nil" for edge in edges_of(look))


def _around(drafts: list[Draft], width: float, box: Any) -> TableDraft:
    """A table of one cell that shows nothing of its own, and takes the margins of its content."""
    none = ir.NO_BORDER
    look = ir.CellFormat(none, none, none, none, "", (0, 0, 0, 0), "top")
    cells = [CellDraft(drafts, look, 0, 1, 1)]
    made = TableDraft(roles.ASIDE, [RowDraft(cells, False, False)], [width], 0.0, box.element)
    first, last = in_flow(drafts)[0], in_flow(drafts)[-1]
    made.before, first.before = first.before, 0.0
    made.after, last.after = last.after, 0.0
    return made
