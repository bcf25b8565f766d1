"""Lowering (stage 7c): the page breaks that CSS asks for or avoids around and inside boxes.

Input: drafts and what their boxes say. Output: the same drafts, whose paragraphs keep to the next
or begin a page: Word knows breaks of paragraphs alone.
"""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, Any

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.drafts import (
    Draft,
    PageBreak,
    ParagraphDraft,
    RowDraft,
    TableDraft,
    first_in_flow,
)
from triplicate.layout.pagenotes import note_reset

if TYPE_CHECKING:
    from collections.abc import Iterable


AVOID = ("avoid", "avoid-page")
BREAKS = ("page", "left", "right", "recto", "verso", "always")


def break_pages(
    drafts: list[Draft], count: int, box: Any, before: PageBreak | None, left: PageBreak | None
) -> PageBreak | None:
    """Begin a page with the drafts of ``box``, those from ``count`` on, or keep them on that above.

    They begin one where what is before the box asks for that: the break that waited ``before`` it,
    if it is ``left`` because nothing in the box has taken it. The box is None for what declares
    nothing. Returns the break that waits for the next one.
    """
    own = drafts[count:]
    first = first_in_flow(own)
    if before is not None and first is not None:
        if before is left:
            _begin_page(first)
            left = None
        first.begins = first.begins or before.section  # of a table, whatever is in its first cell
    if box is None:
        return left
    if first is not None:
        _begin(first, box)
        _keep_with_above(drafts, count, first, box)
    waits = first is None and before is not None and before is left
    if waits or (first is not None and begins_page(first)):
        for draft in takewhile(lambda draft: draft is not first, own):
            draft.leads = True
    return _break_around(box, first is None) or left


def _begin(first: Draft, box: Any) -> None:
    """Note what begins with the first draft of a box: a section, the numbers of notes."""
    for part in (box, *_outer_rows(box, 0)):
        if _declares(part, "break_before") and part.style["break_before"] in BREAKS:
            first.begins = first.begins or section_break(part.style)
    if resets_notes(box.style):
        first.resets_notes = True


def _keep_with_above(drafts: list[Draft], count: int, first: Draft, box: Any) -> None:
    """Keep what is above ``first`` with it where the box, or the first box in it, asks for that."""
    first.joins = first.joins or _avoids(box, "break_before")
    if not first.joins or first.begins or _leaders(first)[0].format.page_break_before:
        return
    above = first_in_flow(drafts[at] for at in range(count - 1, -1, -1))
    if above is not None and above.page == first.page:
        _keep(above)


def _avoids(box: Any, name: str) -> bool:
    return _declares(box, name) and box.style[name] in AVOID


def _declares(box: Any, name: str) -> bool:
    """Whether a box has a value of its own; that around a table has what the table declares."""
    return name in getattr(box.style, "cascaded", ()) or box.is_table_wrapper


def _break_around(box: Any, is_empty: bool) -> PageBreak | None:
    """The page break after a box, or before one that is empty."""
    style = box.style
    for part in (box, *_outer_rows(box, -1)):
        if _declares(part, "break_after") and part.style["break_after"] in BREAKS:
            return PageBreak(section_break(part.style, "break_after"))
    if is_empty and _declares(box, "break_before") and style["break_before"] in BREAKS:
        return PageBreak(section_break(style))
    return None


def _outer_rows(wrapper: Any, at: int) -> list[Any]:
    """The first or last group of rows of a table, as ``at`` is 0 or -1, and its row there.

    They have the breaks around the table, too (CSS Break 3, 3.1), if no caption is between.
    """
    if not wrapper.is_table_wrapper or not hasattr(wrapper.children[at], "column_groups"):
        return []
    groups = wrapper.children[at].children
    return [groups[at], *groups[at].children[at:][:1]] if groups else []


def section_break(style: Any, name: str = "break_before") -> str:
    """Word's type of the section break that a break to a left or right page needs, or ""."""
    odd = {"ltr": "right", "rtl": "left"}[style["direction"]]
    where = style[name]
    if where not in ("left", "right", "recto", "verso"):
        return ""
    return "oddPage" if where in ("recto", odd) else "evenPage"


def _begin_page(draft: Draft) -> None:
    first = _leaders(draft)[0]
    first.format = first.format._replace(page_break_before=True)


def begin_before(draft: Draft, following: Draft) -> None:
    """Let a draft begin the page that the one ``following`` it was to begin."""
    first = leader(following)
    if first is not None and begins_page(following):
        first.format = first.format._replace(page_break_before=False)
        _begin_page(draft)
    draft.begins, following.begins = following.begins, ""


def resets_notes(style: Any) -> bool:
    """Whether a rule for this very element sets the counter of footnotes."""
    declared = getattr(style, "cascaded", {})
    counts = "counter_reset" in declared or "counter_set" in declared
    return counts and note_reset(style) is not None


def share_breaks(drafts: list[Draft], look: ir.ParagraphFormat) -> None:
    """Give a container's breaks to its paragraphs and rows."""
    if look.page_break_before:
        _begin_page(drafts[0])
    if look.keep_lines:
        for draft in drafts:
            _keep_whole(draft, draft is drafts[-1])
    if look.keep_next:
        _keep(drafts[-1])


def table_breaks(around: Any, inner: Any) -> ir.ParagraphFormat:
    """The breaks of a table by the styles of the box around it and its captions, and of its own."""
    return ir.ParagraphFormat(
        keep_next=around["break_after"] in AVOID,
        keep_lines=inner["break_inside"] in AVOID,
        page_break_before=around["break_before"] in BREAKS,
    )


def _keep_whole(draft: Draft, last: bool) -> None:
    """Let no page end in a draft, nor after it unless it is the last."""
    if isinstance(draft, ParagraphDraft):
        draft.format = draft.format._replace(keep_lines=True)
    else:
        draft.rows = [row._replace(whole=True) for row in draft.rows]
    leaders = _leaders(draft)
    for leader in leaders[:-1] if last else leaders:
        leader.format = leader.format._replace(keep_next=True)


def _keep(draft: Draft) -> None:
    """Let no page end after a draft."""
    if isinstance(draft, TableDraft):
        keep_with_next(draft.rows[-1:])
    else:
        draft.format = draft.format._replace(keep_next=True)


def keep_together(drafts: list[Draft]) -> None:
    """Keep the parts of a figure, its pictures and its caption, or of a table, on one page."""
    for draft in drafts[:-1]:
        _keep(draft)


def _leaders(draft: Draft) -> list[ParagraphDraft]:
    """The paragraphs that Word looks at to keep a block with the next: the first of each row."""
    if isinstance(draft, ParagraphDraft):
        return [draft]
    firsts = [row.cells[0].drafts[:1] for row in draft.rows if row.cells]
    return [leader for first in firsts for one in first for leader in _leaders(one)]


def leader(draft: Draft) -> ParagraphDraft | None:
    """The first paragraph of a block, which says whether the block begins a page."""
    while not isinstance(draft, ParagraphDraft):
        cells = draft.rows[0].cells if draft.rows else []
        if not (cells and cells[0].drafts):
            return None
        draft = cells[0].drafts[0]
    return draft


def begins_page(draft: Draft) -> bool:
    """Whether a paragraph or a table is to be the first on its page."""
    first = leader(draft)
    return first is not None and first.format.page_break_before is True


def keeps(table: TableDraft) -> bool:
    """Whether a table keeps with what follows it."""
    leader = _leaders(table)[-1:]
    return bool(leader and leader[0].format.keep_next)


def keep_with_next(rows: Iterable[RowDraft]) -> None:
    """Let no page end after these rows. Word goes by the paragraphs of a row."""
    for row in rows:
        for cell in row.cells:
            for draft in cell.drafts:
                if isinstance(draft, TableDraft):
                    keep_with_next(draft.rows)
                else:
                    draft.format = draft.format._replace(keep_next=True)


def keep_rows(table: TableDraft, boxes: list[tuple[Any, Any]]) -> None:
    """The breaks before the rows of a table; ``boxes`` are those of its rows and their groups."""
    for box in boxes[0] if boxes else ():
        if _declares(box, "break_before") and box.style["break_before"] in BREAKS:
            for cell in table.rows[0].cells[:1]:
                _begin_page(cell.drafts[0])
    for at, ((row, group), (below, other)) in enumerate(pairwise(boxes)):
        same = group is other
        around = [(row, "break_after"), (below, "break_before")]
        if not same:
            around += [(group, "break_after"), (other, "break_before")]
        values = {box.style[name] for box, name in around if _declares(box, name)}
        if not values.isdisjoint(BREAKS):
            for cell in table.rows[at + 1].cells[:1]:
                _begin_page(cell.drafts[0])
        elif not values.isdisjoint(AVOID) or (same and _avoids(group, "break_inside")):
            keep_with_next(table.rows[at : at + 1])
