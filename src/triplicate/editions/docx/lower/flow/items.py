"""Lowering (stage 7c): list items to paragraphs with markers.

Input: an item's box. Output: its drafts, the first with the marker that Word is to count. A marker
is CSS's own (outside or inside the text), or content before an item without one: a counter, or a
sign such as a dash or a tick, in the line or positioned before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx.lower.css.breaks import begins_page
from triplicate.editions.docx.lower.css.units import length, twips
from triplicate.editions.docx.lower.drafts import (
    Draft,
    Frame,
    Marker,
    PageBreak,
    ParagraphDraft,
    Place,
    in_flow,
)
from triplicate.editions.docx.lower.flow.blanklines import is_wordless
from triplicate.editions.docx.lower.limits import check_marker, place_of_element, report_on
from triplicate.editions.docx.lower.neighbours import AFTER_TABLE
from triplicate.editions.docx.lower.numbers.markers import (
    hanging,
    is_sign,
    outside_marker,
    sign,
)
from triplicate.editions.docx.lower.numbers.numbering import LEVELS
from triplicate.editions.docx.lower.roles import declared
from triplicate.editions.docx.lower.text.letters import in_lines
from triplicate.editions.docx.lower.text.runs import is_number, number_span
from triplicate.editions.docx.names import LIST_BULLET, LIST_CONTINUE, LIST_NUMBER
from triplicate.layout.tree import is_line

if TYPE_CHECKING:
    from triplicate.editions.docx import ir
    from triplicate.editions.docx.lower.context import Context


SEEN = 1.0  # pixels


def is_item(box: Any) -> bool:
    """Whether a box is a list item, or has the marker of one."""
    if box.element_tag == "li" and hasattr(box.style, "cascaded"):
        return True
    return any(child.is_outside_marker for child in box.children)


def item(box: Any, owner: Any, frame: Frame, place: Place, context: Context) -> list[Draft]:
    """A list item: its first paragraph takes the marker, the others only the indent.

    One that stands in no list belongs to that of the items beside it.
    """
    if not place.depth:
        place = place._replace(depth=1, root=owner.element)
    marker = (
        _outside(box, owner, place, context)
        or _beside(box, owner, place, context)
        or _inside(box, owner, place, context)
    )
    if marker is None:
        return context.block(box, frame, place._replace(text=LIST_CONTINUE))
    if not marker.suffix:
        _report_indent(box, frame, context)
    named = LIST_NUMBER if marker.ordered else LIST_BULLET
    drafts = context.block(box, frame, place._replace(text=named), marker)
    if not marker.ordered and is_wordless(drafts, context):
        _leave_out(drafts[0], box, context)
        return []
    return drafts


def _leave_out(draft: Draft, box: Any, context: Context) -> None:
    """Report an item that is a bullet and nothing else; what begins with it waits for the next."""
    context.anchors += draft.anchors
    context.runs[:0] = draft.runs
    if begins_page(draft):
        context.page_break = PageBreak(draft.begins)
    context.many.add(
        "word-flow",
        "expected words in items of lists, found {} without any",
        f"<{box.element_tag}>",
        "left out",
        lambda: place_of_element(box.element, context),
    )


def _report_indent(item: Any, frame: Frame, context: Context) -> None:
    """Report an indent of the first line, where Word has the text begin beside its number."""
    indent = length(context.formats.room(item.style).indent, frame.width)
    if abs(indent) >= SEEN:
        found = f"found text-indent on <{item.element_tag}>"
        message = f"expected items whose text begins beside the number, {found}"
        report_on(item, "text-indent", "word-css", message, context)


def mark(draft: Draft, marker: Marker) -> None:
    """Put a marker before a paragraph; it hangs unless it stands inside the text."""
    assert isinstance(draft, ParagraphDraft)
    draft.marker = marker
    if not marker.suffix:
        draft.format = draft.format._replace(first_line=-twips(marker.width))


def mark_first(drafts: list[Draft], marker: Marker, context: Context) -> list[Draft] | None:
    """The same drafts, the first paragraph marked; None where they do not begin with one."""
    first = in_flow(drafts)[0]
    if not isinstance(first, ParagraphDraft) or first.marker or first.floating:
        return None
    if first.style == AFTER_TABLE.name:
        return None  # what is positioned hangs on it
    mark(first, marker)
    end = next(n for n, draft in enumerate(drafts, 1) if draft is first)
    return in_lines(drafts[:end], "at the left of plain paragraphs", context) + drafts[end:]


def _outside(item: Any, owner: Any, place: Place, context: Context) -> Marker | None:
    found = outside_marker(item, context)
    if found is None:
        return None
    box = next(child for child in item.children if child.is_outside_marker)
    check_marker(box, declared(box.style), context)
    return _marker(found.text, found.width, found.format, item, owner, place)._replace(
        gap=found.gap
    )


def _beside(item: Any, owner: Any, place: Place, context: Context) -> Marker | None:
    """A sign or a counter before an item that is positioned, or floats, at the left of its text."""
    box = item.children[0] if item.children else None
    if box is None or box.is_in_normal_flow() or not (is_sign(box) or is_number(box)):
        return None
    hang = hanging(box, item)
    if hang <= 0.0:
        return None
    context.signs.add(id(box))
    look, text = context.formats.run(box.style), sign(box)
    inked = context.fonts.width(look, text) * box.style["font_size"]
    return _marker(text, hang, look, item, owner, place)._replace(gap=max(0.0, hang - inked))


def _inside(item: Any, owner: Any, place: Place, context: Context) -> Marker | None:
    """The marker at the beginning of an item's first line."""
    line: Any = item.children[0] if item.children else None
    if line is not None and line.children and not hasattr(line.style, "cascaded"):
        # Text beside a list in the same item has a box without an element.
        line = line if is_line(line) else line.children[0]
    if not is_line(line) or not line.children or place.depth == 0:
        return None
    first, *others = line.children
    if not (is_number(first) or (is_sign(first) and first.is_in_normal_flow())):
        return None
    span = number_span(first, others, context)
    return _marker(span.text, span.width or 0.0, span.format, item, owner, place)._replace(
        suffix=span.suffix
    )


def _marker(
    text: str, width: float, look: ir.RunFormat, item: Any, owner: Any, place: Place
) -> Marker:
    ordered = any(character.isalnum() for character in text)
    kind, depth = str(item.style["list_style_type"]), min(place.depth, LEVELS) - 1
    return Marker(text, ordered, kind, owner.element, place.root, depth, 0.0, width, look)
