"""Layout's only door to files: WeasyPrint's fetcher over `triplicate.resources`.

Input: the URLs that HTML and CSS ask for. Output: bytes, and a list of what failed.
"""

from __future__ import annotations

from base64 import decodebytes
from collections import Counter
from email.message import EmailMessage
from email.policy import compat32
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

from weasyprint.urls import URLFetcher, URLFetcherResponse

from triplicate.picturefiles import is_cut_off
from triplicate.resources import REPAIR, RefusedResource, check_drawing, media_type

if TYPE_CHECKING:
    from pathlib import Path

    from triplicate.resources import Resources

MOST_READINGS = 1000  # of one style sheet: sheets that import two others each double with each


class FolderFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Serves files of ``resources`` and ``data:`` URLs; never the network, no redirects.

    ``ready`` maps a name that a URL ends with to bytes that are at hand already. ``failures``
    collects ``(url, problem)`` pairs in the order they happened: WeasyPrint itself only logs
    a missing image and goes on. ``importing`` are the addresses of the style sheets that are being
    read, each imported by the one before it.
    """

    def __init__(self, resources: Resources, ready: dict[str, bytes] | None = None) -> None:
        super().__init__(allowed_protocols=["data", "file"], allow_redirects=False)
        self.resources = resources
        self.ready = ready or {}
        self.importing: list[str] = []
        self._readings: Counter[Path] = Counter()
        self.failures: list[tuple[str, OSError | ValueError]] = []

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """Return the response for ``url``.

        Raises:
            RefusedResource: see `triplicate.resources.Resources.path`.
            OSError: the file cannot be read.
        """
        try:
            name = url.rpartition("/")[2]
            if name in self.ready:
                return _response(url, self.ready[name], "text/css")
            if url.startswith("data:"):
                name = "a data: URL"
                data, media = _of_data(url)
            else:
                path = self.resources.path(url)
                name, media = f'"{path.name}"', media_type(path)
                if media == "text/css":
                    self._check_sheet(url, path)
                data = path.read_bytes()
            if is_cut_off(data):
                self.failures.append((url, _half(name)))
            return _response(url, data, media)
        except (OSError, ValueError) as problem:
            self.failures.append((url, problem))
            raise

    def _check_sheet(self, url: str, path: Path) -> None:
        """Refuse a sheet that imports itself, and one that too many others import."""
        self._readings[path] += 1
        if url in self.importing or self._readings[path] > MOST_READINGS:
            raise RefusedResource(
                f'expected style sheets that do not import each other, found "{path.name}" in a '
                "circle of @import",
                hint="",
            )


def _half(name: str) -> RefusedResource:
    return RefusedResource(f"expected a whole picture, found {name} cut off", REPAIR)


def _of_data(url: str) -> tuple[bytes, str]:
    """What a ``data:`` URL holds (RFC 2397); urllib takes several times as long.

    Also its media type.

    Raises:
        ValueError: it is none.
        RefusedResource: it is a drawing that cannot be drawn.
    """
    header, comma, data = url.removeprefix("data:").partition(",")
    if not comma:
        raise ValueError("expected a comma in a data: URL")
    media, encoded, _ = header.partition(";base64")
    body = unquote_to_bytes(data)
    if encoded:
        try:
            body = decodebytes(body)
        except ValueError as problem:
            raise ValueError(f"expected base64 in a data: URL, found a fault: {problem}") from None
    if media.startswith("image/svg"):
        check_drawing(body)
    return body, media or "text/plain;charset=US-ASCII"


def _response(url: str, body: bytes, content_type: str) -> URLFetcherResponse:
    # WeasyPrint's own message would parse the header by the grammar of mail: 0.4 ms a picture.
    headers = EmailMessage(compat32)
    headers["Content-Type"] = content_type
    return URLFetcherResponse(url, body, headers)
