"""Lowering (stage 7c): what CSS says of pages and their margin boxes, and Word cannot do.

Input: computed styles. Output: warnings, each once, at the place of the declaration.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx.lower.css.pagevain import (
    NOTE_AREA_LIMITS,
    PAGE_LIMITS,
    is_edge,
    margin_limits,
)
from triplicate.editions.docx.lower.css.shorthands import SHORTHANDS
from triplicate.editions.docx.lower.css.vain import begins_last_line, in_vain
from triplicate.layout.declarations import page_declaration

if TYPE_CHECKING:
    from collections.abc import Mapping

    from triplicate.diagnostics import Span
    from triplicate.editions.docx.lower.context import Context
    from triplicate.editions.docx.lower.css.vain import Limit


def check_page(style: Any, context: Context) -> None:
    """Report what the style of a page declares in vain."""
    _check(style, "@page", PAGE_LIMITS, context)


def check_margin_box(style: Any, name: str, context: Context) -> None:
    """Report what the style of a margin box, such as "@top-left", declares in vain."""
    _check(style, name, margin_limits(name), context)
    if not is_edge(name) and not begins_last_line(style):
        message = f"expected last lines that are not justified, found others on {name}"
        report_on_page("text-align-last", name, message, context)


def check_note_area(style: Any, name: str, context: Context) -> None:
    """Report what the style of the area of notes, "@footnote" or "@note-area", has in vain."""
    _check(style, name, NOTE_AREA_LIMITS, context)


def _check(style: Any, where: str, limits: Mapping[str, Limit], context: Context) -> None:
    for limit in in_vain(style, limits):
        if not (limit.written == "border-radius" and _is_bare(style)):
            found = f"found {limit.written} on {where}"
            report_on_page(limit.written, where, f"expected {limit.expected}, {found}", context)


def _is_bare(style: Any) -> bool:
    """Whether a box has no corners that one could see."""
    lines = (style[f"border_{side}_style"] for side in ("top", "right", "bottom", "left"))
    filled = style["background_color"].alpha or any(
        kind != "none" for kind, _ in style["background_image"]
    )
    return not filled and set(lines) <= {"none", "hidden"}


def report_on_page(
    written: str, where: str, message: str, context: Context, rule: str = "word-css"
) -> None:
    """Warn at the declaration of a property, written as authors do, in "@page" or a box of it."""
    if not context.has_reported(message):
        context.report(rule, message, span=place_on_page(written, where, context))


def place_on_page(written: str, where: str, context: Context) -> Span | None:
    """The place where a rule for pages declares a property for the page or a box of it."""
    sheet = context.tree.stylesheet
    names = (written, *SHORTHANDS.get(written, ()))
    found = page_declaration("" if where == "@page" else where, names, sheet.css)
    return None if found is None else sheet.place(found)
