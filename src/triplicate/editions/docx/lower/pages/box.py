"""Lowering (stage 7c): the box of a page: its size, the room for margin boxes and for text.

Input: a page's computed style. Output: `PageBox`, in pixels.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.css.borders import border
from triplicate.editions.docx.lower.css.room import SIDES
from triplicate.editions.docx.lower.css.turning import Rect
from triplicate.editions.docx.lower.css.units import color, computed, length

Sides = dict[str, float]


class PageBox(NamedTuple):
    """A page: ``margins`` hold the margin boxes; ``insets`` are from its edges to its text.

    ``borders`` are its own, as in SIDES, ``fill`` is its colour, "" for none.
    """

    width: float
    height: float
    margins: Sides
    insets: Sides
    borders: tuple[ir.Border, ...]
    fill: str

    @property
    def area(self) -> Rect:
        """Where the text is."""
        left, top = self.insets["left"], self.insets["top"]
        return Rect(
            left,
            top,
            self.width - left - self.insets["right"],
            self.height - top - self.insets["bottom"],
        )


def page_box(style: Any) -> PageBox:
    """Read a page's style. Percentages are of its width and height (CSS Paged Media 3, 4.2)."""
    width, height = style["size"]
    margins, insets = {}, {}
    for side in SIDES:
        whole = width if side in ("left", "right") else height
        margins[side] = length(computed(style, f"margin_{side}"), whole)
        padding = length(computed(style, f"padding_{side}"), whole)
        insets[side] = margins[side] + length(style[f"border_{side}_width"]) + padding
    borders = tuple(border(style, side) for side in SIDES)
    return PageBox(width, height, margins, insets, borders, color(style, "background_color") or "")
