"""A participant stands in the table once."""

from __future__ import annotations

from triplicate.diagnostics import Diagnostics, Span, quoted
from triplicate.report.model import Participants, Report
from triplicate.report.walk import walk_items


def check_participants(report: Report, diagnostics: Diagnostics) -> None:
    """Warn of rows that say the same as an earlier one."""
    for item, _ in walk_items(report.body):
        if not isinstance(item, Participants):
            continue
        seen: dict[tuple[str, ...], Span] = {}
        for row in item.rows:
            first = seen.setdefault(tuple(cell.text for cell in row), row[0].span)
            if first is not row[0].span:
                message = f"expected each participant once, found {quoted(row[0].text)} again"
                hint = f"the same row stands in line {first.line}"
                diagnostics.warning("participant-is-unique", message, row[0].span, hint)
