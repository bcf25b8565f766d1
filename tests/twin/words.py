"""The words of a PDF in the order in which they are drawn, with their boxes and looks."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from lxml import etree


class Ink(NamedTuple):
    """How text looks: font, size in points, colour as numbers from 0 to 1."""

    font: str
    size: float
    color: tuple[float, ...]


class Word(NamedTuple):
    """A word of a PDF; points from the page's left and top edge to its box and baseline."""

    page: int
    left: float
    right: float
    top: float
    bottom: float
    baseline: float
    ink: Ink | None
    text: str


def read_words(pdf: Path, margins: tuple[float, float] = (0.0, 0.0)) -> Iterator[Word]:
    """The words of a PDF with their boxes, by Poppler, and their looks, by pikepdf.

    Those that lie in the ``margins`` above and below the text are left out.
    """
    shown = read_inks(pdf)
    command = ["pdftotext", "-raw", "-bbox", str(pdf), "-"]
    output = subprocess.run(command, check=True, capture_output=True).stdout
    root = etree.fromstring(output, etree.XMLParser(recover=True, resolve_entities=False))
    space = "{http://www.w3.org/1999/xhtml}"
    for number, page in enumerate(root.iter(f"{space}page"), 1):
        end = float(page.get("height")) - margins[1]
        for word in page.iter(f"{space}word"):
            left, right, top, bottom = (
                float(word.get(key)) for key in ("xMin", "xMax", "yMin", "yMax")
            )
            if bottom < margins[0] or top > end:
                continue
            here = [s for s in shown[number - 1] if top < s[1] < bottom and s[0] <= left + 1]
            _, baseline, ink = max(here, default=(0.0, bottom, None), key=lambda s: s[0])
            yield Word(number, left, right, top, bottom, baseline, ink, word.text or "")


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
            if place.b:
                continue  # a watermark
            yield place.e, height - place.f, Ink(font, round(size * abs(place.d), 1), color)
