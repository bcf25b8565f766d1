"""Lowering (stage 7c): what tables and what floats ask of the paragraphs around them.

Input: drafts one below the other. Output: the same with other margins; the paragraph that Word
needs where none is.
"""

from __future__ import annotations

from itertools import pairwise

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.css.breaks import begins_page
from triplicate.editions.docx.lower.css.units import twips
from triplicate.editions.docx.lower.drafts import (
    Draft,
    ParagraphDraft,
    Piece,
    TableDraft,
    in_flow,
)

AFTER_TABLE = ir.Style(
    "After Table",
    "paragraph",
    # Word needs a paragraph between tables and at the end; 1 pt is the least that it can be.
    ir.ParagraphFormat(line=ir.Line(20, "exact"), before=0, after=0),
    ir.RunFormat(size=2),
    "Normal",
)
SEEN = 1.0  # pixels that blocks stand over each other


def is_text(block: ir.Block) -> bool:
    """Whether a block is a paragraph in the flow, in which a cell may end."""
    return isinstance(block, ir.Paragraph) and block.floating is None


def after_table(margin: float, keeps: bool = False) -> ir.Paragraph:
    """The paragraph that Word needs after a table, with a margin in pixels before what follows.

    It ``keeps`` with that where the table does.
    """
    line = AFTER_TABLE.paragraph.line
    before = twips(margin) - (line.pitch if line else 0)
    look = ir.ParagraphFormat(before=before if before > 0 else None, keep_next=keeps or None)
    return ir.Paragraph(AFTER_TABLE.name, format=look)


def holds_float(draft: Draft) -> bool:
    """Whether a picture floats beside the text of a paragraph."""
    if not isinstance(draft, ParagraphDraft):
        return False
    return any(piece.picture and piece.picture.beside for piece in draft.pieces)


def move_margins_up(drafts: list[Draft], has_floats: bool) -> None:
    """Let a paragraph that something floats beside begin with its text, not with its margin.

    The top of that paragraph, by which programs place what floats, includes the margin.
    """
    above: Draft | None = None
    floats: list[Draft] = []
    for draft in drafts:
        if draft.floating:
            if draft.floating.on_page is None:
                floats.append(draft)
            continue
        pictured = has_floats and holds_float(draft)
        if (
            (floats or pictured)
            and not begins_page(draft)
            and isinstance(above, ParagraphDraft)
            and isinstance(draft, ParagraphDraft)
        ):
            above.after, draft.before = max(above.after, draft.before), 0.0
        for one in floats:
            assert one.floating
            one.floating = one.floating._replace(down=twips(draft.before))
        if pictured and draft.before > 0:
            assert isinstance(draft, ParagraphDraft)
            draft.pieces = [_lowered(piece, twips(draft.before)) for piece in draft.pieces]
        above, floats = draft, []


def _lowered(piece: Piece, by: int) -> Piece:
    """A piece whose picture, if it floats, stands ``by`` twips lower."""
    if piece.picture is None or piece.picture.beside is None:
        return piece
    beside = piece.picture.beside
    top, right, bottom, left = beside.distances
    placed = beside._replace(distances=(top + by, right, bottom, left))
    return piece._replace(picture=piece.picture._replace(beside=placed))


def end_page(above: Draft, below: Draft) -> None:
    """Let the space before what begins a page or a column be as high as in CSS.

    Word takes the space after the paragraph above off it, although a break is between them.
    """
    if isinstance(above, ParagraphDraft) and isinstance(below, ParagraphDraft) and below.before:
        above.after = 0.0


def begin_columns(above: Draft, below: Draft) -> None:
    """Let columns begin below both margins: none collapses through their edge (Multi-column 3).

    What is above them has the space of both, for that is above all of the columns.
    """
    if isinstance(above, ParagraphDraft) and isinstance(below, ParagraphDraft):
        above.after = max(0.0, above.after) + max(0.0, below.before)


def settle_breaks(drafts: list[Draft]) -> None:
    """Settle the margins around page breaks, and those below lists of contents.

    The last paragraph of a list's field leaves what follows the space between them: the entries,
    which Word makes anew, have that of their styles.
    """
    for here, following in pairwise(in_flow(drafts)):
        if isinstance(here, ParagraphDraft) and _ends_list(here, following):
            if not begins_page(following):
                following.before = max(following.before, here.after) - here.own_after
            here.after = here.own_after
        elif begins_page(following) or getattr(following, "breaks_column", False):
            end_page(here, following)


def _ends_list(here: ParagraphDraft, following: Draft) -> bool:
    """Whether a paragraph is the last of a list of contents, and text follows."""
    if here.contents is None or not isinstance(following, ParagraphDraft):
        return False
    return following.contents is not here.contents


def part_neighbours(drafts: list[Draft]) -> list[Draft]:
    """Add what collapses with no margin to the distance of neighbours: Word takes the larger.

    Of negative margins the most negative one is taken off (CSS 2.1, 8.3.1), so not both.
    A table's neighbour and the one that needs more of it have all of the distance. Returns the
    drafts that negative margins let stand over the ones before.
    """
    over: list[Draft] = []
    for here, following in pairwise(in_flow(drafts)):
        below, above = min(here.below, here.after), min(following.above, following.before)
        if not (below or above) or begins_page(following):
            continue
        distance = max(here.after - below, following.before - above) + below + above
        distance -= max(here.negative_after, following.negative_before)
        if distance <= -SEEN:
            over.append(following)
        distance = max(0.0, distance)
        here.after, following.before = min(here.after, distance), min(following.before, distance)
        to_table = isinstance(following, TableDraft)
        if isinstance(here, ParagraphDraft) and (below > above or to_table):
            here.after = distance
        else:
            following.before = distance
    return over


def spread_table_margins(drafts: list[Draft]) -> None:
    """Word's tables have no margins: their neighbours take them over, but not on another page."""
    for here, following in pairwise(in_flow(drafts)):
        if isinstance(here, TableDraft) and isinstance(following, ParagraphDraft):
            if not begins_page(following):
                following.before = max(following.before, here.after)
        elif isinstance(following, TableDraft) and isinstance(here, ParagraphDraft):
            here.after = max(here.after, following.before)


def with_margins(look: ir.CellFormat, drafts: list[Draft]) -> ir.CellFormat:
    """The look of a cell that takes the margins of tables at its top and bottom, who have none."""
    if not any(isinstance(draft, TableDraft) for draft in drafts):
        return look
    flowing = in_flow(drafts)
    first, last = flowing[0], flowing[-1]
    above = below = 0
    if isinstance(first, TableDraft):
        above, first.before = twips(first.before), 0.0
    if isinstance(last, TableDraft):
        below, last.after = twips(last.after), 0.0
    if not look.padding or not (above or below):
        return look
    top, right, bottom, left = look.padding
    return look._replace(padding=(top + above, right, bottom + below, left))
