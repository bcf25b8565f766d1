"""A report from its folder to a settled whole (stages 1 to 4).

``load_report`` loads, validates and checks; ``resolve`` settles numbers, ids, references and
dates. What comes out is a ResolvedReport, which templates get and ``to_json`` prints.
"""

from __future__ import annotations

from triplicate.load.prose import Code, Emphasis, Inline, LineBreak, Link, Strong, Text
from triplicate.report.loading import load_report
from triplicate.report.model import Report
from triplicate.report.resolve import Labels, resolve
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
    to_json,
)

__all__ = [
    "Code",
    "Column",
    "ContentsEntry",
    "Emphasis",
    "Inline",
    "Labels",
    "LineBreak",
    "Link",
    "ListBlock",
    "ListItem",
    "ParagraphBlock",
    "QuoteBlock",
    "Report",
    "ResolvedBlock",
    "ResolvedDate",
    "ResolvedItem",
    "ResolvedOutcomes",
    "ResolvedParticipants",
    "ResolvedReport",
    "ResolvedSection",
    "ResolvedText",
    "ResolvedVenue",
    "Row",
    "Strong",
    "Text",
    "load_report",
    "resolve",
    "to_json",
]
