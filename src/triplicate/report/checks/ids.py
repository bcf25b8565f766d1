"""Explicit ids are unique, without regard to case (Word's bookmarks are)."""

from __future__ import annotations

from triplicate.diagnostics import Diagnostics, Span, quoted
from triplicate.report.model import Report
from triplicate.report.walk import walk_items


def check_ids(report: Report, diagnostics: Diagnostics) -> None:
    """Report each id that an earlier item has."""
    seen: dict[str, Span] = {}
    for item, _ in walk_items(report.body):
        if not item.id:
            continue
        first = seen.setdefault(item.id.casefold(), item.span)
        if first is not item.span:
            message = f"expected each id once, found {quoted(item.id)} again"
            diagnostics.error("id-is-unique", message, item.span, f"it stands first at {first}")
