"""Whether an SVG can be drawn in reasonable time.

Input: its bytes. Output: how many elements a renderer draws. A few lines in which each group
uses the one before ten times (``<use>``) ask for billions, and WeasyPrint 70 and browsers try.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, ParseError, fromstring

MOST_DRAWN = 200_000
_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
_NOT_DRAWN = ("defs", "symbol")


def is_drawable(data: bytes) -> bool:
    """Whether ``data`` draw at most ``MOST_DRAWN`` elements; true of what is no XML."""
    try:
        root = fromstring(data)  # expat itself bounds what entities expand to
    except ParseError:
        return True
    targets = {id_: element for element in root.iter() if (id_ := element.get("id"))}
    drawn, waiting = 0, [root]
    while waiting and drawn <= MOST_DRAWN:
        element = waiting.pop()
        drawn += 1
        waiting.extend(child for child in element if _name(child) not in _NOT_DRAWN)
        target = _used(element, targets)
        if target is not None:
            waiting.append(target)
    return drawn <= MOST_DRAWN


def _used(element: Element, targets: dict[str, Element]) -> Element | None:
    if _name(element) != "use":
        return None
    href = next((found for name in _HREFS if (found := element.get(name))), "")
    return targets.get(href.removeprefix("#"))


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
