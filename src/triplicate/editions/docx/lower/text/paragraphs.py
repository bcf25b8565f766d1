"""Lowering (stage 7c): one paragraph.

Input: a line box and the block that owns it. Output: a `ParagraphDraft` in the look of that block,
with its text; its margins are for `blocks` to fold.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower import roles
from triplicate.editions.docx.lower.css.units import length, twips
from triplicate.editions.docx.lower.drafts import (
    Frame,
    ParagraphDraft,
    Piece,
    Place,
    StringSource,
)
from triplicate.editions.docx.lower.limits import report_on
from triplicate.editions.docx.lower.pictures.picture import fit_lines
from triplicate.editions.docx.lower.references.contents import lead_to_the_end
from triplicate.editions.docx.lower.text.runs import pieces
from triplicate.editions.docx.lower.text.spaces import KEPT, overflows
from triplicate.editions.docx.lower.text.stops import set_label_stops, set_stops
from triplicate.editions.docx.names import BODY_TEXT, HEADING_STYLES

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.context import Context


def is_blank(line: Any) -> bool:
    """Whether a line holds no more than blanks and empty boxes: it is not there.

    CSS 2.2, 9.4.2: such line boxes have no height, and do not keep margins apart.
    """
    inner = (box for box in line.children if box.is_in_normal_flow() and not _is_white(box))
    return all(
        type(box).__name__ == "InlineBox" and not box.string_set and is_blank(box) for box in inner
    )


def _is_white(box: Any) -> bool:
    text = getattr(box, "text", None)
    if text is None:
        return False
    return not (text if box.style["white_space"] in KEPT else text.strip(" "))


def paragraph(
    line: Any, owner: Any, frame: Frame, place: Place, context: Context
) -> ParagraphDraft:
    """The paragraph of a line box of the box ``owner``."""
    draft = empty(owner, frame, place, context)
    context.line_frame = frame
    draft.pieces, draft.number_span = pieces(line, owner, roles.declared(owner.style), context)
    if draft.style in HEADING_STYLES and not draft.number_span and _says_nothing(draft.pieces):
        draft.style = BODY_TEXT  # or it is an empty line of the navigation pane and of contents
    in_text = place.page is not None and not place.floats
    if in_text and overflows(draft.pieces, owner.style, frame.width):
        message = "expected text that goes on to the next line, found `white-space: "
        message = f"{message}{owner.style['white_space']}` on <{owner.element_tag}>"
        report_on(owner, "white-space", "word-css", message, context)
    if draft.number_span and draft.number_span.shift:
        first = (draft.format.first_line or 0) + twips(draft.number_span.shift)
        draft.format = draft.format._replace(first_line=first)
    fit_lines(draft)
    set_stops(draft, owner.style, frame)
    lead_to_the_end(draft, frame)
    draft.format = set_label_stops(draft.pieces, draft.format)
    draft.anchors += context.take_anchors()
    for name, text in context.line_strings:
        source = StringSource(name, text, draft, inside=True)
        context.strings.setdefault(name, []).append(source)
    context.line_strings.clear()
    return draft


def _says_nothing(found: list[Piece]) -> bool:
    return not any(piece.text.strip().strip("\u200b") or piece.note for piece in found)


def empty(owner: Any, frame: Frame, place: Place, context: Context) -> ParagraphDraft:
    """A paragraph without text, in the look of the box ``owner``."""
    style = roles.declared(owner.style)
    name = context.style_named(style) or roles.paragraph_style(
        owner.element_tag, context.headings, place.text
    )
    key = (context.formats.key(style), frame, _is_outlined_otherwise(owner, context))
    look = context.looks.get(key)
    if look is None:
        look = context.looks[key] = _look(style, frame, key[2], context)
    if look.page_break_before and style is not owner.style:
        look = look._replace(page_break_before=False)  # the first draft of the box around has it
    return ParagraphDraft(name, look, context.formats.run(style), [], owner.element)


def _is_outlined_otherwise(owner: Any, context: Context) -> bool:
    """Whether the borders and fill of the style are not the paragraph's.

    They are those of a table cell, of what floats, or of the box that holds an anonymous one.
    """
    in_cell = hasattr(owner, "grid_x") or id(owner) in context.cells
    return in_cell or not hasattr(owner.style, "cascaded") or owner.is_floated()


def _look(style: Any, frame: Frame, bare: bool, context: Context) -> ir.ParagraphFormat:
    look = context.formats.paragraph(style)
    rtl = look.right_to_left  # Word's left and right are where lines begin and end
    look = look._replace(
        left=twips(frame.right if rtl else frame.left),
        right=twips(frame.left if rtl else frame.right),
        first_line=twips(length(context.formats.room(style).indent, frame.width)),
    )
    none = ir.NO_BORDER
    if bare:
        look = look._replace(top=none, left_edge=none, bottom=none, right_edge=none, shade="")
    return look
