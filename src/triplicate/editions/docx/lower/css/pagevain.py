"""Lowering (stage 7c): the properties of pages, their margin boxes and notes that Word has not.

Input: computed values. Output: whether they do no harm; the words for a warning where they do.
"""

from __future__ import annotations

from math import inf
from typing import Any

from triplicate.editions.docx.lower.css.vain import LIMITS, Limit, is_none, is_zero

_SIDES = ("top", "right", "bottom", "left")
# Pixels of the thickest line that passes for Word's own above notes.
_THIN = 1.5


def _is_free(size: Any) -> bool:
    """Whether a size limits nothing."""
    return size in ("auto", "none", "max-content") or getattr(size, "value", size) in (0, inf)


def _goes_up_by_one(counters: Any) -> bool:
    return counters == "auto" or all(by == 1 for name, by in counters if name == "page")


def _is_plain(style: Any) -> bool:
    return style in ("none", "hidden", "solid")


def _is_thin(width: Any) -> bool:
    return bool(getattr(width, "value", width) <= _THIN)


def _is_clear(color: Any) -> bool:
    return bool(color != "currentcolor" and color.alpha == 0)


def _sizes(expected: str, *names: str) -> dict[str, Limit]:
    """Limits of sizes, the least and the largest too."""
    return {
        f"{limit}{name}": Limit(expected, f"{limit}{name}".replace("_", "-"), _is_free)
        for limit in ("", "min_", "max_")
        for name in names
    }


# What has no effect on the box of a page: it has no lines, and WeasyPrint draws it no shadow.
_WITHOUT_EFFECT = ("orphans", "widows", "box_shadow")
PAGE_LIMITS = {
    **{name: limit for name, limit in LIMITS.items() if name not in _WITHOUT_EFFECT},
    **{f"bleed_{side}": Limit("pages without a bleed", "bleed", _is_free) for side in _SIDES},
    "marks": Limit("pages without marks for printers", "marks", is_none),
    "counter_increment": Limit(
        "page numbers that go up by one", "counter-increment", _goes_up_by_one
    ),
    **_sizes("text that fills its page", "width", "height"),
}
# What margin boxes have in Word: those that are turned are watermarks.
_MARGIN_LIMITS = {name: limit for name, limit in LIMITS.items() if name != "transform"} | {
    "text_indent": Limit("lines that begin at the edge of their box", "text-indent", is_zero),
    "max_height": Limit("boxes as high as their margin", "max-height", _is_free),
}
# Those above and below the text have lines above and below their words, and no height of their own;
# others have no lines.
_EDGE_LIMITS = {"height": Limit("boxes as high as their margin", "height", _is_free)}
_BORDER_LIMITS = {
    f"border_{side}_style": Limit("lines above and below headers", f"border-{side}", is_none)
    for side in _SIDES
}
# Word's notes stand at the end of the text, below a thin line; their indents are those of the area.
NOTE_AREA_LIMITS = {
    **{
        name: LIMITS[name]
        for name in ("background_image", "box_shadow", "outline_style", "opacity", "transform")
    },
    "background_color": Limit("notes without a fill behind them all", "background", _is_clear),
    **{
        f"border_{side}_style": Limit("a line above notes alone", f"border-{side}", is_none)
        for side in _SIDES[1:]
    },
    "border_top_style": Limit("a thin line above notes", "border-top", _is_plain),
    "border_top_width": Limit("a thin line above notes", "border-top", _is_thin),
    **{
        f"{name}_bottom": Limit("notes that end where the text of their page does", name, is_zero)
        for name in ("margin", "padding")
    },
    **_sizes("room for all notes of a page", "height"),
    "column_count": Limit("notes in one column", "column-count", is_none),
    "column_width": Limit("notes in one column", "column-width", is_none),
}


def margin_limits(name: str) -> dict[str, Limit]:
    """What the style of a margin box, such as "@top-left", may declare in vain."""
    if not is_edge(name):
        return _MARGIN_LIMITS | _BORDER_LIMITS
    sides = {key: _BORDER_LIMITS[key] for key in ("border_left_style", "border_right_style")}
    return _MARGIN_LIMITS | _EDGE_LIMITS | sides


def is_edge(name: str) -> bool:
    """Whether a margin box, such as "@top-left", stands above or below the text."""
    return name.endswith(("-left", "-center", "-right")) and name.startswith(("@top", "@bottom"))
