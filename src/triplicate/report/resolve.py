"""Report to ResolvedReport (stage 4): what two editions could compute differently is text now."""

from __future__ import annotations

from collections.abc import Mapping

from triplicate.diagnostics import Diagnostics
from triplicate.load.prose import Blocks, BulletList, OrderedList, Paragraph, Quote, plain_text
from triplicate.load.tables import Cell
from triplicate.report.columns import column_shares
from triplicate.report.ids import Ids
from triplicate.report.inlines import InlineResolver
from triplicate.report.languages import date_text, direction, iso_text, language_name
from triplicate.report.model import Item, Outcomes, Participants, Report, Section, Text
from triplicate.report.outline import Outline, outline
from triplicate.report.resolved import (
    Column,
    ContentsEntry,
    ListBlock,
    ListItem,
    ParagraphBlock,
    QuoteBlock,
    ResolvedBlock,
    ResolvedDate,
    ResolvedItem,
    ResolvedOutcomes,
    ResolvedParticipants,
    ResolvedReport,
    ResolvedSection,
    ResolvedText,
    ResolvedVenue,
    Row,
)
from triplicate.report.texts import shorten
from triplicate.report.walk import walk_items

Labels = Mapping[str, str]
"""Words the theme adds, such as a table's column heads, by key, in the report's language."""

_DESCRIPTION = 300


def resolve(report: Report, labels: Labels, diagnostics: Diagnostics) -> ResolvedReport:
    """Return ``report`` with numbers, ids, references, values, labels and dates settled.

    What can't be settled (an unknown reference, a missing label) is reported, and something
    stands in for it, so that one run finds all.
    """
    ids = Ids(tuple(item.id for item, _ in walk_items(report.body) if item.id))
    plan = outline(report, ids)
    body = _Resolver(report, labels, ids, plan, diagnostics).body(report.body, 1, "")
    return ResolvedReport(
        name=report.name,
        language=report.language,
        direction=direction(report.language),
        kind=report.kind,
        title=report.title,
        short_title=report.short_title,
        date=ResolvedDate(iso_text(report.date), date_text(report.date, report.language)),
        venue=_venue(report),
        organizers=report.organizers,
        symbol=report.symbol,
        status=report.status,
        distribution=report.distribution,
        session=report.session,
        agenda_item=report.agenda_item,
        original_language=report.original_language
        and language_name(report.original_language, report.language),
        authors=report.authors,
        keywords=report.keywords,
        description=_description(report, body),
        abbreviations=dict(report.abbreviations),
        labels=dict(labels),
        contents=_contents(body),
        body=body,
    )


class _Resolver:
    """Walks the body once, from top to bottom."""

    def __init__(
        self, report: Report, labels: Labels, ids: Ids, plan: Outline, diagnostics: Diagnostics
    ) -> None:
        self._labels = labels
        self._ids = ids
        self._plan = plan
        self._diagnostics = diagnostics
        self._inlines = InlineResolver(report, plan, diagnostics)
        self._numbers_paragraphs = report.numbering.paragraphs
        self._paragraphs = 0

    def body(self, items: tuple[Item, ...], level: int, section: str) -> tuple[ResolvedItem, ...]:
        """Return ``items``, which stand in the section with the id ``section`` (or in none)."""
        resolved: list[ResolvedItem] = []
        for item in items:
            role_is_lead = level == 1 and not any(done.kind == "section" for done in resolved)
            resolved.append(self._item(item, level, section, role_is_lead))
        return tuple(resolved)

    def _item(self, item: Item, level: int, section: str, lead: bool) -> ResolvedItem:
        match item:
            case Section():
                return self._section(item, level)
            case Outcomes():
                id_ = item.id or self._ids.for_block("outcomes", "", section)
                statements = tuple(self._list_item(blocks, section) for blocks in item.items)
                return ResolvedOutcomes(id_, statements)
            case Participants():
                return self._participants(item, section)
            case Text():
                id_ = item.id or self._ids.for_block("text", _plain(item.blocks), section)
                blocks = self._blocks(item.blocks, section, numbered=self._numbers_paragraphs)
                return ResolvedText(id_, "lead" if lead else "body", blocks)

    def _section(self, section: Section, level: int) -> ResolvedSection:
        place = self._plan.sections[id(section)]
        title = self._inlines.resolve(section.title)
        return ResolvedSection(
            id=place.id,
            level=level,
            number=place.number,
            number_style=place.number_style,
            title=title,
            title_text=plain_text(title),
            body=self.body(section.body, level + 1, place.id),
        )

    def _blocks(
        self, blocks: Blocks, section: str, *, numbered: bool = False
    ) -> tuple[ResolvedBlock, ...]:
        resolved: list[ResolvedBlock] = []
        for block in blocks:
            match block:
                case Paragraph(inlines):
                    id_ = self._ids.for_block("p", plain_text(inlines), section)
                    number = self._next_number() if numbered else ""
                    resolved.append(ParagraphBlock(id_, self._inlines.resolve(inlines), number))
                case BulletList() | OrderedList():
                    resolved.append(self._list(block, section))
                case Quote(inner):
                    id_ = self._ids.for_block("quote", _plain(inner), section)
                    resolved.append(QuoteBlock(id_, self._blocks(inner, section)))
        return tuple(resolved)

    def _next_number(self) -> str:
        self._paragraphs += 1
        return f"{self._paragraphs}."

    def _list(self, block: BulletList | OrderedList, section: str) -> ListBlock:
        text = "\n".join(_plain(item) for item in block.items)
        id_ = self._ids.for_block("list", text, section)
        items = tuple(self._list_item(item, section) for item in block.items)
        if isinstance(block, OrderedList):
            return ListBlock(id_, True, block.start, items)
        return ListBlock(id_, False, 1, items)

    def _list_item(self, blocks: Blocks, section: str) -> ListItem:
        id_ = self._ids.for_block("item", _plain(blocks), section)
        return ListItem(id_, self._blocks(blocks, section))

    def _participants(self, item: Participants, section: str) -> ResolvedParticipants:
        id_ = item.id or self._ids.for_block("participants", "", section)
        labels = [self._label(f"participants.{key}", key) for key in item.columns]
        texts = [[label, *(row[at].text for row in item.rows)] for at, label in enumerate(labels)]
        columns = tuple(
            Column(key, label, share)
            for key, label, share in zip(item.columns, labels, column_shares(texts), strict=True)
        )
        return ResolvedParticipants(
            id_, section, columns, tuple(self._row(row, section) for row in item.rows)
        )

    def _row(self, row: tuple[Cell, ...], section: str) -> Row:
        cells = tuple(cell.text for cell in row)
        return Row(self._ids.for_block("row", "\0".join(cells), section), cells)

    def _label(self, key: str, fallback: str) -> str:
        if key in self._labels:
            return self._labels[key]
        message = f'expected the label "{key}" in the theme, found none'
        self._diagnostics.error("label-is-present", message, None, "add it to templates/labels/")
        return fallback.capitalize()


def _plain(blocks: Blocks) -> str:
    parts: list[str] = []
    for block in blocks:
        match block:
            case BulletList(items) | OrderedList(items):
                parts.extend(_plain(item) for item in items)
            case Quote(inner):
                parts.append(_plain(inner))
            case _:
                parts.append(plain_text(block.inlines))
    return "\n".join(parts)


def _venue(report: Report) -> ResolvedVenue | None:
    venue = report.venue
    if venue is None:
        return None
    return ResolvedVenue(
        venue.name, venue.city, ", ".join(part for part in (venue.name, venue.city) if part)
    )


def _description(report: Report, body: tuple[ResolvedItem, ...]) -> str:
    return shorten(report.abstract or _first_paragraph(body), _DESCRIPTION)


def _first_paragraph(body: tuple[ResolvedItem, ...]) -> str:
    for item in body:
        if isinstance(item, ResolvedText):
            for block in item.blocks:
                if isinstance(block, ParagraphBlock):
                    return plain_text(block.inlines)
        if isinstance(item, ResolvedSection):
            text = _first_paragraph(item.body)
            if text:
                return text
    return ""


def _contents(body: tuple[ResolvedItem, ...]) -> tuple[ContentsEntry, ...]:
    return tuple(
        ContentsEntry(item.id, item.number, item.title_text, item.level, _contents(item.body))
        for item in body
        if isinstance(item, ResolvedSection)
    )
