"""Lowering (stage 7c): references to pages that are not numbered in figures.

Input: sections' drafts, and how their pages are numbered. Output: a warning where the PDF shows
the number of such a page in figures: Word, updating it, shows it as on the page.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from triplicate.editions.docx.lower.drafts import each_paragraph, each_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from triplicate.editions.docx.lower.context import Context
    from triplicate.editions.docx.lower.drafts import Draft


def check_page_numbers(
    stories: Sequence[list[Draft]], formats: Iterable[str], context: Context
) -> None:
    """Report a number in figures of a page that has others; ``formats`` are "" for figures."""
    others = [story for story, name in zip(stories, formats, strict=True) if name]
    anchors: set[str] = set()
    for story in others:
        for draft in each_paragraph(story):
            anchors.update(draft.anchors)
        for table in each_table(story):
            anchors.update(table.anchors)
    if not anchors:
        return
    fields = (
        piece.field
        for draft in chain.from_iterable(map(each_paragraph, stories))
        for piece in draft.pieces
        if piece.field and piece.field.numbers == "decimal"
    )
    found = next((field.anchor for field in fields if field.anchor in anchors), None)
    if found is not None:
        context.report(
            "word-counter",
            "expected page numbers as they are on the page, found figures for that of "
            f'"{found}"; Word will show it otherwise when it updates the field',
            hint="write target-counter() with the style of that page's counter(page)",
        )
