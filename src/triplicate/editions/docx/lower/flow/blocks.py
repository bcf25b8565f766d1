"""Lowering (stage 7c): block boxes to paragraphs, with the indents and margins around them.

Input: a block container. Output: drafts in document order. A parent's margins, padding and
borders are folded into its first and last paragraph; between neighbours Word collapses margins
as CSS does (without doNotUseHTMLParagraphAutoSpacing in the settings).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.arranged import containers as beside
from triplicate.editions.docx.lower.arranged import covers, heights, positioned, textcolumns
from triplicate.editions.docx.lower.arranged.cells import Around
from triplicate.editions.docx.lower.arranged.lines import blocks_beside, take_off, with_columns
from triplicate.editions.docx.lower.arranged.pageends import hang_in_flow
from triplicate.editions.docx.lower.boxes import containers
from triplicate.editions.docx.lower.boxes import floats as aside
from triplicate.editions.docx.lower.css import breaks
from triplicate.editions.docx.lower.css.frames import inside, moved
from triplicate.editions.docx.lower.css.room import bare
from triplicate.editions.docx.lower.drafts import (
    Draft,
    Frame,
    Marker,
    NamedPages,
    Piece,
    Place,
    TableDraft,
    each_paragraph,
    in_flow,
)
from triplicate.editions.docx.lower.flow import holders
from triplicate.editions.docx.lower.flow.before import with_number
from triplicate.editions.docx.lower.flow.blanklines import BlankLines
from triplicate.editions.docx.lower.flow.ends import drawn, fold_both, name_ends, pass_on, with_rest
from triplicate.editions.docx.lower.flow.items import is_item, item, mark_first
from triplicate.editions.docx.lower.flow.sight import leaves_flow
from triplicate.editions.docx.lower.limits import check_box, report_page_name
from triplicate.editions.docx.lower.pages.runningplaces import attach, attach_last
from triplicate.editions.docx.lower.pictures.hanging import hang
from triplicate.editions.docx.lower.pictures.picture import block_picture, picture
from triplicate.editions.docx.lower.references.contents import mark_contents
from triplicate.editions.docx.lower.tables.table import table
from triplicate.editions.docx.lower.text.letters import take_letter, wait_for_letter
from triplicate.editions.docx.lower.text.paragraphs import is_blank, is_line, paragraph
from triplicate.editions.docx.names import LIST_CONTINUE

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.context import Context

NO_LOOK = ir.ParagraphFormat()  # of anonymous boxes


def flow(
    box: Any, frame: Frame, place: Place, context: Context, marker: Marker | None = None
) -> list[Draft]:
    """The drafts of what is in ``box``; ``marker`` is for its first paragraph."""
    drafts: list[Draft] = []
    floating: list[Piece] = []
    room, blank = 0.0, BlankLines(context)
    for child in with_columns(box.children, context):
        if isinstance(child, list):
            drafts += beside.arranged_columns(child, box, frame, place, context) or []
            continue
        if child.is_outside_marker or (not is_line(child) and leaves_flow(child, context)):
            continue
        count = len(drafts)
        if hangs := _hanging(child, box, frame, place, context):
            floating += hang_in_flow(child, hangs, drafts, place, context)
            continue
        waiting = context.page_break
        drafts += _part(child, box, frame, place, context)
        attach(drafts[count:], context)
        left = context.page_break
        context.page_break = breaks.break_pages(drafts, count, child, waiting, left)
        if marker is None and blank.take(drafts, count, child):
            continue
        blank.give(drafts, count)
        if room:
            room = heights.add_room(drafts, count, room)
        room += heights.below(child, count < len(drafts), context)
        if floating and count < len(drafts):
            floating = hang(floating, drafts[count])
        if marker and drafts and (marked := mark_first(drafts, marker, context)):
            drafts, place, marker = marked, place._replace(text=LIST_CONTINUE), None
    blank.rest(drafts)
    if room and drafts:
        in_flow(drafts)[-1].after += room
    attach_last(drafts, context)
    return with_rest(drafts, floating, marker, Around(box, frame, place, context))


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


def _line(line: Any, owner: Any, frame: Frame, place: Place, context: Context) -> list[Draft]:
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
    if is_line(child):
        return _line(child, owner, frame, place, context)
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
    return drafts


def _sort(child: Any, owner: Any, frame: Frame, place: Place, context: Context) -> list[Draft]:
    """The drafts of a block box of any sort."""
    if child.is_table_wrapper:
        return table(child, frame, context)
    if is_item(child):
        return item(child, owner, frame, place, context)
    if hasattr(child, "replacement"):
        return block_picture(child, frame, context)
    return block(child, frame, place, context)


def _on_other_pages(child: Any, owner: Any, place: Place, context: Context) -> list[Draft]:
    """The drafts of a child whose pages have another name, and another width perhaps."""
    pages = NamedPages(child.style["page"], child.element)
    context.passed = context.floats  # nothing floats beside what is on other pages
    frame = context.areas.frame_around(child.style, pages.name)
    drafts = _part(child, owner, frame, place._replace(page=pages.name), context)
    for draft in drafts:
        draft.page = draft.page or pages
    return drafts


def block(
    box: Any, frame: Frame, place: Place, context: Context, marker: Marker | None = None
) -> list[Draft]:
    """The drafts of a block box, its margins folded into the first and the last."""
    style = box.style
    in_cell = id(box) in context.cells
    box = with_number(box)
    room = context.formats.room(style)
    room = bare(room) if in_cell else room
    inner = inside(room, frame)
    place = holders.inside_of(box, place, context)
    columns = textcolumns.text_columns(box, inner, place, context)
    if columns:
        inner, place = textcolumns.inside_columns(columns), place._replace(columns=columns)
    look = context.formats.paragraph(style) if hasattr(style, "cascaded") else NO_LOOK
    if hasattr(style, "cascaded"):
        check_box(box, context)
        if box.first_letter_style is not None or box.first_line_style is not None:
            wait_for_letter(box, context)
    lines = not box.children or is_line(box.children[0]) or holders.is_heading_of_blocks(box)
    free = heights.spare(box, context) or heights.field(box, context)
    boxed = (not lines or box.is_floated() or free > 0) and not in_cell
    boxed = boxed and containers.is_boxed(box, look, place.boxes, context)
    fill = covers.page_fill(box, look, place, context) if boxed else []
    boxed = boxed and not fill
    if boxed and lines:
        context.cells.add(id(box))  # its words are not drawn as it is
    if boxed and (name := context.style_named(style)):
        place = place._replace(text=name)
    if lines and box.children and not is_line(box.children[0]):
        drafts = _line(box, box, inner, place, context)
    else:
        held = place._replace(boxes=place.boxes + boxed)
        found = beside.arranged(box, inner, held, context) if beside.is_container(box) else None
        drafts = flow(box, inner, held, context, marker) if found is None else found
    covers.keep_page(drafts, box, fill, free, context)
    if not drafts and not in_cell:
        drafts = drawn(box, look, inner, place, context, boxed)
    if not drafts:
        pass_on(box, context)
        return drafts
    if not lines:
        holders.end_heading(drafts, box, context)
        mark_contents(box, drafts)
    if boxed:
        flowing = drafts = containers.contain(drafts, box, look, frame, context, free)
    else:
        flowing = in_flow(drafts)
        fold_both(flowing, box, room, frame, lines, beside.is_container(box))
    if columns:
        textcolumns.set_in(drafts, columns)
    name_ends(flowing, box, context)
    if box.element_tag == "figure" and not boxed:
        breaks.keep_together(drafts)
    if not lines or isinstance(flowing[0], TableDraft):
        breaks.share_breaks(in_flow(flowing), look)
    return drafts
