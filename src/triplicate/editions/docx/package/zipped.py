"""Packaging (stage 7c): python-docx's parts and relationships to the bytes of a ZIP file.

Deterministic: fixed dates, and the parts in the order in which they were related, but for those
that wait for the layout, which come last.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from zipfile import ZipFile

    from docx.opc.package import OpcPackage

    from triplicate.editions.docx.package.late import Late

EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest that ZIP can tell
TEXT_LEVEL = 6
FONT_LEVEL = 1  # 6 takes twice the time for fonts, and saves 6 %


def zipped(package: OpcPackage, late: Late) -> bytes:
    """The package as a file; what ``late`` holds is settled while the parts are written."""
    from zipfile import ZIP_DEFLATED, ZipFile

    from docx.opc.pkgwriter import PackageWriter

    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        writer: Any = PackageWriter  # its parts have no types
        members, parts = _Members(archive, late), sorted(package.parts, key=late.is_in)
        writer._write_content_types_stream(members, parts)
        writer._write_pkg_rels(members, package.rels)
        writer._write_parts(members, parts)
    return buffer.getvalue()


class _Members:
    """Stands in for python-docx's ZIP writer, which stamps members with the time of day."""

    def __init__(self, archive: ZipFile, late: Late) -> None:
        self._archive = archive
        self._late = late

    def write(self, pack_uri: Any, blob: bytes) -> None:
        from zipfile import ZIP_DEFLATED, ZipInfo

        info = ZipInfo(pack_uri.membername, EPOCH)
        info.compress_type = ZIP_DEFLATED
        info.create_system = 0  # the same on every system
        if info.filename.endswith((".xml", ".rels")):
            self._archive.writestr(info, self._late.settle(blob), compresslevel=TEXT_LEVEL)
        else:
            self._archive.writestr(info, blob, compresslevel=FONT_LEVEL)
