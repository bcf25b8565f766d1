"""Where layout has put boxes that do not stand one below the other: plain values.

Input: a box of a finished page, the box that holds it. Output: `Spot`, in CSS pixels. What is
asked about is decided before layout (`is_asked_about`).
"""

from __future__ import annotations

from typing import Any, NamedTuple

SIDE_BY_SIDE = ("FlexBox", "GridBox", "InlineFlexBox", "InlineGridBox")
INLINE_BLOCK = "InlineBlockBox"


class Spot(NamedTuple):
    """The border box of a laid-out box; ``inner`` is its content box (left, top, width, height).

    ``left`` and ``top`` are from the corner of its ``page``, which counts from 0, ``start`` is from
    the content edge of its container, which is ``room`` wide. Below what its content box holds
    ``spare`` pixels of it are empty.
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
    if "position" in declared and style["position"] == "absolute":
        return True
    return name == "BlockBox" and any(
        key in declared and _is_length(style[key]) for key in ("height", "min_height")
    )


def _is_length(value: Any) -> bool:
    return bool(value != "auto" and getattr(value, "value", value) != 0)


def read_spot(box: Any, container: Any, page: int) -> Spot:
    """Where a box is that has been laid out."""
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
    )


def _bottom(box: Any) -> float:
    return float(box.position_y + box.margin_height())
