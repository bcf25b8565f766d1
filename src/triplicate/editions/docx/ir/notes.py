"""Footnotes and endnotes, and how sections number them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from triplicate.editions.docx.ir.blocks import Block


class Note(NamedTuple):
    """A "footnote" or "endnote"; its place among those of its kind, from 1, is its id."""

    kind: str
    blocks: tuple[Block, ...]


class NoteArea(NamedTuple):
    """What parts notes of a kind from the text: space, with a ``line`` in it or none.

    It is ``height`` high; 0 where it is as high as a line of text. ``color`` is that of the line,
    "" for that of text.
    """

    kind: str
    line: bool
    height: int = 0
    color: str = ""


class NoteNumbering(NamedTuple):
    """How a section numbers its notes of a kind, in Word's number format ``format``.

    ``restart`` is "continuous" where numbers go on from the section before, "eachSect" or
    "eachPage" where they begin anew; ``start`` is what they begin with.
    """

    kind: str
    format: str = "decimal"
    start: int = 1
    restart: str = "continuous"
