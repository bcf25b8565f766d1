"""Lowering (stage 7c): the room in and around inline boxes: margins, padding, widths.

Input: an inline box and its pieces. Output: no-break spaces as wide as that room, or the tab after
a label at the beginning of a line; what is narrower than a space, or higher than a line, is
reported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.css.borders import BORDERS, unseen
from triplicate.editions.docx.lower.css.room import BOTTOM, LEFT, LOGICAL, RIGHT, SIDES, TOP
from triplicate.editions.docx.lower.css.units import (
    TWIPS_PER_PIXEL,
    known_length,
    length,
    twips,
)
from triplicate.editions.docx.lower.drafts import Piece
from triplicate.editions.docx.lower.limits import report_on
from triplicate.editions.docx.lower.text.inlineheights import report_height
from triplicate.layout.spots import BESIDE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from triplicate.editions.docx.lower.context import Context
from triplicate.editions.docx.lower.css.room import Room

SPACE = "\u00a0"
LEAST = 1.0  # pixels that one sees
NARROW = 0.75  # of a space: room that is narrower is no space
SLACK = 1.05  # words may be a little wider than the font says
CODE = ("code", "kbd", "samp", "tt", "var")  # people copy it, character by character
_DECLARED = LOGICAL | BORDERS | {f"{name}_{at}" for name in ("margin", "padding") for at in SIDES}


class Outer(NamedTuple):
    """What is around an inline box: its style, and the role and link of the text in it.

    ``begins`` tells whether nothing stands before the box in its paragraph.
    """

    style: Any
    role: str
    link: str
    begins: bool


class Gaps(NamedTuple):
    """The room at the left and the right of words, in pixels: ``inner`` shows, ``outer`` does not.

    A ``tab`` in place of that at the right goes so many pixels into the line.
    """

    outer: tuple[float, float]
    inner: tuple[float, float]
    tab: float = 0.0


NONE = Gaps((0.0, 0.0), (0.0, 0.0))


def gaps(found: Sequence[Piece], box: Any, outer: Outer, context: Context) -> Gaps:
    """The room of an inline box that holds the pieces ``found``."""
    style = box.style
    is_block = type(box).__name__ in BESIDE
    if not is_block and (type(box).__name__ != "InlineBox" or _DECLARED.isdisjoint(style.cascaded)):
        return NONE
    look, width = context.formats.run(style), context.line_frame.width
    room = context.formats.room(style)
    around = context.formats.run(outer.style)
    shown = (look.shade, look.border) != (around.shade, around.border) or _is_lined(style)
    margins = [
        length(room.margin[side], width) + unseen(style, SIDES[side]) for side in (LEFT, RIGHT)
    ]
    padding = [length(room.padding[side], width) for side in (LEFT, RIGHT)]
    drawn = look.border.space / 0.75 if look.border and shown else 0.0
    padding = [max(0.0, one - drawn) for one in padding]
    report_height(box, room, is_block, shown, context)
    slack = (0.0, 0.0)
    if is_block:
        _report_indent(box, padding[0] + length(room.indent, width), context)
        padding[0] = max(0.0, padding[0] + length(room.indent, width))
        slack = _slack(found, box, room, context)
    inner = padding[0] + slack[0], padding[1] + slack[1]
    if not found:
        inner = (0.0, 0.0) if shown else inner
    if shown:
        return _told(Gaps((margins[0], margins[1]), inner), box, look, context)
    whole = margins[0] + inner[0], margins[1] + inner[1]
    label = outer.begins and slack[1] > 0 and not slack[0] and outer.style["direction"] != "rtl"
    if label and found:
        words = _words(found, context) or 0.0
        return Gaps((whole[0], 0.0), (0.0, 0.0), tab=sum(whole) + words)
    return _told(Gaps(whole, (0.0, 0.0)), box, around, context)


def picture_gaps(found: Sequence[Piece], box: Any, outer: Outer, context: Context) -> Gaps:
    """The room beside a picture that stands in the line as a letter does."""
    made = found[0].picture if found else None
    if made is None or made.beside or made.pin:
        return NONE
    room, width = context.formats.room(box.style), context.line_frame.width
    sides = [length(value, width) for value in room.margin]
    before, after = sides[LEFT], sides[RIGHT]
    least = NARROW * context.fonts.pixels(context.formats.run(outer.style), SPACE)
    narrow = any(side <= -LEAST or LEAST <= side < least for side in (before, after))
    if narrow or abs(sides[TOP]) + abs(sides[BOTTOM]) >= LEAST:
        tag = str(box.element_tag).rpartition("}")[2]
        message = f"expected pictures in a line without room around them, found margins on <{tag}>"
        hint = "make it a block, or let it float"
        report_on(box, "margin", "word-picture-margin", message, context, hint)
    return Gaps((before, after), (0.0, 0.0))


def within(found: list[Piece], gap: Gaps, box: Any, outer: Outer, context: Context) -> list[Piece]:
    """Pieces with the room that is inside of their box's fill or border."""
    look = context.formats.run(box.style)
    if not _is_lined(box.style):
        look = look._replace(underline="none", underline_color="")
    inner = _in_order(gap.inner, box.style)
    begin, end = (_gap(one, look, outer, context) for one in inner)
    return [*begin, *found, *end]


def beside(found: list[Piece], gap: Gaps, outer: Outer, context: Context) -> list[Piece]:
    """Pieces with the room that is outside of their box."""
    look = context.formats.run(outer.style)
    room = _in_order(gap.outer, outer.style)
    begin, end = (_gap(one, look, outer, context) for one in room)
    if gap.tab:
        end = [Piece("\t", outer.role, look, outer.link, room=gap.tab)]
    return [*begin, *found, *end]


def _in_order(sides: tuple[float, float], style: Any) -> tuple[float, float]:
    """The room at the left and the right, in the order of the text that it stands in."""
    return (sides[1], sides[0]) if style["direction"] == "rtl" else sides


def _gap(room: float, look: ir.RunFormat, outer: Outer, context: Context) -> list[Piece]:
    """No-break spaces as wide as ``room``: one, but as many as fit where a fill shows them."""
    space = context.fonts.pixels(look, SPACE)
    if not room or room < NARROW * space:
        return []
    count = max(1, int(room / space)) if _is_drawn(look) else 1
    wide = look._replace(spacing=twips(room / count - space))
    return [Piece(SPACE * count, outer.role, wide, outer.link, room=room)]


def _is_lined(style: Any) -> bool:
    """Whether a box has a line below it, which goes below its padding as well."""
    lined = style["border_bottom_style"] not in ("none", "hidden")
    return lined and "underline" not in style["text_decoration_line"]


def _is_drawn(look: ir.RunFormat) -> bool:
    return bool(look.shade) or look.border not in (None, ir.NO_BORDER)


def _told(gap: Gaps, box: Any, look: ir.RunFormat, context: Context) -> Gaps:
    """The gaps that become spaces; others are reported."""
    space = NARROW * context.fonts.pixels(look, SPACE)
    rooms = *gap.outer, *gap.inner
    copied = box.element_tag in CODE and any(one >= space for one in gap.inner)
    if copied or any(one <= -LEAST or LEAST <= one < space for one in rooms):
        name = "padding" if copied or _declares("padding", box) else "margin"
        message = f"expected words without room around them, found {name} on <{box.element_tag}>"
        report_on(box, name, "word-css", message, context)
    return gap._replace(inner=(0.0, 0.0)) if copied else gap


def _declares(name: str, box: Any) -> bool:
    return any(key.startswith(name) for key in box.style.cascaded)


def _slack(found: Sequence[Piece], box: Any, room: Room, context: Context) -> tuple[float, float]:
    """The room that the width of an inline block leaves at the left and the right of its words."""
    words = _words(found, context)
    width = content_width(room, context.line_frame.width, words or 0.0)
    if width is None or words is None:
        return 0.0, 0.0
    if words > width * SLACK + LEAST:
        name = "width" if room.width != "auto" else "max-width"
        tag = box.element_tag
        message = f"expected boxes in a line as wide as their words, found {name} on <{tag}>"
        report_on(box, name, "word-css", message, context)
    free, align = max(0.0, width - words), box.style["text_align_all"]
    if align == "center":
        return free / 2, free / 2
    at_right = align in ("right", "end") and (box.style["direction"] != "rtl" or align == "right")
    at_right = at_right or (box.style["direction"] == "rtl" and align == "start")
    return (free, 0.0) if at_right else (0.0, free)


def content_width(room: Room, whole: float, words: float = 0.0) -> float | None:
    """The width of what an inline block holds; None where nothing but its ``words`` states it."""
    stated = [known_length(value, whole) for value in (room.width, room.max_width, room.min_width)]
    if room.with_edges:
        edges = sum(length(room.padding[side], whole) + room.edge[side] for side in (LEFT, RIGHT))
        stated = [one if one is None else max(0.0, one - edges) for one in stated]
    width, most, least = stated
    if width is None and (least or 0.0) <= words and (most is None or most >= words):
        return None
    wanted = words if width is None else width
    wanted = wanted if most is None else min(wanted, most)
    return max(wanted, least or 0.0)


def _report_indent(box: Any, begin: float, context: Context) -> None:
    """Report words of an inline block that begin before it, ``begin`` pixels from its padding."""
    if begin <= -LEAST:
        message = f"expected words inside of their boxes, found text-indent on <{box.element_tag}>"
        report_on(box, "text-indent", "word-css", message, context)


def _words(found: Sequence[Piece], context: Context) -> float | None:
    """How wide pieces are on one line, in pixels; None of those that nobody knows."""
    total = 0.0
    for piece in found:
        if "\n" in piece.text or "\t" in piece.text or piece.inset or piece.field:
            return None
        if piece.picture:
            total += piece.picture.width / TWIPS_PER_PIXEL
            continue
        spacing = (piece.format.spacing or 0) / TWIPS_PER_PIXEL
        total += context.fonts.pixels(piece.format, piece.text, columns=False) + spacing * len(
            piece.text
        )
    return total
