"""Ways through a Report's body, in document order."""

from __future__ import annotations

from collections.abc import Iterator

from triplicate.load.prose import (
    Block,
    Blocks,
    BulletList,
    Emphasis,
    Heading,
    Inline,
    Inlines,
    Link,
    OrderedList,
    Paragraph,
    Quote,
    Reference,
    Strong,
)
from triplicate.report.model import Item, Outcomes, Section, Text


def walk_items(body: tuple[Item, ...], level: int = 1) -> Iterator[tuple[Item, int]]:
    """Yield each item with the level of the sections it stands among, from 1."""
    for item in body:
        yield item, level
        if isinstance(item, Section):
            yield from walk_items(item.body, level + 1)


def walk_blocks(body: tuple[Item, ...]) -> Iterator[Block]:
    """Yield each block of prose, those inside lists and quotations too."""
    for item, _ in walk_items(body):
        if isinstance(item, Text):
            yield from _blocks(item.blocks)
        elif isinstance(item, Outcomes):
            for statement in item.items:
                yield from _blocks(statement)


def _blocks(blocks: Blocks) -> Iterator[Block]:
    for block in blocks:
        yield block
        match block:
            case BulletList(items) | OrderedList(items):
                for item in items:
                    yield from _blocks(item)
            case Quote(inner):
                yield from _blocks(inner)


def walk_inlines(body: tuple[Item, ...]) -> Iterator[Inline]:
    """Yield each inline of titles and prose, those inside others too."""
    for item, _ in walk_items(body):
        if isinstance(item, Section):
            yield from _inlines(item.title)
    for block in walk_blocks(body):
        if isinstance(block, Paragraph | Heading):
            yield from _inlines(block.inlines)


def _inlines(inlines: Inlines) -> Iterator[Inline]:
    for inline in inlines:
        yield inline
        if isinstance(inline, Emphasis | Strong | Link | Reference):
            yield from _inlines(inline.children)
