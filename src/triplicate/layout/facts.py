"""What only the finished pages tell, as plain values for writers in another process.

Input: the pages that `triplicate.layout.engine.paginate` has made. Output: `LayoutFacts`. Boxes
are numbered before layout (`number_boxes`), because layout takes copies of them, which keep it.
"""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from triplicate.layout.floats import continued, used_place
from triplicate.layout.spots import (
    Spot,
    broken,
    free_below,
    holder,
    holds_positioned,
    is_arranged,
    is_asked_about,
    is_block,
    is_positioned,
    is_too_deep,
    read_spot,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from weasyprint.document import Document

    from triplicate.layout.tree import BoxTree

Value = TypeVar("Value")

# What is told of, and the attribute that numbers its boxes.
NUMBERS = {
    "tables": "fact_index",
    "images": "fact_index",
    "calls": "fact_index",
    "floats": "float_index",
    "clears": "clear_index",
    "spots": "spot_index",
}
PLACES = tuple(dict.fromkeys(NUMBERS.values()))


class LayoutFacts(NamedTuple):
    """Used values of a laid-out document; lengths in CSS pixels.

    ``pages`` counts the pages. ``anchors`` maps an id to the number that its page shows. The
    others are in document order, where a box's place is its ``fact_index``, ``float_index``,
    ``clear_index`` or ``spot_index``; empty where it was not laid out. ``tables`` holds the widths
    of each table's columns, without the spacing between them, in the order of columns; ``images``
    the width and height of each picture's content; ``calls`` the number of each footnote, where
    pages number them; ``floats`` the places of floating boxes (`triplicate.layout.floats`);
    ``clears`` how far each box with ``clear`` was moved below them; ``spots`` where boxes are that
    do not stand one below the other, None for those that were not laid out.
    """

    pages: int
    anchors: dict[str, int]
    tables: tuple[tuple[float, ...], ...] = ()
    images: tuple[tuple[float, ...], ...] = ()
    calls: tuple[str, ...] = ()
    floats: tuple[tuple[float, ...], ...] = ()
    clears: tuple[tuple[float, ...], ...] = ()
    spots: tuple[Spot | None, ...] = ()


def number_boxes(root: Any) -> bool:
    """Number the boxes under ``root`` that facts are told of, each kind from 0.

    Boxes that hold one have ``holds_facts``, so that `read_facts` need not look into others.
    Returns whether there are any whose spots are asked about, and layout can soon tell them.
    """
    counts = dict.fromkeys(NUMBERS, 0)
    is_placed = is_deep = False
    ancestors = [root]
    stack = [iter((root,))]
    while stack:
        box = next(stack[-1], None)
        if box is None:
            stack.pop()
            ancestors.pop()
            continue
        if kinds := _kinds(box):
            for kind in kinds:
                setattr(box, NUMBERS[kind], counts[kind])
                counts[kind] += 1
            if is_positioned(box):
                box.held_by = holder(ancestors)
            is_placed = is_placed or is_arranged(box, ancestors[-1])
            is_deep = is_deep or is_too_deep(box, ancestors)
            for ancestor in ancestors:
                ancestor.holds_facts = True
            box.holds_facts = True
        if children := _children(box):
            stack.append(iter(children))
            ancestors.append(box)
    return is_placed and not is_deep


def read_facts(document: Document, tree: BoxTree) -> LayoutFacts:
    """What ``document``, made from ``tree``, has settled."""
    found: dict[str, dict[int, Any]] = {kind: {} for kind in NUMBERS}
    anchors: dict[str, int] = {}
    # The counters at the end of a page are those that the next page begins with.
    states = (state for _, _, _, state, _ in tree.context.page_maker[1:])
    for index, (page, state) in enumerate(zip(document.pages, states, strict=True)):
        number = state[1]["page"][-1]
        for anchor in page.anchors:
            anchors.setdefault(anchor, number)
        below = cache(partial(free_below, page._page_box))
        for box, container in _fact_boxes(page._page_box):
            for kind in _kinds(box):
                place = getattr(box, NUMBERS[kind])
                if kind == "spots" and place in found[kind]:
                    found[kind][place] = broken(found[kind][place])
                elif kind == "floats" and place in found[kind]:
                    found[kind][place] = continued(found[kind][place], box)
                elif place not in found[kind]:
                    found[kind][place] = (
                        _spot(box, container, index, page._page_box.height, below)
                        if kind == "spots"
                        else _used(kind, box, container)
                    )
    calls, spots = _in_order(found.pop("calls"), ""), _in_order(found.pop("spots"), None)
    tables, images, floats, clears = (_in_order(values, ()) for values in found.values())
    return LayoutFacts(len(document.pages), anchors, tables, images, calls, floats, clears, spots)


def _spot(
    box: Any,
    container: Any,
    index: int,
    page_height: float,
    below: Callable[[], tuple[set[int], float]],
) -> Spot:
    spot = read_spot(box, container, index, page_height)
    if spot.down is not None or not hasattr(box, "held_by"):
        return spot
    last, free = below()
    return spot._replace(free=free) if id(box) in last else spot


def _kinds(box: Any) -> list[str]:
    style, kinds = box.style, []
    if hasattr(box, "column_groups"):
        kinds.append("tables")
    if box.footnote is not None:
        kinds.append("calls")
    if hasattr(box, "replacement"):
        kinds.append("images")
    elif style["float"] != "none" and box.is_floated():
        kinds.append("floats")
    if style["clear"] != "none":
        kinds.append("clears")
    if is_asked_about(box) or (holds_positioned(box) and is_block(box)):
        kinds.append("spots")
    return kinds


def _children(box: Any) -> list[Any]:
    """The boxes in ``box``, and the footnote that it calls."""
    note = getattr(box, "footnote", None)
    return [*box.children, *([note] if note is not None else [])]


def _fact_boxes(page: Any) -> Iterator[tuple[Any, Any]]:
    """The numbered boxes on a page and their containers; those of margin boxes have no number."""
    stack = [(child, page) for child in reversed(page.children)]
    while stack:
        box, container = stack.pop()
        if _is_numbered(box):
            yield box, container
        if hasattr(box, "holds_facts") or _is_column(box, container):
            inner = container if type(box).__name__ in ("LineBox", "InlineBox") else box
            stack.extend((child, inner) for child in reversed(box.children))
        elif type(box).__name__ == "FootnoteAreaBox":
            # Layout wraps what is in footnotes into new boxes.
            notes = (note for child in box.children for note in child.descendants())
            yield from ((note, box) for note in notes if _is_numbered(note))


def _is_column(box: Any, container: Any) -> bool:
    """Whether layout has made a box for a column of its container's text."""
    return box.element is container.element and type(box).__name__ == "BlockBox"


def _is_numbered(box: Any) -> bool:
    return any(hasattr(box, name) for name in PLACES)


def _used(kind: str, box: Any, container: Any) -> Any:
    if kind == "calls":
        return getattr(box, "number_text", "")
    if kind == "images":
        return (float(box.width), float(box.height))
    if kind == "clears":
        # Inline boxes such as <br> have none.
        return (float(getattr(box, "clearance", None) or 0.0),)
    if kind == "floats":
        return used_place(box, container)
    # WeasyPrint turns the list around for drawing from right to left.
    widths = box.column_widths
    return tuple(reversed(widths) if box.style["direction"] == "rtl" else widths)


def _in_order(values: dict[int, Value], missing: Value) -> tuple[Value, ...]:
    return tuple(values.get(index, missing) for index in range(max(values, default=-1) + 1))
