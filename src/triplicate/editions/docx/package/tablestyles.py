"""Packaging (stage 7c): styles of tables to styles.xml.

Input: `ir.TableStyle`s. Output: XML with the look of the whole table and of its parts.
"""

from __future__ import annotations

from triplicate.editions.docx import ir
from triplicate.editions.docx.names import BUILT_IN, RESERVED, style_id
from triplicate.editions.docx.package.tables import cell_format, padding
from triplicate.editions.docx.package.xml import border, escape


def table_style(style: ir.TableStyle) -> str:
    """``<w:style>`` of tables."""
    body, outer = style.body, ir.overlay(style.body, style.outer)
    borders = "".join(
        border(tag, edge)
        for tag, edge in (
            ("top", outer.top),
            ("left", outer.left),
            ("bottom", outer.bottom),
            ("right", outer.right),
            ("insideH", style.inside_rows),
            ("insideV", style.inside_columns),
        )
        if edge is not None and edge.style != "nil"
    )
    fill, odd, even = _rows(style)
    own = body._replace(top=None, left=None, bottom=None, right=None, padding=None)
    cell = cell_format(own._replace(shade=fill))
    return (
        f'<w:style w:type="table"{custom_mark(style.name)} w:styleId="{style_id(style.name)}">'
        f'<w:name w:val="{escape(style.name)}"/><w:basedOn w:val="TableNormal"/>'
        '<w:uiPriority w:val="1"/><w:qFormat/><w:tblPr><w:tblStyleRowBandSize w:val="1"/>'
        + (f"<w:tblBorders>{borders}</w:tblBorders>" if borders else "")
        + f"<w:tblCellMar>{padding(body.padding or (0, 0, 0, 0))}</w:tblCellMar></w:tblPr>"
        + (f"<w:tcPr>{cell}</w:tcPr>" if cell else "")
        + _conditional("firstRow", style.header)
        + _conditional("lastRow", style.footer)
        + _conditional("firstCol", style.row_heading)
        + _conditional("band1Horz", odd)
        + _conditional("band2Horz", even)
        + _conditional("nwCell", _corner(style, style.header))
        + (_conditional("swCell", _corner(style, style.footer)) if any(style.footer) else "")
        + "</w:style>"
    )


def custom_mark(name: str) -> str:
    """The mark of a style that is none of Word's own, which a rule may ask for by name."""
    return "" if name in BUILT_IN or RESERVED.fullmatch(name) else ' w:customStyle="1"'


def _rows(style: ir.TableStyle) -> tuple[str | None, ir.CellFormat, ir.CellFormat]:
    """The fill of the whole table, and the looks of odd and even rows of the body.

    LibreOffice does not let a part of a table be without the fill that the whole has: where a
    part is, the fill is that of the rows.
    """
    fill, bands = style.body.shade, (style.odd, style.even)
    parts = (style.header, style.footer, *bands)
    if not fill or all(part.shade != "" for part in parts):
        return fill or None, *bands
    odd, even = (
        band._replace(shade=(fill if band.shade is None else band.shade) or None) for band in bands
    )
    return None, odd, even


def _corner(style: ir.TableStyle, row: ir.CellFormat) -> ir.CellFormat:
    """The first cell of the first or last ``row``, in which the look of row headings would win."""
    look = ir.overlay(style.body, row)
    unstated = [field for field in look._fields if getattr(style.row_heading, field) is None]
    return look._replace(**dict.fromkeys(unstated))


def _conditional(region: str, look: ir.CellFormat) -> str:
    inner = cell_format(look)
    if not inner:
        return ""
    return f'<w:tblStylePr w:type="{region}"><w:tcPr>{inner}</w:tcPr></w:tblStylePr>'
