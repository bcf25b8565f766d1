"""French guillemets stand apart from their words by spaces at which no line may break."""

from __future__ import annotations

import re
from collections.abc import Iterator

from triplicate.diagnostics import Diagnostics, Span
from triplicate.load.prose import Text
from triplicate.report.model import Participants, Report
from triplicate.report.walk import walk_inlines, walk_items

_PLAIN = re.compile("« | »")


def check_quotes(report: Report, diagnostics: Diagnostics) -> None:
    """Warn once a file of plain spaces inside guillemets; French alone has spaces there."""
    if report.language.partition("-")[0] != "fr":
        return
    places: dict[str, list[Span]] = {}
    for text, span in _texts(report):
        for found in _PLAIN.finditer(text):
            places.setdefault(span.file, []).append(_place(text, span, found))
    for found_here in places.values():
        diagnostics.warning(
            "spaces-in-quotes",
            f"expected no-break spaces inside « and », found {len(found_here)} plain in this file",
            min(found_here),
            "lines break there; type U+00A0 (on a Mac Option+Space, in Windows Alt+0160)",
        )


def _texts(report: Report) -> Iterator[tuple[str, Span]]:
    for inline in walk_inlines(report.body):
        if isinstance(inline, Text):
            yield inline.text, inline.span
    for item, _ in walk_items(report.body):
        if isinstance(item, Participants):
            yield from ((cell.text, cell.span) for row in item.rows for cell in row)


def _place(text: str, span: Span, found: re.Match[str]) -> Span:
    """The place of what was found; of the whole text where that does not stand as it is typed."""
    length = len(text.rstrip())  # the spaces at the end have no place
    if span.end_line != span.line or span.end_column - span.column != length:
        return span
    start = span.column + found.start()
    return Span(span.file, span.line, start, span.line, start + len(found[0]))
