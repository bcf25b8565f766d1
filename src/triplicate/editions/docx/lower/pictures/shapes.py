"""Lowering (stage 7c): pictures with round corners, and pale ones.

Input: the style of a picture's box and its size. Output: the shape that Word cuts it to; all other
corners are reported.
"""

from __future__ import annotations

from typing import Any, NamedTuple

CORNERS = ("top_left", "top_right", "bottom_right", "bottom_left")
NEAR = 0.5  # pixels
RADIUS, OPACITY = "border-radius", "opacity"


class Shape(NamedTuple):
    """A ``rounding`` or an ``ellipse``, and an ``opacity``, as `ir.Picture` has them.

    ``shown`` are the properties that this says all of.
    """

    rounding: float = 0.0
    ellipse: bool = False
    opacity: float = 1.0
    shown: frozenset[str] = frozenset()


def shape(style: Any, width: float, height: float) -> Shape:
    """The shape of a picture of a size in pixels."""
    if not hasattr(style, "cascaded"):
        return Shape()
    pale = Shape(opacity=float(style["opacity"]), shown=frozenset({OPACITY}))
    radii = {
        tuple(
            _used(radius, side)
            for radius, side in zip(style[f"border_{corner}_radius"], (width, height), strict=True)
        )
        for corner in CORNERS
    }
    if len(radii) > 1:
        return pale
    ((across, down),) = radii
    pale = pale._replace(shown=frozenset({OPACITY, RADIUS}))
    shrink = min(1.0, width / 2 / (across or width), height / 2 / (down or height))
    across, down = across * shrink, down * shrink
    if across >= width / 2 - NEAR and down >= height / 2 - NEAR:
        return pale._replace(ellipse=True)
    if abs(across - down) > NEAR:
        return pale._replace(shown=frozenset({OPACITY}))
    return pale._replace(rounding=min(0.5, across / min(width, height)))


def _used(radius: Any, side: float) -> float:
    """A radius in pixels; shares are of the side (CSS Backgrounds 3, 4.1)."""
    value = float(getattr(radius, "value", radius))
    return value * side / 100 if getattr(radius, "unit", "") == "%" else value
