"""Lowering (stage 7c): the places of pictures with `position: absolute`.

Input: a box where the layout has put it. Output: `ir.Pin`, on the page or by its paragraph.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.css.units import twips

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.context import Context


def pin(box: Any, context: Context, behind: bool = False) -> ir.Pin | None:
    """The place of a positioned picture; None where nobody knows it."""
    spot = context.spot(box) if context.spots and box.style["position"] == "absolute" else None
    if spot is None:
        return None
    order = box.style["z_index"]
    behind = behind or (isinstance(order, int) and order < 0)
    left, top = spot.inner[:2] if hasattr(box, "replacement") else (spot.left, spot.top)
    if spot.down is None or goes_by_page(box, context):
        return ir.Pin(twips(left), twips(top), True, behind)
    return ir.Pin(twips(context.line_frame.left + spot.start), twips(spot.down), False, behind)


def goes_by_page(box: Any, context: Context) -> bool:
    """Whether a positioned box goes by the page, or by a box that has the page to itself."""
    if box.held_by is None:
        return True
    held_by = context.spots[box.held_by] if 0 <= box.held_by < len(context.spots) else None
    return held_by is not None and held_by.fills
