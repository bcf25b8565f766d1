"""Lowering (stage 7c): what the margin boxes of an edge say, line by line.

Input: the styles of the boxes beside each other. Output: the pieces of one paragraph, in which tab
stops part the boxes, and the drafts of running elements that have their edge for themselves.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Any, NamedTuple

from triplicate.editions.docx.lower.css.units import TWIPS_PER_PIXEL
from triplicate.editions.docx.lower.drafts import (
    Draft,
    Frame,
    ParagraphDraft,
    Piece,
    each_paragraph,
)
from triplicate.editions.docx.lower.pages.marginboxes import vertical
from triplicate.editions.docx.lower.pages.margincontent import content
from triplicate.editions.docx.lower.pages.running import running_drafts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from triplicate.editions.docx import ir
    from triplicate.editions.docx.lower.context import Context

Line = list[Piece]


class Written(NamedTuple):
    """The pieces of a paragraph of some ``lines``, and the drafts above it.

    ``widths`` are those of the longest lines of boxes in pixels, by place; lines can break
    in ``breaking`` ones.
    """

    pieces: list[Piece]
    lines: int
    drafts: list[Draft]
    widths: dict[str, float]
    breaking: frozenset[str]


def written(
    used: Mapping[str, Any],
    order: Sequence[str],
    frame: Frame,
    tab: Piece,
    leads: bool,
    context: Context,
) -> Written:
    """What boxes say, by place, in the ``order`` of places along a line; ``tab`` parts them.

    Where it ``leads``, the first of them has one before it, too.
    """
    said = {place: list(content(style, context)) for place, style in used.items()}
    ran = {place: running_drafts(style, frame, context) for place, style in used.items()}
    drafts = [draft for place in used for draft in ran[place]]
    if len(used) > 1 and all(isinstance(draft, ParagraphDraft) for draft in drafts):
        boxes = {place: [*lines_of(said[place]), *_paragraphs(ran[place])] for place in used}
        drafts = []
    else:
        boxes = {place: lines_of(said[place]) for place in used}
    if drafts and len(used) > 1:
        context.report(
            "word-margin-box", "expected running elements of text beside other margin boxes"
        )
    count = max(map(len, boxes.values()))
    align = vertical(next(iter(used.values())))
    columns = [_filled(boxes[place], count, align) if place in boxes else [] for place in order]
    pieces: list[Piece] = []
    for index, line in enumerate(zip_longest(*columns, fillvalue=None)):
        if index:
            pieces.append(tab._replace(text="\n"))
        for place, part in zip(order, line, strict=True):
            if place in used and (leads or place != order[0]) and len(used) > 1:
                pieces.append(tab)
            pieces += part or ()
    widths = {
        place: max((width_of(line, context) for line in lines), default=0.0)
        for place, lines in boxes.items()
    }
    breaking = frozenset(place for place, lines in boxes.items() if _can_break(lines))
    return Written(pieces, max(count, 1), drafts, widths, breaking)


def _can_break(lines: list[Line]) -> bool:
    """Whether words follow each other in a line."""
    return any(" " in "".join(piece.text for piece in line).strip() for line in lines)


def width_of(line: Line, context: Context) -> float:
    """How wide a line is, in pixels; fields are as wide as what they begin with."""
    total = 0.0
    for piece in line:
        total += piece.picture.width / TWIPS_PER_PIXEL if piece.picture else 0.0
        spacing = (piece.format.spacing or 0) / TWIPS_PER_PIXEL * len(piece.text)
        total += (
            0.0
            if piece.picture
            else context.fonts.pixels(piece.format, piece.text, columns=False) + spacing
        )
    return total


def written_apart(
    style: Any, frame: Frame, around: Piece, context: Context
) -> tuple[list[Piece], ir.ParagraphFormat | None]:
    """What a box in a corner or at a side says: one paragraph, as it stands in a frame.

    Of running elements it has the lines, and their look where they have the box for themselves.
    """
    drafts = running_drafts(style, frame, context)
    if not all(isinstance(draft, ParagraphDraft) for draft in drafts):
        context.report("word-margin-box", "expected running elements of text beside the page")
    blocks = list(each_paragraph(drafts))
    said = lines_of(list(content(style, context)))
    pieces: list[Piece] = []
    for index, line in enumerate([*said, *_paragraphs(blocks)]):
        pieces += [around._replace(text="\n"), *line] if index else line
    return pieces, None if said or not blocks else blocks[0].format


def lines_of(pieces: list[Piece]) -> list[Line]:
    """The lines of text, parted where it is broken on purpose."""
    lines: list[Line] = [[]] if pieces else []
    for piece in pieces:
        first, *others = [piece.text] if piece.field else piece.text.split("\n")
        for index, text in enumerate((first, *others)):
            if index:
                lines.append([])
            if text or piece.field:
                lines[-1].append(piece._replace(text=text))
    return lines


def _paragraphs(drafts: Iterable[Draft]) -> list[Line]:
    return [
        line
        for draft in drafts
        if isinstance(draft, ParagraphDraft)
        for line in lines_of(draft.pieces)
    ]


def _filled(lines: list[Line], count: int, align: str) -> list[Line]:
    """As many lines as the boxes beside this one have; it stands where its edge has it."""
    missing = count - len(lines)
    above = {"top": 0, "bottom": missing}.get(align, missing // 2)
    return [*([[]] * above), *lines, *([[]] * (missing - above))]
