"""Lowering (stage 7c): what inline boxes draw at their text: fills, lines, shifts, digits.

Input: computed styles. Output: fields of `ir.RunFormat`.
"""

from __future__ import annotations

from typing import Any

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.css.borders import BORDERS, EDGES, border, edge
from triplicate.editions.docx.lower.css.units import color, computed, half_points, length

UNDERLINES = {"double": "double", "dotted": "dotted", "dashed": "dash", "wavy": "wave"}
# What an inline box does to what is in it, and a block does not.
OWN_OF_INLINES: dict[str, Any] = {
    "vertical": "baseline",
    "position": 0,
    "shade": "",
    "border": ir.NO_BORDER,
}


def inline_look(style: Any, around: ir.RunFormat) -> dict[str, Any]:
    """The fill, lines and shift that an inline box declares; else those around it stay."""
    read: dict[str, Any] = {}
    if not BORDERS.isdisjoint(style.cascaded):
        read |= _lines(style)
    lowered = half_points(_lowered(style)) if style["position"] == "relative" else 0
    if lowered:
        read["position"] = (around.position or 0) - lowered
    if "background_color" in style.cascaded:
        read["shade"] = color(style, "background_color") or ""
    if "vertical_align" in style.cascaded:
        read["vertical"], raised = _raised(style)
        read["position"] = raised - lowered
        if read["vertical"] != "baseline":
            # Word makes raised and lowered characters smaller by itself.
            read["size"] = around.size
    return read


def _lines(style: Any) -> dict[str, Any]:
    """What Word has for the borders of an inline box: one for all sides, or a line below."""
    edges = {side: edge(style, side) for side in EDGES}
    if len(set(edges.values())) == 1:
        return {"border": border(style, "top")}
    below = edges.pop("bottom")
    if set(edges.values()) == {ir.NO_BORDER} and "underline" not in style["text_decoration_line"]:
        kind = UNDERLINES.get(style["border_bottom_style"], "single")
        return {"underline": kind, "underline_color": below.color}
    return {}


def draws_in_vain(style: Any) -> bool:
    """Whether an inline box has borders that Word cannot draw at words."""
    if BORDERS.isdisjoint(style.cascaded) or _lines(style):
        return False
    return any(edge(style, side) != ir.NO_BORDER for side in EDGES)


def _lowered(style: Any) -> float:
    """How far an inline box is moved down, in pixels."""
    if style["top"] != "auto":
        return length(computed(style, "top"))
    return -length(computed(style, "bottom"))


def underline(style: Any) -> dict[str, str]:
    """The kind of line below the text, and its colour where that is not the text's."""
    if "underline" not in style["text_decoration_line"]:
        return {"underline": "none", "underline_color": ""}
    shade = ""
    if style["text_decoration_color"] != "currentcolor":
        shade = color(style, "text_decoration_color") or ""
    return {
        "underline": UNDERLINES.get(style["text_decoration_style"], "single"),
        "underline_color": shade,
    }


def figures(value: Any) -> str:
    """The kind of digits in the words of Word."""
    return next(
        (name for name in ("tabular", "proportional") if f"{name}-nums" in value), "default"
    )


def _raised(style: Any) -> tuple[str, int]:
    """Word's name for super and sub, which compute to half an em; else a shift in half-points."""
    shift = style["vertical_align"]
    if not isinstance(shift, int | float):
        return "baseline", 0
    if abs(shift) == style["font_size"] * 0.5:
        return ("superscript" if shift > 0 else "subscript"), 0
    return "baseline", half_points(shift)
