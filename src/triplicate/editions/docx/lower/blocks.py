"""Lowering (stage 7c): block boxes to paragraphs, with the indents and margins around them.

Input: a block container. Output: drafts in document order. A parent's margins, padding and
borders are folded into its first and last paragraph; between neighbours Word collapses margins
as CSS does (without doNotUseHTMLParagraphAutoSpacing in the settings).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower import roles
from triplicate.editions.docx.lower.context import StringSource
from triplicate.editions.docx.lower.drafts import Draft, Frame, Marker, ParagraphDraft
from triplicate.editions.docx.lower.numbering import LEVELS
from triplicate.editions.docx.lower.room import BOTTOM, LEFT, RIGHT, TOP, Room
from triplicate.editions.docx.lower.runs import picture, pieces
from triplicate.editions.docx.lower.units import known_length, length, twips
from triplicate.editions.docx.names import (
    BODY_TEXT,
    LIST_BULLET,
    LIST_CONTINUE,
    LIST_NUMBER,
    QUOTE,
)

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.context import Context


class Place(NamedTuple):
    """What stands around a block: the style of plain text, the list depth, the outermost list."""

    text: str = BODY_TEXT
    depth: int = 0
    root: Any = None


def flow(
    box: Any, frame: Frame, place: Place, context: Context, marker: Marker | None = None
) -> list[Draft]:
    """The drafts of what is in ``box``; ``marker`` is for its first paragraph."""
    drafts: list[Draft] = []
    for child in box.children:
        if child.is_outside_marker or _leaves_flow(child, context):
            continue
        if _is_line(child):
            drafts.append(_paragraph(child, box, frame, place, context))
        elif child.is_table_wrapper:
            from triplicate.editions.docx.lower.tables import table

            drafts += table(child, frame, context)
        elif child.element_tag == "li" and hasattr(child.style, "cascaded"):
            drafts += _item(child, box, frame, place, context)
        elif hasattr(child, "replacement"):
            paragraph = empty(box, frame, place, context)
            paragraph.pieces = picture(child, _declared(box.style), context)
            drafts.append(paragraph)
        else:
            drafts += block(child, frame, place, context)
        if marker and drafts and isinstance(drafts[0], ParagraphDraft) and not drafts[0].marker:
            _mark(drafts[0], marker)
            place, marker = place._replace(text=LIST_CONTINUE), None
    if marker:
        drafts.insert(0, empty(box, frame, place, context))
        _mark(drafts[0], marker)
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
    drafts = flow(box, inner, place, context, marker)
    if not drafts:
        return drafts
    first, last = drafts[0], drafts[-1]
    lines = _is_line(box.children[0]) if box.children else False
    first.before = fold(room, TOP, first.before, frame, lines)
    last.after = fold(room, BOTTOM, last.after, frame, lines)
    if first.element is box.element:
        first.own_before = first.before
    if last.element is box.element:
        last.own_after = last.after
    if anchor := style["anchor"]:
        first.anchors.insert(0, anchor)
    for name, text in box.string_set or ():
        source = StringSource(text, anchor or "", first.style)
        context.strings.setdefault(name, []).append(source)
    if not lines:
        _share_breaks(drafts, context.formats.paragraph(style))
    return drafts


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
            right += width - wanted
            width = wanted
    return Frame(frame.left + left, frame.right + right, width)


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
    if box.is_running() or box.is_footnote():
        context.report("word-flow", f"expected text in the flow, found <{tag}> taken out of it")
        return True
    if not box.is_in_normal_flow():
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
    draft.pieces, draft.number_span = pieces(line, owner, _declared(owner.style), context)
    draft.anchors += context.take_anchors()
    return draft


def empty(owner: Any, frame: Frame, place: Place, context: Context) -> ParagraphDraft:
    """A paragraph without text, in the look of the box ``owner``."""
    style = _declared(owner.style)
    name = roles.named(style) or roles.PARAGRAPHS.get(owner.element_tag, place.text)
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


def _declared(style: Any) -> Any:
    """The style of the element that an anonymous box belongs to."""
    while not hasattr(style, "cascaded"):
        style = style.parent_style
    return style


def _item(item: Any, owner: Any, frame: Frame, place: Place, context: Context) -> list[Draft]:
    """A list item: its first paragraph takes the marker, the others only the indent."""
    marker = _marker(item, owner, place, context)
    if marker is None:
        return block(item, frame, place._replace(text=LIST_CONTINUE), context)
    named = LIST_NUMBER if marker.ordered else LIST_BULLET
    return block(item, frame, place._replace(text=named), context, marker)


def _marker(item: Any, owner: Any, place: Place, context: Context) -> Marker | None:
    box = next((child for child in item.children if child.is_outside_marker), None)
    text_box = box and next((b for b in box.descendants() if hasattr(b, "text")), None)
    if box is None or text_box is None:
        return None
    text = text_box.text
    style = _declared(text_box.style)
    run = context.formats.run(style)
    width, inked = (
        context.fonts.width(run, part) * style["font_size"] for part in (text, text.rstrip())
    )
    return Marker(
        text.strip(),
        any(character.isalnum() for character in text),
        str(item.style["list_style_type"]),
        owner.element,
        place.root,
        min(place.depth, LEVELS) - 1,
        width - inked,
        width,
        run,
    )


def _mark(draft: Draft, marker: Marker) -> None:
    """Hang a marker before a paragraph."""
    assert isinstance(draft, ParagraphDraft)
    draft.marker = marker
    draft.format = draft.format._replace(first_line=-twips(marker.width))


def _share_breaks(drafts: list[Draft], look: ir.ParagraphFormat) -> None:
    """Give a container's breaks to its paragraphs."""
    if look.page_break_before and isinstance(drafts[0], ParagraphDraft):
        drafts[0].format = drafts[0].format._replace(page_break_before=True)
    keeping = drafts[:-1] if look.keep_lines else []
    for draft in keeping + (drafts[-1:] if look.keep_next else []):
        if isinstance(draft, ParagraphDraft):
            draft.format = draft.format._replace(keep_next=True)
