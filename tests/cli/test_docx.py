"""``triplicate docx`` as a user meets it."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from PIL import Image


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "triplicate", "docx", *arguments],
        cwd=folder,
        env=os.environ | {"NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_text('<link rel="stylesheet" href="page.css"><h1>A</h1><p>x</p>', encoding="utf-8")
    (tmp_path / "page.css").write_text("p { color: #ff0000 }")
    return path


def styles(path: Path) -> str:
    with ZipFile(BytesIO(path.read_bytes())) as archive:
        return archive.read("word/styles.xml").decode()


def test_a_word_file_is_written_beside_the_page(page: Path) -> None:
    result = run(page.parent, "page.html")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith("page.docx  ")
    assert 'w:val="FF0000"' in styles(page.with_suffix(".docx"))


def test_another_style_sheet_and_another_place(page: Path) -> None:
    (page.parent / "house.css").write_text("p { color: #0000ff }")
    result = run(page.parent, "page.html", "-o", "out/a.docx", "--css", "house.css")
    assert result.returncode == 0, result.stderr
    assert 'w:val="0000FF"' in styles(page.parent / "out" / "a.docx")


def test_a_folder_above_the_page_may_be_allowed(page: Path) -> None:
    (page.parent / "guide").mkdir()
    inner = page.rename(page.parent / "guide" / "page.html")
    inner.write_text('<link rel="stylesheet" href="../page.css"><p>x</p>')
    refused = run(page.parent, "guide/page.html")
    assert "guide/page.html:1:1: warning[resource-loads]" in refused.stderr
    assert refused.stderr.count("--root FOLDER") == 1
    result = run(page.parent, "guide/page.html", "--root", ".")
    assert (result.returncode, result.stderr) == (0, "")
    assert 'w:val="FF0000"' in styles(inner.with_suffix(".docx"))


def test_a_root_must_hold_the_page(page: Path) -> None:
    (page.parent / "other").mkdir()
    result = run(page.parent, "page.html", "--root", "other")
    assert result.returncode == 2
    assert "page.html is not below other" in result.stderr


def test_large_pictures_print_no_warnings_of_the_libraries_below(page: Path) -> None:
    Image.new("1", (9500, 9500)).save(page.parent / "large.png")
    page.write_text('<p><img src="large.png" alt="x" width="50"></p>')
    assert run(page.parent, "page.html").stderr == ""


def test_what_word_cannot_do_is_a_warning(page: Path) -> None:
    page.write_text('<img src="gone.png" alt="x">')
    result = run(page.parent, "page.html")
    assert result.returncode == 0
    assert 'warning[resource-loads]: expected files, found nothing at "gone.png"' in result.stderr
    machine = run(page.parent, "page.html", "--format", "json")
    assert {"resource-loads"} <= {d["rule"] for d in json.loads(machine.stdout)["diagnostics"]}


def test_a_page_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    result = run(tmp_path, "gone.html")
    assert result.returncode == 2
    assert "gone.html" in result.stderr


def test_a_page_that_is_nested_too_deeply_is_refused(page: Path) -> None:
    page.write_text("<div>" * 3000 + "x")
    result = run(page.parent, "page.html")
    assert result.returncode == 1
    assert "error[html-depth]: expected at most 2,000 elements" in result.stderr
    assert not page.with_suffix(".docx").exists()


def test_a_folder_that_cannot_be_written_is_the_machines_fault(page: Path) -> None:
    (page.parent / "file").write_text("")
    result = run(page.parent, "page.html", "-o", "file/a.docx")
    assert result.returncode == 3
    assert "error[output-writable]" in result.stderr


@pytest.mark.parametrize(
    ("data", "rule", "found"),
    [
        (b"", "file-has-text", "an empty file"),
        (b" \n", "file-has-text", "an empty file"),
        (b"PK\x03\x04" + bytes(40), "page-is-text", "a Word, Excel or ZIP file"),
        (b"\x89PNG\r\n" + bytes(40), "page-is-text", "a PNG"),
        (bytes(range(32)) * 40, "page-is-text", "a file of some program"),
        ("<p>x</p>".encode("utf-16-le"), "page-is-text", "UTF-16 without a byte order mark"),
    ],
)
def test_what_is_no_web_page_is_refused(page: Path, data: bytes, rule: str, found: str) -> None:
    page.write_bytes(data)
    result = run(page.parent, "page.html")
    assert result.returncode == 1
    assert f"page.html:1:1: error[{rule}]: expected a web page, found {found}" in result.stderr
    assert not page.with_suffix(".docx").exists()


@pytest.mark.parametrize(
    "data", ["<p>Grün</p>".encode("utf-16"), b"<meta charset=latin1><p>Gr\xfcn</p>", b"<p>Gr\0\1n"]
)
def test_pages_in_other_encodings_are_pages(page: Path, data: bytes) -> None:
    page.write_bytes(data)
    assert run(page.parent, "page.html").returncode == 0


def test_the_page_and_its_sheets_are_not_written_over(page: Path) -> None:
    before = {path: path.read_bytes() for path in page.parent.iterdir()}
    for target in ("page.html", "../" + page.parent.name + "/page.html", "page.css"):
        result = run(page.parent, "page.html", "--css", "page.css", "-o", target)
        assert result.returncode == 2
        assert "is what is read" in result.stderr
    assert {path: path.read_bytes() for path in page.parent.iterdir()} == before


def test_a_link_to_the_page_is_replaced_not_followed(page: Path) -> None:
    before, link = page.read_bytes(), page.with_suffix(".docx")
    link.symlink_to(page)
    assert run(page.parent, "page.html").returncode == 0
    assert page.read_bytes() == before
    assert not link.is_symlink()


def test_a_device_is_neither_read_to_its_end_nor_replaced(page: Path) -> None:
    refused = run(page.parent, "/dev/zero", "-o", "x.docx")
    assert refused.returncode == 1
    assert "error[page-is-text]" in refused.stderr
    result = run(page.parent, "page.html", "-o", "/dev/full")
    assert result.returncode == 3
    assert "a device, which a file would replace" in result.stderr
    assert Path("/dev/full").is_char_device()


def piped(folder: Path, given: bytes, *arguments: str, **env: str) -> Any:
    return subprocess.run(
        [sys.executable, "-m", "triplicate", "docx", *arguments],
        cwd=folder,
        env=os.environ | env,
        input=given,
        capture_output=True,
        check=False,
    )


def test_a_page_from_standard_input_goes_to_standard_output(page: Path) -> None:
    (page.parent / "-").write_text("not this")
    result = piped(page.parent, page.read_bytes() + b'\n<img src="x.png">', "-", "-o", "-")
    assert result.returncode == 0
    assert result.stdout.startswith(b"PK")
    assert "FF0000" in ZipFile(BytesIO(result.stdout)).read("word/styles.xml").decode()
    assert b"<stdin>:2:1: warning" in result.stderr
    assert (page.parent / "-").read_text() == "not this"


@pytest.mark.parametrize("arguments", [["-"], ["-", "-o", "-", "--format", "json"]])
def test_standard_input_and_output_have_their_limits(page: Path, arguments: list[str]) -> None:
    result = piped(page.parent, page.read_bytes(), *arguments)
    assert (result.returncode, result.stdout) == (2, b"")


def test_a_terminal_may_lack_the_characters_of_a_file(page: Path) -> None:
    page.rename(page.with_name("日.html"))
    page.with_name("日.html").write_text('<meta charset="utf-8"><img src="日.png" alt="">')
    env = {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    found = piped(page.parent, b"", "日.html", **env)
    assert (found.returncode, found.stdout.split()[0]) == (0, b"\\u65e5.docx")
    machine = piped(page.parent, b"", "日.html", "--format", "json", **env)
    assert "日.png" in json.loads(machine.stdout)["diagnostics"][0]["message"]


def test_a_name_that_the_locale_cannot_write_is_a_file_that_is_missing(page: Path) -> None:
    page.write_text('<meta charset="utf-8"><link rel="stylesheet" href="ü.css"><p>x')
    env = {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    found = piped(page.parent, b"", page.name, **env)
    assert found.returncode == 0
    assert b"warning[resource-loads]" in found.stderr


def test_a_folder_is_no_name_of_a_file(page: Path) -> None:
    result = run(page.parent, "page.html", "-o", "new/")
    assert result.returncode == 2
    assert "expected the name of a Word file, found a folder's: new/" in result.stderr
    assert not (page.parent / "new").exists()


def test_a_reader_that_has_gone_ends_it_without_a_word(page: Path) -> None:
    page.write_text(f"<p>{random.Random(1).randbytes(300_000).hex(' ', 4)}", encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "triplicate", "docx", "page.html", "-o", "-"],
        cwd=page.parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    assert process.stdout.read(1) == b"P"
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 128 + 13


@pytest.mark.parametrize(
    ("closed", "output", "code"),
    [("2>&-", "x.docx", 0), ("<&- >&- 2>&-", "x.docx", 0), (">&-", "x.docx", 0), (">&-", "-", 3)],
)
def test_standard_streams_may_be_closed(page: Path, closed: str, output: str, code: int) -> None:
    page.write_text('<p>x<img src="gone.png">', encoding="utf-8")
    command = f'"{sys.executable}" -m triplicate docx page.html -o {output} {closed}'
    result = subprocess.run(
        ["sh", "-c", command], cwd=page.parent, capture_output=True, text=True, check=False
    )
    assert result.returncode == code
    assert "internal" not in result.stderr
    assert code == 0 or "standard output is closed" in result.stderr
    assert code == 3 or (page.parent / "x.docx").read_bytes().startswith(b"PK")
