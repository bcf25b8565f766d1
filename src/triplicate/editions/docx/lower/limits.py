"""Lowering (stage 7c): what CSS says of boxes and pages and Word cannot do.

Input: computed styles and the style sheet's text. Output: warnings, each once, at the place of the
declaration where the style sheet is a file.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from triplicate.editions.docx.lower.css.inlinelooks import draws_in_vain
from triplicate.layout.declarations import declaration

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from triplicate.diagnostics import Span
    from triplicate.editions.docx.lower.context import Context
    from triplicate.layout.stylesheet import Stylesheet


class Limit(NamedTuple):
    """What Word expects instead, how authors write the property, which values do no harm."""

    expected: str
    written: str
    is_harmless: Callable[[Any], bool]


def _is_none(value: Any) -> bool:
    return value in ("none", "auto", "normal", "visible", 1, (), None)


def _is_square(radii: Any) -> bool:
    return all(getattr(radius, "value", radius) == 0 for radius in radii)


def _are_none(images: Any) -> bool:
    return all(kind == "none" for kind, _ in images)


def _is_no_image(image: Any) -> bool:
    return bool(image[0] == "none")


def _at_place(value: Any) -> bool:
    return getattr(value, "value", value) in (0, "auto")


def _is_zero(value: Any) -> bool:
    return getattr(value, "value", value) in (0, "normal")


def _is_not_over(lines: Any) -> bool:
    return "overline" not in lines


# Tables in tables. With boxes and what floats around each, readers with libxml2 can still open
# the file: they take 256 elements inside each other.
MAX_TABLES = 25
_SQUARE = Limit("boxes with square corners", "border-radius", _is_square)
LIMITS = {
    **{f"border_{y}_{x}_radius": _SQUARE for y in ("top", "bottom") for x in ("left", "right")},
    "border_image_source": Limit("borders of lines", "border-image", _is_no_image),
    "box_shadow": Limit("boxes without shadows", "box-shadow", _is_none),
    "outline_style": Limit("borders instead of outlines", "outline", _is_none),
    "font_feature_settings": Limit(
        "letters as the font has them", "font-feature-settings", _is_none
    ),
    "background_image": Limit("boxes filled with one colour", "background-image", _are_none),
    "transform": Limit("boxes that are neither turned nor moved", "transform", _is_none),
    "opacity": Limit("boxes that are not translucent", "opacity", _is_none),
    "column_count": Limit("text in one column", "column-count", _is_none),
    "column_width": Limit("text in one column", "column-width", _is_none),
    "word_spacing": Limit("spaces as wide as the font has them", "word-spacing", _is_zero),
    "text_decoration_line": Limit("lines under or through text", "text-decoration", _is_not_over),
    "font_stretch": Limit("letters as wide as the font has them", "font-stretch", _is_none),
    "hyphenate_limit_chars": Limit(
        "hyphens where Word puts them", "hyphenate-limit-chars", lambda limits: limits == (5, 2, 2)
    ),
    "word_break": Limit("lines that break between words", "word-break", _is_none),
    "visibility": Limit("text that is to be seen", "visibility", _is_none),
}
# What else sets a property than its own name.
_SHORTHANDS = {
    "break-before": ("page-break-before", "break-after", "page-break-after"),
    "background-image": ("background",),
    "column-count": ("columns",),
    "column-width": ("columns",),
    "border": tuple(
        f"border-{side}{part}"
        for side in ("top", "right", "bottom", "left")
        for part in ("", "-width", "-style", "-color")
    ),
    "margin": tuple(
        f"margin-{side}"
        for side in ("top", "right", "bottom", "left", "inline", "inline-start", "inline-end")
    ),
    "width": ("max-width", "min-width", "height", "max-height", "min-height"),
}
_SIDES = ("top", "right", "bottom", "left")
_INHERITED = ("border-spacing", "--align-to")
_PAGE_RULE = re.compile(r"@page\b([^{]*)\{")
_SOME_PAGES = re.compile(r":blank\b|:nth\((?!\s*1\s*(?:\)|of\b))[^)]*\)")


def check_box(box: Any, context: Context) -> None:
    """Report what the style of an element's box declares in vain."""
    for limit in _vain(box.style):
        found = f"{limit.written} on <{box.element_tag}>"
        message = f"expected {limit.expected}, found {found}"
        report_on(box, limit.written, "word-css", message, context)
    tag, style = box.element_tag, box.style
    if "inline" in style["display"]:
        if tag == "br" and {"break_before", "break_after"} & style.cascaded.keys():
            message = "expected page breaks at blocks, found one at <br>"
            report_on(box, "break-before", "word-css", message, context)
        if draws_in_vain(style) and not hasattr(box, "replacement"):
            message = f"expected the same border around words, found others on <{tag}>"
            report_on(box, "border", "word-css", message, context)
    elif style["position"] == "relative" and not all(_at_place(style[side]) for side in _SIDES):
        message = f"expected boxes in their own places, found `position: relative` on <{tag}>"
        report_on(box, "position", "word-css", message, context)


def check_page(style: Any, context: Context) -> None:
    """Report what the style of a page declares in vain."""
    for limit in _vain(style):
        names = "|".join((limit.written, *_SHORTHANDS.get(limit.written, ())))
        place = rf"@page[^{{]*\{{(?:[^}}]*[\s;{{])?(?={names}\s*:)"
        context.report(
            "word-css",
            f"expected {limit.expected}, found {limit.written} on @page",
            span=place_of_match(place, context.tree.stylesheet),
        )


def _vain(style: Any) -> Iterator[Limit]:
    for name in LIMITS.keys() & style.cascaded.keys():
        if not LIMITS[name].is_harmless(style[name]):
            yield LIMITS[name]


def check_pages(context: Context) -> None:
    """Report @page rules for pages that Word does not tell apart."""
    sheet = context.tree.stylesheet
    for rule in _PAGE_RULE.finditer(sheet.css):
        for found in _SOME_PAGES.finditer(rule[1]):
            context.report(
                "word-page-rule",
                f"expected @page rules for first, left, right or named pages, found {found[0]}",
                span=sheet.place(rule.start(1) + found.start()),
            )


def report_page_name(name: str, box: Any, context: Context) -> None:
    """Report a box that asks for pages of its own where no section can begin."""
    message = (
        "expected named pages outside of tables, floating boxes, notes and margins, found "
        f"`page: {name}` on <{box.element_tag}>"
    )
    report_on(box, "page", "word-page-rule", message, context)


def report_on(
    box: Any, written: str, rule: str, message: str, context: Context, hint: str = ""
) -> None:
    """Warn, at the place of the declaration that gives a box a property, written as authors do.

    Where no rule does, the property comes from an attribute: the place is the element's.
    """
    if not context.has_reported(message):
        context.report(rule, message, hint, _place_on(box, written, context))


def _place_on(box: Any, written: str, context: Context) -> Span | None:
    if box is None or box.element is None:
        return None
    tree = context.tree
    names = (written, *_SHORTHANDS.get(written, ()))
    pseudo = str(box.element_tag).partition("::")[2]
    css, inherited = tree.stylesheet.css, written in _INHERITED
    found = declaration(tree.html, box.element, pseudo, names, css, inherited=inherited)
    span = None if found is None else tree.stylesheet.place(found)
    return span or (tree.places.element(box.element) if tree.places else None)


def place_of_match(pattern: str, sheet: Stylesheet) -> Span | None:
    """The place of the first text in a style sheet that a pattern matches."""
    found = re.search(pattern, sheet.css)
    return sheet.place(found.start()) if found else None
