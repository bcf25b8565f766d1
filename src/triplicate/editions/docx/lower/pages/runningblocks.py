"""Lowering (stage 7c): running elements as blocks: where they stand, and what is lost of them.

Input: the boxes of running elements and their drafts. Output: the drafts at their places; warnings
for what the lines of a header cannot show of blocks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx.lower.css.outlines import edges_of
from triplicate.editions.docx.lower.css.room import BOTTOM, LEFT, RIGHT, TOP
from triplicate.editions.docx.lower.css.units import (
    TWIPS_PER_PIXEL,
    computed,
    known_length,
    length,
    twips,
)
from triplicate.editions.docx.lower.drafts import Draft, ParagraphDraft
from triplicate.editions.docx.lower.limits import report_on
from triplicate.editions.docx.lower.pages.marginlines import lines_of, width_of
from triplicate.editions.docx.lower.pages.running import running_boxes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triplicate.editions.docx.lower.context import Context
    from triplicate.editions.docx.lower.pages.marginstops import Row

SEEN = 4.0  # pixels that a block may be higher without catching the eye
SLACK = 1.02  # words may be a little wider than the font says
# What margins and padding move words that stand at a stop, or in the middle.
SIDES = {"left": (LEFT,), "right": (RIGHT,)}
HEIGHTS = ("height", "max-height", "min-height")


def stand(drafts: list[Draft], row: Row, place: str, context: Context) -> None:
    """Put the paragraphs of a box that has its edge for itself where the box is.

    WeasyPrint makes margin boxes as wide as the longest line in them.
    """
    texts = [draft for draft in drafts if isinstance(draft, ParagraphDraft)]
    if len(texts) < len(drafts) or row.is_stated(place):
        return
    start, end = row.alone(place)
    whole = row.width - sum(row.beyond) - start - end
    widths = [_width(draft, start, end, context) for draft in texts]
    widest = max((*widths, _least(row.used[place], context)), default=0.0)
    if not 0 < widest * SLACK < whole:
        return
    kind, one = row.kind(place, None), min(widths) * SLACK >= widest
    before, after = {"left": (0.0, 1.0), "right": (1.0, 0.0)}.get(kind, (0.5, 0.5))
    free = whole - widest
    for draft in texts:
        look = draft.format
        shown = bool(look.shade) or any(edge.style != "nil" for edge in edges_of(look))
        if one and not shown:
            draft.format = look._replace(align=kind)
            continue
        ends = "both" if shown or look.align == "center" else look.align
        left = twips(free * before) if ends != "right" else 0
        right = twips(free * after) if ends in ("right", "both") else 0
        draft.format = look._replace(left=(look.left or 0) + left, right=(look.right or 0) + right)


def _least(style: Any, context: Context) -> float:
    """The least width that blocks ask for."""
    least = (known_length(computed(box.style, "min_width")) for box in _blocks(style, context))
    return max((width or 0.0 for width in least), default=0.0)


def _width(draft: ParagraphDraft, start: float, end: float, context: Context) -> float:
    """How wide a paragraph wants to be, with its indents from those of its box, in pixels."""
    look = draft.format
    inner = ((look.left or 0) + (look.right or 0)) / TWIPS_PER_PIXEL - start - end
    first = max(0, look.first_line or 0) / TWIPS_PER_PIXEL
    return inner + first + max((width_of(ln, context) for ln in lines_of(draft.pieces)), default=0)


def check_heights(style: Any, context: Context) -> None:
    """Report heights of what stands in the running elements that a margin box shows."""
    for box in _blocks(style, context):
        for name in HEIGHTS:
            value = known_length(computed(box.style, name.replace("-", "_")))
            line = context.formats.paragraph(box.style).line
            least = (line.pitch if line else 0) / TWIPS_PER_PIXEL + SEEN
            if value is not None and (name != "min-height" or value > least):
                found = f"found {name} on <{box.element_tag}>"
                message = f"expected running elements as high as their text, {found}"
                report_on(box, name, "word-css", message, context)


def check_words(style: Any, kind: str, context: Context) -> None:
    """Report what is lost of running elements whose lines stand beside other margin boxes.

    They stand at a stop of that ``kind``.
    """
    blocks = list(_blocks(style, context))
    if any("table" in part for box in blocks for part in box.style["display"]):
        return  # which is reported as a whole
    shown = [(box, name) for box in blocks for name in _shown(box, kind, context)]
    for box, name in (*shown, *((box, "text-align") for box in _aligned(blocks, kind, context))):
        found = f"found {name} on <{box.element_tag}>"
        message = f"expected words alone in running elements that stand beside others, {found}"
        report_on(box, name, "word-css", message, context)


def _blocks(style: Any, context: Context) -> Iterator[Any]:
    for outer in running_boxes(style, context):
        for box in outer.descendants():
            if hasattr(box.style, "cascaded") and "inline" not in box.style["display"]:
                yield box


def _shown(box: Any, kind: str, context: Context) -> Iterator[str]:
    """What a block shows beside its words, or does with them."""
    style = box.style
    look, room = context.formats.paragraph(style), context.formats.room(style)
    if look.shade:
        yield "background"
    if any(edge.style != "nil" for edge in edges_of(look)):
        yield "border"
    for name, sides in (("margin", room.margin), ("padding", room.padding)):
        values = [length(side) for side in sides]
        aside = any(abs(values[side]) >= 1.0 for side in SIDES.get(kind, (LEFT, RIGHT)))
        if aside or abs(values[TOP] - values[BOTTOM]) > SEEN:
            yield name
    if abs(length(room.indent)) >= 1.0:
        yield "text-indent"
    for name in ("width", "max-width", "min-width"):
        value = known_length(computed(style, name.replace("-", "_")), 1.0) or 0.0
        breaks = name != "min-width" and 0.0 < value < _words(box, context)
        if breaks or (value and name != "max-width" and kind != "left"):
            yield name


def _aligned(blocks: list[Any], kind: str, context: Context) -> Iterator[Any]:
    """Blocks whose lines, where some are longer, are aligned otherwise than at a stop."""
    lines = [
        (block, _words(line, context))
        for block in blocks
        for line in block.children
        if type(line).__name__ == "LineBox"
    ]
    widths = [width for _, width in lines]
    if lines and max(widths) - min(widths) >= SEEN:
        for block, _ in lines:
            align = context.formats.paragraph(block.style).align
            if ("left" if align == "both" else align) != kind:
                yield block


def _words(box: Any, context: Context) -> float:
    """How wide the text in a box is on one line, in pixels."""
    texts = (inner for inner in box.descendants() if getattr(inner, "text", "").strip())
    return sum(context.fonts.pixels(context.formats.run(t.style), t.text) for t in texts)
