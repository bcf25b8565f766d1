"""Lines that were meant as Markdown and are text (stage 1): reported, and printed as typed."""

from __future__ import annotations

import re
from collections.abc import Callable

from triplicate.diagnostics import Diagnostics, Span, quoted

Place = Callable[[int, int], Span]
"""Gives the place in the file of a stretch of a paragraph's source."""

_HEADING = re.compile(r"^#{1,6}[^\W\d_]", re.MULTILINE)
# Word's bullets, dashes, a) (a) 1. and the like; not * and +, which may be emphasis and a sign.
_MARKER = re.compile(
    r"^(?:[•·▪◦‣●○∙]|[-–—](?=[^\W\d_]|\s)|\(?(?:[0-9]{1,2}|[A-Za-z]|[ivx]{2,4})[.)](?=\s))",
    re.MULTILINE,
)


def check_slips(content: str, place: Place, diagnostics: Diagnostics) -> None:
    """Report in the paragraph ``content`` headings without a space, and lists without marks."""
    for found in _HEADING.finditer(content):
        line = content[found.start() :].partition("\n")[0]
        hashes = line[: len(line) - len(line.lstrip("#"))]
        message = f"expected a space between # and a heading, found {quoted(line, 40)}"
        hint = f"write {hashes} {quoted(line[len(hashes) :], 40)[1:-1]}; for a # as such, write \\#"
        span = place(found.start(), found.start() + len(line))
        diagnostics.warning("markdown-as-meant", message, span, hint)
    markers = list(_MARKER.finditer(content))
    if len(markers) > 1:
        first = markers[1] if markers[0].start() == 0 else markers[0]
        message = f"expected lists with - or 1. , found a line of a paragraph with {first[0]}"
        hint = (
            "start each item with a hyphen or 1. and a space, below an empty line; "
            "or part the lines by empty ones: now they run on"
        )
        diagnostics.warning("markdown-as-meant", message, place(*first.span()), hint)
