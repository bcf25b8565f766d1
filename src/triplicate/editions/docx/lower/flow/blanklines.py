"""Lowering (stage 7c): lines without words between blocks, which are there for the room they take.

Input: the drafts of a container as they come. Output: the same with that room in the margins of the
others: an empty paragraph is in the way of editors, and no style keeps its height.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx.lower.arranged.heights import add_room
from triplicate.editions.docx.lower.css.outlines import edges_of
from triplicate.editions.docx.lower.css.units import TWIPS_PER_PIXEL
from triplicate.editions.docx.lower.drafts import Draft, ParagraphDraft, first_in_flow, last_in_flow
from triplicate.editions.docx.lower.neighbours import AFTER_TABLE
from triplicate.editions.docx.lower.text.spaces import KEPT

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.context import Context
    from triplicate.editions.docx.lower.drafts import Piece

BLANKS = " \t\n\xa0\u200b"


def is_wordless(drafts: list[Draft], context: Context) -> bool:
    """Whether drafts are one paragraph that shows nothing but a marker, and sets no string."""
    first = drafts[0] if len(drafts) == 1 else None
    if not isinstance(first, ParagraphDraft) or not all(map(_shows_nothing, first.pieces)):
        return False
    return all(sources[-1].draft is not first for sources in context.strings.values())


class BlankLines:
    """The blank lines of a container that no draft has the room of yet."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._first: ParagraphDraft | None = None
        self._height = 0.0
        self._after = 0.0

    def take(self, drafts: list[Draft], count: int, child: Any) -> bool:
        """Take the draft of ``child``, the only one from ``count`` on, if it is a blank line."""
        if not is_wordless(drafts[count:], self._context) or not _is_line(drafts[count], child):
            return False
        draft = drafts.pop()
        assert isinstance(draft, ParagraphDraft)
        if self._first is None:
            above = last_in_flow(drafts).after if drafts else 0.0
            distance = max(0.0, draft.before - above)
        else:
            distance = max(self._after, draft.before)
        self._height += distance + _height(draft)
        self._after = draft.after
        self._first = self._first or draft
        self._context.anchors += draft.anchors
        self._context.runs[:0] = draft.runs
        return True

    def give(self, drafts: list[Draft], count: int) -> None:
        """Put the room before the drafts from ``count`` on, where one is in the flow."""
        first = first_in_flow(drafts[count:])
        if self._first is None or first is None:
            return
        first.before = max(first.before, self._after)
        add_room(drafts, count, self._height)
        self._first, self._height, self._after = None, 0.0, 0.0

    def rest(self, drafts: list[Draft]) -> None:
        """Put the room after the last draft; where there is none, the first blank line stays.

        Text of no size (``font-size: 0``) is not even that.
        """
        if self._first is None:
            return
        if drafts:
            last = last_in_flow(drafts)
            last.after = max(last.after, self._after) + self._height
        elif self._first.pieces or self._height > 0:
            self._first.anchors = self._context.take_anchors()
            drafts.append(self._first)


def _is_line(draft: Draft, child: Any) -> bool:
    if not isinstance(draft, ParagraphDraft) or draft.style == AFTER_TABLE.name:
        return False
    if draft.marker or draft.floating or draft.clear or draft.begins or draft.page:
        return False
    if draft.number_span or draft.contents or draft.columns or draft.resets_notes:
        return False
    look = draft.format
    if look.page_break_before or look.shade or any(e.style != "nil" for e in edges_of(look)):
        return False
    return child.style["white_space"] not in KEPT


def _shows_nothing(piece: Piece) -> bool:
    look = piece.format
    if piece.picture or piece.field or piece.note or piece.inset or piece.role or piece.link:
        return False
    if piece.sets or piece.leader or look.shade or look.underline not in (None, "none"):
        return False
    return not piece.text.strip(BLANKS) and (look.border is None or look.border.style == "nil")


def _height(draft: ParagraphDraft) -> float:
    """The height of the lines in pixels."""
    lines = 1 + sum(piece.text.count("\n") for piece in draft.pieces)
    return lines * (draft.format.line.pitch if draft.format.line else 0) / TWIPS_PER_PIXEL
