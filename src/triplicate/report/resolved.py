"""The report with everything settled (stage 4): what templates get, and every edition shows.

Numbers, dates, labels, ids and cross-references are text here. Each node has a ``kind``, which
names its partial template, and an ``id`` that is unique in the report without regard to case.
Inlines are the classes of ``load.prose`` less Value and Reference.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from typing import Any, ClassVar, Literal

from triplicate.load.prose import Inlines


@dataclass(frozen=True, slots=True)
class ResolvedDate:
    """``iso``: ``2011-11-16`` or ``2011-11-14/2011-11-16``; ``text``: in the report's language."""

    iso: str
    text: str


@dataclass(frozen=True, slots=True)
class ResolvedVenue:
    """``text`` is name and city in one line."""

    name: str
    city: str
    text: str


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the contents list, with those of the sections inside."""

    id: str
    number: str
    title: str
    level: int
    children: tuple[ContentsEntry, ...]


@dataclass(frozen=True, slots=True)
class ParagraphBlock:
    """A paragraph; ``number`` is empty unless paragraphs are numbered through."""

    kind: ClassVar[Literal["paragraph"]] = "paragraph"
    id: str
    inlines: Inlines
    number: str = ""


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list or one outcome."""

    id: str
    blocks: tuple[ResolvedBlock, ...]


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list; ``start`` is the first number of an ordered one."""

    kind: ClassVar[Literal["list"]] = "list"
    id: str
    ordered: bool
    start: int
    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True)
class QuoteBlock:
    """A quotation."""

    kind: ClassVar[Literal["quote"]] = "quote"
    id: str
    blocks: tuple[ResolvedBlock, ...]


ResolvedBlock = ParagraphBlock | ListBlock | QuoteBlock


@dataclass(frozen=True, slots=True)
class ResolvedText:
    """Prose; its ``role`` is "lead" at report level before the first section, else "body"."""

    kind: ClassVar[Literal["text"]] = "text"
    id: str
    role: Literal["lead", "body"]
    blocks: tuple[ResolvedBlock, ...]


@dataclass(frozen=True, slots=True)
class ResolvedSection:
    """A section: ``level`` from 1, ``number`` as printed ("A.", "1.", "-") or empty."""

    kind: ClassVar[Literal["section"]] = "section"
    id: str
    level: int
    number: str
    number_style: str
    title: Inlines
    title_text: str
    body: tuple[ResolvedItem, ...]


@dataclass(frozen=True, slots=True)
class ResolvedOutcomes:
    """Statements, numbered from 1."""

    kind: ClassVar[Literal["outcomes"]] = "outcomes"
    id: str
    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A table column; ``share`` of the table's width, all shares together make 1."""

    key: str
    label: str
    share: float


@dataclass(frozen=True, slots=True)
class Row:
    """A table row, with a text for each column."""

    id: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ResolvedParticipants:
    """The table of participants. ``labelled_by`` is the id of its section, "" in none."""

    kind: ClassVar[Literal["participants"]] = "participants"
    id: str
    labelled_by: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


ResolvedItem = ResolvedText | ResolvedSection | ResolvedOutcomes | ResolvedParticipants


@dataclass(frozen=True, slots=True)
class ResolvedReport:
    """The whole report, settled. Absent facts are empty; ``venue`` is None if there is none."""

    name: str
    language: str
    direction: Literal["ltr", "rtl"]
    kind: str
    title: str
    short_title: str
    date: ResolvedDate
    venue: ResolvedVenue | None
    organizers: tuple[str, ...]
    symbol: str
    status: str
    distribution: str
    session: str
    agenda_item: str
    original_language: str
    authors: tuple[str, ...]
    keywords: tuple[str, ...]
    description: str
    abbreviations: dict[str, str]
    labels: dict[str, str]
    contents: tuple[ContentsEntry, ...]
    body: tuple[ResolvedItem, ...]


def to_json(resolved: ResolvedReport) -> str:
    """Return ``resolved`` as indented JSON, keys in the order of the fields."""
    from json import dumps

    return dumps(_plain(resolved), ensure_ascii=False, indent=2) + "\n"


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        kind = {"kind": getattr(value, "kind", None)} if hasattr(value, "kind") else {}
        named = {item.name: _plain(getattr(value, item.name)) for item in fields(value)}
        named.pop("span", None)
        return {**kind, **named}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value
