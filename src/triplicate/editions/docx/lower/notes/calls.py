"""Lowering (stage 7c): footnotes and endnotes.

Input: the boxes of calls and of the marks in notes. Output: `Piece`s that refer to a `NoteDraft`,
whose own paragraphs `Context.notes` collects; `numbers` settles what they show.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.css.units import half_points
from triplicate.editions.docx.lower.drafts import Frame, NoteDraft, NoteMark, Piece, Place
from triplicate.editions.docx.lower.notes.areas import note_frame
from triplicate.editions.docx.lower.notes.checks import check_mark, check_note
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
TEXTS = {"footnote": FOOTNOTE_TEXT, "endnote": ENDNOTE_TEXT}
REFERENCES = {"footnote": FOOTNOTE_REFERENCE, "endnote": ENDNOTE_REFERENCE}
# How large raised calls are, of the text around them, that pass for what Word makes of them.
LEAST, MOST = 0.45, 0.9


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
    check_mark(box, context)
    check_note(getattr(box, "footnote", None) or box.note, context)
    run, role = _call_run(box, style, context), context.style_named(box.style) or REFERENCES[kind]
    context.notes.elements.add(note.element)
    draft = context.notes.add(kind, role, text, number, getattr(box, "fact_index", None))
    mark = NoteMark(draft, called=True)
    if number:
        pieces = _marked(parts, mark, role, run)
    else:
        pieces = [Piece(draft.text, role, run, note=mark)]
    read_note(draft, note, note_frame(note, kind, context), context)
    return pieces


def _call_run(box: Any, around: Any, context: Context) -> ir.RunFormat:
    """The look of a call in text that looks like ``around``.

    Word makes what it raises smaller by itself; letters of other sizes it is told how far to raise.
    """
    run, size = context.formats.run(box.style), box.style["font_size"]
    shift = box.style["vertical_align"]
    if run.vertical == "baseline":
        return run
    if LEAST * around["font_size"] <= size <= MOST * around["font_size"]:
        return run._replace(size=context.formats.run(around).size)
    position = (run.position or 0) + half_points(shift)
    return run._replace(vertical="baseline", position=position, size=half_points(size))


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
    if not context.notes.open or "none" in box.style["display"]:
        return []
    if context.notes.nested:
        return None
    check_mark(box, context)
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
    around = Place(TEXTS[kind], page=note.style["page"])
    with context.beside_the_flow():
        drafts = context.block(note, note_frame(note, kind, context), around)
    notes.inner[place:place] = drafts
    notes.nested = nested
    context.anchors, context.line_frame = anchors, line_frame
