"""Lowering (stage 7c): boxes with `position: absolute` to frames, tables and pictures of a place.

Input: such a box where the layout has put it. Output: drafts that do not flow, for the paragraph
after them. What goes by the page, or by a box that has it to itself, stands on the page; all else
moves with its paragraph.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower import roles
from triplicate.editions.docx.lower.arranged.bands import Item
from triplicate.editions.docx.lower.arranged.cells import Around, content, drawn_look, is_shown
from triplicate.editions.docx.lower.arranged.covers import fill_piece
from triplicate.editions.docx.lower.arranged.slack import Slack, slack
from triplicate.editions.docx.lower.boxes.dressed import dress, layout_table
from triplicate.editions.docx.lower.boxes.wrappers import flows
from triplicate.editions.docx.lower.css.outlines import edges_of
from triplicate.editions.docx.lower.css.room import SIDES
from triplicate.editions.docx.lower.css.units import length, twips
from triplicate.editions.docx.lower.drafts import (
    CellDraft,
    Draft,
    Frame,
    ParagraphDraft,
    Piece,
    RowDraft,
    TableDraft,
    without_frames,
)
from triplicate.editions.docx.lower.pictures.pins import goes_by_page, pin
from triplicate.layout.tree import is_line

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.context import Context
    from triplicate.layout.spots import Spot

SLACK = 12  # twips: as of boxes that float
EMPTY = 1.0  # pixels


def is_positioned(box: Any, context: Context) -> bool:
    """Whether a box has a place of its own that is known, and is not being drawn there already."""
    if (
        not context.spots
        or not hasattr(box, "spot_index")
        or is_line(box)
        or id(box) in context.cells
    ):
        return False
    if box.style["position"] != "absolute" or context.spot(box) is None:
        return False
    return not flows(box, "position", context)


def put_at_place(box: Any, around: Around, in_cell: bool) -> tuple[list[Piece], list[Draft]]:
    """What hangs on a paragraph beside a positioned box, a picture of its fill, and its drafts.

    Text in a box without borders stands in a frame, before that picture. What is no plain text is
    a table, and so is all in a cell, where not all programs know frames.
    """
    context = around.context
    spot = context.spot(box)
    assert spot is not None
    item = Item(box, spot, spot.start)
    inner = around._replace(place=around.place._replace(page=None))
    shown = is_shown(box, context)
    fill = [] if in_cell else _filling(box, spot, context)
    context.cells.add(id(box))
    if fill and not box.children:
        return fill, []
    drafts, room = content(item, shown, inner)
    framed, drafts = without_frames(drafts)
    if not shown and all(map(_is_empty, drafts)):
        context.anchors += [anchor for draft in drafts for anchor in draft.anchors]
        return [], framed
    if (fill or not shown) and not in_cell and all(map(_is_plain, drafts)):
        place = _floating(spot, spot.inner, box, around, in_cell)
        if box.style["width"] == "auto":
            place = _with_slack(place, slack(drafts, spot))
        for draft in drafts:
            draft.floating = place
        return fill, [*framed, *drafts]
    if not shown and len(drafts) == 1 and isinstance(drafts[0], TableDraft):
        table, area = drafts[0], spot.inner
        area = (area[0] + table.left, *area[1:])
    elif bare := layout_table(drafts):
        table = _dressed(bare, item, context)
        area = spot.left, spot.top, spot.width, spot.height
    else:
        table = _around(item, drafts, shown, room, context)
        area = spot.left, spot.top, spot.width, spot.height
    table.floating = _floating(spot, area, box, around, in_cell)
    table.before = table.after = table.left = 0.0
    return [], [*framed, table]


def _with_slack(place: ir.Floating, more: Slack) -> ir.Floating:
    """The place of text that is as wide as its box, with room at the sides where it may grow."""
    place = place._replace(slack=max(SLACK, sum(more)), left=place.left - more.before)
    if place.on_page:
        x, y = place.on_page
        place = place._replace(on_page=(x - more.before, y))
    return place


def _dressed(table: TableDraft, item: Item, context: Context) -> TableDraft:
    """A layout table that is all of a box, and is drawn as the box is."""
    left, top, width, height = item.spot.inner
    spot, style = item.spot, item.box.style
    edge = [length(style[f"border_{side}_width"]) for side in SIDES]
    ends = spot.left + spot.width, spot.bottom
    outer = top - spot.top, ends[0] - left - width, ends[1] - top - height, left - spot.left
    padding = [room - line for room, line in zip(outer, edge, strict=True)]
    look = context.formats.paragraph(style)
    return dress(table, look, padding, edge, Frame(0.0, 0.0, width))


def _filling(box: Any, spot: Spot, context: Context) -> list[Piece]:
    """A picture of the colour of a box without borders, behind the text."""
    look = context.formats.paragraph(box.style)
    if not is_shown(box, context) or any(e.style != "nil" for e in edges_of(look)):
        return []
    return fill_piece(box, spot, pin(box, context, behind=True), context)


def _is_plain(draft: Draft) -> bool:
    """Whether a draft is a paragraph without borders and fill: programs draw those differently."""
    if not isinstance(draft, ParagraphDraft) or draft.floating:
        return False
    return not draft.format.shade and all(e.style == "nil" for e in edges_of(draft.format))


def _is_empty(draft: Draft) -> bool:
    """Whether a draft is a paragraph that shows nothing."""
    if not isinstance(draft, ParagraphDraft) or draft.pieces or draft.marker:
        return False
    return _is_plain(draft)


def _floating(
    spot: Spot, area: tuple[float, ...], box: Any, around: Around, in_cell: bool
) -> ir.Floating:
    """The place of an ``area`` of the box (left, top, width, height)."""
    left, top, width, height = area[0], area[1], area[2], max(0.0, area[3])
    place = ir.Floating("left", 0, 0, twips(width), twips(width), height=twips(height))
    if not in_cell and (spot.down is None or goes_by_page(box, around.context)):
        return place._replace(on_page=(twips(left), twips(top)))
    start = around.frame.left + spot.start + left - spot.left
    drop = (spot.down or 0.0) + top - spot.top
    return place._replace(left=twips(start), drop=twips(drop), height=0)


def _around(
    item: Item, drafts: list[Draft], shown: bool, room: tuple[float, ...], context: Context
) -> TableDraft:
    """A table of one cell that looks like the box."""
    spot = item.spot
    top, right, bottom, left = map(twips, room)
    if item.box.style["width"] == "auto":
        right = max(0, right - SLACK)
    look = drawn_look(item.box if shown else None, context)
    look = look._replace(padding=(top, right, bottom, left))
    height = spot.height if spot.spare > EMPTY else 0.0
    row = RowDraft([CellDraft(drafts, look, 0, 1, 1)], False, False, height)
    return TableDraft(roles.LAYOUT, [row], [spot.width], 0.0, item.box.element)
