"""What only the finished pages tell, as plain values for writers in another process.

Input: the pages that `triplicate.layout.engine.paginate` has made. Output: `LayoutFacts`. Boxes
are numbered before layout (`number_boxes`), because layout takes copies of them, which keep it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weasyprint.document import Document

    from triplicate.layout.engine import BoxTree

Value = TypeVar("Value")


class LayoutFacts(NamedTuple):
    """Used values of a laid-out document; lengths in CSS pixels.

    ``pages`` counts the pages. ``anchors`` maps an id to the number that its page shows.
    ``tables`` holds the widths of each table's columns, without the spacing between them, in the
    order of columns; ``images`` the width and height of each picture's content; ``calls`` the
    number of each footnote, where pages number them. All are in document order: a box's place is
    its ``fact_index``; empty where it was not laid out.
    """

    pages: int
    anchors: dict[str, int]
    tables: tuple[tuple[float, ...], ...] = ()
    images: tuple[tuple[float, ...], ...] = ()
    calls: tuple[str, ...] = ()


def number_boxes(root: Any) -> None:
    """Give tables, pictures and calls of footnotes their ``fact_index``, each kind from 0.

    Boxes that hold one have ``holds_facts``, so that `read_facts` need not look into others.
    """
    counts = {"tables": 0, "images": 0, "calls": 0}
    ancestors = [root]
    stack = [iter((root,))]
    while stack:
        box = next(stack[-1], None)
        if box is None:
            stack.pop()
            ancestors.pop()
            continue
        if kind := _kind(box):
            box.fact_index = counts[kind]
            counts[kind] += 1
            for ancestor in ancestors:
                ancestor.holds_facts = True
            box.holds_facts = True
        if children := _children(box):
            stack.append(iter(children))
            ancestors.append(box)


def read_facts(document: Document, tree: BoxTree) -> LayoutFacts:
    """What ``document``, made from ``tree``, has settled."""
    found: dict[str, dict[int, Any]] = {"tables": {}, "images": {}, "calls": {}}
    anchors: dict[str, int] = {}
    # The counters at the end of a page are those that the next page begins with.
    states = (state for _, _, _, state, _ in tree.context.page_maker[1:])
    for page, state in zip(document.pages, states, strict=True):
        number = state[1]["page"][-1]
        for anchor in page.anchors:
            anchors.setdefault(anchor, number)
        for kind, box in _fact_boxes(page._page_box):
            found[kind].setdefault(box.fact_index, _used(kind, box))
    tables, images = (_in_order(found[kind], ()) for kind in ("tables", "images"))
    return LayoutFacts(len(document.pages), anchors, tables, images, _in_order(found["calls"], ""))


def _kind(box: Any) -> str:
    if hasattr(box, "column_groups"):
        return "tables"
    if box.footnote is not None:
        return "calls"
    return "images" if hasattr(box, "replacement") else ""


def _children(box: Any) -> list[Any]:
    """The boxes in ``box``, and the footnote that it calls."""
    note = getattr(box, "footnote", None)
    return [*box.children, *([note] if note is not None else [])]


def _fact_boxes(page: Any) -> Iterator[tuple[str, Any]]:
    """The numbered boxes on a page; those of its margin boxes have no number."""
    stack = list(reversed(page.children))
    while stack:
        box = stack.pop()
        if hasattr(box, "fact_index"):
            yield _kind(box), box
        if hasattr(box, "holds_facts"):
            stack.extend(reversed(box.children))
        elif type(box).__name__ == "FootnoteAreaBox":
            # Layout wraps what is in footnotes into new boxes.
            notes = (note for child in box.children for note in child.descendants())
            yield from ((_kind(note), note) for note in notes if hasattr(note, "fact_index"))


def _used(kind: str, box: Any) -> Any:
    if kind == "calls":
        return getattr(box, "number_text", "")
    if kind == "images":
        return (float(box.width), float(box.height))
    # WeasyPrint turns the list around for drawing from right to left.
    widths = box.column_widths
    return tuple(reversed(widths) if box.style["direction"] == "rtl" else widths)


def _in_order(values: dict[int, Value], missing: Value) -> tuple[Value, ...]:
    return tuple(values.get(index, missing) for index in range(max(values, default=-1) + 1))
