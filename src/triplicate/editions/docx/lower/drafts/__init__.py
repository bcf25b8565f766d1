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
    in_flow,
    without_frames,
)
from triplicate.editions.docx.lower.drafts.notes import NoteDraft, NoteMark
from triplicate.editions.docx.lower.drafts.places import Columns, Frame, NamedPages, Place
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
    "Marker",
    "NamedPages",
    "NamedString",
    "NoteDraft",
    "NoteMark",
    "NumberSpan",
    "ParagraphDraft",
    "Piece",
    "Place",
    "RowDraft",
    "TableDraft",
    "each_paragraph",
    "each_table",
    "in_flow",
    "without_frames",
]
