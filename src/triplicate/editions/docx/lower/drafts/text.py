"""What stands in lines, and the numbers before them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from triplicate.editions.docx import ir
    from triplicate.editions.docx.lower.drafts.notes import NoteMark

# What Word puts between a number and the text after it, as text.
GAPS = {"tab": "\t", "space": " ", "nothing": ""}


class NamedString(NamedTuple):
    """A use of ``string()``: ``keyword`` tells which one of a page's."""

    name: str
    keyword: str


class FieldDraft(NamedTuple):
    """A field in the making: "{}" in its instruction is the bookmark of the id ``anchor``.

    ``numbers`` is Word's number format where it shows the anchor's page number, else "".
    ``sequence`` names what a SEQ field counts, ``value`` is its number. ``mark`` is an id for the
    field's own result, which begins or ends there where an ``edge`` says so.
    ``string`` is what it shows in a page's margin, before its instruction is known.
    """

    instruction: str
    anchor: str = ""
    numbers: str = ""
    sequence: str = ""
    value: int = 0
    mark: str = ""
    edge: str = ""
    string: NamedString | None = None


class Piece(NamedTuple):
    """Text of one look. ``role`` is a character style's name or ""; ``link`` an href or "".

    A picture is a piece whose text is U+FFFC. A ``field`` shows the text until it is updated. A
    ``leader`` is what fills a tab. A ``note``'s number is counted by Word. ``sets`` is the named
    string that the element around the text sets. ``room`` is the width in pixels of the box of its
    own that the text stands in, or of spaces that are nothing but room, 0 for none. An ``inset`` is
    set in a way of its own. The ``tip`` is that of the link. ``turned`` tells the direction of an
    element in the line that has another than the text around it, None for all else.
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
    room: float = 0.0
    inset: ir.Inset | None = None
    tip: str = ""
    turned: bool | None = None

    @property
    def is_gap(self) -> bool:
        """Whether it is nothing but room beside words."""
        return self.room > 0 and not self.text.strip("\u00a0")


class NumberSpan(NamedTuple):
    """A heading's number as the HTML writes it.

    ``width`` in pixels, up to the text, where it is a box of its own; ``spaced`` where a space
    follows. It stands ``shift`` pixels in from where the line begins, and the text below it where
    the line is ``broken`` after it.
    """

    text: str
    format: ir.RunFormat
    width: float | None
    spaced: bool
    shift: float = 0.0
    broken: bool = False

    @property
    def suffix(self) -> str:
        """What Word puts between the number and the text after it: "tab", "space", "nothing"."""
        if self.broken:
            return "nothing"
        if self.width is not None:
            return "tab"
        return "space" if self.spaced else "nothing"

    @property
    def gap(self) -> str:
        """The same as text, for a number that is text."""
        return GAPS[self.suffix]


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
