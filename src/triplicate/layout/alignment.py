"""Columns of numbers whose separators stand one below the other: ``--align-to: "."`` on cells.

CSS Text 4 (character-based alignment in a table column) has ``text-align: "."``, which WeasyPrint
70 drops as invalid, so it is a custom property. Input: the styled box tree. Output: `Aligned` on
its cells before anything is lowered, and then room beside their text, for the pages alone. The
widths are those of the functions that lay the PDF out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from triplicate.layout.tree import is_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from weasyprint.layout import LayoutContext

    Halves = tuple[float, float]
    Known = dict[tuple[int, str, str], Halves]

PROPERTY = "--align-to"


class Aligned(NamedTuple):
    """The text of a cell, parted where its first ``separator`` begins; lengths in pixels.

    Text without one stands before it. The widest halves are those of all cells that are aligned
    with each other, which makes a block of them as wide as both together.
    """

    separator: str
    before: float
    after: float
    widest_before: float
    widest_after: float

    @property
    def room(self) -> tuple[float, float]:
        """The distances from this cell's text to the left and right edge of the block."""
        return self.widest_before - self.before, self.widest_after - self.after


def measure(root: Any, css: str, html: Any, context: LayoutContext) -> bool:
    """Give the cells under ``root`` that are to be aligned their ``aligned``.

    Those of a column are aligned that have the same text-align, which says where their block
    stands in a wider column. Cells over several columns or lines are not. Returns whether ``css``
    or a style attribute in ``html`` has the property at all: else no box is looked at.
    """
    if PROPERTY not in css and not any(PROPERTY in (e.get("style") or "") for e in html.iter()):
        return False
    known: Known = {}
    for table in (box for box in root.descendants() if hasattr(box, "column_groups")):
        axes: dict[tuple[int, str], list[tuple[Any, str, Halves]]] = {}
        for cell, separator, line in _cells(table):
            axis = axes.setdefault((cell.grid_x, cell.style["text_align_all"]), [])
            axis.append((cell, separator, _halves(line, separator, context, known)))
        for axis in axes.values():
            before, after = (max(halves[side] for *_, halves in axis) for side in (0, 1))
            for cell, separator, halves in axis:
                cell.aligned = Aligned(separator, *halves, before, after)
    return True


def make_room(root: Any) -> None:
    """Move the text of aligned cells to its place, by margins of a box around it."""
    from weasyprint.css.properties import Dimension
    from weasyprint.formatting_structure.boxes import InlineBox

    for cell in list(root.descendants()):
        if not hasattr(cell, "aligned"):
            continue
        line = _line(cell)
        block = InlineBox.anonymous_from(line, line.children)
        block.style = block.style.copy()
        for side, room in zip(("left", "right"), cell.aligned.room, strict=True):
            block.style[f"margin_{side}"] = Dimension(room, "px")
        line.children = [block]


def _cells(table: Any) -> Iterator[tuple[Any, str, Any]]:
    """The cells of a table to be aligned, with their separators and lines."""
    for group in table.children:
        for row in group.children:
            for cell in row.children:
                separator = _separator(cell.style)
                if separator and cell.colspan == 1 and (line := _line(cell)) is not None:
                    yield cell, separator, line


def _separator(style: Any) -> str:
    """What ``--align-to`` names: a string; "" for none."""
    tokens = style["__align_to"] or ()
    return next((str(token.value) for token in tokens if token.type == "string"), "")


def _line(cell: Any) -> Any:
    """The line box that is all a cell holds, in blocks or not; None where there is more or less."""
    box = cell
    while len(box.children) == 1:
        box = box.children[0]
        if is_line(box):
            texts = [one.text for one in box.descendants() if hasattr(one, "text")]
            return box if "".join(texts).strip() and not any("\n" in t for t in texts) else None
        if type(box).__name__ != "BlockBox":
            return None
    return None


def _halves(line: Any, separator: str, context: LayoutContext, known: Known) -> Halves:
    """The widths of a line before and from its separator on."""
    from weasyprint.layout.preferred import inline_max_content_width

    text = getattr(line.children[0], "text", "") if len(line.children) == 1 else ""
    key = id(line.children[0].style), text, separator
    if not text or key not in known:
        whole = inline_max_content_width(context, line, is_line_start=True)
        beginning, is_cut = _cut(line, separator)
        before = inline_max_content_width(context, beginning, is_line_start=True)
        halves = (before, whole - before) if is_cut else (whole, 0.0)
        if not text:
            return halves
        known[key] = halves
    return known[key]


def _cut(box: Any, separator: str) -> tuple[Any, bool]:
    """An inline box or a line up to its first separator, and whether it has one."""
    children: list[Any] = []
    for child in box.children:
        found = False
        if hasattr(child, "text"):
            start = child.text.find(separator)
            found = start >= 0
            if found:
                children += [child.copy_with_text(child.text[:start])] if start else []
            else:
                children.append(child)
        elif type(child).__name__ == "InlineBox":
            inner, found = _cut(child, separator)
            children.append(inner)
        else:
            children.append(child)
        if found:
            return box.copy_with_children(children), True
    return box, False
