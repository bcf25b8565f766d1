"""Lowering (stage 7c): the room around boxes to indents, and to spaces above and below.

Input: what `room` read of a box, and the frame that it stands in; all in pixels. Output: the frame
of what it holds; the space beyond its first or last line.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from triplicate.editions.docx.lower.css.room import LEFT, RIGHT, Room
from triplicate.editions.docx.lower.css.units import computed, known_length, length
from triplicate.editions.docx.lower.drafts import Frame

SIDE, MARGIN = 72.0, 120.0  # pixels beside the text of a page that are paper, mostly: least, most
MIN_WIDTH = 48.0  # pixels for text in boxes that are deep inside others


def inside(room: Room, frame: Frame) -> Frame:
    """The frame of a box's content."""
    padded = [room.edge[side] + length(room.padding[side], frame.width) for side in (LEFT, RIGHT)]
    left, right = (
        length(room.margin[side], frame.width) + edge
        for side, edge in zip((LEFT, RIGHT), padded, strict=True)
    )
    width = frame.width - left - right
    for limit in (room.width, room.max_width):
        wanted = known_length(limit, frame.width)
        if wanted is not None and room.with_edges:
            wanted = max(0.0, wanted - sum(padded))
        if wanted is not None and wanted < width:
            before = _free_share(room) * (width - wanted)
            left, right = left + before, right + width - wanted - before
            width = wanted
    floor = _least_width(room, frame.width)
    if floor is not None and room.with_edges:
        floor -= sum(padded)
    if floor is not None and floor > width:
        more, free = floor - width, frame.right + right
        if more > free + SIDE:
            more = max(0.0, free)  # beyond the paper, or a cell, nobody reads it
        right, width = right - more, width + more
    least = min(MIN_WIDTH, frame.width)
    lacking = least - width
    is_lost = lacking > 0 and (width < 0 or frame.width >= MIN_WIDTH)
    if is_lost and min(left, right) >= 0 < left + right:
        # Word would set a letter a line, where CSS lets words stand out.
        share = left / (left + right)
        left, right, width = left - share * lacking, right - (1 - share) * lacking, least
    return _on_page(Frame(frame.left + left, frame.right + right, width))


def _least_width(room: Room, whole: float) -> float | None:
    """The least width that a box states, its own one too: neither gives way to what is around."""
    stated = [known_length(value, whole) for value in (room.width, room.max_width)]
    width, most = stated
    least = known_length(room.min_width, whole)
    if width is None:
        return least
    return max(width if most is None else min(width, most), least or 0.0)


def _on_page(frame: Frame) -> Frame:
    """The frame, moved and narrowed where negative margins would put it beside the paper."""
    left, right, width = frame
    if (beyond := left + MIN_WIDTH - sum(frame)) > 0 and right < 0:
        left, right = left - beyond, right + beyond
    if (beyond := min(-right - MARGIN, width - MIN_WIDTH)) > 0:
        right, width = right + beyond, width - beyond
    return Frame(left, right, width)


def moved(style: Any, frame: Frame) -> Frame:
    """The frame of a box that is moved aside from where it is in the flow."""
    if "position" not in getattr(style, "cascaded", ()) or style["position"] != "relative":
        return frame
    left, right = (known_length(computed(style, side), frame.width) for side in ("left", "right"))
    aside = left if left is not None else -(right or 0.0)
    return Frame(frame.left + aside, frame.right - aside, frame.width)


def _free_share(room: Room) -> float:
    """How much of the free space beside a narrow box its automatic margins put at its left."""
    if room.margin[LEFT] != "auto":
        return 0.0
    return 0.5 if room.margin[RIGHT] == "auto" else 1.0


def is_flow_root(style: Any) -> bool:
    """Whether a box keeps margins and what floats in it to itself.

    Boxes do whose content is cut off, or that ask for it (CSS 2.2, 8.3.1; CSS Display 3, 2.1).
    """
    declared = getattr(style, "cascaded", ())
    if "overflow" in declared and style["overflow"] != "visible":
        return True
    return "display" in declared and "flow-root" in style["display"]


class Space(NamedTuple):
    """Space beyond a line in pixels: ``fixed`` is what collapses with no positive margin.

    That is padding, and the most ``negative`` of the margins that collapse, 0 or less.
    """

    whole: float
    fixed: float
    negative: float


def fold(room: Room, side: int, inner: Space, frame: Frame, own_border: bool, apart: bool) -> Space:
    """The space beyond a box's first or last line, from its own margin and that inside it.

    Of margins that collapse, the largest counts, less the most negative (CSS 2.1, 8.3.1). They do
    unless padding or a border stands between, or the box keeps ``apart`` what is in it. A
    paragraph's own border keeps its padding as Word's distance between border and text.
    """
    margin = length(room.margin[side], frame.width)
    padding = length(room.padding[side], frame.width)
    edge = room.edge[side]
    if not padding and not edge and not apart:
        fixed = min(inner.fixed, inner.whole)
        negative = min(margin, inner.negative)
        largest = max(margin, inner.whole - fixed, 0.0)
        fixed += negative - inner.negative
        return Space(largest + fixed, fixed, negative)
    fixed = inner.whole + (0.0 if own_border and edge else padding + edge)
    negative = min(margin, 0.0)
    return Space(margin + fixed, fixed + negative, negative)
