"""What WeasyPrint 70 stops at, mended around it.

- It makes the box of a ``::first-letter`` that floats while it lays out a line, and changes the
  line. In columns, in flex and grid containers and on pages that are made again, it finds that box
  the next time and takes it for text.
- It measures running elements for the width of what they stand in, though they have no lines.
- The text that ``content`` gives a ``::marker`` has the marker's position.
- A leader has several texts once its line is laid out, and one is expected the next time.
- Margin boxes have no element for ``attr()`` and ``content()``: these show nothing there.
- Running elements and notes keep a ``display`` of parts of tables, though no table is around them
  where they go. What CSS takes out of the flow is a block (CSS 2.1, 9.7).
- It has no box for a ``::marker`` or the number of a note whose ``display`` is none.

All but the third are guarded patches of functions in ``weasyprint.layout`` and ``weasyprint.css``,
in force only inside the context managers.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LEAVING = ("running()", "note()")
OF_ELEMENTS = ("attr()", "content()")


@contextmanager
def mended_layout() -> Iterator[None]:
    """Let the layout inside the block go on at first letters and running elements."""
    from weasyprint.formatting_structure import build
    from weasyprint.layout import inline, preferred

    lead, fill = inline.handle_leader, build.content_to_boxes
    make = inline.first_letter_to_box
    least, most = preferred.min_content_width, preferred.max_content_width
    inline.first_letter_to_box = partial(_letter_once, make)
    inline.handle_leader = partial(_lead_again, lead)
    build.content_to_boxes = partial(_content_without_element, fill)
    preferred.min_content_width = partial(_flowing_width, least)
    preferred.max_content_width = partial(_flowing_width, most)
    try:
        yield
    finally:
        inline.first_letter_to_box = make
        inline.handle_leader, build.content_to_boxes = lead, fill
        preferred.min_content_width, preferred.max_content_width = least, most


def _letter_once(make: Callable[..., Any], box: Any, skip_stack: Any, style: Any) -> Any:
    """Make the box of a first letter, unless the line has it."""
    from weasyprint.formatting_structure import boxes

    first = box.children[0] if box.children else None
    if isinstance(first, boxes.BlockBox) and first.element_tag.endswith("::first-letter"):
        return skip_stack
    return make(box, skip_stack, style)


def _lead_again(lead: Callable[..., Any], context: Any, line: Any, block: Any) -> Any:
    """Fill the leader of a line with its text, which it may have several times already."""
    from weasyprint.layout.leader import leader_index

    _, leader = leader_index(line)
    if leader is not None:
        leader.children = leader.children[:1]
    return lead(context, line, block)


def _content_without_element(
    fill: Callable[..., Any], style: Any, parent: Any, *rest: Any, **names: Any
) -> Any:
    """The boxes of generated content; in margin boxes without what is an element's."""
    parts = style["content"]
    if parent.element is None and isinstance(parts, tuple | list):
        style = style.copy()
        style["content"] = tuple(part for part in parts if part[0] not in OF_ELEMENTS)
    return fill(style, parent, *rest, **names)


def _flowing_width(width_of: Callable[..., Any], context: Any, box: Any, outer: bool = True) -> Any:
    """The width of a box, 0 where it is in the margin of pages."""
    return 0 if box.is_running() else width_of(context, box, outer=outer)


@contextmanager
def blocks_out_of_flow() -> Iterator[None]:
    """Let parts of tables that leave the flow be blocks, and markers not be displayed."""
    from weasyprint.css.computed_values import COMPUTER_FUNCTIONS
    from weasyprint.formatting_structure import boxes, build

    compute = COMPUTER_FUNCTIONS["display"]
    COMPUTER_FUNCTIONS["display"] = partial(_block_out_of_flow, compute)
    build.BOX_TYPE_FROM_DISPLAY["none",] = boxes.InlineBox
    try:
        yield
    finally:
        COMPUTER_FUNCTIONS["display"] = compute
        del build.BOX_TYPE_FROM_DISPLAY["none",]


def _block_out_of_flow(compute: Callable[..., Any], style: Any, name: str, value: Any) -> Any:
    """The computed ``display`` of an element, "block" for a part of a table that leaves it."""
    display = compute(style, name, value)
    if display[0].startswith("table-") and style.specified["position"][0] in LEAVING:
        return "block", "flow"
    return display


def set_in_marker(box: Any) -> None:
    """Let the text of a marker stand in it."""
    if box.style["position"] == "absolute":
        box.style = box.style.copy()
        box.style["position"] = "static"
