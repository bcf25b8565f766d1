"""The web edition: the one HTML document with its style sheet, fonts and images inside.

Input: the rendered HTML and the theme. Output: the bytes of one self-contained file. A pass
over finished HTML, as autoescaping guarantees that ``<`` starts a tag of the template's.
"""

from __future__ import annotations

import re
from base64 import b64encode
from typing import TYPE_CHECKING

from triplicate.editions.html.webfont import subset, woff2
from triplicate.resources import RefusedResource, media_type

if TYPE_CHECKING:
    from collections.abc import Iterable

    from triplicate.diagnostics import Diagnostics
    from triplicate.resources import Resources
    from triplicate.theme import FontFace

_LINK = re.compile(r'<link\b[^>]*\brel="?stylesheet"?[^>]*>')
_SOURCE = re.compile(r'(<(?:img|source)\b[^>]*\bsrc=")([^"]*)(")')
_CSS_URL = re.compile(r"url\(\s*([\"']?)([^\"')]*)\1\s*\)")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# CSS Generated Content for Paged Media, which no browser knows and validators refuse.
_NAMED_STRING = re.compile(r"\s*(?:\bstring-set\s*:[^;}]*;?|@[\w-]+\s*\{[^{}]*\bstring\([^{}]*\})")
_FORBIDDEN = re.compile(
    r'<(?:script(?! type="application/ld\+json")|iframe|object|embed|base)\b|<[^>]*\son\w+\s*=',
    re.IGNORECASE,
)


def write(
    html: str,
    css: str,
    fonts: Iterable[FontFace],
    resources: Resources,
    diagnostics: Diagnostics,
) -> bytes:
    """Make ``html`` self-contained.

    Arguments:
        html: the rendered document; its ``<link rel="stylesheet">`` is replaced by ``css``.
        css: the theme's style sheet; each font it names is subset to the document's
            characters and inlined as WOFF2.
        fonts: the faces that ``css`` may name.
        resources: where images are looked up.
        diagnostics: gets a problem for each image that cannot be loaded and for active
            content (scripts, frames, event handlers), which an archived report must not have.
    """
    if found := _FORBIDDEN.search(html):
        diagnostics.error(
            "html-is-passive",
            f'expected no active content, found "{found[0][:40]}"',
            hint="remove scripts, frames and event handlers from the theme's templates",
        )
    codepoints = frozenset(map(ord, html))
    packed = {str(f.path.name): woff2(subset(f.path.read_bytes(), codepoints)) for f in fonts}
    css = _NAMED_STRING.sub("", _COMMENT.sub("", css))
    sheet = _inline_css(css, packed, resources, diagnostics)
    html = _LINK.sub(lambda match: f"<style>\n{sheet.strip()}\n</style>", html, count=1)

    def inline_image(match: re.Match[str]) -> str:
        return match[1] + _data_url(match[2], resources, diagnostics) + match[3]

    return _SOURCE.sub(inline_image, html).encode()


def _inline_css(
    css: str, packed: dict[str, bytes], resources: Resources, diagnostics: Diagnostics
) -> str:
    def inline(match: re.Match[str]) -> str:
        name = match[2].rpartition("/")[2]
        if name in packed:
            data = b64encode(packed[name]).decode("ascii")
            return f'url("data:font/woff2;base64,{data}") format("woff2")'
        return f'url("{_data_url(match[2], resources, diagnostics)}")'

    return _CSS_URL.sub(inline, css)


def _data_url(address: str, resources: Resources, diagnostics: Diagnostics) -> str:
    if address.startswith("data:"):
        return address
    try:
        path = resources.path(address)
        data = path.read_bytes()
    except (RefusedResource, OSError) as problem:
        diagnostics.error("image-exists", str(problem), hint="images are part of the report")
        return ""
    return f"data:{media_type(path)};base64,{b64encode(data).decode('ascii')}"
