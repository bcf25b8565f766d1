"""Packaging (stage 7c): the properties of tables, rows and cells."""

from __future__ import annotations

from functools import cache

from triplicate.editions.docx import ir
from triplicate.editions.docx.package.xml import border, escape, style_id

# Header row and bands of the table style apply; no first or last column, no column bands.
LOOK = (
    '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
    'w:noHBand="0" w:noVBand="1"/>'
)


def table_head(table: ir.Table) -> str:
    """``<w:tbl>`` up to its first row (CT_TblPr in schema order, then the grid)."""
    header = any(row.header for row in table.rows)
    look = LOOK if header else LOOK.replace("0420", "0400").replace('firstRow="1"', 'firstRow="0"')
    parts = [
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style_id(table.style)}"/>',
        "<w:bidiVisual/>" if table.right_to_left else "",
        f'<w:tblW w:w="{sum(table.widths)}" w:type="dxa"/>',
        f'<w:tblInd w:w="{table.left}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{look}',
    ]
    if table.title:
        parts.append(f'<w:tblCaption w:val="{escape(table.title)}"/>')
    if table.description:
        parts.append(f'<w:tblDescription w:val="{escape(table.description)}"/>')
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in table.widths)
    return "".join(parts) + f"</w:tblPr><w:tblGrid>{columns}</w:tblGrid>"


def row_properties(row: ir.Row) -> str:
    """``<w:trPr>``, or nothing."""
    inner = ("<w:cantSplit/>" if row.whole else "") + ("<w:tblHeader/>" if row.header else "")
    return f"<w:trPr>{inner}</w:trPr>" if inner else ""


def cell_properties(cell: ir.Cell) -> str:
    """``<w:tcPr>``."""
    return _cell_properties(cell.width, cell.span, cell.merge, cell.format)


@cache
def _cell_properties(width: int, span: int, merge: str, look: ir.CellFormat) -> str:
    parts = [f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>']
    if span > 1:
        parts.append(f'<w:gridSpan w:val="{span}"/>')
    if merge:
        parts.append(f'<w:vMerge w:val="{merge}"/>')
    return "".join(parts) + cell_format(look) + "</w:tcPr>"


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
    if look.align is not None:
        parts.append(f'<w:vAlign w:val="{look.align}"/>')
    return "".join(parts)


def padding(widths: tuple[int, int, int, int]) -> str:
    """The children of ``<w:tcMar>`` and ``<w:tblCellMar>``."""
    top, right, bottom, left = widths
    sides = {"top": top, "left": left, "bottom": bottom, "right": right}
    return "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in sides.items())
