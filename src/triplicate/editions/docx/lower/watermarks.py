"""Lowering (stage 7c): text that is fixed on every page, as a watermark.

Input: a box with ``position: fixed``, which CSS repeats on all pages. Output: `ir.Watermark`,
in the middle of the page, turned as ``transform: rotate()`` says.
"""

from __future__ import annotations

from math import degrees
from typing import TYPE_CHECKING, Any

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.units import color, twips

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.context import Context

# The height of capitals, which stretched words fill, as a share of the font's size.
CAPITALS = 0.72


def stamp(box: Any, context: Context) -> None:
    """Make a fixed box the watermark of the document; it can have one, of words."""
    mark = _watermark(box, context)
    if mark is None or context.watermark not in (None, mark):
        context.report(
            "word-flow",
            f"expected the words of one watermark in fixed boxes, found <{box.element_tag}>",
        )
    context.watermark = context.watermark or mark


def _watermark(box: Any, context: Context) -> ir.Watermark | None:
    texts = [inner for inner in box.descendants() if getattr(inner, "text", "").strip()]
    if not texts:
        return None
    text = " ".join(" ".join(inner.text.split()) for inner in texts)
    style = texts[0].style
    while not hasattr(style, "cascaded"):
        style = style.parent_style
    look = context.formats.run(style)._replace(color=_faded(style, box.style["opacity"]))
    size = style["font_size"]
    return ir.Watermark(
        text,
        twips(context.fonts.width(look, text) * size),
        twips(CAPITALS * size),
        _angle(box.style["transform"]),
        look,
    )


def _faded(style: Any, opacity: float) -> str:
    """The text's colour as it looks on white paper."""
    solid = color(style, "color") or "FFFFFF"
    channels = (int(solid[at : at + 2], 16) for at in (0, 2, 4))
    return "".join(f"{round(255 + (channel - 255) * opacity):02X}" for channel in channels)


def _angle(transform: Any) -> int:
    """Degrees clockwise."""
    turned = (values for name, values in transform if name == "rotate")
    return round(sum(degrees(_radians(values)) for values in turned))


def _radians(values: Any) -> float:
    return float(values[0] if isinstance(values, tuple | list) else values)
