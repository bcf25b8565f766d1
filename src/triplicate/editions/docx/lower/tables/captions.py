"""Lowering (stage 7c): captions, as wide as their tables.

Input: the box around a table and its captions, and the table's draft. Output: them below each
other, in the order of reading.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.css.breaks import BREAKS, keep_together
from triplicate.editions.docx.lower.css.frames import moved
from triplicate.editions.docx.lower.css.units import computed, known_length, twips
from triplicate.editions.docx.lower.drafts import Draft, Frame, ParagraphDraft, Place, TableDraft
from triplicate.editions.docx.lower.limits import report_on, report_page_name
from triplicate.layout.spots import HEIGHTS

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.context import Context

WIDER = 1.02
# Lines break after hyphens, dashes and slashes, and anywhere in East Asian text.
_WORD = re.compile(r"[^\s\-/‐–—\u2e80-\ud7ff\uf900-\uffff]+")


def captioned(
    wrapper: Any, table: TableDraft | None, frame: Frame, context: Context
) -> list[Draft]:
    """The table between its captions, with which it keeps together.

    The wrapper's margins are around all of them, and do not collapse with theirs.
    """
    drafts: list[Draft] = []
    for child in wrapper.children:
        if hasattr(child, "column_groups"):
            if table:
                drafts.append(table)
        else:
            place = moved(child.style, _caption_frame(table, frame))
            caption = context.block(child, place, Place())
            _report_vain(child, context)
            if (name := child.style["page"]) != wrapper.style["page"]:
                report_page_name(name, child, context)
            _fit(caption, table, frame, context)
            drafts += caption
    keep_together(drafts)
    if table and len(drafts) > 1:
        before, after = table.before, table.after
        table.before = table.after = 0.0
        drafts[0].before += before
        drafts[-1].after += after
    return drafts


def _report_vain(caption: Any, context: Context) -> None:
    """Report a caption that is not as high as its text, or not on the page of its table."""
    declared = getattr(caption.style, "cascaded", ())
    if "break_after" in declared and caption.style["break_after"] in BREAKS:
        message = "expected captions on the page of their table, found break-after on <caption>"
        report_on(caption, "break-after", "word-css", message, context)
    for name, logical in HEIGHTS.items():
        if {name, logical} & set(declared) and known_length(computed(caption.style, name)):
            written = (name if name in declared else logical).replace("_", "-")
            message = f"expected captions as high as their text, found {written} on <caption>"
            report_on(caption, written, "word-css", message, context)


def _caption_frame(table: TableDraft | None, frame: Frame) -> Frame:
    """A caption is as wide as its table, where that is known before layout."""
    if table is None or not table.fixed or table.align:
        return frame
    before, after = table.outside
    width = sum(table.widths) + before + after
    begin = table.left - (after if table.right_to_left else before)
    end = sum(frame) - begin - width
    return Frame(end, begin, width) if table.right_to_left else Frame(begin, end, width)


def _fit(caption: list[Draft], table: TableDraft | None, frame: Frame, context: Context) -> None:
    """Let a caption be as wide as the layout will make its table, and as its longest word."""
    if table is None:
        return
    room = twips(frame.left + frame.width + frame.right)
    for draft in caption:
        if not isinstance(draft, ParagraphDraft):
            continue
        look, least = draft.format, _longest_word(draft, context)
        left, right = look.left or 0, look.right or 0
        if table.fact is None or (table.fixed and not table.align):
            draft.format = look._replace(right=min(right, max(0, room - left - least)))
            continue
        edges = twips(frame.left + table.outside[0]), twips(frame.right + table.outside[1])
        draft.over = ir.Over(
            table.fact,
            len(table.widths),
            twips(table.gap),
            table.align,
            twips(table.left),
            room,
            (left - edges[0], right - edges[1]),
            least,
            twips(table.stop),
        )


def _longest_word(draft: ParagraphDraft, context: Context) -> int:
    """The room in twips of what CSS does not break in a caption, and Word would."""
    longest = word = 0.0
    for piece in draft.pieces:
        end = 0
        for found in _WORD.finditer(piece.text):
            # What begins a piece may go on with the word of the one before.
            word = word if found.start() == 0 else 0.0
            word += context.fonts.pixels(piece.format, found[0])
            longest, end = max(longest, word), found.end()
        word = word if end == len(piece.text) else 0.0
    # Other programs set words a little wider, without kerning.
    return twips(longest * WIDER)
