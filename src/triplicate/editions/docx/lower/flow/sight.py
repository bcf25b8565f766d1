"""Lowering (stage 7c): boxes that CSS takes out of the flow, and out of sight.

Input: a box. Output: whether the text goes on without it. Web pages keep words for screen readers
out of sight, beside pictures or controls that say the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx.lower.css.units import computed, known_length
from triplicate.editions.docx.lower.limits import report_on
from triplicate.editions.docx.lower.pages.running import keep
from triplicate.editions.docx.lower.pages.watermarks import stamp

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.context import Context

FAR = 900.0  # pixels; authors write -9999px, and -999em
POINT = 1.0


def is_out_of_sight(box: Any) -> bool:
    """Whether a positioned box lies off the page, or is cut down to a point."""
    style = box.style
    if style["position"] not in ("absolute", "fixed"):
        return False
    if any((known_length(style[side]) or 0.0) <= -FAR for side in ("left", "top")):
        return True
    if style["overflow"] == "visible":
        return False
    sizes = (known_length(computed(style, side)) for side in ("width", "height"))
    return any(size is not None and size <= POINT for size in sizes)


def leaves_flow(box: Any, context: Context) -> bool:
    """Report a box that Word cannot place as CSS does; whether it has to be left out."""
    tag = box.element_tag
    if box.is_note() or id(box) in context.notes.linked.left:
        return True  # what calls it has it
    if id(box) in context.signs:
        return True
    if box.is_running():
        keep(box, context)
        return True
    if box.is_footnote():
        message = f"expected text in the flow, found <{tag}> taken out of it"
        report_on(box, "float", "word-flow", message, context)
        return True
    if is_out_of_sight(box):
        return True
    if box.style["position"] == "fixed":
        stamp(box, context)
        return True
    if not (box.is_in_normal_flow() or box.is_floated() or context.spot(box)):
        message = f"expected boxes in normal flow, found <{tag}> outside it"
        report_on(box, "position", "word-flow", message, context)
    return False
