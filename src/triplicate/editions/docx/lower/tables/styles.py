"""Lowering (stage 7c): the table style that most cells of a table look like.

Input: a `TableDraft`. Output: `ir.TableStyle`, and what it makes a cell look like at its place.
"""

from __future__ import annotations

from collections import Counter

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.drafts import RowDraft, TableDraft

NOTHING = ir.CellFormat()
EDGES = ("top", "left", "bottom", "right")


def table_style(draft: TableDraft) -> ir.TableStyle:
    """The style that makes most cells of a table look as they do.

    The lines inside are those of a middle cell, where there is one; stripes are fills.
    """
    rows = [row for row in draft.rows if row.cells]
    headers = [row for row in rows if row.header]
    footer = rows[-1] if rows[-1].footer else None
    inner = [row for row in rows if not row.header and row is not footer] or headers or rows
    plain = [row for row in inner if not _is_title(row)] or inner
    body = _inside(plain[0], plain[:2])
    if len(inner) > 1 and not headers:  # the line above the first row is the table's
        body = body._replace(top=inner[1].cells[0].format.top)
    body = body._replace(shade=_usual_shade(body.shade, plain))
    lines = {side: getattr(body, side) for side in EDGES}
    header = _inside(headers[0], headers[:2]) if headers else body
    body, stripes, first = _striped(body, inner if len(inner) == len(plain) else [])
    outer = _outer(rows, inner) if draft.outlined else NOTHING
    headings = [row.cells[0].format for row in plain if row.cells[0].heading]
    side = (headings[0] if headings else body)._replace(**lines, direction=None)
    total = _inside(footer, [footer]) if footer else body
    if draft.outlined:
        header = header._replace(top=body.top)
        total = total._replace(bottom=body.bottom)
    # Of several header rows the second counts as a row, the first odd one.
    odd = first if len(headers) % 2 or not headers else not first
    return ir.TableStyle(
        draft.style,
        body,
        header=ir.difference(header, body),
        odd=stripes if odd else NOTHING,
        even=NOTHING if odd else stripes,
        row_heading=ir.difference(side, body)._replace(shade=_own_shade(side, plain)),
        outer=ir.difference(outer, body),
        footer=_instead(total, body, stripes) if footer else NOTHING,
    )


def _striped(
    body: ir.CellFormat, rows: list[RowDraft]
) -> tuple[ir.CellFormat, ir.CellFormat, bool]:
    """The look of all rows, what stripes add to it, and whether the first row has one.

    It is a fill that stripes add: LibreOffice 7 does not take one back. They count all ``rows``.
    """
    if len(rows) < 2 or (fill := _inside(rows[1], rows[1:3]).shade) == body.shade:
        return body, NOTHING, False
    if body.shade and not fill:
        return body._replace(shade=fill), ir.CellFormat(shade=body.shade), True
    return body, ir.CellFormat(shade=fill), False


def bare_style(draft: TableDraft) -> ir.TableStyle:
    """The style of tables that only arrange what is in them: nothing of them shows."""
    none = ir.NO_BORDER
    return ir.TableStyle(
        draft.style, ir.CellFormat(none, none, none, none, "", (0, 0, 0, 0), "top")
    )


def _usual_shade(first: str | None, rows: list[RowDraft]) -> str | None:
    """The first row's fill, unless few rows have it: LibreOffice takes no style's fill back."""
    shades = Counter(row.cells[0].format.shade for row in rows)
    return first if 3 * shades[first] >= len(rows) else shades.most_common(1)[0][0]


def _is_title(row: RowDraft) -> bool:
    """Whether a row is one cell over several columns, above those that belong together."""
    return len(row.cells) == 1 and row.cells[0].columns > 1


def _instead(look: ir.CellFormat, body: ir.CellFormat, stripes: ir.CellFormat) -> ir.CellFormat:
    """What of a row's look is not that of the body, or would be that of a stripe."""
    own = ir.difference(look, body)
    stated = [name for name in look._fields if getattr(stripes, name) is not None]
    return own._replace(**{name: getattr(look, name) for name in stated})


def _own_shade(side: ir.CellFormat, rows: list[RowDraft]) -> str | None:
    """The fill of row headings, where it is not that of the cells beside them."""
    for row in rows:
        if row.cells[0].heading and len(row.cells) > 1:
            return side.shade if side.shade != row.cells[1].format.shade else None
    return None


def _inside(row: RowDraft, rows: list[RowDraft]) -> ir.CellFormat:
    """The look of a row's middle cell, with the lines that it has to its neighbours."""
    cells = [cell for cell in row.cells if not cell.heading] or row.cells
    look = cells[len(cells) // 2 if len(cells) > 2 else 0].format
    if len(row.cells) > 1:
        look = look._replace(left=row.cells[-1].format.left, right=row.cells[0].format.right)
    look = look._replace(direction=None)
    return look if len(rows) > 1 else look._replace(bottom=row.cells[0].format.bottom)


def _outer(rows: list[RowDraft], inner: list[RowDraft]) -> ir.CellFormat:
    """The lines around the table."""
    first, last = rows[0].cells, inner[-1].cells
    return ir.CellFormat(
        top=first[0].format.top,
        left=last[0].format.left,
        bottom=rows[-1].cells[0].format.bottom,
        right=last[-1].format.right,
    )


def expected(
    style: ir.TableStyle,
    row: int,
    headers: int,
    at_edge: tuple[bool, ...],
    names_row: bool,
    is_total: bool,
) -> ir.CellFormat:
    """What a table style makes of a cell; None where it shall say so itself.

    All header rows are first rows to a table style (ECMA-376 Part 1, 17.18.89), and stripes count
    from below the first: so do LibreOffice and ONLYOFFICE. But the text of headers may be white:
    those after the first state their look, for programs that know less.

    Arguments:
        style: the table's.
        row: counts from the top of the table.
        headers: how many header rows there are.
        at_edge: whether the cell is at the top, left, bottom and right of the table.
        names_row: whether the cell is in a first column of row headings.
        is_total: whether the cell is in the last row, which has a look of its own.
    """
    look = style.body
    edges = {
        side: getattr(style.outer, side)
        for side, there in zip(EDGES, at_edge, strict=True)
        if there and getattr(style.outer, side) is not None
    }
    look = look._replace(**edges) if edges else look
    if row < headers:
        return ir.overlay(look, style.header) if row == 0 else NOTHING
    if is_total:
        return ir.overlay(look, style.footer)
    look = ir.overlay(look, style.even if (row - min(headers, 1)) % 2 else style.odd)
    if names_row:
        look = ir.overlay(look, style.row_heading)
    return look
