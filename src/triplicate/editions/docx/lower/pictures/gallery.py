"""Lowering (stage 7c): the files of pictures, each once, with a PNG beside each SVG.

Input: replaced boxes. Output: `ir.Image`s. Word shows SVG since 2016; every other reader shows the
PNG, which resvg draws.
"""

from __future__ import annotations

from struct import pack
from typing import TYPE_CHECKING, Any
from zlib import compress, crc32

from triplicate.editions.docx import ir
from triplicate.layout.machine_fonts import shown_family
from triplicate.layout.pictures import Fit, Source, source
from triplicate.theme import built_in_fonts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from triplicate.layout.stylesheet import Stylesheet
    from triplicate.theme import FontFace

    Report = Callable[[str, str], None]

ZOOM = 3  # pixels of a fall-back picture for one CSS pixel: 288 dpi
MAX_PIXELS = 4000
GENERIC = ("serif", "sans_serif", "monospace", "cursive", "fantasy")
FONT_FILES = (".ttf", ".otf")
BUILT_IN = "Inter"
DOT = Fit(1.0, 1.0, (0.0, 0.0, 0.0, 0.0))
# A picture of one transparent dot, shown as large as the SVG.
BLANK = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4"
    "890000000b4944415478da636000020000050001e9fadcd80000000049454e44"
    "ae426082"
)


class Gallery:
    """The images of a document in the order of their first use; drawn when all are known."""

    def __init__(self) -> None:
        self._places: dict[int, int] = {}
        self._same: dict[tuple[str, bytes], int] = {}
        self._found: list[tuple[Source, Fit, str]] = []

    def place(self, replacement: Any, size: Fit, shown: str) -> int:
        """The place of an image among the document's.

        The size of its first use tells the PNG's, and messages name where it is ``shown`` first.
        """
        known = self._places.get(id(replacement))
        if known is None:
            found = source(replacement)
            known = self._same.setdefault((found.kind, found.data), len(self._found))
            if known == len(self._found):
                self._found.append((found, size, shown))
            self._places[id(replacement)] = known
        return known

    def fill(self, color: str) -> int:
        """The place of an image of one dot of a colour, "RRGGBB"."""
        data = _dot(bytes.fromhex(color))
        known = self._same.setdefault(("png", data), len(self._found))
        if known == len(self._found):
            self._found.append((Source("png", data), DOT, ""))
        return known

    def images(
        self, faces: Sequence[FontFace], stylesheet: Stylesheet, report: Report
    ) -> tuple[ir.Image, ...]:
        """The images; what no program can draw is reported by its rule."""
        drawn = any(found.kind == "svg" for found, _, _ in self._found)
        fonts = _fonts(faces, stylesheet) if drawn else {}
        return tuple(
            _with_fall_back(found, size, shown, fonts, report)
            if found.kind == "svg"
            else ir.Image(found.kind, found.data)
            for found, size, shown in self._found
        )


def _dot(color: bytes) -> bytes:
    """A PNG of one dot (ISO 15948, 11.2)."""
    parts = (b"IHDR" + pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0), b"IDAT" + compress(b"\0" + color))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        pack(">I", len(part) - 4) + part + pack(">I", crc32(part)) for part in (*parts, b"IEND")
    )


def _fonts(faces: Sequence[FontFace], stylesheet: Stylesheet) -> dict[str, Any]:
    """The fonts of text in an SVG, for resvg, which leaves text out that it has no font for.

    They are those of the document, and the machine's where the page may use them.
    """
    usable = [face for face in faces if face.path.suffix.lower() in FONT_FILES]
    files = [str(face.path) for face in usable]
    fonts: dict[str, Any] = {"font_files": files, "skip_system_fonts": True}
    if stylesheet.machine_fonts:
        names = {
            name: shown_family(stylesheet.font_config, name.replace("_", "-")) for name in GENERIC
        }
        fonts["skip_system_fonts"] = False
    else:
        family = _own_family(usable[0].path) if usable else BUILT_IN
        fonts["font_files"] = files or list(map(str, built_in_fonts()))
        names = dict.fromkeys(GENERIC, family)
    fonts |= {f"{name}_family": family for name, family in names.items()}
    return fonts | {"font_family": names["sans_serif"]}  # what layout sets them in


def _own_family(path: Path) -> str:
    """What a font calls its family, by which resvg finds it, whatever style sheets call it."""
    from PIL import ImageFont

    return ImageFont.truetype(path).getname()[0] or BUILT_IN


def _with_fall_back(
    found: Source, size: Fit, shown: str, fonts: dict[str, Any], report: Report
) -> ir.Image:
    if found.removed:
        what = ", ".join(found.removed)
        report("word-svg", f"expected an SVG that holds all it shows, found {what} in {shown}")
    return ir.Image("svg", found.data, _drawn(found.data, size, shown, fonts, report))


def _drawn(data: bytes, size: Fit, shown: str, fonts: dict[str, Any], report: Report) -> bytes:
    """An SVG as PNG."""
    from resvg_py import svg_to_bytes

    zoom = min(ZOOM, MAX_PIXELS / max(size.width, size.height))
    try:
        return bytes(
            svg_to_bytes(
                svg_string=data.decode("utf-8"),
                width=max(1, round(size.width * zoom)),
                height=max(1, round(size.height * zoom)),
                **fonts,
            )
        )
    except ValueError as problem:
        report("word-svg", f"expected an SVG that resvg can draw, found {shown}: {problem}")
        return BLANK
