"""Packaging (stage 7c): the marks of notes, and how they are counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triplicate.editions.docx import ir
from triplicate.editions.docx.package.xml import escape

if TYPE_CHECKING:
    from triplicate.editions.docx.package.late import Late
    from triplicate.layout.facts import LayoutFacts

SEPARATORS = {-1: "separator", 0: "continuationSeparator"}
KINDS = ("footnote", "endnote")


def note_mark(reference: ir.NoteReference, late: Late) -> str:
    """The content of a run that shows a note's number."""
    kind, mark = reference.kind, _own(reference, late)
    own = f'<w:t xml:space="preserve">{mark}</w:t>' if mark else ""
    if not reference.called:
        return own or f"<w:{kind}Ref/>"
    follows = ' w:customMarkFollows="1"' if mark else ""
    return f'<w:{kind}Reference{follows} w:id="{reference.place}"/>{own}'


def _own(reference: ir.NoteReference, late: Late) -> str:
    """The mark that a note has of its own, which the pages may tell; "" for none."""
    mark, place = escape(reference.mark), reference.late
    if place is None:
        return mark

    def read(facts: LayoutFacts) -> str:
        (found,) = facts.calls[place : place + 1] or (reference.mark,)
        return escape(found)

    return late.hold(read, mark)


def note_settings(document: ir.Document) -> str:
    """``<w:footnotePr>`` and ``<w:endnotePr>`` of the settings, for the kinds that there are.

    They name the notes that part notes from text. What sections say of numbers is theirs alone;
    the format is repeated for sections that are added later.
    """
    separators = {
        kind: "".join(f'<w:{kind} w:id="{number}"/>' for number in SEPARATORS) for kind in KINDS
    }
    return "".join(
        f'<w:{kind}Pr><w:numFmt w:val="{shape}"/>{separators[kind]}</w:{kind}Pr>'
        for kind, shape, _, _ in document.sections[0].notes
    )


def note_numbers(numberings: tuple[ir.NoteNumbering, ...]) -> str:
    """How a section numbers its notes (CT_FtnProps and CT_EdnProps in schema order).

    Word keeps this in sections, and LibreOffice reads it there alone.
    """
    parts = []
    for kind, shape, start, restart in numberings:
        first = f'<w:numStart w:val="{start}"/>' if start != 1 else ""
        anew = f'<w:numRestart w:val="{restart}"/>' if restart != "continuous" else ""
        parts.append(f'<w:{kind}Pr><w:numFmt w:val="{shape}"/>{first}{anew}</w:{kind}Pr>')
    return "".join(parts)
