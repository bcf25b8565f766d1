"""Layout's only door to files: WeasyPrint's fetcher over `triplicate.resources`.

Input: the URLs that HTML and CSS ask for. Output: bytes, and a list of what failed.
"""

from __future__ import annotations

from base64 import decodebytes
from email.message import EmailMessage
from email.policy import compat32
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

from weasyprint.urls import URLFetcher, URLFetcherResponse

from triplicate.resources import check_drawing, media_type

if TYPE_CHECKING:
    from triplicate.resources import Resources


class FolderFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Serves files of ``resources`` and ``data:`` URLs; never the network, no redirects.

    ``ready`` maps a name that a URL ends with to bytes that are at hand already. ``failures``
    collects ``(url, problem)`` pairs in the order they happened: WeasyPrint itself only logs
    a missing image and goes on.
    """

    def __init__(self, resources: Resources, ready: dict[str, bytes] | None = None) -> None:
        super().__init__(allowed_protocols=["data", "file"], allow_redirects=False)
        self.resources = resources
        self.ready = ready or {}
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
                return _of_data(url)
            path = self.resources.path(url)
            return _response(url, path.read_bytes(), media_type(path))
        except (OSError, ValueError) as problem:
            self.failures.append((url, problem))
            raise


def _of_data(url: str) -> URLFetcherResponse:
    """What a ``data:`` URL holds (RFC 2397); urllib takes several times as long.

    Raises:
        ValueError: it is none.
        RefusedResource: it is a drawing that cannot be drawn.
    """
    header, comma, data = url.removeprefix("data:").partition(",")
    if not comma:
        raise ValueError("expected a comma in a data: URL")
    media, encoded, _ = header.partition(";base64")
    body = unquote_to_bytes(data)
    body = decodebytes(body) if encoded else body
    if media.startswith("image/svg"):
        check_drawing(body)
    return _response(url, body, media or "text/plain;charset=US-ASCII")


def _response(url: str, body: bytes, content_type: str) -> URLFetcherResponse:
    # WeasyPrint's own message would parse the header by the grammar of mail: 0.4 ms a picture.
    headers = EmailMessage(compat32)
    headers["Content-Type"] = content_type
    return URLFetcherResponse(url, body, headers)
