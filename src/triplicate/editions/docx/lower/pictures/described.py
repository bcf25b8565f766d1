"""Lowering (stage 7c): what is said of a picture, to those who do not see it and in messages.

Input: replaced boxes. Output: texts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx.lower.limits import place_of_element

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.context import Context

_NO_TEXT = {
    "img": 'add alt="…", or alt="" to what is only decoration',
    "svg": 'add aria-label="…" or a <title>, or aria-hidden="true" to what is only decoration',
}
SOURCES = {"img": "src", "embed": "src", "object": "data"}


def description(box: Any, context: Context) -> tuple[str, str, bool]:
    """What is said of a picture instead of it, its title, and whether nothing is to be said."""
    element = box.element
    tag = str(box.element_tag).rpartition("}")[2]
    if element is None or tag not in (*SOURCES, "svg") or not hasattr(box.style, "cascaded"):
        return "", "", True  # generated content
    label = element.get("aria-label") or element.get("alt")
    if label is None and tag == "svg":
        label = _child_text(element, "title") or _child_text(element, "desc") or None
    hidden = element.get("aria-hidden") == "true" or element.get("role") in ("none", "presentation")
    if hidden or label == "":
        return "", "", True
    if label is None:
        context.many.add(
            "word-picture-text",
            "expected a text for those who do not see it, found {} without one",
            shown(box),
            _NO_TEXT.get(tag, _NO_TEXT["img"]),
            lambda: place_of_element(element, context),
        )
    return " ".join((label or "").split()), element.get("title") or "", False


def shown(box: Any) -> str:
    """A picture's tag and file, for messages."""
    if box is None:
        return "a page's margin"
    tag = str(box.element_tag).rpartition("}")[2]
    source = "" if box.element is None else box.element.get(SOURCES.get(tag, "")) or ""
    name = "" if source.startswith("data:") else source.rpartition("/")[2]
    return f'<{tag}> "{name}"' if name else f"<{tag}>"


def _child_text(element: Any, name: str) -> str:
    return next(
        ("".join(child.itertext()) for child in element if str(child.tag).endswith("}" + name)), ""
    )
