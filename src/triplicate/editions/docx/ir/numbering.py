"""Numberings of lists, headings and paragraphs, and a paragraph's place in them."""

from __future__ import annotations

from typing import NamedTuple

from triplicate.editions.docx.ir.formats import RunFormat


class Number(NamedTuple):
    """A paragraph's place in a list: a numbering instance, 0 for none, and a level from 0."""

    instance: int
    level: int


class Level(NamedTuple):
    """One level of a numbering: ``format`` is Word's (decimal, upperLetter, bullet, …).

    ``text`` shows level n as "%n". ``tab`` is where the text after the number begins when that
    is not ``left``. ``style`` is the paragraph style that the level belongs to. A ``legal`` level
    shows those above in figures, however they are written.
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
    legal: bool = False
    run: RunFormat = RunFormat()


class Instance(NamedTuple):
    """A use of a numbering; ``starts`` holds (level, value) pairs that override its starts.

    Where it shows ``figures``, levels above legal ones are written in these.
    """

    numbering: int
    starts: tuple[tuple[int, int], ...] = ()
    figures: bool = False
