"""Lowering (stage 7c): the page breaks that CSS asks for or avoids around and inside boxes.

Input: drafts and what their boxes say. Output: the same drafts, whose paragraphs keep to the next
or begin a page: Word knows breaks of paragraphs alone.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from triplicate.editions.docx.lower.drafts import (
    Draft,
    ParagraphDraft,
    RowDraft,
    TableDraft,
    in_flow,
)
from triplicate.layout.pagenotes import note_reset

if TYPE_CHECKING:
    from collections.abc import Iterable

    from triplicate.editions.docx import ir

BREAKS = ("page", "left", "right", "recto", "verso", "always")


def section_break(style: Any, name: str = "break_before") -> str:
    """Word's type of the section break that a break to a left or right page needs, or ""."""
    odd = {"ltr": "right", "rtl": "left"}[style["direction"]]
    where = style[name]
    if where not in ("left", "right", "recto", "verso"):
        return ""
    return "oddPage" if where in ("recto", odd) else "evenPage"


def end_page(drafts: list[Draft], box: Any) -> None:
    """Note that a page ends after the drafts of a box, where its style says so."""
    style = box.style
    declared = box.is_table_wrapper or "break_after" in getattr(style, "cascaded", ())
    if drafts and declared and style["break_after"] in BREAKS:
        in_flow(drafts)[-1].ends = section_break(style, "break_after") or "page"


def begin_pages(drafts: list[Draft]) -> None:
    """Begin a page with what follows a box after which one ends: Word has no break after."""
    for before, after in pairwise(in_flow(drafts)):
        if before.ends:
            _begin_page(after)
            after.begins = after.begins or before.ends.replace("page", "")


def _begin_page(draft: Draft) -> None:
    first = _leaders(draft)[0]
    first.format = first.format._replace(page_break_before=True)


def resets_notes(style: Any) -> bool:
    """Whether a rule for this very element sets the counter of footnotes."""
    declared = getattr(style, "cascaded", {})
    counts = "counter_reset" in declared or "counter_set" in declared
    return counts and note_reset(style) is not None


def share_breaks(drafts: list[Draft], look: ir.ParagraphFormat) -> None:
    """Give a container's breaks to its paragraphs."""
    if look.page_break_before:
        _begin_page(drafts[0])
    keeping = drafts[:-1] if look.keep_lines else []
    for draft in keeping + (drafts[-1:] if look.keep_next else []):
        for leader in _leaders(draft):
            leader.format = leader.format._replace(keep_next=True)


def _leaders(draft: Draft) -> list[ParagraphDraft]:
    """The paragraphs that Word looks at to keep a block with the next: the first of each row."""
    if isinstance(draft, ParagraphDraft):
        return [draft]
    rows = [row for row in draft.rows if row.cells]
    return [leader for row in rows for leader in _leaders(row.cells[0].drafts[0])]


def keep_with_next(rows: Iterable[RowDraft]) -> None:
    """Let no page end after these rows. Word goes by the paragraphs of a row."""
    for row in rows:
        for cell in row.cells:
            for draft in cell.drafts:
                if isinstance(draft, TableDraft):
                    keep_with_next(draft.rows)
                else:
                    draft.format = draft.format._replace(keep_next=True)
