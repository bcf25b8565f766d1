from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from triplicate.drawings import MAX_SHAPES, cleaned, shapes
from triplicate.layout.fetch import FolderFetcher
from triplicate.resources import RefusedResource, Resources, check_drawing

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def drawing(inner: str, attributes: str = "") -> ElementTree.Element:
    return ElementTree.fromstring(f"{HEAD} {attributes}>{inner}</svg>")


def bomb(levels: int) -> str:
    copies = "".join(
        f'<g id="a{n}">' + f'<use xlink:href="#a{n - 1}"/>' * 10 + "</g>"
        for n in range(1, levels + 1)
    )
    return f'<g id="a0"><rect/></g>{copies}'


FILES = "references to files"


@pytest.mark.parametrize(
    ("inner", "removed", "left"),
    [
        ("<script>alert()</script><rect/>", ["scripts"], "rect"),
        ("<rect onload='alert()'/>", ["scripts"], "rect"),
        ("<foreignObject><p>x</p></foreignObject>", ["HTML (<foreignObject>)"], ""),
        ("<rect><animate/></rect><set/>", ["animations"], "rect"),
        ('<image xlink:href="http://example.org/a.png"/>', [FILES], "image"),
        ('<image href="a.png"/>', [FILES], "image"),
        ('<use href="other.svg#a"/>', [FILES], "use"),
        ('<image href="data:text/html,x"/>', [FILES], "image"),
        ('<rect fill="url(http://example.org/#a)"/>', [FILES], "rect"),
        ("<style>@import 'a.css'; rect { fill: url(a.svg#b) }</style>", [FILES], "style"),
        ('<image href="data:image/png;base64,AA"/><use href="#a"/>', [], "image use"),
        ('<rect fill="url(#a)" style="mask: url( \'#b\' )"/>', [], "rect"),
        ('<a href="https://example.org/"><rect/></a>', [], "a rect"),
        ("<text>a<script/>b</text>", ["scripts"], "text"),
    ],
)
def test_a_drawing_keeps_what_it_shows(inner: str, removed: list[str], left: str) -> None:
    root = drawing(inner)
    assert list(cleaned(root)) == removed
    tags = [element.tag.rpartition("}")[2] for element in root.iter()]
    assert " ".join(tags[1:]) == left
    written = ElementTree.tostring(root, encoding="unicode")
    assert not any(word in written for word in ("example.org", "alert", "a.css", "a.svg#b"))
    if "<text" in inner:
        assert "".join(root.itertext()) == "ab"


def test_copies_of_copies_are_counted() -> None:
    root = drawing(bomb(3) + '<use href="#a3"/>')
    assert shapes(root) > 1000
    assert cleaned(root) == ()


@pytest.mark.parametrize(
    "inner", [bomb(9), bomb(2000), '<g id="a"><use href="#a"/><use href="#a"/></g>']
)
def test_copies_without_measure_are_refused_in_no_time(inner: str) -> None:
    root = drawing(inner)
    assert shapes(root) > MAX_SHAPES
    with pytest.raises(RefusedResource, match=r"copies of copies"):
        check_drawing(ElementTree.tostring(root))
    assert cleaned(root) == ("copies of copies (<use>) without measure",)
    assert not list(root.iter("{http://www.w3.org/2000/svg}use"))


def test_files_of_drawings_are_checked_when_they_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    path.write_text(f"{HEAD}>{bomb(9)}</svg>")
    fetcher = FolderFetcher(Resources((tmp_path,)))
    with pytest.raises(RefusedResource):
        fetcher.fetch(path.as_uri())
    assert "copies of copies" in str(fetcher.failures[0][1])


def test_entities_without_measure_do_not_hang(tmp_path: Path) -> None:
    """Expat itself refuses them."""
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    text = f'<!DOCTYPE svg [<!ENTITY a0 "xxxxxxxxxx">{entities}]>{HEAD}><text>&a9;</text></svg>'
    with pytest.raises(ElementTree.ParseError):
        ElementTree.fromstring(text)
