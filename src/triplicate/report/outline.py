"""Ids and numbers of all sections, settled before the prose that may refer to them (stage 4)."""

from __future__ import annotations

from dataclasses import dataclass

from triplicate.load.prose import Inlines, plain_text
from triplicate.report.ids import Ids
from triplicate.report.model import Report, Section
from triplicate.report.numbering import SectionCounter
from triplicate.report.walk import walk_items


@dataclass(frozen=True, slots=True)
class Place:
    """A section's id and number, and its title for references."""

    id: str
    number: str
    number_style: str
    title: Inlines


@dataclass(frozen=True, slots=True)
class Outline:
    """``sections`` by the identity of the model's Section; ``targets`` by id, None if untitled."""

    sections: dict[int, Place]
    targets: dict[str, Place | None]


def outline(report: Report, ids: Ids) -> Outline:
    """Return the outline of ``report``, its sections numbered by ``report.numbering``."""
    counter = SectionCounter(report.numbering.sections)
    sections: dict[int, Place] = {}
    targets: dict[str, Place | None] = {}
    for item, level in walk_items(report.body):
        if isinstance(item, Section):
            number, style = counter.next(level)
            id_ = item.id or ids.for_section(plain_text(item.title))
            place = Place(id_, number, style, item.title)
            sections[id(item)] = place
            targets[id_] = place
        elif item.id:
            targets[item.id] = None
    return Outline(sections, targets)
