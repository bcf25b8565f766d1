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
from triplicate.editions.docx.lower.pages.marginboxes import PLACES, SHARES, placed, vertical
from triplicate.editions.docx.lower.pages.margincontent import box_run, is_generated
from triplicate.editions.docx.lower.pages.marginlines import written, written_apart

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.context import Context


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
    margin: float,
    context: Context,
) -> Edge | None:
    """The paragraph of the boxes at one side; ``styles`` is by place; None where all are empty.

    ``width`` is that of the text area, ``margin`` that of the side, in pixels.
    """
    used = {p: styles[p] for p in PLACES if p in styles and is_generated(styles[p])}
    if not used:
        return None
    first = next(iter(used.values()))
    run = box_run(first, context)
    look = context.formats.paragraph(first)._replace(before=0, after=0, first_line=0)
    if len({context.formats.paragraph(style).shade for style in used.values()}) > 1:
        message = "expected equal fills for all boxes of an edge, found others"
        context.report("word-margin-box", message)
    look = look._replace(
        top=_shared(used, "top", context),
        left_edge=ir.NO_BORDER,
        bottom=_shared(used, "bottom", context),
        right_edge=ir.NO_BORDER,
        left=0,
        right=0,
    )
    start, center, end = reversed(PLACES) if look.right_to_left else PLACES
    # Word's left and right are where lines begin and end.
    if start in used:
        look = look._replace(left=twips(_inset(used[start], start)))
    if end in used:
        look = look._replace(right=twips(_inset(used[end], end)))
    tabs = []
    if len(used) > 1:
        if center in used:
            tabs.append(ir.Tab("center", twips(width / 2)))
        if end in used:
            tabs.append(ir.Tab("right", twips(width) - (look.right or 0)))
        look = look._replace(align="left", tabs=tuple(tabs))
    order = (start, center, end)
    text = written(used, order, Frame(0.0, 0.0, width), Piece("\t", "", run), context)
    look = _as_high_as(text.pieces, look)
    taken = running.height(text.drafts)
    if text.pieces or not text.drafts:
        taken += height(look, text.lines)
    offset = _offset(first, side, margin, look, taken)
    return Edge(look, run, tuple(text.pieces), offset, text.drafts)


def _as_high_as(pieces: list[Piece], look: ir.ParagraphFormat) -> ir.ParagraphFormat:
    """A line that has room for the pictures in it."""
    tallest = max((piece.picture.height for piece in pieces if piece.picture), default=0)
    if not tallest:
        return look
    return look._replace(line=ir.Line(max(tallest, look.line.pitch if look.line else 0), "atLeast"))


def _shared(used: dict[str, Any], side: str, context: Context) -> ir.Border:
    """The line above or below the boxes of an edge; Word's goes from margin to margin."""
    lines = {border(style, side) for style in used.values()}
    if len(lines) > 1:
        context.report(
            "word-margin-box", "expected equal borders for all boxes of an edge, found others"
        )
    return max(lines, key=lambda line: (line.style != "nil", line.size, line.color))


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
    pieces = tuple(written_apart(style, Frame(0.0, 0.0, width), Piece("", "", run), context))
    parts = "".join(piece.text for piece in pieces).split("\n")
    wide = (context.fonts.width(run, part) * style["font_size"] for part in parts)
    lines = sum(max(1, ceil(part / width)) for part in wide)
    taken = lines * (look.line.pitch if look.line else 0)
    free = max(0, twips(height) - taken)
    spot = ir.Spot(twips(x), twips(y) + round(free * SHARES[vertical(style)]), twips(width))
    none = ir.NO_BORDER
    look = look._replace(left=0, right=0, spot=spot)
    return Aside(look._replace(top=none, bottom=none, left_edge=none, right_edge=none), pieces)


def _inset(style: Any, side: str) -> float:
    return length(computed(style, f"margin_{side}")) + length(computed(style, f"padding_{side}"))


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
