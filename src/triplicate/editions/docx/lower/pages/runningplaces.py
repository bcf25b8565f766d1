"""Lowering (stage 7c): where running elements of one name follow each other.

Input: drafts that know which running elements stand before them, or in them. Output: the pages
that are to begin a section, for Word's headers change with sections; what each section shows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from triplicate.editions.docx.lower.css.breaks import begins_page, leader
from triplicate.editions.docx.lower.drafts import (
    Draft,
    ParagraphDraft,
    Shown,
    in_flow,
    last_in_flow,
)
from triplicate.editions.docx.lower.limits import report_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triplicate.editions.docx.lower.context import Context


def attach(drafts: list[Draft], context: Context) -> None:
    """Let the first of ``drafts`` know the running elements that stand before it."""
    if context.runs and drafts:
        first = in_flow(drafts)[0]
        first.runs += tuple(context.runs)
        context.runs.clear()


def attach_last(drafts: list[Draft], context: Context) -> None:
    """Let the last of ``drafts`` know the running elements that stand after it in its box."""
    if context.runs and drafts:
        last_in_flow(drafts).runs += tuple(context.runs)
        context.runs.clear()


def changing_pages(drafts: list[Draft], context: Context) -> set[int]:
    """The ids of drafts that begin a page on which another running element of a name begins."""
    several = {name for name, boxes in context.running.items() if len(boxes) > 1}
    found: set[int] = set()
    first: Draft | None = None
    leading: set[str] = set()
    for draft in drafts if several else ():
        names = leading | {name for name, _ in _runs(draft)}
        leading = names if draft.leads else set()
        if begins_page(draft):
            first = draft
        if first is not None and not draft.leads and names & several:
            found.add(id(first))
        if not _keeps(draft):
            first = None
    return found


def shown(parts: list[list[Draft]], context: Context) -> list[dict[str, Shown]]:
    """What each part of the document shows of running elements, by name."""
    found: list[dict[str, Shown]] = []
    last: dict[str, int | None] = dict.fromkeys(_known(parts))
    for drafts in parts:
        here = {name: Shown(place, place, False, False) for name, place in last.items()}
        for name, place, at_once in _placed(drafts):
            if not here[name].sets:
                here[name] = Shown(place, last[name], True, at_once)
            if (not at_once and here[name].before is not None) or place != here[name].place:
                _report(name, place, context)
            last[name] = place
        found.append(here)
    seen = {(name, place) for drafts in parts for name, place, _ in _placed(drafts)}
    for name, boxes in context.running.items():
        for place in range(name not in last, len(boxes)):
            if (name, place) not in seen:  # in a table's cell, or a note
                _report(name, place, context)
    return found


def _known(parts: list[list[Draft]]) -> Iterator[str]:
    return (name for drafts in parts for draft in drafts for name, _ in _runs(draft))


def _placed(drafts: list[Draft]) -> Iterator[tuple[str, int, bool]]:
    """The running elements of a part in order, and whether they are on its first page."""
    at_once = True
    for draft in drafts:
        for name, place in _runs(draft):
            yield name, place, at_once
        at_once = at_once and _keeps(draft)


def _runs(draft: Draft) -> tuple[tuple[str, int], ...]:
    first = leader(draft)
    return draft.runs + (first.runs if first is not None and first is not draft else ())


def _keeps(draft: Draft) -> bool:
    """Whether what follows a draft is on its page for certain."""
    if draft.floating is not None:
        return True
    return isinstance(draft, ParagraphDraft) and draft.format.keep_next is True


def _report(name: str, place: int, context: Context) -> None:
    report_on(
        context.running[name][place],
        "position",
        "word-running",
        f"expected one running element of a name in a section, found another {name}",
        context,
        "Word changes headers with sections: begin a page before the element, or name its text by "
        "`string-set`",
    )
