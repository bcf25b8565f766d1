"""The report as data: what validation makes (stage 2) and every check and resolve read.

Frozen: a stage returns a new value. Every text that is still to be computed keeps its span.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from triplicate.diagnostics import Span
from triplicate.load.prose import NOWHERE, Blocks, Inlines
from triplicate.load.tables import Cell


@dataclass(frozen=True, slots=True)
class DateRange:
    """From ``start`` to ``end``, both included; one day has both alike."""

    start: datetime.date
    end: datetime.date


@dataclass(frozen=True, slots=True)
class Venue:
    """Where it took place; one of the two may be empty."""

    name: str = ""
    city: str = ""


@dataclass(frozen=True, slots=True)
class Numbering:
    """A style for each level of sections from the top; whether paragraphs are numbered through."""

    sections: tuple[str, ...] = ()
    paragraphs: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """Prose without a heading of its own."""

    blocks: Blocks
    id: str = ""
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it; sections nest."""

    title: Inlines
    body: tuple[Item, ...]
    id: str = ""
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Outcomes:
    """Numbered statements, each of one or more blocks."""

    items: tuple[Blocks, ...]
    id: str = ""
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Participants:
    """A table of people; each row has a cell for each column."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    id: str = ""
    span: Span = field(default=NOWHERE, compare=False)


Item = Text | Section | Outcomes | Participants


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report; ``name`` is its folder's name. Absent facts are empty."""

    name: str
    kind: str
    title: str
    date: DateRange
    language: str
    body: tuple[Item, ...]
    venue: Venue | None = None
    organizers: tuple[str, ...] = ()
    short_title: str = ""
    symbol: str = ""
    status: str = ""
    distribution: str = ""
    session: str = ""
    agenda_item: str = ""
    original_language: str = ""
    authors: tuple[str, ...] = ()
    abstract: str = ""
    keywords: tuple[str, ...] = ()
    numbering: Numbering = Numbering()
    abbreviations: tuple[tuple[str, str], ...] = ()
    span: Span = field(default=NOWHERE, compare=False)
