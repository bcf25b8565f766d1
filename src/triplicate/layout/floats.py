"""Where layout has put what floats: plain values about boxes of finished pages.

Input: a floating box on its page, and the box that it floats in. Output: lengths in CSS pixels.
"""

from __future__ import annotations

from typing import Any

from triplicate.layout.tree import is_line


def used_place(box: Any, container: Any) -> tuple[float, ...]:
    """The place of a floating box, its margins included, in the block that it floats in.

    The distance from the block's left edge, the box's width, the distance from the right edge,
    the box's height, and its distance from the top of the text that it floats beside.
    """
    left = box.position_x - container.content_box_x()
    width = box.margin_width()
    down = box.position_y - text_after(box, container)
    return left, width, container.width - left - width, box.margin_height(), down


def continued(place: tuple[float, ...], box: Any) -> tuple[float, ...]:
    """The place of a floating box that goes on on another page, where ``box`` is the rest of it."""
    return *place[:3], place[3] + box.margin_height(), *place[4:]


def text_after(box: Any, container: Any) -> float:
    """The top of the text that ``box`` floats beside: of the block it is in, or the next one."""
    beside = container
    if box in container.children:
        others = container.children[container.children.index(box) + 1 :]
        beside = next((other for other in others if other.is_in_normal_flow()), None)
    while beside and beside.children and not is_line(beside.children[0]):
        beside = next((child for child in beside.children if child.is_in_normal_flow()), None)
    return float(beside.content_box_y() if beside else box.position_y)
