"""Lowering (stage 7c): where page margin boxes are (CSS Paged Media 3, 5.3).

Input: their computed styles, and the sizes of pages and margins in pixels. Output: places on the
page, or along an edge of its text.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from triplicate.editions.docx.lower.css.turning import Rect
from triplicate.editions.docx.lower.css.units import computed, known_length, length

PLACES = ("left", "center", "right")
CORNERS = ("top-left-corner", "top-right-corner", "bottom-left-corner", "bottom-right-corner")
BESIDE = (
    *CORNERS,
    *(f"{side}-{at}" for side in ("left", "right") for at in ("top", "middle", "bottom")),
)
# How much of the free room is before a box, or above its text.
SHARES = {"top": 0.0, "left": 0.0, "middle": 0.5, "center": 0.5, "bottom": 1.0, "right": 1.0}
ACROSS, DOWN = ("left", "right"), ("top", "bottom")


class Placed(NamedTuple):
    """A margin box on its page: with its borders, and its content alone."""

    border: Rect
    content: Rect


def vertical(style: Any) -> str:
    """Where the text of a margin box stands: "middle" or "bottom", all other values are "top"."""
    align = style["vertical_align"]
    return str(align) if align in ("middle", "bottom") else "top"


def inset(style: Any, side: str, whole: float = 0.0) -> float:
    """The margin, border and padding of a margin box at a side; percentages are of ``whole``."""
    names = (f"margin_{side}", f"border_{side}_width", f"padding_{side}")
    return sum(length(computed(style, name), whole) for name in names)


def region(where: str, size: tuple[float, float], margins: dict[str, float]) -> Rect:
    """The corner or side of a page of ``size`` that a margin box stands in, in pixels."""
    sides = where.split("-")
    width = size[0] - margins["left"] - margins["right"]
    height = size[1] - margins["top"] - margins["bottom"]
    left, right = (0.0, margins["left"]), (size[0] - margins["right"], margins["right"])
    top, bottom = (0.0, margins["top"]), (size[1] - margins["bottom"], margins["bottom"])
    across = {"left": left, "right": right}
    down = {"top": top, "bottom": bottom}
    if where in CORNERS:
        (y, height), (x, width) = down[sides[0]], across[sides[1]]
    elif sides[0] in across:
        (x, width), y = across[sides[0]], margins["top"]
    else:
        (y, height), x = down[sides[0]], margins["left"]
    return Rect(x, y, width, height)


def placed(style: Any, where: str, size: tuple[float, float], margins: dict[str, float]) -> Placed:
    """Where a margin box is that has its side or corner of a page for itself."""
    room = region(where, size, margins)
    first, second = where.split("-")[:2]
    across, down = (first, second) if first in ACROSS else (second, first)
    is_corner = where in CORNERS
    along = _fixed if is_corner or first in ACROSS else _variable
    left, width = along(style, ACROSS, room.width, across)
    along = _fixed if is_corner or first in DOWN else _variable
    top, height = along(style, DOWN, room.height, down)
    edges = [_edge(style, side, room.width) for side in ACROSS]
    edges += [_edge(style, side, room.height) for side in DOWN]
    x, y = room.x + left, room.y + top
    border = Rect(x, y, width + edges[0] + edges[1], height + edges[2] + edges[3])
    return Placed(border, Rect(x + edges[0], y + edges[2], width, height))


def _edge(style: Any, side: str, room: float) -> float:
    """The border and the padding at a side; percentages are of the room along its axis."""
    width = length(style[f"border_{side}_width"])
    return width + length(computed(style, f"padding_{side}"), room)


def _sizes(
    style: Any, sides: tuple[str, str], room: float
) -> tuple[float | None, float | None, float | None, float]:
    """Two margins, the size between them and what is around that, along an axis; None for auto."""
    before, after = (known_length(computed(style, f"margin_{side}"), room) for side in sides)
    edges = sum(_edge(style, side, room) for side in sides)
    inner = known_length(computed(style, "width" if sides == ACROSS else "height"), room)
    if inner is not None and style["box_sizing"] == "border-box":
        inner = max(0.0, inner - edges)
    return before, after, inner, edges


def _fixed(style: Any, sides: tuple[str, str], room: float, at: str) -> tuple[float, float]:
    """Where a box begins and how long its content is, where it is as long as its room.

    Where it says too much, its margin at the edge of the page gives way.
    """
    before, after, inner, edges = _sizes(style, sides, room)
    if edges + sum(value or 0.0 for value in (before, after, inner)) > room:
        before, after, inner = before or 0.0, after or 0.0, inner or 0.0
    if None not in (before, after, inner):
        before, after = (None, after) if at == sides[0] else (before, None)
    if inner is None:
        before, after = before or 0.0, after or 0.0
        inner = room - edges - before - after
    free = room - edges - inner - (before or 0.0) - (after or 0.0)
    if before is None:
        before = free / 2 if after is None else free
    return before, inner


def _variable(style: Any, sides: tuple[str, str], room: float, at: str) -> tuple[float, float]:
    """The same where it shares its room with two others, which are taken to be empty."""
    before, after, inner, edges = _sizes(style, sides, room)
    taken = edges + (before or 0.0) + (after or 0.0)
    inner = room - taken if inner is None else inner
    return SHARES[at] * (room - taken - inner) + (before or 0.0), inner
