from __future__ import annotations

import re
from base64 import b64decode
from pathlib import Path

import pytest

from triplicate.diagnostics import Diagnostics
from triplicate.editions.html import write
from triplicate.resources import Resources
from triplicate.theme import load_theme

PAGE = '<!DOCTYPE html><html lang="en"><head><link rel="stylesheet" href="report.css"></head>{}'
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000a49444154789c63000100000500010d0a2db40000000049454e44ae426082"
)


def make(body: str, folder: Path) -> tuple[str, Diagnostics]:
    diagnostics = Diagnostics()
    theme = load_theme(None, diagnostics)
    assert theme is not None
    page = write(PAGE.format(body), theme, Resources((folder,)), diagnostics)
    return page.decode(), diagnostics


def test_style_sheet_and_fonts_are_inside(tmp_path: Path) -> None:
    page, diagnostics = make("<p>Text</p>", tmp_path)
    assert "<link" not in page
    assert page.count("data:font/woff2;base64,") == 8
    assert not re.search(r"url\((?!\"data:)", page)
    assert not len(diagnostics)


def test_images_are_inside(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(PIXEL)
    page, diagnostics = make('<img alt="A" src="a.png">', tmp_path)
    assert '<img alt="A" src="data:image/png;base64,' in page
    assert not len(diagnostics)


@pytest.mark.parametrize("source", ["'a.png'", "a.png", '"a.png"', '"./a.png"'])
def test_images_are_found_however_their_address_is_written(tmp_path: Path, source: str) -> None:
    (tmp_path / "a.png").write_bytes(PIXEL)
    page, diagnostics = make(f"<img alt=A src={source} >", tmp_path)
    assert 'src="data:image/png;base64,' in page
    assert not len(diagnostics)


@pytest.mark.parametrize(
    ("inner", "problems"),
    [("<rect/>", 0), ("<script>alert()</script>", 1), ('<image href="https://example.org/"/>', 1)],
)
def test_drawings_do_nothing_and_load_nothing(tmp_path: Path, inner: str, problems: int) -> None:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg">{inner}</svg>'
    (tmp_path / "a.svg").write_text(svg)
    page, diagnostics = make('<img alt="A" src="a.svg">', tmp_path)
    found = re.search(r'src="data:image/svg\+xml;base64,([^"]*)"', page)
    assert found
    data = b64decode(found[1]).decode()
    assert not re.search("alert|example", data)
    assert (data == svg) is (problems == 0)
    assert [item.rule for item in diagnostics] == ["html-is-passive"] * problems


def test_a_missing_image_is_an_error(tmp_path: Path) -> None:
    _, diagnostics = make('<img alt="A" src="a.png">', tmp_path)
    assert diagnostics.has_errors
    assert 'nothing at "a.png"' in next(iter(diagnostics)).message


def test_an_address_elsewhere_is_an_error(tmp_path: Path) -> None:
    page, diagnostics = make('<img alt="A" src="https://example.org/a.png">', tmp_path)
    assert [item.rule for item in diagnostics] == ["resource-loads"]
    assert "example.org" not in page


def test_css_that_no_browser_knows_is_left_out(tmp_path: Path) -> None:
    page, _ = make("<p>Text</p>", tmp_path)
    assert "string-set" not in page
    assert "string(" not in page
    assert page.count("{") == page.count("}")
