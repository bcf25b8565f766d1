"""Lowering (stage 7c): the links that call notes, and what such notes begin with.

Input: the pieces of a link's text. Output: the call of a note of Word's. The note's own number
takes the place of what the page shows there: a list's marker, a link back, or text; where there is
nothing, it is put before the text. Links back are left to Word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from triplicate.editions.docx.lower.css.units import twips
from triplicate.editions.docx.lower.drafts import NoteDraft, NoteMark, ParagraphDraft, Piece
from triplicate.editions.docx.lower.notes.calls import REFERENCES, read_note
from triplicate.editions.docx.lower.numbers.markers import OutsideMarker, outside_marker
from triplicate.layout.notes import as_block

if TYPE_CHECKING:
    from triplicate.editions.docx import ir
    from triplicate.editions.docx.lower.context import Context

# Numbers, letters and Roman numbers that stand alone, and the signs of notes.
_NUMBER = re.compile(r"(?<!\w)(?:\d+|[ivxlcdm]+|[IVXLCDM]+|[^\W\d_])(?!\w)|([*†‡§¶‖#])\1*")
_AROUND = " \u00a0()[].:"


def link_pieces(pieces: list[Piece], link: Any, context: Context) -> list[Piece]:
    """What stands for the text of the element ``link``."""
    notes = context.notes
    if not notes.linked.calls:
        return pieces
    if notes.open:
        return _way_back(pieces, notes.open[-1]) if _leads_back(link, context) else pieces
    element = notes.linked.calls.get(link)
    if element is None:
        return pieces
    known = notes.linked.drafts.get(element)
    return _call(pieces, element, context) if known is None else _call_again(pieces, known)


def _leads_back(link: Any, context: Context) -> bool:
    """Whether a link in a note leads to where the note is called."""
    is_back = "doc-backlink" in (link.get("role") or "").lower().split()
    return is_back or link.get("href") in context.notes.linked.ways_back


def _way_back(pieces: list[Piece], note: NoteDraft) -> list[Piece]:
    """A link back: nothing, or the note's number where it consists of that."""
    text = "".join(piece.text for piece in pieces)
    if note.numbered or text.strip(_AROUND) != note.number:
        return []
    note.numbered = True
    plain = [piece._replace(link="") for piece in pieces]
    return _marked(plain, NoteMark(note, called=False))


def _call(pieces: list[Piece], element: Any, context: Context) -> list[Piece]:
    """The first call of a note brings it into the document."""
    kind, box = context.notes.linked.notes[element]
    text = "".join(piece.text for piece in pieces).strip()
    numbers = [match[0] for match in _NUMBER.finditer(text)]
    role = REFERENCES[kind]
    note = context.notes.add(kind, role, text or "*", numbers[-1] if numbers else "")
    context.notes.linked.drafts[element] = note
    looks = [piece._replace(role=role, link="") for piece in pieces]
    calls = _marked(looks, NoteMark(note, called=True))
    if not any(piece.note for piece in calls):
        look = looks[0] if looks else Piece("", role, context.formats.run(box.style))
        note.number = ""
        calls = [look._replace(text=note.text, note=NoteMark(note, called=True))]
    frame = context.areas.frame_around(box.style, box.style["page"])
    read_note(note, as_block(box), frame, context)
    _tidy(note, context)
    call = next(piece for piece in calls if piece.note)
    _begin(note, outside_marker(box, context), call)
    return calls


def _call_again(pieces: list[Piece], note: NoteDraft) -> list[Piece]:
    """A further call, which in Word is a reference to the first, and still a link."""
    looks = [piece._replace(role=note.role) for piece in pieces]
    calls = _marked(looks, NoteMark(note, called=True, again=True))
    note.called_again = note.called_again or any(piece.note for piece in calls)
    return calls


def _marked(pieces: list[Piece], mark: NoteMark) -> list[Piece]:
    """The pieces, the last number of the note in them parted from the rest."""
    number = mark.note.number
    for index in reversed(range(len(pieces))):
        found = [match for match in _NUMBER.finditer(pieces[index].text) if match[0] == number]
        if found:
            piece, (start, end) = pieces[index], found[-1].span()
            parts = [
                piece._replace(text=piece.text[:start]),
                piece._replace(text=number, note=mark),
                piece._replace(text=piece.text[end:]),
            ]
            return [*pieces[:index], *(part for part in parts if part.text), *pieces[index + 1 :]]
    return pieces


def _tidy(note: NoteDraft, context: Context) -> None:
    """Drop paragraphs at a note's end that held a way back and nothing else."""
    while len(note.drafts) > 1:
        last = note.drafts[-1]
        if not isinstance(last, ParagraphDraft) or last.pieces:
            return
        if not any(_leads_back(link, context) for link in last.element.iter("a")):
            return
        note.drafts.pop()


def _begin(note: NoteDraft, marker: OutsideMarker | None, call: Piece) -> None:
    """Put a note's number before its text, unless it is there already."""
    first = note.drafts[0] if note.drafts else None
    if note.numbered or not isinstance(first, ParagraphDraft):
        return
    mark = NoteMark(note, called=False)
    span, first.number_span = first.number_span, None
    if marker is not None and any(letter.isalnum() for letter in marker.text):
        look = marker.format._replace(figures=first.run.figures)  # markers align theirs
        first.pieces[:0] = [*_number(marker.text, look, mark), Piece("\t", "", first.run)]
        first.format = first.format._replace(first_line=-twips(marker.width))
    elif span is not None:
        first.pieces[:0] = [*_number(span.text, span.format, mark), _space(first)]
    elif not _mark_text(first, mark):
        own = call._replace(text=note.number or note.text, note=mark)
        first.pieces[:0] = [own, _space(first)]
    note.numbered = True


def _number(text: str, look: ir.RunFormat, mark: NoteMark) -> list[Piece]:
    """A list's number as that of a note, which needs no full stop; text where it is another."""
    pieces = _marked([Piece(text, "", look)], mark)
    return [piece for piece in pieces if piece.note] or pieces


def _space(draft: ParagraphDraft) -> Piece:
    return Piece(" ", "", draft.run)


def _mark_text(draft: ParagraphDraft, mark: NoteMark) -> bool:
    """Whether a note's text begins with its number, which then becomes Word's own."""
    if not draft.pieces or not mark.note.number:
        return False
    head = draft.pieces[0]
    found = _NUMBER.search(head.text)
    if found is None or found[0] != mark.note.number or head.text[: found.start()].strip(_AROUND):
        return False
    rest = head.text[found.end() :]
    parts = _marked([head._replace(text=head.text[: found.end()])], mark)
    tail = [head._replace(text=rest)] if rest else []
    draft.pieces[:1] = [*parts, *tail]
    return True
