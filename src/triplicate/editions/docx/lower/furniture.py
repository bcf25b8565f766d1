"""Lowering (stage 7c): the headers and footers of sections.

Input: the kinds of pages of a section. Output: `ir.Furniture`, and the margins that it needs. Word
has one set of margins a section: where pages differ in their top or bottom margin, the larger one
comes from a header or footer that reaches so far, because Word moves the text out of its way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower import running
from triplicate.editions.docx.lower.fields import FORMATS
from triplicate.editions.docx.lower.margins import height
from triplicate.editions.docx.lower.pages import ENDS, Page
from triplicate.editions.docx.lower.units import twips

if TYPE_CHECKING:
    from collections.abc import Iterable

    from triplicate.editions.docx.lower.finish import Finisher
    from triplicate.editions.docx.lower.margincontent import Item
    from triplicate.editions.docx.lower.styles import Styles

STYLES = {"top": "header", "bottom": "footer"}
Kinds = dict[str, Page]


def learn_furniture(kinds: Kinds, styles: Styles) -> None:
    """Define the styles of headers and footers: what most pages show."""
    for end, name in STYLES.items():
        model = next((page.edges[end] for page in kinds.values() if page.edges[end]), None)
        look = model.format if model else ir.ParagraphFormat()
        run = model.run if model else ir.RunFormat()
        styles.paragraphs[name] = ir.Style(name, "paragraph", look, run, styles.base.name)


class Furniture:
    """The headers and footers of one section's pages."""

    def __init__(self, kinds: Kinds, styles: Styles, finisher: Finisher) -> None:
        self._kinds = kinds
        self._styles = styles
        self._finisher = finisher
        self._margins = {
            end: twips(min(page.margins[end] for page in kinds.values())) for end in ENDS
        }
        self._offsets = {end: self._offset(end) for end in ENDS}
        self._stories = {
            (end, kind): self._story(page, end) for end in ENDS for kind, page in kinds.items()
        }
        self.first_differs = self._differs("first")
        self.even_differs = self._differs("even")

    def _differs(self, kind: str) -> bool:
        return any(self._stories[end, kind] != self._stories[end, "default"] for end in ENDS)

    def parts(self, end: str, even: bool) -> ir.Furniture:
        """The headers or footers; those of ``even`` pages only where asked for."""
        return ir.Furniture(
            self._stories[end, "default"],
            self._stories[end, "first"] if self.first_differs else None,
            self._stories[end, "even"] if even else None,
        )

    def margins(self) -> tuple[int, int, int, int, int, int]:
        """Top, right, bottom, left, header and footer."""
        default = self._kinds["default"].margins
        return (
            self._margins["top"],
            twips(default["right"]),
            self._margins["bottom"],
            twips(default["left"]),
            self._offsets["top"],
            self._offsets["bottom"],
        )

    def number_format(self) -> str:
        """How these pages are numbered, in Word's words; "" for decimal."""
        shown = (item for page in self._kinds.values() for item in _items(page))
        fields = (item.instruction for item in shown if item.instruction.startswith("PAGE"))
        name = FORMATS[next(fields, "").removeprefix("PAGE")]
        return "" if name == "decimal" else name

    def _offset(self, end: str) -> int:
        """The distance of headers or footers from the page's edge."""
        for page in self._kinds.values():
            if found := page.edges[end]:
                return found.offset
        return self._margins[end] // 2

    def _story(self, page: Page, end: str) -> tuple[ir.Block, ...]:
        """A header's or footer's paragraphs, the last as tall as this page's margin asks for."""
        style = self._styles.paragraphs[STYLES[end]]
        found = page.edges[end]
        drafts = found.drafts if found else []
        self._styles.learn(drafts, own=False)
        shown = self._finisher.blocks(drafts, ends=True) if drafts else ()
        look = found.format if found else style.paragraph
        missing = twips(page.margins[end]) - self._margins[end]
        if missing > 0:
            taken = running.height(drafts) + height(look)
            room = max(0, twips(page.margins[end]) - self._offsets[end] - taken)
            look = look._replace(after=room) if end == "top" else look._replace(before=room)
        asides = page.asides if end == "top" else ()
        items = found.items if found else ()
        last = () if shown and not items and missing <= 0 else (_paragraph(style, look, items),)
        return (*(_paragraph(style, aside.format, aside.items) for aside in asides), *shown, *last)


def _items(page: Page) -> Iterable[Item]:
    for end in ENDS:
        if found := page.edges[end]:
            yield from found.items
    for aside in page.asides:
        yield from aside.items


def _paragraph(style: ir.Style, look: ir.ParagraphFormat, items: Iterable[Item]) -> ir.Paragraph:
    inlines: list[ir.Inline] = []
    for item in items:
        run = ir.difference(item.format, style.run)
        if item.instruction:
            inlines.append(ir.Field(item.instruction, item.text, run))
        elif item.picture:
            inlines.append(item.picture._replace(format=run))
        else:
            inlines.append(ir.Run(item.text, "", run))
    direct = ir.difference(look, style.paragraph)
    if direct.tabs is not None:
        direct = direct._replace(tabs=_stops(look, style.paragraph))
    return ir.Paragraph(style.name, tuple(inlines), direct)


def _stops(look: ir.ParagraphFormat, base: ir.ParagraphFormat) -> tuple[ir.Tab, ...]:
    """A paragraph's tab stops; those of its style stay unless they are cleared."""
    wanted, given = look.tabs or (), base.tabs or ()
    cleared = [tab._replace(align="clear") for tab in given if tab not in wanted]
    # Not both at one position: Word takes the order in the file for that of the page.
    kept = {tab.position for tab in wanted}
    stops = [*wanted, *(tab for tab in cleared if tab.position not in kept)]
    return tuple(sorted(stops, key=lambda tab: tab.position))
