"""Lowering (stage 7c): what blocks make of the blocks in them.

Input: a block box and what stands around it. Output: the `Place` of what is in it. A heading's
blocks are lines of one heading: Word, as HTML, has one entry of the outline for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx.lower import roles
from triplicate.editions.docx.names import QUOTE

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.context import Context
    from triplicate.editions.docx.lower.drafts import Place

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
LISTS = ("ul", "ol", "menu")
# Elements whose paragraphs have the style of the element.
HOLDERS = (*HEADINGS, "caption", "figcaption", "dt", "dd", "pre")
TEXT = ("BlockBox", "LineBox", "TextBox", "InlineBox", "InlineBlockBox")


def inside_of(box: Any, place: Place, context: Context) -> Place:
    """The place of what is in ``box``."""
    tag = box.element_tag
    if tag == "blockquote":
        return place._replace(text=QUOTE)
    if tag in HOLDERS:
        return place._replace(text=roles.paragraph_style(tag, context.headings, place.text))
    if tag in LISTS:
        root = box.element if place.root is None else place.root
        return place._replace(depth=place.depth + 1, root=root)
    return place


def is_heading_of_blocks(box: Any) -> bool:
    """Whether a box is a heading that holds blocks, and in them nothing but text."""
    if box.element_tag not in HEADINGS or not box.children:
        return False
    if type(box.children[0]).__name__ == "LineBox":
        return False
    return all(
        type(inner).__name__ in TEXT and inner.is_in_normal_flow() for inner in box.descendants()
    )
