"""Lowering (stage 7c): where links lead, as Word's files may say it.

Input: an href. Output: an address for a relationship, or the id of a place in the document.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit

from triplicate.editions.docx.lower.limits import place_of_element

if TYPE_CHECKING:
    from triplicate.diagnostics import Span
    from triplicate.editions.docx.lower.context import Context
    from triplicate.editions.docx.lower.text.bookmarks import Bookmarks

TOP = "_top"  # the bookmark that Word itself has at the beginning of a document
# Word and others take these for attacks; they do nothing in a document.
IDLE_SCHEMES = ("javascript", "vbscript", "data")
_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")
_ENDS = "".join(map(chr, range(0x21)))
_LINE_ENDS = str.maketrans("", "", "\t\n\r")


def target(href: str, bookmarks: Bookmarks, context: Context) -> tuple[str, bool]:
    """Where a link leads, and whether inside the document; "" for nowhere, which is reported."""
    anchor = inner_target(href)
    if anchor is None:
        address = legal_address(href)
        if href.strip() and not address:
            _report("expected a link to an address, found {}", href, context)
        return address, False
    if anchor in bookmarks:
        return bookmarks.name(anchor), True
    if anchor.lower() in ("", "top"):
        return TOP, True
    _report("expected a link to an id of the document, found {}", href, context)
    return "", True


def _report(message: str, href: str, context: Context) -> None:
    def place() -> Span | None:
        links = context.tree.html.etree_element.iter("a")
        link = next((a for a in links if a.get("href") == href), None)
        return None if link is None else place_of_element(link, context)

    context.many.add("word-link", message, f'"{_short(href)}"', place=place)


def _short(href: str) -> str:
    return href if len(href) <= 60 else f"{href[:59]}…"


def inner_target(href: str) -> str | None:
    """The id that a link inside the document leads to, None for other links.

    "" stands for the document's beginning (HTML 7.4.6.3).
    """
    if not href.startswith("#"):
        return None
    return unquote(href[1:])


def legal_address(href: str) -> str:
    """An address that a relationship may hold, or "" where there is none.

    Characters that no URI may hold are escaped (RFC 3986): Word calls a file damaged that has
    them. Blanks at the ends and line ends are no part of an address (URL Standard, 4.4).
    """
    address = href.strip(_ENDS).translate(_LINE_ENDS)
    address = quote(_PERCENT.sub("%25", address), safe="!#$%&'()*+,/:;=?@[]~-._")
    try:
        parts = urlsplit(address)
    except ValueError:  # brackets around what is no IPv6 address
        return ""
    if parts.scheme in IDLE_SCHEMES or (parts.scheme in ("http", "https") and not parts.netloc):
        return ""
    named = f"//{parts.netloc}"
    begin, host, rest = address.partition(named) if parts.netloc else ("", "", address)
    host = host.removesuffix(":")  # a port that is not given
    if not host and not parts.scheme and ":" in rest.partition("/")[0]:
        begin = "./"  # or what is before the colon would be a scheme
    rest = rest.replace("[", "%5B").replace("]", "%5D")
    path, sharp, fragment = rest.partition("#")
    return begin + host + path + sharp + fragment.replace("#", "%23")
