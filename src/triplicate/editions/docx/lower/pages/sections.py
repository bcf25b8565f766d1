"""Lowering (stage 7c): drafts to sections with their headers and footers.

Input: drafts that know their named pages. Output: `ir.Section`s.
"""

from __future__ import annotations

from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.css.units import twips
from triplicate.editions.docx.lower.drafts import (
    Columns,
    NamedPages,
    Shown,
    in_flow,
)
from triplicate.editions.docx.lower.neighbours import (
    AFTER_TABLE,
    begin_columns,
    begins_page,
    end_page,
)
from triplicate.editions.docx.lower.pages.checks import (
    check_kinds,
    check_sides,
    is_mirrored,
    within_limits,
)
from triplicate.editions.docx.lower.pages.furniture import Furniture, Kinds, learn_furniture
from triplicate.editions.docx.lower.pages.pagenumbers import check_page_numbers
from triplicate.editions.docx.lower.pages.runningplaces import changing_pages, shown
from triplicate.editions.docx.lower.pages.strings import Strings
from triplicate.editions.docx.lower.pages.stringstyles import Story
from triplicate.editions.docx.lower.pagetops import lead_tables

if TYPE_CHECKING:
    from collections.abc import Mapping

    from triplicate.editions.docx.lower.context import Context
    from triplicate.editions.docx.lower.drafts import Draft
    from triplicate.editions.docx.lower.finish import Finisher
    from triplicate.editions.docx.lower.pages.kinds import Pages
    from triplicate.editions.docx.lower.pages.strings import Reference
    from triplicate.editions.docx.lower.styles.known import Styles


Margins = tuple[int, int, int, int, int, int]


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

    def story(self) -> Story:
        """What named strings are looked for in."""
        return Story(self.drafts, self.begins == "continuous")

    def led(self) -> Turn:
        """The same with the space above tables that begin a page."""
        return self._replace(drafts=[*lead_tables(self.drafts, self.begins != "continuous")])


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
            found.append(Turn(pages, draft.begins or "nextPage", fresh, [], draft.columns))
            seen.add(pages.owner)
        elif found[-1].columns != draft.columns:
            if draft.columns and not found[-1].columns and found[-1].drafts:
                begin_columns(in_flow(found[-1].drafts)[-1], draft)
            found.append(Turn(pages, "continuous", False, [], draft.columns))
        found[-1].drafts.append(draft)
    return _running(found, context) or [Turn(whole, "nextPage", True, [])]


def _running(found: list[Turn], context: Context) -> list[Turn]:
    """The same with the running elements that they show; those on one page show the same."""
    groups: list[list[Turn]] = []
    for turn in found:
        if turn.begins == "continuous":
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


def sections(
    found: list[Turn],
    references: dict[str, Reference],
    pages: Pages,
    finisher: Finisher,
    styles: Styles,
    context: Context,
) -> tuple[ir.Section, ...]:
    """The sections of the document. Where one tells even pages apart, Word wants all to.

    ``references`` tell how named strings are found.
    """
    read = [kinds_of(turn, found, pages) for turn in found]
    learn_furniture(read, styles)
    strings = Strings(
        references,
        [turn.story() for turn in found],
        context,
    )
    furniture = [
        Furniture(
            kinds,
            styles,
            finisher,
            partial(strings.shown, section=index),
            found[index].begins in ("oddPage", "evenPage"),
        )
        for index, kinds in enumerate(read)
    ]
    even = any(one.even_differs for one in furniture)
    check_kinds(read, context)
    if even or is_mirrored(read):
        check_sides([turn.begins for turn in found], read, context)
    formats = [one.number_format() for one in furniture]
    check_page_numbers([turn.drafts for turn in found], formats, context)
    rtl = context.tree.root.style["direction"] == "rtl"
    made = []
    for turn, kinds, one, numbers in zip(found, read, furniture, formats, strict=True):
        made.append(
            ir.Section(
                _ended(finisher.blocks(turn.drafts, ends=True)),
                *within_limits(kinds["default"], _margins(one.margins(), turn.columns)),
                headers=one.parts("top", even),
                footers=one.parts("bottom", even),
                first_differs=one.first_differs,
                even_differs=even,
                begins=turn.begins,
                start=kinds["first"].restart,
                number_format=numbers,
                right_to_left=rtl,
                borders=one.borders(),
                columns=_columns(turn.columns),
            )
        )
    return tuple(made)


def _margins(margins: Margins, columns: Columns | None) -> Margins:
    """The margins of a section, which columns stand in as their box does."""
    if columns is None:
        return margins
    top, right, bottom, left, *ends = margins
    before, after = twips(columns.frame.left), twips(columns.frame.right)
    return top, right + after, bottom, left + before, ends[0], ends[1]


def _columns(columns: Columns | None) -> ir.TextColumns | None:
    if columns is None or columns.number == 1:
        return None
    return ir.TextColumns(columns.number, twips(columns.gap), columns.ruled)


def _ended(blocks: tuple[ir.Block, ...]) -> tuple[ir.Block, ...]:
    """The blocks with a paragraph at the end, which Word keeps a section's properties in.

    Not the last entry of a list of contents, which Word makes anew; LibreOffice leaves the fields
    of headers out that it finds inside of one. Nor a rule: LibreOffice leaves out the paragraph
    that has a section's properties where it is empty.
    """
    last = blocks[-1]
    if isinstance(last, ir.Paragraph) and _may_end(last):
        return blocks
    return (*blocks, ir.Paragraph(AFTER_TABLE.name))


def _may_end(last: ir.Paragraph) -> bool:
    if not last.inlines:
        return last.style == AFTER_TABLE.name
    return ir.FieldEdge() not in last.inlines


def kinds_of(turn: Turn, found: list[Turn], pages: Pages) -> Kinds:
    """The kinds of pages that a part of the document has."""
    return pages.kinds(turn.pages.name, opening(turn, found), turn.running)


def opening(turn: Turn, found: list[Turn]) -> str:
    """What the first page of a section is the first of, in the words of `Pages.kinds`."""
    return "document" if turn is found[0] else "name" if turn.fresh else ""
