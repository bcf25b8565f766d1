"""Directions that come of the text: ``dir="auto"`` and ``<bdi>``, which WeasyPrint passes over.

Input: the root of a parsed page. Output: the same tree with the directions that browsers find
(HTML 3.2.6.4); ``<bdo>``, whose letters neither pages nor Word turn around.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from triplicate.layout.lost import Lost

_PASSED_OVER = ("bdi", "script", "style", "textarea")
_DIRECTIONS = {"L": "ltr", "R": "rtl", "AL": "rtl"}


def settle_directions(root: Any) -> Iterator[Lost]:
    """Give elements the direction of their first letter that has one; what is lost."""
    for element in root.iter():
        direction = (element.get("dir") or "").strip().lower()
        if direction == "auto" or (element.tag == "bdi" and not direction):
            found = _first_direction(element)
            if found or direction:
                element.set("dir", found or "ltr")
        elif element.tag == "bdo" and _first_direction(element) not in ("", direction):
            yield Lost(
                element, "expected letters in their own direction, found <bdo> that turns them"
            )


def _first_direction(element: Any) -> str:
    """The direction of the first letter in an element; "" where none has one."""
    waiting = [iter(_texts(element))]
    while waiting:
        part = next(waiting[-1], None)
        if part is None:
            waiting.pop()
        elif isinstance(part, str):
            if found := _direction(part):
                return found
        elif part.tag not in _PASSED_OVER and not part.get("dir"):
            waiting.append(iter(_texts(part)))
    return ""


def _texts(element: Any) -> Iterator[Any]:
    """The texts and elements in an element, in their order."""
    yield element.text or ""
    for child in element:
        yield child
        yield child.tail or ""


def _direction(text: str) -> str:
    from unicodedata import bidirectional

    kinds = (_DIRECTIONS.get(bidirectional(character), "") for character in text)
    return next(filter(None, kinds), "")
