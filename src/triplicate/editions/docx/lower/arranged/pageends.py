"""Lowering (stage 7c): positioned boxes that stand after all text of their page.

Input: what hangs on a paragraph beside such a box. Output: the same drafts, hanging on a paragraph
of this page: the one after them is on the next.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx.lower.arranged.covers import anchor
from triplicate.editions.docx.lower.drafts import Draft, ParagraphDraft, Piece, Place
from triplicate.editions.docx.lower.pictures.hanging import hang_on_last

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.context import Context

ROOM = 12.0  # pixels for a paragraph of 1 pt: other programs set text a little lower


def hang_in_flow(
    box: Any,
    hanging: tuple[list[Piece], list[Draft]],
    drafts: list[Draft],
    place: Place,
    context: Context,
) -> list[Piece]:
    """Add what hangs to the ``drafts`` before it; the pictures that wait for a paragraph."""
    pieces, placed = hanging
    spot = context.spot(box)
    free = spot.free if spot and place.page is not None and not place.boxes else None
    if free is None:
        drafts += placed
        return pieces
    if hang_on_last(pieces, drafts):
        pieces = []
    above = _last_paragraph(drafts)
    if free >= ROOM and (placed or pieces):
        end = anchor(box)
        end.pieces = pieces
        drafts += [*placed, end]
        return []
    if above is None:
        drafts += placed
    else:
        drafts[above:above] = placed
    return pieces


def _last_paragraph(drafts: list[Draft]) -> int | None:
    """The place of the last draft in the flow, if it is a paragraph."""
    for index in reversed(range(len(drafts))):
        if not drafts[index].floating:
            return index if isinstance(drafts[index], ParagraphDraft) else None
    return None
