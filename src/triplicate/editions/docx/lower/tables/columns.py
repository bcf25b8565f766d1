"""Lowering (stage 7c): the columns of a table: how many, and how wide before layout has told.

Input: a table box. Output: widths in pixels. They are final in a fixed layout; else they stand in
until `triplicate.layout.facts` knows better.
"""

from __future__ import annotations

from typing import Any

from triplicate.editions.docx.lower.css.units import computed, known_length, length

# In an automatic layout a column is as wide as its longest word, to the last fraction of a point.
# Another program, which measures a little more, would break the word: this much of the padding
# after the text is taken back, in twips, or before it where there is too little.
SLACK = 8


def spacing(box: Any) -> tuple[float, float]:
    """The distance between columns and between rows in pixels; none where borders collapse."""
    if box.style["border_collapse"] == "collapse":
        return 0.0, 0.0
    across, down = box.style["border_spacing"]
    return float(across), float(down)


def inset(box: Any) -> tuple[float, float]:
    """What a table's own border and padding take on the left and on the right, in pixels."""
    if box.style["border_collapse"] == "collapse":
        # A table without cells gets no borders, and no widths for them.
        return getattr(box, "border_left_width", 0.0), getattr(box, "border_right_width", 0.0)
    left, right = (
        length(computed(box.style, f"padding_{side}")) + length(box.style[f"border_{side}_width"])
        for side in ("left", "right")
    )
    return left, right


def padding_around(box: Any) -> tuple[float, float]:
    """A table's own padding above and below its rows, in pixels."""
    if box.style["border_collapse"] == "collapse":
        return 0.0, 0.0
    above, below = (length(computed(box.style, f"padding_{side}")) for side in ("top", "bottom"))
    return above, below


def count_columns(box: Any) -> int:
    """The columns that cells and ``<col>`` elements ask for, at least 1."""
    cells = (cell for group in box.children for row in group.children for cell in row.children)
    declared = sum(len(group.children) or group.span for group in box.column_groups)
    return max((cell.grid_x + cell.colspan for cell in cells), default=1) or declared or 1


def column_widths(box: Any, count: int, width: float) -> list[float]:
    """The widths of ``count`` columns that share ``width`` pixels, spacing included.

    As CSS 2.2, 17.5.2.1 has it for fixed layout: columns first, then cells of the first row, and
    what is left in equal shares.
    """
    gap, _ = spacing(box)
    widths: list[float | None] = [None] * count
    columns = [column for group in box.column_groups for column in group.children]
    for index, column in enumerate(columns[:count]):
        widths[index] = known_length(computed(column.style, "width"), width)
    for cell in _first_row(box):
        wanted = known_length(computed(cell.style, "width"), width)
        if wanted is not None:
            _share(widths, cell, wanted + _beside_text(cell, width) - gap * (cell.colspan - 1))
    rest = max(0.0, width - gap * (count + 1) - sum(w for w in widths if w is not None))
    free = widths.count(None)
    if free:
        return [rest / free + gap if w is None else w + gap for w in widths]
    return [(w or 0.0) + rest / count + gap for w in widths]


def _first_row(box: Any) -> list[Any]:
    return next((list(row.children) for group in box.children for row in group.children), [])


def _share(widths: list[float | None], cell: Any, width: float) -> None:
    """Divide a cell's width among those of its columns that have none yet."""
    spanned = range(cell.grid_x, min(cell.grid_x + cell.colspan, len(widths)))
    free = [index for index in spanned if widths[index] is None]
    rest = width - sum(widths[index] or 0.0 for index in spanned)
    for index in free:
        widths[index] = max(0.0, rest) / len(free)


def _beside_text(cell: Any, width: float) -> float:
    """A cell's padding and borders, which its width leaves out unless it says otherwise."""
    if cell.style["box_sizing"] == "border-box":
        return 0.0
    # Only where the table's borders collapse has the box widths of its own.
    collapsed = hasattr(cell, "border_left_width")
    total = 0.0
    for side in ("left", "right"):
        edge = f"border_{side}_width"
        total += getattr(cell, edge) if collapsed else length(cell.style[edge])
        total += length(computed(cell.style, f"padding_{side}"), width)
    return total
