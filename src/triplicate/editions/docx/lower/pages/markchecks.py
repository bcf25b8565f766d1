"""Lowering (stage 7c): what CSS says of words behind the text, and watermarks have not.

Input: boxes with ``position: fixed``, and the styles of margin boxes that are turned. Output:
warnings, each once, at the place of the declaration.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx.lower.css.outlines import edges_of
from triplicate.editions.docx.lower.css.units import computed, length
from triplicate.editions.docx.lower.limits import check_part, report_on
from triplicate.editions.docx.lower.pages.limits import report_on_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triplicate.editions.docx.lower.context import Context

UNBROKEN = ("nowrap", "pre")
SLACK = 1.03  # words may be a little wider than the font says
# What tells words in one line apart, and the property that says it.
LOOKS = {"font": "font-family", "size": "font-size", "bold": "font-weight", "italic": "font-style"}


def check_fixed(box: Any, context: Context) -> None:
    """Report what is around fixed words, and at them, that Word's watermarks have not."""
    inner = [one for one in box.descendants() if one is not box and hasattr(one.style, "cascaded")]
    for one in (box, *inner):
        is_box = one is box
        check_part(one, context, shown=("transform", "opacity") if is_box else ())
        for name in _shown(one.style, context, whole=is_box):
            message = f"expected words alone in fixed boxes, found {name} on <{one.element_tag}>"
            report_on(one, name, "word-css", message, context)
    _check_gaps(box, inner, context)
    _check_looks(box, context)


def _check_gaps(box: Any, inner: list[Any], context: Context) -> None:
    """Report room between the words of one line."""
    texts = [one for one in box.descendants() if getattr(one, "text", "").strip()]
    for one in inner:
        held = set(map(id, one.descendants()))
        between = [
            side
            for side, end in (("left", texts[0]), ("right", texts[-1]))
            if "inline" in one.style["display"] and id(end) not in held
        ]
        for name in ("margin", "padding"):
            if any(abs(length(computed(one.style, f"{name}_{side}"))) >= 1.0 for side in between):
                message = (
                    f"expected words alone in fixed boxes, found {name} on <{one.element_tag}>"
                )
                report_on(one, name, "word-css", message, context)


def _shown(style: Any, context: Context, *, whole: bool) -> Iterator[str]:
    """What a box shows beside its words, or of the ``whole`` text."""
    look, run = context.formats.paragraph(style), context.formats.run(style)
    declared = getattr(style, "cascaded", ())  # anonymous boxes have none
    shown = {
        "background": bool(look.shade or run.shade),
        "border": any(edge.style != "nil" for edge in edges_of(look)),
        "letter-spacing": bool(run.spacing),
        "text-indent": "inline" not in style["display"]
        and abs(length(computed(style, "text_indent"))) >= 1.0,
        "text-decoration": run.underline not in (None, "none") or bool(run.strike),
        "font-variant": bool(run.small_caps),
        "vertical-align": not whole
        and (run.vertical not in (None, "baseline") or bool(run.position)),
    }
    for name, is_shown in shown.items():
        key = name.replace("-", "_")
        if is_shown and (whole or any(one.startswith(key) for one in declared)):
            yield name


def _check_looks(box: Any, context: Context) -> None:
    """Report words of one box that look unlike each other."""
    texts = [one for one in box.descendants() if getattr(one, "text", "").strip()]
    first = context.formats.run(texts[0].style)
    for one in texts[1:]:
        run = context.formats.run(one.style)
        names = (name for part, name in LOOKS.items() if getattr(run, part) != getattr(first, part))
        name = next(names, "" if run.color == first.color else "color")
        if name:
            found = f"found another {name} in <{box.element_tag}>"
            message = f"expected words of one look in fixed boxes, {found}"
            report_on(one, name, "word-css", message, context)


def check_line(box: Any, text: str, words: float, room: float, context: Context) -> None:
    """Report fixed words that are several lines: ``words`` wide, where there is ``room``."""
    lines = [one for one in box.descendants() if type(one).__name__ == "LineBox"]
    shown = [one for one in lines if any(getattr(t, "text", "").strip() for t in one.descendants())]
    broken = any("\n" in getattr(one, "text", "") for one in box.descendants())
    wraps = " " in text and words > room * SLACK and box.style["white_space"] not in UNBROKEN
    if len(shown) > 1 or broken or wraps:
        message = f"expected words in one line in fixed boxes, found several on <{box.element_tag}>"
        name = "width" if wraps else "position"
        report_on(box, name, "word-flow", message, context)


def check_turned(style: Any, where: str, context: Context) -> None:
    """Report what a margin box that is turned shows beside its words; ``where`` is its name."""
    for name in _shown(style, context, whole=True):
        if name not in ("border", "text-indent"):  # as for all margin boxes
            message = (
                f"expected words alone in margin boxes that are turned, found {name} on {where}"
            )
            report_on_page(name, where, message, context)
