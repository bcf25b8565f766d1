"""Sections: pages of one size with their headers and footers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from triplicate.editions.docx.ir.blocks import Block
    from triplicate.editions.docx.ir.formats import Border
    from triplicate.editions.docx.ir.notes import NoteNumbering


class Furniture(NamedTuple):
    """The headers or footers of a section; None repeats nothing on those pages."""

    default: tuple[Block, ...] | None = None
    first: tuple[Block, ...] | None = None
    even: tuple[Block, ...] | None = None


class TextColumns(NamedTuple):
    """Columns of equal width, ``gap`` twips apart, with a line between them or not."""

    number: int
    gap: int
    ruled: bool


class Section(NamedTuple):
    """Pages of one size; ``margins`` are top, right, bottom, left, header and footer.

    ``begins`` is Word's type of the break before it: "nextPage", "oddPage", "evenPage" or
    "continuous". ``start`` is the number of its first page where counting begins anew,
    ``number_format`` Word's name of how pages are numbered, "" for decimal. ``notes`` tells how
    each kind of note that the document has is numbered here. ``borders`` are those of its pages, by
    side, and Word's name of the pages that have them: "allPages", "firstPage" or "notFirstPage".
    ``columns`` are those of its text, None for one.
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
    notes: tuple[NoteNumbering, ...] = ()
    right_to_left: bool = False
    borders: tuple[tuple[Border, ...], str] = ((), "")
    columns: TextColumns | None = None
