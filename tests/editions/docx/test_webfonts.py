"""Fonts that are packed for the web."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from fontTools.ttLib import TTFont

from tests.editions.docx.words import faces
from triplicate import html_to_docx
from triplicate.diagnostics import Diagnostics
from triplicate.editions.docx.fontfile import open_font, read_font

LITERATA = next(face.path for face in faces() if face.family == "Literata")


def packed(folder: Path, flavor: str, rights: int = 0) -> Path:
    with TTFont(LITERATA) as font:
        font["OS/2"].fsType = rights
        font.flavor = flavor
        font.save(folder / f"font.{flavor}")
    return folder / f"font.{flavor}"


def page(tmp_path: Path, source: str, more: str = "") -> tuple[str, list[str]]:
    rule = f"@font-face {{ font-family: Literata; src: {source}; {more} }}"
    found = Diagnostics()
    html = f"<style>{rule} p {{ font-family: Literata }}</style><p>x"
    data = html_to_docx(html, base_url=tmp_path, machine_fonts=False, diagnostics=found)
    with ZipFile(BytesIO(data)) as archive:
        return archive.read("word/fontTable.xml").decode(), [one.rule for one in found]


@pytest.mark.parametrize("flavor", ["woff", "woff2"])
def test_they_are_unpacked_and_read(tmp_path: Path, flavor: str) -> None:
    data = open_font(packed(tmp_path, flavor))
    assert data[:4] == b"\0\1\0\0"
    assert read_font(data).line == pytest.approx(1.485)


@pytest.mark.parametrize("flavor", ["woff", "woff2"])
def test_they_are_embedded_where_they_may(tmp_path: Path, flavor: str) -> None:
    packed(tmp_path, flavor)
    (tmp_path / "old.eot").write_bytes(b"old")
    table, problems = page(tmp_path, f"url(old.eot?#iefix), url(font.{flavor})")
    assert "w:embedRegular" in table
    assert problems == []


def test_their_licence_counts(tmp_path: Path) -> None:
    packed(tmp_path, "woff2", rights=2)
    table, problems = page(tmp_path, "url(font.woff2)")
    assert "w:embedRegular" not in table
    assert problems == ["font-embeddable"]


@pytest.mark.parametrize("data", [b"wOF2", b"wOFF" + bytes(60), b"wOF2\0\1\0\0" + b"\xff" * 90])
def test_damaged_ones_are_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "font.woff2"
    path.write_bytes(data)
    with pytest.raises(ValueError, match="expected a web font, found a damaged one"):
        open_font(path)


@pytest.mark.parametrize(
    ("ranges", "counts"), [("U+400-4FF", False), ("U+0-FF, U+131", True), ("U+??", True)]
)
def test_of_a_family_in_parts_the_latin_one_counts(
    tmp_path: Path, ranges: str, counts: bool
) -> None:
    packed(tmp_path, "woff2")
    table, _ = page(tmp_path, "url(font.woff2)", f"unicode-range: {ranges}")
    assert ("w:embedRegular" in table) is counts
