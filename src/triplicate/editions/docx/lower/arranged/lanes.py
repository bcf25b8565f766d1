"""Lowering (stage 7c): the columns of layout tables.

Input: rows of boxes with the same columns. Output: the columns from edge to edge, and the padding
of their cells.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.arranged.bands import Band, edges
from triplicate.editions.docx.lower.arranged.cells import Around, is_shown
from triplicate.editions.docx.lower.arranged.slack import SHARE, fits_text
from triplicate.editions.docx.lower.css.units import TWIPS_PER_PIXEL, twips
from triplicate.editions.docx.lower.tables.columns import SLACK

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.arranged.slack import Slack
    from triplicate.editions.docx.lower.context import Context
    from triplicate.editions.docx.lower.drafts import RowDraft

GAP = 1.0  # pixels: nearer boxes touch


class Lane(NamedTuple):
    """A column of the grid from edge to edge, and what of it is gap before and after the boxes.

    A ``blank`` one is a gap between two boxes that show; ``extra`` of what is ``after`` them is
    beyond the text area.
    """

    begin: float
    end: float
    before: float = 0.0
    after: float = 0.0
    blank: bool = False
    extra: float = 0.0


def _is_rtl(around: Around) -> bool:
    return bool(around.owner.style["direction"] == "rtl")


def _is_lane_shown(rows: list[Band], index: int, context: Context) -> bool:
    return any(is_shown(one.box, context) for band in rows for one in band[index])


def lanes_of(rows: list[Band], around: Around) -> list[Lane]:
    """The columns of a table of ``rows``."""
    columns = edges(rows[0])
    drawn = [_is_lane_shown(rows, index, around.context) for index in range(len(columns))]
    # LibreOffice takes the padding of cells for that of the page's sides, Word for that of lines.
    rtl = _is_rtl(around)
    lanes = [Lane(*columns[0])]
    for index, (begin, end) in enumerate(columns[1:], 1):
        last = lanes[-1]
        gap = begin - last.end
        if gap < GAP:
            lanes[-1] = last._replace(end=begin)
        elif rtl and not drawn[index - 1]:
            middle = begin - gap / 2  # another program may set the text a little wider
            lanes[-1] = last._replace(end=middle)
            lanes.append(Lane(middle, begin, blank=True))
        elif rtl or (drawn[index - 1] and drawn[index]):
            lanes.append(Lane(last.end, begin, blank=True))
        elif drawn[index]:
            lanes[-1] = last._replace(end=begin, after=gap)
        elif drawn[index - 1]:
            lanes.append(Lane(last.end, end, before=gap))
            continue
        else:
            middle = begin - gap / 2
            lanes[-1] = last._replace(end=middle, after=gap / 2)
            lanes.append(Lane(middle, end, before=gap / 2))
            continue
        lanes.append(Lane(begin, end))
    return lanes


def widened(lanes: list[Lane], rows: list[Band], around: Around) -> list[Lane]:
    """The lanes, the last one a little wider where its boxes are as wide as their text.

    At the end of the text area there is no other room; `trimmed` takes what none of them needs.
    """
    place, last = around.place, lanes[-1]
    inside = place.page is None or place.boxes or place.floats
    inside = inside or place.columns is not None or is_shown(around.owner, around.context)
    if inside or _is_rtl(around) or _is_lane_shown(rows, -1, around.context):
        return lanes
    if not any(fits_text(one.box) for band in rows for one in band[-1]):
        return lanes
    begin, end = edges(rows[0])[-1]
    extra = (end - begin) * SHARE
    return [*lanes[:-1], last._replace(end=last.end + extra, after=last.after + extra, extra=extra)]


def _end(row: RowDraft) -> int:
    """The padding at the end of a row, in twips."""
    padding = row.cells[-1].format.padding
    return padding[1] if padding else 0


def trimmed(lanes: list[Lane], rows: list[RowDraft]) -> tuple[list[Lane], list[RowDraft]]:
    """The lanes and rows without the room at their end that no text needs."""
    last = lanes[-1]
    surplus = min([twips(last.extra), *map(_end, rows)])
    if surplus <= 0:
        return lanes, rows
    lanes = [*lanes[:-1], last._replace(end=last.end - surplus / TWIPS_PER_PIXEL)]
    return lanes, [_narrower(row, surplus) for row in rows]


def _narrower(row: RowDraft, surplus: int) -> RowDraft:
    cell = row.cells[-1]
    top, _, bottom, left = cell.format.padding or (0,) * 4
    look = cell.format._replace(padding=(top, _end(row) - surplus, bottom, left))
    return row._replace(cells=[*row.cells[:-1], cell._replace(format=look)])


def padded(
    look: ir.CellFormat, lane: Lane, room: tuple[float, ...], gap: float, more: Slack
) -> ir.CellFormat:
    """The padding of a cell: the ``room`` in its box and the gaps around, but for some slack.

    Where there are gaps, it is ``more``.
    """
    top, right, bottom, left = room
    after, before = twips(right + lane.after), twips(left + lane.before)
    own = after if more.after else after - twips(lane.extra)
    off_end = min(max(more.after, 0 if more.before else SLACK), max(0, own))
    off_start = min(max(more.before, SLACK - off_end), max(0, before))
    padding = (twips(top), after - off_end, twips(bottom + gap), before - off_start)
    return look._replace(padding=padding)
