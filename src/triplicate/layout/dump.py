"""The box tree as text, for people: what stage 6 has made of the HTML and the CSS.

Input: `BoxTree`. Output: one line a box: its kind, element, id, and the styles that shape it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triplicate.layout.tree import BoxTree


def dump(tree: BoxTree) -> str:
    """Return the boxes of ``tree``, indented by depth; text in quotes, lengths in CSS px."""
    return "\n".join(_lines(tree.root, 0)) + "\n"


def _lines(box: Any, depth: int) -> Iterator[str]:
    indent = "  " * depth
    kind = type(box).__name__.removesuffix("Box")
    if hasattr(box, "text"):
        yield f'{indent}{kind} "{box.text}"'
        return
    yield f"{indent}{kind} {_name(box)} {_style(box.style)}".rstrip()
    for child in getattr(box, "children", ()):
        yield from _lines(child, depth + 1)


def _name(box: Any) -> str:
    attributes = box.element.attrib if box.element is not None else {}
    identity = f"#{attributes['id']}" if "id" in attributes else ""
    return f"<{box.element_tag}{identity}>"


def _style(style: Any) -> str:
    family = style["font_family"][0]
    slant = "" if style["font_style"] == "normal" else f" {style['font_style']}"
    sides = [style[f"margin_{side}"] for side in ("top", "right", "bottom", "left")]
    margins = " ".join(f"{side.value:g}{side.unit}" if side != "auto" else side for side in sides)
    return f"{family} {style['font_size']:g}px {style['font_weight']}{slant}; margin {margins}"
