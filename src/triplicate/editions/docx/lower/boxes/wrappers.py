"""Lowering (stage 7c): boxes that hold the document, as pages on the web have them for screens.

Input: a box with borders or a fill. Output: whether it holds most of the document. What it looks
like is left out and reported: drawn, it would be a table of one cell around all of the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx.lower.css.colors import luminance, srgb
from triplicate.editions.docx.lower.limits import report_on
from triplicate.layout.tree import is_line

if TYPE_CHECKING:
    from triplicate.editions.docx import ir
    from triplicate.editions.docx.lower.context import Context

LEAST = 2000  # letters; less is a box on a page
SHARE = 0.6  # of what is in the document
LINE = 40  # letters that a line is worth, however short


def holds_most(box: Any, context: Context) -> bool:
    """Whether a box holds most of the document."""
    sizes = context.sizes or _measure(context.tree.root, context.sizes)
    return sizes.get(id(box), 0) > max(LEAST, SHARE * sizes[id(context.tree.root)])


def flows(box: Any, name: str, context: Context) -> bool:
    """Whether a box that a property takes out of the flow holds most of what would flow."""
    if not holds_most(box, context):
        return False
    message = f"expected `{name}` of parts of the text, found it on <{box.element_tag}> around all"
    hint = "it flows: Word would have all of the text on one page"
    report_on(box, name, "word-flow", message, context, hint)
    return True


def is_wrapper(box: Any, look: ir.ParagraphFormat, context: Context) -> bool:
    """Whether a box outside all others holds most of the document, which is legible without it."""
    if not holds_most(box, context):
        return False
    if look.shade and _is_darker(look.shade, box.style["color"]):
        return False
    name, what = ("background-color", "a fill") if look.shade else ("border", "borders")
    message = f"expected {what} around parts of the text, found <{box.element_tag}> around all"
    hint = "left out: Word would have all of the text in a cell of a table"
    report_on(box, name, "word-page-fill", message, context, hint)
    return True


def _is_darker(shade: str, color: Any) -> bool:
    fill = [int(shade[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    return luminance(fill) < luminance(srgb(color))


def _measure(root: Any, sizes: dict[int, int]) -> dict[int, int]:
    """The sizes of the boxes under ``root`` that hold others, by their `id`: letters, about."""
    stack, inner = [(root, False)], [0]
    while stack:
        box, is_done = stack.pop()
        if is_done:
            sizes[id(box)] = size = inner.pop()
            inner[-1] += size
        elif children := getattr(box, "children", ()):
            stack.append((box, True))
            stack += [(child, False) for child in children]
            inner.append(LINE if is_line(box) else 0)
        else:
            inner[-1] += len(getattr(box, "text", ""))
    sizes.setdefault(id(root), inner[0])
    return sizes
