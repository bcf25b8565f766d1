"""Lowering (stage 7c): words that stand behind the text of pages, as watermarks.

Input: boxes with ``position: fixed``, which CSS repeats on all pages, and page margin boxes that
are turned or moved. Output: `ir.Watermark`s, at their places on the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.css.turning import Rect, matrix
from triplicate.editions.docx.lower.css.units import color, computed, known_length, length, twips
from triplicate.editions.docx.lower.limits import report_on
from triplicate.editions.docx.lower.pages.marginboxes import SHARES, Placed, vertical
from triplicate.editions.docx.lower.pages.margincontent import content
from triplicate.editions.docx.lower.pages.markchecks import check_fixed, check_line, check_turned

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.context import Context

POINT = 20  # twips; nobody sees that a mark is no further from the middle of its page
TOOLS = ("a", "button", "nav", "form")
SIDES, ENDS, ENDS_OF_LINES = (
    ("top", "right", "bottom", "left"),
    ("right", "bottom"),
    ("left", "right"),
)
ALONG = {"left": 0.0, "center": 0.5, "right": 1.0}


class Words(NamedTuple):
    """A line of text: its style, width and height in pixels."""

    text: str
    style: Any
    width: float
    height: float


def stamp(box: Any, context: Context) -> None:
    """Keep a fixed box, whose words stand on all pages; not one of links, a screen's toolbar."""
    parts = {box.element_tag, *(inner.element_tag for inner in box.descendants())}
    if found := next((tag for tag in TOOLS if tag in parts), None):
        message = (
            f"expected words alone in fixed boxes, found <{found}> in one: it is left out, as a "
            "bar of a page on the web"
        )
        report_on(box, "position", "word-flow", message, context)
    elif any(getattr(inner, "text", "").strip() for inner in box.descendants()):
        context.stamps.append(box)
        check_fixed(box, context)
    else:
        message = f"expected words in fixed boxes, found <{box.element_tag}>"
        report_on(box, "position", "word-flow", message, context)


def fixed_marks(
    size: tuple[float, float], area: Rect, context: Context
) -> tuple[ir.Watermark, ...]:
    """The marks of all fixed boxes on a page of a size whose text stands in an ``area``."""
    return tuple(_fixed(box, area, size, context) for box in context.stamps)


def margin_mark(
    style: Any, where: str, box: Placed, size: tuple[float, float], context: Context
) -> ir.Watermark:
    """The mark of a margin box that is turned or moved, on a page of a ``size``."""
    check_turned(style, f"@{where}", context)
    pieces = list(content(style, context))
    if any(piece.field or piece.picture for piece in pieces):
        context.report(
            "word-margin-box", "expected words in margin boxes that are turned, found counters"
        )
    text = "".join(piece.text for piece in pieces)
    if context.formats.run(style).caps:
        text = text.upper()
    words, room = _words(text, style, context), box.content
    x = room.x + words.width / 2
    x += ALONG.get(_alignment(style), 0.5) * (room.width - words.width)
    y = room.y + words.height / 2
    y += SHARES[vertical(style)] * (room.height - words.height)
    return _mark(words, style, box.border, (x, y), size, context)


def _fixed(box: Any, area: Rect, size: tuple[float, float], context: Context) -> ir.Watermark:
    texts = [inner for inner in box.descendants() if getattr(inner, "text", "").strip()]
    style = texts[0].style
    while not hasattr(style, "cascaded"):
        style = style.parent_style
    text = " ".join(" ".join(inner.text.split()) for inner in texts)
    words = _words(text, style, context)
    around = {side: _around(box, texts[-1 if side in ENDS else 0], side, area) for side in SIDES}
    wide, high = around["left"] + around["right"], around["top"] + around["bottom"]
    check_line(box, text, words.width + wide, _room(box.style, area), context)
    x, width, insets = _solve(box.style, ("left", "right"), "width", area, words.width + wide)
    y, height, above = _solve(box.style, ("top", "bottom"), "height", area, words.height + high)
    share = _share(box.style, "justify_content", ALONG.get(_alignment(style), 0.0))
    lower = _share(box.style, "align_items", 0.0)
    middle = (
        x + insets + words.width / 2 + share * (width - 2 * insets - words.width - wide),
        y + above + words.height / 2 + lower * (height - 2 * above - words.height - high),
    )
    middle = middle[0] + around["left"], middle[1] + around["top"]
    return _mark(words, box.style, Rect(x, y, width, height), middle, size, context)


def _around(box: Any, text: Any, side: str, area: Rect) -> float:
    """The room at a side of the words of a fixed box, inside of it, in pixels.

    That of the boxes around its first or last ``text``; of those in a line, at their ends.
    """
    names = (f"margin_{side}", f"border_{side}_width", f"padding_{side}")
    room, style = 0.0, text.style
    while style is not None and style is not box.style:
        if hasattr(style, "cascaded") and (side in ENDS_OF_LINES or "block" in style["display"]):
            room += sum(length(computed(style, name), area.width) for name in names)
        style = style.parent_style
    return room if style is not None else 0.0


def _words(text: str, style: Any, context: Context) -> Words:
    look = context.formats.run(style)
    line = context.formats.paragraph(style).line
    width = context.fonts.width(look, text) * style["font_size"]
    return Words(text, style, width, line.pitch / 15 if line else style["font_size"])


def _alignment(style: Any) -> str:
    """Where a line stands, as a side of the page."""
    sides = ("right", "left") if style["direction"] == "rtl" else ("left", "right")
    align = style["text_align_all"]
    return str({"start": sides[0], "end": sides[1], "justify": sides[0]}.get(align, align))


def _share(style: Any, name: str, usual: float) -> float:
    """How much of the free space is before what stands in a flex box; ``usual`` in others."""
    if "flex" not in style["display"]:
        return usual
    return 0.5 if "center" in style[name] else 0.0


def _room(style: Any, area: Rect) -> float:
    """How wide the words of a fixed box may be in pixels, before they break."""
    stated = [computed(style, name) for name in ("width", "max_width")]
    sizes = [size for value in stated if (size := known_length(value, area.width)) is not None]
    names = ("left", "margin_left", "padding_left", "right", "margin_right", "padding_right")
    taken = sum(length(computed(style, name), area.width) for name in names)
    return min((area.width - taken, *sizes))


def _solve(
    style: Any, sides: tuple[str, str], name: str, area: Rect, inner: float
) -> tuple[float, float, float]:
    """Where a fixed box begins, its size, and its inset, along one axis, in pixels.

    CSS Positioned Layout 3, 4: what is not given follows from its ``inner`` size.
    """
    axis = ("width", "height").index(name)
    begin, room = area[axis], area[axis + 2]
    starts, ends = (known_length(computed(style, side), room) for side in sides)
    margins = [known_length(computed(style, f"margin_{side}"), room) for side in sides]
    insets = [
        length(computed(style, f"padding_{side}"), room) + length(style[f"border_{side}_width"])
        for side in sides
    ]
    given = known_length(computed(style, name), room)
    stretched = starts is not None and ends is not None
    size = sum(insets) + (inner if given is None else given)
    taken = sum(margin or 0.0 for margin in margins)
    if stretched and given is None:
        size = room - (starts or 0.0) - (ends or 0.0) - taken
    free = room - (starts or 0.0) - (ends or 0.0) - taken - size
    if stretched and margins == [None, None]:
        return begin + (starts or 0.0) + free / 2, size, insets[0]
    from_end = starts is None and (ends is not None or (axis == 0 and style["direction"] == "rtl"))
    before = (starts or 0.0) + (margins[0] or 0.0)
    return begin + before + (free if from_end else 0.0), size, insets[0]


def _mark(
    words: Words,
    style: Any,
    box: Rect,
    middle: tuple[float, float],
    size: tuple[float, float],
    context: Context,
) -> ir.Watermark:
    turned = matrix(style, box)
    longer, higher = turned.stretch()
    place = tuple(twips(value) for value in turned.point(*middle))
    center = tuple(twips(side / 2) for side in size)
    look = context.formats.run(words.style)
    # A path of text that is not trimmed is as high as a line of its font (VML, textpath@trim).
    natural = context.fonts.line(look.font or "", bool(look.bold), bool(look.italic))
    centered = all(abs(a - b) <= POINT for a, b in zip(place, center, strict=True))
    return ir.Watermark(
        words.text,
        twips(words.width * longer),
        twips(natural * words.style["font_size"] * higher),
        turned.angle(),
        look._replace(color=_faded(words.style, style["opacity"])),
        None if centered else (place[0], place[1]),
    )


def _faded(style: Any, opacity: float) -> str:
    """The text's colour as it looks on white paper."""
    solid = color(style, "color") or "FFFFFF"
    channels = (int(solid[at : at + 2], 16) for at in (0, 2, 4))
    return "".join(f"{round(255 + (channel - 255) * opacity):02X}" for channel in channels)
