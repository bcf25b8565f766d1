"""Lowering (stage 7c): block boxes to paragraphs, with the indents and margins around them.

Input: a block container. Output: drafts in document order. A parent's margins, padding and
borders are folded into its first and last paragraph; between neighbours Word collapses margins
as CSS does (without doNotUseHTMLParagraphAutoSpacing in the settings).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower import roles
from triplicate.editions.docx.lower.boxes import containers
from triplicate.editions.docx.lower.boxes.floats import clear, float_frame, floats, put_beside
from triplicate.editions.docx.lower.css.breaks import (
    break_pages,
    resets_notes,
    section_break,
    share_breaks,
)
from triplicate.editions.docx.lower.css.frames import fold, inside
from triplicate.editions.docx.lower.css.outlines import pad
from triplicate.editions.docx.lower.css.room import BOTTOM, TOP, Room
from triplicate.editions.docx.lower.drafts import (
    Draft,
    Frame,
    Marker,
    NamedPages,
    ParagraphDraft,
    Piece,
    Place,
    each_paragraph,
    in_flow,
)
from triplicate.editions.docx.lower.flow.holders import (
    blocks_beside,
    end_heading,
    inside_of,
    is_heading_of_blocks,
    take_off,
)
from triplicate.editions.docx.lower.flow.items import is_item, item, mark
from triplicate.editions.docx.lower.flow.sight import leaves_flow
from triplicate.editions.docx.lower.limits import check_box, report_page_name
from triplicate.editions.docx.lower.pages.strings import StringSource
from triplicate.editions.docx.lower.pictures.picture import (
    block_picture,
    hang,
    keep_figure,
    picture,
)
from triplicate.editions.docx.lower.references.contents import mark_contents
from triplicate.editions.docx.lower.tables.table import table
from triplicate.editions.docx.lower.text.letters import take_letter, wait_for_letter
from triplicate.editions.docx.lower.text.paragraphs import empty, is_blank, is_line, paragraph
from triplicate.editions.docx.names import LIST_BULLET, LIST_CONTINUE, LIST_NUMBER

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.context import Context

NO_LOOK = ir.ParagraphFormat()  # of anonymous boxes


def flow(
    box: Any, frame: Frame, place: Place, context: Context, marker: Marker | None = None
) -> list[Draft]:
    """The drafts of what is in ``box``; ``marker`` is for its first paragraph."""
    drafts: list[Draft] = []
    floating: list[Piece] = []
    for child in box.children:
        if child.is_outside_marker or leaves_flow(child, context):
            continue
        count = len(drafts)
        if hasattr(child, "replacement") and child.is_floated():
            context.line_frame = frame
            floating += picture(child, child.style, "", "", context)
            continue
        waiting = context.page_break
        drafts += _part(child, box, frame, place, context)
        break_pages(drafts[count:], child, waiting, context)
        if floating and count < len(drafts):
            floating = hang(floating, drafts[count])
        first = in_flow(drafts)[0] if marker and drafts else None
        if marker and isinstance(first, ParagraphDraft) and not (first.marker or first.floating):
            mark(first, marker)
            place, marker = place._replace(text=LIST_CONTINUE), None
    if floating:
        drafts.append(empty(box, frame, place, context))
        hang(floating, drafts[-1])
    if marker:
        drafts.insert(0, empty(box, frame, place, context))
        mark(drafts[0], marker)
    return drafts


def _line(line: Any, owner: Any, frame: Frame, place: Place, context: Context) -> list[Draft]:
    """The paragraph of a line, after what floats in it and before what is positioned."""
    if columns := blocks_beside(line):
        return [draft for box in columns for draft in _column(box, owner, frame, place, context)]
    made = paragraph(line, owner, frame, place, context)
    letter: list[Draft] = [*take_letter(made, frame, context)] if context.first_letter else []
    floating: list[Draft] = []
    positioned: list[Draft] = []
    for box in context.take_floats():
        if box.is_floated():
            floating += _part(box, owner, frame, place, context)
        elif not leaves_flow(box, context):
            positioned += _part(box, owner, frame, place, context)
    if not made.pieces and is_blank(line):
        context.anchors[:0] = made.anchors  # for the next line
        return [*floating, *positioned]
    return [*floating, *letter, made, *positioned]


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
    if floats(child, place.floats, context):
        own = float_frame(child, frame, context)
        inner = place._replace(page=None, floats=True)
        if inner.text in (LIST_BULLET, LIST_NUMBER):
            inner = inner._replace(text=LIST_CONTINUE)
        waiting, context.page_break = context.page_break, None
        drafts = _sort(child, owner, own, inner, context)
        context.page_break = waiting
        return put_beside(drafts, child, own, frame, place.page is None or place.boxes > 0)
    drafts = _sort(child, owner, frame, place, context)
    clear(drafts, child, frame, context)
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
    frame = context.pages.frame_around(child.style, pages.name)
    drafts = _part(child, owner, frame, place._replace(page=pages.name), context)
    for draft in drafts:
        draft.page = draft.page or pages
    return drafts


def block(
    box: Any, frame: Frame, place: Place, context: Context, marker: Marker | None = None
) -> list[Draft]:
    """The drafts of a block box, its margins folded into the first and the last."""
    style = box.style
    room = context.formats.room(style)
    inner = inside(room, frame)
    place = inside_of(box, place, context)
    look = NO_LOOK
    if hasattr(style, "cascaded"):
        look = context.formats.paragraph(style)
        check_box(box, context)
        if box.first_letter_style is not None or box.first_line_style is not None:
            wait_for_letter(box, context)
    lines = not box.children or is_line(box.children[0]) or is_heading_of_blocks(box)
    boxed = (not lines or box.is_floated()) and containers.is_boxed(box, look, place.boxes, context)
    if boxed and (name := roles.named(style)):
        place = place._replace(text=name)
    if lines and box.children and not is_line(box.children[0]):
        drafts = _line(box, box, inner, place, context)
    else:
        drafts = flow(box, inner, place._replace(boxes=place.boxes + boxed), context, marker)
    if not drafts:
        drafts = _rule(box, look, inner, place, context)
    if not drafts:
        return drafts
    if not lines:
        end_heading(drafts, box, context)
        mark_contents(box, drafts)
    if boxed:
        flowing = drafts = containers.contain(drafts, box, look, frame, context)
    else:
        flowing = in_flow(drafts)
        _fold_both(flowing, room, frame, lines)
    _name(flowing, box, context)
    if box.element_tag == "figure" and not boxed:
        keep_figure(drafts)
    if look.page_break_before:
        flowing[0].begins = flowing[0].begins or section_break(style)
    if resets_notes(style):
        flowing[0].resets_notes = True
    if not lines:
        share_breaks(flowing, look)
    return drafts


def _fold_both(drafts: list[Draft], room: Room, frame: Frame, lines: bool) -> None:
    """Put the room around a box into the margins of its first and last draft."""
    first, last = drafts[0], drafts[-1]
    if lines and isinstance(first, ParagraphDraft) and pad(first, room, frame):
        room = room._replace(padding=(0.0,) * 4, edge=(0.0,) * 4)
    first.before = fold(room, TOP, first.before, frame, lines)
    last.after = fold(room, BOTTOM, last.after, frame, lines)


def _name(drafts: list[Draft], box: Any, context: Context) -> None:
    """Give the drafts of a box its own margins, its id and the strings that it sets."""
    first, last = drafts[0], drafts[-1]
    if first.element is box.element:
        first.own_before = first.before
    if last.element is box.element:
        last.own_after = last.after
    anchor = box.style["anchor"] or ""
    if anchor:
        first.anchors.insert(0, anchor)
    for name, text in box.string_set or ():
        context.strings.setdefault(name, []).append(StringSource(name, text, first, anchor))


def _rule(
    box: Any, look: ir.ParagraphFormat, frame: Frame, place: Place, context: Context
) -> list[Draft]:
    """A line across the page, where an empty box draws one."""
    line = containers.hairline(box, look)
    if line is None:
        return []
    draft = empty(box, frame, place._replace(text=roles.RULE), context)
    containers.draw(draft, line)
    return [draft]
