"""Lowering (stage 7c): the tab stops of text whose tabs are shown, as in code, and of labels.

Input: a paragraph of such text, and the frame it stands in. Output: the same paragraph with stops
as far from each other as the PDF's: Word's own are half an inch apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.css.units import twips
from triplicate.editions.docx.lower.text.spaces import KEPT
from triplicate.layout.tabs import tab_distance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from triplicate.editions.docx.lower.drafts import Frame, ParagraphDraft, Piece

MOST = 60  # Word takes 64 in a paragraph, those of its style among them


def set_stops(draft: ParagraphDraft, style: Any, frame: Frame) -> None:
    """Give a paragraph that shows tabs its stops, from where its lines begin to where they end."""
    if not any("\t" in piece.text for piece in draft.pieces) or style["white_space"] not in KEPT:
        return
    distance = tab_distance(style)
    begin = frame.right if draft.format.right_to_left else frame.left
    count = min(MOST, int(frame.width / distance))
    stops = (ir.Tab("left", twips(begin + distance * n)) for n in range(1, count + 1))
    draft.format = draft.format._replace(tabs=tuple(stops))


def set_label_stops(pieces: Sequence[Piece], look: ir.ParagraphFormat) -> ir.ParagraphFormat:
    """The look of a paragraph with a stop for each tab that ends a label."""
    rooms = [piece.room for piece in pieces if piece.text == "\t" and piece.room]
    if not rooms:
        return look
    begin = (look.left or 0) + (look.first_line or 0)
    stops = (ir.Tab("left", begin + twips(room)) for room in rooms)
    return look._replace(tabs=(*stops, *(look.tabs or ())))
