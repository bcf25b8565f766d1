"""Lowering (stage 7c): the tab stops of text whose tabs are shown, as in code.

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
    from triplicate.editions.docx.lower.drafts import Frame, ParagraphDraft

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
