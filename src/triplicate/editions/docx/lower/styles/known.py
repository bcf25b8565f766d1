"""Lowering (stage 7c): the styles of a document, read off the probe.

Input: the probe's drafts. Output: `ir.Style`s by name, and what a draft's look differs in. A name
that the probe could not show (its rule's selector is too special) is defined by its first use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower import roles
from triplicate.editions.docx.lower.css.formats import undirected
from triplicate.editions.docx.lower.css.units import twips
from triplicate.editions.docx.lower.drafts import (
    ParagraphDraft,
    Piece,
    each_paragraph,
    each_table,
)
from triplicate.editions.docx.lower.neighbours import AFTER_TABLE
from triplicate.editions.docx.lower.tables.looks import TableLooks
from triplicate.editions.docx.lower.tables.styles import bare_style, table_style
from triplicate.editions.docx.names import BODY_TEXT, HEADING_STYLES, style_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from triplicate.editions.docx.lower.drafts import Draft, TableDraft
    from triplicate.editions.docx.lower.numbers.numbering import Numberings

BASE = "Normal"
# What the next paragraph is where Enter is pressed at the end of one.
FOLLOWING = {
    **dict.fromkeys(("Title", "caption", *HEADING_STYLES), BODY_TEXT),
    "Definition Term": "Definition",
}


def complete_format(draft: ParagraphDraft, own: bool) -> ir.ParagraphFormat:
    """A draft's format with its margins, those of its element alone or those around it."""
    before, after = (draft.own_before, draft.own_after) if own else (draft.before, draft.after)
    return draft.format._replace(before=max(0, twips(before)), after=max(0, twips(after)))


class Styles:
    """Complete styles by name; `base` holds what text looks like where nothing else is said."""

    def __init__(self, base: ir.Style) -> None:
        self.base = base
        self.samples: dict[str, ParagraphDraft] = {}
        self.paragraphs: dict[str, ir.Style] = {}
        self.characters: dict[str, ir.Style] = {}
        self.tables: dict[str, ir.TableStyle] = {}
        self._table_looks = TableLooks(self.tables)
        self._runs: dict[tuple[str, str, ir.RunFormat], ir.RunFormat] = {}

    def character(self, role: str) -> str:
        """The name of the character style of a role, "" for none."""
        return self.characters[role].name if role in self.characters else role

    def names(self) -> list[str]:
        """The names of all styles."""
        characters = (style.name for style in self.characters.values())
        return [BASE, *self.paragraphs, *characters, *(t.name for t in self.tables.values())]

    def learn(self, drafts: Iterable[Draft], own: bool) -> None:
        """Define the styles that are not known yet by their first use in ``drafts``."""
        drafts = list(drafts)
        for draft in each_paragraph(drafts):
            if draft.floating is not None and draft.floating.lines:
                continue  # a drop cap, which looks like no paragraph
            if draft.style == AFTER_TABLE.name:
                self.paragraphs[draft.style] = AFTER_TABLE
            elif draft.style == BASE:
                self.paragraphs[BASE] = self.base
            if draft.style not in self.paragraphs:
                self.samples[draft.style] = draft
                self._define(draft, own)
            for piece in draft.pieces:
                self._learn_characters(piece, draft.run)
        for table in each_table(drafts):
            if table.style not in self.tables:
                self.tables[table.style] = _table_style(table)
            elif table.style == roles.TABLE:
                table.style = self._table_looks.name(table)
        self._part_kinds()

    def _part_kinds(self) -> None:
        """Let no character or table style have the name of another kind: Word drops one of both."""
        self._part(self.characters, "Char", [BASE, *self.paragraphs])
        characters = (style.name for style in self.characters.values())
        self._part(self.tables, "Table", [BASE, *self.paragraphs, *characters])

    def _part(self, styles: dict[str, Any], kind: str, others: Iterable[str]) -> None:
        taken = set(map(style_key, others))
        for role, style in styles.items():
            if style_key(style.name) in taken:
                name = roles.own_name(f"{role} {kind}", "", self.names())
                styles[role] = style._replace(name=name)

    def _define(self, draft: ParagraphDraft, own: bool) -> None:
        self.paragraphs[draft.style] = ir.Style(
            draft.style,
            "paragraph",
            complete_format(draft, own),
            undirected(draft.run),
            BASE,
            FOLLOWING.get(draft.style, ""),
            draft.number if draft.marker else None,
        )

    def follow(self, drafts: Iterable[ParagraphDraft]) -> None:
        """Define styles as the first of ``drafts`` look that have them.

        Word makes these paragraphs anew: what stood beside their styles would be gone then.
        """
        firsts: dict[str, ParagraphDraft] = {}
        for draft in drafts:
            firsts.setdefault(draft.style, draft)
        for draft in firsts.values():
            self._define(draft, own=True)

    def number(self, linked: Mapping[str, ir.Number]) -> None:
        """Number the paragraphs of some styles, and of those that are based on them."""
        known = dict(linked)
        for name, style in self.paragraphs.items():  # after those that they are based on
            number = known.get(name) or known.get(style.based_on)
            if number is not None:
                known[name] = number
                self.paragraphs[name] = style._replace(number=number)

    def link(self, numberings: Numberings) -> None:
        """Link numbered styles with their levels; one whose level is another's has no number.

        Its paragraphs then have theirs themselves. A style with the number of the one that it is
        based on inherits it.
        """
        numbers = {name: style.number for name, style in self.paragraphs.items()}
        for name, style in self.paragraphs.items():
            base = self.paragraphs.get(style.based_on)
            if base is not None and style.number == numbers[base.name]:
                self.paragraphs[name] = style._replace(number=base.number)
            elif not numberings.link(style):
                self.paragraphs[name] = style._replace(number=None)

    def _learn_characters(self, piece: Piece, around: ir.RunFormat) -> None:
        if piece.role and piece.role not in self.characters:
            # The direction is that of letters, not of a role.
            look = ir.difference(piece.format, around)._replace(right_to_left=None)
            self.characters[piece.role] = ir.Style(piece.role, "character", run=look)

    def run(self, piece: Piece, style: str) -> ir.RunFormat:
        """What a piece of text looks like beyond its paragraph's and its character style."""
        key = (style, piece.role, piece.format)
        known = self._runs.get(key)
        if known is None:
            paragraph = self.paragraphs[style].run
            base = paragraph
            if piece.role:
                base = with_characters(paragraph, self.characters[piece.role].run)
            known = self._runs[key] = ir.difference(piece.format, base)
        return known

    def in_order(self) -> list[ir.Style]:
        """Styles as a menu should offer them: the style sheet's own names, then known roles."""
        styles = [
            style if style.next in self.paragraphs else style._replace(next="")
            for style in (*self.paragraphs.values(), *self.characters.values())
            if style.name not in (AFTER_TABLE.name, BASE)
        ]
        return sorted(styles, key=self._place)

    def _place(self, style: ir.Style) -> int:
        """Where a style stands in the menu: with the role that it is based on."""
        while style.name not in roles.ORDER and style.based_on in self.paragraphs:
            style = self.paragraphs[style.based_on]
        return roles.ORDER.get(style.name, 0)

    def looks(self) -> list[ir.RunFormat]:
        """The looks of all the text that has been asked for."""
        return [look for _, _, look in self._runs]


def _table_style(table: TableDraft) -> ir.TableStyle:
    """The style of a table that is the first of its style."""
    if table.style == roles.LAYOUT:
        return bare_style(table)
    style = table_style(table)
    if table.style in (roles.BOX, roles.ASIDE):
        # LibreOffice 7 fills a cell that states to have no fill as the style says.
        return style._replace(body=style.body._replace(shade=""))
    return style


def with_characters(paragraph: ir.RunFormat, characters: ir.RunFormat) -> ir.RunFormat:
    """What a character style shows in a paragraph style: both bold is not bold.

    ECMA-376 Part 1, 17.7.3: toggle properties of the two are combined by exclusive or.
    """
    merged = ir.overlay(paragraph, characters)
    return merged._replace(
        bold=bool(paragraph.bold) != bool(characters.bold),
        italic=bool(paragraph.italic) != bool(characters.italic),
        caps=bool(paragraph.caps) != bool(characters.caps),
        small_caps=bool(paragraph.small_caps) != bool(characters.small_caps),
        strike=bool(paragraph.strike) != bool(characters.strike),
    )
