"""Lowering (stage 7c): the markers of list items.

Input: an item's box. Output: the text and look of a marker outside of the text; lists count it,
notes and headers show it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from triplicate.editions.docx.lower.drafts import Piece
from triplicate.editions.docx.lower.drafts.text import GAPS
from triplicate.editions.docx.lower.roles import declared

if TYPE_CHECKING:
    from triplicate.editions.docx import ir
    from triplicate.editions.docx.lower.context import Context
    from triplicate.editions.docx.lower.drafts import ParagraphDraft

BULLET = "•"


class OutsideMarker(NamedTuple):
    """A marker's ``text``, its ``width`` and that of the spaces at its end (``gap``) in pixels."""

    text: str
    gap: float
    width: float
    format: ir.RunFormat


def outside_marker(item: Any, context: Context) -> OutsideMarker | None:
    """The marker before an item, None where it stands inside its text or nowhere."""
    box = next((child for child in item.children if child.is_outside_marker), None)
    if box is None:
        return None
    text_box = next((b for b in box.descendants() if hasattr(b, "text")), None)
    text = text_box.text if text_box is not None else f"{BULLET} "
    if text_box is None:
        context.report("word-list-image", "expected markers of text, found `list-style-image`")
    style = declared(text_box.style if text_box is not None else box.style)
    run = context.formats.run(style)
    width, inked = (
        context.fonts.width(run, part) * style["font_size"] for part in (text, text.rstrip())
    )
    return OutsideMarker(text.strip(), width - inked, width, run)


def write_marker(draft: ParagraphDraft) -> None:
    """Write the marker of an item as text, where Word is not to count it."""
    marker, draft.marker = draft.marker, None
    if marker is None:
        return
    draft.number_span = None  # of one that stands inside, the same
    gap = GAPS[marker.suffix or "tab"]
    draft.pieces.insert(0, Piece(marker.text + gap, "", marker.format))
