"""Lowering (stage 7c): what floating pictures say and Word cannot do.

Input: the box of a picture beside the text. Output: reports.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx.lower.css.breaks import BREAKS
from triplicate.editions.docx.lower.css.room import BOTTOM, LEFT, RIGHT, TOP
from triplicate.editions.docx.lower.limits import report_on, report_page_name
from triplicate.editions.docx.lower.pictures.described import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from triplicate.editions.docx.lower.context import Context

SEEN = 1.0  # pixels


def report_beside(box: Any, margins: Sequence[float], side: str, context: Context) -> None:
    """Report a picture at a ``side`` that reaches over what is around it, or asks for a page.

    ``margins`` are in pixels.
    """
    style = box.style
    inner = RIGHT if side == "left" else LEFT
    if min(margins[at] for at in (TOP, BOTTOM, inner)) <= -SEEN:
        found = f"found negative margins at {shown(box)}"
        message = f"expected pictures that reach over nothing, {found}"
        report_on(box, "margin", "word-picture-margin", message, context)
    for name in ("break_before", "break_after"):
        if style[name] in BREAKS and name in getattr(style, "cascaded", ()):
            written = name.replace("_", "-")
            message = f"expected page breaks at blocks, found {written} at {shown(box)}"
            report_on(box, written, "word-css", message, context)
    if style["page"] != style.parent_style["page"]:
        report_page_name(style["page"], box, context)
