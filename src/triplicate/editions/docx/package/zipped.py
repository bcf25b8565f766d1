"""Packaging (stage 7c): python-docx's parts and relationships to the bytes of a ZIP file.

Deterministic: fixed dates, parts in a fixed order (content types first, as OPC readers like it).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.opc.package import OpcPackage
    from docx.opc.packuri import PackURI

EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest that ZIP can tell
# Fonts hardly shrink further at higher levels, which take twice the time.
LEVEL = 1
TEXT_LEVEL = 6


class _Members:
    """What python-docx's package writer writes to, in place of its own ZIP writer."""

    def __init__(self) -> None:
        self.blobs: dict[str, bytes] = {}

    def write(self, pack_uri: PackURI, blob: bytes) -> None:
        self.blobs[pack_uri.membername] = blob


def zipped(package: OpcPackage) -> bytes:
    """The package as a file."""
    from io import BytesIO
    from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

    from docx.opc.pkgwriter import PackageWriter

    members = _Members()
    parts = package.parts
    PackageWriter._write_content_types_stream(members, parts)
    PackageWriter._write_pkg_rels(members, package.rels)
    PackageWriter._write_parts(members, parts)
    names = sorted(members.blobs, key=lambda name: (name != "[Content_Types].xml", name))
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name in names:
            info = ZipInfo(name, EPOCH)
            info.compress_type = ZIP_DEFLATED
            info.create_system = 0  # the same on every system
            level = TEXT_LEVEL if name.endswith((".xml", ".rels")) else LEVEL
            archive.writestr(info, members.blobs[name], compresslevel=level)
    return buffer.getvalue()
