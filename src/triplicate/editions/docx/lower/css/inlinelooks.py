"""Lowering (stage 7c): what inline boxes draw at their text: fills, lines, shifts, digits.

Input: computed styles. Output: fields of `ir.RunFormat`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.css.borders import BORDERS, EDGES, border, edge
from triplicate.editions.docx.lower.css.units import color, computed, half_points, length

if TYPE_CHECKING:
    from collections.abc import Iterator

UNDERLINES = {"double": "double", "dotted": "dotted", "dashed": "dash", "wavy": "wave"}
# Word's thicker kinds: two lines have none (ECMA-376 Part 1, 17.18.99).
HEAVY = {
    "single": "thick",
    "dotted": "dottedHeavy",
    "dash": "dashedHeavy",
    "wave": "wavyHeavy",
}
# Pixels: what Word draws about twice as thick as usual, and what no line of its own comes near.
THICK, THICKER = 2.0, 4.0
# The properties of lines at text.
DECORATIONS = frozenset(
    f"text_decoration_{part}" for part in ("line", "style", "color", "thickness")
)
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
    if "background_color" in style.cascaded:
        read["shade"] = color(style, "background_color") or ""
    if "vertical_align" in style.cascaded:
        read["vertical"], read["position"] = _raised(style)
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
        kind = _kind(style["border_bottom_style"], length(style["border_bottom_width"]))
        return {"underline": kind, "underline_color": below.color}
    return {}


def draws_in_vain(style: Any) -> bool:
    """Whether an inline box has borders that Word cannot draw at words."""
    if BORDERS.isdisjoint(style.cascaded) or _lines(style):
        return False
    return any(edge(style, side) != ir.NO_BORDER for side in EDGES)


def lowered(style: Any) -> int:
    """How far an inline box is moved down from its own place, in half-points."""
    if style["position"] != "relative":
        return 0
    if style["top"] != "auto":
        return half_points(length(computed(style, "top")))
    return -half_points(length(computed(style, "bottom")))


def underline(style: Any) -> dict[str, str]:
    """The kind of line below the text, and its colour where that is not the text's."""
    if "underline" not in style["text_decoration_line"]:
        return {"underline": "none", "underline_color": ""}
    shade = ""
    if style["text_decoration_color"] != "currentcolor":
        shade = color(style, "text_decoration_color") or ""
    return {
        "underline": _kind(style["text_decoration_style"], _thickness(style)),
        "underline_color": shade,
    }


def _kind(name: str, thickness: float) -> str:
    """Word's kind of line for a CSS style and a thickness in pixels."""
    kind = UNDERLINES.get(name, "single")
    return HEAVY.get(kind, kind) if thickness >= THICK else kind


def _thickness(style: Any) -> float:
    """The thickness in pixels that a style gives the lines at its text, 0 where it is usual."""
    value = style["text_decoration_thickness"]
    if getattr(value, "unit", "") == "%":
        return float(value.value) * float(style["font_size"]) / 100
    return length(computed(style, "text_decoration_thickness"))


def decorations_in_vain(style: Any) -> Iterator[tuple[str, str]]:
    """What Word expects of the lines at text instead, and the property that says otherwise."""
    lines, thickness = style["text_decoration_line"], _thickness(style)
    if "line-through" in lines:
        if style["text_decoration_style"] != "solid":
            yield "single lines through text", "text-decoration-style"
        if style["text_decoration_color"] not in ("currentcolor", style["color"]):
            yield "lines through text in its colour", "text-decoration-color"
    if "underline" in lines:
        kind = UNDERLINES.get(style["text_decoration_style"], "single")
        if thickness >= (THICKER if kind in HEAVY else THICK):
            yield "lines as thick as Word has them", "text-decoration-thickness"


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
