"""The records of the ZIP fileas the standard library reads them."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from docx.opc.packuri import PackURI

from triplicate.editions.docx.package.late import Late
from triplicate.editions.docx.package.zipped import Archive

PARTS = {
    "/word/document.xml": b"<w:document/>" * 1000,
    "/word/fonts/font1.odttf": bytes(range(256)) * 99,
    "/word/media/bild-\u00fc.png": b"\x89PNG",
    "/empty.xml": b"",
}


def _archive() -> bytes:
    archive = Archive(Late(None))
    for name, content in PARTS.items():
        archive.write(PackURI(name), content)
    return archive.close()


def test_every_part_is_read_back() -> None:
    with ZipFile(BytesIO(_archive())) as archive:
        assert archive.testzip() is None
        found = {f"/{name}": archive.read(name) for name in archive.namelist()}
    assert found == PARTS


def test_members_tell_nothing_of_when_and_where_they_were_made() -> None:
    with ZipFile(BytesIO(_archive())) as archive:
        for member in archive.infolist():
            assert member.date_time == (1980, 1, 1, 0, 0, 0)
            assert (member.create_system, member.external_attr, member.extra) == (0, 0, b"")
            assert member.compress_type == ZIP_DEFLATED


def test_the_same_parts_give_the_same_bytes() -> None:
    assert _archive() == _archive()
