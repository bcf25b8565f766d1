"""Lowering (stage 7c): footnotes and endnotes.

Input: the boxes of calls and of the marks in notes. Output: `Piece`s that refer to a `NoteDraft`,
whose own paragraphs `Context.notes` collects; `numbers` settles what they show.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.css.units import length, twips
from triplicate.editions.docx.lower.drafts import Frame, NoteDraft, NoteMark, Piece, Place
from triplicate.editions.docx.names import (
    ENDNOTE_REFERENCE,
    ENDNOTE_TEXT,
    FOOTNOTE_REFERENCE,
    FOOTNOTE_TEXT,
)
from triplicate.layout.notes import called_note, is_note_mark, is_way_back
from triplicate.layout.references import Part, generated_parts

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.context import Context

COUNTERS = {"footnote": "footnote", "endnote": "note"}
AREAS = {"footnote": "@footnote", "endnote": "@note-area"}
TEXTS = {"footnote": FOOTNOTE_TEXT, "endnote": ENDNOTE_TEXT}
REFERENCES = {"footnote": FOOTNOTE_REFERENCE, "endnote": ENDNOTE_REFERENCE}


def note_pieces(box: Any, style: Any, context: Context) -> list[Piece] | None:
    """What stands for a call or for a note's own mark; None for all other boxes.

    A note in the text is nothing by itself, and a way back is left to Word. ``style`` is that of
    the text around the box.
    """
    if box.is_note() or is_way_back(box) or id(box) in context.notes.linked.left:
        return []
    if is_note_mark(box):
        return _own_mark(box, context)
    found = called_note(box)
    if found is None:
        return None
    kind, note = found
    if context.notes.open:
        message = f"expected no note inside a note, found <{note.element_tag}>"
        context.report("word-note", message, "its text follows that of the note around it")
        _read_inner(note, kind, context)
        return None
    if context.notes.settled:
        context.report("word-note", "expected notes in the text, found one in a page's margin")
        return []
    parts = generated_parts(box, context.tree) or []
    number = next((part.text for part in parts if part.counter == COUNTERS[kind]), "")
    text = "".join(part.text for part in parts) or "*"
    run, role = context.formats.run(box.style), context.style_named(box.style) or REFERENCES[kind]
    if run.vertical != "baseline":
        # In CSS a call is as large as its note; Word makes what is raised smaller by itself.
        run = run._replace(size=context.formats.run(style).size)
    context.notes.elements.add(note.element)
    draft = context.notes.add(kind, role, text, number, getattr(box, "fact_index", None))
    mark = NoteMark(draft, called=True)
    if number:
        pieces = _marked(parts, mark, role, run)
    else:
        pieces = [Piece(draft.text, role, run, note=mark)]
    read_note(draft, note, context.areas.frame(note.style["page"]), context)
    return pieces


def _marked(parts: list[Part], mark: NoteMark, role: str, run: ir.RunFormat) -> list[Piece]:
    """The parts of a call or a mark, its number as what Word counts."""
    note = mark.note
    pieces = [Piece(part.text, role, run) for part in parts]
    for index, part in enumerate(parts):
        if part.counter == COUNTERS[note.kind] and part.text == note.number:
            pieces[index] = pieces[index]._replace(note=mark)
            break
    return [piece for piece in pieces if piece.text]


def _own_mark(box: Any, context: Context) -> list[Piece] | None:
    """The mark at a note's beginning: text where it is not the number of the call."""
    if not context.notes.open:
        return []
    if context.notes.nested:
        return None
    mark = NoteMark(context.notes.open[-1], called=False)
    parts = generated_parts(box, context.tree) or []
    return _marked(parts, mark, context.style_named(box.style), context.formats.run(box.style))


def read_note(draft: NoteDraft, note: Any, frame: Frame, context: Context) -> None:
    """Read a note's text, in between the words of the line that calls it."""
    anchors, line_frame = context.take_anchors(), context.line_frame
    letter, context.first_letter = context.first_letter, None
    place = Place(TEXTS[draft.kind], page=note.style["page"])
    context.notes.open.append(draft)
    with context.beside_the_flow():
        draft.drafts = context.block(note, frame, place)
    draft.drafts += context.notes.inner
    context.notes.inner = []
    context.notes.open.pop()
    context.anchors, context.line_frame = anchors, line_frame
    context.first_letter = letter


def _read_inner(note: Any, kind: str, context: Context) -> None:
    """Read a note in a note, which in Word cannot have one, as more of its text."""
    notes, place = context.notes, len(context.notes.inner)
    anchors, line_frame = context.take_anchors(), context.line_frame
    nested, notes.nested = notes.nested, True
    page = note.style["page"]
    with context.beside_the_flow():
        drafts = context.block(note, context.areas.frame(page), Place(TEXTS[kind], page=page))
    notes.inner[place:place] = drafts
    notes.nested = nested
    context.anchors, context.line_frame = anchors, line_frame


def note_areas(context: Context) -> tuple[ir.NoteArea, ...]:
    """What parts the kinds of notes that there are from the text."""
    from triplicate.layout.tree import page_type

    kinds = {note.kind for note in context.notes.all}
    areas = []
    for kind in (kind for kind in AREAS if kind in kinds):
        style = context.tree.page_style(page_type("right", 0), AREAS[kind])
        line, height = context.notes.linked.line and kind == "endnote", 0
        if style is not None:
            line = line or style["border_top_style"] not in ("none", "hidden")
            room = ("margin_top", "border_top_width", "padding_top")
            height = twips(sum(length(style[name]) for name in room)) if kind == "footnote" else 0
        areas.append(ir.NoteArea(kind, line, height))
    return tuple(areas)
