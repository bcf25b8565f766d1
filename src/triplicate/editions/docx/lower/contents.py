"""Lowering (stage 7c): lists of contents, of tables and of figures, as Word's own.

Input: the paragraphs of a ``<nav>`` that show page numbers. Output: their styles TOC 1 to 9 or
Table of Figures, which hold all of their look, because Word makes the entries anew, and the field
that makes them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.drafts import (
    Contents,
    Draft,
    Frame,
    ParagraphDraft,
    Piece,
)
from triplicate.editions.docx.lower.references import plain_text, shown_number
from triplicate.editions.docx.lower.units import twips
from triplicate.editions.docx.names import (
    CAPTION,
    CONTENTS_STYLES,
    CONTENTS_TITLE,
    HEADING_STYLES,
    LIST_OF_CAPTIONS,
)

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.context import Context


def mark_contents(box: Any, drafts: list[Draft]) -> None:
    """Tell the paragraphs of a list of contents, from its title to its last entry, that they are.

    A list of contents is a ``<nav>``, or what has the role ``doc-toc``, with page numbers in it.
    """
    if box.element_tag != "nav" and box.element.get("role") != "doc-toc":
        return
    paragraphs = [draft for draft in drafts if isinstance(draft, ParagraphDraft)]
    last = max((n for n, draft in enumerate(paragraphs) if _target(draft)), default=-1)
    if len(paragraphs) == len(drafts) and last >= 0:
        contents = Contents()
        for draft in paragraphs[: last + 1]:
            draft.contents = contents


def lead_to_the_end(draft: ParagraphDraft, frame: Frame) -> None:
    """Give a line with a leader the tab stop at its end."""
    leader = next((piece.leader for piece in draft.pieces if piece.leader), "")
    if leader:
        inset = frame.right if draft.format.right_to_left else frame.left
        stop = ir.Tab("right", twips(inset + frame.width), leader)
        draft.format = draft.format._replace(tabs=(stop,))


def settle_contents(
    paragraphs: list[ParagraphDraft], known: dict[str, ParagraphDraft], context: Context
) -> None:
    """Settle each list of contents: ``known`` holds the paragraphs that its entries lead to."""
    lists: dict[int, list[ParagraphDraft]] = {}
    for draft in paragraphs:
        if draft.contents is not None:
            lists.setdefault(id(draft.contents), []).append(draft)
    for drafts in lists.values():
        _settle(drafts, paragraphs, known, context)


def _settle(
    drafts: list[ParagraphDraft],
    paragraphs: list[ParagraphDraft],
    known: dict[str, ParagraphDraft],
    context: Context,
) -> None:
    entries = [draft for draft in drafts if _target(draft)]
    leads = [known.get(_target(entry)) for entry in entries]
    found = [lead for lead in leads if lead is not None]
    contents = drafts[0].contents
    assert contents is not None
    levels = [_level(lead) for lead in found]
    sequences = {_sequence(lead) for lead in found}
    if len(found) == len(leads) and min(levels) >= 0:
        first, last = min(levels) + 1, max(levels) + 1
        contents.of_headings = True
        contents.instruction = f'TOC \\o "{first}-{last}" \\h \\z \\u'
        expected = [d for d in paragraphs if min(levels) <= _level(d) <= max(levels)]
        names = [CONTENTS_STYLES[level] for level in levels]
    elif len(found) == len(leads) and len(sequences) == 1 and "" not in sequences:
        (sequence,) = sequences
        contents.instruction = f'TOC \\h \\z \\c "{sequence}"'
        expected = [d for d in paragraphs if _sequence(d) == sequence]
        names = [LIST_OF_CAPTIONS] * len(entries)
    else:
        for draft in drafts:
            draft.contents = None
        context.report(
            "word-contents",
            "expected a list of contents of headings alone, or of one kind of captions, "
            f'found "{plain_text(entries[0])}" among others',
        )
        return
    _dress(drafts, entries, found, names, context)
    if [id(d) for d in expected if d.contents is not contents] != [id(d) for d in found]:
        context.report(
            "word-contents",
            f"expected all {len(expected)} headings or captions of these levels in the list of "
            f"contents, found {len(found)}; Word will list all when it updates the list",
        )


def _dress(
    drafts: list[ParagraphDraft],
    entries: list[ParagraphDraft],
    found: list[ParagraphDraft],
    names: list[str],
    context: Context,
) -> None:
    for draft in drafts:
        if not _target(draft):
            if number := shown_number(draft):
                draft.pieces.insert(0, Piece(f"{number} ", "", draft.run))
            draft.style = CONTENTS_TITLE
            draft.number = draft.level = None
    stops: dict[str, int] = {}
    for entry, lead, name in zip(entries, found, names, strict=True):
        look = next(piece.format for piece in entry.pieces if piece.text.strip())
        if entry.marker is not None and entry.marker.ordered:
            entry.pieces.insert(0, Piece(f"{entry.marker.text} ", "", look))
        entry.style, entry.run, entry.marker = name, look, None
        entry.number = entry.level = None
        entry.pieces = [_plain(piece) for piece in entry.pieces]
        number = shown_number(lead)
        _compare(entry, lead, context)
        if _part_number(entry, number):
            width = context.fonts.width(look, f"{number} ")
            size = (look.size or 0) / 1.5
            stop = (entry.format.left or 0) + twips(width * size)
            stops[name] = max(stop, stops.get(name, 0))
    for entry, name in zip(entries, names, strict=True):
        if name in stops:
            tabs = (ir.Tab("left", stops[name]), *(entry.format.tabs or ()))
            entry.format = entry.format._replace(tabs=tabs)


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
        context.report(
            "word-contents",
            f'expected entries of contents lists to read as what they lead to, "'
            f'{" ".join(wanted)}", found "{" ".join(own)}"; Word will write the former',
        )


def _part_number(entry: ParagraphDraft, number: str) -> bool:
    """Put a tab between an entry's number and its text, as Word does."""
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
            tail = "\t" + tail.lstrip()
        elif rest == 0 and not parted:
            tail = ""
        pieces.append(piece._replace(text=head + tail))
    entry.pieces = [piece for piece in pieces if piece.text]
    return parted


def _target(draft: ParagraphDraft) -> str:
    """The id whose page an entry shows, "" where it shows none."""
    fields = (piece.field for piece in draft.pieces)
    return next((field.anchor for field in fields if field and field.numbers), "")


def _level(draft: ParagraphDraft) -> int:
    return HEADING_STYLES.index(draft.style) if draft.style in HEADING_STYLES else -1


def _sequence(draft: ParagraphDraft) -> str:
    if draft.style != CAPTION:
        return ""
    fields = (piece.field for piece in draft.pieces)
    return next((field.sequence for field in fields if field and field.sequence), "")
