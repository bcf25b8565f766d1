"""Lowering (stage 7c): page margin boxes to header and footer paragraphs.

Input: the computed styles of the boxes along one page edge, or of one in a corner or at a side.
Output: one paragraph, its boxes parted by tab stops; or one at a place on the page.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Any, NamedTuple

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.css.borders import border
from triplicate.editions.docx.lower.css.units import computed, length, twips
from triplicate.editions.docx.lower.drafts import Draft, Frame, Piece
from triplicate.editions.docx.lower.pages import running
from triplicate.editions.docx.lower.pages.limits import report_on_page
from triplicate.editions.docx.lower.pages.marginboxes import PLACES, SHARES, placed, vertical
from triplicate.editions.docx.lower.pages.margincontent import box_run, is_generated
from triplicate.editions.docx.lower.pages.marginlines import Written, written, written_apart
from triplicate.editions.docx.lower.pages.marginstops import Row, check_fit
from triplicate.editions.docx.lower.pages.runningblocks import check_heights, check_words, stand

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.context import Context

SEEN = 20  # twips that one box may be higher than another without catching the eye


class Edge(NamedTuple):
    """What stands along the top or the bottom of a page: its paragraph in the making.

    ``offset`` is the distance of the text from the page's edge, in twips. ``drafts`` are those of
    running elements, which stand above it.
    """

    format: ir.ParagraphFormat
    run: ir.RunFormat
    pieces: tuple[Piece, ...]
    offset: int
    drafts: list[Draft]


class Aside(NamedTuple):
    """What stands in a corner or beside the text: a paragraph at a place on the page."""

    format: ir.ParagraphFormat
    pieces: tuple[Piece, ...]


def edge(
    styles: dict[str, Any],
    side: str,
    width: float,
    beyond: tuple[float, float],
    margin: float,
    context: Context,
) -> Edge | None:
    """The paragraph of the boxes at one side; ``styles`` is by place; None where all are empty.

    They share a ``width`` that goes ``beyond`` the text area at the left and the right; ``margin``
    is that of the side; in pixels.
    """
    used = {p: styles[p] for p in PLACES if p in styles and is_generated(styles[p])}
    if not used:
        return None
    first = next(iter(used.values()))
    run = box_run(first, context)
    look = context.formats.paragraph(first)._replace(before=0, after=0, first_line=0)
    _check_fills(used, side, context)
    look = look._replace(
        top=_shared(used, side, "top", context),
        left_edge=ir.NO_BORDER,
        bottom=_shared(used, side, "bottom", context),
        right_edge=ir.NO_BORDER,
    )
    rtl = look.right_to_left is True
    row = Row(used, rtl, width, beyond[::-1] if rtl else beyond)
    text, look = (_alone if len(used) == 1 else _beside)(row, look, side, run, context)
    look = _as_high_as(text.pieces, look)
    taken = running.height(text.drafts)
    if text.pieces or not text.drafts:
        taken += height(look, text.lines)
    offset = _offset(first, side, margin, look, taken)
    for place, style in used.items():
        if abs(_offset(style, side, margin, look, taken) - offset) > SEEN:
            _report_height(first, style, f"@{side}-{place}", context)
    return Edge(look, run, tuple(text.pieces), offset, text.drafts)


def _alone(
    row: Row, look: ir.ParagraphFormat, side: str, run: ir.RunFormat, context: Context
) -> tuple[Written, ir.ParagraphFormat]:
    """What the only box of an edge says: it is a paragraph as wide as the box."""
    (place,) = row.used
    start, end = row.alone(place)
    # Word's left and right are where lines begin and end.
    look = look._replace(left=twips(start), right=twips(end))
    left, right = (end, start) if row.rtl else (start, end)
    frame = Frame(left, right, max(1.0, row.width - sum(row.beyond) - left - right))
    text = written(row.used, row.order, frame, Piece("\t", "", run), False, context)
    check_heights(row.used[place], context)
    if not text.pieces:
        stand(text.drafts, row, place, context)
    return text, look


def _beside(
    row: Row, look: ir.ParagraphFormat, side: str, run: ir.RunFormat, context: Context
) -> tuple[Written, ir.ParagraphFormat]:
    """What several boxes of an edge say: in one paragraph, at tab stops."""
    start, _, end = row.order
    kinds = {p: row.kind(p, context.formats.paragraph(s).align) for p, s in row.used.items()}
    leads = kinds.get(start, "left") != "left"
    frame = Frame(0.0, 0.0, row.width - sum(row.beyond))
    text = written(row.used, row.order, frame, Piece("\t", "", run), leads, context)
    check_fit(row, text, side, context)
    for place, style in row.used.items():
        check_heights(style, context)
        check_words(style, kinds[place], context)
    stops = {p: row.stop(p, kinds[p], text.widths[p]) for p in row.order if p in row.used}
    look = look._replace(left=0, right=0)
    if start in stops and not leads:
        look = look._replace(left=twips(stops.pop(start)))
    if kinds.get(end) == "right":
        look = look._replace(right=twips(frame.width - stops[end]))
    tabs = tuple(ir.Tab(kinds[place], twips(at)) for place, at in stops.items())
    return text, look._replace(align="left", tabs=tabs)


def _report_height(first: Any, style: Any, where: str, context: Context) -> None:
    """Report a box that stands higher or lower than the first of its edge."""
    name = next((n for n in ("margin", "padding") if _declares(n, style)), "vertical-align")
    if vertical(first) != vertical(style):
        name = "vertical-align"
    message = f"expected boxes of an edge at one height, found {name} on {where}"
    report_on_page(name, where, message, context, rule="word-margin-box")


def _declares(name: str, style: Any) -> bool:
    return any(f"{name}_{side}" in style.cascaded for side in ("top", "bottom"))


def _check_fills(used: dict[str, Any], side: str, context: Context) -> None:
    """Report boxes of an edge whose fills differ: Word's goes from margin to margin."""
    fills = {place: context.formats.paragraph(style).shade for place, style in used.items()}
    if len(set(fills.values())) > 1:
        place = next(place for place, fill in fills.items() if fill)
        message = "expected equal fills for all boxes of an edge, found others"
        report_on_page("background", f"@{side}-{place}", message, context, rule="word-margin-box")


def _as_high_as(pieces: list[Piece], look: ir.ParagraphFormat) -> ir.ParagraphFormat:
    """A line that has room for the pictures in it."""
    tallest = max((piece.picture.height for piece in pieces if piece.picture), default=0)
    if not tallest:
        return look
    return look._replace(line=ir.Line(max(tallest, look.line.pitch if look.line else 0), "atLeast"))


def _shared(used: dict[str, Any], end: str, side: str, context: Context) -> ir.Border:
    """The line above or below the boxes of an edge; Word's goes from margin to margin."""
    lines = {place: border(style, side) for place, style in used.items()}
    line = max(lines.values(), key=lambda line: (line.style != "nil", line.size, line.color))
    if len(set(lines.values())) > 1:
        place = next(place for place in lines if lines[place] == line)
        message = "expected equal borders for all boxes of an edge, found others"
        where = f"@{end}-{place}"
        report_on_page(f"border-{side}", where, message, context, rule="word-margin-box")
    return line


def height(look: ir.ParagraphFormat, lines: int = 1) -> int:
    """How high a header's paragraph is with its borders, in twips."""
    edges = [edge for edge in (look.top, look.bottom) if edge and edge.style != "nil"]
    borders = sum(round(edge.size * 2.5) + 20 * edge.space for edge in edges)
    return lines * (look.line.pitch if look.line else 0) + borders


def aside(
    style: Any,
    where: str,
    size: tuple[float, float],
    margins: dict[str, float],
    context: Context,
) -> Aside:
    """The paragraph of a margin box in a corner or at a side of a page of ``size`` in pixels."""
    x, y, width, height = placed(style, where, size, margins).content
    width = max(1.0, width)
    look = context.formats.paragraph(style)._replace(before=0, after=0, first_line=0)
    run = box_run(style, context)
    check_heights(style, context)
    frame = Frame(0.0, 0.0, width)
    made, block = written_apart(style, frame, Piece("", "", run), context)
    pieces = tuple(made)
    if block is not None:
        look = look._replace(align=block.align, right_to_left=block.right_to_left)
    check_words(style, look.align or "left", context)
    parts = "".join(piece.text for piece in pieces).split("\n")
    wide = (context.fonts.width(run, part) * style["font_size"] for part in parts)
    lines = sum(max(1, ceil(part / width)) for part in wide)
    taken = lines * (look.line.pitch if look.line else 0)
    free = max(0, twips(height) - taken)
    spot = ir.Spot(twips(x), twips(y) + round(free * SHARES[vertical(style)]), twips(width))
    none = ir.NO_BORDER
    look = look._replace(left=0, right=0, spot=spot)
    return Aside(look._replace(top=none, bottom=none, left_edge=none, right_edge=none), pieces)


def _offset(style: Any, side: str, margin: float, look: ir.ParagraphFormat, line: int) -> int:
    """How far the text is from the page's edge: from the top to its top, or bottom to bottom.

    Where it has a border, that of the border. ``line`` is the height of all, in twips.
    """
    above, below = (
        length(computed(style, f"margin_{at}"))
        + (length(computed(style, f"padding_{at}")) if edge in (None, ir.NO_BORDER) else 0.0)
        for at, edge in (("top", look.top), ("bottom", look.bottom))
    )
    outer, inner = (above, below) if side == "top" else (below, above)
    align = vertical(style)
    at_inner = align == ("bottom" if side == "top" else "top")
    if at_inner:
        return max(0, twips(margin - inner) - line)
    if align in ("top", "bottom"):
        return max(0, twips(outer))
    return max(0, (twips(margin - inner + outer) - line) // 2)
