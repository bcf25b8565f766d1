"""What stands one below the other: paragraphs, tables and lists of contents."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from triplicate.editions.docx.ir.formats import CellFormat, ParagraphFormat, RunFormat

if TYPE_CHECKING:
    from triplicate.editions.docx.ir.inlines import Inline
    from triplicate.editions.docx.ir.numbering import Number


class Over(NamedTuple):
    """The table that a caption is as wide as: its place and look are those of `Table`.

    ``room`` is the width around the table; ``indents`` are the caption's own on the left and on
    the right of the table's edges, ``usual`` those of its style. Its ``least`` width is that of
    its longest word, ``stop`` as of `Table`.
    """

    fact: int
    columns: int
    gap: int
    align: str
    left: int
    room: int
    indents: tuple[int, int]
    least: int = 0
    stop: int = 0
    usual: tuple[int | None, int | None] = (None, None)


class Floating(NamedTuple):
    """A place beside the text, for neighbouring paragraphs or for a table.

    It is at the ``side``, "left" or "right", of a container that is ``room`` wide and ``left`` and
    ``right`` away from the edges of its column or cell. Its ``width`` includes ``margins`` to the
    text: top, right, bottom, left. Where the layout knows better, ``fact`` is its place in
    `LayoutFacts.floats`; ``slack`` is added to a frame's width. It begins ``down`` from the top
    of the paragraph after it, and ``drop`` below that. What has a place of its own on the page is
    there ``on_page``, from its left and top edge, ``height`` high at least. A letter that is so
    many ``lines`` high begins the paragraph after it.
    """

    side: str
    left: int
    right: int
    room: int
    width: int
    fact: int | None = None
    margins: tuple[int, int, int, int] = (0, 0, 0, 0)
    slack: int = 0
    down: int = 0
    drop: int = 0
    on_page: tuple[int, int] | None = None
    height: int = 0
    lines: int = 0


class Clear(NamedTuple):
    """Where a block begins below what floats at a ``side``: "left", "right" or "all".

    ``fact`` is its place in `LayoutFacts.clears`, which tell whether it has to move for that;
    then the space ``before`` it is above the end of what floats, or below it where a box before
    has ``held`` what floats. ``end`` is where lines end.
    """

    side: str
    end: int
    fact: int | None = None
    before: int = 0
    held: bool = False


class Axis(NamedTuple):
    """A decimal tab stop, at which the numbers in a column of a table are aligned.

    The table's ``fact``, its ``columns`` and ``gap`` are as of `Table`. Where no layout tells it,
    the ``column`` is ``own`` wide. What it is wider than ``taken`` is free; the stop stands at
    ``start``, and by ``share`` of the free room farther on.
    """

    fact: int | None
    columns: int
    gap: int
    column: int
    own: int
    taken: int
    start: int
    share: float


class Paragraph(NamedTuple):
    """A paragraph: its style, and what differs from it. ``number`` is given where it differs.

    The layout tells the indents of one that is ``over`` a table, or under it, where the ``axis``
    stands and the place of what is ``floating``: neighbours of equal places stand in one frame.
    ``mark`` is what its end differs in, and with it its number and an empty line's height. It
    begins a column of text where it ``breaks_column``.
    """

    style: str
    inlines: tuple[Inline, ...] = ()
    format: ParagraphFormat = ParagraphFormat()
    number: Number | None = None
    bookmarks: tuple[str, ...] = ()
    over: Over | None = None
    axis: Axis | None = None
    floating: Floating | None = None
    clear: Clear | None = None
    mark: RunFormat = RunFormat()
    breaks_column: bool = False


class Cell(NamedTuple):
    """A table cell: ``merge`` is "restart" or "continue" in a vertical span."""

    blocks: tuple[Block, ...]
    span: int = 1
    merge: str = ""
    format: CellFormat = CellFormat()


class Row(NamedTuple):
    """A table row; ``header`` rows repeat on each page, ``whole`` rows do not break.

    ``missing`` counts the columns at its end that have no cell; ``height`` is the least one, in
    twips.
    """

    cells: tuple[Cell, ...]
    header: bool = False
    whole: bool = False
    height: int = 0
    missing: int = 0


class PageRoom(NamedTuple):
    """The ``room`` that a page has for a table of some ``columns``, and where its widths are known.

    ``fact`` and ``gap`` are as of `Table`. Where it is too wide, it and those in it are made
    narrower by the same share.
    """

    room: int
    columns: int
    fact: int
    gap: int


class Table(NamedTuple):
    """A table of column ``widths``, starting at ``left`` of its container's margin.

    ``fact`` is the table's place in `LayoutFacts.tables`: widths that replace ``widths``, once
    ``gap`` is added to each. A table that is not ``fixed`` is left to Word where they are unknown.
    ``align`` is "center" or "right", and "" where it begins at ``left``. Its room ends at ``stop``
    from the same margin where it is not as wide as that between the margins. ``row_headings`` tells
    that the first column names the rows, ``footer`` that the last row is one of totals. ``page``
    is what the page has for it and the tables around it. It ``fills`` the cell that it is in.
    """

    style: str
    rows: tuple[Row, ...]
    widths: tuple[int, ...]
    left: int = 0
    title: str = ""
    description: str = ""
    right_to_left: bool = False
    fact: int | None = None
    gap: int = 0
    fixed: bool = True
    align: str = ""
    row_headings: bool = False
    footer: bool = False
    floating: Floating | None = None
    clear: Clear | None = None
    stop: int = 0
    page: PageRoom | None = None
    fills: bool = False


class Contents(NamedTuple):
    """A list of contents that Word's menus know: its title, then the entries that a field makes.

    A `FieldEdge` in the first entry begins the field, one in a paragraph after the last ends it.
    """

    paragraphs: tuple[Paragraph, ...]


Block = Paragraph | Table | Contents
