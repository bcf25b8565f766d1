"""Lowering (stage 7c): flex and grid containers, lines of inline blocks, floating columns.

Input: a box and the boxes in it. Output: their drafts as the layout has them; none where nobody
knows how that is, which is reported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx.lower.arranged.bands import Item, item
from triplicate.editions.docx.lower.arranged.cells import Around, lower_one
from triplicate.editions.docx.lower.arranged.layouttables import arrange
from triplicate.editions.docx.lower.arranged.outermargins import keep_margins
from triplicate.editions.docx.lower.drafts import Draft, Frame, Place
from triplicate.editions.docx.lower.limits import report_on
from triplicate.layout.spots import SIDE_BY_SIDE

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.context import Context


def is_container(box: Any) -> bool:
    """Whether a box arranges what is in it."""
    return type(box).__name__ in SIDE_BY_SIDE


def arranged(box: Any, frame: Frame, place: Place, context: Context) -> list[Draft] | None:
    """The drafts of what is in a flex or grid container; None where they stand in the flow."""
    children: list[Any] = []
    others: list[Any] = []
    for child in box.children:
        (children if child.is_flex_item or child.is_grid_item else others).append(child)
    items = _items(children, box, context)
    if items is None:
        if len(children) > 1:
            _report(box, context)
        return None
    around = Around(box, frame, place, context)
    drafts = [draft for child in others for draft in lower_one(child, around)]
    made = arrange(items, around, context.spot(box))
    keep_margins(made, items)
    return drafts + made


def arranged_columns(
    columns: list[Any], owner: Any, frame: Frame, place: Place, context: Context
) -> list[Draft] | None:
    """The drafts of boxes in a line, or of floating ones; None where nobody knows their places."""
    items = _items(columns, owner, context)
    if items is None or len(items) == 1:
        for box in columns if items is None else ():
            _report(box, context)
        return None
    context.cells.update(id(one.box) for one in items if one.box.is_floated())
    drafts = arrange(items, Around(owner, frame, place, context), None)
    keep_margins(drafts, items, in_line=True)
    return drafts


def _items(boxes: list[Any], owner: Any, context: Context) -> list[Item] | None:
    # WeasyPrint 70 lays grids out from the left whatever the direction.
    rtl = owner.style["direction"] == "rtl" and "Grid" not in type(owner).__name__
    spots = [context.spot(box) for box in boxes]
    found = [item(box, spot, rtl) for box, spot in zip(boxes, spots, strict=True) if spot]
    return found if len(found) == len(boxes) and found else None


def _report(box: Any, context: Context) -> None:
    message = f"expected boxes one below the other, found <{box.element_tag}> otherwise"
    report_on(box, "display", "word-flow", message, context)
