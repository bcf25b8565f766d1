"""Lowering (stage 7c): boxes that are higher than what they hold, or lower.

Input: a box whose height CSS states, as the layout has it. Output: space below its last paragraph,
or above the next one; what is cut off is reported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx.lower.arranged.cells import is_shown
from triplicate.editions.docx.lower.boxes.rules import THICKEST, is_frame
from triplicate.editions.docx.lower.css.breaks import begins_page
from triplicate.editions.docx.lower.css.units import computed, length
from triplicate.editions.docx.lower.drafts import Draft, first_in_flow, last_in_flow
from triplicate.editions.docx.lower.limits import report_on
from triplicate.layout.spots import HEIGHTS

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.context import Context

LEAST = 1.0  # pixels that one sees
SEEN = 4.0  # pixels of text that stand below their box
_LIMITS = ("height", "max_height")
_CONTAINERS = ("FlexBox", "GridBox")


def spare(box: Any, context: Context) -> float:
    """How much of a block below what it holds is empty, in pixels."""
    name = type(box).__name__
    if not hasattr(box, "spot_index") or name not in ("BlockBox", *_CONTAINERS):
        return 0.0
    if not box.children or id(box) in context.cells:
        return 0.0
    spot = context.spot(box)
    _report_cut(box, spot.spare if spot else None, context)
    if name in _CONTAINERS:
        return 0.0  # its items are where the layout has them
    return spot.spare if spot and spot.spare > LEAST else 0.0


def hollow(box: Any, context: Context) -> float:
    """How high a frame or a fill is that holds nothing, in pixels; 0 for lines and others."""
    if box.children or type(box).__name__ != "BlockBox" or not is_shown(box, context):
        return 0.0
    spot = context.spot(box)
    look = context.formats.paragraph(box.style)
    if spot is None or spot.inner[3] <= THICKEST or not is_frame(box, look):
        return 0.0
    return spot.inner[3]


def _report_cut(box: Any, free: float | None, context: Context) -> None:
    declared = getattr(box.style, "cascaded", ())
    stated = [
        name if name in declared else HEIGHTS[name]
        for name in _LIMITS
        if {name, HEIGHTS[name]} & set(declared) and length(computed(box.style, name))
    ]
    expected, tag = "expected boxes as high as their text, found", box.element_tag
    if not stated:
        return
    if "overflow" in declared and box.style["overflow"] == "hidden":
        if free is None or free < -LEAST:
            message = f"{expected} `overflow: hidden` on <{tag}>"
            report_on(box, "overflow", "word-css", message, context, "Word shows all of the text")
    elif free is not None and free < -SEEN:
        written = stated[0].replace("_", "-")
        message = f"{expected} `{written}` on <{tag}>"
        report_on(box, written, "word-css", message, context, "Word makes room for all of the text")


def below(box: Any, drawn: bool, context: Context) -> float:
    """The room that a block keeps free below what is ``drawn`` of it, or all of its height."""
    if not hasattr(box, "spot_index"):
        return 0.0
    spot = context.spot(box)
    if spot is None or type(box).__name__ != "BlockBox" or not box.is_in_normal_flow():
        return 0.0
    if not drawn:
        return spot.height
    return 0.0 if is_shown(box, context) else spare(box, context)


def add_room(drafts: list[Draft], count: int, height: float) -> float:
    """Put a height before the drafts from ``count`` on; what is left where none is in the flow.

    Where a page ends it shows nowhere.
    """
    first = first_in_flow(drafts[count:])
    if not height or first is None:
        return height
    if begins_page(first):
        return 0.0
    above = last_in_flow(drafts, count).after if count else 0.0
    first.before = above + height + first.before
    return 0.0
