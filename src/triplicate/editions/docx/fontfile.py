"""What the Word edition must know of a font file: line metrics, embedding rights, PANOSE.

Input: a TrueType or OpenType file, as it is or packed for the web (WOFF, WOFF2). Output: its bytes
and `FontFile`. Reads three tables by hand: fontTools takes 100 ms to import, and only unpacks.
"""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from mmap import ACCESS_READ, mmap
from pathlib import Path
from struct import error as StructError
from struct import unpack_from
from typing import NamedTuple

# A file's content, or the file itself where a few of its tables are enough.
Font = bytes | mmap
_USE_TYPO_METRICS = 1 << 7


class FontFile(NamedTuple):
    """Facts from the tables head, hhea and OS/2.

    ``line`` and ``descent`` are in em, rights are OS/2 fsType.
    """

    line: float
    rights: int
    panose: bytes
    unicode_ranges: tuple[int, int, int, int]
    code_pages: tuple[int, int]
    fixed_pitch: bool
    descent: float

    @property
    def embeddable(self) -> bool:
        """Whether a document that others edit may carry the font: installable or editable.

        OpenType 1.9, OS/2, fsType: bit 1 restricted, bit 2 preview and print only, bit 3
        editable, bit 9 bitmaps only.
        """
        return self.rights & 0x000F in (0, 8) and not self.rights & 0x0200


def open_font(path: Path) -> Font:
    """The TrueType or OpenType font in a file; one that has not changed is unpacked once.

    Raises:
        OSError: it cannot be read.
        ValueError: it is damaged, or empty.
    """
    with path.open("rb") as stream:
        if stream.read(4) in (b"wOFF", b"wOF2"):
            return _unpacked(path, path.stat().st_mtime_ns)
        return mmap(stream.fileno(), 0, access=ACCESS_READ)


@lru_cache(maxsize=64)
def _unpacked(path: Path, changed: int) -> bytes:
    from fontTools.ttLib import TTFont

    unpacked = BytesIO()
    try:
        with TTFont(path, recalcBBoxes=False, recalcTimestamp=False) as font:
            font.flavor = None
            font.save(unpacked)
    except Exception as problem:  # whatever fontTools and what it calls meet in a damaged file
        raise ValueError(f"expected a web font, found a damaged one: {problem}") from problem
    return unpacked.getvalue()


def read_font(data: Font) -> FontFile:
    """Read the facts.

    Raises:
        ValueError: not a TrueType or OpenType font with the tables head, hhea and OS/2.
    """
    try:
        tables = table_offsets(data)
        return _facts(data, tables)
    except (KeyError, IndexError, ZeroDivisionError, StructError) as problem:
        raise ValueError(f"expected a TrueType or OpenType font, found {problem!r}") from problem


def table_offsets(data: Font) -> dict[bytes, int]:
    """Where each table of a font begins.

    Raises:
        ValueError: not a TrueType or OpenType font.
    """
    if data[:4] not in (b"\0\1\0\0", b"OTTO", b"true"):
        raise ValueError("expected a TrueType or OpenType font, found another kind of file")
    (count,) = unpack_from(">H", data, 4)
    records = (unpack_from(">4sLLL", data, 12 + 16 * index) for index in range(count))
    return {tag: offset for tag, _, offset, _ in records}


def _facts(data: Font, tables: dict[bytes, int]) -> FontFile:
    (em,) = unpack_from(">H", data, tables[b"head"] + 18)
    hhea = unpack_from(">hhh", data, tables[b"hhea"] + 4)
    os2 = tables[b"OS/2"]
    version, _, _, _, rights = unpack_from(">HhHHH", data, os2)
    panose = data[os2 + 32 : os2 + 42]
    ranges = unpack_from(">LLLL", data, os2 + 42)
    (selection,) = unpack_from(">H", data, os2 + 62)
    typographic = unpack_from(">hhh", data, os2 + 68)
    ascent, descent = unpack_from(">HH", data, os2 + 74)
    pages = unpack_from(">LL", data, os2 + 78) if version else (1, 0)
    # Word takes the typographic metrics where the font asks for it, else the Windows ones.
    line, below = _height(typographic), -typographic[1]
    if not selection & _USE_TYPO_METRICS:
        line, below = max(ascent + descent, _height(hhea)), descent
    return FontFile(line / em, rights, panose, ranges, pages, panose[3] == 9, below / em)


def _height(metrics: tuple[int, int, int]) -> int:
    ascent, descent, gap = metrics
    return ascent - descent + gap
