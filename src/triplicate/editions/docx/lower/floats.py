"""Lowering (stage 7c): floating blocks to paragraphs in a frame that the text goes around.

Input: a floating block box and its drafts. Output: the same drafts with a place beside the text.
Word joins neighbours of equal frames, so a figure and its caption stay one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.drafts import Draft, Frame, ParagraphDraft
from triplicate.editions.docx.lower.room import LEFT, RIGHT
from triplicate.editions.docx.lower.units import known_length, length, twips
from triplicate.layout.pictures import fitting_width

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.context import Context


def side_of(box: Any) -> str:
    """The side that a box floats to, "left" or "right", in text from left to right."""
    side = str(box.style["float"])
    return {"inline-start": "left", "inline-end": "right"}.get(side, side)


def check_flow(box: Any, context: Context) -> None:
    """Report a floating table, and a box that waits for floating ones to end: Word's goes on."""
    if box.is_floated() and box.is_table_wrapper:
        context.report("word-flow", "expected tables in the flow, found a floating one")
    if context.floats and hasattr(box.style, "cascaded") and box.style["clear"] != "none":
        context.report(
            "word-flow", f"expected text beside floating boxes, found clear on <{box.element_tag}>"
        )


def float_frame(box: Any, frame: Frame, context: Context) -> Frame:
    """The frame that a floating box makes for itself, its margins, borders and padding inside."""
    context.floats = True
    room = context.formats.room(box.style)
    around = sum(
        length(room.margin[side], frame.width)
        + room.edge[side]
        + length(room.padding[side], frame.width)
        for side in (LEFT, RIGHT)
    )
    width = known_length(room.width, frame.width)
    if width is None:
        width = fitting_width(context.tree, box, frame.width - around)
    return Frame(0.0, 0.0, min(frame.width, width + around))


def put_beside(drafts: list[Draft], box: Any, own: Frame, frame: Frame, context: Context) -> None:
    """Let text go around the drafts of ``box``, which take the width of ``own`` in ``frame``."""
    paragraphs = [draft for draft in drafts if isinstance(draft, ParagraphDraft)]
    if len(paragraphs) < len(drafts):
        context.report("word-flow", "expected text in a floating box, found a table in it")
        return
    side = side_of(box)
    inset = frame.left if side == "left" else frame.right
    beside = ir.Beside(side, twips(inset), (0, 0, 0, 0), twips(own.width))
    for draft in paragraphs:
        draft.format = draft.format._replace(beside=beside)
