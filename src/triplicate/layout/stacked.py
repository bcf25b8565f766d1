"""Containers that hold too much to be laid out beside each other: their boxes stack.

WeasyPrint 70 lays out what is in a flex or grid container several times, each time up to the end
of the document, and in a container inside another each of these times again: 240 lines take about
four seconds, and the square of that for more. Input: a box tree before layout. Output: the same
tree, with blocks in the place of such containers.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from triplicate.layout.spots import SIDE_BY_SIDE
from triplicate.layout.tree import is_line

LETTERS = 80  # a line of text
FACTOR = 2.0  # what one container more costs, as if there were as many times the lines
# Weights of containers: of one, and what the squares of all of a page may come to.
HEAVIEST = 480.0
ALTOGETHER = 2 * HEAVIEST**2


class _Weighed(NamedTuple):
    """What is in a box: its lines, weighed, and the weights of its outermost containers."""

    weight: float
    squares: float


def stack_heavy(root: Any) -> list[Any]:
    """Make blocks of the containers under ``root`` that are too heavy; these, outer ones first."""
    limit = HEAVIEST
    heavy: list[Any] = []
    while _weigh(root, limit, heavy).squares > ALTOGETHER:
        limit, heavy = limit / 2, []
    for box in heavy:
        _stack(box)
    return heavy


def _weigh(root: Any, limit: float, heavy: list[Any]) -> _Weighed:
    """The weight of what stays as it is; ``heavy`` gets the containers that do not, inner last."""
    inner: list[list[_Weighed]] = [[]]
    stack: list[tuple[Any, bool]] = [(root, False)]
    while stack:
        box, is_done = stack.pop()
        if not is_done:
            inner.append([])
            stack.append((box, True))
            stack += [(child, False) for child in getattr(box, "children", ())]
            continue
        found = inner.pop()
        own = len(getattr(box, "text", "")) / LETTERS + is_line(box)
        weight = own + sum(one.weight for one in found)
        squares = sum(one.squares for one in found)
        if type(box).__name__ in SIDE_BY_SIDE:
            if weight * FACTOR > limit:
                heavy.insert(0, box)
            else:
                weight *= FACTOR
                squares = weight**2
        inner[-1].append(_Weighed(weight, squares))
    return inner[0][0]


def _stack(box: Any) -> None:
    from weasyprint.formatting_structure import boxes

    in_line = type(box).__name__.startswith("Inline")
    box.__class__ = boxes.InlineBlockBox if in_line else boxes.BlockBox
    for child in box.children:
        child.is_flex_item = child.is_grid_item = False
        if child.style["float"] != "none":  # CSS Flexbox 1, 3: has no effect on items
            child.style = child.style.copy()
            child.style["float"] = "none"
