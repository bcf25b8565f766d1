"""Lowering (stage 7c): text in columns, which are sections of the page in Word.

Input: a box with `columns`. Output: how many there are and how wide; the same drafts, which know
the columns that they are in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx.lower.arranged.cells import is_shown
from triplicate.editions.docx.lower.css.units import color, computed, known_length, length
from triplicate.editions.docx.lower.drafts import (
    Columns,
    Draft,
    Frame,
    ParagraphDraft,
    Place,
    in_flow,
)
from triplicate.editions.docx.lower.limits import report_on
from triplicate.layout.spots import HEIGHTS

if TYPE_CHECKING:
    from collections.abc import Container

    from triplicate.editions.docx.lower.context import Context

MOST = 45  # columns that Word takes
RULES = ("none", "hidden")
BLACK = "000000"
THIN = 2.0  # pixels


def text_columns(box: Any, frame: Frame, place: Place, context: Context) -> Columns | None:
    """The columns of a box whose inside is ``frame``; None where its text is in one.

    Word has columns in sections of the page: not in tables, notes, boxes that show, or each other.
    """
    declared = getattr(box.style, "cascaded", ())
    if "column_count" not in declared and "column_width" not in declared:
        return None
    count, gap = _used(box.style, frame.width)
    if count < 2:
        return None
    written = "column-count" if "column_count" in declared else "column-width"
    outside = place.page is None or bool(context.notes.open)
    elsewhere = outside or place.boxes or place.floats or place.columns
    if elsewhere or count > MOST or is_shown(box, context):
        message = f"expected text in one column, found {written} on <{box.element_tag}>"
        hint = "Word has columns on pages only, not in tables, notes, boxes that show or columns"
        report_on(box, written, "word-css", message, context, hint)
        return None
    ruled = box.style["column_rule_style"] not in RULES and (
        length(box.style["column_rule_width"]) > 0
    )
    if ruled and not _is_thin_and_black(box.style):
        message = f"expected a thin black line between columns, found others on <{box.element_tag}>"
        report_on(box, "column-rule", "word-css", message, context)
    if box.style["column_fill"] == "auto":
        message = f"expected columns of equal height, found column-fill on <{box.element_tag}>"
        report_on(box, "column-fill", "word-css", message, context)
    _report_height(box, declared, context)
    return Columns(count, gap, ruled, frame, box)


def _is_thin_and_black(style: Any) -> bool:
    """Whether a rule is the one that Word draws between columns."""
    is_thin = style["column_rule_style"] == "solid" and length(style["column_rule_width"]) <= THIN
    return is_thin and color(style, "column_rule_color") == BLACK


def _report_height(box: Any, declared: Container[str], context: Context) -> None:
    for name, logical in HEIGHTS.items():
        stated = next((one for one in (name, logical) if one in declared), None)
        if stated and known_length(computed(box.style, name)):
            written = stated.replace("_", "-")
            message = f"expected columns as high as their text, found {written}"
            report_on(box, written, "word-css", f"{message} on <{box.element_tag}>", context)


def _used(style: Any, available: float) -> tuple[int, float]:
    """The number of columns and the distance between them (CSS Multi-column Layout 1, 3.4)."""
    gap = known_length(computed(style, "column_gap"), available)
    gap = float(style["font_size"]) if gap is None else gap
    count, width = style["column_count"], known_length(computed(style, "column_width"))
    if width is None:
        return (1 if count == "auto" else int(count)), gap
    fitting = max(1, int((available + gap) // (width + gap)))
    return (fitting if count == "auto" else min(int(count), fitting)), gap


def inside_columns(columns: Columns) -> Frame:
    """The frame of a column: Word measures from its edges."""
    width = (columns.frame.width + columns.gap) / columns.number - columns.gap
    return Frame(0.0, 0.0, max(0.0, width))


def spans(box: Any, place: Place) -> bool:
    """Whether a box is as wide as all columns around it together."""
    declared = getattr(box.style, "cascaded", ())
    return (
        place.columns is not None
        and "column_span" in declared
        and (box.style["column_span"] == "all")
    )


def spanning(columns: Columns) -> Frame:
    """The frame of what spans all columns."""
    return Frame(0.0, 0.0, columns.frame.width)


def set_in(drafts: list[Draft], columns: Columns) -> list[Draft]:
    """The drafts, in columns unless they are in others already."""
    for draft in drafts:
        draft.columns = draft.columns or columns
    return drafts


def break_column(box: Any, drafts: list[Draft], place: Place, context: Context) -> None:
    """Let a column begin with the drafts of a box that asks for it."""
    declared = getattr(box.style, "cascaded", ())
    if "break_before" not in declared or box.style["break_before"] != "column" or not drafts:
        return
    first = in_flow(drafts)[0]
    if place.columns and isinstance(first, ParagraphDraft):
        first.breaks_column = True
    elif place.columns:
        message = f"expected text at the top of a column, found a table in <{box.element_tag}>"
        report_on(box, "break-before", "word-flow", message, context)
