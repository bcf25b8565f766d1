"""The fetcher: files of the report and the theme, and what URLs hold themselves."""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from triplicate import html_to_docx
from triplicate.diagnostics import Diagnostics
from triplicate.layout.fetch import FolderFetcher
from triplicate.resources import Resources

PIXELS = b"\x89PNG\r\n\x1a\n\x00 +/="


def fetcher(folder: Path) -> FolderFetcher:
    return FolderFetcher(Resources((folder,)))


@pytest.mark.parametrize(
    ("url", "media_type", "body"),
    [
        ("data:,a%20b", "text/plain", b"a b"),
        ("data:text/css;charset=utf-8,p%7B%7D", "text/css", b"p{}"),
        (f"data:image/png;base64,{b64encode(PIXELS).decode()}", "image/png", PIXELS),
        ("data:;base64,eA%3D%3D", "text/plain", b"x"),
        ("data:image/svg+xml,%3Csvg/%3E", "image/svg+xml", b"<svg/>"),
    ],
)
def test_data_urls_hold_their_content(
    url: str, media_type: str, body: bytes, tmp_path: Path
) -> None:
    response = fetcher(tmp_path).fetch(url)
    assert (response.content_type, response.read()) == (media_type, body)


@pytest.mark.parametrize("url", ["data:image/png;base64", "data:image/png;base64,a"])
def test_a_broken_data_url_is_a_failure_with_its_reason(url: str, tmp_path: Path) -> None:
    found = fetcher(tmp_path)
    with pytest.raises(ValueError, match=r"comma|base64|padding|character"):
        found.fetch(url)
    assert [failed for failed, _ in found.failures] == [url]


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:9/x.png", "ftp://127.0.0.1/x", "file:///etc/passwd"]
)
def test_nothing_comes_from_elsewhere(url: str, tmp_path: Path) -> None:
    found = fetcher(tmp_path)
    with pytest.raises(ValueError, match=r".+"):
        found.fetch(url)
    assert [failed for failed, _ in found.failures] == [url]


def test_style_sheets_that_import_each_other_end(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text('@import "b.css"; p { color: #ff0000 }')
    (tmp_path / "b.css").write_text('@import "a.css"; @import "b.css"; p { margin: 0 }')
    said = Diagnostics()
    page = '<link rel=stylesheet href=a.css><style>@import "a.css";</style><p>x'
    data = html_to_docx(page, base_url=tmp_path, diagnostics=said)
    assert b'w:val="FF0000"' in ZipFile(BytesIO(data)).read("word/styles.xml")
    assert {item.message for item in said} == {
        f'expected style sheets that do not import each other, found "{name}" in a circle of '
        "@import"
        for name in ("a.css", "b.css")
    }


def test_a_sheet_may_be_imported_by_several_others(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.css").write_text('@import "base.css"; @import "base.css";')
    (tmp_path / "base.css").write_text("p { color: #ff0000 }")
    links = "".join(f"<link rel=stylesheet href={name}.css>" for name in "abc")
    said = Diagnostics()
    data = html_to_docx(links + "<p>x", base_url=tmp_path, diagnostics=said)
    assert b'w:val="FF0000"' in ZipFile(BytesIO(data)).read("word/styles.xml")
    assert not list(said)
