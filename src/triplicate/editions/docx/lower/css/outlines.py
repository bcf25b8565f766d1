"""Lowering (stage 7c): the borders and fill of paragraphs.

Input: the looks of paragraphs, and how far their borders stand off. Output: their borders as
Word wants them: it joins neighbours of equal borders to one box.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.css.borders import EDGES, MAX_SPACE
from triplicate.editions.docx.lower.css.room import LEFT, RIGHT, SIDES, Room
from triplicate.editions.docx.lower.css.units import length
from triplicate.editions.docx.lower.drafts import Draft, Frame, ParagraphDraft

POINTS_PER_PIXEL = 0.75
PAPER = "FFFFFF"
_FIELDS = tuple(EDGES[side] for side in SIDES)


def edges_of(look: ir.ParagraphFormat) -> list[ir.Border]:
    """The borders by side, as in SIDES."""
    return [getattr(look, name) or ir.NO_BORDER for name in _FIELDS]


def with_edges(look: ir.ParagraphFormat, edges: list[ir.Border]) -> ir.ParagraphFormat:
    """The look with borders by side, as in SIDES."""
    top, right, bottom, left = edges
    return look._replace(top=top, right_edge=right, bottom=bottom, left_edge=left)


def bordered(look: ir.ParagraphFormat, spaces: list[float], closed: bool) -> list[ir.Border]:
    """The borders, by side, of paragraphs that stand off by ``spaces`` in pixels.

    Word has no padding but the distance between border and text, so padding without a border
    gets one in the colour of the fill; so does every side when the box is to be ``closed``,
    because only paragraphs with borders are joined.
    """
    edges = []
    for edge, space in zip(edges_of(look), spaces, strict=True):
        points = round(space * POINTS_PER_PIXEL)
        if edge.style == "nil" and (points or (closed and look.shade)):
            edge = ir.Border("single", 2, look.shade or PAPER)
        edges.append(edge if edge.style == "nil" else edge._replace(space=points))
    return edges


def pad(draft: ParagraphDraft, room: Room, frame: Frame) -> bool:
    """Let a paragraph's own fill and side borders reach over its padding; whether it has any."""
    look = draft.format
    edges = edges_of(look)
    if not look.shade and edges[LEFT].style == "nil" and edges[RIGHT].style == "nil":
        return False
    spaces = [length(padding, frame.width) for padding in room.padding]
    if max(spaces) * POINTS_PER_PIXEL > MAX_SPACE:
        return False
    draft.format = with_edges(look, bordered(look, spaces, closed=False))
    return True


def separate(drafts: list[Draft]) -> None:
    """Keep neighbours apart that are boxes of their own: Word would join equal borders.

    A difference of 1/255 in the colours is enough, and nobody sees it.
    """
    nudging = False
    for here, following in pairwise(drafts):
        if not isinstance(here, ParagraphDraft) or not isinstance(following, ParagraphDraft):
            nudging = False
            continue
        if _owner(here) is not _owner(following):
            nudging = _outline(here.format) == _outline(following.format)
        if nudging and _is_filled(following.format):
            following.format = _nudged(following.format)


def _owner(draft: ParagraphDraft) -> Any:
    return draft.element if draft.box is None else draft.box


def _is_filled(look: ir.ParagraphFormat) -> bool:
    return bool(look.shade) or any(edge.style != "nil" for edge in edges_of(look))


def _outline(look: ir.ParagraphFormat) -> tuple[object, ...]:
    return (look.shade, look.left, look.right, *edges_of(look))


def _nudged(look: ir.ParagraphFormat) -> ir.ParagraphFormat:
    edges = [
        edge if edge.style == "nil" else edge._replace(color=_nudge(edge.color))
        for edge in edges_of(look)
    ]
    return with_edges(look._replace(shade=_nudge(look.shade) if look.shade else ""), edges)


def _nudge(color: str) -> str:
    return f"{int(color, 16) ^ 1:06X}"
