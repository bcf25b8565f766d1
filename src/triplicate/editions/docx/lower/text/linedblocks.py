"""Lowering (stage 7c): blocks in a line, of which Word has none.

Input: an inline box that holds blocks. Output: reports; the blocks stand on lines of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx.lower.limits import report_on
from triplicate.layout.spots import BESIDE

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.context import Context

# What sets blocks in a line beside the words around them, and the values that do not.
_PLACED = {
    "width": ("auto",),
    "min_width": ("auto",),
    "inline_size": ("auto",),
    "text_align_all": ("start", "left", "justify"),
    "vertical_align": ("baseline", 0),
    "line_height": (),
    "margin_top": (),
    "column_count": ("auto",),
    "overflow": ("visible",),
}
_WRITTEN = {"text_align_all": "text-align"}
_INHERITED = ("text_align_all", "line_height")


def report_blocks(box: Any, context: Context) -> None:
    """Report a box with blocks in it, and what an inline block says of where they stand."""
    tag, style = box.element_tag, box.style
    message = f"expected words in a line, found <{tag}> with blocks in it"
    report_on(box, "display", "word-flow", message, context)
    if type(box).__name__ not in BESIDE or not hasattr(style, "cascaded"):
        return
    for name in sorted(_PLACED.keys() & style.cascaded.keys()):
        same = name in _INHERITED and style[name] == style.parent_style[name]
        if not same and style[name] not in _PLACED[name]:
            written = _WRITTEN.get(name, name.replace("_", "-"))
            message = f"expected words in a line, found {written} on <{tag}> with blocks in it"
            report_on(box, written, "word-css", message, context)
