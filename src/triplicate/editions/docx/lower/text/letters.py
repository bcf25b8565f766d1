"""Lowering (stage 7c): ``::first-letter``, which layout makes only on pages, and ``::first-line``.

Input: a paragraph and the style that waits for its first letter. Output: the letter as a run of
its own; where it floats, as Word's drop cap: a paragraph in a frame beside the one that it begins.
"""

from __future__ import annotations

from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING, Any

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.css.room import BOTTOM, LEFT, TOP
from triplicate.editions.docx.lower.css.units import color, computed, known_length, length, twips
from triplicate.editions.docx.lower.drafts import Frame, ParagraphDraft, Piece
from triplicate.editions.docx.lower.limits import check_box, place_of_match, report_on
from triplicate.editions.docx.lower.text.gaps import Outer, beside, gaps, within
from triplicate.editions.docx.names import HEADING_STYLES
from triplicate.layout.tree import first_letter, letter_box

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.context import Context
    from triplicate.editions.docx.lower.drafts import Draft

_RIGHT = ("margin", "padding")
# What a letter has as a box beside its text, and Word has not.
_BLOCK = (
    "background_color",
    "width",
    "height",
    "min_width",
    "min_height",
    "max_width",
    "max_height",
    "transform",
)
SEEN = 1.0  # pixels
APART = 120  # twips between the height of a letter and that of its lines that catch the eye
MOST_LINES = 10  # ECMA-376 Part 1, 17.3.1.11
TOUCH = 0.15  # of a line, which a letter may reach into
NORMAL = 1.2  # of the size: a line's height where CSS names none
# How far above the end of a line of exact height Word puts the feet of letters.
BELOW = 0.2


def wait_for_letter(box: Any, context: Context) -> None:
    """Note a box that styles its first letter; report one that styles its first line."""
    if box.first_letter_style is not None:
        context.first_letter = box
    if box.first_line_style is not None:
        context.report(
            "word-css",
            f"expected paragraphs of one look, found ::first-line on <{box.element_tag}>",
            span=place_of_match("::?first-line", context.tree.stylesheet),
        )


def take_letter(draft: ParagraphDraft, frame: Frame, context: Context) -> list[ParagraphDraft]:
    """Set the first letter of a paragraph apart; its drop cap, where it is one."""
    owner, context.first_letter = context.first_letter, None
    if owner is None or not draft.pieces:
        return []
    style = owner.first_letter_style
    first, *others = draft.pieces
    letter = "" if _is_special(first) else first_letter(first.text)
    if not letter.strip():
        return []
    box = letter_box(owner, letter)
    check_box(box, context)
    apart = _apart(first, box, draft, context)
    rest = first._replace(text=first.text[len(letter) :])
    following = [rest, *others] if rest.text else others
    if style["float"] == "none" or not following:
        outer = Outer(owner.style, "", first.link, begins=True)
        room = gaps([apart], box, outer, context)
        draft.pieces = [
            *beside(within([apart], room, box, outer, context), room, outer, context),
            *following,
        ]
        return []
    if draft.style in HEADING_STYLES or draft.style == "Title" or style["float"] == "right":
        draft.pieces = [apart, *following]
        message = "expected letters that float at the left of plain paragraphs, found another on"
        message = f"{message} <{draft.element.tag}>"
        span = place_of_match("::?first-letter", context.tree.stylesheet)
        context.report("word-css", message, span=span)
        return []
    draft.pieces = following
    _report_cap(box, draft, frame, context)
    return [_drop_cap(draft, apart, style, frame)]


def _apart(first: Piece, box: Any, draft: ParagraphDraft, context: Context) -> Piece:
    """The first letter in ``box``, without the role of its text, which would come to look alike."""
    run = context.formats.run(box.style)
    look = ir.overlay(first.format, ir.difference(run, draft.run))
    (letter,) = box.children
    written = getattr(letter, "source_text", letter.text) if run.caps else letter.text
    return first._replace(text=written, role="", format=look)


def _report_cap(box: Any, draft: ParagraphDraft, frame: Frame, context: Context) -> None:
    """Report what Word does not draw at a drop cap, nor leave around it."""
    style, room = box.style, context.formats.room(box.style)
    declared = [name for name in _BLOCK if name in style.cascaded and _is_said(style, name)]
    sides = {TOP, BOTTOM, LEFT}
    for name, values in (("margin", room.margin), ("padding", room.padding)):
        if any(abs(length(values[side], frame.width)) >= SEEN for side in sides):
            declared.append(name)
    if any(room.edge):
        declared.append("border")
    if abs(length(room.indent, frame.width)) >= SEEN:
        declared.append("text-indent")
    lines, pitch = _lines(draft, style)
    if "line_height" in style.cascaded and abs(twips(_height(style)) - lines * pitch) >= APART:
        declared.append("line-height")
    for name in declared:
        written = name.replace("_", "-").removesuffix("-color")
        message = f"expected drop caps with no more than room at their right, found {written}"
        report_on(box, written, "word-css", f"{message} on <{box.element_tag}>", context)


def _is_said(style: Any, name: str) -> bool:
    """Whether a fill shows, or a size or a turn is given."""
    if name == "background_color":
        return color(style, name) is not None
    if name == "transform":
        return bool(style[name])
    return known_length(computed(style, name), 1.0) is not None


def in_lines(drafts: list[Draft], where: str, context: Context) -> list[Draft]:
    """The same, with drop caps put back to begin their paragraphs.

    So it is in cells, where programs know no frames, and after numbers, which Word would put
    between the letter and the text; ``where`` tells which paragraphs may have some.
    """
    caps = [draft for draft in drafts if _is_drop_cap(draft)]
    if not caps:
        return drafts
    for cap, draft in pairwise(drafts):
        if _is_drop_cap(cap) and isinstance(draft, ParagraphDraft):
            (letter,) = cap.pieces  # type: ignore[union-attr]
            look = letter.format._replace(position=draft.run.position)
            draft.pieces.insert(0, letter._replace(format=look))
            draft.anchors[:0] = cap.anchors
    message = f"expected letters that float {where}, found one on"
    span = place_of_match("::?first-letter", context.tree.stylesheet)
    context.report("word-css", f"{message} <{caps[0].element.tag}>", span=span)
    return [draft for draft in drafts if not _is_drop_cap(draft)]


def _is_drop_cap(draft: Draft) -> bool:
    return draft.floating is not None and draft.floating.lines > 0


def _is_special(piece: Piece) -> bool:
    return bool(piece.picture or piece.field or piece.note or piece.inset)


def _drop_cap(draft: ParagraphDraft, letter: Piece, style: Any, frame: Frame) -> ParagraphDraft:
    lines, pitch = _lines(draft, style)
    gap = sum(length(computed(style, f"{name}_right"), frame.width) for name in _RIGHT)
    # Its feet stand where those of the last line beside it do.
    lowered = -round(BELOW * (lines - 1) * pitch / 10)
    look = letter.format._replace(position=lowered)
    format_ = draft.format._replace(
        line=ir.Line(lines * pitch, "exact"),
        first_line=0,
        align="left",
        keep_next=True,
        page_break_before=False,
    )
    width = twips(style["font_size"])
    place = ir.Floating(
        "left",
        twips(frame.left),
        twips(frame.right),
        twips(frame.width),
        width,
        lines=lines,
        margins=(0, twips(gap), 0, 0),
    )
    pieces = [letter._replace(format=look)]
    return ParagraphDraft(draft.style, format_, look, pieces, draft.element, floating=place)


def _lines(draft: ParagraphDraft, style: Any) -> tuple[int, int]:
    """How many lines of a paragraph a letter takes, and their height in twips."""
    pitch = draft.format.line.pitch if draft.format.line else 240
    return max(1, min(MOST_LINES, ceil(twips(_height(style)) / pitch - TOUCH))), pitch


def _height(style: Any) -> float:
    """The height of a letter's line in pixels."""
    height, size = style["line_height"], float(style["font_size"])
    if height == "normal":
        return NORMAL * size
    return height * size if isinstance(height, int | float) else float(height.value)
