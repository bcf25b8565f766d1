"""Lowering (stage 7c): block boxes to paragraphs, with the indents and margins around them.

Input: a block container. Output: drafts in document order. A parent's margins, padding and
borders are folded into its first and last paragraph; between neighbours Word collapses margins
as CSS does (without doNotUseHTMLParagraphAutoSpacing in the settings).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower import boxes, roles
from triplicate.editions.docx.lower.contents import lead_to_the_end, mark_contents
from triplicate.editions.docx.lower.context import StringSource
from triplicate.editions.docx.lower.drafts import (
    Draft,
    Frame,
    Marker,
    NamedPages,
    ParagraphDraft,
    Piece,
)
from triplicate.editions.docx.lower.floats import check_flow, float_frame, put_beside
from triplicate.editions.docx.lower.items import item, mark
from triplicate.editions.docx.lower.limits import check_box
from triplicate.editions.docx.lower.pictures import (
    block_picture,
    fit_lines,
    hang,
    keep_figure,
    picture,
)
from triplicate.editions.docx.lower.room import BOTTOM, LEFT, RIGHT, TOP, Room
from triplicate.editions.docx.lower.running import keep
from triplicate.editions.docx.lower.runs import pieces
from triplicate.editions.docx.lower.units import known_length, length, twips
from triplicate.editions.docx.lower.watermarks import stamp
from triplicate.editions.docx.names import BODY_TEXT, LIST_CONTINUE, QUOTE

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.context import Context

NO_LOOK = ir.ParagraphFormat()  # of anonymous boxes


class Place(NamedTuple):
    """What stands around a block.

    The style of plain text, the list depth, the outermost list, how many boxes that show,
    the name of the pages; None in tables, which no other page interrupts.
    """

    text: str = BODY_TEXT
    depth: int = 0
    root: Any = None
    boxes: int = 0
    page: str | None = None


def flow(
    box: Any, frame: Frame, place: Place, context: Context, marker: Marker | None = None
) -> list[Draft]:
    """The drafts of what is in ``box``; ``marker`` is for its first paragraph."""
    drafts: list[Draft] = []
    floating: list[Piece] = []
    for child in box.children:
        if child.is_outside_marker or _leaves_flow(child, context):
            continue
        count = len(drafts)
        if hasattr(child, "replacement") and child.is_floated():
            context.line_frame = frame
            floating += picture(child, child.style, "", "", context)
            continue
        drafts += _part(child, box, frame, place, context)
        if floating and count < len(drafts):
            floating = hang(floating, drafts[count])
        if marker and drafts and isinstance(drafts[0], ParagraphDraft) and not drafts[0].marker:
            mark(drafts[0], marker)
            place, marker = place._replace(text=LIST_CONTINUE), None
    if floating:
        drafts.append(empty(box, frame, place, context))
        hang(floating, drafts[-1])
    if marker:
        drafts.insert(0, empty(box, frame, place, context))
        mark(drafts[0], marker)
    return drafts


def _part(child: Any, owner: Any, frame: Frame, place: Place, context: Context) -> list[Draft]:
    """The drafts of one child of ``owner``."""
    if _is_line(child):
        return [_paragraph(child, owner, frame, place, context)]
    check_flow(child, context)
    if place.page is not None and child.style["page"] != place.page:
        return _on_other_pages(child, owner, place, context)
    if child.is_table_wrapper:
        from triplicate.editions.docx.lower.tables import table

        return table(child, frame, context)
    if child.element_tag == "li" and hasattr(child.style, "cascaded"):
        return item(child, owner, frame, place, context)
    if hasattr(child, "replacement"):
        return block_picture(child, frame, context)
    if child.is_floated():
        return _floating(child, frame, place, context)
    return block(child, frame, place, context)


def _on_other_pages(child: Any, owner: Any, place: Place, context: Context) -> list[Draft]:
    """The drafts of a child whose pages have another name, and another width perhaps."""
    pages = NamedPages(child.style["page"], child.element)
    frame = context.pages.frame_around(child.style)
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
    if box.element_tag == "blockquote":
        place = place._replace(text=QUOTE)
    if box.element_tag in ("ul", "ol", "menu"):
        root = box.element if place.root is None else place.root
        place = place._replace(depth=place.depth + 1, root=root)
    look = NO_LOOK
    if hasattr(style, "cascaded"):
        look = context.formats.paragraph(style)
        check_box(box, context)
    lines = _is_line(box.children[0]) if box.children else True
    boxed = not lines and boxes.is_boxed(box, look, place.boxes, context)
    if boxed and (name := roles.named(style)):
        place = place._replace(text=name)
    drafts = flow(box, inner, place._replace(boxes=place.boxes + boxed), context, marker)
    if not drafts:
        drafts = _rule(box, look, inner, place, context)
    if not drafts:
        return drafts
    if not lines:
        mark_contents(box, drafts)
    if boxed:
        drafts = boxes.contain(drafts, box, look, frame, context)
    else:
        _fold_both(drafts, room, frame, lines)
    _name(drafts, box, context)
    if box.element_tag == "figure" and not boxed:
        keep_figure(drafts)
    if look.page_break_before:
        drafts[0].begins = drafts[0].begins or _side(style)
    if not lines:
        _share_breaks(drafts, look)
    return drafts


def _fold_both(drafts: list[Draft], room: Room, frame: Frame, lines: bool) -> None:
    """Put the room around a box into the margins of its first and last draft."""
    first, last = drafts[0], drafts[-1]
    if lines and isinstance(first, ParagraphDraft) and boxes.pad(first, room, frame):
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
        context.strings.setdefault(name, []).append(StringSource(text, anchor, first.style))


def _side(style: Any) -> str:
    """Word's type of the section break that a break to a left or right page needs, or ""."""
    odd = {"ltr": "right", "rtl": "left"}[style["direction"]]
    where = style["break_before"]
    if where not in ("left", "right", "recto", "verso"):
        return ""
    return "oddPage" if where in ("recto", odd) else "evenPage"


def _rule(
    box: Any, look: ir.ParagraphFormat, frame: Frame, place: Place, context: Context
) -> list[Draft]:
    """A line across the page, where an empty box draws one."""
    line = boxes.hairline(box, look)
    if line is None:
        return []
    draft = empty(box, frame, place._replace(text=roles.RULE), context)
    boxes.draw(draft, line)
    return [draft]


def inside(room: Room, frame: Frame) -> Frame:
    """The frame of a box's content."""
    left, right = (
        length(room.margin[side], frame.width)
        + room.edge[side]
        + length(room.padding[side], frame.width)
        for side in (LEFT, RIGHT)
    )
    width = frame.width - left - right
    for limit in (room.width, room.max_width):
        wanted = known_length(limit, frame.width)
        if wanted is not None and wanted < width:
            before = _free_share(room) * (width - wanted)
            left, right = left + before, right + width - wanted - before
            width = wanted
    return Frame(frame.left + left, frame.right + right, width)


def _free_share(room: Room) -> float:
    """How much of the free space beside a narrow box its automatic margins put at its left."""
    if room.margin[LEFT] != "auto":
        return 0.0
    return 0.5 if room.margin[RIGHT] == "auto" else 1.0


def fold(room: Room, side: int, inner: float, frame: Frame, own_border: bool) -> float:
    """The space beyond a box's first or last line, from its own margin and that inside it.

    Margins collapse unless padding or a border stands between. A paragraph's own border keeps
    its padding as Word's distance between border and text.
    """
    margin = length(room.margin[side], frame.width)
    padding = length(room.padding[side], frame.width)
    edge = room.edge[side]
    if not padding and not edge:
        return max(margin, inner, 0.0) + min(margin, inner, 0.0)
    return margin + inner + (0.0 if own_border and edge else padding + edge)


def _leaves_flow(box: Any, context: Context) -> bool:
    """Report a box that Word cannot place as CSS does; whether it has to be left out."""
    tag = box.element_tag
    if box.is_note():
        return True  # what calls it has it
    if box.is_running():
        keep(box, context)
        return True
    if box.is_footnote():
        context.report("word-flow", f"expected text in the flow, found <{tag}> taken out of it")
        return True
    if not _is_line(box) and box.style["position"] == "fixed":
        stamp(box, context)
        return True
    if not box.is_in_normal_flow() and not box.is_floated():
        context.report("word-flow", f"expected boxes in normal flow, found <{tag}> outside it")
    if type(box).__name__ in ("FlexBox", "GridBox"):
        context.report("word-flow", f"expected boxes one below the other, found <{tag}> otherwise")
    return False


def _is_line(box: Any) -> bool:
    return type(box).__name__ == "LineBox"


def _paragraph(
    line: Any, owner: Any, frame: Frame, place: Place, context: Context
) -> ParagraphDraft:
    draft = empty(owner, frame, place, context)
    context.line_frame = frame
    draft.pieces, draft.number_span = pieces(line, owner, roles.declared(owner.style), context)
    fit_lines(draft)
    lead_to_the_end(draft, frame)
    draft.anchors += context.take_anchors()
    return draft


def empty(owner: Any, frame: Frame, place: Place, context: Context) -> ParagraphDraft:
    """A paragraph without text, in the look of the box ``owner``."""
    style = roles.declared(owner.style)
    name = roles.named(style) or roles.paragraph_style(
        owner.element_tag, context.headings, place.text
    )
    look = context.formats.paragraph(style)
    rtl = look.right_to_left  # Word's left and right are where lines begin and end
    look = look._replace(
        left=twips(frame.right if rtl else frame.left),
        right=twips(frame.left if rtl else frame.right),
        first_line=twips(length(context.formats.room(style).indent, frame.width)),
    )
    if hasattr(owner, "grid_x"):
        look = _without_box(look)
    return ParagraphDraft(name, look, context.formats.run(style), [], owner.element)


def _without_box(look: ir.ParagraphFormat) -> ir.ParagraphFormat:
    """A table cell keeps its borders and fill to itself."""
    none = ir.NO_BORDER
    return look._replace(top=none, left_edge=none, bottom=none, right_edge=none, shade="")


def _floating(box: Any, frame: Frame, place: Place, context: Context) -> list[Draft]:
    """A floating block: its paragraphs stand in a frame that the text goes around."""
    own = float_frame(box, frame, context)
    drafts = block(box, own, place, context)
    put_beside(drafts, box, own, frame, context)
    return drafts


def _share_breaks(drafts: list[Draft], look: ir.ParagraphFormat) -> None:
    """Give a container's breaks to its paragraphs."""
    if look.page_break_before:
        first = _leaders(drafts[0])[0]
        first.format = first.format._replace(page_break_before=True)
    keeping = drafts[:-1] if look.keep_lines else []
    for draft in keeping + (drafts[-1:] if look.keep_next else []):
        for leader in _leaders(draft):
            leader.format = leader.format._replace(keep_next=True)


def _leaders(draft: Draft) -> list[ParagraphDraft]:
    """The paragraphs that Word looks at to keep a block with the next: the first of each row."""
    if isinstance(draft, ParagraphDraft):
        return [draft]
    rows = [row for row in draft.rows if row.cells]
    return [leader for row in rows for leader in _leaders(row.cells[0].drafts[0])]
