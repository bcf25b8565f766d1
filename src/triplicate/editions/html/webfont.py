"""Fonts for the web edition: a TrueType file and the characters it must show, to WOFF2 bytes.

HarfBuzz does the subsetting. The container is written here with the null transform for every
table (WOFF2 recommendation, section 5): 10 ms for eight faces and 2 KB more a face than the
600 ms that fontTools' transforming writer takes (docs/decisions.md).
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

_KNOWN_TAGS = (
    "cmap head hhea hmtx maxp name OS/2 post cvt  fpgm glyf loca prep CFF  VORG EBDT EBLC gasp "
    "hdmx kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL "
    "SVG  sbix acnt avar bdat bloc bsln cvar fdsc feat fmtx fvar gvar hsty just lcar mort morx "
    "opbd prop trak Zapf Silf Glat Gloc Feat Sill"
)
_TAG_INDEX = {_KNOWN_TAGS[start : start + 4]: start // 5 for start in range(0, 63 * 5, 5)}
_NULL_TRANSFORM = 3  # for glyf and loca; 0 says the same for all other tables
_QUALITY = 6


def subset(font: bytes, codepoints: Collection[int]) -> bytes:
    """Keep what ``font`` needs to show ``codepoints``, without hinting.

    Arguments:
        font: a static TrueType or OpenType file.
        codepoints: Unicode code points; those the font lacks are ignored.
    """
    import uharfbuzz

    options = uharfbuzz.SubsetInput()
    options.unicode_set.update(codepoints)
    options.flags = uharfbuzz.SubsetFlags.NO_HINTING
    subsetted = uharfbuzz.subset(uharfbuzz.Face(font), options)
    data: bytes = subsetted.blob.data
    return data


def woff2(font: bytes) -> bytes:
    """Pack an OpenType file as WOFF2. Same bytes for same input."""
    import brotli

    tables = _tables(font)
    directory = b"".join(_entry(tag, len(data)) for tag, data in tables)
    stream: bytes = brotli.compress(
        b"".join(data for _, data in tables), mode=brotli.MODE_FONT, quality=_QUALITY
    )
    total_sfnt = 12 + 16 * len(tables) + sum(-(-len(data) // 4) * 4 for _, data in tables)
    length = 48 + len(directory) + len(stream)
    padding = -length % 4
    header = struct.pack(
        ">4sIIHHIIHHIIIII",
        b"wOF2",
        struct.unpack_from(">I", font)[0],
        length + padding,
        len(tables),
        0,
        total_sfnt,
        len(stream),
        1,
        0,
        *(0, 0, 0),
        *(0, 0),
    )
    return header + directory + stream + b"\0" * padding


def _tables(font: bytes) -> list[tuple[str, bytes]]:
    count = struct.unpack_from(">H", font, 4)[0]
    found = []
    for number in range(count):
        tag, _, offset, length = struct.unpack_from(">4sIII", font, 12 + 16 * number)
        found.append((tag.decode("latin-1"), font[offset : offset + length]))
    # loca must follow glyf directly (section 4.1).
    found.sort(key=lambda table: "glyf~" if table[0] == "loca" else table[0])
    return found


def _entry(tag: str, length: int) -> bytes:
    index = _TAG_INDEX.get(tag, 63)
    transform = _NULL_TRANSFORM if tag in ("glyf", "loca") else 0
    name = tag.encode("latin-1") if index == 63 else b""
    return bytes([index | transform << 6]) + name + _base128(length)


def _base128(number: int) -> bytes:
    """UIntBase128 (section 4.1): seven bits a byte, most significant first."""
    digits = [number & 0x7F]
    while number := number >> 7:
        digits.append(number & 0x7F | 0x80)
    return bytes(reversed(digits))
