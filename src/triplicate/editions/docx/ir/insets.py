"""What stands in a line and is set in a way of its own: readings above words, formulas."""

from __future__ import annotations

from typing import NamedTuple

from triplicate.editions.docx.ir.formats import RunFormat


class Ruby(NamedTuple):
    """Words with their ``reading`` above them; sizes are in half-points.

    The ``language`` is a BCP 47 tag. The reading looks like the words but for
    ``reading_look``.
    """

    text: str
    reading: str
    size: int
    reading_size: int
    language: str
    style: str = ""
    format: RunFormat = RunFormat()
    reading_look: RunFormat = RunFormat()


class MathText(NamedTuple):
    """Characters of a formula.

    ``face`` is OMML's "p" (upright), "b", "i" or "bi", "" for what Word does with letters of its
    own accord; ``script`` "double-struck", "script" and the like. ``normal`` text is no formula.
    """

    text: str
    face: str = ""
    script: str = ""
    normal: bool = False


class MathPart(NamedTuple):
    """A part of a formula: an element of OMML, its properties, and what its ``slots`` hold.

    A slot is an argument such as "e" or "num", or a row of a matrix, "mr"; a part without a
    ``kind`` is nothing but slots. Word shows a dotted box for an empty one.
    """

    kind: str
    properties: tuple[tuple[str, str], ...]
    slots: tuple[tuple[str, tuple[MathNode, ...]], ...]


MathNode = MathText | MathPart


class Formula(NamedTuple):
    """A formula, in a line or, where it is ``display``, on lines of its own, ``align``ed."""

    nodes: tuple[MathNode, ...]
    display: bool = False
    align: str = ""
    style: str = ""
    format: RunFormat = RunFormat()


Inset = Ruby | Formula
