"""Lowering (stage 7c): what is in the cells of layout tables.

Input: a box with its place. Output: its drafts, the room around them, and where they stand in the
height of their row.
"""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any, NamedTuple

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.arranged.lines import take_off
from triplicate.editions.docx.lower.css.outlines import edges_of
from triplicate.editions.docx.lower.css.room import BOTTOM, LEFT, RIGHT, SIDES, TOP
from triplicate.editions.docx.lower.css.units import computed, length
from triplicate.editions.docx.lower.drafts import Draft, Frame, Place, each_paragraph, in_flow
from triplicate.editions.docx.lower.text.paragraphs import empty
from triplicate.layout.spots import BESIDE

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.arranged.bands import Item
    from triplicate.editions.docx.lower.context import Context

BARE = ir.CellFormat(*(ir.NO_BORDER,) * 4, "", (0, 0, 0, 0), "top")
PLAIN = ("BlockBox", "FlexBox", "GridBox", *BESIDE)
LEVEL = 1.5  # pixels: boxes whose edges differ by less stand on one line


class Around(NamedTuple):
    """Where boxes stand that are arranged: their container, the frame and the place in it."""

    owner: Any
    frame: Frame
    place: Place
    context: Context


def lower_one(box: Any, around: Around) -> list[Draft]:
    """The drafts of one box of a container; an empty paragraph where it shows nothing."""
    owner, frame, place, context = around
    holder = copy(owner)
    holder.children = [box]
    drafts = context.flow(holder, frame, place)
    if hasattr(box.style, "cascaded") and "inline" in box.style["display"]:
        take_off(each_paragraph(drafts), box, context)
    return drafts


def is_shown(box: Any, context: Context) -> bool:
    """Whether a box has a fill or borders."""
    if not hasattr(box.style, "cascaded") or type(box).__name__ not in PLAIN:
        return False
    look = context.formats.paragraph(box.style)
    return bool(look.shade) or any(edge.style != "nil" for edge in edges_of(look))


def is_drawn_by_cell(item: Item, height: float, context: Context) -> bool:
    """Whether the cell has the borders and fill of its box: that is as high as the row."""
    return is_shown(item.box, context) and abs(item.spot.height - height) <= LEVEL


def drawn_look(box: Any, context: Context) -> ir.CellFormat:
    """The look of a cell that has the borders and fill of a box; bare where it is of none."""
    if box is None:
        return BARE
    own = context.formats.paragraph(box.style)
    up, after, below, before = (edge._replace(space=0) for edge in edges_of(own))
    return ir.CellFormat(up, before, below, after, own.shade or "", BARE.padding, "top")


def content(
    item: Item, drawn: bool, around: Around
) -> tuple[list[Draft], tuple[float, float, float, float]]:
    """The drafts of a box, and the room between the edges of its border box and them by side.

    Of borders only the width beside them counts: above and below, Word gives rows room for them.
    """
    box, spot, _ = item
    context = around.context
    left, top, width, height = spot.inner
    if drawn or (type(box).__name__ in PLAIN and not is_shown(box, context)):
        context.cells.add(id(box))
        edge = [length(box.style[f"border_{side}_width"]) if drawn else 0.0 for side in SIDES]
        room = (
            top - spot.top - edge[TOP],
            spot.left + spot.width - left - width,
            max(0.0, spot.bottom - top - height - edge[BOTTOM]),  # less where a page ends in it
            left - spot.left,
        )
        drafts = lower_one(box, around._replace(frame=Frame(0.0, 0.0, width)))
        return drafts or [empty(box, Frame(0.0, 0.0, width), around.place, context)], room
    frame = outer_frame(item, Frame(0.0, 0.0, spot.width))
    drafts = lower_one(box, around._replace(frame=frame))
    if drafts:
        flowing = in_flow(drafts)
        above, below = (margin(box, side, spot.room) for side in (TOP, BOTTOM))
        flowing[0].before = max(0.0, flowing[0].before - above)
        flowing[-1].after = max(0.0, flowing[-1].after - below)
    return drafts or [empty(around.owner, frame, around.place, context)], (0.0,) * 4


def margin(box: Any, side: int, whole: float) -> float:
    """A margin of a box in pixels; automatic ones are 0."""
    if not hasattr(box.style, "cascaded"):
        return 0.0
    return length(computed(box.style, f"margin_{SIDES[side]}"), whole)


def outer_frame(item: Item, frame: Frame) -> Frame:
    """The frame in which a box with its margins is where ``frame`` says."""
    before, after = (margin(item.box, side, item.spot.room) for side in (LEFT, RIGHT))
    return Frame(frame.left - before, frame.right - after, frame.width + before + after)


def upright(item: Item, extent: tuple[float, float], owner: Any) -> tuple[str, float]:
    """Where a box stands in the height of a row: Word's word for it, and how far from the top."""
    top, bottom = extent
    above, below = item.spot.top - top, bottom - item.spot.bottom
    wanted = item.box.style["align_self"]
    if "auto" in wanted or wanted == "auto":
        wanted = owner.style["align_items"]
    if type(item.box).__name__ not in BESIDE and "center" in wanted:
        return "center", 0.0
    if above <= LEVEL:
        return "top", max(0.0, above)
    if below <= LEVEL:
        return "bottom", 0.0
    return ("center", 0.0) if abs(above - below) <= LEVEL else ("top", above)
