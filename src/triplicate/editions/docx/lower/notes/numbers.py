"""Lowering (stage 7c): the numbers of notes, as Word counts them.

Input: the sections in the making, whose lines call notes. Output: how each section numbers its
notes. A note whose number Word would not come to gets a mark of its own, which Word passes over.
Follows ECMA-376 Part 1, 17.11.17 (numFmt), 17.11.19 (numRestart) and 17.11.20 (numStart).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.drafts import each_paragraph
from triplicate.editions.docx.lower.pages.noterestarts import page_numbering
from triplicate.editions.docx.lower.pages.sections import opening
from triplicate.editions.docx.numerals import show, value_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from triplicate.editions.docx.lower.context import Context
    from triplicate.editions.docx.lower.drafts import Draft, NoteDraft
    from triplicate.editions.docx.lower.pages.kinds import Pages
    from triplicate.editions.docx.lower.pages.turns import Turn

    Notes = Sequence[NoteDraft]

KINDS = ("footnote", "endnote")
# Those that Word offers for notes.
FORMATS = ("decimal", "lowerLetter", "upperLetter", "lowerRoman", "upperRoman", "chicago")
# What of a style sheet decides the numbers of notes.
_COUNTING = re.compile(r"counter-(?:re)?set\s*:[^;}]*\b(?:foot)?note\b|::(?:foot)?note-call")


class Way(NamedTuple):
    """A way to number a section's notes: the format, the number of the first one.

    ``restarts`` where numbers do not go on from the section before.
    """

    format: str
    first: int
    restarts: bool = False


def number_notes(
    found: list[Turn], pages: Pages, context: Context
) -> list[tuple[ir.NoteNumbering, ...]]:
    """Settle the marks of all notes; how each section numbers the kinds that there are."""
    if not context.notes.all:
        return [() for _ in found]
    called = [list(_called(turn.drafts)) for turn in found]
    context.notes.sort(note for notes in called for note in notes)
    numbered = []
    for kind in KINDS:
        sections = [[note for note in notes if note.kind == kind] for notes in called]
        if any(sections):
            numbered.append(_by_page(sections, found, pages) or _numbered(kind, sections))
    marked = [note for notes in called for note in notes if note.mark]
    _report(marked, context)
    _dress_marks(marked)
    return [tuple(kind[section] for kind in numbered) for section in range(len(found))]


def _by_page(
    sections: list[list[NoteDraft]], found: list[Turn], pages: Pages
) -> list[ir.NoteNumbering]:
    """How sections number footnotes that begin anew on pages; nothing where none do."""
    if any(note.kind != "footnote" for notes in sections for note in notes):
        return []
    resets = [pages.note_resets(turn.pages.name, opening(turn, found)) for turn in found]
    if not any(reset is not None for one in resets for reset in one):
        return []
    return page_numbering(sections, resets, _formats(sections))


def _formats(sections: Sequence[Notes]) -> list[str]:
    """Word's formats of the notes in sections, "" where it has none for them."""
    ways = _ways(sections, restarting=False)
    return [
        way.format if _counted(notes, way) or not any(note.number for note in notes) else ""
        for notes, way in zip(sections, ways, strict=True)
    ]


def _called(drafts: list[Draft]) -> Iterator[NoteDraft]:
    """The notes that drafts call, in the order in which Word counts them."""
    for draft in each_paragraph(drafts):
        yield from (piece.note.note for piece in draft.pieces if piece.note and piece.note.called)


def _report(marked: Notes, context: Context) -> None:
    """Report the numbers that Word does not count, at the rule that makes them."""
    sheet = context.tree.stylesheet
    rule = _COUNTING.search(sheet.css) if marked else None
    span = sheet.place(rule.start()) if rule else None
    for note in marked:
        if note.marked_by_page:
            message = "expected footnotes that begin anew on each page or with a section, in "
            message += "numbers that Word has, found others"
            context.report("word-note", message, span=span)
        elif note.number:
            found = f'expected note numbers that Word counts, found "{note.mark}"'
            context.report("word-note", found, span=span)


def _dress_marks(marked: Notes) -> None:
    """Give marks in notes the style of their calls: by it LibreOffice knows them.

    It shows them by itself, as Word does with numbers.
    """
    for note in marked:
        for draft in each_paragraph(note.drafts):
            draft.pieces = [
                piece._replace(role=note.role) if piece.note and not piece.note.called else piece
                for piece in draft.pieces
            ]


def _numbered(kind: str, sections: Sequence[Notes]) -> list[ir.NoteNumbering]:
    """How sections number these notes; those that Word does not count get their marks."""
    ways = _ways(sections, restarting=False)
    if any(way.restarts for way in ways):
        ways = _ways(sections, restarting=True)
    counted = [_counted(notes, way) for notes, way in zip(sections, ways, strict=True)]
    for note in (note for notes in sections for note in notes):
        note.mark = note.number or note.text
    for note in (note for notes in counted for note in notes):
        note.mark = ""
    begins = next((n for n, notes in enumerate(counted) if notes), 0)
    # The sections before the first note agree with it: Word may look at any of them.
    starts = [ways[begins].first if n <= begins else 1 for n in range(len(ways))]
    return [
        ir.NoteNumbering(kind, way.format, start, "eachSect" if way.restarts else "continuous")
        for way, start in zip(ways, starts, strict=True)
    ]


def _ways(sections: Iterable[Notes], restarting: bool) -> list[Way]:
    """For each section the way that makes Word count most of its notes.

    Of equal ways one that restarts is taken where others do (``restarting``): notes that are
    added later should begin anew everywhere.
    """
    ways: list[Way] = []
    following: Way | None = None
    for notes in sections:
        counts = {way: len(_counted(notes, way)) for way in _candidates(notes, following)}
        ranks = {way: (counts[way], way.restarts == restarting) for way in counts}
        ways.append(max(ranks, key=lambda way: ranks[way]))
        if count := counts[ways[-1]]:
            following = Way(ways[-1].format, ways[-1].first + count)
    return ways


def _candidates(notes: Notes, following: Way | None) -> list[Way]:
    """Ways to number a section after that of which ``following`` would be the next note."""
    if following is not None:
        formats = dict.fromkeys((following.format, *FORMATS))
        return [
            way
            for name in formats
            for way in (Way(name, following.first), Way(name, 1, restarts=True))
        ]
    numbers = [note.number for note in notes if note.number]
    firsts = {name: next(filter(None, (value_of(name, n) for n in numbers)), 0) for name in FORMATS}
    found = [Way(name, first) for name, first in firsts.items() if first]
    return sorted(found, key=lambda way: way.first != 1) or [Way("decimal", 1)]


def _counted(notes: Notes, way: Way) -> list[NoteDraft]:
    """The notes that show the numbers to which Word comes, if it counts these notes alone."""
    found: list[NoteDraft] = []
    for note in notes:
        if note.number and note.number == show(way.format, way.first + len(found)):
            found.append(note)
    return found
