"""Lowering (stage 7c): whether a box has anything that its declarations change.

Input: a box and the name of a property. Output: whether pages would show it.
"""

from __future__ import annotations

import re
from typing import Any

from triplicate.editions.docx.ir import NO_BORDER
from triplicate.editions.docx.lower.css.borders import EDGES, edge
from triplicate.editions.docx.lower.css.units import color

_LETTER, _LETTERS, _SPACE = re.compile(r"\S"), re.compile(r"\S\S"), re.compile("[ \u00a0]")
# The text that properties need to change anything.
_NEEDED = {
    "font-kerning": _LETTERS,
    "word-break": _LETTERS,
    "word-spacing": _SPACE,
    **dict.fromkeys(("font-feature-settings", "font-stretch", "font-variation-settings"), _LETTER),
}


def is_touched(box: Any, written: str) -> bool:
    """Whether a property changes anything in a box; what layout generates may be any text."""
    needed = _NEEDED.get(written)
    if needed is None or "::" in box.element_tag:
        return True
    return any(needed.search(getattr(inner, "text", "")) for inner in box.descendants())


def has_edges(box: Any) -> bool:
    """Whether a box shows its corners: by a border or a fill, or as it cuts off what it holds."""
    style = box.style
    if hasattr(box, "replacement") or style["overflow"] != "visible":
        return True
    drawn = color(style, "background_color") or style["box_shadow"] not in ("none", ())
    pictures = any(kind != "none" for kind, _ in style["background_image"])
    return bool(drawn) or pictures or any(edge(style, side) != NO_BORDER for side in EDGES)
