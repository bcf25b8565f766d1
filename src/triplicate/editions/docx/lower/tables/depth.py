"""Lowering (stage 7c): tables that are too deep inside others.

Input: a `TableDraft`. Output: what is in its cells, one below the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from triplicate.editions.docx.lower.limits import MAX_TABLES

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.context import Context
    from triplicate.editions.docx.lower.drafts import Draft, TableDraft


def flattened(draft: TableDraft, context: Context) -> list[Draft]:
    """The drafts of all cells, in the order of reading."""
    context.report(
        "word-table-depth",
        f"expected at most {MAX_TABLES} tables inside each other, found more: the cells of the "
        "others stand one below the other",
    )
    return [inner for row in draft.rows for cell in row.cells for inner in cell.drafts]
