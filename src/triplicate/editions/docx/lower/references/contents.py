"""Lowering (stage 7c): lists of contents, of tables and of figures, as Word's own.

Input: the paragraphs of a ``<nav>`` that show page numbers. Output: the field that makes them, and
their styles (`entries`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.diagnostics.wording import listed
from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.css.units import twips
from triplicate.editions.docx.lower.drafts import (
    Contents,
    Draft,
    Frame,
    ParagraphDraft,
)
from triplicate.editions.docx.lower.limits import place_of_element
from triplicate.editions.docx.lower.numbers.headings import write_number
from triplicate.editions.docx.lower.references.entries import (
    dress_entries,
    dress_titles,
    give_space,
    target,
)
from triplicate.editions.docx.lower.references.targets import plain_text, shown_number
from triplicate.editions.docx.names import (
    CAPTION,
    CONTENTS_STYLES,
    CONTENTS_TITLE,
    HEADING_STYLES,
    LIST_OF_CAPTIONS,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from triplicate.editions.docx.lower.context import Context


def mark_contents(box: Any, drafts: list[Draft], context: Context) -> None:
    """Tell the paragraphs of a list of contents, from its title to its last entry, that they are.

    A list of contents is a ``<nav>``, or what has the role ``doc-toc``, with page numbers in it.
    Its entries are one field, which stands in one section.
    """
    if box.element_tag != "nav" and box.element.get("role") != "doc-toc":
        return
    paragraphs = [draft for draft in drafts if isinstance(draft, ParagraphDraft)]
    last = max((n for n, draft in enumerate(paragraphs) if target(draft)), default=-1)
    pages = {draft.page for draft in drafts}
    if len(paragraphs) == len(drafts) and last >= 0:
        first = next(n for n, draft in enumerate(paragraphs) if target(draft))
        entries = paragraphs[first : last + 1]
        columns = {id(entry.columns) for entry in entries}
        if len(pages) > 1 or len(columns) > 1 or any(entry.begins for entry in entries[1:]):
            message = "expected lists of contents in one section, found others in"
            place = place_of_element(box.element, context)
            context.report("word-contents", f"{message} <{box.element_tag}>", span=place)
            return
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
    paragraphs: list[ParagraphDraft],
    known: dict[str, ParagraphDraft],
    styles: Mapping[str, ir.Style],
    context: Context,
) -> None:
    """Settle each list of contents: ``known`` holds the paragraphs that its entries lead to.

    ``styles`` are those that the style sheet gives, whatever the document.
    """
    lists: dict[int, list[ParagraphDraft]] = {}
    for draft in paragraphs:
        if draft.contents is not None:
            lists.setdefault(id(draft.contents), []).append(draft)
    led_to = {id(known.get(target(draft))) for drafts in lists.values() for draft in drafts}
    for drafts in [_apart(drafts, led_to) for drafts in lists.values()]:
        _settle(drafts, paragraphs, known, styles, context)


def _apart(drafts: list[ParagraphDraft], led_to: set[int]) -> list[ParagraphDraft]:
    """A list of contents without a title that an entry leads to, as to that of a list of tables.

    Such a title stays a heading: Word would leave others out of the list.
    """
    title, *others = drafts
    if id(title) not in led_to or not others:
        return drafts
    title.contents = None
    write_number(title)  # none is counted in a list of contents
    give_space(title, others[0])
    return others


def _settle(
    drafts: list[ParagraphDraft],
    paragraphs: list[ParagraphDraft],
    known: dict[str, ParagraphDraft],
    styles: Mapping[str, ir.Style],
    context: Context,
) -> None:
    entries = [draft for draft in drafts if target(draft)]
    leads = [known.get(target(entry)) for entry in entries]
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
            if draft.element.tag in context.headings:
                write_number(draft)  # none is counted in a list of contents
        context.report(
            "word-contents",
            "expected a list of contents of headings alone, or of one kind of captions, "
            f'found "{plain_text(entries[0])}" among others',
            span=place_of_element(drafts[0].element, context),
        )
        return
    dress_titles(drafts)
    _close_gaps(entries, context)
    for entry in entries:  # Word makes them anew, without what is before a list in a list
        entry.format = entry.format._replace(keep_next=False)
    dress_entries(entries, found, names, styles, context)
    _compare_headings(expected, found, drafts[0], context)


def _compare_headings(
    expected: list[ParagraphDraft],
    found: list[ParagraphDraft],
    first: ParagraphDraft,
    context: Context,
) -> None:
    """Report a list whose entries are not all that Word will put in; ``first`` is its beginning."""
    wanted = [draft for draft in expected if draft.contents is None]  # no titles of lists
    if [id(draft) for draft in wanted] == [id(lead) for lead in found]:
        return
    leads = {id(lead) for lead in found}
    missing = [f'"{_text(draft)}"' for draft in wanted if id(draft) not in leads]
    context.report(
        "word-contents",
        "expected all headings or captions of these levels in the list of contents, in their "
        f"order, found {listed(missing) + ' left out' if missing else 'others'}; Word will list "
        "all when it updates the list",
        span=place_of_element(first.element, context),
    )


def _text(draft: ParagraphDraft) -> str:
    return f"{shown_number(draft)} {plain_text(draft)}".strip()


def _close_gaps(entries: list[ParagraphDraft], context: Context) -> None:
    """Leave out the room beside words in entries, which Word would not give them again."""
    for entry in entries:
        kept = [piece for piece in entry.pieces if not piece.is_gap]
        if len(kept) < len(entry.pieces):
            entry.pieces = kept
            message = "expected entries of contents without room beside their words, found some"
            context.report("word-contents", message, "give it to the list's items")


def is_entry(draft: ParagraphDraft) -> bool:
    """Whether a paragraph is one of those that Word makes anew when it updates a list."""
    return draft.contents is not None and bool(target(draft))


def is_title(draft: ParagraphDraft) -> bool:
    """Whether a paragraph is the title of a list, which most documents have one of."""
    return draft.contents is not None and draft.style == CONTENTS_TITLE


def _level(draft: ParagraphDraft) -> int:
    return HEADING_STYLES.index(draft.style) if draft.style in HEADING_STYLES else -1


def _sequence(draft: ParagraphDraft) -> str:
    if draft.style != CAPTION:
        return ""
    fields = (piece.field for piece in draft.pieces)
    return next((field.sequence for field in fields if field and field.sequence), "")
