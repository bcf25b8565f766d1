"""Lowering (stage 7c): block boxes to paragraphs, with the indents and margins around them.

Input: a block container. Output: drafts in document order. A parent's margins, padding and
borders are folded into its first and last paragraph; between neighbours Word collapses margins
as CSS does (without doNotUseHTMLParagraphAutoSpacing in the settings).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.arranged import containers as beside
from triplicate.editions.docx.lower.arranged import covers, heights, textcolumns
from triplicate.editions.docx.lower.boxes import containers
from triplicate.editions.docx.lower.css import breaks
from triplicate.editions.docx.lower.css.frames import inside
from triplicate.editions.docx.lower.css.room import Room, bare
from triplicate.editions.docx.lower.drafts import (
    Columns,
    Draft,
    Frame,
    Marker,
    Piece,
    Place,
    TableDraft,
    in_flow,
)
from triplicate.editions.docx.lower.flow import holders
from triplicate.editions.docx.lower.flow.before import with_number
from triplicate.editions.docx.lower.flow.children import flow, line_drafts
from triplicate.editions.docx.lower.flow.ends import drawn, fold_both, name_ends, pass_on
from triplicate.editions.docx.lower.limits import check_box
from triplicate.editions.docx.lower.references.contents import mark_contents
from triplicate.editions.docx.lower.text.letters import wait_for_letter
from triplicate.layout.tree import is_line

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.context import Context

NO_LOOK = ir.ParagraphFormat()  # of anonymous boxes


class Shape(NamedTuple):
    """What a block looks like, and the ``room`` around what is in it.

    It holds ``lines`` or other blocks, in ``columns`` perhaps. It is drawn as a box of its own
    where it is ``boxed``, or by a picture of its ``fill``, or by the cell that it is (``in_cell``).
    Of its height ``free`` pixels are empty.
    """

    look: ir.ParagraphFormat
    room: Room
    columns: Columns | None
    lines: bool
    boxed: bool
    fill: list[Piece]
    in_cell: bool
    free: float


def block(
    box: Any, frame: Frame, place: Place, context: Context, marker: Marker | None = None
) -> list[Draft]:
    """The drafts of a block box, its margins folded into the first and the last."""
    in_cell = id(box) in context.cells
    box = with_number(box)
    room = context.formats.room(box.style)
    room = bare(room) if in_cell else room
    inner = inside(room, frame)
    place = holders.inside_of(box, place, context)
    columns = textcolumns.text_columns(box, inner, place, context)
    if columns:
        inner, place = textcolumns.inside_columns(columns), place._replace(columns=columns)
    shape = _shape(box, room, columns, in_cell, place, context)
    drafts = _inside(box, shape, inner, place, context, marker)
    if not drafts:
        pass_on(box, context)
        return drafts
    return _closed(drafts, box, shape, frame, context)


def _shape(
    box: Any, room: Room, columns: Columns | None, in_cell: bool, place: Place, context: Context
) -> Shape:
    style = box.style
    look = context.formats.paragraph(style) if hasattr(style, "cascaded") else NO_LOOK
    if hasattr(style, "cascaded"):
        check_box(box, context)
        if box.first_letter_style is not None or box.first_line_style is not None:
            wait_for_letter(box, context)
    lines = not box.children or is_line(box.children[0]) or holders.is_heading_of_blocks(box)
    free = heights.spare(box, context) or heights.hollow(box, context)
    boxed = (not lines or box.is_floated() or free > 0) and not in_cell
    boxed = boxed and containers.is_boxed(box, look, place.boxes, context)
    fill = covers.page_fill(box, look, place, context) if boxed else []
    return Shape(look, room, columns, lines, boxed and not fill, fill, in_cell, free)


def _inside(
    box: Any, shape: Shape, inner: Frame, place: Place, context: Context, marker: Marker | None
) -> list[Draft]:
    """The drafts of what is in a block, and what an empty one draws."""
    if shape.boxed and shape.lines:
        context.cells.add(id(box))  # its words are not drawn as it is
    if shape.boxed and (name := context.style_named(box.style)):
        place = place._replace(text=name)
    if shape.lines and box.children and not is_line(box.children[0]):
        drafts = line_drafts(box, box, inner, place, context)
    else:
        held = place._replace(boxes=place.boxes + shape.boxed)
        found = beside.arranged(box, inner, held, context) if beside.is_container(box) else None
        drafts = flow(box, inner, held, context, marker) if found is None else found
    covers.keep_page(drafts, box, shape.fill, shape.free, context)
    if not drafts and not shape.in_cell:
        drafts = drawn(box, shape.look, inner, place, context, shape.boxed)
    return drafts


def _closed(
    drafts: list[Draft], box: Any, shape: Shape, frame: Frame, context: Context
) -> list[Draft]:
    """The drafts of a block with what is around them: its box or its room, its name, its breaks."""
    if not shape.lines:
        holders.end_heading(drafts, box, context)
        mark_contents(box, drafts, context)
    if shape.boxed:
        flowing = drafts = containers.contain(drafts, box, shape.look, frame, context, shape.free)
    else:
        flowing = in_flow(drafts)
        fold_both(flowing, box, shape.room, frame, shape.lines, beside.is_container(box))
    if shape.columns:
        textcolumns.set_in(drafts, shape.columns)
    name_ends(flowing, box, context)
    if box.element_tag == "figure" and not shape.boxed:
        breaks.keep_together(drafts)
    if not shape.lines or isinstance(flowing[0], TableDraft):
        breaks.share_breaks(in_flow(flowing), shape.look)
    return drafts
