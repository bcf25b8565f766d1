"""Lowering (stage 7c): rules, which are the lines that empty boxes draw.

Input: an empty box. Output: a paragraph as low as Word takes, with a border.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.css.units import computed, length

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.drafts import ParagraphDraft

POINT = ir.Line(20, "exact")


def hairline(box: Any, look: ir.ParagraphFormat) -> ir.Border | None:
    """The line that a box without content draws, or None."""
    for edge in (look.top, look.bottom):
        if edge and edge.style != "nil":
            return edge._replace(space=0)
    thickness = length(computed(box.style, "height"))
    if look.shade and thickness:
        return ir.Border("single", min(96, max(2, round(thickness * 6))), look.shade)
    return None


def draw(draft: ParagraphDraft, line: ir.Border) -> None:
    """Make an empty paragraph a line, as low as Word takes: 1 pt."""
    none = ir.NO_BORDER
    draft.format = draft.format._replace(
        top=line, left_edge=none, bottom=none, right_edge=none, shade="", line=POINT
    )
    draft.run = draft.run._replace(size=2)
