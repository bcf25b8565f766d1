"""Packaging (stage 7c): paragraphs, tables and sections to WordprocessingML.

Input: IR blocks. Output: text. Written as text in one pass: building a tree cell by cell is some
45 times slower.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from triplicate.editions.docx import ir
from triplicate.editions.docx.names import style_id
from triplicate.editions.docx.numerals import show
from triplicate.editions.docx.package.fields import field_begin, field_end, in_gallery
from triplicate.editions.docx.package.floats import below, frame
from triplicate.editions.docx.package.insets import formula, ruby
from triplicate.editions.docx.package.late import Late
from triplicate.editions.docx.package.marks import note_mark
from triplicate.editions.docx.package.pictures import Pictures
from triplicate.editions.docx.package.tables import (
    Columns,
    caption_indents,
    cell_properties,
    decimal_stop,
    row_properties,
    table_head,
)
from triplicate.editions.docx.package.watermarks import watermark
from triplicate.editions.docx.package.xml import (
    HEAD,
    Held,
    escape,
    namespaces,
    paragraph_format,
    run_properties,
)

if TYPE_CHECKING:
    from triplicate.layout.facts import LayoutFacts

_PLAIN = ir.ParagraphFormat()
LONGEST_TIP = 260  # characters: the Open XML SDK's limit of w:tooltip
# Word shows U+00AD as a hyphen wherever it stands, and looks for a font that has U+2011.
ELEMENTS = {
    "\t": "<w:tab/>",
    "\n": "<w:br/>",
    "\u00ad": "<w:softHyphen/>",
    "\u2011": "<w:noBreakHyphen/>",
}
_ELEMENT = re.compile("([\t\n\u00ad\u2011])")
# Between a number and the text of its heading below.
_LEAD = re.compile(r"<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:br/></w:r>")


class Writer:
    """Writes blocks; ``relate`` gives the relationship id of an external address.

    What only the pages tell is held by ``late``.

    Bookmark ids count through the part, as the schema wants them to differ.
    """

    def __init__(
        self,
        late: Late,
        relate: Callable[[str], str],
        pictures: Pictures,
    ) -> None:
        self._relate = relate
        self._pictures = pictures
        self._late = late
        self._bookmark = 0
        self._open: dict[str, int] = {}
        self._around: tuple[Columns, int, int] | None = None  # the cell that is written
        self._paragraphs: dict[tuple[object, ...], str] = {}
        self._runs: dict[tuple[str, ir.RunFormat], str] = {}

    def blocks(self, blocks: Iterable[ir.Block]) -> str:
        """Paragraphs and tables, one after another."""
        return "".join(
            self.paragraph(block)
            if isinstance(block, ir.Paragraph)
            else self.table(block)
            if isinstance(block, ir.Table)
            else in_gallery(self.blocks(block.paragraphs))
            for block in blocks
        )

    def section(self, blocks: Sequence[ir.Block], properties: str) -> str:
        """The blocks of a section that others follow: its properties are those of its last one."""
        *others, last = blocks
        assert isinstance(last, ir.Paragraph), "a section ends in a paragraph"
        return self.blocks(others) + self.paragraph(last, properties)

    def paragraph(self, paragraph: ir.Paragraph, section: str = "") -> str:
        """One ``<w:p>``; its bookmarks enclose its text but not its end."""
        start = self._start(paragraph, section)
        if paragraph.clear:
            look = paragraph.format
            look = look if paragraph.clear.held else look._replace(before=0)
            lower = self._start(paragraph._replace(format=look), section)
            start = below(paragraph.clear, self._late, lower, start)
        inner = "".join(map(self._inline, paragraph.inlines))
        if paragraph.breaks_column:
            inner = f'<w:r><w:br w:type="column"/></w:r>{inner}'
        if paragraph.bookmarks:
            inner = self._bookmarked(inner, paragraph.bookmarks)
        return f"{start}{inner}</w:p>"

    def _start(self, paragraph: ir.Paragraph, section: str) -> str:
        properties = self._paragraph_properties(paragraph)
        if section:
            properties = properties.replace("</w:pPr>", f"{section}</w:pPr>")
        return f"<w:p>{properties}"

    def table(self, table: ir.Table) -> str:
        """One ``<w:tbl>``."""
        around = self._around
        columns = Columns(table, self._late, around)
        parts = [below(table.clear, self._late, "", "")] if table.clear else []
        parts.append(table_head(table, columns, self._late))
        for row in table.rows:
            parts.append(f"<w:tr>{row_properties(row, columns, len(table.widths))}")
            column = 0
            for cell in row.cells:
                properties = cell_properties(cell, columns.width(column, cell.span))
                self._around = columns, column, cell.span
                parts += ("<w:tc>", properties, self.blocks(cell.blocks), "</w:tc>")
                column += cell.span
            parts.append("</w:tr>")
        self._around = around
        parts.append("</w:tbl>")
        return "".join(parts)

    def _paragraph_properties(self, paragraph: ir.Paragraph) -> str:
        look, number = paragraph.format, paragraph.number
        waiting = paragraph.over, paragraph.axis, paragraph.floating
        mark = run_properties(paragraph.mark)
        key = (paragraph.style, look, number, mark, *waiting)
        known = self._paragraphs.get(key)
        if known is None:
            known = f'<w:pPr><w:pStyle w:val="{style_id(paragraph.style)}"/>'
            if look != _PLAIN or number is not None or any(waiting):
                known += paragraph_format(look, number, self._held(paragraph))
            known = self._paragraphs[key] = f"{known}{mark}</w:pPr>"
        return known

    def _held(self, paragraph: ir.Paragraph) -> Held:
        over, axis, floating = paragraph.over, paragraph.axis, paragraph.floating
        return Held(
            frame(floating, self._late) if floating else "",
            decimal_stop(axis, self._late) if axis else "",
            caption_indents(paragraph.format, over, self._late) if over else "",
        )

    def _bookmarked(self, inner: str, names: tuple[str, ...]) -> str:
        starts, ends = [], []
        for name in names:
            starts.append(f'<w:bookmarkStart w:id="{self._bookmark}" w:name="{name}"/>')
            ends.append(f'<w:bookmarkEnd w:id="{self._bookmark}"/>')
            self._bookmark += 1
        lead = found[0] if (found := _LEAD.match(inner)) else ""  # not of what REF quotes
        inner = inner.removeprefix(lead)
        return lead + "".join(starts) + inner + "".join(reversed(ends))

    def _inline(self, inline: ir.Inline) -> str:
        if isinstance(inline, ir.Run):
            return self._run(inline.text, inline.style, inline.format)
        if isinstance(inline, ir.Field):
            return self._field(inline)
        if isinstance(inline, ir.NoteReference):
            properties = self._run_properties(inline.style, inline.format)
            mark = f"<w:r>{properties}{note_mark(inline, self._late)}</w:r>"
            return self._bookmarked(mark, (inline.bookmark,)) if inline.bookmark else mark
        if isinstance(inline, ir.FieldEdge):
            return field_begin(inline.instruction) if inline.instruction else field_end()
        if isinstance(inline, ir.Watermark):
            return watermark(inline, *self._pictures.mark())
        if isinstance(inline, ir.Ruby):
            return ruby(inline)
        if isinstance(inline, ir.Formula):
            return formula(inline)
        if isinstance(inline, ir.Picture):
            properties = self._run_properties(inline.style, inline.format)
            return f"<w:r>{properties}{self._pictures.drawing(inline)}</w:r>"
        inner = "".join(map(self._inline, inline.runs))
        if inline.internal:
            target = f'w:anchor="{inline.target}"'
        else:
            target = f'r:id="{self._relate(inline.target)}"'
        tip = f' w:tooltip="{escape(inline.tip[:LONGEST_TIP])}"' if inline.tip else ""
        return f'<w:hyperlink {target}{tip} w:history="1">{inner}</w:hyperlink>'

    def _run(self, text: str, style: str, look: ir.RunFormat) -> str:
        properties = self._run_properties(style, look)
        return f"<w:r>{properties}{_text(text)}</w:r>"

    def _run_properties(self, style: str, look: ir.RunFormat) -> str:
        key = (style, look)
        known = self._runs.get(key)
        if known is None:
            known = self._runs[key] = run_properties(look, style)
        return known

    def _field(self, field: ir.Field) -> str:
        """A complex field, which keeps its result until Word updates it."""
        properties = self._run_properties(field.style, field.format)
        result = f"<w:r>{properties}{self._result(field)}</w:r>"
        inner = field_begin(field.instruction, properties) + result + field_end(properties)
        if not field.bookmark:
            return inner
        if field.edge == "end":
            return f'{inner}<w:bookmarkEnd w:id="{self._open.pop(field.bookmark)}"/>'
        if not field.edge:
            return self._bookmarked(inner, (field.bookmark,))
        number = self._open[field.bookmark] = self._bookmark
        self._bookmark += 1
        return f'<w:bookmarkStart w:id="{number}" w:name="{field.bookmark}"/>{inner}'

    def _result(self, field: ir.Field) -> str:
        """What a field shows: the number of a page or of all pages as soon as that is known."""
        result, anchor, numbers = _text(field.result), field.anchor, field.numbers
        if field.instruction.startswith("NUMPAGES"):
            return self._late.hold(lambda facts: _text(show(numbers, facts.pages)), result)
        if not anchor:
            return result

        def page(facts: LayoutFacts) -> str:
            number = facts.anchors.get(anchor)
            return result if number is None else _text(show(numbers, number))

        return self._late.hold(page, result)


def _text(text: str) -> str:
    """The content of a run: text, with elements for characters that Word takes for others."""
    parts = []
    for stretch in _ELEMENT.split(text):
        if stretch in ELEMENTS:
            parts.append(ELEMENTS[stretch])
        elif stretch:
            parts.append(f'<w:t xml:space="preserve">{escape(stretch)}</w:t>')
    return "".join(parts)


def story(root: str, inner: str) -> bytes:
    """A part with blocks: "document", "hdr" or "ftr" around ``inner``."""
    return f"{HEAD}<w:{root} {namespaces(inner)}>{inner}</w:{root}>".encode()
