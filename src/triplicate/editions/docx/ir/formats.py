"""How characters, paragraphs and table cells look: what Word calls direct formatting."""

from __future__ import annotations

from typing import Any, NamedTuple, TypeVar


class Border(NamedTuple):
    """One edge: ``size`` in eighths of a point, ``space`` to the text in points."""

    style: str
    size: int
    color: str
    space: int = 0


NO_BORDER = Border("nil", 0, "auto")


class RunFormat(NamedTuple):
    """How characters look; None means not stated.

    ``size`` is in half-points, ``position`` too (raised above 0). The language is a BCP 47 tag.
    ``figures`` is "tabular", "proportional" or "default". ``underline`` is "none", "single",
    "double", "dotted", "dash" or "wave", its color "" where it is that of the text.
    ``font_east_asian`` and ``font_complex`` are the fonts of other scripts. ``border`` is around.
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
    border: Border | None = None


class Tab(NamedTuple):
    """A tab stop: "left", "center", "right" or "decimal", measured from the left page margin.

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


class Beside(NamedTuple):
    """A place beside the text: ``side`` is "left" or "right" of the column, ``inset`` from it.

    ``distances`` to the text are top, right, bottom, left.
    """

    side: str
    inset: int
    distances: tuple[int, int, int, int]


class ParagraphFormat(NamedTuple):
    """How a paragraph stands; None means not stated.

    ``east_asian`` tells whether Word puts space between East Asian and other letters and lets
    punctuation hang over the margin, as it does of its own accord. Where it is ``contextual``,
    there is no space between paragraphs of its style.
    """

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
    hyphens: bool | None = None
    east_asian: bool | None = None
    spot: Spot | None = None
    contextual: bool | None = None


class CellFormat(NamedTuple):
    """How a table cell looks: borders and padding by side, fill, vertical alignment.

    ``direction`` is "btLr" where its lines go up, "tbRl" where they go down.
    """

    top: Border | None = None
    left: Border | None = None
    bottom: Border | None = None
    right: Border | None = None
    shade: str | None = None
    padding: tuple[int, int, int, int] | None = None
    align: str | None = None
    direction: str | None = None


Format = TypeVar("Format", RunFormat, ParagraphFormat, "CellFormat")


def difference(wanted: Format, base: Format) -> Format:
    """What of ``wanted`` is stated and not the same in ``base``."""
    if wanted == base:
        return type(wanted)()
    values: Any = [None if a == b else a for a, b in zip(wanted, base, strict=True)]
    return type(wanted)(*values)


def overlay(base: Format, top: Format) -> Format:
    """``base`` with what ``top`` states."""
    values: Any = [a if b is None else b for a, b in zip(base, top, strict=True)]
    return type(base)(*values)
