"""Packaging (stage 7c): the marks of notes, and how they are counted."""

from __future__ import annotations

from triplicate.editions.docx import ir
from triplicate.editions.docx.package.xml import escape

SEPARATORS = {-1: "separator", 0: "continuationSeparator"}
KINDS = ("footnote", "endnote")


def note_mark(reference: ir.NoteReference) -> str:
    """The content of a run that shows a note's number."""
    kind, mark = reference.kind, escape(reference.mark)
    own = f'<w:t xml:space="preserve">{mark}</w:t>' if mark else ""
    if not reference.called:
        return own or f"<w:{kind}Ref/>"
    follows = ' w:customMarkFollows="1"' if mark else ""
    return f'<w:{kind}Reference{follows} w:id="{reference.place}"/>{own}'


def note_settings(document: ir.Document) -> str:
    """``<w:footnotePr>`` and ``<w:endnotePr>`` of the settings, for the kinds that there are."""
    return _properties(document, separated=True)


def note_numbers(document: ir.Document) -> str:
    """The number formats for a section: LibreOffice reads them there alone.

    A start of its own might make Word begin anew in each section.
    """
    return _properties(document, separated=False)


def _properties(document: ir.Document, separated: bool) -> str:
    numberings = {numbering.kind: numbering for numbering in document.note_numbering}
    used = {note.kind for note in document.notes}
    parts = []
    for kind in KINDS:
        if kind in used:
            shape = numberings.get(kind, ir.NoteNumbering(kind, "decimal", 1))
            rest = f'<w:numStart w:val="{shape.start}"/>' + "".join(
                f'<w:{kind} w:id="{number}"/>' for number in SEPARATORS
            )
            parts.append(
                f'<w:{kind}Pr><w:numFmt w:val="{shape.format}"/>'
                f"{rest if separated else ''}</w:{kind}Pr>"
            )
    return "".join(parts)
