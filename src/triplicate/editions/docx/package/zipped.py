"""Packaging (stage 7c): python-docx's parts and relationships to the bytes of a ZIP file.

Deterministic: fixed dates, and the parts in the order in which they were related, but for those
that wait for the layout, which come last. The records are written here (PKWARE's APPNOTE 6.3,
4.3), because the standard library takes no member that has been compressed before.
"""

from __future__ import annotations

import zlib
from functools import lru_cache
from io import BytesIO
from struct import pack
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from docx.opc.package import OpcPackage

    from triplicate.editions.docx.package.late import Late

TEXT_LEVEL = 6
FONT_LEVEL = 1  # 6 takes twice the time for fonts, and saves 6 %
MAX_BYTES = 0xFFFFFFFF  # without the records of ZIP64
_VERSION, _DEFLATE, _UTF8 = 20, 8, 0x800
_MIDNIGHT, _FIRST_DAY = 0, 0x21  # 1 January 1980, the earliest that ZIP can tell


class Member(NamedTuple):
    """A file's content as an archive holds it: CRC-32, size in bytes, deflated bytes."""

    checksum: int
    size: int
    deflated: bytes


def deflated(content: bytes, level: int) -> Member:
    """``content`` as a raw deflate stream."""
    squeeze = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Member(zlib.crc32(content), len(content), squeeze.compress(content) + squeeze.flush())


@lru_cache(maxsize=64)
def deflated_font(content: bytes) -> Member:
    """A font, compressed once: a theme's fonts are the same in each report, and known early."""
    return deflated(content, FONT_LEVEL)


def zipped(package: OpcPackage, late: Late) -> bytes:
    """The package as a file; what ``late`` holds is settled while the parts are written.

    Raises:
        ValueError: the file would be larger than 4 GB.
    """
    from docx.opc.pkgwriter import PackageWriter

    archive = Archive(late)
    writer: Any = PackageWriter  # its parts have no types
    parts = sorted(package.parts, key=late.is_in)
    writer._write_content_types_stream(archive, parts)
    writer._write_pkg_rels(archive, package.rels)
    writer._write_parts(archive, parts)
    return archive.close()


class Archive:
    """Stands in for python-docx's ZIP writer, which stamps members with the time of day."""

    def __init__(self, late: Late) -> None:
        self._late = late
        self._file = BytesIO()
        self._directory: list[bytes] = []

    def write(self, pack_uri: Any, blob: bytes) -> None:
        """Add a part; python-docx calls this."""
        name: str = pack_uri.membername
        if name.endswith((".xml", ".rels")):
            self._add(name, deflated(self._late.settle(blob), TEXT_LEVEL))
        elif name.endswith(".odttf"):
            self._add(name, deflated_font(blob))
        else:
            self._add(name, deflated(blob, FONT_LEVEL))

    def _add(self, name: str, member: Member) -> None:
        encoded, start = name.encode(), self._file.tell()
        flags = 0 if name.isascii() else _UTF8
        sizes = member.checksum, len(member.deflated), member.size
        common = pack(
            "<HHHHLLLHH",
            *(flags, _DEFLATE, _MIDNIGHT, _FIRST_DAY, *sizes, len(encoded), 0),
        )
        if start + len(member.deflated) > MAX_BYTES or member.size > MAX_BYTES:
            raise ValueError(f"expected less than 4 GB, found more at {name}")
        self._file.write(b"PK\3\4" + pack("<H", _VERSION) + common + encoded + member.deflated)
        self._directory.append(
            b"PK\1\2"
            + pack("<HH", _VERSION, _VERSION)
            + common
            + pack("<HHHLL", 0, 0, 0, 0, start)
            + encoded
        )

    def close(self) -> bytes:
        """The whole file."""
        directory, start = b"".join(self._directory), self._file.tell()
        count = len(self._directory)
        self._file.write(directory + b"PK\5\6")
        self._file.write(pack("<HHHHLLH", 0, 0, count, count, len(directory), start, 0))
        return self._file.getvalue()
