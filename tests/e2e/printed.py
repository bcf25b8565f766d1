"""A page as PDF, as Word file, and as LibreOffice prints the Word file; the words on their pages.

Input: the body of a page and its style sheet. Output: files by name; words with their
places, and how much is filled.
"""

from __future__ import annotations

import re
import subprocess
from html import unescape
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.e2e.conftest import run
from tests.e2e.libreoffice import print_to_pdf
from tests.editions.docx.words import faces, page, styled
from triplicate.diagnostics import Diagnostics
from triplicate.editions.docx import write
from triplicate.layout import engine
from triplicate.layout.facts import LayoutFacts, read_facts


class Word(NamedTuple):
    """A word on a page, from its left and top edges in points."""

    text: str
    left: float
    top: float


def printed_twins(body: str, css: str, folder: Path) -> dict[str, Path]:
    """A document without any problem as "pdf" and "docx", and the latter as "printed"."""
    diagnostics = Diagnostics()
    tree = styled(page(body), css)
    paths = {name: folder / f"twin.{name}" for name in ("pdf", "docx")}

    def lay_out() -> LayoutFacts:
        pages = engine.paginate(tree)
        paths["pdf"].write_bytes(pages.write_pdf())
        return read_facts(pages, tree)

    paths["docx"].write_bytes(write(tree, faces(), diagnostics, lay_out))
    assert not list(diagnostics)
    printed = folder / "printed"
    printed.mkdir()
    with pytest.MonkeyPatch.context() as environment:
        # The layout engine hides the machine's fonts, which LibreOffice cannot start without.
        environment.delenv("FONTCONFIG_FILE", raising=False)
        paths["printed"] = print_to_pdf(paths["docx"], printed)
    return paths


def words(pdf: Path) -> list[Word]:
    """The words of a PDF."""
    found = re.findall(
        r'<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>(.*?)</word>',
        run("pdftotext", "-bbox", pdf, "-"),
    )
    return sorted(Word(unescape(text), float(left), float(top)) for left, top, text in found)


def moved_words(
    files: dict[str, Path], left: float, above: float, below: float
) -> list[tuple[str, float, float]]:
    """The words that do not stand where the PDF has them, and how far away, in points.

    They may be ``left`` to either side, and so much ``above`` and ``below``.
    """
    ours, theirs = words(files["pdf"]), words(files["printed"])
    assert [word.text for word in ours] == [word.text for word in theirs]
    return [
        (a.text, round(b.left - a.left, 1), round(b.top - a.top, 1))
        for a, b in zip(ours, theirs, strict=True)
        if abs(b.left - a.left) > left or not -above <= b.top - a.top <= below
    ]


def area(pdf: Path, color: str, page: int = 1) -> int:
    """How many dots of a page, at 144 dpi, have a colour, or one that differs by 1 in blue."""
    wanted, number = bytes.fromhex(color), str(page)
    command: list[str | Path] = ["pdftoppm", "-r", "144", "-f", number, "-l", number, "-aa", "no"]
    done = subprocess.run([*command, pdf], capture_output=True, check=True)
    dots = done.stdout.split(b"\n", 3)[3]
    found = (dots[at : at + 3] for at in range(0, len(dots), 3))
    nudged = wanted[:2] + bytes([wanted[2] ^ 1])
    return sum(dot in (wanted, nudged) for dot in found)
