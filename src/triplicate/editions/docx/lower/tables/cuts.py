"""Lowering (stage 7c): rows and cells that are lower than what they hold, or on other pages.

Input: the boxes of rows and cells, and their drafts. Output: reports.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.css.units import TWIPS_PER_PIXEL, computed, known_length
from triplicate.editions.docx.lower.drafts import ParagraphDraft
from triplicate.editions.docx.lower.limits import report_on, report_page_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from triplicate.editions.docx.lower.context import Context
    from triplicate.editions.docx.lower.drafts import CellDraft, Draft

LEAST = 1.0  # pixels
_HEIGHTS = {"max_height", "max_block_size"}


def report_rows(part: Any, cells: Sequence[CellDraft], page: str, context: Context) -> None:
    """Report a row, or a group of rows, that hides its edges, or stands on pages of another name.

    ``page`` is the name of those of the table.
    """
    declared = getattr(part.style, "cascaded", ())
    if "overflow" in declared and part.style["overflow"] == "hidden":
        collapse = part.style["border_collapse"] == "collapse"
        if not collapse and any(_is_outlined(cell.format) for cell in cells):
            message = "expected rows with the borders of their cells, found `overflow: hidden` on"
            report_on(part, "overflow", "word-css", f"{message} <{part.element_tag}>", context)
    if "page" in declared and part.style["page"] != page:
        report_page_name(part.style["page"], part, context)


def _is_outlined(look: ir.CellFormat) -> bool:
    edges = (look.top, look.left, look.bottom, look.right)
    return any(edge not in (None, ir.NO_BORDER) for edge in edges)


def report_cut(cell: Any, drafts: Sequence[Draft], context: Context) -> None:
    """Report a cell that is to be lower than the lines that it has at the least."""
    declared = getattr(cell.style, "cascaded", {})
    if _HEIGHTS.isdisjoint(declared):
        return
    most = known_length(computed(cell.style, "max_height"))
    lines = (d.format.line for d in drafts if isinstance(d, ParagraphDraft))
    if (
        most is not None
        and most < sum(line.pitch for line in lines if line) / TWIPS_PER_PIXEL - LEAST
    ):
        message = f"expected cells as high as their text, found max-height on <{cell.element_tag}>"
        report_on(cell, "max-height", "word-css", message, context)
