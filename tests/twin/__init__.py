"""Twin check: does the Word edition, set by LibreOffice, look like the PDF?

Input: a document's PDF, DOCX and the HTML that both are made from. Output: `Twin`, the figures.
``python -m tests.twin document.pdf document.docx document.html`` prints them.
"""

from __future__ import annotations

import re
import tempfile
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from tests.e2e.libreoffice import convert
from tests.twin.blocks import Block, read_blocks
from tests.twin.places import Place, place_blocks
from tests.twin.words import read_words

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
EDGE = 1.5  # points that left edges may differ by without a note


@dataclass
class Twin:
    """The figures. ``left`` and ``baseline`` are the largest distances in points.

    ``hidden`` counts blocks of the HTML that neither shows as the HTML has them, ``strayed``
    those whose left edges differ by more than `EDGE`.
    """

    pages: tuple[int, int]
    blocks: int = 0
    same_page: int = 0
    same_lines: int = 0
    same_breaks: int = 0
    same_ink: int = 0
    headings: int = 0
    headings_same_page: int = 0
    rows: int = 0
    rows_same_page: int = 0
    hidden: int = 0
    strayed: int = 0
    left: float = 0.0
    baseline: float = 0.0
    notes: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        """The figures, one a line, then what differs."""
        return "\n".join([self.figures(), *self.notes])

    def figures(self) -> str:
        """The figures, one a line."""
        return "\n".join(
            [
                f"pages (PDF, Word)              {self.pages[0]}, {self.pages[1]}",
                f"headings on the same page      {self.headings_same_page} of {self.headings}",
                f"rows on the same page          {self.rows_same_page} of {self.rows}",
                f"blocks on the same page        {self.same_page} of {self.blocks}",
                f"blocks with as many lines      {self.same_lines} of {self.blocks}",
                f"blocks with the same breaks    {self.same_breaks} of {self.blocks}",
                f"same font, size and colour     {self.same_ink} of {self.blocks}",
                f"left edges more than {EDGE} pt off {self.strayed}, at most {self.left:.2f} pt",
                f"largest baseline deviation     {self.baseline:.2f} pt",
                f"blocks that neither shows      {self.hidden}",
            ]
        )


def compare(pdf: Path, docx: Path, page: Path) -> Twin:
    """Compare the PDF with the DOCX, block by block of the HTML ``page``."""
    with tempfile.TemporaryDirectory() as folder:
        printed = convert(docx, Path(folder), "pdf")
        return compare_pdfs(pdf, printed, page, margins(docx))


def margins(docx: Path) -> tuple[float, float]:
    """The least room above and below the text of any section, in points."""
    with zipfile.ZipFile(docx) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    found = list(root.iter(f"{W}pgMar"))
    tops, bottoms = ([int(one.get(f"{W}{at}", "0")) for one in found] for at in ("top", "bottom"))
    return min(tops) / 20, min(bottoms) / 20


def compare_pdfs(pdf: Path, printed: Path, page: Path, outside: tuple[float, float]) -> Twin:
    """Compare the PDF with the DOCX as ``printed``, block by block of the HTML ``page``.

    What lies ``outside`` of the text, above and below, is left out.
    """
    blocks = list(read_blocks(page.read_text(encoding="utf-8")))
    here, there = (list(read_words(file, outside)) for file in (pdf, printed))
    twin = Twin((max(w.page for w in here), max(w.page for w in there)))
    both = (place_blocks(blocks, words) for words in (here, there))
    for block, one, other in zip(blocks, *both, strict=True):
        _judge(twin, block, one, other)
    return twin


def _judge(twin: Twin, block: Block, here: Place | None, there: Place | None) -> None:
    name = f"{block.kind} {block.text[:40]!r}"
    if here is None and there is None:
        twin.hidden += 1
        twin.notes.append(f"{name}: in neither")
        return
    twin.blocks += 1
    heading, row = re.fullmatch(r"h[1-6]", block.kind) is not None, block.kind in ("td", "th")
    twin.headings += heading
    twin.rows += row
    if here is None or there is None:
        twin.notes.append(f"{name}: not found in the {'PDF' if here is None else 'Word edition'}")
        return
    same_page = (here.page, here.last_page) == (there.page, there.last_page)
    twin.same_page += same_page
    twin.headings_same_page += heading and here.page == there.page
    twin.rows_same_page += row and same_page
    twin.same_lines += len(here.lines) == len(there.lines)
    twin.same_breaks += here.lines == there.lines
    if not same_page:
        twin.notes.append(f"{name}: page {here.page} in the PDF, {there.page} in Word")
    elif here.lines != there.lines:
        twin.notes.append(f"{name}: {len(here.lines)} lines, in Word {len(there.lines)}")
    twin.same_ink += here.inks == there.inks
    if here.inks != there.inks:
        twin.notes.append(f"{name}: {set(here.inks)}, in Word {set(there.inks)}")
    _judge_place(twin, block, here, there)


def _judge_place(twin: Twin, block: Block, here: Place, there: Place) -> None:
    name = f"{block.kind} {block.text[:40]!r}"
    # LibreOffice raises the number before a note, which makes it narrower.
    aside = 0.0 if block.kind == "footnote" else abs(here.left - there.left)
    twin.left = max(twin.left, aside)
    if aside > EDGE:
        twin.strayed += 1
        twin.notes.append(f"{name}: left edge {here.left:.2f}, in Word {there.left:.2f}")
    if here.page == there.page and abs(here.baseline - there.baseline) > twin.baseline:
        twin.baseline = abs(here.baseline - there.baseline)
        place = f"page {here.page}: {here.baseline:.2f} down, in Word {there.baseline:.2f}"
        twin.notes.append(f"{name}: {place}")
