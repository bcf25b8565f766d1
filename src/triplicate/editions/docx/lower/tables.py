"""Lowering (stage 7c): tables to drafts, and the table style that their common look makes.

Input: WeasyPrint's table wrapper boxes. Output: `TableDraft`s with column widths in pixels.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower import roles
from triplicate.editions.docx.lower.drafts import CellDraft, Draft, Frame, RowDraft, TableDraft
from triplicate.editions.docx.lower.formats import border
from triplicate.editions.docx.lower.room import SIDES
from triplicate.editions.docx.lower.units import color, known_length, length, twips

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.blocks import Place
    from triplicate.editions.docx.lower.context import Context

MAX_COLUMNS = 63  # what Word takes
ALIGNMENTS = {"top": "top", "middle": "center", "bottom": "bottom"}


def table(wrapper: Any, frame: Frame, context: Context) -> list[Draft]:
    """A table with its caption; margins are the wrapper's."""
    box = next(child for child in wrapper.children if hasattr(child, "column_groups"))
    margins = {side: length(wrapper.style[f"margin_{side}"], frame.width) for side in SIDES}
    available = frame.width - margins["left"] - margins["right"]
    wanted = known_length(box.style["width"], frame.width)
    width = available if wanted is None else wanted
    widths = _widths(box, width, context)
    rtl = box.style["direction"] == "rtl"
    draft = TableDraft(
        roles.named(box.style) or roles.TABLE,
        _rows(box, widths, context),
        widths,
        frame.right + margins["right"] if rtl else frame.left + margins["left"],
        box.element,
        right_to_left=rtl,
        before=margins["top"],
        after=margins["bottom"],
    )
    _describe(draft, context)
    if anchor := wrapper.style["anchor"] or box.style["anchor"]:
        draft.anchors.append(anchor)
    return _with_captions(wrapper, draft, frame, context)


def _with_captions(wrapper: Any, draft: TableDraft, frame: Frame, context: Context) -> list[Draft]:
    from triplicate.editions.docx.lower.blocks import Place, block

    drafts: list[Draft] = []
    for child in wrapper.children:
        if hasattr(child, "column_groups"):
            if any(row.cells for row in draft.rows):  # Word takes no table without rows
                drafts.append(draft)
            continue
        caption = block(child, frame, Place(), context)
        if draft not in drafts:
            for paragraph in caption:
                if not isinstance(paragraph, TableDraft):
                    paragraph.format = paragraph.format._replace(keep_next=True)
        drafts += caption
    return drafts


def _describe(draft: TableDraft, context: Context) -> None:
    """What screen readers say of the table: its label, or the heading that labels it."""
    label = draft.element.get("aria-label") or ""
    for anchor in (draft.element.get("aria-labelledby") or "").split():
        label = label or context.text_of(anchor)
    draft.title = label
    for anchor in (draft.element.get("aria-describedby") or "").split():
        draft.description = draft.description or context.text_of(anchor)


def _widths(box: Any, width: float, context: Context) -> list[float]:
    """The widths of the columns, in pixels, as a fixed table layout gives them."""
    rows = [row for group in box.children for row in group.children]
    count = max((c.grid_x + c.colspan for row in rows for c in row.children), default=1)
    if count > MAX_COLUMNS:
        context.report(
            "word-table-columns",
            f"expected at most {MAX_COLUMNS} columns in a table, found {count}",
        )
    widths: list[float | None] = [None] * count
    columns = [column for group in box.column_groups for column in group.children]
    for index, column in enumerate(columns[:count]):
        widths[index] = known_length(column.style["width"], width)
    for cell in rows[0].children if rows else []:
        wanted = known_length(cell.style["width"], width)
        if wanted is not None and cell.colspan == 1 and widths[cell.grid_x] is None:
            widths[cell.grid_x] = wanted + _side_padding(cell.style, width)
    if box.style["table_layout"] != "fixed" and None in widths:
        context.report(
            "word-table-width",
            "expected tables with `table-layout: fixed` or widths for all columns, found none",
        )
    rest = width - sum(w for w in widths if w is not None)
    free = widths.count(None)
    return [max(0.0, rest) / free if w is None else w for w in widths]


def _side_padding(style: Any, width: float) -> float:
    return sum(
        length(style[f"padding_{side}"], width) + length(style[f"border_{side}_width"])
        for side in ("left", "right")
    )


def _rows(box: Any, widths: list[float], context: Context) -> list[RowDraft]:
    from triplicate.editions.docx.lower.blocks import Place

    text, heading = Place(roles.TABLE_TEXT), Place(roles.TABLE_HEADING)
    row_heading = Place(roles.TABLE_ROW_HEADING)
    rows: list[RowDraft] = []
    for group in box.children:
        header = group.is_header
        for index, row in enumerate(group.children):
            region = "header" if header else "even" if index % 2 else "body"
            cells = []
            for cell in row.children:
                place = text
                if cell.element_tag == "th":
                    place = heading if header else row_heading
                cells.append(_cell(cell, row, widths, place, context))
                if header:
                    _keep_with_body(cells[-1])
            anchor = row.style["anchor"]
            if anchor and cells:
                cells[0].drafts[0].anchors.insert(0, anchor)
            whole = context.formats.paragraph(row.style).keep_lines is True
            rows.append(RowDraft(cells, region, whole))
    return rows


def _cell(cell: Any, row: Any, widths: list[float], place: Place, context: Context) -> CellDraft:
    from triplicate.editions.docx.lower.blocks import empty, flow

    style = cell.style
    width = sum(widths[cell.grid_x : cell.grid_x + cell.colspan])
    key = context.formats.key(style), context.formats.key(row.style), width
    if key not in context.cells:
        made = _look(style, row.style, width), _side_padding(style, width)
        context.cells[key] = made
    look, padding = context.cells[key]
    frame = Frame(0.0, 0.0, width - padding)
    drafts = flow(cell, frame, place, context)
    if not drafts or isinstance(drafts[-1], TableDraft):
        # A cell must end in a paragraph, or Word calls the file damaged.
        drafts.append(empty(cell, frame, place, context))
    if anchor := style["anchor"]:
        drafts[0].anchors.insert(0, anchor)
    return CellDraft(drafts, look, cell.grid_x, cell.colspan, cell.rowspan)


def _keep_with_body(cell: CellDraft) -> None:
    """Word would leave a header row alone at the end of a page; CSS does not."""
    for draft in cell.drafts:
        if not isinstance(draft, TableDraft):
            draft.format = draft.format._replace(keep_next=True)


def _look(style: Any, row_style: Any, width: float) -> ir.CellFormat:
    top, right, bottom, left = (border(style, side)._replace(space=0) for side in SIDES)
    padding = tuple(twips(length(style[f"padding_{side}"], width)) for side in SIDES)
    shade = color(style, "background_color") or color(row_style, "background_color") or ""
    align = ALIGNMENTS.get(str(style["vertical_align"]), "top")
    assert len(padding) == 4
    return ir.CellFormat(top, left, bottom, right, shade, padding, align)


def table_style(draft: TableDraft) -> ir.TableStyle:
    """The style that makes most cells of a table look as they do."""
    looks: dict[str, ir.CellFormat] = {}
    for row in draft.rows:
        if row.cells:
            looks.setdefault(row.region, row.cells[-1].format)
    body = looks.get("body") or looks.get("header") or ir.CellFormat()
    return ir.TableStyle(
        draft.style,
        body,
        header=ir.difference(looks.get("header", body), body),
        even=ir.difference(looks.get("even", body), body),
    )
