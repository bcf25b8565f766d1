"""Lowering (stage 7c): the lines of a list of contents, in the look that their styles alone give.

Input: the paragraphs of a list and what they lead to. Output: their styles TOC Heading and TOC 1 to
9, or Table of Figures; Word makes the entries anew, so nothing may stand beside their styles.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.css.units import twips
from triplicate.editions.docx.lower.drafts import ParagraphDraft, Piece
from triplicate.editions.docx.lower.drafts.text import GAPS
from triplicate.editions.docx.lower.limits import place_of_element
from triplicate.editions.docx.lower.numbers.numbering import tokens
from triplicate.editions.docx.lower.references.targets import plain_text, shown_number
from triplicate.editions.docx.names import CONTENTS_TITLE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from triplicate.editions.docx.lower.context import Context

_DIGIT = re.compile("[0-9]")


def target(draft: ParagraphDraft) -> str:
    """The id whose page an entry shows, "" where it shows none."""
    fields = (piece.field for piece in draft.pieces)
    return next((field.anchor for field in fields if field and field.numbers), "")


def dress_titles(drafts: Sequence[ParagraphDraft]) -> None:
    """Give what stands in a list beside its entries the style of its title.

    The space that the list leaves before its first entry becomes the title's: Word keeps that.
    """
    above: ParagraphDraft | None = None
    for draft in drafts:
        if not target(draft):
            span = draft.number_span
            if number := span.text if span else shown_number(draft):
                draft.pieces.insert(0, Piece(f"{number} ", "", draft.run))
            draft.style = CONTENTS_TITLE
            draft.number = draft.level = None
            above = draft
        elif above is not None:
            give_space(above, draft)
            above = None


def give_space(title: ParagraphDraft, entry: ParagraphDraft) -> None:
    """Give the space that a list leaves before its first entry to the title above it."""
    title.after = max(title.after, entry.before)
    entry.before = entry.own_before


def dress_entries(
    entries: Sequence[ParagraphDraft],
    leads: Sequence[ParagraphDraft],
    names: Sequence[str],
    known: Mapping[str, ir.Style],
    context: Context,
) -> None:
    """Give entries the styles ``names``, and a tab stop after numbers that a tab follows.

    ``leads`` are the paragraphs that they lead to. A style that is ``known`` has its stop already;
    it is moved where numbers are wider.
    """
    stops = {name: stop for name in names if (stop := _number_stop(known.get(name)))}
    tabbed: set[str] = set()
    spaced: set[str] = set()
    for entry, lead, name in zip(entries, leads, names, strict=True):
        look = next(piece.format for piece in entry.pieces if piece.text.strip())
        if entry.marker is not None and entry.marker.ordered:
            entry.pieces.insert(0, Piece(f"{entry.marker.text} ", "", look))
        entry.style, entry.run, entry.marker = name, look, None
        entry.number = entry.level = None
        entry.pieces = [_plain(piece) for piece in entry.pieces]
        number = shown_number(lead)
        _compare(entry, lead, context)
        # Between number and text Word writes what follows the number of the heading.
        gap = GAPS[lead.level.suffix if lead.level else "tab"]
        if _part_number(entry, number, gap):
            room = entry.pieces[0].room
            if room and gap != "\t":
                context.report(
                    "word-contents",
                    "expected numbers of headings in boxes as wide as in their list of contents, "
                    "found numbers that a space follows; so Word writes them in the list, too",
                )
            if gap != "\t":
                # A stop would take the tab before the page number, too, where the text is short.
                spaced.add(name)
                continue
            width = room or _room(number, look, context)
            stop = (entry.format.left or 0) + twips(width)
            stops[name] = max(stop, stops.get(name, 0))
            tabbed.add(name)
    for entry, name in zip(entries, names, strict=True):
        if name in stops and name not in spaced - tabbed:
            tabs = (ir.Tab("left", stops[name]), *(entry.format.tabs or ()))
            entry.format = entry.format._replace(tabs=tabs)


def _room(number: str, look: ir.RunFormat, context: Context) -> float:
    """How wide numbers such as this are with the space after them, in pixels."""
    return context.fonts.pixels(look, f"{_widest(number)} ")


def _number_stop(style: ir.Style | None) -> int:
    tabs = (style.paragraph.tabs or ()) if style else ()
    return next((tab.position for tab in tabs if tab.align == "left"), 0)


def _widest(number: str) -> str:
    """The number that a list makes room for: two digits or letters, so that 9 and 10 fit."""
    found = tokens(number)
    if found:
        last = found[-1]
        wide = last[0] * 2 if len(last[0]) == 1 else last[0]
        number = number[: last.start()] + wide + number[last.end() :]
    return _DIGIT.sub("0", number)


def _plain(piece: Piece) -> Piece:
    """A piece without a character style, and without a field but for its page number."""
    field = piece.field if piece.field and piece.field.numbers else None
    return piece._replace(role="", field=field)


def _compare(entry: ParagraphDraft, lead: ParagraphDraft, context: Context) -> None:
    """Report an entry that says something else than what it leads to: Word will say the same."""
    texts = [piece.text for piece in entry.pieces if piece.field is None]
    own = "".join(texts).replace("\t", " ").split()
    wanted = f"{shown_number(lead)} {plain_text(lead)}".split()
    if "".join(own) != "".join(wanted):
        message = (
            "expected entries of contents lists to read as what they lead to, found {}; "
            "Word will write what they lead to"
        )
        found, expected = " ".join(own), " ".join(wanted)
        place = partial(place_of_element, entry.element, context)
        context.many.add("word-contents", message, f'"{found}" for "{expected}"', place=place)


def _part_number(entry: ParagraphDraft, number: str, gap: str) -> bool:
    """Put the ``gap`` that Word does between an entry's number and its text."""
    text = "".join(piece.text for piece in entry.pieces)
    if not number or not text.startswith(number):
        return False
    rest = len(number)
    pieces: list[Piece] = []
    parted = False
    for piece in entry.pieces:
        head, tail = piece.text[:rest], piece.text[rest:]
        rest -= len(head)
        if rest == 0 and not parted and tail.strip():
            parted = True
            tail = gap + tail.lstrip()
        elif rest == 0 and not parted:
            tail = ""
        pieces.append(piece._replace(text=head + tail))
    entry.pieces = [piece for piece in pieces if piece.text]
    return parted
