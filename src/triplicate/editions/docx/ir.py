"""Between lowering and packaging (stage 7c): a document as Word thinks of it.

Lengths are in twips (1/20 pt) unless a name says otherwise; colours are "RRGGBB". Knows neither
CSS nor XML. Named tuples, not dataclasses: a table has thousands of these.
"""

from __future__ import annotations

from typing import Any, NamedTuple, TypeVar


class RunFormat(NamedTuple):
    """How characters look; None means not stated.

    ``size`` is in half-points, ``position`` too (raised above 0). The language is a BCP 47 tag.
    ``figures`` is "tabular", "proportional" or "default". ``underline`` is "none", "single",
    "double", "dotted", "dash" or "wave", its color "" where it is that of the text.
    ``font_east_asian`` and ``font_complex`` are the fonts of other scripts.
    """

    font: str | None = None
    bold: bool | None = None
    italic: bool | None = None
    caps: bool | None = None
    small_caps: bool | None = None
    strike: bool | None = None
    color: str | None = None
    spacing: int | None = None
    position: int | None = None
    size: int | None = None
    underline: str | None = None
    underline_color: str | None = None
    shade: str | None = None
    vertical: str | None = None
    right_to_left: bool | None = None
    language: str | None = None
    figures: str | None = None
    font_east_asian: str | None = None
    font_complex: str | None = None


class Border(NamedTuple):
    """One edge: ``size`` in eighths of a point, ``space`` to the text in points."""

    style: str
    size: int
    color: str
    space: int = 0


NO_BORDER = Border("nil", 0, "auto")


class Tab(NamedTuple):
    """A tab stop: "left", "center" or "right", measured from the left page margin.

    ``leader`` is "dot" and the like, "none" for none.
    """

    align: str
    position: int
    leader: str = "none"


class Line(NamedTuple):
    """The pitch of lines; ``rule`` is "exact" or "atLeast"."""

    pitch: int
    rule: str


class Spot(NamedTuple):
    """A place of a paragraph's own: its left and top edge from those of the page, its width."""

    x: int
    y: int
    width: int


class ParagraphFormat(NamedTuple):
    """How a paragraph stands; None means not stated."""

    keep_next: bool | None = None
    keep_lines: bool | None = None
    page_break_before: bool | None = None
    widow_control: bool | None = None
    top: Border | None = None
    left_edge: Border | None = None
    bottom: Border | None = None
    right_edge: Border | None = None
    shade: str | None = None
    tabs: tuple[Tab, ...] | None = None
    right_to_left: bool | None = None
    before: int | None = None
    after: int | None = None
    line: Line | None = None
    left: int | None = None
    right: int | None = None
    first_line: int | None = None
    align: str | None = None
    beside: Beside | None = None
    hyphens: bool | None = None
    spot: Spot | None = None


Format = TypeVar("Format", RunFormat, ParagraphFormat, "CellFormat")


def difference(wanted: Format, base: Format) -> Format:
    """What of ``wanted`` is stated and not the same in ``base``."""
    values: Any = (None if a == b else a for a, b in zip(wanted, base, strict=True))
    return type(wanted)(*values)


def overlay(base: Format, top: Format) -> Format:
    """``base`` with what ``top`` states."""
    values: Any = (a if b is None else b for a, b in zip(base, top, strict=True))
    return type(base)(*values)


class Number(NamedTuple):
    """A paragraph's place in a list: a numbering instance, 0 for none, and a level from 0."""

    instance: int
    level: int


class Level(NamedTuple):
    """One level of a numbering: ``format`` is Word's (decimal, upperLetter, bullet, …).

    ``text`` shows level n as "%n". ``tab`` is where the text after the number begins when that
    is not ``left``. ``style`` is the paragraph style that the level belongs to.
    """

    format: str
    text: str
    left: int = 0
    first_line: int = 0
    tab: int | None = None
    align: str = "left"
    suffix: str = "tab"
    start: int = 1
    restarts: bool = True
    style: str = ""
    run: RunFormat = RunFormat()


class Instance(NamedTuple):
    """A use of a numbering; ``starts`` holds (level, value) pairs that override its starts."""

    numbering: int
    starts: tuple[tuple[int, int], ...] = ()


class Style(NamedTuple):
    """A paragraph or character style; ``name`` is the one that Word shows."""

    name: str
    kind: str
    paragraph: ParagraphFormat = ParagraphFormat()
    run: RunFormat = RunFormat()
    based_on: str = ""
    next: str = ""
    number: Number | None = None


class CellFormat(NamedTuple):
    """How a table cell looks: borders and padding by side, fill, vertical alignment."""

    top: Border | None = None
    left: Border | None = None
    bottom: Border | None = None
    right: Border | None = None
    shade: str | None = None
    padding: tuple[int, int, int, int] | None = None
    align: str | None = None


class TableStyle(NamedTuple):
    """A table style: the look of body cells, and what differs elsewhere.

    ``outer`` holds the table's outer lines where they differ from those inside, ``header`` the
    look of the first row, ``even`` that of every second row after it, ``row_heading`` that of the
    first column.
    """

    name: str
    body: CellFormat
    header: CellFormat = CellFormat()
    even: CellFormat = CellFormat()
    row_heading: CellFormat = CellFormat()
    outer: CellFormat = CellFormat()


class Run(NamedTuple):
    """Characters of one look; a newline is a line break."""

    text: str
    style: str = ""
    format: RunFormat = RunFormat()


class Field(NamedTuple):
    """A field with the result that it shows until it is updated.

    ``anchor`` is the id whose page number is the result, once the pages are known, in Word's
    number format ``numbers``; "" where the result is right as it is. ``bookmark`` names the field.
    """

    instruction: str
    result: str
    format: RunFormat = RunFormat()
    style: str = ""
    anchor: str = ""
    numbers: str = "decimal"
    bookmark: str = ""


class Image(NamedTuple):
    """A picture's file: ``kind`` is "png", "jpeg" or "svg"; an SVG has a PNG besides."""

    kind: str
    data: bytes
    fall_back: bytes = b""


class Beside(NamedTuple):
    """A place beside the text: ``side`` is "left" or "right" of the column, ``inset`` from it.

    ``distances`` to the text are top, right, bottom, left. ``width`` is that of a frame.
    """

    side: str
    inset: int
    distances: tuple[int, int, int, int]
    width: int = 0


class Picture(NamedTuple):
    """A picture in a line, or beside the text: ``image`` is its place in the document's images.

    ``text`` is for those who do not see it; a ``decorative`` one needs none. ``crop`` has shares
    of the picture off its top, right, bottom and left. ``late`` is its place among the pictures
    that the pages know the sizes of, where only they do.
    """

    image: int
    width: int
    height: int
    text: str = ""
    title: str = ""
    decorative: bool = False
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    border: Border = NO_BORDER
    beside: Beside | None = None
    late: int | None = None
    style: str = ""
    format: RunFormat = RunFormat()


class FieldEdge(NamedTuple):
    """Where a field over many paragraphs begins, with its ``instruction``, or ends, with none."""

    instruction: str = ""


class NoteReference(NamedTuple):
    """The number of a note, where it is ``called`` or at its own beginning.

    ``kind`` is "footnote" or "endnote", ``place`` the note's among them from 1, ``mark`` what it
    shows where Word does not count it.
    """

    kind: str
    place: int
    mark: str
    called: bool
    style: str = ""
    format: RunFormat = RunFormat()


class Link(NamedTuple):
    """A hyperlink to ``target``: an address, or a bookmark when ``internal``."""

    target: str
    internal: bool
    runs: tuple[Inside, ...]


Inside = Run | Field | Picture | NoteReference
Inline = Inside | FieldEdge | Link


class Over(NamedTuple):
    """The table that a caption is as wide as: its place and look are those of `Table`.

    ``room`` is the width around the table; ``indents`` are the caption's own on the left and on
    the right of the table's edges.
    """

    fact: int
    columns: int
    gap: int
    align: str
    left: int
    room: int
    indents: tuple[int, int]


class Paragraph(NamedTuple):
    """A paragraph: its style, and what differs from it. ``number`` is given where it differs.

    The layout tells the indents of one that is ``over`` a table, or under it.
    """

    style: str
    inlines: tuple[Inline, ...] = ()
    format: ParagraphFormat = ParagraphFormat()
    number: Number | None = None
    bookmarks: tuple[str, ...] = ()
    over: Over | None = None


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


class Table(NamedTuple):
    """A table of column ``widths``, starting at ``left`` of its container's margin.

    ``fact`` is the table's place in `LayoutFacts.tables`: widths that replace ``widths``, once
    ``gap`` is added to each. A table that is not ``fixed`` is left to Word where they are unknown.
    ``align`` is "center" or "right", and "" where it begins at ``left``. ``row_headings`` tells
    that the first column names the rows.
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


class Contents(NamedTuple):
    """A list of contents that Word's menus know: its title, then the entries that a field makes.

    `FieldEdge`s in the first and the last entry hold the field.
    """

    paragraphs: tuple[Paragraph, ...]


Block = Paragraph | Table | Contents


class Furniture(NamedTuple):
    """The headers or footers of a section; None repeats nothing on those pages."""

    default: tuple[Block, ...] | None = None
    first: tuple[Block, ...] | None = None
    even: tuple[Block, ...] | None = None


class Watermark(NamedTuple):
    """Words behind the text of every page: ``angle`` in degrees, clockwise; size in twips."""

    text: str
    width: int
    height: int
    angle: int
    format: RunFormat


class Section(NamedTuple):
    """Pages of one size; ``margins`` are top, right, bottom, left, header and footer.

    ``begins`` is Word's type of the break before it: "nextPage", "oddPage", "evenPage" or
    "continuous". ``start`` is the number of its first page where counting begins anew,
    ``number_format`` Word's name of how pages are numbered, "" for decimal.
    """

    blocks: tuple[Block, ...]
    width: int
    height: int
    margins: tuple[int, int, int, int, int, int]
    headers: Furniture = Furniture()
    footers: Furniture = Furniture()
    first_differs: bool = False
    even_differs: bool = False
    begins: str = "nextPage"
    start: int | None = None
    number_format: str = ""
    watermark: Watermark | None = None


class Note(NamedTuple):
    """A "footnote" or "endnote"; its place among those of its kind, from 1, is its id."""

    kind: str
    blocks: tuple[Block, ...]


class NoteNumbering(NamedTuple):
    """How notes of a kind are numbered: in Word's number format ``format``, from ``start`` on."""

    kind: str
    format: str
    start: int


class Properties(NamedTuple):
    """What the document says of itself; dates in W3CDTF, "" where unknown.

    ``custom`` holds the names and texts of properties that Word has no place of its own for.
    """

    title: str = ""
    author: str = ""
    description: str = ""
    keywords: str = ""
    created: str = ""
    modified: str = ""
    language: str = "en"
    custom: tuple[tuple[str, str], ...] = ()


class Face(NamedTuple):
    """A font file to embed: ``slot`` is Regular, Bold, Italic or BoldItalic."""

    slot: str
    data: bytes


class Font(NamedTuple):
    """A font family: others that stand in for it, "serif" and the like, files to embed."""

    name: str
    substitutes: tuple[str, ...] = ()
    generic: str = ""
    faces: tuple[Face, ...] = ()


class Document(NamedTuple):
    """All that a package is made from.

    ``mirrored`` where left and right margins change sides, ``note_line`` where a line parts
    footnotes from the text.
    """

    sections: tuple[Section, ...]
    properties: Properties
    base: Style
    styles: tuple[Style, ...]
    table_styles: tuple[TableStyle, ...]
    numberings: tuple[tuple[Level, ...], ...]
    instances: tuple[Instance, ...]
    fonts: tuple[Font, ...]
    images: tuple[Image, ...] = ()
    hyphenated: bool = False
    mirrored: bool = False
    notes: tuple[Note, ...] = ()
    note_numbering: tuple[NoteNumbering, ...] = ()
    note_line: bool = False
