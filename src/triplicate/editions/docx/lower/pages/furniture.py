"""Lowering (stage 7c): the headers and footers of sections.

Input: the kinds of pages of a section. Output: `ir.Furniture`, and the margins that it needs. Word
has one set of margins a section: where pages differ in their top or bottom margin, the larger one
comes from a header or footer that reaches so far, because Word moves the text out of its way.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.css.formats import undirected
from triplicate.editions.docx.lower.css.scripts import directed
from triplicate.editions.docx.lower.css.units import TWIPS_PER_PIXEL, twips
from triplicate.editions.docx.lower.drafts import each_paragraph
from triplicate.editions.docx.lower.pages import running
from triplicate.editions.docx.lower.pages.kinds import ENDS, Page
from triplicate.editions.docx.lower.pages.margins import height
from triplicate.editions.docx.lower.references.fields import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from triplicate.editions.docx.lower.drafts import Draft, Piece
    from triplicate.editions.docx.lower.finish import Finisher
    from triplicate.editions.docx.lower.styles.known import Styles

STYLES = {"top": "header", "bottom": "footer"}
Kinds = dict[str, Page]


def learn_furniture(sections: Iterable[Kinds], styles: Styles) -> None:
    """Define the styles of headers and footers by the first pages that have some."""
    pages = [page for kinds in sections for page in kinds.values()]
    for end, name in STYLES.items():
        model = next((page.edges[end] for page in pages if page.edges[end]), None)
        look = model.format if model else ir.ParagraphFormat()
        run = undirected(model.run) if model else ir.RunFormat()
        styles.paragraphs[name] = ir.Style(name, "paragraph", look, run, styles.base.name)


class Furniture:
    """The headers and footers of one section's pages; ``fill`` puts in what strings show there.

    Those of a section that begins ``on_a_side``, an odd or an even page, reach to the text:
    LibreOffice forgets the distance there.
    """

    def __init__(
        self,
        kinds: Kinds,
        styles: Styles,
        finisher: Finisher,
        fill: Callable[[Piece], list[Piece]],
        on_a_side: bool,
    ) -> None:
        self._kinds = kinds
        self._fill = fill
        self._on_a_side = on_a_side
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

    def borders(self) -> tuple[tuple[ir.Border, ...], str]:
        """The borders of pages, and Word's name of the pages that have them."""
        default, first = (self._kinds[kind].borders for kind in ("default", "first"))
        if any(edge != ir.NO_BORDER for edge in default):
            return default, "allPages" if first == default else "notFirstPage"
        return (first, "firstPage") if first != default else ((), "")

    def number_format(self) -> str:
        """How these pages are numbered, in Word's words; "" for decimal."""
        shown = (piece for page in self._kinds.values() for piece in _pieces(page))
        fields = (piece.field.instruction for piece in shown if piece.field)
        switches = (field.removeprefix("PAGE") for field in fields if field.startswith("PAGE"))
        name = FORMATS[next((switch for switch in switches if switch in FORMATS), "")]
        return "" if name == "decimal" else name

    def _offset(self, end: str) -> int:
        """The distance of headers or footers from the page's edge: the least of all pages."""
        edges = [edge for page in self._kinds.values() if (edge := page.edges[end])]
        return min((edge.offset for edge in edges), default=self._margins[end] // 2)

    def _story(self, page: Page, end: str) -> tuple[ir.Block, ...]:
        """A header's or footer's paragraphs, the last as tall as this page's margin asks for."""
        style = self._styles.paragraphs[STYLES[end]]
        found = page.edges[end]
        further = found.offset - self._offsets[end] if found else 0
        drafts = found.drafts if found else []
        pieces = found.pieces if found else ()
        is_outermost = not drafts or (end == "bottom" and bool(pieces))
        if further and not is_outermost:
            drafts = _moved(drafts, end, further)
        self._styles.learn(drafts, own=False)
        shown = self._finisher.story(drafts) if drafts else ()
        look = found.format if found else style.paragraph
        if further and is_outermost:
            look = _apart(look, end, further)
        if not drafts and not pieces and self._room(page, end, self._height(look, pieces)) == 0:
            look = look._replace(line=ir.Line(20, "exact"))  # else it would move the text
        reaches = self._on_a_side or twips(page.margins[end]) > self._margins[end]
        if reaches:
            # What moved drafts is in their height.
            taken = running.height(drafts) + self._height(look, pieces)
            taken += (look.before or 0) if end == "top" else (look.after or 0)
            room = self._room(page, end, taken)
            look = look._replace(after=room) if end == "top" else look._replace(before=room)
        asides = page.asides if end == "top" else ()
        last = () if shown and not pieces and not reaches else (self._paragraph(end, look, pieces),)
        beside = (self._paragraph(end, aside.format, aside.pieces) for aside in asides)
        blocks: list[ir.Block] = [*beside, *shown, *last]
        if end == "top" and page.marks:
            final = blocks[-1]
            assert isinstance(final, ir.Paragraph), "a header ends in a paragraph"
            blocks[-1] = final._replace(inlines=(*final.inlines, *page.marks))
        return tuple(blocks)

    def _room(self, page: Page, end: str, taken: int) -> int:
        """What is left between a header of a height and the text of its page, in twips."""
        return max(0, twips(page.margins[end]) - self._offsets[end] - taken)

    def _height(self, look: ir.ParagraphFormat, pieces: Iterable[Piece]) -> int:
        """The height of a header's paragraph; one without a look of its own is as high as text."""
        own = look if look.line else look._replace(line=self._styles.base.paragraph.line)
        return height(own, 1 + sum(piece.text.count("\n") for piece in pieces if not piece.field))

    def _paragraph(
        self, end: str, look: ir.ParagraphFormat, pieces: Iterable[Piece]
    ) -> ir.Paragraph:
        style = self._styles.paragraphs[STYLES[end]]
        filled = [shown for piece in pieces for shown in self._fill(piece)]
        inlines = [
            self._finisher.inline(self._known(piece), ir.difference(piece.format, style.run))
            for piece in directed(filled, look.right_to_left is True)
        ]
        direct = ir.difference(look, style.paragraph)
        if direct.tabs is not None:
            direct = direct._replace(tabs=_stops(look, style.paragraph))
        return ir.Paragraph(style.name, tuple(inlines), direct)

    def _known(self, piece: Piece) -> Piece:
        """A piece without a role that no text has: its look is stated anyway."""
        return piece if piece.role in self._styles.characters else piece._replace(role="")


def _moved(drafts: list[Draft], end: str, further: int) -> list[Draft]:
    """Drafts that stand ``further`` from the page's edge than the section's headers, in twips."""
    first, *others = drafts
    if end == "top":
        return [replace(first, before=first.before + further / TWIPS_PER_PIXEL), *others]
    *others, last = drafts
    return [*others, replace(last, after=last.after + further / TWIPS_PER_PIXEL)]


def _apart(look: ir.ParagraphFormat, end: str, further: int) -> ir.ParagraphFormat:
    """The same of a paragraph."""
    if end == "top":
        return look._replace(before=(look.before or 0) + further)
    return look._replace(after=(look.after or 0) + further)


def _pieces(page: Page) -> Iterable[Piece]:
    for end in ENDS:
        if found := page.edges[end]:
            yield from found.pieces
            for draft in each_paragraph(found.drafts):
                yield from draft.pieces
    for aside in page.asides:
        yield from aside.pieces


def _stops(look: ir.ParagraphFormat, base: ir.ParagraphFormat) -> tuple[ir.Tab, ...]:
    """A paragraph's tab stops; those of its style stay unless they are cleared."""
    wanted, given = look.tabs or (), base.tabs or ()
    cleared = [tab._replace(align="clear") for tab in given if tab not in wanted]
    # Not both at one position: Word takes the order in the file for that of the page.
    kept = {tab.position for tab in wanted}
    stops = [*wanted, *(tab for tab in cleared if tab.position not in kept)]
    return tuple(sorted(stops, key=lambda tab: tab.position))
