"""Lowering (stage 7c): the borders of boxes, as Word draws them.

Input: computed styles. Output: `ir.Border`s.
"""

from __future__ import annotations

from typing import Any

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.css.units import color, computed, length

BORDER_STYLES = {
    "solid": "single",
    "double": "double",
    "dotted": "dotted",
    "dashed": "dashed",
    "groove": "threeDEngrave",
    "ridge": "threeDEmboss",
    "inset": "inset",
    "outset": "outset",
}
MAX_SPACE = 31  # points between border and text (ECMA-376 Part 1, 17.3.4, @space)
EDGES = {"top": "top", "left": "left_edge", "bottom": "bottom", "right": "right_edge"}

LOGICAL_EDGES = ("block_start", "block_end", "inline_start", "inline_end")
# Without a style there is no border, and styles are not inherited.
BORDERS = frozenset(f"border_{edge}_style" for edge in (*EDGES, *LOGICAL_EDGES))


def border(style: Any, side: str, fill: str = "") -> ir.Border:
    """One edge of a box and its distance from the text; `ir.NO_BORDER` where nothing shows.

    The ``fill`` of a box reaches below a border that is transparent, to its outer edge.
    """
    found = edge(style, side)
    if found == ir.NO_BORDER and fill and style[f"border_{side}_style"] in BORDER_STYLES:
        found = line("solid", length(style[f"border_{side}_width"]), fill)
    if found == ir.NO_BORDER:
        return found
    space = min(MAX_SPACE, round(length(computed(style, f"padding_{side}")) * 0.75))
    return found._replace(space=space)


def edge(style: Any, side: str) -> ir.Border:
    """One edge of a box, at no distance from the text."""
    name = style[f"border_{side}_style"]
    width = length(style[f"border_{side}_width"]) if name in BORDER_STYLES else 0.0
    return line(name, width, color(style, f"border_{side}_color") if width else None)


def unseen(style: Any, side: str) -> float:
    """The width in pixels of a border that is transparent: room, as a margin is."""
    name = style[f"border_{side}_style"]
    if name not in BORDER_STYLES or color(style, f"border_{side}_color") is not None:
        return 0.0
    return length(style[f"border_{side}_width"])


def line(name: str, width: float, shade: str | None) -> ir.Border:
    """A border of a CSS style and a width in pixels; `ir.NO_BORDER` where there is none to see."""
    if name not in BORDER_STYLES or shade is None or not width:
        return ir.NO_BORDER
    # Eighths of a point, from 2 to 96 (ECMA-376 Part 1, 17.3.4, @sz); of a double border, Word
    # wants the width of either line.
    size = round(width * (2 if name == "double" else 6))
    return ir.Border(BORDER_STYLES[name], min(96, max(2, size)), shade)


def strength(border: ir.Border) -> int:
    """How thick a border is, in eighths of a point; of a double one, Word's size is a third."""
    return border.size * (3 if border.style == "double" else 1)
