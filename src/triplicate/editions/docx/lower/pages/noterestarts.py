"""Lowering (stage 7c): footnotes that begin anew on pages, ``@page { counter-reset: footnote }``.

Input: the notes that each section calls, and what the rules of its pages say. Output: how each
section numbers them. What Word cannot count keeps the numbers that the PDF's pages give.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from triplicate.editions.docx import ir

if TYPE_CHECKING:
    from collections.abc import Sequence

    from triplicate.editions.docx.lower.drafts import NoteDraft


class Resets(NamedTuple):
    """The numbers that a section's pages set the counter of footnotes to; None for none."""

    first: int | None
    odd: int | None
    even: int | None


def page_numbering(
    sections: Sequence[Sequence[NoteDraft]], resets: Sequence[Resets], formats: Sequence[str]
) -> list[ir.NoteNumbering]:
    """How sections number their footnotes; those that Word cannot count get their marks.

    ``formats`` are Word's for each section's notes, "" where it has none for them.
    """
    numberings = [_numbering(one, shape) for one, shape in zip(resets, formats, strict=True)]
    countable = None not in numberings
    for note in (note for notes in sections for note in notes):
        by_page = note.fact is not None and note.number != ""
        note.mark = "" if by_page and countable else note.number or note.text
        note.marked_by_page = by_page and not countable
    return [numbering or ir.NoteNumbering("footnote") for numbering in numberings]


def _numbering(resets: Resets, shape: str) -> ir.NoteNumbering | None:
    """How Word says what a section's rules say; None where it cannot."""
    first, odd, even = resets
    if not shape or odd != even:
        return None
    if odd is not None:
        starts = first == odd
        return ir.NoteNumbering("footnote", shape, odd + 1, "eachPage") if starts else None
    if first is not None:
        return ir.NoteNumbering("footnote", shape, first + 1, "eachSect")
    return ir.NoteNumbering("footnote", shape)
