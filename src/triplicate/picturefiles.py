"""Whether the file of a picture is whole: what layout would leave out or show in part.

Input: the bytes of a file. Output: what is wrong with them, in words. WeasyPrint and browsers go on
without a picture that they cannot read, and show half of one that was cut off.
"""

from __future__ import annotations

import re
import warnings
from io import BytesIO
from typing import TYPE_CHECKING

from triplicate.drawings import SVG

if TYPE_CHECKING:
    from pathlib import Path

# By suffix, Pillow's names. Its other readers stay shut: that for EPS runs Ghostscript.
RASTER = {
    ".png": "PNG",
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".gif": "GIF",
    ".webp": "WEBP",
    ".bmp": "BMP",
    ".tif": "TIFF",
    ".tiff": "TIFF",
}
# Pillow's message for pictures that might be made to fill the memory.
_PIXELS = re.compile(r"\((\d+) pixels\) exceeds limit of (\d+)")


def fault(path: Path) -> str:
    """What is wrong with a picture, as "expected …, found …"; "" of one that is whole.

    Files whose suffix is that of no picture are taken for whole.
    """
    suffix = path.suffix.lower()
    if suffix != ".svg" and suffix not in RASTER:
        return ""
    data, name = path.read_bytes(), path.name
    if not data:
        return f'expected a picture, found the empty file "{name}"'
    return _drawing_fault(data, name) if suffix == ".svg" else _raster_fault(data, name)


def is_cut_off(data: bytes) -> bool:
    """Whether the end of a PNG (ISO 15948, 11.2.5) or a JPEG (ISO 10918-1, B.2.1) is missing."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return b"IEND" not in data
    # A thumbnail, which ends too, stands before the picture's last scan.
    return data.startswith(b"\xff\xd8\xff") and data.rfind(b"\xff\xd9") <= data.rfind(b"\xff\xda")


def completed(data: bytes) -> bytes:
    """A picture that is cut off as a PNG that is not: what is missing is as layout shows it."""
    from PIL import Image, ImageFile

    tolerant, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, True
    try:
        with Image.open(BytesIO(data), formats=["PNG", "JPEG"]) as image:
            whole = BytesIO()
            image.convert("RGBA").save(whole, "PNG")
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = tolerant
    return whole.getvalue()


def too_large(problem: object) -> str:
    """How large a picture is that Pillow refuses for its pixels: "900 million pixels"; else ""."""
    found = _PIXELS.search(str(problem))
    return f"{int(found[1]) / 1e6:,.0f} million pixels" if found else ""


def _drawing_fault(data: bytes, name: str) -> str:
    from xml.etree import ElementTree

    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError as problem:
        return f'expected an SVG, found no well-formed XML in "{name}": {problem}'
    if root.tag == f"{SVG}svg":
        return ""
    found = root.tag.replace("{", '"').replace("}", '" ')
    return f'expected <svg> in the namespace "{SVG[1:-1]}", found <{found}> in "{name}"'


def _raster_fault(data: bytes, name: str) -> str:
    from PIL import Image, ImageFile, UnidentifiedImageError

    # WeasyPrint sets this for the whole process; then half a picture is grey.
    tolerant, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data), formats=sorted({*RASTER.values()})) as image:
                image.load()
    except UnidentifiedImageError:
        return f'expected a picture, found data in "{name}" that are none'
    except Exception as problem:  # Pillow's readers raise what they meet
        if size := too_large(problem):
            most = f"{(Image.MAX_IMAGE_PIXELS or 0) / 1e6:.0f} million pixels"
            return f'expected a picture of at most {most}, found "{name}" of {size}'
        return f'expected a whole picture, found "{name}" damaged or cut off: {problem}'
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = tolerant
    return ""
