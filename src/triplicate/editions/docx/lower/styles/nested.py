"""Lowering (stage 7c): lists in lists, which have Word's own styles List Bullet 2 and the like.

Input: numbered items. Output: the same items, those of inner lists with the style of their depth,
which has the number and the indents of its level: chosen from the gallery it looks like them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from triplicate.editions.docx.lower.css.formats import undirected
from triplicate.editions.docx.lower.styles.known import complete_format
from triplicate.editions.docx.names import LIST_BULLET, LIST_NUMBER, NESTED_LISTS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from triplicate.editions.docx import ir
    from triplicate.editions.docx.lower.drafts import ParagraphDraft
    from triplicate.editions.docx.lower.styles.known import Styles


def style_nested(paragraphs: Iterable[ParagraphDraft], styles: Styles) -> None:
    """Give the items of inner lists the styles of their depth."""
    for draft in paragraphs:
        if draft.style not in (LIST_BULLET, LIST_NUMBER) or not draft.marker or not draft.number:
            continue
        if draft.style not in styles.paragraphs:  # of a style sheet that takes markers off lists
            styles.learn([draft], own=False)
        name = f"{draft.style} {draft.number.level + 1}"
        if name not in NESTED_LISTS:
            continue
        if name not in styles.paragraphs:
            _define(name, draft, draft.number, styles)
        draft.style = name


def _define(name: str, draft: ParagraphDraft, number: ir.Number, styles: Styles) -> None:
    """Define a style by its first item; the margin of one that a list follows is that list's."""
    base = styles.paragraphs[draft.style]
    look = complete_format(draft, own=True)._replace(keep_next=base.paragraph.keep_next)
    look = look._replace(page_break_before=base.paragraph.page_break_before)
    if not look.after:
        look = look._replace(after=base.paragraph.after)
    run = undirected(draft.run)._replace(language=base.run.language)
    styles.paragraphs[name] = base._replace(
        name=name, paragraph=look, run=run, based_on=base.name, number=number
    )
