"""Pictures of finished editions: each page, each width, and the three editions side by side.

    python -m tests.e2e.pictures output/csr-roundtable-2011 pictures docs/images/editions.png

Input: a folder with a report's editions. Output: PNGs of the PDF's pages, of the Word file's pages
as LibreOffice prints them and of the web page in Chromium, in a folder; and one composed picture.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image, ImageDraw, ImageFilter, ImageFont

from tests.e2e.chromium import browser
from tests.e2e.libreoffice import print_to_pdf

WIDTHS = (360, 768, 1280)
FONT = Path(__file__).parents[2] / "templates" / "fonts" / "Inter-Regular.ttf"

GROUND, LABEL, EDGE = "#eceff1", "#55606a", "#d5dade"
SIZE = (1640, 816)
TOP, PAPER_WIDTH = 56, 460
SHADOW = (20, 30, 40, 70)


def pages(pdf: Path, folder: Path, name: str, dpi: int = 160) -> list[Path]:
    """Draw each page of a PDF as ``name-1.png`` and so on."""
    subprocess.run(["pdftoppm", "-r", str(dpi), "-png", pdf, folder / name], check=True)
    return sorted(folder.glob(f"{name}-*.png"))


def web_pictures(html: Path, folder: Path) -> None:
    """Draw the top of the web page at each width, in light and dark, two dots a pixel."""
    with browser() as page:
        page.open(html)
        for scheme in ("light", "dark"):
            page.prefer(scheme)
            for width in WIDTHS:
                page.resize(width, height=round(width * (2 if width < 700 else 0.9)), scale=2)
                (folder / f"html-{width}-{scheme}.png").write_bytes(page.screenshot())


def take(editions: Path, folder: Path) -> None:
    """Draw all three editions in ``editions`` into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {path.suffix[1:]: path for path in editions.iterdir()}
    pages(files["pdf"], folder, "pdf")
    with TemporaryDirectory() as printed:
        pages(print_to_pdf(files["docx"], Path(printed)), folder, "docx")
    web_pictures(files["html"], folder)


def compose(folder: Path, target: Path) -> None:
    """Lay the pictures in ``folder`` out side by side, as one picture for the README."""
    ground = Image.new("RGB", SIZE, GROUND)
    paper = round(PAPER_WIDTH * 297 / 210)
    last = sorted(folder.glob("docx-*.png"))
    card(ground, folder / "pdf-1.png", (60, TOP), (PAPER_WIDTH, paper))
    card(ground, last[min(3, len(last) - 1)], (570, TOP), (PAPER_WIDTH, paper))
    card(ground, folder / "html-1280-light.png", (1080, TOP), (500, 450))
    card(ground, folder / "html-360-dark.png", (1362, TOP + 236), (218, paper - 236))
    for label, left in (("PDF", 60), ("Word", 570), ("Web", 1080)):
        font = ImageFont.truetype(str(FONT), 24)
        ImageDraw.Draw(ground).text((left, TOP + paper + 36), label, LABEL, font)
    target.parent.mkdir(parents=True, exist_ok=True)
    quantised = ground.quantize(256, dither=Image.Dither.NONE)
    quantised.save(target, optimize=True)


def card(ground: Image.Image, picture: Path, place: tuple[int, int], size: tuple[int, int]) -> None:
    """Put a picture on the ground with a soft shadow; what is too high is cut below."""
    with Image.open(picture) as opened:
        source = opened.convert("RGB")
    height = min(source.height, round(source.width * size[1] / size[0]))
    cut = source.crop((0, 0, source.width, height)).resize(size, Image.Resampling.LANCZOS)
    shadow = Image.new("RGBA", ground.size)
    left, top = place
    box = (left - 1, top + 8, left + size[0] + 1, top + size[1] + 10)
    ImageDraw.Draw(shadow).rectangle(box, SHADOW)
    shadow = shadow.filter(ImageFilter.GaussianBlur(14))
    ground.paste(shadow, (0, 0), shadow)
    ground.paste(cut, place)
    ImageDraw.Draw(ground).rectangle((left - 1, top - 1, left + size[0], top + size[1]), None, EDGE)


if __name__ == "__main__":
    editions, folder, target = map(Path, sys.argv[1:4])
    take(editions, folder)
    compose(folder, target)
