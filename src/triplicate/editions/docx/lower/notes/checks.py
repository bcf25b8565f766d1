"""Lowering (stage 7c): what CSS says of notes, their calls and marks, and Word cannot do.

Input: their boxes. Output: warnings, each once, at the place of the declaration.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx.lower.css.units import TWIPS_PER_PIXEL, computed, known_length
from triplicate.editions.docx.lower.limits import check_box, check_place, report_on

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.context import Context

SEEN = 4.0  # pixels that a note may be higher than a line without catching the eye


def check_mark(box: Any, context: Context) -> None:
    """Report what a call, or the mark of a note, has in vain; alike ones are read once."""
    # Layout puts a mark that is displayed as part of a table into anonymous boxes.
    if hasattr(box.style, "cascaded") and context.is_new(box.style):
        check_box(box, context)


def check_note(note: Any, context: Context) -> None:
    """Report what a note declares in vain beside what all blocks do.

    Word keeps a note on the page of its call; it breaks notes that do not fit on their page, and
    writes them one below the other.
    """
    style, tag = note.style, note.element_tag
    if not context.is_new(style):
        return
    check_place(note, context)
    declared = style.cascaded
    for name in ("height", "max-height", "min-height"):
        value = known_length(computed(style, name.replace("-", "_")))
        if value is not None and (name != "min-height" or value > _line(style, context) + SEEN):
            message = f"expected notes as high as their text, found {name} on <{tag}>"
            report_on(note, name, "word-css", message, context)
    if "footnote_display" in declared and style["footnote_display"] != "block":
        message = f"expected notes one below the other, found footnote-display on <{tag}>"
        report_on(note, "footnote-display", "word-css", message, context)
    if "footnote_policy" in declared and style["footnote_policy"] == "block":
        message = (
            f"expected notes that break at the end of a page, found footnote-policy on <{tag}>"
        )
        report_on(note, "footnote-policy", "word-css", message, context)


def _line(style: Any, context: Context) -> float:
    line = context.formats.paragraph(style).line
    return line.pitch / TWIPS_PER_PIXEL if line else 0.0
