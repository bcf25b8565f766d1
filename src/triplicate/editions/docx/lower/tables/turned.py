"""Lowering (stage 7c): cells whose text is turned, as that of narrow columns is.

Input: a cell's box, and its drafts. Output: Word's direction of its text, with which the lines are
as long as the row is high.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx.lower.css.turning import Rect, matrix
from triplicate.editions.docx.lower.css.units import twips
from triplicate.editions.docx.lower.drafts import CellDraft, Draft, ParagraphDraft, each_paragraph

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.context import Context

DIRECTIONS = {-90: "btLr", 270: "btLr", 90: "tbRl", -270: "tbRl"}
# Where text begins that goes up, and that goes down, by the vertical alignment of its cell.
BEGINS = {
    "btLr": {"bottom": "left", "center": "center", "top": "right"},
    "tbRl": {"top": "left", "center": "center", "bottom": "right"},
}
# Where lines of such text stand from side to side, in words of above and below.
ACROSS = {
    "btLr": {"left": "top", "center": "center", "right": "bottom"},
    "tbRl": {"right": "top", "center": "center", "left": "bottom"},
}
SLACK = 4.0  # pixels that another program may set a line longer


def direction(cell: Any, context: Context) -> str | None:
    """Word's direction of the text of a cell that is turned by a right angle, or all in it."""
    box = cell
    while box is not None:
        if "transform" in getattr(box.style, "cascaded", ()) and box.style["transform"]:
            return _direction(box, context)
        box = _only_child(box)
    return None


def _direction(box: Any, context: Context) -> str | None:
    functions = box.style["transform"]
    if [name for name, _ in functions] != ["rotate"]:
        return None
    found = DIRECTIONS.get(matrix(box.style, Rect(0.0, 0.0, 0.0, 0.0)).angle())
    if found:
        context.turned.add(id(box))
    return found


def _only_child(box: Any) -> Any:
    """The box that is all there is in a box, None where it is text or one of several."""
    children: Any = getattr(box, "children", ())
    if len(children) == 1 and hasattr(children[0], "text"):
        return None
    shown = [c for c in children if getattr(c, "text", "x").strip()]
    return shown[0] if len(shown) == 1 and not hasattr(shown[0], "text") else None


def turn(drafts: list[Draft], direction: str, vertical: str) -> str:
    """Let paragraphs begin where they do in a turned cell; where its lines stand across it.

    ``vertical`` is the alignment of the cell.
    """
    across = "top"
    for draft in drafts:
        if isinstance(draft, ParagraphDraft):
            sides = ACROSS[direction]
            across = sides.get(draft.format.align or "left", sides["left"])
            align = BEGINS[direction][vertical]
            draft.format = draft.format._replace(left=0, right=0, first_line=0, align=align)
    return across


def length_of(cell: CellDraft, context: Context) -> float:
    """How high a row has to be, in pixels, that the text of a turned cell stands on one line."""
    longest = 0.0
    for draft in each_paragraph(cell.drafts):
        widths = (context.fonts.pixels(piece.format, piece.text) for piece in draft.pieces)
        longest = max(longest, sum(widths))
    padding = cell.format.padding or (0, 0, 0, 0)
    return longest + SLACK + (padding[0] + padding[2]) / twips(1.0)
