"""The web edition: the one HTML document with its style sheet, fonts and images inside.

Input: the rendered HTML and the theme. Output: the bytes of one self-contained file. A pass
over finished HTML, as autoescaping guarantees that ``<`` starts a tag of the template's.
"""

from __future__ import annotations

import re
from base64 import b64encode
from contextlib import suppress
from html import escape, unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from triplicate.diagnostics import Span
from triplicate.editions.html.webfont import subset, woff2
from triplicate.resources import RefusedResource, media_type
from triplicate.theme import font_path, report_refused

if TYPE_CHECKING:
    from pathlib import Path

    from triplicate.diagnostics import Diagnostics
    from triplicate.resources import Resources
    from triplicate.theme import Theme

_LINK = re.compile(r"<link\b[^>]*\brel=\"?stylesheet\b[^>]*>")
_SOURCE = re.compile(r"(<img\b[^>]*?\ssrc\s*=\s*)(\"[^\"]*\"|'[^']*'|[^\s>\"']+)")
_CSS_URL = re.compile(r"url\(\s*([\"']?)([^\"')]*)\1\s*\)")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# CSS Generated Content for Paged Media, which no browser knows and validators refuse.
_NAMED_STRING = re.compile(r"\s*(?:\bstring-set\s*:[^;}]*;?|@[\w-]+\s*\{[^{}]*\bstring\([^{}]*\})")


def write(html: str, theme: Theme, resources: Resources, diagnostics: Diagnostics) -> bytes:
    """Make ``html`` self-contained.

    Arguments:
        html: the rendered document; its ``<link rel="stylesheet">`` is replaced by the theme's
            style sheet.
        theme: each font of its style sheet is subset to the document's characters and inlined
            as WOFF2.
        resources: where images are looked up.
        diagnostics: gets a problem for each image that cannot be loaded.
    """
    inliner = _Inliner(html, theme, resources, diagnostics)
    sheet = inliner.css(_NAMED_STRING.sub("", _COMMENT.sub("", theme.css))).strip()
    html = _LINK.sub(lambda match: f"<style>\n{sheet}\n</style>", html, count=1)
    return _SOURCE.sub(inliner.image, html).encode()


def pictures(html: str, theme: Theme, resources: Resources) -> dict[str, Path]:
    """The files of the images that ``html`` and its style sheet show, by relative address.

    An image that cannot be had is left out: whoever lays the page out reports it.
    """
    written = [unescape(match[2].strip("\"'")) for match in _SOURCE.finditer(html)]
    written += [match[2] for match in _CSS_URL.finditer(_COMMENT.sub("", theme.css))]
    fonts = {font.path for font in theme.fonts}
    found: dict[str, Path] = {}
    for address in dict.fromkeys(written):
        if urlsplit(address).scheme or font_path(theme.css_path, address) in fonts:
            continue
        with suppress(RefusedResource):
            found[unquote(urlsplit(address).path)] = resources.path(address)
    return found


class _Inliner:
    """Turns addresses into ``data:`` URLs."""

    def __init__(
        self, html: str, theme: Theme, resources: Resources, diagnostics: Diagnostics
    ) -> None:
        self._theme = theme
        self._resources = resources
        self._diagnostics = diagnostics
        self._codepoints = frozenset(map(ord, html))
        self._fonts = {font.path for font in theme.fonts}

    def css(self, css: str) -> str:
        return _CSS_URL.sub(self._css_url, css)

    def image(self, match: re.Match[str]) -> str:
        address = unescape(match[2].strip("\"'"))
        return f'{match[1]}"{self._data_url(address)}"'

    def _css_url(self, match: re.Match[str]) -> str:
        font = font_path(self._theme.css_path, match[2])
        if font not in self._fonts:
            return f'url("{self._data_url(match[2])}")'
        data = woff2(subset(font.read_bytes(), self._codepoints))
        return f'url("data:font/woff2;base64,{b64encode(data).decode()}") format("woff2")'

    def _data_url(self, address: str) -> str:
        if address.startswith("data:"):
            return escape(address)
        try:
            path = self._resources.path(address)
            data = path.read_bytes()
        except (RefusedResource, OSError) as problem:
            report_refused(address, problem, self._theme, self._diagnostics)
            return ""
        if media_type(path) == "image/svg+xml":
            data = self._passive(path, data)
        return f"data:{media_type(path)};base64,{b64encode(data).decode()}"

    def _passive(self, path: Path, data: bytes) -> bytes:
        """A drawing without what runs or loads later."""
        from triplicate.drawings import cleaned_file

        data, removed = cleaned_file(data)
        if removed:
            self._diagnostics.warning(
                "html-is-passive",
                f"expected an SVG that holds all it shows, found {', '.join(removed)}",
                Span(str(path), 1, 1),
                "the web edition leaves that out",
            )
        return data
