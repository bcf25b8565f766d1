"""Lowering (stage 7c): room for text that another program sets a little wider.

Input: the drafts of a box, and its place. Output: how much wider it may be, in twips, so that its
lines stay whole without kerning or in another font, and at which sides nothing moves by it.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from triplicate.editions.docx.lower.css.units import TWIPS_PER_PIXEL, twips
from triplicate.editions.docx.lower.drafts import Draft, ParagraphDraft, in_flow
from triplicate.editions.docx.lower.tables.columns import SLACK

if TYPE_CHECKING:
    from triplicate.layout.spots import Spot

SHARE = 0.04  # of the width: text without kerning is up to 2 % wider
SIDES = {"right": (1, 0), "end": (1, 0), "center": (1, 1)}  # what is free on the left and right


class Slack(NamedTuple):
    """Twips that a box may be wider on the left and on the right."""

    before: int = 0
    after: int = 0


def fits_text(box: Any) -> bool:
    """Whether a box that stands beside others is as wide as its text."""
    style = box.style
    if box.is_grid_item or not hasattr(style, "cascaded") or style["width"] != "auto":
        return False
    if not box.is_flex_item:
        return True
    return bool(style["flex_grow"] == 0 and style["flex_basis"] in ("auto", "content"))


def slack(drafts: list[Draft], spot: Spot) -> Slack:
    """The slack of a box from left to right; none where lines break in it, or texts differ."""
    flowing = in_flow(drafts)
    paragraphs = [draft for draft in flowing if isinstance(draft, ParagraphDraft)]
    sides = {SIDES.get(draft.format.align or "", (0, 1)) for draft in paragraphs}
    if len(sides) != 1 or len(paragraphs) < len(flowing) or _breaks(paragraphs, spot):
        return Slack()
    width = max(SLACK, round(twips(spot.inner[2]) * SHARE))
    ((left, right),) = sides
    return Slack(width * left, width * right)


def _breaks(paragraphs: list[ParagraphDraft], spot: Spot) -> bool:
    """Whether the text is a line higher than that of as many lines as its author wants."""
    pitches = [draft.format.line.pitch if draft.format.line else 0 for draft in paragraphs]
    texts = ("".join(piece.text for piece in draft.pieces) for draft in paragraphs)
    lines = [1 + text.count("\n") for text in texts]
    margins = sum(max(a.after, b.before) for a, b in pairwise(paragraphs))
    wanted = sum(pitch * count for pitch, count in zip(pitches, lines, strict=True))
    height = (spot.inner[3] - max(0.0, spot.spare) - margins) * TWIPS_PER_PIXEL
    return height > wanted + min(pitches) / 2
