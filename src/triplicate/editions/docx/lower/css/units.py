"""Lowering (stage 7c): CSS lengths and colours to Word's units."""

from __future__ import annotations

from math import inf
from typing import Any, NamedTuple

from triplicate.editions.docx.lower.css.colors import srgb
from triplicate.layout.tree import calculate

TWIPS_PER_PIXEL = 15  # 1 px = 0.75 pt = 15 twips
ENDLESS = 1e9
_NUMBERS = (int, float)  # a tuple, for a union would be made anew with each call


class Calculated(NamedTuple):
    """A ``calc()`` that holds percentages, and the style that its other units refer to."""

    function: Any
    style: Any


def computed(style: Any, name: str) -> Any:
    """A style's computed value for `length`, which then knows what percentages are of."""
    value = style[name]
    return Calculated(value, style) if hasattr(value, "arguments") else value


def twips(pixels: float) -> int:
    """CSS pixels to twips (1/20 pt)."""
    return _whole(pixels * TWIPS_PER_PIXEL)


def half_points(pixels: float) -> int:
    """CSS pixels to half-points."""
    return _whole(pixels * 1.5)


def _whole(value: float) -> int:
    """A whole number; CSS knows lengths without end."""
    return round(value if -ENDLESS < value < ENDLESS else max(-ENDLESS, min(ENDLESS, value)))


def length(value: Any, whole: float = 0.0) -> float:
    """A computed length in pixels; percentages are of ``whole``, keywords such as auto are 0."""
    return known_length(value, whole) or 0.0


def known_length(value: Any, whole: float = 0.0) -> float | None:
    """A computed length in pixels, or None for keywords and for no limit."""
    if isinstance(value, _NUMBERS):
        return float(value)
    if isinstance(value, str):
        return None
    if isinstance(value, Calculated):
        return calculate(value.function, value.style, whole)
    unit = getattr(value, "unit", None)
    if unit == "%":
        return float(value.value) * whole / 100
    if unit == "px" and value.value != inf:
        return float(value.value)
    return None


def color(style: Any, name: str) -> str | None:
    """A style's colour as "RRGGBB", mixed with white paper; None where transparent."""
    value = style[name]
    return rgb(style["color"] if value == "currentcolor" else value)


def rgb(value: Any) -> str | None:
    """A computed colour as "RRGGBB", mixed with white paper; None where transparent."""
    alpha = float(value.alpha)
    if alpha == 0:
        return None
    mixed = [round((1 - alpha + alpha * channel) * 255) for channel in srgb(value)]
    return "".join(f"{channel:02X}" for channel in mixed)
