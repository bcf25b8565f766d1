"""Lowering (stage 7c): boxes that have a page to themselves, such as covers.

Input: such a box, where the layout has put it, and its drafts. Output: the same drafts on a page of
their own, with the fill of the box as a picture behind them: a table of the height of a page would
take more than one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.css.outlines import edges_of
from triplicate.editions.docx.lower.css.units import twips
from triplicate.editions.docx.lower.drafts import Draft, ParagraphDraft, Piece, Place, in_flow
from triplicate.editions.docx.lower.neighbours import AFTER_TABLE
from triplicate.editions.docx.lower.pictures.hanging import hang

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.context import Context
    from triplicate.layout.spots import Spot

OBJECT = "\ufffc"
LEAST = 1.0  # pixels of room: a box without any may go on on the next page


def page_fill(box: Any, look: ir.ParagraphFormat, place: Place, context: Context) -> list[Piece]:
    """A picture of the fill of a box without borders that has a page to itself."""
    spot = context.spot(box)
    if spot is None or not spot.fills or spot.spare <= LEAST or not look.shade:
        return []
    if place.page is None or place.boxes or not box.is_in_normal_flow():
        return []
    if any(edge.style != "nil" for edge in edges_of(look)):
        return []
    return fill_piece(box, spot, ir.Pin(twips(spot.left), twips(spot.top), True, True), context)


def fill_piece(box: Any, spot: Spot, pin: ir.Pin | None, context: Context) -> list[Piece]:
    """A picture of the colour of a box, decorative, as large as the box."""
    look = context.formats.paragraph(box.style)
    if not look.shade:
        return []
    size = max(1, twips(spot.width)), max(1, twips(spot.height))
    made = ir.Picture(context.gallery.fill(look.shade), *size, decorative=True, pin=pin)
    return [Piece(OBJECT, "", context.formats.run(box.style), picture=made)]


def keep_page(
    drafts: list[Draft], box: Any, fill: list[Piece], free: float, context: Context
) -> None:
    """Give what is on a page to itself a paragraph to hang on, the fill, and the room below."""
    if is_cover(drafts, box, context):
        drafts.append(anchor(box))
    if not fill:
        return
    if not drafts or not any(isinstance(draft, ParagraphDraft) for draft in in_flow(drafts)):
        drafts.insert(0, anchor(box))
    first = next(draft for draft in in_flow(drafts) if isinstance(draft, ParagraphDraft))
    hang(fill, first)
    in_flow(drafts)[-1].after += free


def is_cover(drafts: list[Draft], box: Any, context: Context) -> bool:
    """Whether a box has a page to itself, and all in it is positioned."""
    spot = context.spot(box)
    return bool(drafts and spot and spot.fills and all(draft.floating for draft in drafts))


def anchor(box: Any) -> ParagraphDraft:
    """The paragraph that positioned boxes hang on where none is beside them."""
    look, run = AFTER_TABLE.paragraph, AFTER_TABLE.run
    return ParagraphDraft(AFTER_TABLE.name, look, run, [], box.element)
