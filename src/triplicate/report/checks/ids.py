"""Explicit ids are unique, also among the theme's; without regard to case, as Word's bookmarks."""

from __future__ import annotations

from triplicate.diagnostics import Diagnostics, Span, quoted
from triplicate.report.ids import RESERVED
from triplicate.report.model import Report
from triplicate.report.walk import walk_items


def check_ids(report: Report, diagnostics: Diagnostics) -> None:
    """Report each id that an earlier item has, or the title block."""
    seen: dict[str, Span] = {}
    for item, _ in walk_items(report.body):
        if not item.id:
            continue
        if item.id.casefold() in RESERVED:
            message = f"expected an id that the title block has not got, found {quoted(item.id)}"
            hint = f"choose another, such as {item.id}-section"
            diagnostics.error("id-is-unique", message, item.span, hint)
        first = seen.setdefault(item.id.casefold(), item.span)
        if first is not item.span:
            message = f"expected each id once, found {quoted(item.id)} again"
            diagnostics.error("id-is-unique", message, item.span, f"it stands first at {first}")
