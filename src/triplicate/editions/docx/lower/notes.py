"""Lowering (stage 7c): footnotes and endnotes.

Input: the boxes of calls and of the marks in notes. Output: `Piece`s that refer to a `NoteDraft`,
whose own paragraphs `Context.notes` collects. Word counts notes through the document; a number
that it would not come to is written as a mark of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.drafts import NoteDraft, NoteMark, Piece, Place
from triplicate.editions.docx.lower.fields import FORMATS, SWITCHES
from triplicate.editions.docx.lower.roles import named
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


class Notes:
    """The notes of a document, in the order of their calls; ``open`` are those being read."""

    def __init__(self) -> None:
        self.all: list[NoteDraft] = []
        self.open: list[NoteDraft] = []
        self._places: dict[str, int] = {}
        self._counted: dict[str, list[NoteDraft]] = {}

    def add(self, kind: str, number: Part | None, text: str) -> NoteDraft:
        """A note whose call shows ``text``: counted by Word where it comes to the same number."""
        self._places[kind] = self._places.get(kind, 0) + 1
        note = NoteDraft(kind, self._places[kind])
        self.all.append(note)
        shape = FORMATS.get(SWITCHES.get(number.style, "?")) if number else None
        counted = self._counted.setdefault(kind, [])
        if number is None or shape is None:
            note.mark = text or "*"
        elif counted and (counted[0].shape, counted[-1].value + 1) != (shape, number.value):
            note.mark = number.text
        else:
            note.shape, note.value = shape, number.value
            counted.append(note)
        return note

    def numbering(self) -> tuple[ir.NoteNumbering, ...]:
        """How each kind of note is numbered: by its first one that Word counts."""
        firsts = [notes[0] for notes in self._counted.values() if notes]
        return tuple(ir.NoteNumbering(note.kind, note.shape, note.value) for note in firsts)


def note_pieces(box: Any, context: Context) -> list[Piece] | None:
    """What stands for a call or for a note's own mark; None for all other boxes.

    A note in the text is nothing by itself, and a way back is left to Word.
    """
    if box.is_note() or is_way_back(box):
        return []
    if is_note_mark(box):
        return _own_mark(box, context)
    found = called_note(box)
    if found is None:
        return None
    kind, note = found
    if context.notes.open:
        context.report("word-note", f"expected no note inside a note, found <{note.element_tag}>")
        return None
    parts = generated_parts(box, context.tree) or []
    number = next((part for part in parts if part.counter == COUNTERS[kind]), None)
    draft = context.notes.add(kind, number, "".join(part.text for part in parts))
    if number is not None and draft.mark:
        context.report("word-note", f'expected note numbers that Word counts, found "{draft.mark}"')
    pieces = _marked(parts, kind, NoteMark(draft, called=True), box, context)
    _read(draft, note, context)
    return pieces


def _marked(
    parts: list[Part], kind: str, mark: NoteMark, box: Any, context: Context
) -> list[Piece]:
    """The parts of a call or a mark, its number as what Word counts."""
    run = context.formats.run(box.style)
    role = named(box.style) or (REFERENCES[kind] if mark.called else "")
    number = next((n for n, part in enumerate(parts) if part.counter == COUNTERS[kind]), None)
    if number is None:
        text = "".join(part.text for part in parts)
        return [Piece(text or mark.note.mark, role, run, note=mark)]
    pieces = [Piece(part.text, role, run) for part in parts]
    pieces[number] = pieces[number]._replace(note=mark)
    return [piece for piece in pieces if piece.text]


def _own_mark(box: Any, context: Context) -> list[Piece]:
    if not context.notes.open:
        return []
    note = context.notes.open[-1]
    parts = generated_parts(box, context.tree) or []
    return _marked(parts, note.kind, NoteMark(note, called=False), box, context)


def _read(draft: NoteDraft, note: Any, context: Context) -> None:
    """Read a note's text, in between the words of the line that calls it."""
    name = context.tree.root.style["page"]
    frame, line_frame = context.pages.frame(name), context.line_frame
    anchors = context.take_anchors()
    context.notes.open.append(draft)
    draft.drafts = context.block(note, frame, Place(TEXTS[draft.kind], page=name))
    context.notes.open.pop()
    context.anchors, context.line_frame = anchors, line_frame


def note_line(context: Context) -> bool:
    """Whether a line parts footnotes from the text."""
    from triplicate.layout.engine import page_type

    style = context.tree.page_style(page_type("right", 0), "@footnote")
    return style is not None and style["border_top_style"] not in ("none", "hidden")
