"""Lowering (stage 7c): boxes beside each other to layout tables.

Input: a container and its boxes with their places. Output: tables without headers or merged cells,
as wide as the layout has the boxes, and between them what has a row of its own.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower import roles
from triplicate.editions.docx.lower.arranged.bands import (
    NEAR,
    Band,
    Column,
    Item,
    alike,
    bands,
    is_in_order,
)
from triplicate.editions.docx.lower.arranged.cells import (
    BARE,
    Around,
    content,
    drawn_look,
    is_drawn_by_cell,
    is_shown,
    margin,
    upright,
)
from triplicate.editions.docx.lower.arranged.extents import Extent, extent
from triplicate.editions.docx.lower.arranged.lanes import (
    GAP,
    Lane,
    lanes_of,
    padded,
    trimmed,
    widened,
)
from triplicate.editions.docx.lower.arranged.slack import Slack, fits_text, slack
from triplicate.editions.docx.lower.arranged.stacks import PAGE_SLACK, Part, space_out, stacked
from triplicate.editions.docx.lower.css.room import BOTTOM
from triplicate.editions.docx.lower.drafts import (
    CellDraft,
    Draft,
    Frame,
    RowDraft,
    TableDraft,
)
from triplicate.editions.docx.lower.limits import report_on
from triplicate.editions.docx.lower.neighbours import with_margins
from triplicate.editions.docx.lower.tables.cells import level

if TYPE_CHECKING:
    from triplicate.layout.spots import Spot

MOST = 31  # boxes with gaps between them: Word takes tables of 63 columns


def arrange(items: list[Item], around: Around, container: Spot | None) -> list[Draft]:
    """The drafts of boxes in rows as the layout has them; ``container`` is around them alone."""
    found = bands(items)
    if not is_in_order(found, items):
        _report_order(items, found, around)
    parts: list[Part] = []
    rows: list[Band] = []
    for band in found:
        ends = not 1 < len(band) <= MOST or not rows or not _follows(rows[-1], band, around)
        if rows and ends:
            parts.append(_table(rows, around, container))
            rows = []
        if len(band) == 1 or _is_too_wide(band, around):
            parts += (stacked(one, around) for column in band for one in column)
        else:
            rows.append(band)
    if rows:
        parts.append(_table(rows, around, container))
    return space_out(parts, container)


def _is_too_wide(band: Band, around: Around) -> bool:
    """Report boxes beside each other that are more than Word has columns for."""
    if len(band) > MOST:
        around.context.report(
            "word-table-columns",
            f"expected at most {MOST} boxes beside each other, found {len(band)} in "
            f"<{around.owner.element_tag}>",
            hint="they stand one below the other",
        )
    return len(band) > MOST


def _report_order(items: list[Item], found: list[Band], around: Around) -> None:
    seen = [one for band in found for column in band for one in column]
    moved = next(a for a, b in zip(seen, items, strict=True) if a.box is not b.box)
    reverse = str(around.owner.style["flex_direction"]).endswith("-reverse")
    box, written = (around.owner, "flex-direction") if reverse else (moved.box, "order")
    report_on(
        box,
        written,
        "word-flow",
        f"expected boxes in the order of the HTML, found <{box.element_tag}> that moves some",
        around.context,
        "Word reads them in the order in which they are seen",
    )


def _follows(above: Band, below: Band, around: Around) -> bool:
    """Whether two bands are rows of one table: between boxes that show, the gap would show too."""
    if not alike(above, below):
        return False
    shown = any(is_shown(one.box, around.context) for c in (*above, *below) for one in c)
    return not shown or _gap(above, below) < GAP


def _gap(above: Band, below: Band) -> float:
    """The distance between two bands on one page, in pixels."""
    if above[0][0].spot.page != below[0][0].spot.page:
        return 0.0
    end = max(one.spot.bottom for column in above for one in column)
    return max(0.0, min(one.spot.top for column in below for one in column) - end)


def _table(rows: list[Band], around: Around, container: Spot | None) -> Part:
    """A layout table of ``rows`` with the same columns."""
    owner, frame, _, _ = around
    rtl = owner.style["direction"] == "rtl"
    lanes = widened(lanes_of(rows, around), rows, around)
    gaps = [_gap(a, b) for a, b in pairwise(rows)] + [0.0]
    extents = [extent(band, owner, container) for band in rows]
    drafted = [_row(*row, lanes, around) for row in zip(rows, gaps, extents, strict=True)]
    lanes, drafted = trimmed(lanes, drafted)
    if container and container.fills and drafted[-1].height > PAGE_SLACK:
        drafted[-1] = drafted[-1]._replace(height=drafted[-1].height - PAGE_SLACK)
    first = drafted[0].cells[0].drafts if drafted[0].cells else []
    made = TableDraft(
        roles.LAYOUT,
        drafted,
        [lane.end - lane.begin for lane in lanes],
        (frame.right if rtl else frame.left) + lanes[0].begin,
        owner.element,
        right_to_left=rtl,
        joins=any(draft.joins for draft in first[:1]),
    )
    return Part([made], rows[0][0][0].spot.page, extents[0].top, extents[-1].bottom)


def _row(band: Band, gap: float, edge: Extent, lanes: list[Lane], around: Around) -> RowDraft:
    cells: list[CellDraft] = []
    columns = iter(band)
    for index, lane in enumerate(lanes):
        if lane.blank:
            cells.append(CellDraft([], BARE, index, 1, 1))
        else:
            look, drafts = _cell(next(columns), edge, lane, gap, around)
            cells.append(CellDraft(drafts, with_margins(look, drafts), index, 1, 1))
    filled, gaps = ([c for c in cells if bool(c.drafts) is there] for there in (True, False))
    level(filled)
    cells = sorted(filled + gaps, key=lambda cell: cell.column)
    formats = around.context.formats
    whole = any(formats.paragraph(one.box.style).keep_lines for column in band for one in column)
    return RowDraft(cells, False, whole, edge.bottom - edge.top if edge.stated else 0.0)


def _cell(
    column: Column, row: Extent, lane: Lane, gap: float, around: Around
) -> tuple[ir.CellFormat, list[Draft]]:
    """The cell of a column: what its only box looks like, or nothing of its own."""
    place = around.place
    # What floats in a cell is no frame, nor is what is positioned there.
    inner = around._replace(place=place._replace(page=None, boxes=place.boxes + place.floats))
    first, *others = column
    if others:
        start = min(one.start for one in column)
        width = max(one.end for one in column) - start
        moved = [_moved(one, start, width) for one in column]
        drafts = arrange(moved, inner._replace(frame=Frame(0.0, 0.0, width)), None)
        return padded(BARE, lane, (0.0,) * 4, gap, Slack()), drafts
    drawn = is_drawn_by_cell(first, row.bottom - row.top, around.context)
    drafts, (top, right, bottom, left) = content(first, drawn, inner)
    align, down = upright(first, row[:2], around.owner)
    below = margin(first.box, BOTTOM, first.spot.room)
    if not drawn and 0 < below <= row.bottom - first.spot.bottom + NEAR:
        bottom += below
    look = drawn_look(first.box if drawn else None, around.context)
    fits = fits_text(first.box) and around.owner.style["direction"] != "rtl"
    more = slack(drafts, first.spot) if fits else Slack()
    look = padded(look, lane, (top + down, right, bottom, left), gap, more)
    return look._replace(align=align), drafts


def _moved(item: Item, start: float, width: float) -> Item:
    """An item as it stands in a column of its own."""
    spot = item.spot
    left = item.start - start
    if spot.start != item.start:  # from right to left
        left = width - left - spot.width
    return Item(item.box, spot._replace(start=left, room=width), item.start - start)
