"""Lowering (stage 7c): what page margin boxes say, as text, pictures and fields.

Input: the computed style of a margin box. Output: its items, with fields for counters and strings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.fields import SWITCHES
from triplicate.editions.docx.lower.pictures import OBJECT, generated_picture
from triplicate.editions.docx.names import HEADING_STYLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triplicate.editions.docx.lower.bookmarks import Bookmarks
    from triplicate.editions.docx.lower.context import Context

COUNTERS = {"page": ("PAGE", "1"), "pages": ("NUMPAGES", "1")}


class Item(NamedTuple):
    """Text, a picture, or a field with its instruction and result; the run format is complete."""

    instruction: str
    text: str
    format: ir.RunFormat
    picture: ir.Picture | None = None


def is_generated(style: Any) -> bool:
    """Whether a margin box has content."""
    return style["content"] not in ("normal", "inhibit", "none")


def text_of(style: Any) -> str:
    """The text of a margin box, without its fields."""
    return "".join(value for kind, value in style["content"] if kind == "string")


def items_of(style: Any, context: Context, names: Bookmarks) -> Iterator[Item]:
    """What a margin box shows; what Word cannot show is reported."""
    run = context.formats.run(style)
    for kind, value in style["content"]:
        if kind == "string":
            yield Item("", value, run)
        elif kind == "string()":
            yield from _string(value, run, context, names)
        elif kind == "counter()" and value[0] in COUNTERS:
            instruction, result = COUNTERS[value[0]]
            switch = SWITCHES.get(str(value[-1]))
            if switch is None:
                context.report("word-counter", f"expected page numbers Word has, found {value[-1]}")
            yield Item(instruction + (switch or ""), result, run)
        elif kind == "url":
            picture = generated_picture(value, style, context)
            yield Item("", OBJECT if picture else "", run, picture)
        elif kind != "element()" or value[0] not in context.running:
            context.report("word-margin-box", f"expected strings and page counters, found `{kind}`")


def _string(value: Any, run: ir.RunFormat, context: Context, names: Bookmarks) -> Iterator[Item]:
    """A named string: a reference to the only element that sets it, or to the nearest of a style.

    STYLEREF takes style names in the language of the reader's Word, so built-in names would
    fail; headings may be given by level.
    """
    sources = context.strings.get(value[0], [])
    if not sources:
        return
    text, anchor, style = sources[0]
    last = " \\l" if value[-1] == "last" else ""
    if len(sources) == 1 and anchor:
        yield Item(f"REF {names.name(anchor)} \\* CHARFORMAT", text, run)
    elif len(sources) == 1:
        yield Item("", text, run)
    elif style in HEADING_STYLES:
        yield Item(f"STYLEREF {HEADING_STYLES.index(style) + 1}{last}", text, run)
    else:
        yield Item(f'STYLEREF "{style}"{last}', text, run)
