"""Lowering (stage 7c): boxes on a plane to rows of columns.

Input: boxes with the places that the layout gave them. Output: the same, cut from side to side
wherever nothing is in the way, and each part from top to bottom. So no cell of a table has to be
merged: what spans rows is a cell beside one that holds several boxes.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from triplicate.layout.spots import Spot

NEAR = 0.6  # pixels: lengths that differ by less are the same


class Item(NamedTuple):
    """A box, its place, and ``start``, which is from where lines of its container begin."""

    box: Any
    spot: Spot
    start: float

    @property
    def end(self) -> float:
        """Where the border box ends, from where lines of its container begin."""
        return self.start + self.spot.width


Column = list[Item]
Band = list[Column]


def item(box: Any, spot: Spot, rtl: bool) -> Item:
    """An item; where a container goes from right to left, distances are measured from the right."""
    start = spot.room - spot.start - spot.width if rtl else spot.start
    return Item(box, spot, start)


def bands(items: Iterable[Item]) -> list[Band]:
    """The rows that items stand in, each a list of columns, a column a list of items."""
    rows = _parted(
        items,
        lambda one: (one.spot.page, one.spot.top),
        lambda one: (one.spot.page, one.spot.bottom),
    )
    return [_columns(row) for row in rows]


def _columns(row: list[Item]) -> Band:
    return _parted(row, lambda one: (0, one.start), lambda one: (0, one.end))


def _parted(
    items: Iterable[Item],
    begin: Callable[[Item], tuple[int, float]],
    end: Callable[[Item], tuple[int, float]],
) -> list[list[Item]]:
    """Items in groups between which nothing stands; those in a group keep their order."""
    items = list(items)
    order = {id(one): place for place, one in enumerate(items)}
    groups: list[list[Item]] = []
    reach = (-1, 0.0)
    for one in sorted(items, key=begin):
        page, at = begin(one)
        if page > reach[0] or at >= reach[1] - NEAR:
            groups.append([])
            reach = end(one)
        groups[-1].append(one)
        reach = max(reach, end(one))
    for group in groups:
        group.sort(key=lambda one: order[id(one)])
    return groups


def is_in_order(found: list[Band], items: list[Item]) -> bool:
    """Whether reading rows from side to side is reading the items in their order."""
    seen = [one.box for one in chain.from_iterable(chain.from_iterable(found))]
    return all(a is b.box for a, b in zip(seen, items, strict=True))


def edges(band: Band) -> list[tuple[float, float]]:
    """Where the columns of a band begin and end."""
    return [(min(one.start for one in c), max(one.end for one in c)) for c in band]


def alike(one: Band, other: Band) -> bool:
    """Whether two bands have the same columns."""
    first, second = edges(one), edges(other)
    return len(first) == len(second) and all(
        abs(a - b) <= NEAR
        for pair in zip(first, second, strict=True)
        for a, b in zip(*pair, strict=True)
    )
