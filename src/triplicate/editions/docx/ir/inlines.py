"""What stands in a line: text, fields, pictures, the numbers of notes and links."""

from __future__ import annotations

from typing import NamedTuple

from triplicate.editions.docx.ir.formats import RunFormat
from triplicate.editions.docx.ir.insets import Formula, Ruby
from triplicate.editions.docx.ir.pictures import Picture


class Run(NamedTuple):
    """Characters of one look; a newline is a line break."""

    text: str
    style: str = ""
    format: RunFormat = RunFormat()


class Field(NamedTuple):
    """A field with the result that it shows until it is updated.

    ``anchor`` is the id whose page number is the result, once the pages are known, in Word's
    number format ``numbers``; "" where the result is right as it is. ``bookmark`` names the field,
    or several, of which this is the ``edge``: "begin" or "end".
    """

    instruction: str
    result: str
    format: RunFormat = RunFormat()
    style: str = ""
    anchor: str = ""
    numbers: str = "decimal"
    bookmark: str = ""
    edge: str = ""


class FieldEdge(NamedTuple):
    """Where a field over many paragraphs begins, with its ``instruction``, or ends, with none."""

    instruction: str = ""


class NoteReference(NamedTuple):
    """The number of a note, where it is ``called`` or at its own beginning.

    ``kind`` is "footnote" or "endnote", ``place`` the note's among them from 1, ``mark`` what it
    shows where Word does not count it; ``late`` is the place of that among the calls that the
    pages number, where only they do. ``bookmark`` names a call that fields refer to.
    """

    kind: str
    place: int
    mark: str
    called: bool
    style: str = ""
    format: RunFormat = RunFormat()
    late: int | None = None
    bookmark: str = ""


class Watermark(NamedTuple):
    """Words behind the text of a page, anchored in its header: ``angle`` in degrees, clockwise.

    ``middle`` is that of the words, from the left and the top edge of the page; None in the middle
    of the page.
    """

    text: str
    width: int
    height: int
    angle: int
    format: RunFormat
    middle: tuple[int, int] | None = None


class Link(NamedTuple):
    """A hyperlink to ``target``: an address, or a bookmark when ``internal``.

    ``tip`` is what programs show beside it, "" for the target.
    """

    target: str
    internal: bool
    runs: tuple[Inside, ...]
    tip: str = ""


Inside = Run | Field | Picture | NoteReference | Ruby | Formula


Inline = Inside | FieldEdge | Link | Watermark
