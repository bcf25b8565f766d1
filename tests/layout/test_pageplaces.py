"""Places of a page's elements and declarations, for messages that would have none."""

from __future__ import annotations

from pathlib import Path

import pytest

import triplicate
from triplicate.diagnostics import Diagnostics

HEAD = '<!DOCTYPE html>\n<link rel="stylesheet" href="house.css">\n<style>p { color: red }\n'


def places(folder: Path, html: str, css: str = "") -> dict[str, str]:
    """What is reported of a page, by its place: file, line, column."""
    (folder / "house.css").write_text(css)
    path = folder / "page.html"
    path.write_text(html)
    found = Diagnostics()
    triplicate.html_to_docx(path.read_bytes(), base_url=path, diagnostics=found)
    return {
        f"{Path(item.span.file).name}:{item.span.line}:{item.span.column}"
        if item.span
        else "": item.message.rpartition("found")[2].strip(" :")
        for item in found
    }


@pytest.mark.parametrize(
    ("html", "css", "place"),
    [
        ("p { text-shadow: 1px }</style><p>x", "", "page.html:4:5"),
        ("</style><p>x", "p { margin: 0;\n  text-shadow: 1px }", "house.css:2:3"),
        ('</style><p>x<p id="a" style="margin: 0; text-shadow: 1px">y', "", "page.html:4:41"),
        ("</style><p>x<p style='text-shadow : 1px'>y", "", "page.html:4:23"),
        ('</style><!-- <p style="text-shadow: 1px"> --><p>x', "", None),
        ("@page :foo { margin: 0 }</style><p>x", "", "page.html:4:1"),
    ],
)
def test_what_layout_does_not_know_is_at_its_place(
    html: str, css: str, place: str | None, tmp_path: Path
) -> None:
    assert list(places(tmp_path, HEAD + html, css)) == ([place] if place else [])


def test_a_complaint_is_made_once(tmp_path: Path) -> None:
    rule = "p { text-shadow: 1px } "
    attribute = '<p style="text-shadow: 1px">'
    assert list(places(tmp_path, f"{HEAD}{rule}{rule}</style>{attribute}{attribute}")) == [
        "page.html:4:5"
    ]


def test_what_word_writes_for_itself_is_no_mistake(tmp_path: Path) -> None:
    assert places(tmp_path, "<p style='mso-bidi-font-size: 12pt'>x") == {}


@pytest.mark.parametrize(
    ("html", "place"),
    [
        ('<p>\n<img alt="" src="gone.png">', "page.html:2:1"),
        ('<p>\n<IMG alt="" SRC=" gone.png ">', "page.html:2:1"),
        ("<style>\np::before { content: url('gone.png') }</style><p>x", "page.html:2:22"),
        ('<p>\n<img alt="" src="data:image/png;base64,AAAA">', "page.html:2:1"),
        (
            '<p><a title="<img>"></a><script>"<img>"</script><!-- <img> --><img alt="" src=x.png>',
            "page.html:1:63",
        ),
    ],
)
def test_a_picture_that_is_missing_has_a_place(html: str, place: str, tmp_path: Path) -> None:
    assert list(places(tmp_path, html)) == [place]


def test_properties_from_attributes_are_at_their_element(tmp_path: Path) -> None:
    html = '<p>x</p>\n  <p style="transform: rotate(3deg)">y'
    assert list(places(tmp_path, html)) == ["page.html:2:3"]


def test_where_the_parser_has_mended_the_page_ids_tell(tmp_path: Path) -> None:
    html = '<b><p>x</b>y\n<b id="a" style="outline: 1px solid">z</b>'
    assert list(places(tmp_path, html)) == ["page.html:2:1"]
    html = '<b><p>x</b>y\n<b style="outline: 1px solid">z</b>'
    assert list(places(tmp_path, html)) == [""]
