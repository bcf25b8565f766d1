"""What went wrong in layout, as diagnostics: refused files and WeasyPrint's own complaints.

Input: the fetcher's failures and WeasyPrint's log records. Output: located diagnostics.
WeasyPrint goes on where it can (a missing picture becomes its alternative text); a report
must not, so failures are errors here.
"""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from triplicate.diagnostics import Span
from triplicate.diagnostics.wording import listed
from triplicate.layout.ofscreens import is_of_screens, unknown_property
from triplicate.picturefiles import too_large
from triplicate.resources import RefusedResource
from triplicate.theme import report_refused

if TYPE_CHECKING:
    from collections.abc import Iterable

    from triplicate.diagnostics import Diagnostics
    from triplicate.layout.encodings import PageText
    from triplicate.layout.lost import Lost
    from triplicate.layout.pageplaces import PagePlaces
    from triplicate.theme import Theme

    Problem = OSError | ValueError

_BLANKS = re.compile(r"\s+`(?=[ ,])")  # after a value
_AT = re.compile(r" at (\d+):(\d+)")
_TWICE = re.compile(r"Anchor defined twice: (['\"])(.*)\1$", re.DOTALL)
_FETCHING = re.compile(r"^(Failed to load|Font-face )")
_DRAWING = "Failed to render SVG image "


class LogDiagnostics(logging.Handler):
    """A handler for WeasyPrint's logger that keeps what it warns of.

    Without a theme there may be several style sheets, and WeasyPrint does not say which one it
    means: the ``places`` of a page tell, once they are known. Where they do not, the line and
    column stay in the message. The same words are said once, at the first place, and so is a
    property that is unknown.
    """

    places: PagePlaces | None = None

    def __init__(self, theme: Theme | None, diagnostics: Diagnostics) -> None:
        super().__init__(logging.WARNING)
        self.theme = theme
        self.diagnostics = diagnostics
        self._said: set[str] = set()
        self._ids: dict[str, None] = {}

    def emit(self, record: logging.LogRecord) -> None:
        """Turn ``record`` into a warning; files that failed are reported by the fetcher."""
        message = record.getMessage()
        if is_of_screens(message):
            return
        if self.theme is None and (twice := _TWICE.match(message)):
            self._ids[twice[2]] = None
            return
        if _FETCHING.match(message):
            address = _unreadable(record)
            if not address:
                return
            if self.theme:
                self._lost(address, f"expected a picture, found {_fault(record)}", self.theme)
                return
            span = self.places.address(address) if self.places else None
            message = f"{_fault(record)} at {_short(address)}"
        elif message.startswith(_DRAWING) and self.theme:
            address = message.removeprefix(_DRAWING)
            self._lost(address, "expected an SVG that can be drawn, found none", self.theme)
            return
        else:
            message, span = self._placed(_BLANKS.sub("`", message))
        if self.theme is None and self._has_said(message):
            return
        self.diagnostics.warning(
            "layout-understands",
            f"expected CSS and HTML that can be laid out, found: {message.rstrip('.')}",
            span,
        )

    def _has_said(self, message: str) -> bool:
        """Whether a page has been told so, or of the same unknown property, at another place."""
        cause = unknown_property(message) or _AT.sub("", message)
        known = cause in self._said
        self._said.add(cause)
        return known

    def report(self, lost: Iterable[Lost]) -> None:
        """Warn of elements that paper does not show."""
        for element, message in lost:
            span = self.places.element(element) if self.places else None
            self.diagnostics.warning("html-on-paper", message, span)

    def report_encoding(self, read: PageText) -> None:
        """Warn of a page whose bytes are not in the encoding that it is read in."""
        if read.problem:
            span = self.places.offset(read.offset) if self.places else None
            hint = 'save it in UTF-8, with <meta charset="utf-8">'
            self.diagnostics.warning("page-encoding", f"expected {read.problem}", span, hint)

    def _lost(self, address: str, message: str, theme: Theme) -> None:
        """Report a picture that a report would be printed without."""
        report_refused(
            address,
            RefusedResource(f'{message} at "{_short(address)}"', hint=""),
            theme,
            self.diagnostics,
        )

    def _placed(self, message: str) -> tuple[str, Span | None]:
        """A message without its line and column, where these are known to be of a file."""
        place = _AT.search(message)
        span = None
        if place and self.theme:
            span = Span(str(self.theme.css_path), int(place[1]), int(place[2]))
        elif place and self.places:
            span = self.places.message(message)
        if place and span:
            message = message[: place.start()] + message[place.end() :]
        return message, span

    def __enter__(self) -> LogDiagnostics:
        logging.getLogger("weasyprint").addHandler(self)
        return self

    def __exit__(self, *problem: object) -> None:
        logging.getLogger("weasyprint").removeHandler(self)
        if self._ids:
            self._report_ids(list(self._ids))

    def _report_ids(self, ids: list[str]) -> None:
        """Warn of ids that are given more than once: links lead to the first."""
        names = listed([f'"{name}"' for name in ids])
        span = self.places.second(ids[0]) if self.places else None
        message = f"expected ids that are given once, found others: {names}"
        self.diagnostics.warning("html-ids", message, span, "links lead to the first of each")


def _unreadable(record: logging.LogRecord) -> str:
    """The address of a file that was there, and was no picture that can be read; else ""."""
    from weasyprint.images import ImageLoadingError

    if not isinstance(record.args, tuple) or not isinstance(record.args[-1], ImageLoadingError):
        return ""
    return str(record.args[0])


def _fault(record: logging.LogRecord) -> str:
    """What is wrong with a picture, in words."""
    assert isinstance(record.args, tuple)
    size = too_large(getattr(record.args[-1], "__cause__", None))
    if not size:
        return "data that are no picture"
    return f"a picture of {size}, too large to be opened (make it smaller)"


def _short(address: str) -> str:
    if address.startswith("file:"):
        address = unquote(address.rpartition("/")[2])
    return address if len(address) <= 60 else address[:59] + "…"


def report_failures(
    failures: Iterable[tuple[str, Problem]], theme: Theme, diagnostics: Diagnostics
) -> None:
    """Report each file that could not be loaded, at the place in the theme that asks for it."""
    for url, problem in dict(failures).items():
        report_refused(url, problem, theme, diagnostics)
