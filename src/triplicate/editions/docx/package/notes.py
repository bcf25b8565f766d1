"""Packaging (stage 7c): footnotes.xml and endnotes.xml."""

from __future__ import annotations

from collections.abc import Callable

from triplicate.editions.docx import ir
from triplicate.editions.docx.package.body import Writer, story
from triplicate.editions.docx.package.marks import KINDS, SEPARATORS

MakeWriter = Callable[[str], Writer]


def notes_parts(document: ir.Document, writer: MakeWriter) -> dict[str, bytes]:
    """The parts by kind of note; ``writer`` makes the writer of a part.

    Word wants the notes -1 and 0 in each: the lines between text and notes (ECMA-376 Part 1,
    17.18.33); the first is empty where the style sheet draws none.
    """
    parts = {}
    areas = {area.kind: area for area in document.note_areas}
    for kind in KINDS:
        notes = [note for note in document.notes if note.kind == kind]
        if notes:
            write = writer(kind).blocks
            inner = "".join(
                f'<w:{kind} w:id="{place}">{write(note.blocks)}</w:{kind}>'
                for place, note in enumerate(notes, 1)
            )
            parts[kind] = story(f"{kind}s", _separators(areas[kind]) + inner)
    return parts


def _separators(area: ir.NoteArea) -> str:
    kind, line, height, color = area
    parts = []
    for number, name in SEPARATORS.items():
        look = f'<w:rPr><w:color w:val="{color}"/></w:rPr>' if color else ""
        mark = f"<w:r>{look}<w:{name}/></w:r>" if line else ""
        exact = f' w:line="{height}" w:lineRule="exact"' if height else ""
        spacing = f'<w:spacing w:before="0" w:after="0"{exact}/>'
        paragraph = f"<w:p><w:pPr>{spacing}</w:pPr>{mark}</w:p>"
        parts.append(f'<w:{kind} w:type="{name}" w:id="{number}">{paragraph}</w:{kind}>')
    return "".join(parts)
