from __future__ import annotations

from typing import Any

import pytest

from tests.editions.docx.lower.pictures.test_picture import image
from tests.editions.docx.words import faces, lowered, opened, page, parts, styled
from triplicate.diagnostics import Diagnostics
from triplicate.editions.docx.lower import lower
from triplicate.editions.docx.package import pack
from triplicate.layout import engine
from triplicate.layout.facts import read_facts

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
POINT = 12700


def package(body: str, css: str = "") -> dict[str, Any]:
    return parts(lowered(body, css).document)


def sizes(root: Any) -> list[tuple[int, int]]:
    return [(int(one.get("cx")), int(one.get("cy"))) for one in root.iter(f"{WP}extent")]


def test_a_picture_in_a_line_has_its_size_and_its_words() -> None:
    found = package(f'<p><img alt="a &quot;dot&quot;" title="t" src="{image(20, 10)}"></p>')
    root = found["word/document.xml"]
    (inline,) = root.iter(f"{WP}inline")
    about = inline.find(f"{WP}docPr")
    assert (about.get("descr"), about.get("title")) == ('a "dot"', "t")
    assert sizes(root) == [(15 * POINT, 7.5 * POINT)]


def test_the_root_of_a_part_declares_drawings_where_there_are_some() -> None:
    """Pandoc finds the texts of pictures by what the root declares."""
    for body, there in ((f'<p><img alt="x" src="{image(9, 9)}"></p>', True), ("<p>x</p>", False)):
        root = package(body)["word/document.xml"]
        assert ("wp" in root.nsmap) is there


def test_a_decorative_picture_says_so() -> None:
    root = package(f'<p><img alt="" src="{image(9, 9)}"></p>')["word/document.xml"]
    (about,) = root.iter(f"{WP}docPr")
    assert about.get("descr") is None
    (mark,) = about.iter("{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative")
    assert mark.get("val") == "1"


def test_each_file_is_in_the_package_once() -> None:
    one, two = image(3, 3), image(4, 4, "jpeg")
    body = f'<p><img alt="" src="{one}"><img alt="" src="{two}"><img alt="" src="{one}"></p>'
    found = package(body)
    media = [name for name in found if name.startswith("word/media/")]
    assert media == ["word/media/image1.png", "word/media/image2.jpeg"]
    blips = [blip.get(f"{R}embed") for blip in found["word/document.xml"].iter(f"{A}blip")]
    assert blips == ["rImage1", "rImage2", "rImage1"]
    numbers = [one.get("id") for one in found["word/document.xml"].iter(f"{WP}docPr")]
    assert numbers == ["1", "2", "3"]


def test_a_drawing_comes_with_a_picture() -> None:
    svg = '<svg width="9" height="9"><title>x</title><rect width="9" height="9"/></svg>'
    found = package(f"<p>{svg}</p>")
    assert [name for name in found if name.startswith("word/media/")] == [
        "word/media/image1.png",
        "word/media/image2.svg",
    ]
    (blip,) = found["word/document.xml"].iter(f"{A}blip")
    (drawing,) = blip.iter("{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip")
    assert (blip.get(f"{R}embed"), drawing.get(f"{R}embed")) == ("rImage1", "rImage2")
    types = {one.get("Extension") for one in found["[Content_Types].xml"]}
    assert "png" in types


@pytest.mark.parametrize(
    ("css", "origin", "across"),
    [
        ("float: left", "column", "left"),
        ("float: right", "column", "right"),
        ("float: left; margin-left: 10pt", "column", str(10 * POINT)),
        ("float: right; margin-right: 10pt", "rightMargin", str(-25 * POINT)),
    ],
)
def test_a_picture_beside_the_text_is_anchored_at_its_side(
    css: str, origin: str, across: str
) -> None:
    found = package(f'<p><img alt="" src="{image(20, 10)}" style="{css}">a</p>')
    (anchor,) = found["word/document.xml"].iter(f"{WP}anchor")
    position = anchor.find(f"{WP}positionH")
    assert (position.get("relativeFrom"), position[0].text) == (origin, across)
    assert anchor.find(f"{WP}wrapSquare") is not None


def test_the_pages_tell_what_a_share_of_a_column_is() -> None:
    css = "table { width: 100% } img { width: 50% }"
    body = f'<table><tr><td style="width: 100pt"><img alt="" src="{image(20, 10)}"></td>'
    tree = styled(page(body + "<td>a</td></tr></table>"), css)
    document = lower(tree, faces(), Diagnostics())
    facts = read_facts(engine.paginate(tree), tree)
    found = opened(pack(document, lambda: facts))
    width, height = facts.images[0]
    expected = [(round(width * 9525), round(height * 9525))]
    assert sizes(found["word/document.xml"]) == expected


def test_a_frame_is_as_wide_as_its_box() -> None:
    css = "aside { float: right; width: 100pt }"
    root = package("<aside><p>a</p></aside><p>b</p>", css)["word/document.xml"]
    (frame,) = root.iter("{*}framePr")
    assert [str(value) for value in frame.attrib.values()] == [
        "2000",
        "around",
        "text",
        "text",
        "right",
        "1",
    ]


def test_a_header_may_show_a_picture() -> None:
    css = f'@page {{ @top-left {{ content: url({image(40, 20)}) " Name" }} }}'
    found = package("<p>a</p>", css)
    root = found["word/header1.xml"]
    assert sizes(root) == [(30 * POINT, 15 * POINT)]
    assert "".join(text.text for text in root.iter("{*}t")) == " Name"
    (relation,) = found["word/_rels/header1.xml.rels"]
    assert relation.get("Target") == "media/image1.png"


def test_soft_hyphens_are_words_own() -> None:
    root = package("<p>hy&shy;phen</p>")["word/document.xml"]
    assert [element.tag.rpartition("}")[2] for element in next(root.iter("{*}r"))] == [
        "t",
        "softHyphen",
        "t",
    ]


def test_the_same_picture_gives_the_same_bytes() -> None:
    document = lowered(f'<p><img alt="" src="{image(9, 9)}"></p>').document
    assert pack(document) == pack(document)


def cropped(root: Any) -> dict[str, int]:
    (crop,) = root.iter(f"{A}srcRect")
    return {side: int(share) for side, share in crop.items()}


def test_padding_and_fill_are_around_a_picture_and_behind_it() -> None:
    css = "img { padding: 5pt 10pt; background: #aabbcc; border: 1pt solid #112233 }"
    root = package(f'<p><img alt="x" src="{image(40, 20)}"></p>', css)["word/document.xml"]
    assert sizes(root) == [((30 + 20) * POINT, (15 + 10) * POINT)]
    share = round(10 / 30 * 100_000)
    assert cropped(root) == {"l": -share, "t": -share, "r": -share, "b": -share}
    (properties,) = root.iter("{http://schemas.openxmlformats.org/drawingml/2006/picture}spPr")
    assert [child.tag.removeprefix(A) for child in properties] == [
        "xfrm",
        "prstGeom",
        "solidFill",
        "ln",
    ]
    assert properties.find(f"{A}solidFill/{A}srgbClr").get("val") == "AABBCC"


def test_padding_around_a_picture_whose_size_the_pages_know() -> None:
    css = "img { width: 50%; padding: 10pt } td { padding: 0; width: 80pt }"
    css += "table { border-spacing: 0; width: 80pt; table-layout: fixed }"
    body = page(f'<table><tr><td><img alt="x" src="{image(40, 40)}"></table>')
    tree, laid_out = styled(body, css), styled(body, css)
    facts = read_facts(engine.paginate(laid_out), laid_out)
    root = opened(pack(lower(tree, faces(), Diagnostics()), lambda: facts))["word/document.xml"]
    assert sizes(root) == [(60 * POINT, 60 * POINT)]
    assert set(cropped(root).values()) == {-25_000}


def test_a_part_of_a_picture_has_no_padding_which_is_reported() -> None:
    css = "img { width: 20pt; height: 20pt; object-fit: cover; padding: 5pt }"
    found = lowered(f'<p><img alt="x" src="{image(40, 20)}"></p>', css)
    assert sizes(parts(found.document)["word/document.xml"]) == [(20 * POINT, 20 * POINT)]
    assert [problem.split(": ")[1] for problem in found.problems] == [
        "expected no padding around a part of a picture, found some on <img>"
    ]
