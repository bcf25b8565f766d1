"""Lowering (stage 7c): running elements, which leave the text for a page's margin.

Input: boxes with ``position: running(name)``. Output: the drafts that ``content: element(name)``
shows in a header or footer.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from triplicate.editions.docx.lower.css.units import twips
from triplicate.editions.docx.lower.drafts import (
    Draft,
    Frame,
    ParagraphDraft,
    Place,
    each_paragraph,
    each_table,
)
from triplicate.editions.docx.lower.numbers.headings import write_number
from triplicate.editions.docx.lower.numbers.markers import write_marker

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.context import Context


def keep(box: Any, context: Context) -> None:
    """Keep a running element for the margins that ask for it."""
    from triplicate.layout.tree import complete

    _, name = box.style["position"]
    if name in context.running:
        context.report(
            "word-running", f"expected one running element of a name, found another {name}"
        )
    else:
        context.running[name] = complete(box)


def running_drafts(style: Any, frame: Frame, context: Context) -> list[Draft]:
    """The drafts of the running elements that a margin box shows.

    They have no bookmarks, for a header is on many pages, and nothing that Word counts or lists.
    """
    drafts: list[Draft] = []
    for kind, value in style["content"]:
        if kind == "element()" and value[0] in context.running:
            drafts += context.block(context.running[value[0]], frame, Place())
    for table in each_table(drafts):
        table.anchors.clear()
    for draft in each_paragraph(drafts):
        draft.anchors.clear()
        draft.contents = None
        write_marker(draft)
        write_number(draft)
    return drafts


def height(drafts: list[Draft]) -> int:
    """About how high drafts are, in twips: text is taken for a line, a row for one of its cells.

    Of the margins between two the larger counts.
    """
    shared = sum(min(above.after, below.before) for above, below in pairwise(drafts))
    return sum(map(_height, drafts)) - twips(shared)


def _height(draft: Draft) -> int:
    around = twips(draft.before + draft.after)
    if not isinstance(draft, ParagraphDraft):
        return around + sum(height(row.cells[0].drafts) for row in draft.rows if row.cells)
    pictures = (piece.picture.height for piece in draft.pieces if piece.picture)
    return around + max([draft.format.line.pitch if draft.format.line else 0, *pictures])
