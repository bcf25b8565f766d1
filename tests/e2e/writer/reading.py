"""What Writer has of a document: paragraphs, their look, links, contents lists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.e2e.writer.session import Document, values

# In the order of the alphabet, as UNO wants them.
LOOK = (
    *("CharColor", "CharFontName", "CharHeight", "CharWeight", "ParaBottomMargin"),
    *("ParaFirstLineIndent", "ParaLeftMargin", "ParaRightMargin", "ParaStyleName"),
    "ParaTopMargin",
)
PARTS = ("Header", "Footer")
SIDES = ("Text", "TextLeft", "TextFirst")


def is_a(thing: Any, service: str) -> bool:
    return bool(thing.supportsService(f"com.sun.star.text.{service}"))


def each(container: Any) -> Iterator[Any]:
    """The members of what UNO enumerates."""
    found = container.createEnumeration()
    while found.hasMoreElements():
        yield found.nextElement()


def paragraphs(text: Any) -> Iterator[Any]:
    """The paragraphs of a text and of the tables in it."""
    for block in each(text):
        if is_a(block, "TextTable"):
            for name in block.CellNames:
                yield from paragraphs(block.getCellByName(name))
        else:
            yield block


def blocks(document: Document) -> Iterator[Any]:
    """The paragraphs of the text outside contents lists and tables, and the cells of tables."""
    for block in each(document.model.Text):
        if is_a(block, "TextTable"):
            yield from map(block.getCellByName, block.CellNames)
        elif not block.DocumentIndex:
            yield block


def body(document: Document) -> list[Any]:
    """The paragraphs of the text, without those of contents lists."""
    return [one for one in paragraphs(document.model.Text) if not one.DocumentIndex]


def margins(document: Document) -> Iterator[Any]:
    """The paragraphs of headers and footers."""
    for style in each_named(document.model.StyleFamilies.getByName("PageStyles")):
        for part in PARTS:
            if style.isInUse() and style.getPropertyValue(f"{part}IsOn"):
                for side in SIDES:
                    yield from paragraphs(style.getPropertyValue(part + side))


def notes(document: Document) -> Iterator[Any]:
    """The footnotes, then the endnotes."""
    for kind in (document.model.Footnotes, document.model.Endnotes):
        yield from (kind.getByIndex(number) for number in range(kind.Count))


def each_named(container: Any) -> Iterator[Any]:
    return (container.getByName(name) for name in container.ElementNames)


def words(paragraph: Any) -> str:
    """A paragraph's text with its number, or that of a cell, blanks collapsed."""
    if not is_a(paragraph, "Paragraph"):
        return " ".join(str(paragraph.String).split())
    return " ".join(f"{label(paragraph)} {paragraph.String}".split())


def label(paragraph: Any) -> str:
    return str(paragraph.ListLabelString) if paragraph.NumberingIsNumber else ""


def look(paragraph: Any) -> dict[str, Any]:
    """The style, and what a reader sees of it."""
    return dict(zip(LOOK, paragraph.getPropertyValues(LOOK), strict=True))


def with_own(document: Document, name: str, value: Any) -> list[Any]:
    """The pieces of text that have an attribute of their own, whatever its value."""
    wanted = document.model.createSearchDescriptor()
    wanted.ValueSearch = False
    wanted.setSearchAttributes(values(**{name: value}))
    found = document.model.findAll(wanted)
    return [found.getByIndex(number) for number in range(found.Count)]
