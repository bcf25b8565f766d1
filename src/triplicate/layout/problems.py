"""What went wrong in layout, as diagnostics: refused files and WeasyPrint's own complaints.

Input: the fetcher's failures and WeasyPrint's log records. Output: located diagnostics.
WeasyPrint goes on where it can (a missing picture becomes its alternative text); a report
must not, so failures are errors here.
"""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

from triplicate.diagnostics import Span
from triplicate.theme import report_refused

if TYPE_CHECKING:
    from collections.abc import Iterable

    from triplicate.diagnostics import Diagnostics
    from triplicate.theme import Theme

_AT = re.compile(r" at (\d+):(\d+)")
_FETCHING = re.compile(r"^(Failed to load|Font-face )")


class LogDiagnostics(logging.Handler):
    """A handler for WeasyPrint's logger that keeps what it warns of.

    Without a theme there may be several style sheets, and WeasyPrint does not say which one it
    means: the line and column stay in the message.
    """

    def __init__(self, theme: Theme | None, diagnostics: Diagnostics) -> None:
        super().__init__(logging.WARNING)
        self.theme = theme
        self.diagnostics = diagnostics

    def emit(self, record: logging.LogRecord) -> None:
        """Turn ``record`` into a warning; files that failed are reported by the fetcher."""
        message = record.getMessage()
        if _FETCHING.match(message):
            address = _unreadable(record)
            if not address:
                return
            message = f"data that are no picture at {address}"
        place = _AT.search(message)
        span = None
        if place and self.theme:
            span = Span(str(self.theme.css_path), int(place[1]), int(place[2]))
            message = message[: place.start()] + message[place.end() :]
        self.diagnostics.warning(
            "layout-understands",
            f"expected CSS and HTML that can be laid out, found: {message.rstrip('.')}",
            span,
        )

    def __enter__(self) -> LogDiagnostics:
        logging.getLogger("weasyprint").addHandler(self)
        return self

    def __exit__(self, *problem: object) -> None:
        logging.getLogger("weasyprint").removeHandler(self)


def _unreadable(record: logging.LogRecord) -> str:
    """The address of a file that was there, and was no picture that can be read; else ""."""
    from weasyprint.images import ImageLoadingError

    if not isinstance(record.args, tuple) or not isinstance(record.args[-1], ImageLoadingError):
        return ""
    address = str(record.args[0])
    return address if len(address) <= 60 else address[:59] + "…"


def report_failures(
    failures: Iterable[tuple[str, str]], theme: Theme, diagnostics: Diagnostics
) -> None:
    """Report each file that could not be loaded, at the place in the theme that asks for it."""
    for url, reason in dict(failures).items():
        report_refused(url, reason, theme, diagnostics)


def failure_warnings(failures: Iterable[tuple[str, str]], diagnostics: Diagnostics) -> None:
    """Warn of each file that a page of somebody else's asked for in vain."""
    for reason in dict.fromkeys(reason for _, reason in failures):
        diagnostics.warning(
            "resource-loads",
            reason.replace("of the report or the theme", "below the page's folder"),
            hint="nothing is fetched from the network, and nothing from outside the page's folder",
        )
