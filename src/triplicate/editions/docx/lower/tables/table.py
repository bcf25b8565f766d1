"""Lowering (stage 7c): tables to drafts.

Input: WeasyPrint's table wrapper boxes. Output: `TableDraft`s with column widths in pixels, between
the paragraphs of their captions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower import roles
from triplicate.editions.docx.lower.css.breaks import (
    keep_rows,
    keep_with_next,
    share_breaks,
    table_breaks,
)
from triplicate.editions.docx.lower.css.room import SIDES
from triplicate.editions.docx.lower.css.units import computed, known_length, length, twips
from triplicate.editions.docx.lower.drafts import (
    Draft,
    Frame,
    TableDraft,
)
from triplicate.editions.docx.lower.limits import MAX_TABLES, check_part, report_on
from triplicate.editions.docx.lower.tables.captions import captioned
from triplicate.editions.docx.lower.tables.cells import CellReader
from triplicate.editions.docx.lower.tables.columns import (
    column_widths,
    count_columns,
    inset,
    padding_around,
    spacing,
)
from triplicate.editions.docx.lower.tables.depth import flattened
from triplicate.editions.docx.lower.tables.edges import TableEdges

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triplicate.editions.docx.lower.context import Context

MAX_COLUMNS = 63  # what Word takes; it calls a file with more damaged
EIGHTHS_PER_PIXEL = 6  # of a point
SEEN_GAP = 2.0  # pixels: what browsers leave between cells where CSS says nothing
NOTICED = 2.0  # pixels off the margin from which on an aligned table is placed by its left edge


def table(wrapper: Any, frame: Frame, context: Context) -> list[Draft]:
    """A table with its captions; margins are the wrapper's."""
    box = next(child for child in wrapper.children if hasattr(child, "column_groups"))
    draft = _placed(wrapper, box, frame, context.style_named(box.style))
    count = count_columns(box)
    if count > MAX_COLUMNS:
        context.report(
            "word-table-columns",
            f"expected at most {MAX_COLUMNS} columns, found {count} in {_shown(box)}",
            hint=f"the cells of the others are put into column {MAX_COLUMNS}",
        )
    draft.widths = draft.widths[:MAX_COLUMNS]
    if not context.tables:
        context.page_room = _page_room(draft, frame)
    draft.page_room = context.page_room
    context.tables += 1
    _read_rows(box, draft, count, context)
    context.tables -= 1
    if context.tables >= MAX_TABLES:
        return captioned(wrapper, None, frame, context) + flattened(draft, context)
    if not any(row.cells for row in draft.rows):  # Word takes no table without rows
        return captioned(wrapper, None, frame, context)
    # Word begins a table at the outer edge of its first border, CSS the columns at its middle.
    border, (outside_left, outside_right) = _first_border(draft) / 2, draft.outside
    draft.left -= border
    draft.stop -= border if draft.stop else 0.0
    shift = -border if draft.right_to_left else border
    draft.outside = outside_left - shift, outside_right + shift
    _report_spacing(box, draft, context)
    check_part(box, context, wrapper)
    _check_parts(wrapper, box, context)
    if anchor := wrapper.style["anchor"] or box.style["anchor"]:
        draft.anchors.append(anchor)
    drafts = captioned(wrapper, draft, frame, context)
    _describe(draft, context)
    share_breaks(drafts, table_breaks(wrapper.style, box.style))
    return drafts


def _page_room(draft: TableDraft, frame: Frame) -> ir.PageRoom | None:
    """The room of a table that no other is around; None where its widths are final."""
    room = twips(sum(frame) - draft.left)
    if draft.fact is None or room <= 0:
        return None
    return ir.PageRoom(room, len(draft.widths), draft.fact, twips(draft.gap))


def _check_parts(wrapper: Any, box: Any, context: Context) -> None:
    """Report what columns declare in vain, and a height that rows would have to share."""
    for group in box.column_groups:
        for part in (group, *group.children):
            check_part(part, context)
    cut = ("max_height",) if wrapper.style["overflow"] == "hidden" else ()
    for name in ("height", "min_height", *cut):
        if length(computed(box.style, name)):
            written = name.replace("_", "-")
            message = f"expected tables as high as their rows, found {written} on {_shown(box)}"
            report_on(box, written, "word-css", message, context, "give it to the rows")


def _shown(box: Any) -> str:
    """A table's tag, with what tells it from others."""
    names = ((name, box.element.get(name)) for name in ("id", "class"))
    told = next((f' {name}="{value}"' for name, value in names if value), "")
    return f"<{box.element_tag}{told}>"


def _placed(wrapper: Any, box: Any, frame: Frame, name: str) -> TableDraft:
    """A table of a style ``name`` without rows yet: its columns, and where it stands."""
    margins = {
        side: length(computed(wrapper.style, f"margin_{side}"), frame.width) for side in SIDES
    }
    own_left, own_right = inset(box)
    above, below = padding_around(box)
    wanted = known_length(computed(box.style, "width"), frame.width)
    width = frame.width - margins["left"] - margins["right"] if wanted is None else wanted
    gap, half_row_gap = spacing(box)[0], spacing(box)[1] / 2
    rtl = box.style["direction"] == "rtl"
    # A cell takes half of the spacing around it; at the edges the other half is outside the grid.
    left = frame.left + margins["left"] + own_left + gap / 2
    right = frame.right + margins["right"] + own_right + gap / 2
    align = _align(wrapper.style, rtl)
    begin, end = (right, left) if rtl else (left, right)
    aside = align and abs(end if align == "right" else end - begin) > NOTICED
    fixed = wanted is not None and box.style["table_layout"] == "fixed"
    return TableDraft(
        name or roles.TABLE,
        [],
        column_widths(box, count_columns(box), max(0.0, width - own_left - own_right)),
        begin,
        box.element,
        fact=None if fixed and not align else getattr(box, "fact_index", None),
        gap=gap,
        align=align,
        fixed=fixed,
        outside=(own_left + gap / 2, own_right + gap / 2),
        stop=sum(frame) - end if aside else 0.0,
        right_to_left=rtl,
        before=margins["top"] + above + half_row_gap,
        after=margins["bottom"] + below + half_row_gap,
        above=min(0.0, margins["top"]) + above + half_row_gap,
        below=min(0.0, margins["bottom"]) + below + half_row_gap,
        negative_before=min(0.0, margins["top"]),
        negative_after=min(0.0, margins["bottom"]),
    )


def _first_border(draft: TableDraft) -> float:
    """The width in pixels of the line at which the first row begins."""
    edge = next(row.cells[0].format.left for row in draft.rows if row.cells)
    return edge.size / EIGHTHS_PER_PIXEL if edge else 0.0


def _align(style: Any, rtl: bool) -> str:
    """Where automatic margins put a table, in Word's words: "right" is where rows end."""
    automatic = [style[f"margin_{side}"] == "auto" for side in ("left", "right")]
    if all(automatic):
        return "center"
    return "right" if automatic[1 if rtl else 0] else ""


def _read_rows(box: Any, draft: TableDraft, columns: int, context: Context) -> None:
    groups = [list(group.children) for group in box.children]
    edges = TableEdges(box, columns, sum(map(len, groups)), context.formats)
    draft.outlined = edges.outlined
    reader = CellReader(box, edges, draft, context)
    for group, rows in zip(box.children, groups, strict=True):
        for row in rows:
            header = group.is_header or _names_columns(row, box, len(draft.rows))
            draft.rows.append(reader.row(row, group, len(draft.rows), header))
            if header:
                keep_with_next([draft.rows[-1]])
    keep_rows(draft, [(row, group) for group in box.children for row in group.children])
    if edges.doubled:
        message = f"expected borders of cells or of their table, found both in {_shown(box)}"
        report_on(box, "border", "word-css", message, context)


def _report_spacing(box: Any, draft: TableDraft, context: Context) -> None:
    """Report a distance between cells where one can see that they touch in Word."""
    looks = {cell.format for row in draft.rows for cell in row.cells}
    shown = any(look.shade or look.left != ir.NO_BORDER for look in looks)
    if shown and draft.gap > SEEN_GAP:
        report_on(
            box,
            "border-spacing",
            "word-table-spacing",
            f"expected `border-spacing: 0` between cells with borders or fills, found "
            f"{draft.gap * 0.75:g}pt on <{box.element_tag}>",
            context,
            "the room goes into the cells, which touch",
        )


def _names_columns(row: Any, box: Any, index: int) -> bool:
    """Whether the first row of a table without <thead> is one: it holds only headings."""
    return (
        index == 0
        and len(box.children[0].children) > 1
        and len(row.children) > 1
        and all(c.element_tag == "th" and c.element.get("scope") != "row" for c in row.children)
    )


def _said(element: Any, context: Context) -> Iterator[str]:
    """The text of an element without its notes and their calls."""
    yield element.text or ""
    for child in element:
        if not context.notes.holds(child):
            yield from _said(child, context)
        yield child.tail or ""


def _describe(draft: TableDraft, context: Context) -> None:
    """What screen readers say of the table: its label, or the heading or caption that labels it.

    Notes in the caption are known once it has been read.
    """
    element = draft.element
    label = element.get("aria-label") or ""
    for anchor in (element.get("aria-labelledby") or "").split():
        label = label or context.text_of(anchor)
    for caption in (child for child in element if child.tag == "caption"):
        label = label or " ".join("".join(_said(caption, context)).split())
    draft.title = label or element.get("title") or ""
    for anchor in (element.get("aria-describedby") or "").split():
        draft.description = draft.description or context.text_of(anchor)
    draft.description = draft.description or element.get("summary") or ""
