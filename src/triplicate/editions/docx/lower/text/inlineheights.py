"""Lowering (stage 7c): inline boxes that are higher than a line of text, or lower.

Input: an inline box and the room around it. Output: reports, for Word's lines are as high as their
paragraph says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx.lower.css.room import SIDES
from triplicate.editions.docx.lower.css.units import (
    TWIPS_PER_PIXEL,
    computed,
    known_length,
    length,
)
from triplicate.editions.docx.lower.limits import report_on

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.context import Context
    from triplicate.editions.docx.lower.css.room import Room

SEEN = 4.0  # pixels that a box may be higher than the line without catching the eye
LEAST = 1.0  # pixels of a word that one sees to be cut off


def report_height(box: Any, room: Room, is_block: bool, shown: bool, context: Context) -> None:
    """Report what is higher or lower than a line of text: an inline block, or a fill."""
    name = _higher(box, room, is_block, shown, context)
    if is_block and not name and hasattr(box.style, "cascaded"):
        if _is_cut(box, context):
            message = "expected boxes as high as their text, found `overflow: hidden` on"
            message = f"{message} <{box.element_tag}>"
            report_on(box, "overflow", "word-css", message, context, "Word shows all of the text")
            return
        name = _lower(box, context) if shown else ""
    if name:
        message = f"expected words as high as their line, found {name} on <{box.element_tag}>"
        report_on(box, name, "word-css", message, context)


def _higher(box: Any, room: Room, is_block: bool, shown: bool, context: Context) -> str:
    """What makes a box higher than its line; "" where nothing does."""
    width = context.line_frame.width
    sides = [SIDES.index(side) for side in ("top", "bottom")]
    padding = sum(length(room.padding[at], width) for at in sides)
    if padding > (SEEN if is_block else 2 * SEEN) and (shown or is_block):
        return "padding"
    if not is_block:
        return ""
    if sum(length(room.margin[at], width) for at in sides) > SEEN:
        return "margin"
    heights = (_stated(box, name) or 0.0 for name in ("height", "min_height"))
    return "height" if max(heights) > _line(box.style, context) + SEEN else ""


def _lower(box: Any, context: Context) -> str:
    """What makes a box whose edges show lower than its line; "" where nothing does."""
    style, line = box.style, _line(box.style, context)
    for name in ("height", "max_height"):
        stated = _stated(box, name)
        if stated is not None and stated < line - SEEN:
            return name.replace("_", "-")
    declared = "line_height" in style.cascaded
    return "line-height" if declared and line < _line(style.parent_style, context) - SEEN else ""


def _is_cut(box: Any, context: Context) -> bool:
    """Whether a box hides a part of its words."""
    if "overflow" not in box.style.cascaded or box.style["overflow"] != "hidden":
        return False
    stated = [_stated(box, name) for name in ("height", "max_height")]
    heights = [height for height in stated if height is not None]
    return bool(heights) and min(heights) < _line(box.style, context) - LEAST


def _stated(box: Any, name: str) -> float | None:
    """A height that a box states in pixels."""
    return known_length(computed(box.style, name))


def _line(style: Any, context: Context) -> float:
    """The height of a line of a style in pixels; 0 where nobody says."""
    look = context.formats.paragraph(style).line
    return look.pitch / TWIPS_PER_PIXEL if look else 0.0
