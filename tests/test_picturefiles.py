"""Pictures of reports are whole, or the build stops at the place that asks for them."""

from __future__ import annotations

import shutil
import struct
import zlib
from base64 import b64encode
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image, ImageFile

import triplicate
from triplicate.diagnostics import Diagnostics
from triplicate.picturefiles import completed, fault, is_cut_off

TEMPLATES = Path(__file__).parents[1] / "templates"
SEED = Path(__file__).parents[1] / "data" / "csr-roundtable-2011"


def encoded(kind: str) -> bytes:
    data = BytesIO()
    Image.effect_noise((80, 80), 80).convert("RGB").save(data, kind)
    return data.getvalue()


def huge_png(side: int) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    parts = [(b"IHDR", header), (b"IDAT", zlib.compress(b"")), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(name, data) for name, data in parts)


def flipped(data: bytes) -> bytes:
    middle = len(data) // 2
    return data[:middle] + bytes([data[middle] ^ 0xFF]) + data[middle + 1 :]


PNG, JPEG, GIF, WEBP = (encoded(kind) for kind in ("PNG", "JPEG", "GIF", "WEBP"))
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9"><rect width="5" height="5"/></svg>'
FAULTS = [
    ("logo.png", b"", 'expected a picture, found the empty file "logo.png"'),
    ("logo.svg", b"", 'expected a picture, found the empty file "logo.svg"'),
    ("logo.png", b"hello", 'expected a picture, found data in "logo.png" that are none'),
    ("logo.png", SVG, 'expected a picture, found data in "logo.png" that are none'),
    ("logo.webp", b"x", 'expected a picture, found data in "logo.webp" that are none'),
    ("logo.png", PNG[:20], 'expected a whole picture, found "logo.png" damaged or cut off'),
    ("logo.png", PNG[: len(PNG) // 2], "expected a whole picture"),
    ("logo.png", flipped(PNG), "expected a whole picture"),
    ("logo.JPG", JPEG[: len(JPEG) // 2], "expected a whole picture"),
    ("logo.gif", GIF[: len(GIF) // 2], "expected a whole picture"),
    (
        "logo.png",
        huge_png(30_000),
        'expected a picture of at most 89 million pixels, found "logo.png" of 900 million pixels',
    ),
    ("logo.png", huge_png(12_000), "expected a picture of at most 89 million pixels"),
    ("logo.svg", SVG[:70], 'expected an SVG, found no well-formed XML in "logo.svg": '),
    ("logo.svg", b"<html/>", 'expected <svg> in the namespace "http://www.w3.org/2000/svg", found'),
    ("logo.svg", b"<svg/>", "expected <svg> in the namespace"),
]


@pytest.mark.parametrize(("name", "data", "message"), FAULTS)
def test_what_is_wrong_with_a_picture_is_said(
    tmp_path: Path, name: str, data: bytes, message: str
) -> None:
    (tmp_path / name).write_bytes(data)
    assert fault(tmp_path / name).startswith(message)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("logo.png", PNG),
        ("logo.png", JPEG),
        ("logo.jpeg", JPEG),
        ("logo.gif", GIF),
        ("logo.webp", WEBP),
        ("logo.SVG", SVG),
        ("font.ttf", b""),
    ],
)
def test_whole_pictures_pass_and_nothing_of_pillow_is_changed(
    tmp_path: Path, name: str, data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    (tmp_path / name).write_bytes(data)
    assert fault(tmp_path / name) == ""
    assert ImageFile.LOAD_TRUNCATED_IMAGES is True


def theme(folder: Path, source: str) -> Path:
    folder.mkdir()
    template = (TEMPLATES / "report.html.j2").read_text(encoding="utf-8")
    picture = f'<header class="masthead">\n<p><img src="{source}" alt="Logo"></p>'
    (folder / "report.html.j2").write_text(
        template.replace('<header class="masthead">', picture), encoding="utf-8"
    )
    return folder


@pytest.mark.parametrize("editions", [("pdf", "docx", "html"), ("docx",), ("html",)])
@pytest.mark.parametrize("source", ["my%20logo.png", "my logo.png"])
def test_a_report_with_half_a_picture_is_not_written(
    tmp_path: Path, editions: tuple[str, ...], source: str
) -> None:
    report = shutil.copytree(SEED, tmp_path / "report")
    look = theme(tmp_path / "theme", source)
    (look / "my logo.png").write_bytes(PNG[: len(PNG) // 2])
    with pytest.raises(triplicate.TriplicateError) as caught:
        triplicate.build(report, tmp_path / "out", editions, look)
    (found,) = caught.value.diagnostics
    assert found.rule == "resource-loads"
    assert found.message.startswith('expected a whole picture, found "my logo.png"')
    assert found.span is not None
    assert found.span.file == str(look / "report.html.j2")
    line = (look / "report.html.j2").read_text(encoding="utf-8").split("\n")[found.span.line - 1]
    assert line[found.span.column - 1 :].startswith(source)
    assert not (tmp_path / "out").exists()


def test_data_in_a_theme_that_are_no_picture_are_an_error_too(tmp_path: Path) -> None:
    look = theme(tmp_path / "theme", "data:image/png;base64,AAAA")
    (found,) = triplicate.check(SEED, look)
    assert (found.severity, found.rule) == ("error", "resource-loads")
    assert found.message == (
        'expected a picture, found data that are no picture at "data:image/png;base64,AAAA"'
    )
    assert found.span is not None
    assert found.span.file == str(look / "report.html.j2")


def test_a_web_page_keeps_what_can_be_shown_of_a_picture(tmp_path: Path) -> None:
    (tmp_path / "half.png").write_bytes(PNG[: len(PNG) // 2])
    (tmp_path / "none.png").write_bytes(b"")
    diagnostics = Diagnostics()
    page = '<p><img alt="x" src="half.png"><img alt="x" src="none.png"></p>'
    data = triplicate.html_to_docx(page, base_url=tmp_path, diagnostics=diagnostics)
    unreadable, half = diagnostics
    assert (unreadable.severity, unreadable.rule) == ("warning", "layout-understands")
    assert unreadable.message.endswith("found: data that are no picture at none.png")
    assert (half.severity, half.rule) == ("warning", "resource-loads")
    assert half.message == 'expected a whole picture, found "half.png" cut off'
    with ZipFile(BytesIO(data)) as archive:
        (name,) = (name for name in archive.namelist() if name.startswith("word/media/"))
        shown = archive.read(name)
    assert not is_cut_off(shown)
    assert Image.open(BytesIO(shown)).size == Image.open(BytesIO(PNG)).size


def test_data_that_are_cut_off_are_reported() -> None:
    diagnostics = Diagnostics()
    half = b64encode(PNG[: len(PNG) // 2]).decode()
    page = f'<p><img alt="x" src="data:image/png;base64,{half}">'
    triplicate.html_to_docx(page, diagnostics=diagnostics)
    (found,) = diagnostics
    assert (found.severity, found.rule) == ("warning", "resource-loads")
    assert found.message == "expected a whole picture, found a data: URL cut off"


@pytest.mark.parametrize("data", [PNG, JPEG])
def test_pictures_are_cut_off_before_their_end(data: bytes) -> None:
    assert not is_cut_off(data)
    assert not is_cut_off(data + b"what cameras append")
    for half in (data[: len(data) // 2], data[:-12]):
        assert is_cut_off(half) == half.startswith((b"\x89PNG", b"\xff\xd8"))
        assert not is_cut_off(completed(half))


@pytest.mark.parametrize("data", [GIF, WEBP, SVG, b""])
def test_other_files_are_not_looked_at(data: bytes) -> None:
    assert not is_cut_off(data)
