"""Where the elements of a web page, and the declarations of its style sheets, were written.

Parsers of HTML keep no places, and WeasyPrint names lines and columns without their file. Input:
the page's text, its tree as parsed, its style sheets. Output: places, None where there is no
telling: a tree that the parser has mended may hold more elements than the text has tags.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from triplicate.layout.places import Source, place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from triplicate.diagnostics import Span

# Start tags, and what holds none: comments and the text of scripts and the like.
_TAG = re.compile(
    r"<!--.*?-->"
    r"|<(?P<raw>script|style|textarea|title|xmp|iframe|noembed|noframes)\b(?P<rest>[^>]*)>.*?</(?P=raw)"
    r"""|<(?P<tag>[a-z][^\s/>]*)(?P<attributes>(?:[^>"']|"[^"]*"|'[^']*')*)>""",
    re.DOTALL | re.IGNORECASE,
)
_AT = re.compile(r" at (\d+):(\d+)")
_NAME = re.compile(r"[Ii]gnored `\s*([\w-]+)\s*:")
_STYLE = r"""style\s*=\s*(?:"[^"]*?|'[^']*?)(?<![\w-]){}\s*:"""
_URL = re.compile(r"""url\(\s*(["']?)(.*?)\1\s*\)""", re.DOTALL)
ADDRESSES = ("src", "href", "data", "poster", "xlink:href", "background")


class PagePlaces:
    """The places of a page's elements; ``file`` is the page's, "" for text from no file."""

    def __init__(self, source: str, file: str, root: Any) -> None:
        self._source, self._file = source, file
        # Later steps rename elements.
        self._elements = [(element, element.tag) for element in root.iter()]
        self._sheets: Sequence[Any] = ()
        self.base_url = ""
        self._from: dict[str, int] = {}

    def read_sheets(self, sheets: Sequence[Any], base_url: str) -> None:
        """Learn which style sheets (`Sheet`) count, and what addresses are relative to."""
        self._sheets, self.base_url = sheets, base_url

    def element(self, element: Any) -> Span | None:
        """The place of an element's start tag."""
        offset = self._offsets.get(element)
        return None if offset is None else self.offset(offset)

    def second(self, name: str) -> Span | None:
        """The place of the second element with an id, which may be the name of a link's end."""
        found = (
            e for e, tag in self._elements if name in (e.get("id"), tag == "a" and e.get("name"))
        )
        next(found, None)
        element = next(found, None)
        return None if element is None else self.element(element)

    def message(self, text: str) -> Span | None:
        """The place of what a message of WeasyPrint's is about, which ends in line and column."""
        at, name = _AT.search(text), _NAME.search(text)
        if not at:
            return None
        for sheet in self._sheets:
            offset = _offset(sheet.text, int(at[1]), int(at[2]))
            if offset is not None and (not name or sheet.text.startswith(name[1], offset)):
                return place(sheet.text, [Source(0, *sheet[-3:])], offset)
        return self._style_attribute(name[1]) if name else None

    def address(self, url: str) -> Span | None:
        """The place where the page or one of its style sheets first asks for a file."""
        for element, _ in self._elements:
            for name in ADDRESSES:
                written = element.get(name)
                if written and urljoin(self.base_url, written.strip()) == url:
                    return self.element(element)
        for sheet in self._sheets:
            for found in _URL.finditer(sheet.text):
                if urljoin(sheet.base_url, found[2]) == url:
                    return place(sheet.text, [Source(0, *sheet[-3:])], found.start())
        return None

    def _style_attribute(self, name: str) -> Span | None:
        """The place of the next style attribute that declares a property."""
        pattern = re.compile(_STYLE.format(re.escape(name)), re.IGNORECASE)
        found = pattern.search(self._source, self._from.get(name, 0))
        self._from[name] = len(self._source) if found is None else found.end()
        if found is None:
            return None
        return self.offset(found.end() - len(re.split(r"[;\"']", found[0])[-1].lstrip()))

    def offset(self, offset: int) -> Span | None:
        """The place of a character of the page's text, counted from 0."""
        from triplicate.diagnostics import Span

        if not self._file:
            return None
        line = bisect_right(self._lines, offset)
        return Span(self._file, line, offset - self._lines[line - 1] + 1)

    @cached_property
    def _lines(self) -> list[int]:
        """The offsets at which lines begin."""
        return [0, *(end.end() for end in re.finditer("\n", self._source))]

    @cached_property
    def _offsets(self) -> dict[Any, int]:
        """The offsets of elements: of a kind, the tree has as many as the text has tags."""
        written: dict[str, list[int]] = {}
        named: dict[tuple[str, str], int] = {}
        for tag, attributes, offset in self._tags():
            written.setdefault(tag, []).append(offset)
            if name := re.search(r"""\bid\s*=\s*["']?([^\s"'>]+)""", attributes, re.IGNORECASE):
                named[tag, name[1]] = offset
        parsed: dict[str, list[Any]] = {}
        for element, tag in self._elements:
            if isinstance(tag, str):
                parsed.setdefault(tag.rpartition("}")[2].lower(), []).append(element)
        places: dict[Any, int] = {}
        for tag, elements in parsed.items():
            offsets = written.get(tag, [])
            if len(offsets) == len(elements):
                places.update(zip(elements, offsets, strict=True))
                continue
            for element in elements:
                if (key := (tag, element.get("id") or "")) in named:
                    places[element] = named[key]
        return places

    def _tags(self) -> Iterator[tuple[str, str, int]]:
        """The names, attributes and offsets of start tags."""
        for found in _TAG.finditer(self._source):
            tag = found["tag"] or found["raw"]
            if tag:
                yield tag.lower(), found["attributes"] or found["rest"] or "", found.start()


def _offset(text: str, line: int, column: int) -> int | None:
    """The offset of a line and column, both from 1; None where the text has no such place."""
    start = 0
    for _ in range(line - 1):
        start = text.find("\n", start) + 1
        if not start:
            return None
    end = text.find("\n", start)
    offset = start + column - 1
    return offset if offset < (len(text) if end < 0 else end) else None
