"""Paragraphs and tables.

Margins are kept in pixels until all that collapses has collapsed; names of styles are known, but
what differs from them is not worked out yet.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from triplicate.editions.docx import ir
    from triplicate.editions.docx.lower.drafts.places import Columns, NamedPages
    from triplicate.editions.docx.lower.drafts.text import Marker, NumberSpan, Piece


@dataclass(slots=True)
class ParagraphDraft:
    """A paragraph; ``before`` and ``after`` are the margins around it in pixels.

    ``above`` and ``below`` are the parts of them that collapse with no positive margin: padding,
    and negative margins, of which ``negative_before`` and ``negative_after`` (0 or less) collapse
    with those of the neighbours.
    ``own_before`` and ``own_after`` leave those of its ancestors out: a style has only these.
    ``format`` and ``run`` are complete: all that the element's style says. ``box`` is the box
    that is drawn around this and its neighbours. ``page`` tells of the pages it stands on,
    None for those of the document; ``begins`` is "oddPage" or "evenPage" where it begins such a
    page, and a column begins where it ``breaks_column``. ``resets_notes`` where the counter of
    footnotes is set as it begins. It ``joins`` what is above it on its page, or ``leads`` a page
    that the next one in the flow begins. ``columns`` are those that it is in. Running elements,
    their names and places, stand before it or in it (``runs``).
    """

    style: str
    format: ir.ParagraphFormat
    run: ir.RunFormat
    pieces: list[Piece]
    element: Any
    before: float = 0.0
    after: float = 0.0
    above: float = 0.0
    below: float = 0.0
    negative_before: float = 0.0
    negative_after: float = 0.0
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
    columns: Columns | None = None
    begins: str = ""
    breaks_column: bool = False
    resets_notes: bool = False
    joins: bool = False
    leads: bool = False
    runs: tuple[tuple[str, int], ...] = ()
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
    ``outside`` is what it takes beyond its columns on the left and right, in pixels; ``stop`` is
    where its room ends, 0.0 at the margin; ``page_room`` is what the page has for it and the
    tables around it. It ``fills`` the cell that it is in, if it is in one.
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
    stop: float = 0.0
    page_room: ir.PageRoom | None = None
    fills: bool = False
    title: str = ""
    description: str = ""
    floating: ir.Floating | None = None
    clear: ir.Clear | None = None
    right_to_left: bool = False
    before: float = 0.0
    after: float = 0.0
    above: float = 0.0
    below: float = 0.0
    negative_before: float = 0.0
    negative_after: float = 0.0
    own_before: float = 0.0
    own_after: float = 0.0
    anchors: list[str] = field(default_factory=list)
    page: NamedPages | None = None
    columns: Columns | None = None
    begins: str = ""
    resets_notes: bool = False
    joins: bool = False
    leads: bool = False
    runs: tuple[tuple[str, int], ...] = ()


Draft = ParagraphDraft | TableDraft


def in_flow(drafts: list[Draft]) -> list[Draft]:
    """Those that do not float, between which margins and breaks count; all where all float."""
    return [draft for draft in drafts if draft.floating is None] or drafts


def first_in_flow(drafts: Iterable[Draft]) -> Draft | None:
    """The first of ``drafts`` that does not float, None where all do."""
    return next((draft for draft in drafts if draft.floating is None), None)


def last_in_flow(drafts: list[Draft], end: int | None = None) -> Draft:
    """The last of ``drafts``, or of those before ``end``, that does not float, or floats as all."""
    places = range((len(drafts) if end is None else end) - 1, -1, -1)
    found = (drafts[at] for at in places if drafts[at].floating is None)
    return next(found, drafts[places[0]])


def without_frames(drafts: list[Draft]) -> tuple[list[Draft], list[Draft]]:
    """The paragraphs that stand in frames, which no table takes, and the other drafts.

    Those hang on what the box that holds them hangs on. A drop cap goes with its paragraph.
    """
    framed: list[Draft] = []
    others: list[Draft] = []
    for draft in drafts:
        place = draft.floating if isinstance(draft, ParagraphDraft) else None
        (framed if place and not place.lines else others).append(draft)
    return framed, others


def each_paragraph(drafts: Iterable[Draft]) -> Iterable[ParagraphDraft]:
    """The paragraphs of a document in reading order, those in tables too."""
    for draft in drafts:
        if isinstance(draft, ParagraphDraft):
            yield draft
        else:
            for row in draft.rows:
                for cell in row.cells:
                    yield from each_paragraph(cell.drafts)


def each_table(drafts: Iterable[Draft]) -> Iterable[TableDraft]:
    """The tables of a document, a table before those inside it."""
    for draft in drafts:
        if isinstance(draft, TableDraft):
            yield draft
            for row in draft.rows:
                for cell in row.cells:
                    yield from each_table(cell.drafts)
