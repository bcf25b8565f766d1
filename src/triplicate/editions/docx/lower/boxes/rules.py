"""Lowering (stage 7c): rules, which are the lines that empty boxes draw.

Input: an empty box. Output: a paragraph as low as Word takes, with a border.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.css.borders import strength
from triplicate.editions.docx.lower.css.units import computed, length
from triplicate.editions.docx.lower.limits import report_on

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.context import Context
    from triplicate.editions.docx.lower.drafts import ParagraphDraft

SEEN = 2.0  # pixels between the edges of a line
THICKEST = 16.0  # pixels: 12 pt (ECMA-376 Part 1, 17.3.4, @sz)
POINT = ir.Line(20, "exact")


def hairline(box: Any, look: ir.ParagraphFormat) -> ir.Border | None:
    """The line that a box without content draws: its thicker border, or its fill; or None."""
    edges = [edge for edge in (look.top, look.bottom) if edge and edge.style != "nil"]
    if edges:
        return max(edges, key=strength)._replace(space=0)
    thickness = _height(box)
    if look.shade and thickness:
        return ir.Border("single", min(96, max(2, round(thickness * 6))), look.shade)
    return None


def is_frame(box: Any, look: ir.ParagraphFormat) -> bool:
    """Whether a box without content is no line but a frame or a fill, of any height."""
    drawn = [edge and edge.style != "nil" for edge in (look.left_edge, look.right_edge)]
    return box.element_tag != "hr" and (all(drawn) or bool(look.shade))


def report_height(box: Any, look: ir.ParagraphFormat, context: Context) -> None:
    """Report a rule that is a box with room in it, or higher than a line may be thick."""
    edges = (look.top, look.bottom, look.left_edge, look.right_edge)
    drawn = any(edge and edge.style != "nil" for edge in edges)
    height = _height(box)
    if height > SEEN if drawn else look.shade and height > THICKEST:
        message = f"expected lines, found boxes without words in <{box.element_tag}>"
        report_on(box, "height", "word-css", message, context)


def _height(box: Any) -> float:
    names = ("padding_top", "padding_bottom")
    height = max(length(computed(box.style, name)) for name in ("height", "min_height"))
    return height + sum(length(computed(box.style, name)) for name in names)


def draw(draft: ParagraphDraft, line: ir.Border) -> None:
    """Make an empty paragraph a line, as low as Word takes: 1 pt."""
    none = ir.NO_BORDER
    draft.format = draft.format._replace(
        top=line, left_edge=none, bottom=none, right_edge=none, shade="", line=POINT
    )
    draft.run = draft.run._replace(size=2)
