"""Lowering (stage 7c): what is left empty in a line, to be filled in by hand.

Input: inline boxes without content. Output: no-break spaces as wide as the box, which Word draws
the line or the fill of the box at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.css.room import LEFT, RIGHT
from triplicate.editions.docx.lower.css.units import length
from triplicate.editions.docx.lower.drafts import Piece
from triplicate.editions.docx.lower.text.gaps import SPACE, content_width

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.context import Context


def blank(box: Any, role: str, link: str, context: Context) -> list[Piece]:
    """The spaces of an empty inline block that shows; nothing for other boxes."""
    style = box.style
    if style["display"] != ("inline", "flow-root"):
        return []
    run = context.formats.run(style)
    drawn = run.underline not in (None, "none") or run.border not in (None, ir.NO_BORDER)
    if not (drawn or run.shade):
        return []
    room, whole = context.formats.room(style), context.line_frame.width
    padding = sum(length(room.padding[side], whole) for side in (LEFT, RIGHT))
    width = (content_width(room, whole) or 0.0) + padding
    space = context.fonts.width(run, SPACE) * style["font_size"]
    count = round(width / space) if space else 0
    return [Piece(SPACE * count, role, run, link)] if count else []
