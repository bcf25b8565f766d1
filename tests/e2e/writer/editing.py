"""Return, Insert Rows, Insert Footnote, Copy and Paste; and what comes of each."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from tests.e2e.writer.reading import body, each, is_a, label, look, notes, paragraphs, words
from tests.e2e.writer.session import Document

ADDED = "Added"
EDGES = ("TopBorder", "BottomBorder", "LeftBorder", "RightBorder")


def edited(document: Document, saved: str) -> dict[str, Any]:
    """What each edit does to the look and the numbers of what is there; then saves the document."""
    text = body(document)
    found: dict[str, Any] = {"returns": _returns(document, text)}
    found["headings"] = _headings(document, text)
    found["rows"] = [_row(document, table) for table in _tables(document)]
    found["note"] = _note(document, text)
    found["captions"] = _captions(document, text)
    document.save(saved)
    return found


def _returns(document: Document, text: list[Any]) -> dict[str, Any]:
    """Return at the end of the first paragraph of each style that has one of its own below it.

    What was the paragraph before is the new one afterwards, to UNO.
    """
    found: dict[str, Any] = {}
    for here, below in pairwise(text):
        style = here.ParaStyleName
        if style in found or not here.String or below.ParaStyleName != style:
            continue
        old, above = [label(here), label(below)], look(here)
        new = _type_after(document, here)
        numbers = [label(document.above()), label(new), label(below)]
        found[style] = {"above": above, "new": look(new), "old": old, "numbers": numbers}
    return found


def _type_after(document: Document, paragraph: Any, style: str = "") -> Any:
    """The paragraph that Return begins after another one, with text and perhaps a style."""
    document.go_to(paragraph.End)
    document.do("InsertPara")
    if style:
        document.do("StyleApply", Style=style, FamilyName="ParagraphStyles")
    document.do("InsertText", Text=ADDED)
    return document.here()


def _headings(document: Document, text: list[Any]) -> dict[str, Any]:
    """For each style of headings, one is put before another, and Return pressed after that."""
    found: dict[str, Any] = {}
    for style in sorted({one.ParaStyleName for one in text if one.OutlineLevel}):
        same = [number for number, one in enumerate(text) if one.ParaStyleName == style]
        place = next((at for at in same[1:] if _is_plain(text[at - 1])), 0)
        # A list keeps its number in LibreOffice where the new style has none.
        if place and (label(text[place]) or not label(text[place - 1])):
            old, wanted = [label(text[at]) for at in same], look(text[place])
            new = _type_after(document, text[place - 1], style)
            later = [label(text[at]) for at in same if at >= place]
            numbers = [*old[: len(old) - len(later)], label(new), *later]
            looks = [wanted, look(new)]
            after = look(_type_after(document, text[place]))
            found[style] = {"looks": looks, "old": old, "numbers": numbers, "after": after}
    return found


def _is_plain(paragraph: Any) -> bool:
    """Whether a paragraph is neither a heading nor in a cell."""
    return not paragraph.OutlineLevel and not paragraph.TextTable


def _tables(document: Document) -> Iterator[Any]:
    """The tables of the text with three rows and more."""
    return (
        block
        for block in each(document.model.Text)
        if is_a(block, "TextTable") and block.Rows.Count > 2
    )


def _row(document: Document, table: Any) -> dict[str, Any]:
    """Insert Rows below the last one but one."""
    rows = table.Rows.Count
    document.go_to(table.getCellByName(f"A{rows - 1}").Start)
    document.do("InsertRowsAfter")
    both = [
        [_cell(table.getCellByName(name)) for name in table.CellNames if name[1:] == str(row)]
        for row in (rows - 1, rows)
    ]
    return {"rows": [rows, table.Rows.Count], "above": both[0], "new": both[1]}


def _cell(cell: Any) -> list[Any]:
    edges = [cell.getPropertyValue(edge) for edge in EDGES]
    lines = [(edge.OuterLineWidth, edge.Color) for edge in edges]
    return [cell.BackColor, cell.VertOrient, lines, look(next(paragraphs(cell)))]


def _note(document: Document, text: list[Any]) -> dict[str, Any]:
    """Insert Footnote at the end of the first paragraph of text, before all others."""
    old = [one.Anchor.String for one in notes(document)]
    first = next(one for one in text if one.String and _is_plain(one))
    document.go_to(first.End)
    document.do("InsertFootnote")
    document.do("InsertText", Text=ADDED)
    found = list(notes(document))
    looks = [look(next(iter(each(one)))) for one in found[:2]]
    return {"old": old, "numbers": [one.Anchor.String for one in found], "looks": looks}


def _captions(document: Document, text: list[Any]) -> list[list[str]]:
    """Copy the first caption and paste it above itself: the words of all, before and after."""
    captions = [one for one in text if one.ParaStyleName.lower().startswith("caption")]
    old = [words(one) for one in captions]
    if captions:
        first = captions[0]
        document.go_to(first.Start)
        document.cursor.gotoRange(first.End, True)
        document.do("Copy")
        document.go_to(first.Start)
        document.do("InsertPara")
        document.do("GoUp")
        document.do("Paste")
        document.model.TextFields.refresh()
        captions.insert(0, document.here())
    return [old, [words(one) for one in captions]]
