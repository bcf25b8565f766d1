"""Lowering (stage 7c): the page breaks that CSS asks for or avoids around and inside boxes.

Input: drafts and what their boxes say. Output: the same drafts, whose paragraphs keep to the next
or begin a page: Word knows breaks of paragraphs alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx.lower.drafts import (
    Draft,
    PageBreak,
    ParagraphDraft,
    RowDraft,
    TableDraft,
)
from triplicate.layout.pagenotes import note_reset

if TYPE_CHECKING:
    from collections.abc import Iterable

    from triplicate.editions.docx import ir

BREAKS = ("page", "left", "right", "recto", "verso", "always")


def break_pages(
    drafts: list[Draft], box: Any, before: PageBreak | None, left: PageBreak | None
) -> PageBreak | None:
    """Begin a page with the drafts of ``box`` where what is before it asks for that.

    That is the break that waited ``before`` the box, if it is ``left`` because nothing in the box
    has taken it. Returns the break that waits for the next box.
    """
    flowing = [draft for draft in drafts if draft.floating is None]
    if before is not None and before is left and flowing:
        _begin_page(flowing[0])
        flowing[0].begins = flowing[0].begins or before.section
        left = None
    return _break_around(box, not flowing) or left


def _break_around(box: Any, is_empty: bool) -> PageBreak | None:
    """The page break after a box, or before one that is empty."""
    style, declared = box.style, getattr(box.style, "cascaded", ())
    # The box around a table has the breaks that the table declares.
    if ("break_after" in declared or box.is_table_wrapper) and style["break_after"] in BREAKS:
        return PageBreak(section_break(style, "break_after"))
    if is_empty and "break_before" in declared and style["break_before"] in BREAKS:
        return PageBreak(section_break(style))
    return None


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
