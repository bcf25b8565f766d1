from __future__ import annotations

import pytest

from tests.editions.docx.words import lowered, parts
from triplicate.editions.docx import ir

LINE = ir.Border("single", 16, "006600", 6)
FRAME = "@page { size: 400pt 600pt; margin: 50pt; border: 2pt solid #006600; padding: 6pt }"


def test_margins_in_percent_are_of_the_width_and_the_height_of_the_page() -> None:
    section = lowered("<p>a</p>", "@page { size: 400pt 600pt; margin: 10% 20% }").section
    assert section.margins[:4] == (1200, 1600, 1200, 1600)


def test_the_text_is_inside_of_the_borders_and_padding_of_its_page() -> None:
    assert lowered("<p>a</p>", FRAME).section.margins[:4] == (58 * 20,) * 4


def test_pages_have_borders() -> None:
    found = lowered("<p>a</p>", FRAME)
    assert found.section.borders == ((LINE,) * 4, "allPages")
    assert found.problems == []
    package = parts(found.document)
    (borders,) = package["word/document.xml"].iter("{*}pgBorders")
    assert [child.tag.partition("}")[2] for child in borders] == ["top", "left", "bottom", "right"]
    assert package["word/settings.xml"].find("{*}bordersDoNotSurroundHeader") is not None


@pytest.mark.parametrize(
    ("first", "others", "pages"),
    [("solid", "none", "firstPage"), ("none", "solid", "notFirstPage")],
)
def test_first_pages_may_have_other_borders(first: str, others: str, pages: str) -> None:
    css = (
        f"@page {{ border-top: 2pt {others} #006600 }}"
        f"@page :first {{ border-top: 2pt {first} #006600 }}"
    )
    borders, shown = lowered("<p>a</p>", css).section.borders
    assert shown == pages
    assert borders[0] == LINE._replace(space=0)


def test_pages_have_a_colour() -> None:
    found = lowered("<p>a</p>", "@page { background: #ffffee }")
    assert found.document.fill == "FFFFEE"
    assert found.problems == []
    package = parts(found.document)
    assert package["word/document.xml"][0].tag.endswith("}background")
    assert package["word/settings.xml"].find("{*}displayBackgroundShape") is not None


def test_white_pages_are_paper() -> None:
    found = lowered("<p>a</p>", "@page, body { background: white }")
    assert found.document.fill == ""
    assert found.problems == []


@pytest.mark.parametrize(
    ("css", "what"),
    [
        ("@page { background: #eee } @page :first { background: #ddd }", "found several"),
        ("body { background: #eee }", "found others on <body>"),
        ("html { background: #eee }", "found others on <html>"),
    ],
)
def test_other_colours_of_paper_are_reported(css: str, what: str) -> None:
    (problem,) = lowered("<p>a</p>", css).problems
    assert problem.endswith(what)


def test_pictures_behind_pages_are_reported_once() -> None:
    css = "@page { background: linear-gradient(red, blue); border-radius: 4pt }"
    assert sorted(lowered("<p>a</p>", css).problems) == [
        "Word edition: expected boxes filled with one colour, found background-image on @page",
        "Word edition: expected boxes with square corners, found border-radius on @page",
    ]


def test_pages_without_headers_have_no_parts_for_them() -> None:
    """LibreOffice draws the border of a page around empty headers."""
    css = "@page { border: 2pt solid #aa8855 } @page wide { size: 700pt 500pt } .w { page: wide }"
    package = parts(lowered("<p>a</p><p class=w>b</p>", css).document)
    assert not [name for name in package if "header" in name or "footer" in name]


def test_sections_after_a_header_have_their_own() -> None:
    css = "@page wide { @top-left { content: 'x' } } .w { page: wide }"
    package = parts(lowered("<p>a</p><p class=w>b</p><p>c</p>", css).document)
    body = package["word/document.xml"]
    found = [len(list(s.iter("{*}headerReference"))) for s in body.iter("{*}sectPr")]
    assert found == [0, 1, 1]
    assert not list(body.iter("{*}footerReference"))
