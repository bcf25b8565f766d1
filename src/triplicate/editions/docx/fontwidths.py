"""How wide characters of a font are, for the few places where Word must be told a distance.

Input: a TrueType or OpenType file. Output: advance widths in em, without kerning. Reads the
tables cmap (format 4 or 12) and hmtx by hand, which takes a fraction of the first call to Pango.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from struct import error as StructError
from struct import unpack_from

from triplicate.editions.docx.fontfile import Font, table_offsets

# About how wide bullets are in DejaVu Sans, in em.
SMALL = dict.fromkeys("•◦‣▪▫", 0.65)
# Platform and encoding of Unicode mappings, the fullest first.
_UNICODE = ((3, 10), (0, 4), (0, 6), (3, 1), (0, 3))


class Widths:
    """The widths of a font's characters; the font is one that `fontfile.read_font` has read.

    What it lacks is 1 em wide, small bullets less: fonts that programs take for ticks, squares and
    arrows draw few that are wider.

    Raises:
        ValueError: the tables cmap or hmtx are missing or damaged.
    """

    def __init__(self, data: Font) -> None:
        self._data = data
        self._known: dict[str, int] = {}
        try:
            tables = table_offsets(data)
            self._glyph = _mapping(data, tables[b"cmap"])
            self._metrics = tables[b"hmtx"]
            (em,) = unpack_from(">H", data, tables[b"head"] + 18)
            (count,) = unpack_from(">H", data, tables[b"hhea"] + 34)
        except (KeyError, StructError) as problem:
            raise ValueError(
                f"expected a font that maps characters, found {problem!r}"
            ) from problem
        self._em = int(em)
        self._count = int(count)

    def __call__(self, text: str) -> float:
        """The width of ``text`` in em."""
        return sum(map(self._advance, text)) / self._em

    def covers(self, text: str) -> bool:
        """Whether the font has any character of ``text``."""
        return any(self._glyph(ord(character)) for character in text)

    def _advance(self, character: str) -> int:
        """In units of the font."""
        if character not in self._known:
            self._known[character] = self._read(character)
        return self._known[character]

    def _read(self, character: str) -> int:
        try:
            glyph = self._glyph(ord(character))
        except StructError:  # a table that ends too early maps no more
            glyph = 0
        if not glyph:
            return round(self._em * SMALL.get(character, 1.0))
        # Glyphs beyond the table share the width of its last entry.
        place = self._metrics + 4 * min(glyph, self._count - 1)
        return int(unpack_from(">H", self._data, place)[0])


def _mapping(data: Font, start: int) -> Callable[[int], int]:
    """From code points to glyphs; 0 for those the font lacks."""
    (count,) = unpack_from(">H", data, start + 2)
    records = (unpack_from(">HHL", data, start + 4 + 8 * index) for index in range(count))
    offsets = {(platform, encoding): start + offset for platform, encoding, offset in records}
    for kind in _UNICODE:
        if kind in offsets:
            offset = offsets[kind]
            (form,) = unpack_from(">H", data, offset)
            if form in (4, 12):
                find = _find_in_segments if form == 4 else _find_in_groups
                return lambda code: find(data, offset, code)
    return lambda code: 0


def _find_in_segments(data: Font, offset: int, code: int) -> int:
    """Format 4: ends, a gap of two bytes, starts, deltas and range offsets of segments."""
    (size,) = unpack_from(">H", data, offset + 6)
    segment = bisect_left(unpack_from(f">{size // 2}H", data, offset + 14), code)
    if 2 * segment >= size:
        return 0
    index = offset + 14 + 2 * segment
    first, delta, jump = (unpack_from(">H", data, index + n * size + 2)[0] for n in (1, 2, 3))
    if code < first:
        return 0
    if not jump:
        return int(code + delta) & 0xFFFF
    (glyph,) = unpack_from(">H", data, index + 3 * size + 2 + jump + 2 * (code - first))
    return int(glyph + delta) & 0xFFFF if glyph else 0


def _find_in_groups(data: Font, offset: int, code: int) -> int:
    """Format 12: groups of consecutive code points and glyphs."""
    (count,) = unpack_from(">L", data, offset + 12)
    for index in range(count):
        first, last, glyph = unpack_from(">LLL", data, offset + 16 + 12 * index)
        if first <= code <= last:
            return int(glyph + code - first)
    return 0
