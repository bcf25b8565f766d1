"""Where layout has put boxes that do not stand one below the other: plain values.

Input: a box of a finished page, the box that holds it. Output: `Spot`, in CSS pixels. What is
asked about is decided before layout (`is_asked_about`).
"""

from __future__ import annotations

from math import inf
from typing import Any, NamedTuple

from triplicate.layout.floats import text_after
from triplicate.layout.tree import is_line

SIDE_BY_SIDE = ("FlexBox", "GridBox", "InlineFlexBox", "InlineGridBox")
# WeasyPrint 70 lays what is in a flex container out several times, and in deeper ones each of these
# times again: 12 in each other take minutes.
DEEPEST = 6
INLINE_BLOCK = "InlineBlockBox"
# Boxes in a line that may stand in it as columns.
BESIDE = (INLINE_BLOCK, "InlineFlexBox", "InlineGridBox")
# What states the height of a box, and how writing modes call it.
HEIGHTS = {
    "height": "block_size",
    "min_height": "min_block_size",
    "max_height": "max_block_size",
}
UNKNOWN = -1  # the spot_index of boxes in lines that hold positioned ones
FULL = 0.75  # of a page's height: boxes that are as high have it to themselves


class Spot(NamedTuple):
    """The border box of a laid-out box; ``inner`` is its content box (left, top, width, height).

    ``left`` and ``top`` are from the corner of its ``page``, which counts from 0, ``start`` is from
    the content edge of its container, which is ``room`` wide. Below what its content box holds
    ``spare`` pixels of it are empty. It is ``down`` from the top of the text that follows in the
    container, None where none does. Where it ``fills`` its page, nothing else is there. Where no
    text follows a positioned box on its page, ``free`` pixels of the page are empty.
    """

    page: int
    left: float
    top: float
    width: float
    height: float
    start: float
    room: float
    inner: tuple[float, float, float, float]
    spare: float
    down: float | None = None
    fills: bool = False
    free: float | None = None

    @property
    def bottom(self) -> float:
        """The lower edge of the border box."""
        return self.top + self.height


def is_asked_about(box: Any) -> bool:
    """Whether a box stands, or holds boxes that stand, otherwise than CSS's flow has them."""
    name = type(box).__name__
    if name in SIDE_BY_SIDE or name == INLINE_BLOCK or box.is_flex_item or box.is_grid_item:
        return True
    style = box.style
    declared = getattr(style, "cascaded", ())
    if "float" in declared and style["float"] in ("left", "right"):
        return not hasattr(box, "replacement")
    if is_positioned(box):
        return True
    return name == "BlockBox" and any(
        (key in declared or logical in declared) and _is_length(style[key])
        for key, logical in HEIGHTS.items()
    )


def is_arranged(box: Any, parent: Any) -> bool:
    """Whether a box cannot be set without its spot: words of an inline block stand in their line.

    ``parent`` is the box around it.
    """
    if type(box).__name__ != INLINE_BLOCK:
        return is_asked_about(box)
    beside = [one for one in parent.children if getattr(one, "text", "x").strip(" ")]
    if not all(type(one).__name__ in BESIDE for one in beside):
        return False
    return len(beside) > 1 or not all(map(is_line, box.children))


def is_too_deep(box: Any, ancestors: list[Any]) -> bool:
    """Whether a box is in so many flex and grid containers that layout takes too long."""
    if type(box).__name__ not in SIDE_BY_SIDE:
        return False
    return sum(type(outer).__name__ in SIDE_BY_SIDE for outer in ancestors) >= DEEPEST


def is_positioned(box: Any) -> bool:
    """Whether a box is taken out of the flow to a place of its own."""
    declared = getattr(box.style, "cascaded", ())
    return "position" in declared and bool(box.style["position"] == "absolute")


def is_block(box: Any) -> bool:
    """Whether a box has a width and a height of its own once it is laid out."""
    return type(box).__name__ not in ("InlineBox", "LineBox", "TextBox")


def holds_positioned(box: Any) -> bool:
    """Whether boxes that are positioned in a box go by its edges."""
    return "position" in getattr(box.style, "cascaded", ()) and box.style["position"] != "static"


def holder(ancestors: list[Any]) -> int | None:
    """The ``spot_index`` of the box that a positioned box goes by; None where it is the page's."""
    found = next((box for box in reversed(ancestors) if holds_positioned(box)), None)
    return None if found is None else int(getattr(found, "spot_index", UNKNOWN))


def _is_length(value: Any) -> bool:
    return value != "auto" and getattr(value, "value", value) not in (0, inf)


def read_spot(box: Any, container: Any, page: int, page_height: float) -> Spot:
    """Where a box is that has been laid out on a page whose text is ``page_height`` high."""
    left, top = box.border_box_x(), box.border_box_y()
    inner = box.content_box_x(), box.content_box_y(), box.width, box.height
    # Boxes that are taken out of the flow hold no room open.
    flowing = (c for c in getattr(box, "children", ()) if c.is_in_normal_flow())
    end = max((_bottom(child) for child in flowing), default=inner[1])
    return Spot(
        page,
        float(left),
        float(top),
        float(box.border_width()),
        float(box.border_height()),
        float(left - container.content_box_x()),
        float(container.width),
        tuple(map(float, inner)),  # type: ignore[arg-type]
        float(inner[1] + inner[3] - end),
        _down(box, container),
        bool(box.border_height() >= FULL * page_height),
    )


def broken(spot: Spot) -> Spot:
    """The spot of a box that goes on on another page: where a page ends, nothing is to spare."""
    return spot._replace(spare=0.0)


def free_below(page: Any) -> tuple[set[int], float]:
    """The positioned boxes that stand after all text of a page, and the room below that text."""
    found: set[int] = set()
    bottom, end = page.content_box_y(), page.content_box_y() + page.height
    stack = [page.children[0]]
    while stack:
        box = stack.pop()
        if hasattr(box, "held_by"):
            found.add(id(box))
        elif box.is_in_normal_flow():
            is_text = not is_block(box) or hasattr(box, "replacement")
            # An automatic height that ends with the page may be that of a box that goes on.
            if is_text or _bottom(box) < end or box.style["height"] != "auto":
                bottom = max(bottom, _bottom(box))
            if is_text:
                break
            stack += box.children
    return found, float(end - bottom)


def _down(box: Any, container: Any) -> float | None:
    if box.is_in_normal_flow():
        return None
    if box in container.children:
        after = container.children[container.children.index(box) + 1 :]
        if not any(other.is_in_normal_flow() for other in after):
            return None
    return float(box.border_box_y() - text_after(box, container))


def _bottom(box: Any) -> float:
    return float(box.position_y + box.margin_height())
