"""Lowering (stage 7c): words that stand behind the text of pages, as watermarks.

Input: boxes with ``position: fixed``, which CSS repeats on all pages, and page margin boxes that
are turned or moved. Output: `ir.Watermark`s, at their places on the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.css.outlines import edges_of
from triplicate.editions.docx.lower.css.turning import Rect, matrix
from triplicate.editions.docx.lower.css.units import color, computed, known_length, length, twips
from triplicate.editions.docx.lower.limits import check_part, report_on
from triplicate.editions.docx.lower.pages.margincontent import content

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.context import Context

POINT = 20  # twips; nobody sees that a mark is no further from the middle of its page
TOOLS = ("a", "button", "nav", "form")
ALONG = {"left": 0.0, "center": 0.5, "right": 1.0}
ACROSS = {"top": 0.0, "middle": 0.5, "bottom": 1.0}


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
        _check_look(box, context)
    else:
        message = f"expected words in fixed boxes, found <{box.element_tag}>"
        report_on(box, "position", "word-flow", message, context)


def _check_look(box: Any, context: Context) -> None:
    """Report what is around fixed words, and at them, that Word's watermarks have not."""
    check_part(box, context, shown=("transform", "opacity"))
    look, run = context.formats.paragraph(box.style), context.formats.run(box.style)
    shown = {
        "background": bool(look.shade),
        "border": any(edge.style != "nil" for edge in edges_of(look)),
        "letter-spacing": bool(run.spacing),
        "text-indent": abs(length(computed(box.style, "text_indent"))) >= 1.0,
        "text-decoration": run.underline not in (None, "none") or bool(run.strike),
    }
    for name in (name for name, is_shown in shown.items() if is_shown):
        message = f"expected words alone in fixed boxes, found {name} on <{box.element_tag}>"
        report_on(box, name, "word-css", message, context)


def fixed_marks(
    size: tuple[float, float], area: Rect, context: Context
) -> tuple[ir.Watermark, ...]:
    """The marks of all fixed boxes on a page of a size whose text stands in an ``area``."""
    return tuple(_fixed(box, area, size, context) for box in context.stamps)


def margin_mark(
    style: Any, region: Rect, size: tuple[float, float], context: Context
) -> ir.Watermark:
    """The mark of a margin box that is turned or moved.

    ``region`` is its side or corner of a page of ``size``, which it is taken to have for itself.
    """
    pieces = list(content(style, context))
    if any(piece.field or piece.picture for piece in pieces):
        context.report(
            "word-margin-box", "expected words in margin boxes that are turned, found counters"
        )
    words = _words("".join(piece.text for piece in pieces), style, context)
    x = region.x + words.width / 2
    x += ALONG.get(_alignment(style), 0.5) * (region.width - words.width)
    y = region.y + words.height / 2
    y += ACROSS.get(style["vertical_align"], 0.5) * (region.height - words.height)
    return _mark(words, style, region, (x, y), size, context)


def _fixed(box: Any, area: Rect, size: tuple[float, float], context: Context) -> ir.Watermark:
    texts = [inner for inner in box.descendants() if getattr(inner, "text", "").strip()]
    style = texts[0].style
    while not hasattr(style, "cascaded"):
        style = style.parent_style
    text = " ".join(" ".join(inner.text.split()) for inner in texts)
    words = _words(text, style, context)
    x, width, insets = _solve(box.style, ("left", "right"), "width", area, words.width)
    y, height, above = _solve(box.style, ("top", "bottom"), "height", area, words.height)
    share = _share(box.style, "justify_content", ALONG.get(_alignment(style), 0.0))
    lower = _share(box.style, "align_items", 0.0)
    middle = (
        x + insets + words.width / 2 + share * (width - 2 * insets - words.width),
        y + above + words.height / 2 + lower * (height - 2 * above - words.height),
    )
    return _mark(words, box.style, Rect(x, y, width, height), middle, size, context)


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
