"""Lowering (stage 7c): what pages ask for and sections of Word's cannot give.

Input: the kinds of pages of all sections. Output: warnings, at the place of the @page rule. Word
has one size and one pair of side margins a section, one switch for mirrored margins a document,
and takes pages with odd numbers for those that CSS starts with, right ones unless the document
goes from right to left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx.lower.css.outlines import PAPER
from triplicate.editions.docx.lower.css.units import color, twips
from triplicate.editions.docx.lower.limits import place_of_match, report_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from triplicate.diagnostics import Span
    from triplicate.editions.docx.lower.context import Context
    from triplicate.editions.docx.lower.pages.furniture import Kinds
    from triplicate.editions.docx.lower.pages.kinds import Page

# Twips: what Word takes of a page, and what is left between its margins at least.
LONGEST, LEAST_PAGE, LEAST_ROOM = 22 * 1440, 144, 144


def is_mirrored(sections: Iterable[Kinds]) -> bool:
    """Whether the left and right margins change sides from page to page."""
    return any(_sides(kinds["default"]) != _sides(kinds["even"]) for kinds in sections)


def check_kinds(sections: Iterable[Kinds], context: Context) -> None:
    """Report pages that differ more than those of a section may."""
    sections = list(sections)
    mirrored = is_mirrored(sections)
    for kinds in sections:
        default, first, even = (kinds[kind] for kind in ("default", "first", "even"))
        if mirrored and _sides(default) != _sides(even)[::-1]:
            left, right = _sides(default)
            context.report(
                "word-page-margin",
                "expected left and right pages whose margins mirror each other, found "
                f"{left:g} and {right:g} px against {_sides(even)[0]:g} and {_sides(even)[1]:g} px",
                span=place_of_match(r"@page[^{]*:left", context.tree.stylesheet),
            )
        if _shape(first) != _shape(default):
            context.report(
                "word-page-margin",
                "expected first pages of the size and with the side margins of those that follow, "
                "found others",
                hint="give them a name: .cover { page: cover } @page cover { … }",
                span=place_of_match(r"@page[^{]*:(first|nth)", context.tree.stylesheet),
            )
        if (even.width, even.height) != (default.width, default.height):
            context.report(
                "word-page-size",
                "expected left and right pages of one size, found others",
                span=place_of_match(r"@page[^{]*:(left|right)", context.tree.stylesheet),
            )
        _check_room(default, context)
        if default.restart is not None:
            context.report(
                "word-page-number",
                "expected a page number set on the first page of its name, found one for all pages",
                hint="write @page :nth(1 of name) { counter-reset: page 1 }",
                span=_place_of_numbers(context),
            )


def _check_room(page: Page, context: Context) -> None:
    """Report a page that Word cannot have: too large, or without room for text."""
    sides = page.width - sum(_sides(page))
    if max(twips(page.width), twips(page.height)) > LONGEST:
        message = "expected pages of at most 22 inches (55.8 cm), found larger ones"
        hint = "they are 22 inches in Word: give @page a smaller size"
    elif twips(sides) < LEAST_ROOM or twips(_height(page)) < LEAST_ROOM:
        message = "expected pages with room for text between their margins, found none"
        hint = "Word gets smaller margins: give @page smaller ones"
    elif min(map(twips, page.margins.values())) < 0:
        message = "expected text within the edges of the page, found a negative margin"
        hint = "it is 0 in Word: give @page margins of 0 and more"
    else:
        return
    context.report(
        "word-page-size", message, hint, place_of_match("@page", context.tree.stylesheet)
    )


def _height(page: Page) -> float:
    return page.height - page.margins["top"] - page.margins["bottom"]


def within_limits(
    page: Page, margins: tuple[int, ...]
) -> tuple[int, int, tuple[int, int, int, int, int, int]]:
    """A page's width, height and margins, in twips, made such that Word takes them."""
    width, height = (min(LONGEST, max(LEAST_PAGE, twips(x))) for x in (page.width, page.height))
    top, right, bottom, left, header, footer = (max(0, one) for one in margins)
    if width - left - right < LEAST_ROOM:
        left, right = _shrunk(left, right, width)
    if height - abs(top) - abs(bottom) < LEAST_ROOM:
        top, bottom = _shrunk(abs(top), abs(bottom), height)
        header, footer = min(header, top), min(footer, bottom)
    return width, height, (top, right, bottom, left, header, footer)


def _shrunk(before: int, after: int, whole: int) -> tuple[int, int]:
    """Two margins that leave room between them."""
    free = max(0, whole - LEAST_ROOM)
    share = before / (before + after) if before + after else 0.5
    return round(free * share), free - round(free * share)


def check_sides(begins: Sequence[str], sections: Iterable[Kinds], context: Context) -> None:
    """Report pages that count anew and may be left in the PDF, and right in Word.

    ``begins`` are the types of break before the sections. Only for documents in which left and
    right pages differ.
    """
    for index, kinds in enumerate(sections):
        start = kinds["first"].restart
        if start is None:
            continue
        wanted = "oddPage" if start % 2 else "evenPage"
        if begins[index] != wanted and (index or wanted == "evenPage"):
            side = "recto" if start % 2 else "verso"
            context.report(
                "word-page-number",
                f"expected the page that is to be {start} on a side of its own, found it on any; "
                "Word takes it for one of the side that its number has",
                hint=f"write break-before: {side} on the element that it begins with",
                span=_place_of_numbers(context),
            )


def page_fill(sections: Iterable[Kinds], context: Context) -> str:
    """The colour of all pages, "" for that of paper; others than the first are reported."""
    fills = dict.fromkeys(page.fill for kinds in sections for page in kinds.values())
    first, *others = fills
    root = context.tree.root
    bodies = [child for child in root.children if child.element_tag == "body"]
    canvas = [box for box in (root, *bodies) if _is_filled(box.style)]
    expected, hint = (
        "expected pages of one colour up to their edges",
        "write @page { background: … }",
    )
    if canvas:
        message = f"{expected}, found others on <{canvas[0].element_tag}>"
        report_on(canvas[0], "background-color", "word-page-fill", message, context, hint)
    elif others:
        place = place_of_match(r"@page[^{]*\{[^}]*background", context.tree.stylesheet)
        context.report("word-page-fill", f"{expected}, found several", hint, place)
    return "" if first == PAPER else first


def _is_filled(style: Any) -> bool:
    return color(style, "background_color") not in (None, PAPER)


def _sides(page: Page) -> tuple[float, float]:
    return page.margins["left"], page.margins["right"]


def _shape(page: Page) -> tuple[float, float, float, float]:
    return page.width, page.height, *_sides(page)


def _place_of_numbers(context: Context) -> Span | None:
    return place_of_match(r"counter-(re)?set\s*:[^;}]*\bpage\b", context.tree.stylesheet)
