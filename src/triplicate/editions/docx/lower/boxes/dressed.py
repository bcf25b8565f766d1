"""Lowering (stage 7c): the borders and fill of a container whose content is one layout table.

Input: that table and what the container looks like. Output: the same table, whose cells are drawn
as the container is: a table of one cell around it would be one more to get lost in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower import roles
from triplicate.editions.docx.lower.css.outlines import edges_of
from triplicate.editions.docx.lower.css.room import BOTTOM, LEFT, RIGHT, TOP
from triplicate.editions.docx.lower.css.units import twips
from triplicate.editions.docx.lower.drafts import Draft, TableDraft

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.drafts import CellDraft, Frame

Sides = tuple[bool, bool, bool, bool]


def layout_table(drafts: list[Draft]) -> TableDraft | None:
    """The layout table that is all of ``drafts``; None where any of its cells shows for itself."""
    if len(drafts) != 1 or not isinstance(drafts[0], TableDraft):
        return None
    table = drafts[0]
    if table.style != roles.LAYOUT or table.floating or table.right_to_left:
        return None
    return None if any(shows(cell) for row in table.rows for cell in row.cells) else table


def shows(cell: CellDraft) -> bool:
    """Whether a cell has a fill or borders."""
    look = cell.format
    edges = (look.top, look.left, look.bottom, look.right)
    return bool(look.shade) or any(edge and edge.style != "nil" for edge in edges)


def dress(
    table: TableDraft,
    look: ir.ParagraphFormat,
    spaces: list[float],
    edge: list[float],
    inner: Frame,
) -> TableDraft:
    """Draw a container around its table; ``spaces`` are inside its borders, ``edge`` their widths.

    Those above and below hold what the table has as margins. A table that reaches out of its
    container widens it.
    """
    left = table.left - inner.left + spaces[LEFT] + edge[LEFT]
    right = inner.left + inner.width - table.left - sum(table.widths) + spaces[RIGHT] + edge[RIGHT]
    left, right = max(0.0, left), max(0.0, right)
    table.left -= left
    table.widths[0] += left
    table.widths[-1] += right
    last = len(table.widths) - 1
    for index, row in enumerate(table.rows):
        above = spaces[TOP] if index == 0 else 0.0
        below = spaces[BOTTOM] if index == len(table.rows) - 1 else 0.0
        if row.height:
            table.rows[index] = row._replace(height=row.height + above + below)
        for place, cell in enumerate(row.cells):
            at = index == 0, cell.column == last, index == len(table.rows) - 1, cell.column == 0
            room = (above, right if at[RIGHT] else 0.0, below, left if at[LEFT] else 0.0)
            row.cells[place] = cell._replace(format=_drawn(cell.format, look, at, room))
    return table


def _drawn(
    cell: ir.CellFormat, look: ir.ParagraphFormat, at: Sides, room: tuple[float, ...]
) -> ir.CellFormat:
    edges = [
        line._replace(space=0) if there else ir.NO_BORDER
        for line, there in zip(edges_of(look), at, strict=True)
    ]
    padding = [own + twips(more) for own, more in zip(cell.padding or (0,) * 4, room, strict=True)]
    return ir.CellFormat(
        edges[TOP],
        edges[LEFT],
        edges[BOTTOM],
        edges[RIGHT],
        look.shade or "",
        (padding[0], padding[1], padding[2], padding[3]),
        cell.align,
    )
