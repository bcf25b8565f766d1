"""Running elements stand where the PDF has them; what headers cannot show of them is reported."""

from __future__ import annotations

from typing import Any

import pytest

from tests.editions.docx.words import lowered, page, styled
from triplicate.editions.docx import ir
from triplicate.layout import engine

PAGE = "@page { size: 600pt 800pt; margin: 50pt; font: 10pt/12pt Literata; "
CSS = "p { margin: 0 } .r { position: running(r) } "
TWO = "<div class=r><p>A longer line of words</p><p>short</p></div><p>a</p>"
ONE = "<div class=r>Words</div><p>a</p>"


def drawn(body: str, css: str) -> list[tuple[float, float]]:
    """Where the lines of margin boxes begin and end in the PDF, in points from the text's edge."""
    boxes: list[Any] = engine.paginate(styled(page(body), css)).pages[0]._page_box.children
    found = [
        (text.position_x * 0.75 - 50, (text.position_x + text.width) * 0.75 - 50)
        for box in boxes
        if getattr(box, "at_keyword", "")
        for text in box.descendants()
        if hasattr(text, "text")
    ]
    assert found
    return found


def looks(body: str, css: str) -> list[ir.ParagraphFormat]:
    found = lowered(body, css)
    assert found.problems == []
    header = found.section.headers.default or ()
    paragraphs = [block for block in header if isinstance(block, ir.Paragraph)]
    return [ir.overlay(found.style(p.style).paragraph, p.format) for p in paragraphs]


@pytest.mark.parametrize("place", ["left", "center", "right"])
@pytest.mark.parametrize("align", ["left", "center", "right"])
@pytest.mark.parametrize("body", [ONE, TWO])
def test_a_running_element_stands_where_the_layout_has_it(
    place: str, align: str, body: str
) -> None:
    css = f"{PAGE} @top-{place} {{ content: element(r) }} }} {CSS} .r {{ text-align: {align} }}"
    for look, (start, end) in zip(looks(body, css), drawn(body, css), strict=True):
        left, right = (look.left or 0) / 20, 500 - (look.right or 0) / 20
        shown = {
            "left": (left, start),
            "right": (right, end),
            "center": ((left + right) / 2, (start + end) / 2),
        }
        here, there = shown[look.align or "left"]
        assert here == pytest.approx(there, abs=1)  # kerning


def test_running_elements_that_fill_their_edge_stay_as_they_are() -> None:
    body = f"<div class=r>{'word ' * 60}</div><p>a</p>"
    css = f"{PAGE} @top-center {{ content: element(r) }} }} {CSS}"
    (look,) = looks(body, css)
    assert (look.align, look.left or 0, look.right or 0) == ("left", 0, 0)


def test_running_elements_at_a_side_are_aligned_as_they_say() -> None:
    css = f"{PAGE} @left-middle {{ content: element(r) }} }} {CSS} .r {{ text-align: right }}"
    look, *_ = looks(ONE, css)
    assert look.align == "right"


@pytest.mark.parametrize("name", ["height", "min-height", "max-height"])
def test_heights_of_running_elements_are_reported(name: str) -> None:
    css = f"{PAGE} @top-center {{ content: element(r) }} }} {CSS} .r {{ {name}: 40pt }}"
    (problem,) = lowered(ONE, css).problems
    assert problem.endswith(f"running elements as high as their text, found {name} on <div>")


@pytest.mark.parametrize("where", ["@top-left", "@left-middle"])
@pytest.mark.parametrize(
    ("css", "name"),
    [
        ("background: yellow", "background"),
        ("border: 1pt solid", "border"),
        ("padding-left: 9pt", "padding"),
        ("margin: 9pt 0 0", "margin"),
        ("text-indent: 9pt", "text-indent"),
        ("width: 5pt", "width"),
    ],
)
def test_what_lines_beside_others_cannot_show_is_reported(where: str, css: str, name: str) -> None:
    sheet = f"{PAGE} {where} {{ content: element(r) }} @top-right {{ content: 'x' }} }}"
    (problem,) = lowered(ONE, f"{sheet} {CSS} .r {{ {css} }}").problems
    assert problem.endswith(f"elements that stand beside others, found {name} on <div>")


@pytest.mark.parametrize("css", ["margin: 9pt 0", "padding-right: 9pt", "width: 90pt"])
def test_what_does_not_move_lines_beside_others_is_not_reported(css: str) -> None:
    sheet = f"{PAGE} @top-left {{ content: element(r) }} @top-right {{ content: 'x' }} }}"
    assert lowered(ONE, f"{sheet} {CSS} .r {{ {css} }}").problems == []


@pytest.mark.parametrize(("align", "said"), [("left", 0), ("right", 1)])
def test_lines_of_several_lengths_are_aligned_at_the_stop_of_their_box(
    align: str, said: int
) -> None:
    sheet = f"{PAGE} @top-left {{ content: element(r) }} @top-right {{ content: 'x' }} }}"
    found = lowered(TWO, f"{sheet} {CSS} .r {{ text-align: {align} }}")
    assert ["found text-align on <p>" in problem for problem in found.problems] == [True] * said
