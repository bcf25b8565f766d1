"""Lowering (stage 7c): what CSS says of boxes and pages and Word cannot do.

Input: computed styles and the style sheet's text. Output: warnings, each once, at the place of the
declaration where the style sheet is a file.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from triplicate.diagnostics import Span
    from triplicate.editions.docx.lower.context import Context
    from triplicate.layout.engine import Stylesheet


class Limit(NamedTuple):
    """What Word expects instead, how authors write the property, which values do no harm."""

    expected: str
    written: str
    is_harmless: Callable[[Any], bool]


def _is_none(value: Any) -> bool:
    return value in ("none", "auto", "normal", "visible", 1, (), None)


def _is_square(radii: Any) -> bool:
    return all(getattr(radius, "value", radius) == 0 for radius in radii)


def _are_none(images: Any) -> bool:
    return all(kind == "none" for kind, _ in images)


LIMITS = {
    "border_top_left_radius": Limit("boxes with square corners", "border-radius", _is_square),
    "background_image": Limit("boxes filled with one colour", "background-image", _are_none),
    "transform": Limit("boxes that are neither turned nor moved", "transform", _is_none),
    "opacity": Limit("boxes that are not translucent", "opacity", _is_none),
    "column_count": Limit("text in one column", "column-count", _is_none),
    "column_width": Limit("text in one column", "column-width", _is_none),
    "visibility": Limit("text that is to be seen", "visibility", _is_none),
}
_SHORTHANDS = {
    "background-image": "background",
    "column-count": "columns",
    "column-width": "columns",
}
_PAGE_RULE = re.compile(r"@page\b([^{]*)\{")
_SOME_PAGES = re.compile(r":blank\b|:nth\((?!\s*1\s*(?:\)|of\b))[^)]*\)")


def check_box(box: Any, context: Context) -> None:
    """Report what the style of a block declares in vain."""
    style = box.style
    for name in LIMITS.keys() & style.cascaded.keys():
        limit = LIMITS[name]
        if not limit.is_harmless(style[name]):
            found = f"{limit.written} on <{box.element_tag}>"
            place = _place_of(limit.written, context.tree.stylesheet)
            context.report("word-css", f"expected {limit.expected}, found {found}", span=place)


def check_pages(context: Context) -> None:
    """Report @page rules for pages that Word does not tell apart."""
    sheet = context.tree.stylesheet
    for rule in _PAGE_RULE.finditer(sheet.css):
        for found in _SOME_PAGES.finditer(rule[1]):
            context.report(
                "word-page-rule",
                f"expected @page rules for first, left, right or named pages, found {found[0]}",
                span=_span(sheet, rule.start(1) + found.start()),
            )


def _place_of(written: str, sheet: Stylesheet) -> Span | None:
    names = (written, _SHORTHANDS.get(written, written))
    for name in names:
        found = re.search(rf"(?<![\w-]){name}\s*:", sheet.css)
        if found:
            return _span(sheet, found.start())
    return None


def _span(sheet: Stylesheet, offset: int) -> Span | None:
    """The place in the file; None where the sheet was put together from a page's own styles."""
    from urllib.parse import unquote, urlsplit

    from triplicate.diagnostics import Span

    address = urlsplit(sheet.sheet.base_url or "")
    if sheet.head is not None or address.scheme != "file":
        return None
    line = sheet.css.count("\n", 0, offset) + 1
    column = offset - sheet.css.rfind("\n", 0, offset)
    return Span(unquote(address.path), line, column)
