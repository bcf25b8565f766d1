"""Lowering (stage 7c): the room around a box: margins, borders, padding, limits of its width.

Input: a computed style. Output: `Room`, computed but not used yet: percentages stay.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from triplicate.editions.docx.lower.css.borders import LOGICAL_EDGES
from triplicate.editions.docx.lower.css.units import computed, length

SIDES = ("top", "right", "bottom", "left")
TOP, RIGHT, BOTTOM, LEFT = range(4)
_READ = frozenset(
    [f"{name}_{side}" for name in ("margin", "padding") for side in SIDES]
    + [f"border_{side}_width" for side in SIDES]
    + ["width", "max_width", "min_width", "text_indent"]
)
LOGICAL = frozenset(
    [f"{name}_{side}" for name in ("margin", "padding") for side in LOGICAL_EDGES]
    + [f"border_{side}_width" for side in LOGICAL_EDGES]
    + ["inline_size", "max_inline_size", "min_inline_size", "block_size", "max_block_size"]
)


class Room(NamedTuple):
    """``margin``, ``edge`` (border widths in pixels) and ``padding`` are by side, as in SIDES.

    ``width``, ``max_width`` and ``min_width`` are those of the content, or ``with_edges`` and
    padding.
    """

    margin: tuple[Any, ...]
    edge: tuple[float, ...]
    padding: tuple[Any, ...]
    width: Any
    max_width: Any
    indent: Any
    with_edges: bool
    min_width: Any = "auto"


def read_room(style: Any, parent: Room | None) -> Room:
    """Read a style; with its parent's room at hand, only what the style declares.

    Logical properties (margin-inline-start) declare the physical ones under another name.
    """
    declared = getattr(style, "cascaded", {})
    if parent is None or not LOGICAL.isdisjoint(declared):
        return _whole(style)
    if _READ.isdisjoint(declared):
        return bare(parent)

    def read(name: str) -> Any:
        return computed(style, name) if name in declared else 0

    return Room(
        tuple(read(f"margin_{side}") for side in SIDES),
        tuple(length(read(f"border_{side}_width")) for side in SIDES),
        tuple(read(f"padding_{side}") for side in SIDES),
        computed(style, "width") if "width" in declared else "auto",
        computed(style, "max_width") if "max_width" in declared else "none",
        computed(style, "text_indent") if "text_indent" in declared else parent.indent,
        "box_sizing" in declared and style["box_sizing"] == "border-box",
        computed(style, "min_width") if "min_width" in declared else "auto",
    )


def _whole(style: Any) -> Room:
    return Room(
        tuple(computed(style, f"margin_{side}") for side in SIDES),
        tuple(length(style[f"border_{side}_width"]) for side in SIDES),
        tuple(computed(style, f"padding_{side}") for side in SIDES),
        computed(style, "width"),
        computed(style, "max_width"),
        computed(style, "text_indent"),
        style["box_sizing"] == "border-box",
        computed(style, "min_width"),
    )


def without(room: Room, side: int) -> Room:
    """The room around a box that is broken at a side."""
    margin, edge, padding = (
        tuple(0 if at == side else value for at, value in enumerate(values))
        for values in (room.margin, room.edge, room.padding)
    )
    return room._replace(margin=margin, edge=edge, padding=padding)


def bare(room: Room) -> Room:
    """How the first line begins: what boxes inherit, and all that is left where a cell has it."""
    none = (0.0,) * 4
    return Room(none, none, none, "auto", "none", room.indent, room.with_edges)
