"""Packaging (stage 7c): the places of what stands beside the text, once the layout has told them.

Input: `ir.Floating`. Output: ``<w:framePr>`` of paragraphs and ``<w:tblpPr>`` of tables, both
measured from the column or cell, and from the top of the paragraph after them; for `ir.Clear`,
a break that leads below them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from triplicate.editions.docx import ir
from triplicate.editions.docx.package.xml import tab_stops, within

if TYPE_CHECKING:
    from collections.abc import Callable

    from triplicate.editions.docx.package.late import Late
    from triplicate.layout.facts import LayoutFacts

TWIPS_PER_PIXEL = 15
TALL = 12_000  # twips; A4 with margins of an inch has 13,958
NEAR = 10  # twips: what is as near to an edge stands at it


class _Place(NamedTuple):
    """Distances from both edges of the column, a size that includes the margins.

    ``down`` is the distance from the top of the paragraph after it.
    """

    left: int
    right: int
    width: int
    height: int = 0
    down: int = 0


def frame(floating: ir.Floating, late: Late) -> str:
    """The frame that paragraphs stand in; their indents are its margins."""
    if floating.on_page:
        return _framed_on_page(floating, floating.on_page)
    if floating.lines:
        return (
            f'<w:framePr w:dropCap="drop" w:lines="{floating.lines}" '
            f'w:hSpace="{floating.margins[1]}" w:wrap="around" w:vAnchor="text" w:hAnchor="text"/>'
        )

    def written(place: _Place) -> str:
        # Word takes an offset of 0 for none.
        across = f'w:xAlign="{side}"' if (side := _at(floating, place)) else f'w:x="{place.left}"'
        return (
            f'<w:framePr {_size(place.width + floating.slack, place.height)} w:wrap="around" '
            f'w:vAnchor="text" w:hAnchor="text" {across} '
            f'w:y="{_offset(floating.down + place.down, floating.drop)}"/>'
        )

    return _held(floating, late, written)


def table_place(floating: ir.Floating, late: Late) -> str:
    """The place of a table and its distances to the text."""
    top, right, bottom, left = floating.margins
    if floating.on_page:
        across, down = (within(offset or 1) for offset in floating.on_page)
        return (
            '<w:tblpPr w:leftFromText="0" w:rightFromText="0" w:topFromText="0" '
            'w:bottomFromText="0" w:vertAnchor="page" w:horzAnchor="page" '
            f'w:tblpX="{across}" w:tblpY="{down}"/><w:tblOverlap w:val="never"/>'
        )

    def written(place: _Place) -> str:
        side = _at(floating, place)
        edge = {"left": left, "right": right}.get(side, 1)
        across = f'w:tblpX="{place.left + left}"' if edge else f'w:tblpXSpec="{side}"'
        down = floating.down + place.down + top
        return (
            f'<w:tblpPr w:leftFromText="{max(0, left)}" w:rightFromText="{max(0, right)}" '
            f'w:topFromText="0" w:bottomFromText="{max(0, bottom)}" w:vertAnchor="text" '
            f'w:horzAnchor="text" {across} w:tblpY="{_offset(down, floating.drop)}"/>'
            '<w:tblOverlap w:val="never"/>'
        )

    return _held(floating, late, written)


def _offset(down: int, drop: int) -> int:
    """The distance from a paragraph's top; Word takes one of 0 for none."""
    return within((down + drop or 1) if drop else max(1, down))


def _framed_on_page(floating: ir.Floating, place: tuple[int, int]) -> str:
    x, y = (within(offset or 1) for offset in place)
    return (
        f'<w:framePr {_size(floating.width + floating.slack, floating.height)} w:wrap="around" '
        f'w:vAnchor="page" w:hAnchor="page" w:x="{x}" w:y="{y}"/>'
    )


def _size(width: int, height: int) -> str:
    """The width of a frame and its least height, of which 0 is none."""
    least = f' w:h="{max(1, within(height))}" w:hRule="atLeast"' if height else ""
    return f'w:w="{max(1, within(width))}"{least}'


def below(clear: ir.Clear, late: Late, lower: str, usual: str) -> str:
    """The beginning of a block: ``lower`` after a break that leads below what floats, or ``usual``.

    The break stands in a paragraph of 1 pt: in a heading, it would be part of the heading's text.
    LibreOffice looks for what floats at the right only as far as the line goes: a tab leads there.
    """
    tabs = tab = ""
    if clear.side != "left":
        tabs, tab = tab_stops((ir.Tab("right", clear.end),)), "<w:tab/>"
    space = f'<w:spacing w:before="{clear.before}"/>' if clear.before else ""
    moved = (
        f'<w:p><w:pPr><w:pStyle w:val="AfterTable"/>{tabs}{space}</w:pPr><w:r>{tab}'
        f'<w:br w:type="textWrapping" w:clear="{clear.side}"/></w:r></w:p>{lower}'
    )
    fact = clear.fact
    if fact is None:
        return moved
    return late.hold(
        lambda facts: moved if any(map(any, facts.clears[fact : fact + 1])) else usual, moved
    )


def _held(floating: ir.Floating, late: Late, written: Callable[[_Place], str]) -> str:
    own, fact = written(_expected(floating)), floating.fact
    if fact is None:
        return own

    def read(facts: LayoutFacts) -> str:
        found = facts.floats[fact : fact + 1]
        if not any(found):
            return own
        left, width, right, *rest = (round(length * TWIPS_PER_PIXEL) for length in found[0])
        if rest and rest[0] > TALL:
            return ""  # what stands beside the text ends with the page: LibreOffice hides the rest
        return written(_Place(left + floating.left, right + floating.right, width, *rest))

    return late.hold(read, own)


def _expected(floating: ir.Floating) -> _Place:
    """The place of what floats alone."""
    free = max(0, floating.room - floating.width)
    before, after = (0, free) if floating.side == "left" else (free, 0)
    return _Place(before + floating.left, after + floating.right, floating.width)


def _at(floating: ir.Floating, place: _Place) -> str:
    """The side of the column that a place is at, or ""."""
    distance = place.left if floating.side == "left" else place.right
    return floating.side if abs(distance) <= NEAR else ""
