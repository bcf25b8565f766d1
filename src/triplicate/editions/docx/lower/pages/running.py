"""Lowering (stage 7c): running elements, which leave the text for a page's margin.

Input: boxes with ``position: running(name)``. Output: the drafts that ``content: element(name)``
shows in a header or footer.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from triplicate.editions.docx.lower.css.units import twips
from triplicate.editions.docx.lower.drafts import (
    Draft,
    Frame,
    ParagraphDraft,
    Place,
    Shown,
    each_paragraph,
    each_table,
)
from triplicate.editions.docx.lower.limits import place_of_match
from triplicate.editions.docx.lower.numbers.headings import write_number
from triplicate.editions.docx.lower.numbers.markers import write_marker

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.context import Context

UNKNOWN = Shown(0, None, sets=True, at_once=False)  # of one in a table's cell


def keep(box: Any, context: Context) -> None:
    """Keep a running element for the margins that ask for it, and note where it is."""
    from triplicate.layout.tree import complete

    _, name = box.style["position"]
    boxes = context.running.setdefault(name, [])
    context.runs.append((name, len(boxes)))
    boxes.append(complete(box))


def running_drafts(style: Any, frame: Frame, context: Context) -> list[Draft]:
    """The drafts of the running elements that a margin box shows.

    They have no bookmarks, for a header is on many pages, and nothing that Word counts or lists.
    """
    drafts: list[Draft] = []
    for box in running_boxes(style, context):
        with context.beside_the_flow():
            drafts += context.block(box, frame, Place())
    context.runs.clear()
    for table in each_table(drafts):
        table.anchors.clear()
    for draft in each_paragraph(drafts):
        draft.anchors.clear()
        draft.contents = None
        write_marker(draft)
        write_number(draft)
    return drafts


def running_boxes(style: Any, context: Context) -> list[Any]:
    """The running elements that a margin box shows on the pages that are read."""
    asked = [value for kind, value in style["content"] if kind == "element()"]
    boxes = (_shown(value[0], value[-1], context) for value in asked)
    return [box for box in boxes if box is not None]


def _shown(name: str, keyword: str, context: Context) -> Any:
    """The running element of a name on the pages that are read, None for none."""
    boxes = context.running.get(name)
    if not boxes:
        return None
    here = context.shown.get(name, UNKNOWN)
    place = here.place
    if keyword not in ("first", "last"):
        if here.sets and not here.at_once:
            _report_keyword(name, keyword, context)
        set_here = here.at_once and context.first_page
        if keyword == "all-once":
            place = here.place if set_here else None
        elif set_here:
            # WeasyPrint 70 takes no element for the first on its page.
            place = here.before if keyword == "start" else None
    return None if place is None else boxes[place]


def _report_keyword(name: str, keyword: str, context: Context) -> None:
    context.report(
        "word-running",
        f"expected running elements before the text of a section, found `element({name}, "
        f"{keyword})` of others",
        "begin the pages of the element with `break-before: page`",
        place_of_match(rf"element\(\s*{re.escape(name)}\s*,", context.tree.stylesheet),
    )


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
