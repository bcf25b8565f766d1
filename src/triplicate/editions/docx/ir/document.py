"""The document: its sections, notes, fonts and properties, and all that these refer to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from triplicate.editions.docx.ir.notes import Note, NoteArea
    from triplicate.editions.docx.ir.numbering import Instance, Level
    from triplicate.editions.docx.ir.pictures import Image
    from triplicate.editions.docx.ir.sections import Section
    from triplicate.editions.docx.ir.styles import Style, TableStyle


class Properties(NamedTuple):
    """What the document says of itself; dates in W3CDTF, "" where unknown.

    ``custom`` holds the names and texts of properties that Word has no place of its own for.
    """

    title: str = ""
    author: str = ""
    description: str = ""
    keywords: str = ""
    created: str = ""
    modified: str = ""
    language: str = "en"
    custom: tuple[tuple[str, str], ...] = ()


class Face(NamedTuple):
    """A font file to embed: ``slot`` is Regular, Bold, Italic or BoldItalic."""

    slot: str
    path: Path


class Font(NamedTuple):
    """A font family: others that stand in for it, "serif" and the like, files to embed."""

    name: str
    substitutes: tuple[str, ...] = ()
    generic: str = ""
    faces: tuple[Face, ...] = ()


class Document(NamedTuple):
    """All that a package is made from.

    ``mirrored`` where left and right margins change sides. ``separator`` is the decimal one.
    ``fill`` is the colour of its pages, "" for that of paper. ``breaks_justified`` where justified
    text has line breaks, before which CSS leaves lines as they are.
    """

    sections: tuple[Section, ...]
    properties: Properties
    base: Style
    styles: tuple[Style, ...]
    table_styles: tuple[TableStyle, ...]
    numberings: tuple[tuple[Level, ...], ...]
    instances: tuple[Instance, ...]
    fonts: tuple[Font, ...]
    images: tuple[Image, ...] = ()
    hyphenated: bool = False
    mirrored: bool = False
    notes: tuple[Note, ...] = ()
    note_areas: tuple[NoteArea, ...] = ()
    separator: str = "."
    fill: str = ""
    breaks_justified: bool = False
