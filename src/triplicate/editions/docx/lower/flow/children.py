"""Lowering (stage 7c): the boxes in a box, one after another.

Input: a block container. Output: the drafts of its children in document order, with what leaves the
flow beside the paragraph that comes next, and with the page breaks and the room between them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx.lower.arranged import containers as beside
from triplicate.editions.docx.lower.arranged import heights, positioned, textcolumns
from triplicate.editions.docx.lower.arranged.cells import Around
from triplicate.editions.docx.lower.arranged.lines import blocks_beside, take_off, with_columns
from triplicate.editions.docx.lower.arranged.pageends import hang_in_flow
from triplicate.editions.docx.lower.boxes import floats as aside
from triplicate.editions.docx.lower.css import breaks
from triplicate.editions.docx.lower.css.frames import moved
from triplicate.editions.docx.lower.drafts import (
    Draft,
    Frame,
    Marker,
    NamedPages,
    Piece,
    Place,
    each_paragraph,
    last_in_flow,
)
from triplicate.editions.docx.lower.flow.blanklines import BlankLines
from triplicate.editions.docx.lower.flow.ends import pass_under, with_rest
from triplicate.editions.docx.lower.flow.items import is_item, item, mark_first
from triplicate.editions.docx.lower.flow.sight import leaves_flow
from triplicate.editions.docx.lower.limits import report_page_name
from triplicate.editions.docx.lower.pages.runningplaces import attach, attach_last
from triplicate.editions.docx.lower.pictures.hanging import hang
from triplicate.editions.docx.lower.pictures.picture import block_picture, picture
from triplicate.editions.docx.lower.tables.table import table
from triplicate.editions.docx.lower.text.letters import take_letter
from triplicate.editions.docx.lower.text.paragraphs import is_blank, paragraph
from triplicate.editions.docx.names import LIST_CONTINUE
from triplicate.layout.tree import is_line

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.context import Context


def flow(
    box: Any, frame: Frame, place: Place, context: Context, marker: Marker | None = None
) -> list[Draft]:
    """The drafts of what is in ``box``; ``marker`` is for its first paragraph."""
    if marker is None and len(box.children) == 1 and is_line(box.children[0]):
        return _lone_line(box, frame, place, context)
    drafts: list[Draft] = []
    floating: list[Piece] = []
    room, blank = 0.0, BlankLines(context)
    context.under = 0.0
    for child in with_columns(box.children, context):
        one = None if isinstance(child, list) else child
        if one and (one.is_outside_marker or (not is_line(one) and leaves_flow(one, context))):
            continue
        count = len(drafts)
        if one and (hangs := _hanging(one, box, frame, place, context)):
            floating += hang_in_flow(one, hangs, drafts, place, context)
            continue
        waiting = context.page_break
        drafts += (_part if one else _columns)(child, box, frame, place, context)
        attach(drafts[count:], context)
        left, declaring = context.page_break, None if one is None or is_line(one) else one
        context.page_break = breaks.break_pages(drafts, count, declaring, waiting, left)
        if one and marker is None and blank.take(drafts, count, one):
            continue
        blank.give(drafts, count)
        if room:
            room = heights.add_room(drafts, count, room)
        room += heights.below(one, count < len(drafts), context) if one else 0.0
        if floating and count < len(drafts):
            floating = hang(floating, drafts[count])
        if marker and drafts and (marked := mark_first(drafts, marker, context)):
            drafts, place, marker = marked, place._replace(text=LIST_CONTINUE), None
    blank.rest(drafts)
    if room and drafts:
        last_in_flow(drafts).after += room
    attach_last(drafts, context)
    return with_rest(drafts, floating, marker, Around(box, frame, place, context))


def _lone_line(box: Any, frame: Frame, place: Place, context: Context) -> list[Draft]:
    """The same for what most boxes hold, a line: nothing stands beside or between."""
    (line,) = box.children
    waiting = context.page_break
    drafts = line_drafts(line, box, frame, place, context)
    attach(drafts, context)
    context.page_break = breaks.break_pages(drafts, 0, None, waiting, context.page_break)
    blank = BlankLines(context)
    if blank.take(drafts, 0, line):
        blank.rest(drafts)
    attach_last(drafts, context)
    return drafts


def _columns(
    boxes: list[Any], owner: Any, frame: Frame, place: Place, context: Context
) -> list[Draft]:
    """The drafts of boxes that float beside each other from end to end."""
    waiting, context.uncleared = context.uncleared, None
    drafts = beside.arranged_columns(boxes, owner, frame, place, context) or []
    aside.begin_below(drafts, waiting, context)
    return drafts


def _hanging(
    child: Any, owner: Any, frame: Frame, place: Place, context: Context
) -> tuple[list[Piece], list[Draft]] | None:
    """Pictures and drafts that hang on a paragraph beside them; None for what flows."""
    is_positioned = positioned.is_positioned(child, context)
    if hasattr(child, "replacement") and (is_positioned or child.is_floated()):
        context.line_frame = frame
        return picture(child, child.style, "", "", context), []
    if not is_positioned:
        return None
    around = Around(owner, frame, place, context)
    context.line_frame = frame
    with context.beside_the_flow():
        in_cell = (place.page is None and not place.floats) or place.boxes > 0
        return positioned.put_at_place(child, around, in_cell)


def line_drafts(line: Any, owner: Any, frame: Frame, place: Place, context: Context) -> list[Draft]:
    """The paragraph of a line, after what floats in it and before what is positioned."""
    if columns := blocks_beside(line, context):
        if found := beside.arranged_columns(columns, owner, frame, place, context):
            return found
        return [draft for box in columns for draft in _column(box, owner, frame, place, context)]
    made = paragraph(line, owner, frame, place, context)
    letter: list[Draft] = [*take_letter(made, frame, context)] if context.first_letter else []
    floating: list[Draft] = []
    after: list[Draft] = []
    for box in context.take_floats():
        if box.is_floated():
            floating += _part(box, owner, frame, place, context)
        elif leaves_flow(box, context):
            continue
        elif hangs := _hanging(box, owner, frame, place, context):
            made.pieces[:0] = hangs[0]
            floating += hangs[1]
        else:
            after += _part(box, owner, frame, place, context)
    if not made.pieces and is_blank(line):
        context.anchors[:0] = made.anchors  # for the next line
        return [*floating, *after]
    return [*floating, *letter, made, *after]


def _column(box: Any, owner: Any, frame: Frame, place: Place, context: Context) -> list[Draft]:
    """The drafts of an inline block that holds blocks, of which Word has none."""
    if leaves_flow(box, context):
        return []
    drafts = _part(box, owner, frame, place, context)
    take_off(each_paragraph(drafts), box, context)
    return drafts


def _part(child: Any, owner: Any, frame: Frame, place: Place, context: Context) -> list[Draft]:
    """The drafts of one child of ``owner``."""
    under, context.under = context.under, 0.0
    if is_line(child):
        return line_drafts(child, owner, frame, place, context)
    name = child.style["page"]
    if place.page is not None and name != place.page:
        return _on_other_pages(child, owner, place, context)
    if place.page is None and name != owner.style["page"]:
        report_page_name(name, child, context)
    own = (
        aside.float_frame(child, frame, context)
        if aside.floats(child, place.floats, context)
        else None
    )
    if own is not None and not aside.fills_line(own, frame):
        context.floats += 1
        inner = aside.place_beside(place)
        with context.beside_the_flow():
            drafts = _sort(child, owner, own, inner, context)
        return aside.put_beside(drafts, child, own, frame, inner.boxes > 0)
    if place.columns and textcolumns.spans(child, place):
        wide = textcolumns.spanning(place.columns)
        drafts = _sort(child, owner, wide, place._replace(columns=None), context)
        return textcolumns.set_in(drafts, place.columns._replace(number=1, ruled=False))
    waiting, context.uncleared = context.uncleared, None
    with aside.held_floats(child, frame, place, context):
        drafts = _sort(child, owner, moved(child.style, frame), place, context)
        if place.columns:
            textcolumns.break_column(child, drafts, place, context)
    below = own is not None
    aside.clear(drafts, child, frame, place, waiting, context, below=below)
    context.under = pass_under(drafts, child, under, context, below=below)
    return drafts


def _sort(child: Any, owner: Any, frame: Frame, place: Place, context: Context) -> list[Draft]:
    """The drafts of a block box of any sort."""
    if child.is_table_wrapper:
        with context.beside_the_flow():  # captions come first, or last, whatever is read first
            return table(child, frame, context)
    if is_item(child):
        return item(child, owner, frame, place, context)
    if hasattr(child, "replacement"):
        return block_picture(child, frame, context)
    return context.block(child, frame, place)


def _on_other_pages(child: Any, owner: Any, place: Place, context: Context) -> list[Draft]:
    """The drafts of a child whose pages have another name, and another width perhaps."""
    pages = NamedPages(child.style["page"], child.element)
    context.passed = context.floats  # nothing floats beside what is on other pages
    frame = context.areas.frame_around(child.style, pages.name)
    drafts = _part(child, owner, frame, place._replace(page=pages.name), context)
    for draft in drafts:
        draft.page = draft.page or pages
    return drafts
