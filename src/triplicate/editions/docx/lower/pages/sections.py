"""Lowering (stage 7c): the parts of a document to sections with their headers and footers.

Input: `turns.Turn`s. Output: `ir.Section`s.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.css.units import twips
from triplicate.editions.docx.lower.neighbours import AFTER_TABLE
from triplicate.editions.docx.lower.pages.checks import (
    check_kinds,
    check_sides,
    is_mirrored,
    within_limits,
)
from triplicate.editions.docx.lower.pages.furniture import Furniture, Kinds, learn_furniture
from triplicate.editions.docx.lower.pages.pagenumbers import check_page_numbers
from triplicate.editions.docx.lower.pages.strings import Strings

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.context import Context
    from triplicate.editions.docx.lower.drafts import Columns
    from triplicate.editions.docx.lower.finish import Finisher
    from triplicate.editions.docx.lower.pages.kinds import Pages
    from triplicate.editions.docx.lower.pages.strings import Reference
    from triplicate.editions.docx.lower.pages.turns import Turn
    from triplicate.editions.docx.lower.styles.known import Styles


Margins = tuple[int, int, int, int, int, int]


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
    strings = Strings(references, [turn.story() for turn in found], context)
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
