"""Lowering (stage 7c): the margins of boxes in the first and the last row of their container.

Input: the container's drafts, its boxes with their places. Output: the same, with these margins in
the cells of rows that show nothing, where no page break swallows them; else around the table. They
collapse with no other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from triplicate.editions.docx.lower.arranged.bands import NEAR
from triplicate.editions.docx.lower.arranged.cells import margin
from triplicate.editions.docx.lower.boxes.dressed import shows
from triplicate.editions.docx.lower.css.room import BOTTOM, TOP
from triplicate.editions.docx.lower.css.units import twips
from triplicate.editions.docx.lower.drafts import Draft, TableDraft, in_flow
from triplicate.editions.docx.lower.roles import LAYOUT

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.arranged.bands import Item


def keep_margins(drafts: list[Draft], items: list[Item], in_line: bool = False) -> None:
    """Keep the margins of boxes; those ``in_line`` are not in the distances of ``drafts`` yet."""
    flowing = in_flow(drafts)
    if not flowing:
        return
    first, last = flowing[0], flowing[-1]
    if isinstance(first, TableDraft) and first.style == LAYOUT:
        room = _above(items)
        first.before = room if in_line else first.before
        first.before -= _put_in_cells(first, TOP, min(room, first.before))
        first.above = first.before
    if isinstance(last, TableDraft) and last.style == LAYOUT:
        room = _below(items)
        last.after = room if in_line else last.after
        if items[-1].box.is_floated():
            return  # what is below clears it, which its own margin counts for
        last.after -= _put_in_cells(last, BOTTOM, min(room, last.after))
        last.below = last.after


def _above(items: list[Item]) -> float:
    page, edge = min((one.spot.page, one.spot.top) for one in items)
    first = [one for one in items if one.spot.page == page]
    return edge - min(one.spot.top - margin(one.box, TOP, one.spot.room) for one in first)


def _below(items: list[Item]) -> float:
    page, edge = max((one.spot.page, one.spot.bottom) for one in items)
    last = [one for one in items if one.spot.page == page]
    return max(one.spot.bottom + margin(one.box, BOTTOM, one.spot.room) for one in last) - edge


def _put_in_cells(table: TableDraft, side: int, room: float) -> float:
    """Put room above or below a row into its cells; how much of it that is."""
    at = 0 if side == TOP else -1
    row = table.rows[at]
    if room <= NEAR or any(shows(cell) for cell in row.cells):
        return 0.0
    for place, cell in enumerate(row.cells):
        top, right, bottom, left = cell.format.padding or (0,) * 4
        own = (top + twips(room), bottom) if side == TOP else (top, bottom + twips(room))
        padding = (own[0], right, own[1], left)
        row.cells[place] = cell._replace(format=cell.format._replace(padding=padding))
    if row.height:
        table.rows[at] = row._replace(height=row.height + room)
    return room
