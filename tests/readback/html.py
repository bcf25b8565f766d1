"""The web edition as a browser's reader gets it: content in order, furniture apart.

Input: an HTML file. Output: `HtmlReading`. Content is the masthead and main; list numbers are
counted as browsers count them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import html

from tests.readback.blocks import Block, prose

_GROUPS = frozenset(["header", "main", "section", "article", "div", "blockquote"])
_EMPHASIS = frozenset({"em", "i"})
_SILENT = frozenset({"script", "style", "template", "head"})
_MARKERS: dict[str, Callable[[int], str]] = {
    "ul": lambda number: "•",
    "ol": lambda number: f"{number}.",
}

Pieces = list[tuple[str, bool]]


@dataclass(frozen=True, slots=True)
class HtmlReading:
    """What one web page says; ``furniture``: the text of skip links and contents lists."""

    blocks: list[Block]
    furniture: list[str]
    stray: list[str]
    root: Any


def read_html(path: Path) -> HtmlReading:
    """Read the page at ``path`` as UTF-8."""
    root = html.document_fromstring(path.read_bytes().decode("utf-8"))
    body = root.find("body")
    assert body is not None, "the page has no body"
    blocks: list[Block] = []
    furniture: list[str] = []
    stray: list[str] = []
    for kid in body:
        if kid.tag in {"header", "main"}:
            blocks.extend(_blocks(kid, stray))
        elif kid.tag == "nav" or (kid.tag == "a" and kid.get("href", "").startswith("#")):
            furniture.append(prose(_pieces(kid)).text)
        elif kid.tag not in _SILENT:
            stray.append(prose(_pieces(kid)).text)
    stray.extend(filter(None, (prose([(text, False)]).text for text in _loose_text(body))))
    return HtmlReading(blocks, furniture, stray, root)


def _loose_text(element: Any) -> Iterator[str]:
    """Text directly in an element that should hold only blocks."""
    yield element.text or ""
    for kid in element:
        yield kid.tail or ""


def _blocks(element: Any, stray: list[str], depth: int = 0) -> Iterator[Block]:
    tag = element.tag
    if not isinstance(tag, str):
        return
    if tag in _GROUPS:
        stray.extend(filter(None, (prose([(t, False)]).text for t in _loose_text(element))))
        for kid in element:
            yield from _blocks(kid, stray, depth)
    elif tag == "p":
        yield Block("paragraph", (prose(_pieces(element)),))
    elif tag == "h1":
        yield Block("title", (prose(_pieces(element)),))
    elif tag in {"h2", "h3", "h4", "h5", "h6"}:
        yield _heading(element)
    elif tag in _MARKERS:
        yield from _items(element, stray, depth + 1)
    elif tag == "table":
        yield from _rows(element)
    else:
        stray.append(prose(_pieces(element)).text)


def _heading(element: Any) -> Block:
    numbers = element.findall("span[@class='number']")
    number = "".join(prose(_pieces(one)).text for one in numbers)
    pieces = _pieces(element, skipped=frozenset(numbers))
    return Block("heading", (prose(pieces),), int(element.tag[1]) - 1, number)


def _items(element: Any, stray: list[str], depth: int) -> Iterator[Block]:
    number = int(element.get("start", "1"))
    for item in element.findall("li"):
        number = int(item.get("value", number))
        inner = [kid for kid in item if kid.tag in {"p", "ol", "ul", "table", "blockquote"}]
        first = inner[0] if inner and inner[0].tag == "p" else item
        pieces = _pieces(first, skipped=frozenset(inner))
        yield Block("item", (prose(pieces),), depth, _MARKERS[element.tag](number))
        for kid in inner:
            if kid is not first:
                yield from _blocks(kid, stray, depth)
        number += 1


def _rows(table: Any) -> Iterator[Block]:
    for row in table.iter("tr"):
        cells = tuple(prose(_pieces(cell)) for cell in row if cell.tag in {"th", "td"})
        yield Block("header-row" if row.getparent().tag == "thead" else "row", cells)


def _pieces(
    element: Any, emphasised: bool = False, skipped: frozenset[Any] = frozenset()
) -> Pieces:
    if not isinstance(element.tag, str) or element.tag in _SILENT:
        return []
    emphasised = emphasised or element.tag in _EMPHASIS
    pieces: Pieces = [(" " if element.tag == "br" else "", False), (element.text or "", emphasised)]
    for kid in element:
        if kid not in skipped:
            pieces.extend(_pieces(kid, emphasised, skipped))
        pieces.append((kid.tail or "", emphasised))
    return pieces
