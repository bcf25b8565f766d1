"""Lowering (stage 7c): pictures in a line, as blocks of their own, and beside the text.

Input: WeasyPrint's replaced boxes. Output: pieces that hold an `ir.Picture`, and paragraphs around
them. Sizes are those that the PDF has; only a share of a width that the pages alone know is late.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower import roles
from triplicate.editions.docx.lower.boxes.floats import side_of
from triplicate.editions.docx.lower.css.alignments import KEYWORDS, Reach
from triplicate.editions.docx.lower.css.borders import edge, unseen
from triplicate.editions.docx.lower.css.room import SIDES
from triplicate.editions.docx.lower.css.units import (
    TWIPS_PER_PIXEL,
    color,
    computed,
    half_points,
    length,
    twips,
)
from triplicate.editions.docx.lower.drafts import Draft, Frame, ParagraphDraft, Piece
from triplicate.editions.docx.lower.limits import check_part, report_on
from triplicate.editions.docx.lower.pictures.asides import report_beside
from triplicate.editions.docx.lower.pictures.described import description, shown
from triplicate.editions.docx.lower.pictures.pins import pin
from triplicate.editions.docx.lower.pictures.shapes import shape
from triplicate.layout.pictures import fit, generated

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.context import Context

OBJECT = "\ufffc"  # stands for a picture in text: U+FFFC OBJECT REPLACEMENT CHARACTER
MAX_SIDE = 22 * 1440  # twips: what Word takes (22 inches)
SEEN = 12.0  # pixels: a picture that is farther from where it should be catches the eye


def picture(box: Any, style: Any, role: str, link: str, context: Context) -> list[Piece]:
    """A picture in a line, or beside the text of that line's paragraph.

    ``style``, ``role`` and ``link`` are those of the text around it.
    """
    frame = context.line_frame
    beside = None
    if box.is_floated():
        context.floats += 1
        beside = _beside(box, frame, context)
    elif place := pin(box, context):
        return _pinned(box, style, role, link, place, context)
    made = _read(box, frame.width, context)
    if made is None:
        return []
    if hasattr(box.style, "cascaded"):
        style = box.style
        if anchor := style["anchor"]:
            context.anchors.append(anchor)
    run = context.formats.run(style)
    if beside is None and style is box.style and style["vertical_align"] in KEYWORDS:
        own = Reach(made.height / TWIPS_PER_PIXEL, 0.0)
        run = run._replace(position=half_points(context.formats.raised(style, own)))
    return [Piece(OBJECT, role, run, link, made._replace(beside=beside))]


def _pinned(
    box: Any, style: Any, role: str, link: str, place: ir.Pin, context: Context
) -> list[Piece]:
    """A picture with a place of its own, which the text does not make room for."""
    made, spot = _read(box, context.line_frame.width, context), context.spot(box)
    if made is None or spot is None:
        return []
    wide, high = _within_limits(spot.inner[2], spot.inner[3], box, context)
    shown = made._replace(width=wide, height=high, late=None, pin=place, padding=(0, 0, 0, 0))
    return [Piece(OBJECT, role, context.formats.run(style), link, shown)]


def generated_picture(value: tuple[str, str], style: Any, context: Context) -> ir.Picture | None:
    """The picture that a ``url()`` in ``content`` shows; it is decoration."""
    found = generated(context.tree, value, style)
    if found is None:
        return None
    replacement, size = found
    wide, high = _within_limits(size.width, size.height, None, context)
    return ir.Picture(
        context.gallery.place(replacement, size, shown(None)), wide, high, decorative=True
    )


def block_picture(box: Any, frame: Frame, context: Context) -> list[Draft]:
    """A paragraph that holds nothing but a block-level picture, where its margins put it."""
    made = _read(box, frame.width, context)
    if made is None:
        return []
    style = box.style
    look = _placed(context.formats.paragraph(style), style, frame)
    run = context.formats.run(roles.declared(style))
    # A block has no line below it: the picture stands on the lower edge of Word's line.
    lowered = run._replace(position=-half_points(context.fonts.descent(run) * style["font_size"]))
    piece = Piece(OBJECT, "", lowered, picture=made)
    name = context.style_named(style) or roles.FIGURE
    draft = ParagraphDraft(name, look, run, [piece], box.element)
    draft.before = draft.own_before = length(computed(style, "margin_top"), frame.width)
    draft.after = draft.own_after = length(computed(style, "margin_bottom"), frame.width)
    if anchor := style["anchor"]:
        draft.anchors.append(anchor)
    fit_lines(draft)
    return [draft]


def fit_lines(draft: ParagraphDraft) -> None:
    """Let lines grow with what is high in them: Word cuts it off at an exact line height."""
    line = draft.format.line
    if line is None or line.rule != "exact":
        return
    pictures = [piece.picture for piece in draft.pieces if piece.picture]
    inline = any(not (picture.beside or picture.pin) for picture in pictures)
    if inline or any(piece.inset for piece in draft.pieces):
        draft.format = draft.format._replace(line=line._replace(rule="atLeast"))


def _read(box: Any, width: float, context: Context) -> ir.Picture | None:
    """The picture of a box in a container of ``width`` pixels; None where it has no size."""
    found = fit(box, width)
    if not (found.width > 0 and found.height > 0):
        return None
    padding = _padding(box, width, found.crop, context)
    form = shape(box.style, found.width, found.height)
    check_part(box, context, shown=form.shown)
    image = context.gallery.place(box.replacement, found, shown(box))
    text, title, decorative = description(box, context)
    wide, high = _within_limits(
        found.width + padding[1] + padding[3], found.height + padding[0] + padding[2], box, context
    )
    top, right, bottom, left = map(twips, padding)
    return ir.Picture(
        image,
        wide,
        high,
        text,
        title,
        decorative,
        found.crop,
        _frame_line(box, context),
        late=getattr(box, "fact_index", None) if _waits(box) else None,
        rounding=form.rounding,
        ellipse=form.ellipse,
        opacity=form.opacity,
        padding=(top, right, bottom, left),
        fill=color(box.style, "background_color") or "",
    )


def _padding(
    box: Any, width: float, crop: tuple[float, ...], context: Context
) -> tuple[float, float, float, float]:
    """The room between a picture and its border, by side, in pixels.

    Where the picture is cut off, more of it would show there: then there is none.
    """
    top, right, bottom, left = (
        length(computed(box.style, f"padding_{side}"), width) + unseen(box.style, side)
        for side in SIDES
    )
    if max(crop) > 0 and any((top, right, bottom, left)):
        message = f"expected no padding around a part of a picture, found some on {shown(box)}"
        report_on(box, "padding", "word-picture-margin", message, context)
        return 0.0, 0.0, 0.0, 0.0
    return top, right, bottom, left


def _waits(box: Any) -> bool:
    """Whether a size is a share of something that only the pages know: a column, say."""
    if box.is_flex_item or box.is_grid_item:
        return True
    names = ("width", "height", "min_width", "max_width", "min_height", "max_height")
    return any(getattr(box.style[name], "unit", None) == "%" for name in names)


def _within_limits(width: float, height: float, box: Any, context: Context) -> tuple[int, int]:
    """A size in twips, made smaller where Word could not take it."""
    wide, high = twips(width), twips(height)
    most = max(wide, high)
    if most > MAX_SIDE:
        report_on(
            box,
            "width",
            "word-picture-size",
            f"expected pictures of at most 22 inches, found {most / 1440:.0f} on {shown(box)}",
            context,
            "give it a `width` or a `max-width`",
        )
        wide, high = wide * MAX_SIDE // most, high * MAX_SIDE // most
    return max(1, wide), max(1, high)


def _frame_line(box: Any, context: Context) -> ir.Border:
    """The line around a picture; Word has one for all four sides."""
    if not hasattr(box.style, "cascaded"):
        return ir.NO_BORDER
    lines = {edge(box.style, side) for side in SIDES}
    if len(lines) > 1:
        found = f"found different ones on {shown(box)}"
        message = f"expected the same border at all sides of a picture, {found}"
        report_on(box, "border", "word-picture-border", message, context)
    return lines.pop() if len(lines) == 1 else ir.NO_BORDER


def _beside(box: Any, frame: Frame, context: Context) -> ir.Beside:
    """The place of a floating picture; ``frame`` is that of the block that it floats in.

    In text from right to left programs measure from different sides: there it is at the edge.
    """
    side = side_of(box)
    margins = [length(computed(box.style, f"margin_{name}"), frame.width) for name in SIDES]
    inset = frame.left + margins[3] if side == "left" else frame.right + margins[1]
    if box.style.parent_style["direction"] == "rtl":
        if inset > SEEN:
            found = f"found a distance of {inset * 0.75:g}pt at {shown(box)}"
            message = f"expected pictures at the edge of text from right to left, {found}"
            report_on(box, "float", "word-picture-margin", message, context)
        inset = 0.0
    report_beside(box, margins, side, context)
    top, right, bottom, left = (max(0, twips(margin)) for margin in margins)
    return ir.Beside(side, twips(inset), (top, right, bottom, left))


def _placed(look: ir.ParagraphFormat, style: Any, frame: Frame) -> ir.ParagraphFormat:
    """A paragraph that puts its picture where a block's margins do; borders are the picture's."""
    none = ir.NO_BORDER
    look = look._replace(top=none, left_edge=none, bottom=none, right_edge=none, shade="")
    auto = [style[f"margin_{side}"] == "auto" for side in ("left", "right")]
    left, right = (
        length(computed(style, f"margin_{side}"), frame.width) for side in ("left", "right")
    )
    rtl = bool(look.right_to_left)
    align = "center" if all(auto) else "right" if auto[rtl] else "left"
    sides = twips(frame.left + left), twips(frame.right + right)
    return look._replace(left=sides[rtl], right=sides[not rtl], first_line=0, align=align)
