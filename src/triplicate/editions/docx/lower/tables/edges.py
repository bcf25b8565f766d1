"""Lowering (stage 7c): the lines around table cells, in either border model of CSS.

Input: a table box and its cells. Output: four `ir.Border`s a cell: top, left, bottom, right, where
left is the side on which rows begin, as Word means it in tables from right to left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.css.borders import edge, line, strength
from triplicate.editions.docx.lower.css.units import length, rgb

if TYPE_CHECKING:
    from collections.abc import Iterable

    from triplicate.editions.docx.lower.css.formats import Formats

Edges = tuple[ir.Border, ir.Border, ir.Border, ir.Border]
LEFT_TO_RIGHT = ("top", "left", "bottom", "right")
RIGHT_TO_LEFT = ("top", "right", "bottom", "left")
SEEN = 8  # eighths of a point: thinner lines beside others are not missed
_NONE = (ir.NO_BORDER,) * 4


class TableEdges:
    """The lines of one table; ``sides`` are CSS names in the order of Word's.

    In the collapsing model WeasyPrint has settled which border wins on each line of the grid
    (``collapsed_border_grid``). Of a line between two cells the one above or before it says what
    it looks like: Word shows the border of either cell where the other has none (ECMA-376 Part 1,
    17.4.66). So a cell looks like its neighbours, and the table style can say how. The last row
    of a footer, of which a table style can say more, has its line above too. In the separated
    model, where cells have lines beside the table's, Word draws the thicker one: these are
    ``doubled``.
    """

    def __init__(self, box: Any, columns: int, rows: int, formats: Formats) -> None:
        self._formats = formats
        self._read: dict[int, list[ir.Border]] = {}
        self._widths: dict[int, tuple[float, ...]] = {}
        self.sides = RIGHT_TO_LEFT if box.style["direction"] == "rtl" else LEFT_TO_RIGHT
        self._grid: Any = getattr(box, "collapsed_border_grid", None)
        self._size = columns, rows
        footer = box.children and box.children[-1].is_footer
        self._lined_above = (0, rows - 1) if footer else (0,)
        self._outer = _NONE if self._grid else tuple(edge(box.style, s) for s in self.sides)
        self._lines: dict[tuple[Any, ...], ir.Border] = {}
        self.doubled = False

    @property
    def collapsed(self) -> bool:
        """Whether neighbouring cells share one line."""
        return self._grid is not None

    @property
    def outlined(self) -> bool:
        """Whether the table's outer lines may differ from those that its cells have inside."""
        return self.collapsed or self._outer != _NONE

    def around(self, cell: Any, row: int) -> Edges:
        """The lines of a cell that begins in ``row``."""
        if self._grid:
            return self._shared(cell, row)
        return self._own(cell, row)

    def widths(self, cell: Any) -> tuple[float, ...]:
        """How much of the cell its borders take on each side, in pixels."""
        if self._grid:
            return tuple(getattr(cell, f"border_{side}_width") for side in self.sides)
        key = self._formats.key(cell.style)
        if key not in self._widths:
            self._widths[key] = tuple(
                length(cell.style[f"border_{side}_width"]) for side in self.sides
            )
        return self._widths[key]

    def _own(self, cell: Any, row: int) -> Edges:
        key = self._formats.key(cell.style)
        if key not in self._read:
            self._read[key] = [edge(cell.style, side) for side in self.sides]
        own = list(self._read[key])
        if self._outer != _NONE:
            columns, rows = self._size
            at_edge = (
                row == 0,
                cell.grid_x == 0,
                row + cell.rowspan >= rows,
                cell.grid_x + cell.colspan >= columns,
            )
            for index, outside in enumerate(at_edge):
                if outside:
                    weaker, own[index] = sorted((own[index], self._outer[index]), key=strength)
                    self.doubled = self.doubled or strength(weaker) >= SEEN
        return own[0], own[1], own[2], own[3]

    def _shared(self, cell: Any, row: int) -> Edges:
        vertical, horizontal = self._grid
        rtl = self.sides is RIGHT_TO_LEFT
        columns = [-1 - x if rtl else x for x in range(cell.grid_x, cell.grid_x + cell.colspan)]
        start, end = cell.grid_x, cell.grid_x + cell.colspan
        if rtl:
            start, end = -1 - start, -1 - end
        below = row + cell.rowspan
        return (
            self._strongest(horizontal[row][x] for x in columns)
            if row in self._lined_above
            else ir.NO_BORDER,
            self._strongest(vertical[y][start] for y in range(row, below))
            if cell.grid_x == 0
            else ir.NO_BORDER,
            self._strongest(horizontal[below][x] for x in columns),
            self._strongest(vertical[y][end] for y in range(row, below)),
        )

    def _strongest(self, entries: Iterable[Any]) -> ir.Border:
        _, (style, width, color) = max(entries, key=_score)
        key = (style, width, id(color))
        if key not in self._lines:
            self._lines[key] = line(style, width, rgb(color))
        return self._lines[key]


def _score(entry: Any) -> Any:
    return entry[0]
