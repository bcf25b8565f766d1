"""Lowering (stage 7c): inline blocks that stand beside each other, and boxes that float there.

Input: a line, or boxes one after another. Output: those of them that are columns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx import ir
from triplicate.layout.spots import BESIDE
from triplicate.layout.tree import is_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from triplicate.editions.docx.lower.context import Context
    from triplicate.editions.docx.lower.drafts import ParagraphDraft

FULL = 0.9  # of a line: boxes that take as much leave no room for text beside them


def blocks_beside(line: Any, context: Context) -> list[Any]:
    """The inline blocks of a line that holds nothing else, where there are blocks in them.

    Where the layout has told their places, also those that have words and widths of their own.
    """
    boxes = [box for box in line.children if getattr(box, "text", "x").strip(" ")]
    if all(map(_holds_blocks, boxes)):
        return boxes
    return boxes if context.spots and len(boxes) > 1 and all(map(_is_column, boxes)) else []


def _is_column(box: Any) -> bool:
    """Whether an inline block has a width of its own."""
    return (
        type(box).__name__ in BESIDE
        and box.is_in_normal_flow()
        and box.style["width"] != "auto"
        and bool(box.children)
    )


def _holds_blocks(box: Any) -> bool:
    if type(box).__name__ not in BESIDE or not box.is_in_normal_flow() or not box.children:
        return False
    return box.is_table_wrapper or not is_line(box.children[-1])


def take_off(drafts: Iterable[ParagraphDraft], box: Any, context: Context) -> None:
    """Take the border and fill of an inline block off its words: they are drawn around it."""
    if not hasattr(box.style, "cascaded"):  # an anonymous box has neither
        return
    look = context.formats.run(box.style)
    drawn = (look.border, look.shade)
    for draft in drafts:
        draft.run = _bare(draft.run, drawn)
        draft.pieces = [piece._replace(format=_bare(piece.format, drawn)) for piece in draft.pieces]


def _bare(look: ir.RunFormat, drawn: tuple[ir.Border | None, str | None]) -> ir.RunFormat:
    if (look.border, look.shade) != drawn:
        return look
    return look._replace(border=ir.NO_BORDER, shade="")


def with_columns(boxes: list[Any], context: Context) -> Iterable[Any]:
    """Boxes one after another; those that float beside each other as columns as one list."""
    return _in_columns(boxes, context) if context.spots else boxes


def _in_columns(boxes: list[Any], context: Context) -> Iterator[Any]:
    start = 0
    while start < len(boxes):
        end = start
        while end < len(boxes) and _floats(boxes[end], context):
            end += 1
        run = boxes[start:end]
        if len(run) > 1 and _fill_lines(run, context):
            yield run
        else:
            yield from run or boxes[start : start + 1]
        start = max(end, start + 1)


def _floats(box: Any, context: Context) -> bool:
    return (
        box.is_floated()
        and not hasattr(box, "replacement")
        and not is_line(box)
        and context.spot(box) is not None
    )


def _fill_lines(run: list[Any], context: Context) -> bool:
    """Whether floating boxes take a line from end to end, beside each other."""
    spots = [spot for box in run if (spot := context.spot(box))]
    first = [spot for spot in spots if abs(spot.top - spots[0].top) <= 1]
    return len(first) > 1 and sum(spot.width for spot in first) >= FULL * spots[0].room
