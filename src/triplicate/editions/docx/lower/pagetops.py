"""Lowering (stage 7c): tables and boxes drawn as tables that begin a page.

Input: the drafts of a section. Output: the same, with a paragraph of 1 pt before each such table,
for Word's tables have no space above them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from triplicate.editions.docx.lower.css.breaks import begins_page, leader
from triplicate.editions.docx.lower.css.units import TWIPS_PER_PIXEL
from triplicate.editions.docx.lower.drafts import Draft, ParagraphDraft, TableDraft, in_flow
from triplicate.editions.docx.lower.neighbours import AFTER_TABLE

if TYPE_CHECKING:
    from collections.abc import Iterator


def lead_tables(drafts: list[Draft], begins: bool) -> Iterator[Draft]:
    """The drafts with what stands above tables; the first one ``begins`` a page of itself.

    The paragraph has the space above the table, and its page break.
    """
    first = in_flow(drafts)[:1]
    for draft in drafts:
        if isinstance(draft, TableDraft) and draft.floating is None:
            breaks = begins_page(draft)
            if breaks or (begins and draft is first[0]):
                yield from _lead(draft, breaks)
        yield draft


def _lead(table: TableDraft, breaks: bool) -> Iterator[ParagraphDraft]:
    look = AFTER_TABLE.paragraph
    assert look.line
    space = table.before - look.line.pitch / TWIPS_PER_PIXEL
    # LibreOffice does not look for page breaks in tables inside of others.
    hidden = breaks and isinstance(table.rows[0].cells[0].drafts[0], TableDraft)
    if space <= 0 and not hidden:
        return
    if breaks and (first := leader(table)):
        first.format = first.format._replace(page_break_before=False)
    table.before = 0.0
    yield ParagraphDraft(
        AFTER_TABLE.name,
        look._replace(page_break_before=breaks or None),
        AFTER_TABLE.run,
        [],
        table.element,
        after=max(0.0, space),
        page=table.page,
        columns=table.columns,
    )
