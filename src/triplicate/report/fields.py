"""The one table of a report's facts: what validates them, and what their JSON Schema is made of."""

from __future__ import annotations

from typing import Any

from triplicate.diagnostics import Diagnostics
from triplicate.load.nodes import Node, Scalar
from triplicate.report.facts import ABBREVIATIONS, DATES, NUMBERING, SHORT_TITLE, STATUS, VENUE
from triplicate.report.languages import suggest_language, supports_language
from triplicate.report.readers import TEXT, TEXTS, Field, Reader, block_schema, wrong


def _read_language(node: Node, key: str, diagnostics: Diagnostics) -> str | None:
    text = node.text.strip() if isinstance(node, Scalar) else ""
    if supports_language(text):
        return text
    expected = "a language's short name"
    wrong("language-is-known", expected, key, node, diagnostics, suggest_language(text))
    return None


LANGUAGE = Reader(_read_language, {"type": "string", "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]+)*$"})

REPORT_FIELDS = (
    Field("kind", TEXT, "what it is, such as Summary Report", required=True),
    Field("title", TEXT, "the title", required=True),
    Field("short_title", SHORT_TITLE, "the title as running headers have it"),
    Field("date", DATES, "the day as YYYY-MM-DD, or start and end", required=True),
    Field("venue", VENUE, "where it took place"),
    Field("language", LANGUAGE, "the language it is written in, such as en", required=True),
    Field("organizers", TEXTS, "who held it"),
    Field("symbol", TEXT, "the document symbol"),
    Field("status", STATUS, "draft or final"),
    Field("distribution", TEXT, "to whom it goes, such as General"),
    Field("session", TEXT, "the session it belongs to"),
    Field("agenda_item", TEXT, "the agenda item it belongs to"),
    Field("original_language", LANGUAGE, "the language it was first written in"),
    Field("authors", TEXTS, "who wrote it"),
    Field("abstract", TEXT, "what it says, in a few lines"),
    Field("keywords", TEXTS, "words to find it by"),
    Field("numbering", NUMBERING, "how sections and paragraphs are numbered"),
    Field("abbreviations", ABBREVIATIONS, "short forms and what they stand for"),
)


def facts_schema() -> dict[str, Any]:
    """Return the JSON Schema of the facts, without the body."""
    return block_schema(REPORT_FIELDS)
