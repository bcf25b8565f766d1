"""Lowering (stage 7c): the page breaks that CSS asks for or avoids around and inside boxes.

Input: drafts and what their boxes say. Output: the same drafts, whose paragraphs keep to the next
or begin a page: Word knows breaks of paragraphs alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx.lower.css.formats import BREAKS
from triplicate.editions.docx.lower.drafts import Draft, ParagraphDraft, RowDraft, TableDraft
from triplicate.layout.pagenotes import note_reset

if TYPE_CHECKING:
    from collections.abc import Iterable

    from triplicate.editions.docx import ir


def breaks_after(box: Any) -> bool:
    """Whether a page ends with a box."""
    declared = getattr(box.style, "cascaded", ())
    return "break_after" in declared and box.style["break_after"] in BREAKS


def break_before(draft: Draft, ended: Any) -> None:
    """Let a page begin with a draft after a box whose style has ``ended`` one."""
    leader = _leaders(draft)[0]
    leader.format = leader.format._replace(page_break_before=True)
    draft.begins = draft.begins or section_break(ended, "break_after")


def section_break(style: Any, name: str = "break_before") -> str:
    """Word's type of the section break that a break to a left or right page needs, or ""."""
    odd = {"ltr": "right", "rtl": "left"}[style["direction"]]
    where = style[name]
    if where not in ("left", "right", "recto", "verso"):
        return ""
    return "oddPage" if where in ("recto", odd) else "evenPage"


def resets_notes(style: Any) -> bool:
    """Whether a rule for this very element sets the counter of footnotes."""
    declared = getattr(style, "cascaded", {})
    counts = "counter_reset" in declared or "counter_set" in declared
    return counts and note_reset(style) is not None


def share_breaks(drafts: list[Draft], look: ir.ParagraphFormat) -> None:
    """Give a container's breaks to its paragraphs."""
    if look.page_break_before:
        first = _leaders(drafts[0])[0]
        first.format = first.format._replace(page_break_before=True)
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
