"""Lowering (stage 7c): where notes stand: the areas below the text of pages and after all text.

Input: the styles of ``@footnote`` and ``@note-area``. Output: what parts notes from the text, and
the frames of notes; what Word has not is reported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.css.frames import inside
from triplicate.editions.docx.lower.css.units import color, length, twips
from triplicate.editions.docx.lower.pages.limits import check_note_area

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.context import Context
    from triplicate.editions.docx.lower.drafts import Frame

AREAS = {"footnote": "@footnote", "endnote": "@note-area"}
BLACK = "000000"


def note_areas(context: Context) -> tuple[ir.NoteArea, ...]:
    """What parts the kinds of notes that there are from the text."""
    kinds = {note.kind for note in context.notes.all}
    areas = []
    for kind in (kind for kind in AREAS if kind in kinds):
        style = _style(kind, context)
        line, height, shade = context.notes.linked.line and kind == "endnote", 0, ""
        if style is not None:
            check_note_area(style, AREAS[kind], context)
            if style["border_top_style"] not in ("none", "hidden"):
                line, shade = True, color(style, "border_top_color") or ""
            room = ("margin_top", "border_top_width", "padding_top")
            height = twips(sum(length(style[name]) for name in room)) if kind == "footnote" else 0
        areas.append(ir.NoteArea(kind, line, height, "" if shade == BLACK else shade))
    return tuple(areas)


def note_frame(note: Any, kind: str, context: Context) -> Frame:
    """The frame of a note, in the area of its kind."""
    frame, style = context.areas.frame(note.style["page"]), _style(kind, context)
    return frame if style is None else inside(context.formats.room(style), frame)


def _style(kind: str, context: Context) -> Any:
    from triplicate.layout.tree import page_type

    return context.tree.page_style(page_type("right", 0), AREAS[kind])
