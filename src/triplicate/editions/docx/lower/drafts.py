"""Lowering (stage 7c): paragraphs and tables on their way to the IR.

Margins are kept in pixels until all that collapses has collapsed; names of styles are known, but
what differs from them is not worked out yet.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from triplicate.editions.docx import ir
from triplicate.editions.docx.names import BODY_TEXT

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.notedrafts import NoteMark


class Frame(NamedTuple):
    """Where a box's content stands: pixels in from the edges of its page or cell, and its width."""

    left: float
    right: float
    width: float


class Place(NamedTuple):
    """What stands around a block.

    The style of plain text, the list depth, the outermost list, how many boxes that show,
    the name of the pages, None in tables, which no other page interrupts; whether it all floats.
    """

    text: str = BODY_TEXT
    depth: int = 0
    root: Any = None
    boxes: int = 0
    page: str | None = None
    floats: bool = False


class NamedString(NamedTuple):
    """A use of ``string()``: ``keyword`` tells which one of a page's."""

    name: str
    keyword: str


class FieldDraft(NamedTuple):
    """A field in the making: "{}" in its instruction is the bookmark of the id ``anchor``.

    ``numbers`` is Word's number format where it shows the anchor's page number, else "".
    ``sequence`` names what a SEQ field counts; ``mark`` is an id for the field's own result.
    ``string`` is what it shows in a page's margin, before its instruction is known.
    """

    instruction: str
    anchor: str = ""
    numbers: str = ""
    sequence: str = ""
    mark: str = ""
    string: NamedString | None = None


class NamedPages(NamedTuple):
    """The name of some pages, and the element that asks for them."""

    name: str
    owner: Any


class Piece(NamedTuple):
    """Text of one look. ``role`` is a character style's name or ""; ``link`` an href or "".

    A picture is a piece whose text is U+FFFC. A ``field`` shows the text until it is updated. A
    ``leader`` is what fills a tab. A ``note``'s number is counted by Word. ``sets`` is the named
    string that the element around the text sets.
    """

    text: str
    role: str
    format: ir.RunFormat
    link: str = ""
    picture: ir.Picture | None = None
    field: FieldDraft | None = None
    leader: str = ""
    note: NoteMark | None = None
    sets: str = ""


class NumberSpan(NamedTuple):
    """A heading's number as the HTML writes it.

    ``width`` in pixels, up to the text, where it is a box of its own; ``spaced`` where a space
    follows. It stands ``shift`` pixels in from where the line begins.
    """

    text: str
    format: ir.RunFormat
    width: float | None
    spaced: bool
    shift: float = 0.0


class Marker(NamedTuple):
    """A list item's marker: its text, CSS list style, list element, outermost list, depth from 0.

    ``width`` is the text's, ``gap`` that of the spaces at its end, both in pixels. A marker inside
    the text has a ``suffix``, what Word puts after it: "tab", "space" or "nothing"; before a tab
    its ``width`` is that of its box.
    """

    text: str
    ordered: bool
    style_type: str
    owner: Any
    root: Any
    depth: int
    gap: float
    width: float
    format: ir.RunFormat
    suffix: str = ""


@dataclass(slots=True)
class ParagraphDraft:
    """A paragraph; ``before`` and ``after`` are the margins around it in pixels.

    ``own_before`` and ``own_after`` leave those of its ancestors out: a style has only these.
    ``format`` and ``run`` are complete: all that the element's style says. ``box`` is the box
    that is drawn around this and its neighbours. ``page`` tells of the pages it stands on,
    None for those of the document; ``begins`` is "oddPage" or "evenPage" where it begins such a
    page. ``resets_notes`` where the counter of footnotes is set as it begins.
    """

    style: str
    format: ir.ParagraphFormat
    run: ir.RunFormat
    pieces: list[Piece]
    element: Any
    before: float = 0.0
    after: float = 0.0
    own_before: float = 0.0
    own_after: float = 0.0
    anchors: list[str] = field(default_factory=list)
    number_span: NumberSpan | None = None
    marker: Marker | None = None
    number: ir.Number | None = None
    level: ir.Level | None = None
    over: ir.Over | None = None
    axis: ir.Axis | None = None
    floating: ir.Floating | None = None
    clear: ir.Clear | None = None
    box: Any = None
    page: NamedPages | None = None
    begins: str = ""
    resets_notes: bool = False
    contents: Contents | None = None


@dataclass(slots=True, eq=False)
class Contents:
    """A list of contents: the instruction of the field that makes its entries.

    ``of_headings`` tells the table of contents from lists of tables and figures.
    """

    instruction: str = ""
    of_headings: bool = False


class CellDraft(NamedTuple):
    """A table cell: ``heading`` where it names its row."""

    drafts: list[Draft]
    format: ir.CellFormat
    column: int
    columns: int
    rows: int
    heading: bool = False


class RowDraft(NamedTuple):
    """A table row: ``whole`` where it must not break, ``height`` in pixels, 0 for none.

    ``footer`` where it is one of <tfoot>.
    """

    cells: list[CellDraft]
    header: bool
    whole: bool
    height: float = 0.0
    footer: bool = False


@dataclass(slots=True)
class TableDraft:
    """A table; ``widths`` of its columns, ``left`` and ``gap`` are in pixels.

    ``fact`` is its place among the tables of `LayoutFacts`, whose widths take the place of
    ``widths``; ``gap`` is what the layout leaves between columns and Word adds to them.
    ``align`` is "center" or "right" where its margins say so, ``outlined`` as of `TableEdges`.
    ``outside`` is what it takes beyond its columns on the left and right, in pixels.
    """

    style: str
    rows: list[RowDraft]
    widths: list[float]
    left: float
    element: Any
    fact: int | None = None
    gap: float = 0.0
    align: str = ""
    fixed: bool = True
    outlined: bool = False
    outside: tuple[float, float] = (0.0, 0.0)
    title: str = ""
    description: str = ""
    floating: ir.Floating | None = None
    clear: ir.Clear | None = None
    right_to_left: bool = False
    before: float = 0.0
    after: float = 0.0
    own_before: float = 0.0
    own_after: float = 0.0
    anchors: list[str] = field(default_factory=list)
    page: NamedPages | None = None
    begins: str = ""
    resets_notes: bool = False


Draft = ParagraphDraft | TableDraft


def in_flow(drafts: list[Draft]) -> list[Draft]:
    """Those that do not float, between which margins and breaks count; all where all float."""
    return [draft for draft in drafts if draft.floating is None] or drafts
