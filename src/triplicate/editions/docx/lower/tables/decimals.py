"""Lowering (stage 7c): numbers in the column of a table, aligned at their separator.

Input: what `triplicate.layout.alignment` has measured of a cell. Output: its paragraph, with a
decimal tab stop where Word's would do the same, else with indents. In a cell, Word and LibreOffice
align a paragraph at its one decimal tab stop without a tab before the text, if it is aligned left.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.css.units import twips
from triplicate.editions.docx.lower.limits import report_on
from triplicate.layout.alignment import PROPERTY

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.context import Context
    from triplicate.editions.docx.lower.drafts import ParagraphDraft
    from triplicate.layout.alignment import Aligned

# By separator: a number in Word's eyes, with the other one between thousands.
NUMBERS = {".": re.compile(r"[0-9][0-9,]*"), ",": re.compile(r"[0-9][0-9.]*")}
FREE_SHARE = {"right": 1.0, "center": 0.5}


class Column(NamedTuple):
    """The column of a cell: all but its insets as of `ir.Axis`, which are in twips too."""

    fact: int | None
    columns: int
    gap: int
    column: int
    own: int
    left: int
    right: int


def align_numbers(draft: ParagraphDraft, cell: Any, column: Column, context: Context) -> None:
    """Place the text of a cell in the block of its column's numbers."""
    aligned: Aligned = cell.aligned
    look = draft.format
    before, after = map(twips, aligned.room)
    left, right = look.left or 0, look.right or 0
    text = "".join(piece.text for piece in draft.pieces)
    if look.right_to_left:
        draft.format = look._replace(left=left + after, right=right + before)
    elif not _is_known(aligned.separator, cell, context) or not _stops(text, aligned.separator):
        draft.format = look._replace(left=left + before, right=right + after)
    else:
        start = left + twips(aligned.widest_before)
        taken = twips(aligned.widest_before + aligned.widest_after)
        taken += left + right + column.left + column.right
        share = FREE_SHARE.get(look.align or "", 0.0)
        draft.axis = ir.Axis(*column[:5], taken, start, share)
        draft.format = look._replace(align="left")


@cache
def decimal_separator(language: str) -> str:
    """The decimal separator of a language (BCP 47), as CLDR has it; "." where it has none."""
    from babel import Locale, UnknownLocaleError
    from babel.numbers import get_decimal_symbol

    try:
        found = get_decimal_symbol(Locale.parse(language, sep="-"))
    except (UnknownLocaleError, ValueError):
        return "."
    return found if found in NUMBERS else "."


def _is_known(separator: str, cell: Any, context: Context) -> bool:
    """Whether Word aligns at a separator: at the one of the reader's region, probably."""
    language = str(context.tree.root.style["lang"] or "en")
    known = decimal_separator(language)
    if separator != known:
        report_on(
            cell,
            PROPERTY,
            "word-table-separator",
            f'expected {PROPERTY}: "{known}" in a document in "{language}", found "{separator}"',
            context,
            "these numbers stand at indents; others typed beside them are not aligned",
        )
    return separator == known


def _stops(text: str, separator: str) -> bool:
    """Whether Word takes the same place in ``text`` for the separator, or its end where none is.

    It takes what ends the first number, even a letter or a space.
    """
    place = text.find(separator)
    wanted = len(text) if place < 0 else place
    number = NUMBERS[separator].search(text)
    return number is None or number.start() > wanted or number.end() == wanted
