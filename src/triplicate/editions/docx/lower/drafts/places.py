"""Where a draft stands."""

from __future__ import annotations

from typing import Any, NamedTuple

from triplicate.editions.docx.names import BODY_TEXT


class Frame(NamedTuple):
    """Where a box's content stands: pixels in from the edges of its page or cell, and its width."""

    left: float
    right: float
    width: float


class Columns(NamedTuple):
    """Text in ``number`` columns, ``gap`` pixels apart, with a line between them or not.

    ``frame`` is around them all. ``owner`` is the box whose text it is; what spans all of its
    columns is one column of the same frame.
    """

    number: int
    gap: float
    ruled: bool
    frame: Frame
    owner: Any


class Place(NamedTuple):
    """What stands around a block.

    The style of plain text, the list depth, the outermost list, how many boxes that show,
    the name of the pages, None in tables, which no other page interrupts; whether it all floats;
    the columns that its text is in.
    """

    text: str = BODY_TEXT
    depth: int = 0
    root: Any = None
    boxes: int = 0
    page: str | None = None
    floats: bool = False
    columns: Columns | None = None


class NamedPages(NamedTuple):
    """The name of some pages, and the element that asks for them."""

    name: str
    owner: Any


class PageBreak(NamedTuple):
    """A break before the next block: Word's type of the section that begins there, or ""."""

    section: str


class Shown(NamedTuple):
    """The places of the running element that a section shows, and of that ``before`` it.

    None for none. The section ``sets`` it where the element stands in it, ``at_once`` where that
    is on its first page.
    """

    place: int | None
    before: int | None
    sets: bool
    at_once: bool
