"""Packaging (stage 7c): the properties of tables, rows and cells, and the widths of columns.

Where the layout knows the widths better than the IR, they are filled in late.
"""

from __future__ import annotations

from functools import cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from triplicate.editions.docx import ir
from triplicate.editions.docx.names import style_id
from triplicate.editions.docx.package.floats import table_place
from triplicate.editions.docx.package.xml import border, escape, indentation, tab_stops, within

if TYPE_CHECKING:
    from triplicate.editions.docx.package.late import Late
    from triplicate.layout.facts import LayoutFacts

TWIPS_PER_PIXEL = 15
MARGIN = 600  # twips of a page beside its text, in which tables may stand
# What of the table style applies (ECMA-376 Part 1, 17.4.56): the looks of the first and the last
# row and of the first column, horizontal bands; no last column, no vertical bands.
FIRST_ROW, LAST_ROW, FIRST_COLUMN, NO_VERTICAL_BANDS = 0x20, 0x40, 0x80, 0x400


class Columns:
    """The column widths of one table as text: numbers, or marks of what the layout will tell.

    The table may fill a cell: these are the columns ``around`` it, its first one and their number.
    """

    def __init__(
        self, table: ir.Table, late: Late, around: tuple[Columns, int, int] | None = None
    ) -> None:
        self._table = table
        self._around = around if table.fills else None
        self._waits: bool = table.fact is not None or bool(self._around and self._around[0]._waits)
        self._late = late
        self._texts: dict[tuple[int, int], str] = {}
        self._used: tuple[int, ...] = ()

    def width(self, column: int, span: int) -> str:
        """The width of ``span`` columns from ``column`` on, in twips."""
        known = self._texts.get((column, span))
        if known is None:
            known = self._texts[column, span] = self._written(column, column + span)
        return known

    def total(self) -> str:
        """The width of the table in twips."""
        return self.width(0, len(self._table.widths))

    def layout(self) -> str:
        """Word's layout: "autofit" only where nobody knows the widths."""
        if self._table.fixed or self._table.fact is None:
            return "fixed"
        return self._late.hold(lambda facts: "fixed", "autofit")

    def place(self) -> str:
        """Where the table stands. Word aligns at the margins alone."""
        table = self._table
        align = f'<w:jc w:val="{table.align}"/>' if table.align else ""
        own = f'{align}<w:tblInd w:w="{table.left}" w:type="dxa"/>'
        if not table.stop or table.fact is None:
            return own

        def read(facts: LayoutFacts) -> str:
            left = _left(table, 0, sum(self._laid_out(facts)))
            return f'<w:tblInd w:w="{left}" w:type="dxa"/>'

        return self._late.hold(read, own)

    def _written(self, start: int, end: int) -> str:
        own = str(within(sum(self._table.widths[start:end])))
        if not self._waits:
            return own
        return self._late.hold(lambda facts: self._used_width(facts, start, end), own)

    def _used_width(self, facts: LayoutFacts, start: int, end: int) -> str:
        return str(within(sum(self._laid_out(facts)[start:end])))

    def _wider(self, facts: LayoutFacts) -> int:
        """How much wider the cell around the table is in the layout than in the IR."""
        if self._around is None:
            return 0
        outer, column, span = self._around
        columns = slice(column, column + span)
        return sum(outer._laid_out(facts)[columns]) - sum(outer._table.widths[columns])

    def _laid_out(self, facts: LayoutFacts) -> tuple[int, ...]:
        """The widths in the layout; those of the IR where it left some columns out."""
        table = self._table
        if not self._used and table.fact is not None:
            self._used = used_widths(facts, table.fact, len(table.widths), table.gap)
            self._used = _on_page(self._used, table.page, facts)
        elif not self._used:
            *others, last = table.widths
            self._used = *others, max(1, last + self._wider(facts))
        return self._used or table.widths


def _on_page(
    widths: tuple[int, ...], page: ir.PageRoom | None, facts: LayoutFacts
) -> tuple[int, ...]:
    """The widths, narrower where the outermost table would go beyond the page."""
    total = sum(used_widths(facts, page.fact, page.columns, page.gap)) if page else 0
    if page is None or total <= page.room + MARGIN:
        return widths
    edges = [edge * page.room // total for edge in accumulate(widths, initial=0)]
    return tuple(b - a for a, b in pairwise(edges))


def used_widths(facts: LayoutFacts, fact: int, count: int, gap: int) -> tuple[int, ...]:
    """The layout's widths of ``count`` columns in whole twips that add up; none for fewer."""
    widths = facts.tables[fact] if fact < len(facts.tables) else ()
    if len(widths) < count:
        return ()
    lengths = (width * TWIPS_PER_PIXEL + gap for width in widths[:count])
    edges = [round(edge) for edge in accumulate(lengths, initial=0.0)]
    return tuple(b - a for a, b in pairwise(edges))


def caption_indents(look: ir.ParagraphFormat, over: ir.Over, late: Late) -> str:
    """``<w:ind>`` of a caption that is as wide as its table; else as its format says."""
    own = indentation(look)

    def read(facts: LayoutFacts) -> str:
        widths = used_widths(facts, over.fact, over.columns, over.gap)
        free = over.room - max(sum(widths), over.least + max(0, sum(over.indents)))
        if not widths or free <= 0:
            return own
        left = _left(over, free, over.room - free)
        indents = left + over.indents[0], free - left + over.indents[1]
        stated = [a if a != b else None for a, b in zip(indents, over.usual, strict=True)]
        return indentation(look._replace(left=stated[0], right=stated[1]))

    return late.hold(read, own)


def _left(place: ir.Over | ir.Table, free: int, total: int) -> int:
    """Where a table that is ``total`` wide begins; ``free`` is the rest between the margins."""
    if place.align and place.stop:
        free = place.stop - total
        return (place.left + free) // 2 if place.align == "center" else free
    return {"center": free // 2, "right": free}.get(place.align, place.left)


def decimal_stop(axis: ir.Axis, late: Late) -> str:
    """``<w:tabs>`` with the stop that a column's numbers are aligned at."""
    fact = axis.fact

    def stop(width: int) -> str:
        position = axis.start + round(axis.share * max(0, width - axis.taken))
        return tab_stops((ir.Tab("decimal", position),))

    if fact is None:
        return stop(axis.own)

    def read(facts: LayoutFacts) -> str:
        widths = used_widths(facts, fact, axis.columns, axis.gap)
        return stop(widths[axis.column] if widths else axis.own)

    return late.hold(read, stop(axis.own))


def table_head(table: ir.Table, columns: Columns, late: Late) -> str:
    """``<w:tbl>`` up to its first row (CT_TblPr in schema order, then the grid)."""
    parts = [
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style_id(table.style)}"/>',
        table_place(table.floating, late) if table.floating else "",
        "<w:bidiVisual/>" if table.right_to_left else "",
        f'<w:tblW w:w="{columns.total()}" w:type="dxa"/>',
        columns.place(),
        f'<w:tblLayout w:type="{columns.layout()}"/>',
        _look(table),
    ]
    if table.title:
        parts.append(f'<w:tblCaption w:val="{escape(table.title)}"/>')
    if table.description:
        parts.append(f'<w:tblDescription w:val="{escape(table.description)}"/>')
    grid = (f'<w:gridCol w:w="{columns.width(i, 1)}"/>' for i in range(len(table.widths)))
    return "".join(parts) + f"</w:tblPr><w:tblGrid>{''.join(grid)}</w:tblGrid>"


def _look(table: ir.Table) -> str:
    header = bool(table.rows) and table.rows[0].header
    value = NO_VERTICAL_BANDS | FIRST_ROW * header | LAST_ROW * table.footer
    value |= FIRST_COLUMN * table.row_headings
    return (
        f'<w:tblLook w:val="{value:04X}" w:firstRow="{header:d}" w:lastRow="{table.footer:d}" '
        f'w:firstColumn="{table.row_headings:d}" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
    )


def row_properties(row: ir.Row, columns: Columns, count: int) -> str:
    """``<w:trPr>``, or nothing; ``count`` is that of the table's columns."""
    inner = ""
    if row.missing:
        width = columns.width(count - row.missing, row.missing)
        inner += f'<w:gridAfter w:val="{row.missing}"/><w:wAfter w:w="{width}" w:type="dxa"/>'
    if row.whole:
        inner += "<w:cantSplit/>"
    if row.height:
        inner += f'<w:trHeight w:val="{within(row.height)}" w:hRule="atLeast"/>'
    if row.header:
        inner += "<w:tblHeader/>"
    return f"<w:trPr>{inner}</w:trPr>" if inner else ""


def cell_properties(cell: ir.Cell, width: str) -> str:
    """``<w:tcPr>``; ``width`` in twips, or a mark."""
    rest = _cell_properties(cell.span, cell.merge, cell.format)
    return f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{rest}</w:tcPr>'


@cache
def _cell_properties(span: int, merge: str, look: ir.CellFormat) -> str:
    parts = [f'<w:gridSpan w:val="{span}"/>'] if span > 1 else []
    if merge:
        parts.append(f'<w:vMerge w:val="{merge}"/>')
    return "".join(parts) + cell_format(look)


def cell_format(look: ir.CellFormat) -> str:
    """Borders, fill, padding and alignment of a cell (CT_TcPr in schema order)."""
    parts = []
    sides = {"top": look.top, "left": look.left, "bottom": look.bottom, "right": look.right}
    if any(edge is not None for edge in sides.values()):
        edges = "".join(border(side, edge) for side, edge in sides.items())
        parts.append(f"<w:tcBorders>{edges}</w:tcBorders>")
    if look.shade is not None:
        parts.append(f'<w:shd w:val="clear" w:color="auto" w:fill="{look.shade or "auto"}"/>')
    if look.padding is not None:
        parts.append(f"<w:tcMar>{padding(look.padding)}</w:tcMar>")
    if look.direction is not None:
        parts.append(f'<w:textDirection w:val="{look.direction}"/>')
    if look.align is not None:
        parts.append(f'<w:vAlign w:val="{look.align}"/>')
    return "".join(parts)


def padding(widths: tuple[int, int, int, int]) -> str:
    """The children of ``<w:tcMar>`` and ``<w:tblCellMar>``, which are never less than nothing."""
    top, right, bottom, left = widths
    sides = {"top": top, "left": left, "bottom": bottom, "right": right}
    return "".join(
        f'<w:{side} w:w="{max(0, width)}" w:type="dxa"/>' for side, width in sides.items()
    )
