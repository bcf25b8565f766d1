"""Layout's only door to files: WeasyPrint's fetcher over `triplicate.resources`.

Input: the URLs that HTML and CSS ask for. Output: bytes, and a list of what failed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from weasyprint.urls import URLFetcher, URLFetcherResponse

from triplicate.layout.drawings import check_copies
from triplicate.resources import media_type

if TYPE_CHECKING:
    from triplicate.resources import Resources


class FolderFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Serves files of ``resources`` and ``data:`` URLs; never the network, no redirects.

    ``ready`` maps a name that a URL ends with to bytes that are at hand already. ``failures``
    collects ``(url, reason)`` pairs in the order they happened: WeasyPrint itself only logs
    a missing image and goes on.
    """

    def __init__(self, resources: Resources, ready: dict[str, bytes] | None = None) -> None:
        super().__init__(allowed_protocols=["data", "file"], allow_redirects=False)
        self.resources = resources
        self.ready = ready or {}
        self.failures: list[tuple[str, str]] = []

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """Return the response for ``url``.

        Raises:
            RefusedResource: see `triplicate.resources.Resources.path`.
            OSError: the file cannot be read.
        """
        try:
            name = url.rpartition("/")[2]
            if name in self.ready:
                return URLFetcherResponse(url, self.ready[name], {"Content-Type": "text/css"})
            if url.startswith("data:"):
                if url.startswith("data:image/svg"):
                    check_copies(bytes(super().fetch(url, headers).read()))
                return super().fetch(url, headers)
            path = self.resources.path(url)
            data = path.read_bytes()
            if media_type(path) == "image/svg+xml":
                check_copies(data)
            return URLFetcherResponse(url, data, {"Content-Type": media_type(path)})
        except (OSError, ValueError) as problem:
            self.failures.append((url, str(problem)))
            raise
