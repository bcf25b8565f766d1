"""Lowering (stage 7c): drafts to the parts of the document that are sections in Word.

Input: drafts that know their named pages and columns. Output: `Turn`s, each with its drafts.
"""

from __future__ import annotations

from itertools import takewhile, zip_longest
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from triplicate.editions.docx.lower.css.breaks import begins_page
from triplicate.editions.docx.lower.drafts import (
    Columns,
    NamedPages,
    ParagraphDraft,
    Shown,
    in_flow,
)
from triplicate.editions.docx.lower.neighbours import (
    AFTER_TABLE,
    begin_columns,
    end_page,
)
from triplicate.editions.docx.lower.pages.runningplaces import changing_pages, shown
from triplicate.editions.docx.lower.pages.stringstyles import Story
from triplicate.editions.docx.lower.pagetops import lead_tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from triplicate.editions.docx.lower.context import Context
    from triplicate.editions.docx.lower.drafts import Draft


class Turn(NamedTuple):
    """Neighbours on pages of one name; ``begins`` is Word's type of the break before them.

    ``fresh`` where these are the first pages that its element asks for: others may have come
    between and it goes on.
    """

    pages: NamedPages
    begins: str
    fresh: bool
    drafts: list[Draft]
    columns: Columns | None = None
    running: Mapping[str, Shown] = MappingProxyType({})

    @property
    def continued(self) -> bool:
        """Whether it begins on a page of the one before."""
        return self.begins == "continuous"

    def story(self) -> Story:
        """What named strings are looked for in."""
        return Story(self.drafts, self.continued)

    def led(self) -> Turn:
        """The same with the space above tables that begin a page."""
        return self._replace(drafts=[*lead_tables(self.drafts, not self.continued)])


def turns(drafts: list[Draft], context: Context) -> list[Turn]:
    """The document parted where its pages change, or are to begin on a left or right page.

    Also where a page begins with footnotes that are counted anew, or with another running element
    of a name: Word does that in sections. And on a page where columns begin and end.
    """
    root = context.tree.root
    whole = NamedPages(root.style["page"], root.element)
    has_notes = any(note.kind == "footnote" for note in context.notes.all)
    found: list[Turn] = []
    seen: set[Any] = set()
    changing = changing_pages(drafts, context)
    for draft in drafts:
        pages = draft.page or whole
        anew = (has_notes and draft.resets_notes) or id(draft) in changing
        if not found or _parts(found[-1].pages, pages, draft, anew):
            fresh = pages.owner not in seen
            if found and found[-1].drafts:
                end_page(in_flow(found[-1].drafts)[-1], draft)
            leading = _leading(found[-1].drafts) if found else []
            found.append(Turn(pages, draft.begins or "nextPage", fresh, leading, draft.columns))
            seen.add(pages.owner)
        elif found[-1].columns != draft.columns:
            if draft.columns and not found[-1].columns and found[-1].drafts:
                begin_columns(in_flow(found[-1].drafts)[-1], draft)
            found.append(Turn(pages, "continuous", False, [], draft.columns))
        found[-1].drafts.append(draft)
    return _running([*_balanced(found)], context) or [Turn(whole, "nextPage", True, [])]


def _leading(drafts: list[Draft]) -> list[Draft]:
    """What floats at the end of ``drafts`` beside the page that comes next, taken off them."""
    count = len(list(takewhile(lambda draft: draft.leads, reversed(drafts))))
    taken = drafts[len(drafts) - count :]
    del drafts[len(drafts) - count :]
    return taken


def _balanced(found: list[Turn]) -> Iterator[Turn]:
    """The same with a section at the end of columns that a page or nothing comes after.

    Word makes columns equally high where the next section begins on the same page.
    """
    for turn, after in zip_longest(found, found[1:]):
        yield turn
        if turn.columns and turn.columns.number > 1 and (not after or not after.continued):
            end = ParagraphDraft(
                AFTER_TABLE.name,
                AFTER_TABLE.paragraph,
                AFTER_TABLE.run,
                [],
                turn.drafts[-1].element,
                page=turn.drafts[-1].page,
            )
            yield Turn(turn.pages, "continuous", False, [end])


def _running(found: list[Turn], context: Context) -> list[Turn]:
    """The same with the running elements that they show; those on one page show the same."""
    groups: list[list[Turn]] = []
    for turn in found:
        if turn.continued:
            groups[-1].append(turn)
        else:
            groups.append([turn])
    drafts = [[draft for turn in group for draft in turn.drafts] for group in groups]
    each = zip(groups, shown(drafts, context), strict=True)
    return [turn._replace(running=here) for group, here in each for turn in group]


def _parts(before: NamedPages, pages: NamedPages, draft: Draft, anew: bool) -> bool:
    """Whether a section begins: CSS counts named pages anew where another element breaks to them.

    CSS Generated Content for Paged Media 3, 5.2 (page groups).
    """
    if pages.name != before.name or draft.begins:
        return True
    if not begins_page(draft):
        return False
    return anew or (pages.name != "" and pages.owner is not before.owner)
