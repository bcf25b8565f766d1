"""Prose as a tree of ours: what Markdown becomes (stage 1) and every later stage reads.

Places (``span``) don't take part in comparisons: two texts are equal if they read the same.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar, Literal

from triplicate.diagnostics import Span

NOWHERE = Span("", 0, 0)


@dataclass(frozen=True, slots=True)
class Text:
    """Characters as typed."""

    kind: ClassVar[Literal["text"]] = "text"
    text: str
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stress, in print italics."""

    kind: ClassVar[Literal["emphasis"]] = "emphasis"
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Strong:
    """Importance, in print bold."""

    kind: ClassVar[Literal["strong"]] = "strong"
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Characters as a machine reads them."""

    kind: ClassVar[Literal["code"]] = "code"
    text: str
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Link:
    """A link to ``href``: http, https, mailto, or ``#id`` inside the report."""

    kind: ClassVar[Literal["link"]] = "link"
    href: str
    children: tuple[Inline, ...]
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A line break that the author wants."""

    kind: ClassVar[Literal["line-break"]] = "line-break"


@dataclass(frozen=True, slots=True)
class Value:
    """``{{ path | filter | filter }}``: a fact of the report, computed when it is resolved."""

    kind: ClassVar[Literal["value"]] = "value"
    path: str
    filters: tuple[str, ...] = ()
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Reference:
    """A cross-reference to the block ``target``; without children its number and title stand."""

    kind: ClassVar[Literal["reference"]] = "reference"
    target: str
    children: tuple[Inline, ...] = ()
    span: Span = field(default=NOWHERE, compare=False)


Inline = Text | Emphasis | Strong | Code | Link | LineBreak | Value | Reference
Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    kind: ClassVar[Literal["paragraph"]] = "paragraph"
    inlines: Inlines
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class BulletList:
    """A list without numbers; an item is a tuple of blocks."""

    kind: ClassVar[Literal["bullet-list"]] = "bullet-list"
    items: tuple[Blocks, ...]
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class OrderedList:
    """A numbered list whose first item has the number ``start``."""

    kind: ClassVar[Literal["ordered-list"]] = "ordered-list"
    items: tuple[Blocks, ...]
    start: int = 1
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation of one or more blocks."""

    kind: ClassVar[Literal["quote"]] = "quote"
    blocks: Blocks
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of ``level`` 1 to 6; lives only until headings are nested into sections."""

    kind: ClassVar[Literal["heading"]] = "heading"
    level: int
    inlines: Inlines
    id: str = ""
    span: Span = field(default=NOWHERE, compare=False)


Block = Paragraph | BulletList | OrderedList | Quote | Heading
Blocks = tuple[Block, ...]


def plain_text(inlines: Inlines) -> str:
    """Return the characters of ``inlines`` without their markup; a line break is a space."""
    return "".join(_plain(inline) for inline in inlines)


def _plain(inline: Inline) -> str:
    match inline:
        case Text(text) | Code(text):
            return text
        case LineBreak():
            return " "
        case Value(path):
            return f"{{{{ {path} }}}}"
        case Emphasis(children) | Strong(children):
            return plain_text(children)
        case Link(_, children) | Reference(_, children):
            return plain_text(children)
