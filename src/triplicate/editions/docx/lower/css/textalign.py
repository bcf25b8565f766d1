"""Lowering (stage 7c): to which side the lines of a paragraph go.

Input: a computed style. Output: Word's word for it.
"""

from __future__ import annotations

from typing import Any

LEFT_TO_RIGHT = {"start": "left", "end": "right", "justify": "both", "justify-all": "both"}
# In paragraphs from right to left Word's "left" is the side where lines begin.
RIGHT_TO_LEFT = LEFT_TO_RIGHT | {"left": "right", "right": "left"}
# White space that is shown, and that layout does not stretch (CSS Text 3, 7.4, leaves it open).
_KEPT = ("pre", "pre-wrap", "break-spaces")


def text_align(style: Any) -> str:
    """Where the lines of a style go, in Word's words."""
    align = str(style["text_align_all"])
    if align == "justify" and style["white_space"] in _KEPT:
        align = "start"
    return (RIGHT_TO_LEFT if style["direction"] == "rtl" else LEFT_TO_RIGHT).get(align, align)
