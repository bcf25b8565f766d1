"""Small documents for the tests: HTML and CSS to the Word edition's IR and its parts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path
from tempfile import gettempdir
from typing import Any
from zipfile import ZipFile

from lxml import etree

from triplicate.diagnostics import Diagnostics
from triplicate.editions.docx import ir
from triplicate.editions.docx.lower import lower
from triplicate.editions.docx.package import pack
from triplicate.layout import engine
from triplicate.layout.facts import read_facts
from triplicate.layout.fetch import FolderFetcher
from triplicate.layout.problems import LogDiagnostics
from triplicate.layout.stylesheet import Stylesheet, load
from triplicate.layout.tree import BoxTree
from triplicate.layout.webpage import style_page
from triplicate.resources import Resources
from triplicate.theme import FontFace, built_in, built_in_fonts, load_theme

load()
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PAGE = "@page { size: 500pt 700pt; margin: 50pt }"
RESET = "body { margin: 0 } p { margin: 0 0 8pt } ol, ul { padding: 0 0 0 24pt; margin: 0 }"
FONTS = "".join(
    f'@font-face {{ font-family: Literata; src: url("fonts/Literata-{name}.ttf"); {rule} }}'
    for name, rule in (
        ("Regular", ""),
        ("Italic", "font-style: italic"),
        ("Bold", "font-weight: 700"),
    )
)
TEXT = "html { font: 10pt/15pt Literata }"


@dataclass
class Lowered:
    """A document's IR, and what was reported while it was made."""

    document: ir.Document
    problems: list[str]

    @property
    def section(self) -> ir.Section:
        (section,) = self.document.sections
        return section

    @property
    def paragraphs(self) -> list[ir.Paragraph]:
        """The paragraphs outside tables, but for the one that Word needs after a table."""
        blocks = [block for block in self.section.blocks if isinstance(block, ir.Paragraph)]
        return [block for block in blocks if block.style != "After Table"]

    @property
    def tables(self) -> list[ir.Table]:
        return [block for block in self.section.blocks if isinstance(block, ir.Table)]

    def style(self, name: str) -> ir.Style:
        """The style with a name."""
        return next(style for style in self.document.styles if style.name == name)

    def number(self, paragraph: ir.Paragraph) -> ir.Number:
        """A paragraph's number: its own, or its style's."""
        number = paragraph.number or self.style(paragraph.style).number
        assert number is not None
        return number

    def level(self, paragraph: ir.Paragraph) -> ir.Level:
        """The level that numbers a paragraph."""
        number = self.number(paragraph)
        instance = self.document.instances[number.instance - 1]
        return self.document.numberings[instance.numbering][number.level]


@cache
def faces() -> tuple[FontFace, ...]:
    """The built-in theme's fonts."""
    theme = load_theme(None, Diagnostics())
    assert theme is not None
    return theme.fonts


@lru_cache(maxsize=16)
def stylesheet(css: str) -> Stylesheet:
    """A style sheet with the built-in theme's fonts; each keeps a temporary folder for them."""
    folder = built_in()
    fetcher = FolderFetcher(Resources((folder, Path(gettempdir()))))
    text = PAGE + FONTS + TEXT + RESET + css
    return Stylesheet(text, (folder / "test.css").as_uri(), fetcher)


def styled(html: str, css: str = "") -> BoxTree:
    """A whole HTML document, styled."""
    sheet = stylesheet(css)
    return engine.style(html, sheet.fetcher.resources.base_url, sheet)


def page(body: str, attributes: str = 'lang="en"') -> str:
    """A whole HTML document around ``body``."""
    return f"<!DOCTYPE html><html {attributes}><head><title>T</title></head><body>{body}</body>"


def lowered(
    body: str, css: str = "", attributes: str = 'lang="en"', *, laid_out: bool = False
) -> Lowered:
    """The IR of a body; where it is ``laid_out`` first, boxes stand where the pages have them."""
    diagnostics = Diagnostics()
    tree = styled(page(body, attributes), css)
    boxes = tree.copied() if laid_out else tree
    spots = read_facts(engine.paginate(tree), tree).spots if laid_out else ()
    document = lower(boxes, faces(), diagnostics, spots=spots)
    return Lowered(document, [item.message for item in diagnostics])


def web(html: str) -> Lowered:
    """The IR of somebody else's web page, with the built-in theme's fonts."""
    diagnostics = Diagnostics()
    fetcher = FolderFetcher(Resources(()))
    with LogDiagnostics(None, diagnostics) as log:
        tree, found = style_page(html, None, [], fetcher, built_in_fonts(), False, log)
    document = lower(tree, found, diagnostics, titled=False)
    return Lowered(document, [item.message for item in diagnostics])


def parts(document: ir.Document) -> dict[str, Any]:
    """The parts of the package made of a document: XML roots, bytes for fonts."""
    return opened(pack(document))


def opened(data: bytes) -> dict[str, Any]:
    """The parts of a package."""
    with ZipFile(BytesIO(data)) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    return {
        name: etree.fromstring(content) if name.endswith((".xml", ".rels")) else content
        for name, content in contents.items()
    }


def every(blocks: Iterable[ir.Block]) -> list[ir.Paragraph]:
    """All paragraphs of blocks, those in tables too."""
    found: list[ir.Paragraph] = []
    for block in blocks:
        if isinstance(block, ir.Paragraph):
            found.append(block)
        elif isinstance(block, ir.Table):
            for row in block.rows:
                for cell in row.cells:
                    found += every(cell.blocks)
    return found


def text(paragraph: Any) -> str:
    """What a paragraph says."""
    pieces = []
    for inline in paragraph.inlines:
        if isinstance(inline, ir.Run):
            pieces.append(inline.text)
        elif isinstance(inline, ir.Link):
            pieces += [run.text for run in inline.runs if isinstance(run, ir.Run)]
        elif isinstance(inline, ir.Field):
            pieces.append(inline.result)
    return "".join(pieces)
