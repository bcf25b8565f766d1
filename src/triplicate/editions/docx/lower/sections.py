"""Lowering (stage 7c): @page rules to a section with its headers and footers.

Input: the page styles of a first, a right and a left page. Output: `ir.Section`. Word has one set
of margins a section: where pages differ in their top or bottom margin, the larger one comes from
a header or footer that reaches so far, because Word moves the text out of its way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.drafts import Frame
from triplicate.editions.docx.lower.margins import PLACES, Edge, edge
from triplicate.editions.docx.lower.units import length, twips

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.bookmarks import Bookmarks
    from triplicate.editions.docx.lower.context import Context
    from triplicate.editions.docx.lower.styles import Styles

KINDS = {"default": ("right", 2), "first": ("right", 0), "even": ("left", 1)}
STYLES = {"top": "header", "bottom": "footer"}
OTHER_BOXES = [
    f"@{side}-{place}"
    for side, places in (
        ("left", ("top", "middle", "bottom")),
        ("right", ("top", "middle", "bottom")),
        ("top", ("left-corner", "right-corner")),
        ("bottom", ("left-corner", "right-corner")),
    )
    for place in places
]


class Page(NamedTuple):
    """One kind of page; lengths in pixels, ``edges`` by "top" and "bottom"."""

    width: float
    height: float
    margins: dict[str, float]
    edges: dict[str, Edge | None]

    @property
    def frame(self) -> Frame:
        """The text area."""
        return Frame(0.0, 0.0, self.width - self.margins["left"] - self.margins["right"])


def page_frame(context: Context) -> Frame:
    """The text area of the pages."""
    width, _, margins = _geometry(_style(context, "default"))
    return Frame(0.0, 0.0, width - margins["left"] - margins["right"])


def read_pages(context: Context, names: Bookmarks) -> dict[str, Page]:
    """The kinds of pages that the document has; named strings must be known."""
    return {kind: _page(context, kind, names) for kind in KINDS}


def learn_furniture(pages: dict[str, Page], styles: Styles) -> None:
    """Define the styles of headers and footers: what most pages show."""
    for side, name in STYLES.items():
        shown = (pages[kind].edges[side] for kind in KINDS)
        model = next((found for found in shown if found), None)
        look = model.format if model else ir.ParagraphFormat()
        run = model.run if model else ir.RunFormat()
        styles.paragraphs[name] = ir.Style(name, "paragraph", look, run, styles.base.name)


def section(blocks: tuple[ir.Block, ...], pages: dict[str, Page], styles: Styles) -> ir.Section:
    """The document's only section."""
    default = pages["default"]
    margins = {side: twips(min(p.margins[side] for p in pages.values())) for side in STYLES}
    offsets = {side: _offset(pages, side, margins[side]) for side in STYLES}
    parts = {
        (side, kind): _furniture(page, side, offsets[side], margins[side], styles)
        for side in STYLES
        for kind, page in pages.items()
    }
    first = any(parts[side, "first"] != parts[side, "default"] for side in STYLES)
    even = any(parts[side, "even"] != parts[side, "default"] for side in STYLES)
    headers, footers = (
        ir.Furniture(
            parts[side, "default"],
            parts[side, "first"] if first else None,
            parts[side, "even"] if even else None,
        )
        for side in STYLES
    )
    return ir.Section(
        blocks,
        twips(default.width),
        twips(default.height),
        (
            margins["top"],
            twips(default.margins["right"]),
            margins["bottom"],
            twips(default.margins["left"]),
            offsets["top"],
            offsets["bottom"],
        ),
        headers,
        footers,
        first,
        even,
    )


def _style(context: Context, kind: str, box: str | None = None) -> Any:
    from triplicate.layout.engine import page_type

    return context.tree.page_style(page_type(*KINDS[kind]), box)


def _geometry(style: Any) -> tuple[float, float, dict[str, float]]:
    width, height = style["size"]
    margins = {
        side: length(style[f"margin_{side}"], width) for side in ("top", "right", "bottom", "left")
    }
    return width, height, margins


def _page(context: Context, kind: str, names: Bookmarks) -> Page:
    width, height, margins = _geometry(_style(context, kind))
    edges = {}
    for side in STYLES:
        styles = {place: _style(context, kind, f"@{side}-{place}") for place in PLACES}
        shown = {place: style for place, style in styles.items() if style is not None}
        text_width = width - margins["left"] - margins["right"]
        edges[side] = edge(shown, side, text_width, margins[side], context, names)
    for name in OTHER_BOXES:
        style = _style(context, kind, name)
        if style is not None and style["content"] not in ("normal", "inhibit", "none"):
            context.report("word-margin-box", f"expected margin boxes above or below, found {name}")
    return Page(width, height, margins, edges)


def _offset(pages: dict[str, Page], side: str, margin: int) -> int:
    """The distance of headers or footers from the page's edge."""
    for kind in KINDS:
        if found := pages[kind].edges[side]:
            return found.offset
    return margin // 2


def _furniture(
    page: Page, side: str, offset: int, margin: int, styles: Styles
) -> tuple[ir.Paragraph, ...]:
    """A header's or footer's paragraph, as tall as this page's margin asks for."""
    style = styles.paragraphs[STYLES[side]]
    found = page.edges[side]
    look = found.format if found else style.paragraph
    missing = twips(page.margins[side]) - margin
    if missing > 0:
        line = look.line.pitch if look.line else 0
        room = max(0, twips(page.margins[side]) - offset - line)
        look = look._replace(after=room) if side == "top" else look._replace(before=room)
    inlines: list[ir.Inline] = []
    for item in found.items if found else ():
        run = ir.difference(item.format, style.run)
        if item.instruction:
            inlines.append(ir.Field(item.instruction, item.text, run))
        else:
            inlines.append(ir.Run(item.text, "", run))
    return (ir.Paragraph(style.name, tuple(inlines), ir.difference(look, style.paragraph)),)
