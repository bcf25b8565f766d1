"""Colours by what a screen shows them for, which layout does not know (CSS Color 4, 6.2 and A).

Office programs write their tables' borders in them. Input: CSS. Output: the same, as long as
before, so that places in it stay the same.
"""

from __future__ import annotations

import re
from typing import Any

# As on white paper.
COLORS = {
    "windowtext": "black",
    "canvastext": "black",
    "buttontext": "black",
    "fieldtext": "black",
    "captiontext": "black",
    "infotext": "black",
    "menutext": "black",
    "graytext": "gray",
    "linktext": "blue",
    "visitedtext": "purple",
    "buttonface": "#eee",
    "threedface": "#eee",
    "window": "white",
    "canvas": "white",
    "field": "white",
}
_NAMES = re.compile(rf"(?<![\w./#-])(?:{'|'.join(COLORS)})(?![\w(./-])", re.IGNORECASE)
_DECLARATION = re.compile(r"(?:color|border[\w-]*|background|outline|column-rule)\s*:[^;{}]*", re.I)


def with_colors(css: str) -> str:
    """CSS with the system's colours as those that layout knows."""
    if not _NAMES.search(css):
        return css
    return _DECLARATION.sub(lambda found: _NAMES.sub(_known, found[0]), css)


def _known(found: re.Match[str]) -> str:
    return COLORS[found[0].lower()].ljust(len(found[0]))


def know_colors(root: Any) -> None:
    """Let the style elements and attributes under ``root`` use these colours."""
    for element in root.iter():
        if element.tag == "style" and element.text:
            element.text = with_colors(element.text)
        elif style := element.get("style"):
            element.set("style", with_colors(style))
