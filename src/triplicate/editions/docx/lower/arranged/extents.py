"""Lowering (stage 7c): how high the rows of layout tables are.

Input: the boxes of a row, and their container. Output: the edges of the row, and whether CSS asks
for its height: else it is that of the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from triplicate.editions.docx.lower.arranged.bands import NEAR, Band
from triplicate.editions.docx.lower.css.units import computed, length

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triplicate.layout.spots import Spot


class Extent(NamedTuple):
    """The upper and lower edge of a row, and whether CSS states its height."""

    top: float
    bottom: float
    stated: bool


def extent(band: Band, owner: Any, container: Spot | None) -> Extent:
    """The edges of a row of ``owner``; ``container`` is where all of its rows are."""
    items = [one for column in band for one in column]
    top, bottom = min(one.spot.top for one in items), max(one.spot.bottom for one in items)
    if container and _is_one_line(owner) and _asks_for_height(owner):
        inner_top, height = container.inner[1], container.inner[3]
        if container.page == items[0].spot.page and top >= inner_top - NEAR:
            return Extent(inner_top, inner_top + height, stated=True)
    stated = _has_rows(owner) or any(_asks_for_height(one.box) for one in items)
    return Extent(top, bottom, stated)


def _has_rows(owner: Any) -> bool:
    """Whether the height of a grid, or of rows of it, is stated."""
    if type(owner).__name__ not in ("GridBox", "InlineGridBox"):
        return False
    rows = owner.style["grid_auto_rows"], owner.style["grid_template_rows"]
    return _asks_for_height(owner) or any(_is_length(value) for value in _values(rows))


def _values(value: Any) -> Iterator[Any]:
    """The values in a list of tracks, which nests those of functions."""
    if isinstance(value, tuple | list) and not hasattr(value, "unit"):
        for inner in value:
            yield from _values(inner)
    else:
        yield value


def _is_length(value: Any) -> bool:
    return getattr(value, "unit", None) == "px"


def _is_one_line(owner: Any) -> bool:
    return type(owner).__name__ in ("FlexBox", "InlineFlexBox") and (
        owner.style["flex_wrap"] == "nowrap"
    )


def _asks_for_height(box: Any) -> bool:
    return hasattr(box.style, "cascaded") and any(
        length(computed(box.style, name)) for name in ("height", "min_height")
    )
