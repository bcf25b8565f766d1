"""The fetcher: files of the report and the theme, and what URLs hold themselves."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path

import pytest

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
