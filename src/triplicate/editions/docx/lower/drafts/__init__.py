"""Lowering (stage 7c): paragraphs, tables and notes on their way to the IR."""

from triplicate.editions.docx.lower.drafts.blocks import (
    CellDraft,
    Contents,
    Draft,
    ParagraphDraft,
    RowDraft,
    TableDraft,
    each_paragraph,
    each_table,
    first_in_flow,
    in_flow,
    last_in_flow,
    without_frames,
)
from triplicate.editions.docx.lower.drafts.notes import LinkedNotes, NoteDraft, NoteMark, Notes
from triplicate.editions.docx.lower.drafts.places import (
    Columns,
    Frame,
    NamedPages,
    PageBreak,
    Place,
    Shown,
)
from triplicate.editions.docx.lower.drafts.strings import StringSource
from triplicate.editions.docx.lower.drafts.text import (
    FieldDraft,
    Marker,
    NamedString,
    NumberSpan,
    Piece,
)

__all__ = [
    "CellDraft",
    "Columns",
    "Contents",
    "Draft",
    "FieldDraft",
    "Frame",
    "LinkedNotes",
    "Marker",
    "NamedPages",
    "NamedString",
    "NoteDraft",
    "NoteMark",
    "Notes",
    "NumberSpan",
    "PageBreak",
    "ParagraphDraft",
    "Piece",
    "Place",
    "RowDraft",
    "Shown",
    "StringSource",
    "TableDraft",
    "each_paragraph",
    "each_table",
    "first_in_flow",
    "in_flow",
    "last_in_flow",
    "without_frames",
]
