"""Whether a document is passive: nothing in it runs, or loads anything later.

Input: the rendered HTML and the theme. Output: diagnostics. An archived report must not change,
and its web edition asks the network for nothing. Patterns do, as autoescaping guarantees that
``<`` starts a tag of a template's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from triplicate.theme import place_in_theme

if TYPE_CHECKING:
    from triplicate.diagnostics import Diagnostics
    from triplicate.theme import Theme

_STYLE_SHEET = re.compile(r"<link\b[^>]*\brel=\"?stylesheet\b[^>]*>")
_ACTIVE = re.compile(
    r"<(?:script(?! type=\"application/ld\+json\")|i?frame|object|embed|applet|base|form|use)\b"
    r"[^>]*"
    r"|<(?:video|audio|image)\b|<meta\b[^>]*http-equiv"
    r"|<link\b[^>]*\brel=\"?(?:stylesheet|icon|preload|prefetch|modulepreload|manifest)\b"
    r"|<[a-z][^>]*\sstyle\s*=\s*(?:\"[^\"]*|'[^']*)url\(",
    re.IGNORECASE,
)
_ACTIVE_ATTRIBUTE = re.compile(r"<[a-z][^>]*\s(?:on\w+|srcset|poster|background)\s*=", re.I)
_VALUE = re.compile(r'="[^"]*"')
_IMPORT = re.compile(r"@import\b[^;]*")


def check_passive(html: str, theme: Theme, diagnostics: Diagnostics) -> None:
    """Report what in ``html`` would run or load later; its first style sheet link is ours."""
    html = _STYLE_SHEET.sub("", html, count=1)
    found = _ACTIVE.search(html) or _ACTIVE_ATTRIBUTE.search(_VALUE.sub('=""', html))
    if found := found or _IMPORT.search(theme.css):
        diagnostics.error(
            "html-is-passive",
            f'expected nothing that runs or loads later, found "{found[0][:60]}"',
            place_in_theme(theme, found[0]) or place_in_theme(theme, found[0].split()[0]),
            hint="remove scripts, frames, event handlers, imports and other links from the theme",
        )
