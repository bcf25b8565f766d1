"""A Word file as Word's reader gets it: styles, counted numbers, text, tables, parts.

Input: a DOCX file. Output: `DocxReading`. Only zip and XML are used, so that it shares no code
with what wrote the file. Deleted and hidden text is left out as Word's print leaves it out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any
from zipfile import ZipFile

from lxml import etree

from tests.readback.blocks import Block, Prose, literal_prose
from tests.readback.docx_numbering import Numbering, W, value
from tests.readback.docx_styles import Styles, is_set

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_HEADING = re.compile(r"heading ([1-9])")
_WRAPPERS = frozenset(
    f"{W}{name}"
    for name in ("hyperlink", "ins", "smartTag", "sdt", "sdtContent", "fldSimple", "moveTo")
)
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": ""}


@dataclass(slots=True)
class DocxReading:
    """What one Word file says; lists with one entry a block run parallel to ``blocks``.

    ``styles``: the paragraph style's name (for rows the table style's); ``bookmarks``: the names
    that start in the block; ``unsplit``: row kept on one page; ``parts``: name to XML root;
    ``furniture``: headers' and footers' text by "type kind", such as "first footer".
    """

    parts: dict[str, Any]
    blocks: list[Block] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    bookmarks: list[list[str]] = field(default_factory=list)
    unsplit: list[bool] = field(default_factory=list)
    empty: list[int] = field(default_factory=list)
    furniture: dict[str, str] = field(default_factory=dict)

    @property
    def body(self) -> Any:
        """The w:body element."""
        return self.parts["word/document.xml"].find(f"{W}body")


def read_docx(path: Path) -> DocxReading:
    """Read the Word file at ``path``; raises what zipfile and lxml raise when it is none."""
    with ZipFile(path) as package:
        parts = {
            name: etree.fromstring(package.read(name))
            for name in package.namelist()
            if name.endswith((".xml", ".rels"))
        }
    reading = DocxReading(parts)
    _Reader(reading).read()
    return reading


class _Reader:
    def __init__(self, reading: DocxReading) -> None:
        self.reading = reading
        self.styles = Styles(reading.parts["word/styles.xml"])
        self.numbering = Numbering(reading.parts.get("word/numbering.xml"))

    def read(self) -> None:
        for element in _content(self.reading.body):
            self._block(element)
        self._furniture()

    def _block(self, element: Any) -> None:
        if element.tag == f"{W}p":
            self._paragraph(element)
        elif element.tag == f"{W}tbl":
            style = self.styles.name(value(element.find(f"{W}tblPr"), "tblStyle"))
            for row in element.findall(f"{W}tr"):
                self._row(row, style)
        elif etree.QName(element).localname not in {"sectPr", "bookmarkStart", "bookmarkEnd"}:
            self._add(Block(etree.QName(element).localname, ()), "", element)

    def _paragraph(self, paragraph: Any) -> None:
        properties = paragraph.find(f"{W}pPr")
        style = value(properties, "pStyle") or self.styles.default
        text = self.prose(paragraph, style)
        if not text.text:
            self.reading.empty.append(len(self.reading.blocks))
            return
        name = self.styles.name(style)
        number, depth = self._number(properties, style)
        heading = _HEADING.fullmatch(name.lower())
        if heading:
            block = Block("heading", (text,), int(heading[1]), number)
        elif name.lower() == "title":
            block = Block("title", (text,), 0, number)
        elif depth is not None:
            block = Block("item", (text,), depth + 1, number)
        else:
            block = Block("paragraph", (text,))
        self._add(block, name, paragraph)

    def _number(self, properties: Any, style: str) -> tuple[str, int | None]:
        """The number before a paragraph and its level; ("", None) where it has none."""
        own = properties.find(f"{W}numPr") if properties is not None else None
        num, depth = value(own, "numId"), value(own, "ilvl")
        for name, element in self.styles.chain(style):
            inherited = element.find(f"{W}pPr/{W}numPr")
            if not num and inherited is not None:
                num = value(inherited, "numId")
                linked = self.numbering.level_of_style(num, name)
                depth = depth or (str(linked) if linked is not None else value(inherited, "ilvl"))
        if num in {"", "0"}:
            return "", None
        return self.numbering.next(num, int(depth or 0)), int(depth or 0)

    def _row(self, row: Any, style: str) -> None:
        properties = row.find(f"{W}trPr")
        kind = "header-row" if is_set(properties, "tblHeader") else "row"
        cells = tuple(self._cell(cell) for cell in row.findall(f"{W}tc"))
        self._add(Block(kind, cells), style, row, is_set(properties, "cantSplit"))

    def _cell(self, cell: Any) -> Prose:
        texts = []
        for paragraph in _content(cell):
            if paragraph.tag == f"{W}p":
                style = value(paragraph.find(f"{W}pPr"), "pStyle") or self.styles.default
                texts.append(self.prose(paragraph, style))
        joined = [(text.text, bool(text.emphasis)) for text in texts]
        return texts[0] if len(texts) == 1 else literal_prose(joined)

    def prose(self, paragraph: Any, style: str) -> Prose:
        """The text of a paragraph with what is italic in it."""
        return literal_prose(
            (_run_text(run), self.styles.is_on("i", run, style))
            for run in _runs(paragraph)
            if not self.styles.is_on("vanish", run, style)
        )

    def _add(self, block: Block, style: str, element: Any, unsplit: bool = False) -> None:
        self.reading.blocks.append(block)
        self.reading.styles.append(style)
        self.reading.unsplit.append(unsplit)
        names = [one.get(f"{W}name") for one in element.iter(f"{W}bookmarkStart")]
        before = element.getprevious()
        while before is not None and before.tag in {f"{W}bookmarkStart", f"{W}bookmarkEnd"}:
            if before.tag == f"{W}bookmarkStart":
                names.append(before.get(f"{W}name"))
            before = before.getprevious()
        self.reading.bookmarks.append(names)

    def _furniture(self) -> None:
        relations = self.reading.parts.get("word/_rels/document.xml.rels")
        targets = {
            one.get("Id"): str(PurePosixPath("word") / one.get("Target"))
            for one in (() if relations is None else relations)
        }
        for kind in ("header", "footer"):
            for reference in self.reading.body.iter(f"{W}{kind}Reference"):
                root = self.reading.parts[targets[reference.get(f"{_R}id")]]
                texts = (
                    self.prose(one, value(one.find(f"{W}pPr"), "pStyle"))
                    for one in root.iter(f"{W}p")
                )
                name = f"{reference.get(f'{W}type')} {kind}"
                self.reading.furniture[name] = "\n".join(text.text for text in texts)


def _content(element: Any) -> Iterator[Any]:
    """The blocks in an element; content controls are looked through."""
    for kid in element:
        if kid.tag == f"{W}sdt":
            yield from _content(kid.find(f"{W}sdtContent"))
        elif not kid.tag.endswith("Pr"):
            yield kid


def _runs(element: Any) -> Iterator[Any]:
    for kid in element:
        if kid.tag == f"{W}r":
            yield kid
        elif kid.tag in _WRAPPERS:
            yield from _runs(kid)


def _run_text(run: Any) -> str:
    text = ""
    for kid in run:
        if kid.tag == f"{W}t":
            kept = kid.get(_XML_SPACE) == "preserve"
            text += (kid.text or "") if kept else (kid.text or "").strip()
        elif kid.tag in {f"{W}drawing", f"{W}pict", f"{W}object"}:
            text += "\ufffc"
        else:
            text += _CHARACTERS.get(etree.QName(kid).localname, "")
    return text
