"""Lowering (stage 7c): what blocks make of the blocks in them.

Input: a block box and what stands around it. Output: the `Place` of what is in it. A heading's
blocks are lines of one heading: Word, as HTML, has one entry of the outline for it. One that
holds more than a title is a heading without an end tag, and ends with its first block.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx.lower import roles
from triplicate.editions.docx.lower.drafts import each_paragraph
from triplicate.editions.docx.names import BODY_TEXT, QUOTE
from triplicate.layout.tree import is_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from triplicate.editions.docx.lower.context import Context
    from triplicate.editions.docx.lower.drafts import Draft, Place

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
LISTS = ("ul", "ol", "menu")
# Elements whose paragraphs have the style of the element.
HOLDERS = (*HEADINGS, "caption", "figcaption", "dt", "dd", "pre")
# What follows a heading, where HTML allows none of it inside.
PARTS = ("p", "pre", "blockquote", "dl", "ul", "ol", "section", "article")
# What is no title any more.
MAX_LINES, MAX_LETTERS = 4, 300
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
    """Whether a box is a heading that holds a few short blocks, and in them nothing but text."""
    if not _holds_no_line(box):
        return False
    inner = list(box.descendants())
    if not all(map(_is_text, inner)):
        return False
    lines = sum(map(is_line, inner))
    letters = sum(len(getattr(one, "text", "")) for one in inner)
    return lines <= MAX_LINES and letters <= MAX_LETTERS and not _goes_on(box, inner)


def _is_text(box: Any) -> bool:
    """Whether a box in the flow is text or holds something: a rule is empty."""
    name = type(box).__name__
    return name in TEXT and box.is_in_normal_flow() and (name != "BlockBox" or bool(box.children))


def _holds_no_line(box: Any) -> bool:
    if box.element_tag not in HEADINGS or not box.children:
        return False
    return not is_line(box.children[0])


def _goes_on(box: Any, inner: Iterable[Any]) -> bool:
    """Whether paragraphs follow words of a heading's own, as where its end tag is missing."""
    first = box.children[0]
    return first.element is box.element and any(one.element_tag in PARTS for one in inner)


def end_heading(drafts: list[Draft], box: Any, context: Context) -> None:
    """Let a heading end where the first block in it does: the page never says where.

    The outline would have all of them.
    """
    if not _holds_no_line(box):
        return
    heading = roles.paragraph_style(box.element_tag, context.headings, "")
    begun = [n for n, one in enumerate(drafts) if getattr(one, "style", "") == heading]
    following = drafts[begun[0] + 1 :] if begun else []
    if not following:
        return
    for draft in each_paragraph(following):
        if draft.style == heading:
            draft.style = BODY_TEXT
    context.report(
        "word-flow",
        f"expected a heading that ends before the blocks after it, found <{box.element_tag}> "
        "around them",
        f"close it: </{box.element_tag}>",
    )
