"""Lowering (stage 7c): the markers of list items.

Input: an item's box. Output: the text and look of a marker outside of the text; lists count it,
notes and headers show it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from triplicate.editions.docx.lower.css.units import computed, length
from triplicate.editions.docx.lower.drafts import Piece
from triplicate.editions.docx.lower.drafts.text import GAPS
from triplicate.editions.docx.lower.roles import declared

if TYPE_CHECKING:
    from triplicate.editions.docx import ir
    from triplicate.editions.docx.lower.context import Context
    from triplicate.editions.docx.lower.drafts import ParagraphDraft

BULLET = "•"
LONGEST_SIGN = 3


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


def sign(box: Any) -> str:
    """What a box says."""
    return "".join(inner.text for inner in box.descendants() if hasattr(inner, "text")).strip()


def is_sign(box: Any) -> bool:
    """Whether a box is content before a list item that is a dash, a tick or the like."""
    if box.element_tag != "li::before" or not hasattr(box.style, "cascaded"):
        return False
    text = sign(box)
    return 0 < len(text) <= LONGEST_SIGN and not any(map(str.isalnum, text))


def hanging(box: Any, item: Any) -> float:
    """How far before the text of its item a sign begins that does not stand in the line, in pixels.

    0.0 where it does not hang there.
    """
    style, sides = box.style, ("left", "right")
    start = "right" if item.style["direction"] == "rtl" else "left"
    margin = length(computed(style, f"margin_{start}"))
    if style["position"] == "static":
        return -margin if style["float"] == start else 0.0
    if computed(style, start) != "auto":
        if item.style["position"] == "static":
            return 0.0
        return length(computed(item.style, f"padding_{start}")) - margin - length(style[start])
    return -margin if all(computed(style, side) == "auto" for side in sides) else 0.0


def write_marker(draft: ParagraphDraft) -> None:
    """Write the marker of an item as text, where Word is not to count it."""
    marker, draft.marker = draft.marker, None
    if marker is None:
        return
    draft.number_span = None  # of one that stands inside, the same
    gap = GAPS[marker.suffix or "tab"]
    draft.pieces.insert(0, Piece(marker.text + gap, "", marker.format))
