"""Header cells: what each is a header of, and which headers each cell has.

WeasyPrint names headers too, but loses the columns behind a cell that spans rows.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pydyf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triplicate.editions.pdf.tree import Tree

_SCOPES = {"row": "/Row", "rowgroup": "/Row", "col": "/Column", "colgroup": "/Column"}


@dataclass(frozen=True, slots=True)
class _Cell:
    element: Any
    row: int
    column: int
    attributes: Any

    @property
    def rows(self) -> range:
        return range(self.row, self.row + self.attributes.get("RowSpan", 1))

    @property
    def columns(self) -> range:
        return range(self.column, self.column + self.attributes.get("ColSpan", 1))


def mend_tables(tree: Tree) -> None:
    """Give header cells their Scope, and others the ids of their headers."""
    for table in tree.of_kind("/Table"):
        rows = list(_rows(table, tree))
        cells = list(_cells(rows, tree))
        for cell in cells:
            if cell.element["S"] == "/TH":
                cell.attributes["Scope"] = _scope(cell, rows[cell.row], tree)
        _name_headers(cells)


def _rows(table: Any, tree: Tree) -> Iterator[tuple[Any, bool]]:
    """The rows of a table, each with whether it is one of the head."""
    for group in tree.kids(table):
        if group["S"] == "/TR":
            yield group, False
        elif group["S"] in ("/THead", "/TBody", "/TFoot"):
            is_head = group["S"] == "/THead"
            yield from ((row, is_head) for row in tree.kids(group) if row["S"] == "/TR")


def _cells(rows: list[tuple[Any, bool]], tree: Tree) -> Iterator[_Cell]:
    """The cells of a table at their places; one that spans rows keeps its columns in them."""
    taken: dict[int, int] = {}  # the last row that a cell fills in a column
    for number, (row, _) in enumerate(rows):
        column = 0
        for element in tree.kids(row):
            if "A" not in element:
                continue
            while taken.get(column, -1) >= number:
                column += 1
            cell = _Cell(element, number, column, element["A"])
            for one in cell.columns:
                taken[one] = cell.rows.stop - 1
            column = cell.columns.stop
            yield cell


def _scope(cell: _Cell, row: tuple[Any, bool], tree: Tree) -> str:
    """What HTML says, or else the column where a whole row are headers (HTML, 4.9.12)."""
    source = tree.source(cell.element)
    written = _SCOPES.get("" if source is None else source.get("scope", ""))
    if written is not None:
        return written
    element, is_head = row
    is_above = is_head or all(kid["S"] == "/TH" for kid in tree.kids(element))
    return "/Column" if is_above else "/Row"


def _name_headers(cells: list[_Cell]) -> None:
    in_rows: dict[int, list[Any]] = defaultdict(list)
    in_columns: dict[int, list[tuple[int, Any]]] = defaultdict(list)
    for cell in cells:
        if cell.element["S"] == "/TH" and cell.attributes["Scope"] == "/Row":
            for row in cell.rows:
                in_rows[row].append(cell.element["ID"])
        elif cell.element["S"] == "/TH":
            for column in cell.columns:
                in_columns[column].append((cell.row, cell.element["ID"]))
    for cell in cells:
        if cell.element["S"] != "/TD":
            continue
        names = [name for row in cell.rows for name in in_rows.get(row, ())]
        above = (one for column in cell.columns for one in in_columns.get(column, ()))
        names += [name for row, name in above if row < cell.row]
        cell.attributes.pop("Headers", None)
        if names:
            cell.attributes["Headers"] = pydyf.Array({id(name): name for name in names}.values())
