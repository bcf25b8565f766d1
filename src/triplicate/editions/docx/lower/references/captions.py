r"""Lowering (stage 7c): the numbers of captions, as Word's Insert Caption writes them.

Input: all paragraphs of a document, with the numbers of headings. Output: SEQ fields that come to
the numbers of the page, and STYLEREF fields for the number of the chapter before them. LibreOffice
7 does not know that a sequence begins anew with a heading (``\s``), so the first says so itself.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from triplicate.editions.docx.lower.drafts import FieldDraft, Piece
from triplicate.editions.docx.lower.references.targets import caption_number, shown_number
from triplicate.editions.docx.names import HEADING_STYLES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from triplicate.editions.docx.lower.drafts import ParagraphDraft

# A word before the number, which the switch \t leaves out, as \n does a full stop behind it.
_NUMBER = re.compile(r"(?P<word>(?:[^\W\d_]{2,}\s+)?)(?P<number>[\w.\-–]*\w)\.?")


class CaptionNumbers:
    """Counts captions as Word does.

    ``_headings`` holds the number that the last heading of each level shows, ``_values`` the last
    number of each sequence, ``_begun`` those of which a level has not begun a chapter since.
    """

    def __init__(self) -> None:
        self._headings: dict[int, str] = {}
        self._values: dict[str, int] = {}
        self._begun: dict[int, set[str]] = {}

    def number(self, paragraphs: Iterable[ParagraphDraft]) -> None:
        """Settle the fields of all captions, in the order of reading."""
        for draft in paragraphs:
            if draft.style in HEADING_STYLES and draft.contents is None:
                level = HEADING_STYLES.index(draft.style)
                self._headings[level] = shown_number(draft)
                self._begun[level] = set()
            elif any(piece.field and piece.field.sequence for piece in draft.pieces):
                self._settle(draft)

    def _settle(self, draft: ParagraphDraft) -> None:
        start, end = caption_number(draft.pieces)
        number = draft.pieces[end - 1]
        chapter, between = _parted(draft.pieces[start : end - 1])
        level = self._level("".join(piece.text for piece in chapter))
        if level is None:
            chapter = [piece._replace(field=None) for piece in chapter]
        else:
            switch = " \\t" if _parts(self._headings[level])[0] else ""
            field = FieldDraft(f"STYLEREF {level + 1} \\n{switch}")
            text = "".join(piece.text for piece in chapter)
            chapter = [chapter[0]._replace(text=text, field=field)]
        counted = number._replace(field=self._counted(number.field, level))
        draft.pieces[start:end] = [*chapter, *between, counted]

    def _level(self, chapter: str) -> int | None:
        """The highest level whose last heading has the number ``chapter``."""
        levels = (n for n, text in sorted(self._headings.items()) if _parts(text)[1] == chapter)
        return next(levels, None) if chapter else None

    def _counted(self, field: FieldDraft | None, level: int | None) -> FieldDraft:
        assert field is not None
        name, value = field.sequence, field.value
        follows = self._values.get(name, 0) + 1 == value
        instruction = field.instruction
        if level is not None:
            instruction += f" \\s {level + 1}"
            begun = self._begun[level]
            follows = follows and (name in begun or value == 1)
            begun.add(name)
        self._values[name] = value
        return field._replace(instruction=instruction if follows else f"{instruction} \\r {value}")


def _parts(number: str) -> tuple[str, str]:
    """The word and the number that a heading shows; two of nothing where Word would show more."""
    match = _NUMBER.fullmatch(number)
    return (match["word"].strip(), match["number"]) if match else ("", "")


def _parted(pieces: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """The pieces up to the last counter, and what stands between it and the caption's own."""
    counters = [index for index, piece in enumerate(pieces, 1) if piece.field]
    last = counters[-1] if counters else 0
    return pieces[:last], pieces[last:]
