"""What plays, loads or is drawn later, for pages that are read on paper.

Input: the root of a parsed page. Output: the same tree, with what browsers show where they cannot
play it: the words inside; else a link to where it is. WeasyPrint shows nothing for most of these.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from triplicate.layout.lost import Lost

if TYPE_CHECKING:
    from collections.abc import Iterator

PLAYED = ("video", "audio", "iframe", "frame", "canvas", "applet", "embed", "object", "portal")
PICTURES = ("png", "jpg", "jpeg", "gif", "webp", "svg", "bmp", "ico", "tif", "tiff", "apng", "jp2")
# HTML 4.8.4.2.1: addresses without blanks or commas at their ends, each with a descriptor.
_CANDIDATE = re.compile(r"[\s,]*(\S*[^\s,])(?:\s+([\d.]+)([wx])[^,]*)?\s*(?:,|$)")
_SUFFIX = re.compile(r"\.(\w+)(?:[?#].*)?$", re.DOTALL)


def print_media(root: Any) -> Iterator[Lost]:
    """Replace what is under ``root``; tell of what is lost.

    Inner elements first: an object may hold another for those who cannot show it.
    """
    for element in reversed(list(root.iter())):
        if element.tag in PLAYED:
            yield from _print_played(element)
        elif element.tag == "img":
            _choose_source(element)
        elif element.tag == "picture":
            _choose_among(element)
        elif element.tag in ("meter", "progress"):
            _print_gauge(element)
        elif element.tag == "input" and (element.get("type") or "").strip().lower() == "image":
            element.tag = "img"
        elif element.tag == "map" and any(area.get("href") for area in element.iter("area")):
            yield Lost(element, "expected links in words, found <map> with links in a picture")


def _print_played(element: Any) -> Iterator[Lost]:
    tag = element.tag
    if tag == "audio" and element.get("controls") is None:
        element.set("style", "display: none")  # HTML 15.3.1
        return
    if tag in ("embed", "object") and _is_picture(element):
        return
    address = _address(element)
    label = element.get("aria-label") or element.get("title") or address
    if "".join(element.itertext()).strip() or next(element.iter("img"), None) is not None:
        instead = "the words inside stand for it"
    elif label:
        instead = "a link stands for it" if address else "its title stands for it"
        link = element.makeelement("a", {"href": address} if address else {})
        link.text = label
        element.append(link)
    else:
        instead = "nothing stands for it"
    if poster := element.get("poster"):
        element.insert(0, element.makeelement("img", {"src": poster, "alt": ""}))
    if tag in ("embed", "object", "frame"):
        element.tag = "span"  # layout would look for a picture
    found = f'<{tag}> "{_short(address)}"' if address else f"<{tag}>"
    yield Lost(element, f"expected what can be read on paper, found {found}: {instead}")


def _short(address: str) -> str:
    return address if len(address) <= 60 else address[:59] + "…"


def _is_picture(element: Any) -> bool:
    kind = (element.get("type") or "").strip().lower()
    address = element.get("src") or element.get("data") or ""
    if kind or address.startswith("data:"):
        return kind.startswith("image/") or address.startswith("data:image/")
    suffix = _SUFFIX.search(address)
    return suffix is not None and suffix[1].lower() in PICTURES


def _address(element: Any) -> str:
    """Where something is that is played, in its own attribute or that of a source."""
    sources = [element, *element.iter("source")]
    names = ("data",) if element.tag == "object" else ("src",)
    found = (one.get(name) for one in sources for name in names)
    return next((address.strip() for address in found if address), "")


def _choose_source(image: Any) -> None:
    """Let a picture without an address be the finest of its ``srcset``."""
    if image.get("src") is None and image.get("srcset"):
        _show(image, image.get("srcset"))


def _choose_among(picture: Any) -> None:
    """Let the picture of a <picture> be the first that it offers, where it has none itself."""
    image = next(picture.iter("img"), None)
    if image is None or image.get("src") is not None or image.get("srcset"):
        return
    for source in picture.iter("source"):
        kind = source.get("type") or ""
        if source.get("srcset") and kind not in ("image/avif", "image/jxl", "image/heic"):
            _show(image, source.get("srcset"))
            return


def _show(image: Any, srcset: str) -> None:
    """Show the finest picture of a ``srcset``, as large as the descriptor says."""
    found = [(float(size or 1), unit, url) for url, size, unit in _CANDIDATE.findall(srcset)]
    if not found:
        return
    size, unit, url = max(found, key=lambda one: one[0])
    image.set("src", url)
    look = "max-width: 100%" if unit == "w" else f"image-resolution: {size:g}dppx"
    image.set("style", f"{look}; {image.get('style', '')}")


def _print_gauge(element: Any) -> None:
    """Write the value of a bar, where no words inside say it."""
    if "".join(element.itertext()).strip() or not element.get("value"):
        return
    value, most = element.get("value"), element.get("max")
    element.text = f"{value}/{most}" if most else _share(value)


def _share(value: str) -> str:
    try:
        return f"{float(value) * 100:.0f} %"
    except ValueError:
        return value
