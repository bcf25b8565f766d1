"""The picture in docs/word.md: a page as PDF, and the Word file of it as LibreOffice prints it.

python -m tests.e2e.word_pictures docs/examples/word.html docs/images/word.png
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image, ImageDraw, ImageFont

import triplicate
from tests.e2e.libreoffice import print_to_pdf
from tests.e2e.pictures import FONT, GROUND, LABEL, TOP, card, pages
from triplicate.layout import engine
from triplicate.layout.stylesheet import load
from triplicate.theme import built_in

SIZE = (1300, 996)
PAPER = (580, 823)


def write_pdf(page: Path, target: Path) -> None:
    """Write a web page as the PDF that the Word file is made after."""
    load()
    from triplicate.layout.fetch import FolderFetcher
    from triplicate.layout.webpage import style_page
    from triplicate.resources import Resources

    fetcher = FolderFetcher(Resources((page.parent,)))
    tree, _ = style_page(page.read_bytes(), page.as_uri(), (), fetcher, (), False)
    engine.paginate(tree).write_pdf(target)


def draw(page: Path, target: Path) -> None:
    """Draw both, side by side."""
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        shutil.copytree(built_in() / "fonts", folder / "fonts")
        copy = Path(shutil.copy(page, folder))
        docx = folder / "word.docx"
        docx.write_bytes(triplicate.html_to_docx(copy.read_bytes(), base_url=copy))
        ground = Image.new("RGB", SIZE, GROUND)
        first = pages(print_to_pdf(docx, folder), folder, "docx")[0]
        card(ground, first, (660, TOP), PAPER)
        write_pdf(copy, folder / "page.pdf")
        card(ground, pages(folder / "page.pdf", folder, "pdf")[0], (60, TOP), PAPER)
    font = ImageFont.truetype(str(FONT), 24)
    for label, left in (("PDF", 60), ("Word, printed by LibreOffice", 660)):
        ImageDraw.Draw(ground).text((left, TOP + PAPER[1] + 36), label, LABEL, font)
    ground.quantize(256, dither=Image.Dither.NONE).save(target, optimize=True)


if __name__ == "__main__":
    draw(*map(Path, sys.argv[1:3]))
