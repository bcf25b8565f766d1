"""SVG that shows what it shows and does nothing: no scripts, no files, no endless copies.

Input: the tree of an SVG, which came with a page or a report. Output: the same tree without what
runs, loads or multiplies; what that was, in words for messages.
"""

from __future__ import annotations

import re
from typing import Any

from triplicate.elements import name

# Shapes that one drawing may come to when copies of copies are made: programs hang beyond.
MAX_SHAPES = 100_000
ENDLESS = 1e12
XLINK = "{http://www.w3.org/1999/xlink}href"
SVG = "{http://www.w3.org/2000/svg}"
ACTIVE = ("script", "handler", "listener", "set", "iframe", "audio", "video", "object", "embed")
MOVING = ("animate", "animateMotion", "animateTransform", "animateColor", "discard")
# Shown where something uses what is in them.
NOT_DRAWN = ("defs", "symbol")
_DATA_PICTURE = re.compile(r"\s*data:image/(?:png|jpe?g|gif|webp)[;,]", re.IGNORECASE)
_ADDRESS = re.compile(r"""url\(\s*(["']?)(?!#|data:image/|data:font/)[^)"']*\1\s*\)""", re.I)
_IMPORT = re.compile(r"@import\b[^;]*;?", re.IGNORECASE)


def cleaned(root: Any) -> tuple[str, ...]:
    """Take out of a drawing what is no picture; the names of what that was."""
    found: dict[str, None] = {}
    for parent in list(root.iter()):
        for child in list(parent):
            if what := _foreign(child):
                found[what] = None
                _remove(parent, child)
        for what in _clean_attributes(parent):
            found[what] = None
        if name(parent) == "style" and parent.text:
            text = _ADDRESS.sub("none", _IMPORT.sub("", parent.text))
            if text != parent.text:
                parent.text, found["references to files"] = text, None
    if shapes(root) > MAX_SHAPES:
        found["copies of copies (<use>) without measure"] = None
        for parent in list(root.iter()):
            for child in [child for child in parent if name(child) == "use"]:
                _remove(parent, child)
    return tuple(found)


def cleaned_file(data: bytes) -> tuple[bytes, tuple[str, ...]]:
    """The file of an SVG without what is no picture, and what that was."""
    from xml.etree import ElementTree

    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError:
        return data, ()  # shows nothing
    removed = cleaned(root)
    if not removed:
        return data, ()
    ElementTree.register_namespace("", SVG[1:-1])
    ElementTree.register_namespace("xlink", XLINK[1:].partition("}")[0])
    return ElementTree.tostring(root), removed


def _foreign(element: Any) -> str:
    """What an element is in words, where it is no part of a drawing; else ""."""
    tag = name(element)
    if tag in ACTIVE:
        return "scripts" if tag != "set" else "animations"
    if tag in MOVING:
        return "animations"
    return "HTML (<foreignObject>)" if tag == "foreignObject" else ""


def _remove(parent: Any, child: Any) -> None:
    """Remove an element, but not the text after it."""
    index = list(parent).index(child)
    if child.tail and index:
        before = parent[index - 1]
        before.tail = (before.tail or "") + child.tail
    elif child.tail:
        parent.text = (parent.text or "") + child.tail
    parent.remove(child)


def _clean_attributes(element: Any) -> list[str]:
    found = []
    for key, value in list(element.attrib.items()):
        bare = key.rpartition("}")[2].lower()
        if bare.startswith("on"):
            del element.attrib[key]
            found.append("scripts")
        elif bare in ("href", "src") and not _is_inside(element, value):
            # A link is no part of the picture: nobody can follow it there.
            del element.attrib[key]
            if name(element) != "a":
                found.append("references to files")
        elif "url(" in value and _ADDRESS.search(value):
            element.set(key, _ADDRESS.sub("none", value))
            found.append("references to files")
    return found


def _is_inside(element: Any, address: str) -> bool:
    """Whether an address leads to the drawing itself, or to data of a picture for a picture."""
    if address.startswith("#"):
        return True
    return name(element) in ("image", "feImage") and _DATA_PICTURE.match(address) is not None


def shapes(root: Any) -> float:
    """How many elements a drawing shows, copies by ``use`` too; `ENDLESS` where they go round."""
    if next(root.iter(f"{SVG}use"), None) is None:
        return 0
    parts = {element.get("id"): element for element in root.iter() if element.get("id")}
    known: dict[Any, float] = {}
    return _count(root, parts, known)


def is_drawable(data: bytes) -> bool:
    """Whether the file of an SVG comes to at most ``MAX_SHAPES``; true of what is no XML."""
    if b"use" not in data:
        return True
    from xml.etree import ElementTree

    try:
        return shapes(ElementTree.fromstring(data)) <= MAX_SHAPES
    except ElementTree.ParseError:
        return True  # layout reports it


def _count(root: Any, parts: dict[Any, Any], known: dict[Any, float]) -> float:
    """The shapes of an element, those of the copied parts first: without recursion."""
    waiting = [(root, False)]
    open_: set[Any] = set()
    while waiting:
        element, ready = waiting.pop()
        if element in known:
            continue
        inner = [child for child in element if name(child) not in NOT_DRAWN]
        if name(element) == "use":
            address = element.get("href") or element.get(XLINK) or ""
            inner += [parts[address[1:]]] if address[1:] in parts else []
        if ready:
            open_.discard(element)
            count = 1 + sum(known.get(one, ENDLESS) for one in inner)
            known[element] = min(ENDLESS, count)
        elif element in open_:
            known[element] = ENDLESS
        else:
            open_.add(element)
            waiting.append((element, True))
            waiting += [(one, False) for one in inner]
    return known[root]
