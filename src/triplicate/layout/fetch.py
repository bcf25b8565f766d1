"""Layout's only door to files: serves what lies under the allowed folders, refuses the rest.

Input: the URLs that HTML and CSS ask for. Output: bytes, and a list of what was refused or missing.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

from weasyprint.urls import URLFetcher, URLFetcherResponse

_TYPES = {
    ".css": "text/css",
    ".ttf": "font/ttf",
    ".otf": "font/otf",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".svg": "image/svg+xml",
}


class RefusedResource(ValueError):
    """A resource that may not be loaded; the message says why."""


class FolderFetcher(URLFetcher):
    """Serves ``file:`` URLs below ``folders`` and ``data:`` URLs; never the network.

    A list of schemes alone would not do: ``file:`` reaches any file of the machine
    (CVE-2024-28184), so paths are compared after symbolic links are followed.

    ``ready`` maps URLs to bytes that are already at hand. ``failures`` collects
    ``(url, reason)`` pairs in the order they happened.
    """

    def __init__(self, folders: tuple[Path, ...], ready: dict[str, bytes] | None = None) -> None:
        super().__init__(allowed_protocols=["data", "file"], allow_redirects=False)
        self.folders = tuple(folder.resolve() for folder in folders)
        self.ready = ready or {}
        self.failures: list[tuple[str, str]] = []

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """Return the response for ``url``.

        Raises:
            RefusedResource: the URL has another scheme, or lies outside the folders.
            OSError: the file is missing or unreadable.
        """
        try:
            if url in self.ready:
                return _response(url, self.ready[url])
            if url.startswith("data:"):
                return super().fetch(url, headers)
            return _response(url, self._path(url).read_bytes())
        except (OSError, ValueError) as problem:
            self.failures.append((url, _reason(problem)))
            raise

    def _path(self, url: str) -> Path:
        parts = urlsplit(url)
        if parts.scheme != "file" or parts.netloc:
            raise RefusedResource("a file of the report or the theme, found an address elsewhere")
        path = Path(unquote(parts.path)).resolve()
        if not any(path.is_relative_to(folder) for folder in self.folders):
            raise RefusedResource("a file inside the report's or the theme's folder")
        return path


def _response(url: str, body: bytes) -> URLFetcherResponse:
    suffix = Path(urlsplit(url).path).suffix.lower()
    return URLFetcherResponse(
        url, body, {"Content-Type": _TYPES.get(suffix, "application/octet-stream")}
    )


def _reason(problem: OSError | ValueError) -> str:
    if isinstance(problem, RefusedResource):
        return f"expected {problem}"
    if isinstance(problem, FileNotFoundError):
        return "expected a file, found nothing at that path"
    return f"expected a readable file, found: {getattr(problem, 'strerror', None) or problem}"
