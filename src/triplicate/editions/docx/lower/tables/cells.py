"""Lowering (stage 7c): the rows and cells of one table.

Input: row and cell boxes. Output: `RowDraft`s whose cells have complete looks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower import roles
from triplicate.editions.docx.lower.css.units import TWIPS_PER_PIXEL, color, computed, length, twips
from triplicate.editions.docx.lower.drafts import (
    CellDraft,
    Draft,
    Frame,
    ParagraphDraft,
    Place,
    RowDraft,
    TableDraft,
    in_flow,
)
from triplicate.editions.docx.lower.limits import check_part
from triplicate.editions.docx.lower.neighbours import with_margins
from triplicate.editions.docx.lower.tables.columns import SLACK, spacing
from triplicate.editions.docx.lower.tables.cuts import report_cut, report_rows
from triplicate.editions.docx.lower.tables.decimals import Column, align_numbers
from triplicate.editions.docx.lower.tables.turned import direction, length_of, turn
from triplicate.editions.docx.lower.text.paragraphs import empty

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.context import Context
    from triplicate.editions.docx.lower.tables.edges import Edges, TableEdges

Widths = tuple[float, ...]  # of a cell's borders, in pixels
ALIGNMENTS = {"top": "top", "middle": "center", "bottom": "bottom"}


class CellReader:
    """Reads the cells of one table box; ``table`` is the draft that they are for."""

    def __init__(self, box: Any, edges: TableEdges, table: TableDraft, context: Context) -> None:
        self._edges = edges
        self._table = table
        self._context = context
        self._page = box.style["page"]
        self._text = Place(roles.TABLE_TEXT)
        self._total = Place(roles.TABLE_TOTAL)
        self._heading = Place(roles.TABLE_HEADING)
        self._row_heading = Place(roles.TABLE_ROW_HEADING)
        self._gaps = spacing(box)
        self._table_shade = color(box.style, "background_color")
        self._columns = {
            column.grid_x: color(column.style, "background_color")
            or color(group.style, "background_color")
            for group in box.column_groups
            for column in group.children or [group]
        }
        self._looks: dict[tuple[Any, ...], ir.CellFormat] = {}
        self._paddings: dict[tuple[int, float], tuple[float, float]] = {}
        self._heights: dict[int, float] = {}

    def row(self, row: Any, group: Any, index: int, header: bool) -> RowDraft:
        """One row; ``index`` counts from the top of the table."""
        cells: list[CellDraft] = []
        for cell in row.children:
            draft = self._cell(cell, row, group, index, header)
            if draft.column < len(self._table.widths):
                cells.append(draft)
            elif cells:  # more columns than Word takes
                cells[-1].drafts.extend(draft.drafts)
            else:
                cells.append(draft._replace(column=len(self._table.widths) - 1, columns=1))
        anchor = row.style["anchor"]
        if anchor and cells:
            cells[0].drafts[0].anchors.insert(0, anchor)
        level(cells)
        for part in (group, row):
            check_part(part, self._context)
            report_rows(part, cells, self._page, self._context)
        whole = self._context.formats.paragraph(row.style).keep_lines is True
        heights = [length(computed(row.style, "height")), *map(self._height, row.children)]
        heights += [length_of(cell, self._context) for cell in cells if cell.format.direction]
        height = max(heights) + (self._gaps[1] if any(heights) else 0)
        return RowDraft(cells, header, whole, height, group.is_footer)

    def _cell(self, cell: Any, row: Any, group: Any, index: int, header: bool) -> CellDraft:
        place = self._total if group.is_footer else self._text
        if cell.element_tag == "th":
            place = self._heading if header else self._row_heading
        end = min(cell.grid_x + cell.colspan, len(self._table.widths))
        width = sum(self._table.widths[cell.grid_x : end])
        turned = direction(cell, self._context)
        borders = self._edges.widths(cell)
        look = self._look(cell, row, group, self._edges.around(cell, index), width, borders)
        drafts = self._content(cell, width, place, borders)
        if turned:
            across = turn(drafts, turned, look.align or "top")
            look = look._replace(direction=turned, align=across)
        return CellDraft(
            drafts,
            with_margins(look, drafts),
            cell.grid_x,
            max(1, end - cell.grid_x),
            cell.rowspan,
            place is self._row_heading and cell.grid_x == 0,
        )

    def _height(self, cell: Any) -> float:
        """The least height that a cell asks for, from border to border."""
        key = self._context.formats.key(cell.style)
        if key not in self._heights:
            self._heights[key] = _least_height(cell.style)
        return self._heights[key]

    def _content(self, cell: Any, width: float, place: Place, borders: Widths) -> list[Draft]:
        left, right = self._insets(cell, width, borders)
        frame = Frame(0.0, 0.0, width - left - right)
        drafts = self._context.flow(cell, frame, place)
        report_cut(cell, drafts, self._context)
        if not drafts:
            drafts.append(empty(cell, frame, place, self._context))
        if anchor := cell.style["anchor"]:
            drafts[0].anchors.insert(0, anchor)
        if hasattr(cell, "aligned") and isinstance(drafts[0], ParagraphDraft):
            of_table = self._table.fact, len(self._table.widths), twips(self._table.gap)
            column = Column(*of_table, cell.grid_x, twips(width), twips(left), twips(right))
            align_numbers(drafts[0], cell, column, self._context)
        return drafts

    def _insets(self, cell: Any, width: float, borders: Widths) -> tuple[float, float]:
        """From the grid's lines to the text at the sides where rows begin and end, in pixels."""
        key = self._context.formats.key(cell.style), width
        if key not in self._paddings:
            sides = (f"padding_{side}" for side in self._edges.sides[1::2])
            left, right = (length(computed(cell.style, side), width) for side in sides)
            self._paddings[key] = left, right
        left, right = self._paddings[key]
        across = self._gaps[0] / 2
        return left + borders[1] + across, right + borders[3] + across

    def _look(
        self, cell: Any, row: Any, group: Any, edges: Edges, width: float, borders: Widths
    ) -> ir.CellFormat:
        formats = self._context.formats
        keys = formats.key(cell.style), formats.key(row.style), cell.grid_x in self._columns
        key = (*keys, id(group), cell.grid_x if keys[2] else 0, edges, borders, width)
        known = self._looks.get(key)
        if known is None:
            check_part(cell, self._context)
            shade = self._shade(cell, row, group)
            align = ALIGNMENTS.get(str(cell.style["vertical_align"]), "top")
            padding = self._padding(cell, width, borders)
            known = self._looks[key] = ir.CellFormat(*edges, shade, padding, align)
        return known

    def _shade(self, cell: Any, row: Any, group: Any) -> str:
        """The fill that shows: CSS 2.2, 17.5.1, paints cells over rows over columns."""
        for box in (cell, row, group):
            # A row group that the HTML leaves out has no style of its own.
            if hasattr(box.style, "cascaded") and (fill := color(box.style, "background_color")):
                return fill
        return self._columns.get(cell.grid_x) or self._table_shade or ""

    def _padding(self, cell: Any, width: float, borders: Widths) -> tuple[int, int, int, int]:
        """From the grid's lines to the text: top, right, bottom, left.

        Word gives rows the room that their borders take, but not columns.
        """
        left, right = self._insets(cell, width, borders)
        down = self._gaps[1] / 2
        top, bottom = (
            length(computed(cell.style, f"padding_{side}"), width) for side in ("top", "bottom")
        )
        slack = 0 if self._table.fixed else SLACK
        _, begin, _, end = (
            twips(length(computed(cell.style, f"padding_{side}"), width))
            for side in self._edges.sides
        )
        after = min(slack, end)
        before = min(slack - after, begin)
        return twips(top + down), twips(right) - after, twips(bottom + down), twips(left) - before


def _least_height(style: Any) -> float:
    height = max(length(computed(style, name)) for name in ("height", "min_height"))
    if not height or style["box_sizing"] == "border-box":
        return height
    return height + sum(length(computed(style, f"padding_{side}")) for side in ("top", "bottom"))


def level(cells: list[CellDraft]) -> None:
    """Give the cells of a row equal padding above and below, and the rest to their paragraphs.

    Word takes the largest for all of them.
    """
    paddings = [cell.format.padding for cell in cells if cell.format.padding]
    if len(paddings) < len(cells) or len(set(paddings)) < 2:
        return
    least_top, least_bottom = (min(padding[side] for padding in paddings) for side in (0, 2))
    for index, (cell, (top, right, bottom, left)) in enumerate(zip(cells, paddings, strict=True)):
        flowing = in_flow(cell.drafts)
        first, last = flowing[0], flowing[-1]
        if isinstance(first, ParagraphDraft):
            first.before += (top - least_top) / TWIPS_PER_PIXEL
            top = least_top
        if isinstance(last, ParagraphDraft):
            last.after += (bottom - least_bottom) / TWIPS_PER_PIXEL
            bottom = least_bottom
        look = cell.format._replace(padding=(top, right, bottom, left))
        cells[index] = cell._replace(format=look)
