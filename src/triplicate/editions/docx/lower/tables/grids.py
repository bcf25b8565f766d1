"""Lowering (stage 7c): table drafts to IR tables on a grid of whole twips.

Input: a `TableDraft` and its style. Output: `ir.Table` whose cells say only what the style does
not; each column of each row has a cell, a span over it, or is counted as missing at the end.
"""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower import roles
from triplicate.editions.docx.lower.css.units import twips
from triplicate.editions.docx.lower.drafts import CellDraft, ParagraphDraft, RowDraft, TableDraft
from triplicate.editions.docx.lower.tables.columns import SLACK
from triplicate.editions.docx.lower.tables.styles import NOTHING, expected

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from triplicate.editions.docx.lower.drafts import Draft

    Padding = tuple[int, int, int, int] | None
    Blocks = Callable[[list[Draft]], tuple[ir.Block, ...]]

# Collapsed borders take half of their width from each cell. A frame that is thicker than the lines
# inside would make all cells along it exceptions: they are not, up to 1 pt (in twips).
SAME_PADDING = 20
BARE = ir.CellFormat(ir.NO_BORDER, ir.NO_BORDER, ir.NO_BORDER, ir.NO_BORDER, "")


class Span(NamedTuple):
    """A cell that goes on into the next rows."""

    rows: int
    cell: CellDraft


class GridFinisher:
    """Finishes one table; ``blocks`` finishes what is in its cells."""

    def __init__(self, draft: TableDraft, style: ir.TableStyle, blocks: Blocks) -> None:
        self._draft = draft
        self._style = style
        self._blocks = blocks
        self._rows = list(_shown(draft.rows))
        self._headers = _count_headers(self._rows)
        last = self._rows[-1] if self._rows else None
        self._footer = last is not None and last.footer and style.footer != NOTHING
        self._row_headings = _has_row_headings(self._rows[: len(self._rows) - self._footer])
        self._spans: dict[int, Span] = {}
        self._above: list[ir.Border | None] = []
        self._inside = style.inside_rows, style.inside_columns
        self._looks: dict[tuple[object, ...], ir.CellFormat] = {}

    def table(self) -> ir.Table:
        """The finished table."""
        draft = self._draft
        # Margins may leave a box less than nothing, which Word takes for damage.
        widths = (max(0.0, width) for width in draft.widths)
        edges = [twips(edge) for edge in accumulate(widths, initial=0.0)]
        return ir.Table(
            self._style.name,
            tuple(self._row(row, index) for index, row in enumerate(self._rows)),
            tuple(b - a for a, b in pairwise(edges)),
            twips(draft.left),
            draft.title,
            draft.description,
            draft.right_to_left,
            draft.fact,
            twips(draft.gap),
            draft.fixed,
            draft.align,
            self._row_headings,
            self._footer,
            draft.floating,
            draft.clear,
            twips(draft.stop),
            draft.page_room,
            draft.fills,
        )

    def exceptions(self) -> int:
        """How many cells do not look as the style says."""
        looks = (
            self._direct(cell, index, index)
            for index, row in enumerate(self._rows)
            for cell in row.cells
        )
        return sum(look != NOTHING for look in looks)

    def _row(self, row: RowDraft, index: int) -> ir.Row:
        starting = {cell.column: cell for cell in row.cells}
        cells: list[ir.Cell] = []
        column, holes = 0, 0
        before: CellDraft | None = None
        below: list[ir.Border | None] = []
        while column < len(self._draft.widths):
            cell = starting.get(column)
            span = self._spans.pop(column, None)
            if cell is None and span is None:
                holes, column, before = holes + 1, column + 1, None
                below.append(None)
                continue
            if holes:
                cells += [self._hole()] * holes
                holes = 0
            if cell is not None:
                cells.append(self._begin(cell, index, before))
                if cell.rows > 1:
                    self._spans[column] = Span(cell.rows - 1, cell)
            elif span is not None:
                cell = span.cell
                cells.append(self._continued(cell, index))
                if span.rows > 1:
                    self._spans[column] = Span(span.rows - 1, cell)
            end = column + (cell.columns if cell is not None else 1)
            for covered in range(column + 1, end):
                self._spans.pop(covered, None)  # a cell that stands over another ends it
            column, before = end, cell
            below += [before.format.bottom if before else None] * (column - len(below))
        self._above = below
        return ir.Row(tuple(cells), row.header, row.whole, twips(row.height), holes)

    def _begin(self, cell: CellDraft, row: int, before: CellDraft | None) -> ir.Cell:
        merge = "restart" if cell.rows > 1 else ""
        look = self._direct(cell, row, row)
        rows, columns = self._inside
        if columns and look.left is None and before is not None:
            line = _hidden(columns, cell.format.left, before.format.right)
            look = look._replace(left=line) if line else look
        above = self._above[cell.column : cell.column + cell.columns]
        if rows and look.top is None and above and None not in above:
            line = _hidden(rows, cell.format.top, min(above, key=_width))
            look = look._replace(top=line) if line else look
        return ir.Cell(self._blocks(cell.drafts), cell.columns, merge, look)

    def _continued(self, cell: CellDraft, row: int) -> ir.Cell:
        styles = [draft.style for draft in cell.drafts if isinstance(draft, ParagraphDraft)]
        blocks = (ir.Paragraph(styles[-1] if styles else roles.TABLE_TEXT),)
        return ir.Cell(blocks, cell.columns, "continue", self._direct(cell, row - 1, row))

    def _hole(self) -> ir.Cell:
        """A place that no cell covers; Word has no holes."""
        return ir.Cell((ir.Paragraph(roles.TABLE_TEXT),), format=BARE)

    def _direct(self, cell: CellDraft, first: int, row: int) -> ir.CellFormat:
        """What of a cell's look in ``row`` its style does not say."""
        place = (
            row == 0,
            cell.column == 0,
            row == len(self._rows) - 1,
            cell.column + cell.columns >= len(self._draft.widths),
        )
        names_row = self._row_headings and cell.column == 0
        band = -1 if row < self._headers else (row - self._headers) % 2
        total = row - len(self._rows) if self._footer else 0
        key = (cell.format, place, names_row, band, first == row, max(-3, total))
        known = self._looks.get(key)
        if known is None:
            base = expected(self._style, row, self._headers, place, names_row, total == -1)
            wanted = cell.format
            if first != row:  # the line above a merged cell is that of its first row
                wanted = wanted._replace(top=base.top)
            if total == -2 and _is_shown(self._style.footer.top, wanted.bottom, base.bottom):
                wanted = wanted._replace(bottom=base.bottom)
            if any(place) and _alike(wanted.padding, base.padding):
                wanted = wanted._replace(padding=base.padding)
            known = self._looks[key] = ir.difference(wanted, base)
        return known


def _hidden(
    inside: ir.Border | None, own: ir.Border | None, other: ir.Border | None
) -> ir.Border | None:
    """The line between two cells, where it has to be stated to hide the one inside the style."""
    line = max(own or ir.NO_BORDER, other or ir.NO_BORDER, key=_width)
    return line if line != inside and _width(line) <= _width(inside) and _width(inside) else None


def _width(line: ir.Border | None) -> int:
    return line.size if line else 0


def _is_shown(below: ir.Border | None, wanted: ir.Border | None, own: ir.Border | None) -> bool:
    """Whether the line of the row ``below`` is the one that is ``wanted``, and hides a row's own.

    Of two lines Word and LibreOffice show the wider one (ECMA-376 Part 1, 17.4.66).
    """
    return below is not None and below == wanted and _width(own) <= _width(below)


def _alike(wanted: Padding, known: Padding) -> bool:
    """Whether the padding of two cells differs by no more than the halves of their borders do.

    What is ``known`` must leave as much room for the text, but for what cells have to spare.
    """
    if wanted is None or known is None:
        return False
    (top, right, bottom, left), (known_top, known_right, known_bottom, known_left) = wanted, known
    return (
        (top, bottom) == (known_top, known_bottom)
        and abs(right - known_right) <= SAME_PADDING
        and abs(left - known_left) <= SAME_PADDING
        and known_left + known_right <= left + right + SLACK // 2
    )


def _shown(rows: list[RowDraft]) -> Iterator[RowDraft]:
    """The rows that have cells of their own or of the rows above: Word takes no others."""
    reach = 0
    for row in rows:
        if row.cells or reach > 0:
            yield row
        reach = max([reach, *(cell.rows for cell in row.cells)]) - 1


def _count_headers(rows: list[RowDraft]) -> int:
    return next((index for index, row in enumerate(rows) if not row.header), len(rows))


def _has_row_headings(rows: list[RowDraft]) -> bool:
    """Whether all the cells of the first column, but for the header, name their rows."""
    firsts = [cell for row in rows if not row.header for cell in row.cells if cell.column == 0]
    return bool(firsts) and all(cell.heading for cell in firsts)
