"""Lowering (stage 7c): drafts to IR blocks.

Input: drafts and the styles. Output: paragraphs with what differs from their styles, tables with
what differs from theirs.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.css.breaks import keeps
from triplicate.editions.docx.lower.css.outlines import separate
from triplicate.editions.docx.lower.css.units import twips
from triplicate.editions.docx.lower.drafts import (
    Contents,
    Draft,
    FieldDraft,
    NoteMark,
    ParagraphDraft,
    Piece,
    TableDraft,
)
from triplicate.editions.docx.lower.margins import settle_margins
from triplicate.editions.docx.lower.neighbours import AFTER_TABLE, after_table, is_text
from triplicate.editions.docx.lower.references.fields import CHAPTER
from triplicate.editions.docx.lower.styles.known import complete_format
from triplicate.editions.docx.lower.tables.grids import GridFinisher
from triplicate.editions.docx.lower.text.links import target
from triplicate.editions.docx.names import CONTENTS_TITLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from triplicate.editions.docx.lower.context import Context
    from triplicate.editions.docx.lower.styles.known import Styles
    from triplicate.editions.docx.lower.text.bookmarks import Bookmarks


class Finisher:
    """Turns drafts into IR."""

    def __init__(self, styles: Styles, bookmarks: Bookmarks, context: Context) -> None:
        self._styles = styles
        self._bookmarks = bookmarks
        self._context = context
        self._placed: set[str] = set()
        self._formats: dict[tuple[object, ...], ir.ParagraphFormat] = {}

    def blocks(self, drafts: list[Draft], ends: bool = False) -> tuple[ir.Block, ...]:
        """Finish neighbours; where a document or a cell ``ends``, it needs a paragraph in the flow.

        Word hides that paragraph, so the margin below such a table shows nowhere.
        """
        separate(drafts)
        blocks: list[ir.Block] = []
        above, kept = 0.0, False
        for contents, group in groupby(drafts, key=_contents):
            if contents is not None:
                blocks += self._list_of_contents(contents, group)
                continue
            for draft in group:
                if isinstance(draft, ParagraphDraft):
                    blocks.append(self.paragraph(draft))
                    continue
                if blocks and not (isinstance(blocks[-1], ir.Contents) or is_text(blocks[-1])):
                    blocks.append(after_table(max(above, draft.before), kept))
                blocks.append(self.table(draft))
                above, kept = draft.after, keeps(draft)
        if ends and not (blocks and is_text(blocks[-1])):
            blocks.append(after_table(0.0))
        return tuple(blocks)

    def story(self, drafts: list[Draft]) -> tuple[ir.Block, ...]:
        """Finish what stands by itself in a page's margin."""
        settle_margins(drafts, self._styles.paragraphs, self._context)
        return self.blocks(drafts, ends=True)

    def _list_of_contents(self, contents: Contents, drafts: Iterable[Draft]) -> list[ir.Block]:
        """The paragraphs of a list of contents, the entries inside of its field.

        Word keeps a paragraph at the end of the field, and adds one where it finds none.
        """
        found = [self.paragraph(draft) for draft in drafts if isinstance(draft, ParagraphDraft)]
        first = next((n for n, p in enumerate(found) if p.style != CONTENTS_TITLE), None)
        if first is None:  # the entries stand in the next section
            return [*found]
        begin, end = ir.FieldEdge(contents.instruction), ir.FieldEdge()
        found[first] = found[first]._replace(inlines=(begin, *found[first].inlines))
        found.append(ir.Paragraph(AFTER_TABLE.name, (end,)))
        return [ir.Contents(tuple(found))] if contents.of_headings else [*found]

    def paragraph(self, draft: ParagraphDraft) -> ir.Paragraph:
        """A paragraph with what its style does not say."""
        style = self._styles.paragraphs[draft.style]
        number = draft.number
        if number == style.number:
            number = None
        elif number is None:
            number = ir.Number(0, 0)
        return ir.Paragraph(
            draft.style,
            tuple(self._inlines(draft)),
            self._direct(draft, style, number),
            number,
            self._names(draft.anchors),
            draft.over and draft.over._replace(usual=(style.paragraph.left, style.paragraph.right)),
            draft.axis,
            draft.floating,
            draft.clear and _with_space(draft.clear, draft),
            ir.difference(draft.run, style.run),
            draft.breaks_column,
        )

    def _names(self, anchors: list[str]) -> tuple[str, ...]:
        """The bookmarks of a block; of equal ids only the first gets one."""
        new = [anchor for anchor in dict.fromkeys(anchors) if anchor not in self._placed]
        self._placed.update(new)
        return tuple(map(self._bookmarks.name, new))

    def _direct(
        self, draft: ParagraphDraft, style: ir.Style, number: ir.Number | None
    ) -> ir.ParagraphFormat:
        level = draft.level if number is not None and number.instance else None
        key = (draft.style, draft.format, draft.before, draft.after, level, number is None)
        known = self._formats.get(key)
        if known is None:
            base = style.paragraph
            if level is not None:
                # LibreOffice takes a level that does not hang for one that says nothing of it.
                first_line = level.first_line or base.first_line
                base = base._replace(left=level.left, first_line=first_line)
            elif number is not None:
                # Without the number of its style it loses that style's indents there, too.
                base = base._replace(left=None, first_line=None)
            known = ir.difference(complete_format(draft, own=False), base)
            self._formats[key] = known
        return known

    def _inlines(self, draft: ParagraphDraft) -> Iterator[ir.Inline]:
        link = tip = ""
        runs: list[ir.Inside] = []
        for piece in draft.pieces:
            run = self.inline(piece, self._styles.run(piece, draft.style))
            if (piece.link, piece.tip) != (link, tip) and runs:
                yield ir.Link(*self._target(link), tuple(runs), tip)
                runs = []
            link, tip = piece.link, piece.tip
            if self._target(link)[0]:
                runs.append(run)
            else:
                yield run
        if runs:
            yield ir.Link(*self._target(link), tuple(runs), tip)

    def inline(self, piece: Piece, look: ir.RunFormat) -> ir.Inside:
        """A piece without its link; ``look`` is what differs from the styles around it."""
        if piece.role:
            piece = piece._replace(role=self._styles.character(piece.role))
        if piece.picture:
            return piece.picture._replace(style=piece.role, format=look)
        if piece.inset:
            return piece.inset._replace(style=piece.role, format=look)
        if piece.field:
            return self._field(piece, piece.field, look)
        if piece.note:
            return self._note(piece, piece.note, look)
        return ir.Run(piece.text, piece.role, look)

    def _field(self, piece: Piece, field: FieldDraft, look: ir.RunFormat) -> ir.Run | ir.Field:
        instruction = field.instruction
        if instruction == CHAPTER:  # of a caption in a page's margin
            return ir.Run(piece.text, piece.role, look)
        if field.anchor:
            if field.anchor not in self._bookmarks:
                return ir.Run(piece.text, piece.role, look)
            instruction = instruction.format(self._bookmarks.name(field.anchor))
        bookmark = self._bookmarks.name(field.mark) if field.mark else ""
        shown = field.anchor if field.numbers else ""
        numbers = field.numbers or "decimal"
        about = shown, numbers, bookmark, field.edge
        return ir.Field(instruction, piece.text, look, piece.role, *about)

    def _note(self, piece: Piece, mark: NoteMark, look: ir.RunFormat) -> ir.Inside:
        """The number of a note; a further call is a field that shows that of the first."""
        note, called, again = mark
        bookmark = ""
        if called and note.called_again and not note.mark:
            bookmark = self._bookmarks.name(f"{note.kind} {note.place}")
        if again and bookmark:
            return ir.Field(f"NOTEREF {bookmark}", piece.text, look, piece.role)
        if again:
            return ir.Run(piece.text, piece.role, look)
        late = note.fact if note.marked_by_page else None
        about = note.kind, note.place, note.mark, called
        return ir.NoteReference(*about, piece.role, look, late, bookmark)

    def _target(self, href: str) -> tuple[str, bool]:
        return target(href, self._bookmarks, self._context) if href else ("", False)

    def table(self, draft: TableDraft) -> ir.Table:
        """A table whose cells say only what its style does not."""
        style = self._styles.tables[draft.style]
        table = GridFinisher(draft, style, self._cell).table()
        if table.rows and draft.anchors:
            first = self._with_anchors(table.rows[0], draft.anchors)
            return table._replace(rows=(first, *table.rows[1:]))
        return table

    def _cell(self, drafts: list[Draft]) -> tuple[ir.Block, ...]:
        return self.blocks(drafts, ends=True)

    def _with_anchors(self, row: ir.Row, anchors: list[str]) -> ir.Row:
        """A row that begins with the bookmarks of a table, in the text of a table in it maybe."""
        cell, *others = row.cells
        first, *rest = cell.blocks
        if isinstance(first, ir.Paragraph):
            first = first._replace(bookmarks=self._names(anchors) + first.bookmarks)
        elif isinstance(first, ir.Table):
            first = first._replace(
                rows=(self._with_anchors(first.rows[0], anchors), *first.rows[1:])
            )
        return row._replace(cells=(cell._replace(blocks=(first, *rest)), *others))


def _contents(draft: Draft) -> Contents | None:
    return draft.contents if isinstance(draft, ParagraphDraft) else None


def _with_space(clear: ir.Clear, draft: ParagraphDraft) -> ir.Clear:
    """``clear`` with the space before ``draft``, where that is above the end of what floats."""
    return clear if clear.held else clear._replace(before=max(0, twips(draft.before)))
