"""A PDF as assistive technology gets it: the structure tree's order, roles and text.

Input: a PDF file. Output: `PdfReading`. Text comes from marked content through ToUnicode; what no
element of the tree holds is listed apart as artifacts or, a fault, as untagged text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pikepdf

from tests.readback.blocks import Block, Prose, prose
from tests.readback.pdf_content import Shown, shown_on
from tests.readback.pdf_fonts import PdfFont
from tests.readback.pdf_tree import Element, Place, read_tree

_GROUPS = frozenset(
    {"Document", "Part", "Art", "Sect", "Div", "BlockQuote", "NonStruct", "THead", "TBody", "TFoot"}
)
_HEADING = re.compile(r"H[1-6]")


@dataclass(frozen=True, slots=True)
class PdfReading:
    """What one PDF says.

    ``pages``: first and last page of each block, counted from 0; ``headers``: (role, scope) of each
    cell of each table row; ``artifacts``: (page, type, text); ``outline``: (depth, title, page),
    depth 0 outermost.
    """

    blocks: list[Block]
    pages: list[tuple[int, int]]
    headers: list[list[tuple[str, str]]]
    artifacts: list[tuple[int, str, str]]
    untagged: list[tuple[int, str]]
    problems: list[str]
    outline: list[tuple[int, str, int]]
    page_count: int
    page_labels: list[str]
    language: str
    title: str
    shows_title: bool
    shown: list[list[Shown]]


@dataclass(slots=True)
class _Blocks:
    """Turns the structure tree into blocks."""

    pages: list[dict[int, list[Shown]]]
    headers: list[list[tuple[str, str]]] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)

    def block(
        self, kind: str, contents: list[list[Place]], depth: int = 0, number: str = ""
    ) -> Block:
        """One block from the content of its cells, or of its only text."""
        pages = [page for content in contents for page, _ in content]
        self.spans.append((min(pages, default=-1), max(pages, default=-1)))
        return Block(kind, tuple(map(self.prose, contents)), depth, number)

    def of(self, element: Element, depth: int = 0) -> Iterator[Block]:
        role = element.role
        if role in _GROUPS and element.elements:
            if element.own_content:
                yield self.block("stray text", [element.own_content])
            for kid in element.elements:
                yield from self.of(kid, depth)
        elif role == "L":
            for kid in element.elements:
                yield from self.item(kid, depth + 1)
        elif role == "Table":
            yield from self.rows(element)
        elif role == "P":
            yield self.block("paragraph", [element.content])
        elif role == "H1":
            yield self.block("title", [element.content])
        elif _HEADING.fullmatch(role):
            yield self.block("heading", [element.content], int(role[1]) - 1)
        else:
            yield self.block(role, [element.content])

    def item(self, item: Element, depth: int) -> Iterator[Block]:
        label = "".join(self.prose(kid.content).text for kid in item.elements if kid.role == "Lbl")
        bodies = [kid for kid in item.elements if kid.role == "LBody"]
        if item.role != "LI" or not bodies or len(bodies) + (label != "") != len(item.elements):
            yield self.block(f"malformed {item.role}", [item.content], depth, label)
            return
        for body in bodies:
            inner = [kid for kid in body.elements if kid.role in {"P", "L", "Table"}]
            if not inner:
                yield self.block("item", [body.content], depth, label)
            for index, kid in enumerate(inner):
                if index == 0 and kid.role == "P":
                    yield self.block("item", [kid.content], depth, label)
                else:
                    yield from self.of(kid, depth)

    def rows(self, table: Element) -> Iterator[Block]:
        for group in table.elements:
            rows = [group] if group.role == "TR" else group.elements
            for row in rows:
                kind = "header-row" if group.role == "THead" else "row"
                kind = kind if row.role == "TR" else f"malformed {row.role}"
                self.headers.append([(cell.role, cell.scope) for cell in row.elements])
                yield self.block(kind, [cell.content for cell in row.elements])

    def prose(self, content: list[Place]) -> Prose:
        """What the content says, end to end: nothing is guessed from where it stands."""
        found = (shown for page, mcid in content for shown in self.pages[page].get(mcid, ()))
        return prose([(shown.text, shown.font.italic) for shown in found])


def read_pdf(path: Path) -> PdfReading:
    """Read the PDF at ``path``; raises what pikepdf raises when it is none."""
    with pikepdf.open(path) as pdf:
        fonts: dict[Any, PdfFont] = {}
        shown = [shown_on(page, fonts) for page in pdf.pages]
        tree = read_tree(pdf)
        pages = [_by_mcid(page) for page in shown]
        reader = _Blocks(pages)
        blocks = [block for element in tree.roots for block in reader.of(element)]
        return PdfReading(
            blocks=blocks,
            pages=reader.spans,
            headers=reader.headers,
            artifacts=[
                (number, one.artifact, one.text)
                for number, page in enumerate(shown)
                for one in page
                if one.artifact is not None
            ],
            untagged=[
                (number, one.text)
                for number, page in enumerate(shown)
                for one in page
                if one.artifact is None and one.mcid is None
            ],
            problems=[*tree.problems, *_unreached(pages, tree.roots)],
            outline=list(_outline(pdf)),
            page_count=len(pdf.pages),
            page_labels=_labels(pdf),
            language=str(pdf.Root.get("/Lang", "")),
            title=str(pdf.docinfo.get("/Title", "")),
            shows_title=_shows_title(pdf),
            shown=shown,
        )


def _by_mcid(page: list[Shown]) -> dict[int, list[Shown]]:
    found: dict[int, list[Shown]] = {}
    for shown in page:
        if shown.mcid is not None and shown.artifact is None:
            found.setdefault(shown.mcid, []).append(shown)
    return found


def _unreached(pages: list[dict[int, list[Shown]]], roots: list[Element]) -> Iterator[str]:
    """Marked text that no element of the tree lists, or that two list."""
    listed = [place for root in roots for place in root.content]
    for place in sorted(set(listed)):
        if listed.count(place) > 1:
            yield f"page {place[0] + 1}: content {place[1]} is in the tree {listed.count(place)} x"
    for number, page in enumerate(pages):
        for mcid, shown in page.items():
            if (number, mcid) not in listed:
                text = "".join(one.text for one in shown)
                yield f"page {number + 1}: content {mcid} is not in the tree: {text!r}"


def _shows_title(pdf: pikepdf.Pdf) -> bool:
    preferences: Any = pdf.Root.get("/ViewerPreferences", {})
    return bool(preferences.get("/DisplayDocTitle", False))


def _labels(pdf: pikepdf.Pdf) -> list[str]:
    pages: list[Any] = list(pdf.pages) if "/PageLabels" in pdf.Root else []
    return [str(page.label) for page in pages]


def _outline(pdf: pikepdf.Pdf) -> Iterator[tuple[int, str, int]]:
    def walk(items: list[pikepdf.OutlineItem], depth: int) -> Iterator[tuple[int, str, int]]:
        for item in items:
            yield depth, item.title, _page_of(pdf, item)
            yield from walk(list(item.children), depth + 1)

    with pdf.open_outline() as outline:
        yield from walk(list(outline.root), 0)


def _page_of(pdf: pikepdf.Pdf, item: pikepdf.OutlineItem) -> int:
    target: Any = item.destination
    if target is None and item.action is not None:
        target = item.action.get("/D")
    if not isinstance(target, pikepdf.Array | list) or not target:
        return -1
    return pdf.pages.index(pikepdf.Page(target[0]))
