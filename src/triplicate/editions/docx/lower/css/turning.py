"""Lowering (stage 7c): CSS transforms, as Word needs them: where a shape's middle is, how it turns.

Input: a computed ``transform`` and the box it is for, in pixels. Output: where it takes a point,
and the turn and stretch of what stands there.
"""

from __future__ import annotations

from math import atan2, cos, degrees, hypot, sin, tan
from typing import Any, NamedTuple

from triplicate.editions.docx.lower.css.units import length


class Rect(NamedTuple):
    """A box: its left and top edge, width and height, in pixels."""

    x: float
    y: float
    width: float
    height: float


class Matrix(NamedTuple):
    """An affine map: x' = a x + c y + e, y' = b x + d y + f (CSS Transforms 1, 12)."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def after(self, first: Matrix) -> Matrix:
        """The map that does ``first`` and then this one."""
        e, f = self.point(first.e, first.f)
        return Matrix(
            self.a * first.a + self.c * first.b,
            self.b * first.a + self.d * first.b,
            self.a * first.c + self.c * first.d,
            self.b * first.c + self.d * first.d,
            e,
            f,
        )

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point comes to."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def angle(self) -> int:
        """How far a line of text is turned, in degrees, clockwise."""
        return round(degrees(atan2(self.b, self.a)))

    def stretch(self) -> tuple[float, float]:
        """How much longer and higher a line of text becomes."""
        return hypot(self.a, self.b), hypot(self.c, self.d)


def matrix(style: Any, box: Rect) -> Matrix:
    """The map that the ``transform`` of a box makes of its page."""
    x, y = (
        start + length(origin, size)
        for start, origin, size in zip(box[:2], style["transform_origin"], box[2:], strict=True)
    )
    result = Matrix(e=x, f=y)
    for name, values in style["transform"]:
        result = result.after(_function(name, values, box))
    return result.after(Matrix(e=-x, f=-y))


def _function(name: str, values: Any, box: Rect) -> Matrix:
    if name == "rotate":
        turn = float(values[0] if isinstance(values, tuple | list) else values)
        return Matrix(cos(turn), sin(turn), -sin(turn), cos(turn))
    if name == "translate":
        return Matrix(e=length(values[0], box.width), f=length(values[1], box.height))
    if name == "scale":
        return Matrix(a=values[0], d=values[1])
    if name == "skew":
        return Matrix(b=tan(values[1]), c=tan(values[0]))
    return Matrix(*values)
