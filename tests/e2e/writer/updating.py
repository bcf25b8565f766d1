"""Update Index, Update Fields, and following each link: what a document says before and after."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

from tests.e2e.writer.reading import blocks, is_a, margins, notes, paragraphs, with_own, words
from tests.e2e.writer.session import Document


def updated(document: Document) -> dict[str, Any]:
    """What is there as the file says it, and after all indexes and fields are updated."""
    before = _state(document)
    for index in _indexes(document):
        index.update()
    document.model.TextFields.refresh()
    return {"before": before, "after": _state(document)}


def _state(document: Document) -> dict[str, Any]:
    """The number of pages, all text, the outline of the Navigator, contents lists and links."""
    text = list(blocks(document))
    headings = [one for one in text if is_a(one, "Paragraph") and one.OutlineLevel]
    return {
        "pages": document.model.CurrentController.PageCount,
        "text": [words(block) for block in text],
        "outline": [(one.OutlineLevel, words(one)) for one in headings],
        "notes": [one.String for one in notes(document)],
        "margins": [words(paragraph) for paragraph in margins(document)],
        "lists": [
            [_entry(one) for one in paragraphs(index.Anchor)] for index in _indexes(document)
        ],
        "links": [_follow(document, link) for link in with_own(document, "HyperLinkURL", "")],
    }


def _indexes(document: Document) -> list[Any]:
    """The contents lists, in the order in which they were read."""
    found = document.model.DocumentIndexes
    return [found.getByIndex(number) for number in range(found.Count)]


def _entry(paragraph: Any) -> dict[str, str]:
    """Style and text of an entry, and what fills the room before its last tab stop."""
    stops = paragraph.ParaTabStops
    leader = stops[-1].FillChar.value if stops else ""
    return {"style": paragraph.ParaStyleName, "text": paragraph.String, "leader": leader}


def _follow(document: Document, link: Any) -> dict[str, Any]:
    """A link's words and address, and for one inside the paragraph and page that one comes to."""
    address = link.HyperLinkURL
    found = {"text": link.String, "address": address, "listed": bool(link.DocumentIndex)}
    if address.startswith("#"):
        document.cursor.jumpToLastPage()
        document.cursor.jumpToEndOfPage()
        document.do("JumpToMark", Bookmark=unquote(address[1:]))
        found |= {"landed": words(document.here()), "page": document.cursor.Page}
    return found
