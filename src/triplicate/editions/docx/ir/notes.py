"""Footnotes and endnotes, and how sections number them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from triplicate.editions.docx.ir.blocks import Block


class Note(NamedTuple):
    """A "footnote" or "endnote"; its place among those of its kind, from 1, is its id."""

    kind: str
    blocks: tuple[Block, ...]


class NoteNumbering(NamedTuple):
    """How a section numbers its notes of a kind, in Word's number format ``format``.

    ``restart`` is "continuous" where numbers go on from the section before, "eachSect" or
    "eachPage" where they begin anew; ``start`` is what they begin with.
    """

    kind: str
    format: str = "decimal"
    start: int = 1
    restart: str = "continuous"
