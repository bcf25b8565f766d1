"""Twin check: does the Word edition, set by LibreOffice, look like the PDF?

Input: a report's PDF, DOCX and the HTML that both are made from. Output: `Twin`, the figures.
``python -m tests.twin report.pdf report.docx report.html`` prints them.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from lxml import etree, html

from tests.e2e.libreoffice import convert

BLOCKS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "tr")
SAME_LINE = 3.0  # points between the baselines of words on one line
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Ink(NamedTuple):
    """How text looks: font, size in points, colour as numbers from 0 to 1."""

    font: str
    size: float
    color: tuple[float, ...]


class Word(NamedTuple):
    """A word of a PDF; points from the page's left and top edge to its box and baseline."""

    page: int
    left: float
    top: float
    bottom: float
    baseline: float
    ink: Ink | None
    text: str


class Block(NamedTuple):
    """A paragraph, heading, list item or table row, with the number before it."""

    kind: str
    text: str


@dataclass
class Place:
    """Where a block stands in one of the two, and what its text looks like.

    ``left`` and ``baseline`` are of its first line.
    """

    page: int
    left: float
    baseline: float
    lines: tuple[str, ...]
    last_page: int
    inks: frozenset[Ink | None]


@dataclass
class Twin:
    """The figures. ``left`` and ``baseline`` are the largest distances in points."""

    pages: tuple[int, int]
    blocks: int = 0
    same_page: int = 0
    same_lines: int = 0
    same_breaks: int = 0
    same_ink: int = 0
    headings: int = 0
    headings_same_page: int = 0
    left: float = 0.0
    baseline: float = 0.0
    notes: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        """The figures, one a line, then what differs."""
        return "\n".join(
            [
                f"pages (PDF, Word)              {self.pages[0]}, {self.pages[1]}",
                f"headings on the same page      {self.headings_same_page} of {self.headings}",
                f"blocks on the same page        {self.same_page} of {self.blocks}",
                f"blocks with as many lines      {self.same_lines} of {self.blocks}",
                f"blocks with the same breaks    {self.same_breaks} of {self.blocks}",
                f"same font, size and colour     {self.same_ink} of {self.blocks}",
                f"largest left-edge deviation    {self.left:.2f} pt",
                f"largest baseline deviation     {self.baseline:.2f} pt",
                *self.notes,
            ]
        )


def compare(pdf: Path, docx: Path, page: Path) -> Twin:
    """Compare the PDF with the DOCX, block by block of the HTML ``page``."""
    with tempfile.TemporaryDirectory() as folder:
        other = convert(docx, Path(folder), "pdf")
        zone = body_zone(docx)
        blocks = list(read_blocks(page.read_text(encoding="utf-8")))
        head = next((block.text for block in blocks if block.kind == "header-row"), "")
        words = [list(read_words(file)) for file in (pdf, other)]
    both = [place_blocks(blocks, lines_of(w, zone, head)) for w in words]
    twin = Twin((max(w.page for w in words[0]), max(w.page for w in words[1])))
    for block, here, there in zip(blocks, *both, strict=True):
        _judge(twin, block, here, there)
    return twin


def body_zone(docx: Path) -> tuple[float, float]:
    """The top and bottom of the text area in points, from the section's margins."""
    with zipfile.ZipFile(docx) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    size, margins = root.find(f".//{W}pgSz"), root.find(f".//{W}pgMar")
    assert size is not None
    assert margins is not None
    top, bottom = (int(margins.get(f"{W}{side}", "0")) / 20 for side in ("top", "bottom"))
    return top - 6, int(size.get(f"{W}h", "0")) / 20 - bottom + 2


def read_blocks(source: str) -> Iterator[Block]:
    """The blocks of the document in order, as they are printed."""
    elements: Iterable[Any] = html.document_fromstring(source).iter(*BLOCKS)
    for element in elements:
        around = list(element.iterancestors())
        if any(outer.get("class") in ("contents", "skip-link") for outer in around):
            continue
        if any(outer.tag == "tr" for outer in around):
            continue
        kind, text = element.tag, own_text(element)
        if kind == "tr":
            kind = "header-row" if element.getparent().tag == "thead" else "row"
        elif kind == "p" and around[0].tag == "li" and element.getprevious() is None:
            kind, text = "li", marker(around[0]) + text
        elif kind == "li":
            text = marker(element) + text if text else ""
        if text:
            yield Block(kind, squeezed(text))


def own_text(element: Any) -> str:
    """The text of an element without that of the blocks in it; of a table row, all."""
    if element.tag == "tr":
        return str(element.text_content())
    inner = "" if element.tag in ("br", "hr") else element.text or ""
    for child in element:
        if child.tag not in (*BLOCKS, "ul", "ol", "table", "blockquote"):
            inner += own_text(child)
        inner += child.tail or ""
    return "" if inner.isspace() else inner


def marker(item: Any) -> str:
    """A list item's number, or a bullet."""
    items = item.getparent()
    first = int(items.get("start", "1"))
    return "•" if items.tag == "ul" else f"{first + items.index(item)}."


def squeezed(text: str) -> str:
    """Text without spaces: lines break there, and PDFs write none."""
    return re.sub(r"\s", "", text)


def read_words(pdf: Path) -> Iterator[Word]:
    """The words of a PDF with their boxes, by Poppler, and their looks, by pikepdf."""
    shown = read_inks(pdf)
    command = ["pdftotext", "-bbox", str(pdf), "-"]
    output = subprocess.run(command, check=True, capture_output=True).stdout
    root = etree.fromstring(output, etree.XMLParser(recover=True, resolve_entities=False))
    space = "{http://www.w3.org/1999/xhtml}"
    for number, page in enumerate(root.iter(f"{space}page"), 1):
        for word in page.iter(f"{space}word"):
            left, top, bottom = (float(word.get(key)) for key in ("xMin", "yMin", "yMax"))
            here = [s for s in shown[number - 1] if top < s[1] < bottom and s[0] <= left + 1]
            _, baseline, ink = max(here, default=(0.0, bottom, None), key=lambda s: s[0])
            yield Word(number, left, top, bottom, baseline, ink, word.text or "")


def read_inks(path: Path) -> list[list[tuple[float, float, Ink]]]:
    """Where each page's text-showing operators begin, and with which font, size and colour."""
    import pikepdf

    with pikepdf.open(path) as pdf:
        return [list(_page_inks(page)) for page in pdf.pages]


def _page_inks(page: Any) -> Iterator[tuple[float, float, Ink]]:
    import pikepdf

    identity = pikepdf.Matrix()
    matrix, text, stack = identity, identity, []
    font, size = "", 0.0
    color: tuple[float, ...] = (0.0,)
    height = float(page.mediabox[3])
    instructions: Iterable[Any] = pikepdf.parse_content_stream(page)
    for operands, operator in instructions:
        name = str(operator)
        if name == "q":
            stack.append((matrix, color))
        elif name == "Q":
            matrix, color = stack.pop()
        elif name == "cm":
            matrix = pikepdf.Matrix(*map(float, operands)) @ matrix
        elif name == "BT":
            text = identity
        elif name == "Tm":
            text = pikepdf.Matrix(*map(float, operands))
        elif name in ("Td", "TD"):
            text = pikepdf.Matrix().translated(*map(float, operands)) @ text
        elif name == "Tf":
            base = str(page.Resources.Font[operands[0]].BaseFont)
            font, size = re.sub(r"^/(\w+\+)?|-Regular$|-(?=Italic)", "", base), float(operands[1])
        elif name in ("rg", "g", "sc", "scn"):
            color = tuple(round(float(value), 2) for value in operands)
        elif name in ("Tj", "TJ"):
            place = text @ matrix
            yield place.e, height - place.f, Ink(font, round(size * abs(place.d), 1), color)


def lines_of(words: Iterable[Word], zone: tuple[float, float], head: str) -> list[list[Word]]:
    """The lines between header and footer, without the repeated heads of tables."""
    inside = [w for w in words if zone[0] <= w.top and w.bottom <= zone[1]]
    lines: list[list[Word]] = []
    for page, on_page in groupby(inside, key=lambda word: word.page):
        for word in sorted(on_page, key=lambda w: w.baseline):
            last = lines[-1][0] if lines else None
            if last and last.page == page and word.baseline - last.baseline < SAME_LINE:
                lines[-1].append(word)
            else:
                lines.append([word])
    for line in lines:
        line.sort(key=lambda word: word.left)
    found = [n for n, line in enumerate(lines) if "".join(w.text for w in line) == head and head]
    return [line for n, line in enumerate(lines) if n not in found[1:]]


def place_blocks(blocks: list[Block], lines: list[list[Word]]) -> list[Place | None]:
    """Take each block's letters from the lines in turn; None where other letters stand there."""
    places: list[Place | None] = []
    rest = list(lines)
    for block in blocks:
        taken: list[list[Word]] = []
        count = 0
        while rest and count < len(block.text):
            line = rest.pop(0)
            taken.append(line)
            count += sum(len(word.text) for word in line)
        texts = tuple("".join(word.text for word in line) for line in taken)
        if sorted("".join(texts)) != sorted(block.text):
            places.append(None)
            continue
        # The text of an item: its number ends, and does not begin, at one place.
        first = taken[0][1 if block.kind == "li" and len(taken[0]) > 1 else 0]
        inks = frozenset(word.ink for line in taken for word in line)
        last_page = taken[-1][0].page
        places.append(Place(first.page, first.left, first.baseline, texts, last_page, inks))
    return places


def _judge(twin: Twin, block: Block, here: Place | None, there: Place | None) -> None:
    name = f"{block.kind} {block.text[:40]!r}"
    twin.blocks += 1
    heading = re.fullmatch(r"h[1-6]", block.kind) is not None
    twin.headings += heading
    if here is None or there is None:
        twin.notes.append(f"{name}: not found in the {'PDF' if here is None else 'Word edition'}")
        return
    same_page = (here.page, here.last_page) == (there.page, there.last_page)
    twin.same_page += same_page
    twin.headings_same_page += heading and here.page == there.page
    twin.same_lines += len(here.lines) == len(there.lines)
    twin.same_breaks += here.lines == there.lines
    if not same_page:
        twin.notes.append(f"{name}: page {here.page} in the PDF, {there.page} in Word")
    elif here.lines != there.lines:
        twin.notes.append(f"{name}: other line breaks")
    twin.same_ink += here.inks == there.inks
    if here.inks != there.inks:
        twin.notes.append(f"{name}: {here.inks ^ there.inks}")
    if abs(here.left - there.left) > twin.left:
        twin.left = abs(here.left - there.left)
        twin.notes.append(f"{name}: left edge {here.left:.2f}, in Word {there.left:.2f}")
    if here.page == there.page and abs(here.baseline - there.baseline) > twin.baseline:
        twin.baseline = abs(here.baseline - there.baseline)
        twin.notes.append(f"{name}: {here.baseline:.2f} down, in Word {there.baseline:.2f}")


if __name__ == "__main__":
    print(compare(*map(Path, sys.argv[1:4])))
