"""Lowering (stage 7c): @page rules to the kinds of pages that Word knows.

Input: the tree's page styles, by page name. Output: for each name its text area, and the first,
the odd and the even pages of a section with what stands in their margins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from triplicate.editions.docx.lower.pages.areas import LATER
from triplicate.editions.docx.lower.pages.box import page_box
from triplicate.editions.docx.lower.pages.limits import check_margin_box, check_page
from triplicate.editions.docx.lower.pages.marginboxes import BESIDE, PLACES, placed
from triplicate.editions.docx.lower.pages.margincontent import is_generated
from triplicate.editions.docx.lower.pages.margins import Aside, Edge, aside, edge
from triplicate.editions.docx.lower.pages.noterestarts import Resets
from triplicate.editions.docx.lower.pages.watermarks import fixed_marks, margin_mark
from triplicate.layout.pagenotes import note_reset

if TYPE_CHECKING:
    from collections.abc import Mapping

    from triplicate.editions.docx import ir
    from triplicate.editions.docx.lower.context import Context
    from triplicate.editions.docx.lower.drafts import Shown

ENDS = ("top", "bottom")
BOXES = (*(f"{end}-{place}" for end in ENDS for place in PLACES), *BESIDE)


class Page(NamedTuple):
    """One kind of page; lengths in pixels, ``edges`` by "top" and "bottom".

    ``margins`` are around its text, and hold its ``borders``. ``marks`` stand behind the text.
    ``restart`` is the number that the page's rule gives it, None where it goes on counting.
    ``fill`` is its colour.
    """

    width: float
    height: float
    margins: dict[str, float]
    edges: dict[str, Edge | None]
    asides: tuple[Aside, ...]
    marks: tuple[ir.Watermark, ...]
    restart: int | None
    borders: tuple[ir.Border, ...]
    fill: str


class Pages:
    """The pages of a document by name, "" for those without; each is read once."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._areas = context.areas
        self._kinds: dict[tuple[Any, ...], dict[str, Page]] = {}

    def kinds(self, name: str, opening: str, shown: Mapping[str, Shown]) -> dict[str, Page]:
        """The default (odd), first and even pages of a section that has ``shown`` such elements.

        Its first page may be the first of the "document", or of its "name", or "" of nothing.
        """
        key = name, opening, tuple(shown.items())
        if key not in self._kinds:
            index, place = _first(opening)
            self._context.shown = shown
            self._context.first_page = True
            first = self._page(name, self._areas.odd, index, place)
            self._context.first_page = False
            odd = name, self._areas.odd, LATER, LATER
            even = name, self._areas.even, LATER + 1, LATER + 1
            default = self._page(*odd)
            self._kinds[key] = {
                "default": default,
                "first": first,
                "even": default if self._areas.are_alike(odd, even, BOXES) else self._page(*even),
            }
        return self._kinds[key]

    def note_resets(self, name: str, opening: str) -> Resets:
        """What the pages of a section set the counter of footnotes to; ``opening`` as above."""
        index, place = _first(opening)
        return Resets(
            note_reset(self._areas.style(name, self._areas.odd, index, place)),
            note_reset(self._areas.style(name, self._areas.odd, LATER, LATER)),
            note_reset(self._areas.style(name, self._areas.even, LATER + 1, LATER + 1)),
        )

    def _page(self, name: str, side: str, index: int, place: int) -> Page:
        style = self._areas.style(name, side, index, place)
        check_page(style, self._context)
        box = page_box(style)
        margins = box.margins
        context, size = self._context, (box.width, box.height)
        read = {where: self._areas.style(name, side, index, place, f"@{where}") for where in BOXES}
        styles = {where: s for where, s in read.items() if s is not None and is_generated(s)}
        for where, one in styles.items():
            check_margin_box(one, f"@{where}", context)
        turned = {where: styles.pop(where) for where in list(styles) if styles[where]["transform"]}
        marks = fixed_marks(size, box.area, context) + tuple(
            margin_mark(one, where, placed(one, where, size, margins), size, context)
            for where, one in turned.items()
        )
        edges = {
            end: edge(
                {p: styles[f"{end}-{p}"] for p in PLACES if f"{end}-{p}" in styles},
                end,
                size[0] - margins["left"] - margins["right"],
                (box.insets["left"] - margins["left"], box.insets["right"] - margins["right"]),
                margins[end],
                context,
            )
            for end in ENDS
        }
        asides = tuple(
            aside(styles[where], where, size, margins, context)
            for where in BESIDE
            if where in styles
        )
        return Page(*size, box.insets, edges, asides, marks, _restart(style), box.borders, box.fill)


def _first(opening: str) -> tuple[int, int]:
    """The places of a section's first page in the document and in the pages of its name."""
    return 0 if opening == "document" else LATER, 0 if opening else LATER


def _restart(style: Any) -> int | None:
    """The number that a page's rule sets the page counter to."""
    value = None
    for name in ("counter_reset", "counter_set", "counter_increment"):
        for counter, number in () if style[name] == "auto" else style[name]:
            if counter == "page" and name != "counter_increment":
                value = number
            elif counter == "page" and value is not None:
                value += number
    return value
