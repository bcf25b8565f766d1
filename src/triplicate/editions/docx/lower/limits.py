"""Lowering (stage 7c): what CSS says of boxes and pages and Word cannot do.

Input: computed styles and the style sheet's text. Output: warnings, each once, at the place of the
declaration where the style sheet is a file.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from triplicate.editions.docx.lower.css.breaks import AVOID
from triplicate.editions.docx.lower.css.inlinelooks import draws_in_vain
from triplicate.editions.docx.lower.css.shorthands import SHORTHANDS
from triplicate.editions.docx.lower.css.touched import has_edges, is_touched
from triplicate.editions.docx.lower.css.vain import (
    BOX_LIMITS,
    LIMITS,
    Limit,
    begins_last_line,
    in_vain,
    is_at_place,
)
from triplicate.layout.declarations import declaration
from triplicate.layout.spots import INLINE_BLOCK

if TYPE_CHECKING:
    from collections.abc import Container

    from triplicate.diagnostics import Span
    from triplicate.editions.docx.lower.context import Context
    from triplicate.editions.docx.lower.drafts import ParagraphDraft
    from triplicate.layout.stylesheet import Stylesheet

# Tables in tables. With boxes and what floats around each, readers with libxml2 can still open
# the file: they take 256 elements inside each other.
MAX_TABLES = 25
# The levels of elements in the outline of the PDF.
OUTLINE = {f"h{level}": level for level in range(1, 7)}
_ENDS, _SIDES = ("top", "bottom"), ("left", "right")
_SEEN = 20  # twips that lines may be higher without catching the eye
_ENDS_OF_PAGES = ("orphans", "widows")
_INHERITED = ("border-spacing", "text-indent", "--align-to")
_PAGE_RULE = re.compile(r"@page\b([^{]*)\{")
_SOME_PAGES = re.compile(r":blank\b|:nth\((?!\s*1\s*(?:\)|of\b))[^)]*\)")


def check_box(box: Any, context: Context) -> None:
    """Report what the style of an element's box declares in vain."""
    _check_limits(box, box.style, context, each=True)
    tag, style = box.element_tag, box.style
    if "bookmark_level" in style.cascaded and style["bookmark_level"] != OUTLINE.get(tag, "none"):
        message = f"expected headings in the outline, found `bookmark-level` on <{tag}>"
        report_on(box, "bookmark-level", "word-css", message, context)
    in_line = "inline" in style["display"]
    if in_line:
        if tag == "br" and {"break_before", "break_after"} & style.cascaded.keys():
            message = "expected page breaks at blocks, found one at <br>"
            report_on(box, "break-before", "word-css", message, context)
        if draws_in_vain(style) and not hasattr(box, "replacement"):
            message = f"expected the same border around words, found others on <{tag}>"
            report_on(box, "border", "word-css", message, context)
        if _spreads(style, context):
            message = f"expected lines as high as their paragraph's, found line-height on <{tag}>"
            report_on(box, "line-height", "word-css", message, context)
    if style["position"] == "relative" and not _stands(style, _SIDES if in_line else _ENDS):
        _report_moved(box, context)


def check_place(box: Any, context: Context) -> None:
    """Report a box that is moved away from where it is in the flow."""
    if box.style["position"] == "relative" and not _stands(box.style, (*_ENDS, *_SIDES)):
        _report_moved(box, context)


def _stands(style: Any, sides: tuple[str, ...]) -> bool:
    """Whether a box is not moved away from sides of it."""
    return all(is_at_place(style[side]) for side in sides)


def _spreads(style: Any, context: Context) -> bool:
    """Whether an inline box wants lines that are higher than those of the text around it."""
    value, _ = style.cascaded.get("line_height", ("inherit", None))
    if value == "inherit":  # as WeasyPrint's own style sheet has it for calls of notes
        return False
    line, around = (context.formats.paragraph(one).line for one in (style, style.parent_style))
    return bool(line and around and line.pitch > around.pitch + _SEEN)


def check_part(box: Any, context: Context, around: Any = None, shown: Container[str] = ()) -> None:
    """Report what a table, a part of one or a picture declares in vain; alike ones are read once.

    The box ``around`` a table has some of what the table declares. Properties that are ``shown``
    are not declared in vain.
    """
    style = box.style
    if not hasattr(style, "cascaded") or not context.is_new(style):
        return
    _check_limits(box, style, context, shown)
    holder = style if around is None else around.style
    for name in ("opacity", "transform") if around is not None else ():
        if not LIMITS[name].is_harmless(holder[name]):
            _report_limit(box, LIMITS[name], context)
    if holder["position"] == "relative" and not _stands(holder, (*_ENDS, *_SIDES)):
        _report_moved(box, context)


def check_marker(box: Any, style: Any, context: Context) -> None:
    """Report what the style of the marker in a box declares in vain; alike ones are read once."""
    if context.is_new(style):
        _check_limits(box, style, context)
        for name in ("line_height", "text_indent"):
            if name in style.cascaded and style[name] != style.parent_style[name]:
                written = name.replace("_", "-")
                message = f"expected markers in the lines of their items, found {written} on"
                report_on(box, written, "word-css", f"{message} <{box.element_tag}>", context)


def _check_limits(
    box: Any, style: Any, context: Context, shown: Container[str] = (), *, each: bool = False
) -> None:
    """Report what a style declares in vain; what the text of ``each`` box does not show, not."""
    if not begins_last_line(style) and not _is_as_wide_as_words(box):
        message = f"expected last lines that are not justified, found others on <{box.element_tag}>"
        report_on(box, "text-align-last", "word-css", message, context)
    for limit in in_vain(style, BOX_LIMITS):
        # Of blocks alone: `* { orphans: 3 }` says it of all that is in a line, too.
        whole = limit.written in _ENDS_OF_PAGES and (
            style["break_inside"] in AVOID or "inline" in style["display"]
        )
        in_line = type(box).__name__ == "InlineBox"  # which CSS does not transform
        turned = limit.written == "transform" and (in_line or id(box) in context.turned)
        joined = limit.written == "border-radius" and (_has_no_corners(box) or not has_edges(box))
        bare = limit.written == "background-clip" and not style["background_color"].alpha
        passed = whole or turned or joined or bare or limit.written in shown
        if not passed and (not each or is_touched(box, limit.written)):
            _report_limit(box, limit, context)


def _is_as_wide_as_words(box: Any) -> bool:
    """Whether the last line of a box in a line has no room to either side."""
    kind = type(box).__name__
    return kind == "InlineBox" or (kind == INLINE_BLOCK and box.style["width"] == "auto")


def _has_no_corners(box: Any) -> bool:
    """Whether a box is a part of a table whose borders are those of its cells."""
    kinds = [part for part in box.style["display"] if part.startswith("table")]
    collapse = box.style["border_collapse"] == "collapse"
    return bool(kinds) and (collapse or kinds[0] not in ("table", "table-cell"))


def _report_limit(box: Any, limit: Limit, context: Context) -> None:
    message = f"expected {limit.expected}, found {limit.written} on <{box.element_tag}>"
    report_on(box, limit.written, "word-css", message, context)


def _report_moved(box: Any, context: Context) -> None:
    message = (
        f"expected boxes in their own places, found `position: relative` on <{box.element_tag}>"
    )
    report_on(box, "position", "word-css", message, context)


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


def check_stacked(context: Context) -> None:
    """Report containers that hold too much to be laid out."""
    for box in context.tree.stacked:
        tag = f"<{box.element_tag}>"
        message = f"expected less text in boxes beside each other, found pages of it in {tag}"
        hint = "they stand one below the other: layout would take minutes"
        report_on(box, "display", "word-flow", message, context, hint)


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

    Where no rule does, the property comes from an attribute: the place is the element's. What one
    declaration gives several kinds of elements, for which the same is expected, is told of the
    first.
    """
    if context.has_reported(message):
        return
    declared = _declared(box, written, context)
    told = f"{message.partition(', found')[0]} {written} {declared}"
    if declared is not None and context.has_reported(told):
        context.pass_over(message)
        return
    context.pass_over(told)
    span = None if declared is None else context.tree.stylesheet.place(declared)
    if box is not None:
        span = span or place_of_element(box.element, context)
    context.report(rule, message, hint, span)


def _declared(box: Any, written: str, context: Context) -> int | None:
    """The offset of the declaration that gives a box a property; None for an attribute's."""
    if box is None or box.element is None:
        return None
    names = (written, *SHORTHANDS.get(written, ()))
    pseudo = str(box.element_tag).partition("::")[2]
    tree, inherited = context.tree, written in _INHERITED
    wrapper = tree.wrapped.get(id(box.element))
    return declaration(wrapper, pseudo, names, tree.stylesheet.css, inherited=inherited)


def number_place(draft: ParagraphDraft, context: Context) -> Span | None:
    """Where the number before a paragraph comes from: its content, or the element's own text."""
    tree = context.tree
    wrapper = tree.wrapped.get(id(draft.element))
    found = declaration(wrapper, "before", ("content",), tree.stylesheet.css)
    span = None if found is None else tree.stylesheet.place(found)
    return span or place_of_element(draft.element, context)


def place_of_element(element: Any, context: Context) -> Span | None:
    """The place of an element in its page."""
    places = context.tree.places
    return places.element(element) if places else None


def place_of_match(pattern: str, sheet: Stylesheet) -> Span | None:
    """The place of the first text in a style sheet that a pattern matches."""
    found = re.search(pattern, sheet.css)
    return sheet.place(found.start()) if found else None
