"""The seed report's source text as the blocks that each finished edition must show.

Input: ``csr-roundtable-2011.txt``, a verbatim copy of the typed-in source. Output: blocks. Knows
nothing of data/ and imports nothing of triplicate. What it reads other than letter by letter is
listed here, each with its reason:

1. Blank lines separate blocks; those at the top stood for the page's running header.
2. ``SPLIT_BY_PAGE_BREAK``: two paragraphs that the source's page breaks cut in two are one each.
3. The table's header, repeated on the source's second page of participants, counts once.
4. ``<u>...</u>`` underlines a column's header: styling, not text.
5. ``*...*`` is emphasis: compared as emphasis, not as asterisks.
6. "A. ", "1. " and "- " before a line that stands alone are a heading's number, compared as the
   number that the edition shows. Before lines that follow each other they number list items.
7. Tabs separate the cells of a row.
8. The first block is the title block, one paragraph a line; its second line is the title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tests.readback.blocks import Block, Prose, prose

SOURCE = Path(__file__).with_name("csr-roundtable-2011.txt")

SPLIT_BY_PAGE_BREAK = (
    ("have developed their own CSR policies and strategies,", "their focus on CSR in their"),
    ("The motivation behind the development of a Chinese standard,", "experts explained, was to"),
)
TITLE_LINE = 2
HEADING_LEVELS = {"A.": 1, "B.": 1, "C.": 1, "-": 3} | {f"{n}.": 2 for n in range(1, 6)}
_NUMBERED = re.compile(r"(?P<number>[A-Z]\.|\d+\.|-) (?P<text>.+)")
_EMPHASIS = re.compile(r"\*(.+?)\*")


def expected_blocks() -> list[Block]:
    """Every block of the source in order: title block, prose, headings, list and table."""
    groups = [group.split("\n") for group in re.split(r"\n{2,}", _joined(SOURCE).strip("\n"))]
    blocks = list(_title_block(groups[0]))
    for group in groups[1:]:
        for block in _blocks(group):
            if block.kind != "header-row" or block not in blocks:
                blocks.append(block)
    return blocks


def _joined(path: Path) -> str:
    text = path.read_bytes().decode("utf-8")
    for before, after in SPLIT_BY_PAGE_BREAK:
        split = f"{before}\n\n{after}"
        assert text.count(split) == 1, f"the source no longer has: {split!r}"
        text = text.replace(split, f"{before} {after}")
    return text


def _title_block(lines: list[str]) -> Iterator[Block]:
    for number, line in enumerate(lines, 1):
        yield Block("title" if number == TITLE_LINE else "paragraph", (_prose(line),))


def _blocks(lines: list[str]) -> Iterator[Block]:
    if "\t" in lines[0]:
        yield from map(_row, lines)
        return
    for line in lines:
        numbered = _NUMBERED.fullmatch(line)
        if numbered is None:
            yield Block("paragraph", (_prose(line),))
            continue
        number, text = numbered["number"], (_prose(numbered["text"]),)
        if len(lines) > 1:
            yield Block("item", text, 1, number)
        else:
            yield Block("heading", text, HEADING_LEVELS[number], number)


def _row(line: str) -> Block:
    cells = line.split("\t")
    if "<u>" not in line:
        return Block("row", tuple(map(_prose, cells)))
    labels = (cell.removeprefix("<u>").removesuffix("</u>") for cell in cells)
    return Block("header-row", tuple(map(_prose, labels)))


def _prose(line: str) -> Prose:
    parts = _EMPHASIS.split(line)
    return prose((part, bool(index % 2)) for index, part in enumerate(parts))
