"""Lowering (stage 7c): boxes with borders or a fill around what they hold.

Input: the drafts of a box's content. Output: the same paragraphs with equal borders and fill,
which Word joins to one box; where they are not alike, a table of one cell. What Word cannot show
of a box is in `limits`.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower import roles
from triplicate.editions.docx.lower.boxes.dressed import dress, layout_table
from triplicate.editions.docx.lower.boxes.wrappers import is_wrapper
from triplicate.editions.docx.lower.css.borders import MAX_SPACE
from triplicate.editions.docx.lower.css.frames import inside
from triplicate.editions.docx.lower.css.outlines import (
    PAPER,
    POINTS_PER_PIXEL,
    bordered,
    edges_of,
    with_edges,
)
from triplicate.editions.docx.lower.css.room import BOTTOM, LEFT, RIGHT, TOP, Room, without
from triplicate.editions.docx.lower.css.units import length, twips
from triplicate.editions.docx.lower.drafts import (
    CellDraft,
    Draft,
    Frame,
    ParagraphDraft,
    RowDraft,
    TableDraft,
    in_flow,
)
from triplicate.editions.docx.lower.limits import MAX_TABLES
from triplicate.editions.docx.lower.neighbours import with_margins

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.context import Context

MAX_DEPTH = 10  # boxes in boxes; Word grows slow with tables nested deeper
# The canvas takes the fill of these.
CANVAS = ("html", "body")


def is_boxed(box: Any, look: ir.ParagraphFormat, depth: int, context: Context) -> bool:
    """Whether a container shows; ``depth`` is the number of those around it."""
    if box.element_tag in CANVAS or not hasattr(box.style, "cascaded"):
        return False
    paper = PAPER if not depth else ""
    if look.shade in ("", paper) and all(edge.style == "nil" for edge in edges_of(look)):
        return False
    if not depth and is_wrapper(box, look, context):
        return False
    if depth == MAX_DEPTH or context.tables >= MAX_TABLES:
        context.report(
            "word-box-depth",
            f"expected at most {MAX_DEPTH} boxes with borders or a fill inside each other, "
            f"found more at <{box.element_tag}>",
        )
        return False
    return True


def contain(
    drafts: list[Draft],
    box: Any,
    look: ir.ParagraphFormat,
    frame: Frame,
    context: Context,
    free: float = 0.0,
) -> list[Draft]:
    """The drafts of a container that shows, the box drawn around them and its margins outside.

    ``frame`` is the one that the box itself stands in; the drafts are indented for its inside. A
    box that goes over pages of other names is drawn on each, open where it is broken. Below them
    ``free`` pixels of it are empty.
    """
    parts = [list(part) for _, part in groupby(drafts, key=_page_name)]
    sliced = box.style["box_decoration_break"] == "slice"
    made: list[Draft] = []
    for index, part in enumerate(parts):
        page, around = part[0].page, frame
        if page is not None:
            around = context.areas.frame_around(box.style, page.name)
        ends = (index == 0, index == len(parts) - 1) if sliced else (True, True)
        below = free if index == len(parts) - 1 else 0.0
        drawn = _contain(part, box, look, around, context, ends, below)
        for draft in drawn:
            draft.page = page
        made += drawn
    return made


def _page_name(draft: Draft) -> str | None:
    return draft.page.name if draft.page is not None else None


def _contain(
    drafts: list[Draft],
    box: Any,
    look: ir.ParagraphFormat,
    frame: Frame,
    context: Context,
    ends: tuple[bool, bool],
    free: float,
) -> list[Draft]:
    """A part of a container; ``ends`` tells whether it begins and whether it ends here."""
    room = context.formats.room(box.style)
    begins, closes = ends
    if not begins:
        room, look = without(room, TOP), look._replace(top=ir.NO_BORDER)
    if not closes:
        room, look = without(room, BOTTOM), look._replace(bottom=ir.NO_BORDER)
    inner = inside(room, frame)
    paddings = [length(padding, frame.width) for padding in room.padding]
    spaces = list(paddings)
    open_sides = [not paddings[side] and not room.edge[side] for side in range(4)]
    open_sides[BOTTOM] = open_sides[BOTTOM] and not free
    flowing = in_flow(drafts)
    outer = [_taken(flowing, side, spaces, open_sides) for side in (TOP, BOTTOM)]
    paddings = [min(pair) for pair in zip(paddings, spaces, strict=True)]
    spaces[BOTTOM] += free
    near = max(spaces) * POINTS_PER_PIXEL <= MAX_SPACE
    if near and not box.is_floated() and _are_alike(drafts, inner):
        made = _joined(drafts, box, look, spaces)
    elif bare := layout_table(drafts):
        made = [dress(bare, look, spaces, list(room.edge), inner)]
    else:
        flowing[0].before = spaces[TOP] - paddings[TOP]
        flowing[-1].after = spaces[BOTTOM] - paddings[BOTTOM]
        made = [_table(drafts, box, look, room, paddings, inner)]
    margins = [length(room.margin[side], frame.width) for side in (TOP, BOTTOM)]
    above, below = min(margins[0], outer[0][1]), min(margins[1], outer[1][1])
    made[0].before = max(margins[0], outer[0][0]) + above
    made[-1].after = max(margins[1], outer[1][0]) + below
    made[0].above = made[0].negative_before = above
    made[-1].below = made[-1].negative_after = below
    return made


def _taken(
    drafts: list[Draft], side: int, spaces: list[float], open_sides: list[bool]
) -> tuple[float, float]:
    """Take the outermost space off the drafts; the largest margin and the most negative one.

    These collapse to the outside, or are 0.
    """
    draft = drafts[0] if side == TOP else drafts[-1]
    if side == TOP:
        margin, part, negative = draft.before, draft.above, draft.negative_before
        draft.before = draft.above = draft.negative_before = 0.0
    else:
        margin, part, negative = draft.after, draft.below, draft.negative_after
        draft.after = draft.below = draft.negative_after = 0.0
    if not open_sides[side]:
        spaces[side] = max(0.0, spaces[side] + margin)
        return 0.0, 0.0
    outer = margin - min(part, margin)
    spaces[side] += max(0.0, margin - outer - negative)
    return outer, negative


def _are_alike(drafts: list[Draft], inner: Frame) -> bool:
    """Whether Word would draw one box around all, as wide as the container."""
    indents = {(twips(inner.left), twips(inner.right)), (twips(inner.right), twips(inner.left))}
    first = drafts[0]
    return all(
        isinstance(draft, ParagraphDraft)
        and draft.marker is None
        and draft.floating is None
        and (draft.format.first_line or 0) >= 0
        and (draft.format.left, draft.format.right) in indents
        and not draft.format.shade
        and all(edge.style == "nil" for edge in edges_of(draft.format))
        and isinstance(first, ParagraphDraft)
        and draft.format.left == first.format.left
        for draft in drafts
    )


def _joined(
    drafts: list[Draft], box: Any, look: ir.ParagraphFormat, spaces: list[float]
) -> list[Draft]:
    """Equal borders and fill for all: Word draws one box around neighbours that have these."""
    edges = bordered(look, spaces, len(drafts) > 1)
    for draft in drafts:
        assert isinstance(draft, ParagraphDraft)
        draft.format = with_edges(draft.format._replace(shade=look.shade), edges)
        draft.box = box
    return drafts


def _table(
    drafts: list[Draft],
    box: Any,
    look: ir.ParagraphFormat,
    room: Room,
    paddings: list[float],
    inner: Frame,
) -> TableDraft:
    """A table of one cell, as wide as the box with its borders."""
    around = [paddings[side] + room.edge[side] for side in range(4)]
    left, right = inner.left - around[LEFT], inner.right - around[RIGHT]
    _shift(drafts, inner)
    top_edge, right_edge, bottom_edge, left_edge = (e._replace(space=0) for e in edges_of(look))
    padding = (
        twips(paddings[TOP]),
        twips(around[RIGHT]),
        twips(paddings[BOTTOM]),
        twips(around[LEFT]),
    )
    cell = ir.CellFormat(
        top_edge, left_edge, bottom_edge, right_edge, look.shade or "", padding, "top"
    )
    held = with_margins(cell, in_flow(drafts))
    return TableDraft(
        roles.BOX,
        [RowDraft([CellDraft(drafts, held, 0, 1, 1)], False, look.keep_lines is True)],
        [inner.width + around[LEFT] + around[RIGHT]],
        right if look.right_to_left else left,
        box.element,
        fills=room.width == "auto",
        right_to_left=bool(look.right_to_left),
        joins=in_flow(drafts)[0].joins,
    )


def _shift(drafts: list[Draft], inner: Frame) -> None:
    """Measure indents from the box, not from the page."""
    for draft in drafts:
        if draft.floating:
            left, right = draft.floating.left, draft.floating.right
            draft.floating = draft.floating._replace(
                left=left - twips(inner.left), right=right - twips(inner.right)
            )
            continue
        if isinstance(draft, TableDraft):
            draft.left -= inner.right if draft.right_to_left else inner.left
            continue
        look = draft.format
        begin, end = (inner.right, inner.left) if look.right_to_left else (inner.left, inner.right)
        stops = look.tabs or ()
        draft.format = look._replace(
            left=(look.left or 0) - twips(begin),
            right=(look.right or 0) - twips(end),
            tabs=tuple(stop._replace(position=stop.position - twips(begin)) for stop in stops),
        )
