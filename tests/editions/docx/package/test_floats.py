"""The places of what floats, as the layout tells them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.editions.docx.words import W, lowered, opened
from triplicate.editions.docx.package import pack
from triplicate.layout.facts import LayoutFacts

CSS = "aside, table { float: right; width: 100pt; margin: 0 0 6pt 9pt } p { margin: 0 }"
BODY = "<p>x</p><aside><p>a</p><p>b</p></aside><p>c</p>"
TABLE = "<p>x</p><table><tr><td>a</td></tr></table><p>c</p>"


def xml(body: str, facts: LayoutFacts | None = None, css: str = CSS) -> Any:
    document = lowered(body, css).document
    return opened(pack(document, (lambda: facts) if facts else None))["word/document.xml"]


def attributes(element: Any) -> dict[str, str]:
    return {name.removeprefix(W): value for name, value in element.attrib.items()}


def place(*pixels: float) -> LayoutFacts:
    return LayoutFacts(1, {}, floats=(pixels,))


def test_paragraphs_of_a_float_have_equal_frames() -> None:
    first, second = xml(BODY).iter(f"{W}framePr")
    assert attributes(first) == attributes(second)
    assert attributes(first) == {
        "w": "2180",
        "wrap": "around",
        "vAnchor": "text",
        "hAnchor": "text",
        "xAlign": "right",
        "y": "1",
    }


def test_a_frame_is_as_high_as_in_the_layout_and_where_it_has_it() -> None:
    frame = next(xml(BODY, place(200.0, 145.33, 188.0, 50.0, 10.0)).iter(f"{W}framePr"))
    found = attributes(frame)
    assert (found["x"], found["w"], found["h"]) == ("3000", "2180", "750")
    assert (found["hRule"], found["y"]) == ("atLeast", "150")
    assert "xAlign" not in found


def test_a_frame_comes_before_the_other_properties_in_the_order_of_the_schema() -> None:
    frame = next(xml(BODY).iter(f"{W}framePr"))
    names = [child.tag.removeprefix(W) for child in frame.getparent()]
    assert names.index("framePr") == 1


@pytest.mark.parametrize(
    ("facts", "across"),
    [(None, ("tblpXSpec", "right")), (place(100.0, 145.0, 50.0, 20.0, 0.0), ("tblpX", "1680"))],
)
def test_a_table_has_a_place_and_distances(
    facts: LayoutFacts | None, across: tuple[str, str]
) -> None:
    properties = next(xml(TABLE, facts).iter(f"{W}tblPr"))
    names = [child.tag.removeprefix(W) for child in properties]
    assert names[:3] == ["tblStyle", "tblpPr", "tblOverlap"]
    found = attributes(properties.find(f"{W}tblpPr"))
    assert found.items() >= {across, ("leftFromText", "180"), ("rightFromText", "0")}
    assert (found["vertAnchor"], found["horzAnchor"]) == ("text", "text")


@pytest.mark.parametrize(("moved", "breaks"), [(12.0, ["all"]), (0.0, [])])
def test_clear_is_a_break_where_it_moves_the_text(moved: float, breaks: list[str]) -> None:
    css = CSS + "h2 { clear: both; margin: 12pt 0 0 }"
    facts = LayoutFacts(1, {}, clears=((moved,),))
    root = xml("<aside>a</aside><p>b</p><h2>c</h2>", facts, css)
    found = [attributes(element) for element in root.iter(f"{W}br")]
    assert [one["clear"] for one in found] == breaks
    heading = list(root.iter(f"{W}p"))[-1]
    spacing = heading.find(f"{W}pPr/{W}spacing")
    assert (spacing is not None and spacing.get(f"{W}before")) == ("0" if breaks else False)


def test_a_break_before_a_table_stands_in_a_paragraph_of_its_own() -> None:
    body = "<aside>a</aside><p>b</p><div><table><tr><td>c</td></tr></table></div>"
    css = "aside { float: left } div { clear: left }"
    root = xml(body, LayoutFacts(1, {}, clears=((5.0,),)), css)
    (line_break,) = root.iter(f"{W}br")
    paragraph = line_break.getparent().getparent()
    assert paragraph.getnext().tag == f"{W}tbl"
    assert attributes(line_break) == {"type": "textWrapping", "clear": "left"}


def test_what_clears_on_no_page_that_is_known_begins_as_usual() -> None:
    body = "<p>x</p><aside>a</aside><h2 style='clear: both'>c</h2>"
    made = xml(body, LayoutFacts(1, {}, floats=((),)))
    assert made.find(f".//{W}br") is None


def test_no_place_is_further_off_than_word_takes() -> None:
    table = xml(TABLE, place(100.0, 145.0, 50.0, 20.0, 9000.0)).find(f".//{W}tblpPr")
    assert attributes(table)["tblpY"] == "31680"


def test_what_is_higher_than_a_page_stands_in_the_text() -> None:
    for body in (TABLE, BODY):
        tall = xml(body, place(100.0, 145.0, 50.0, 900.0, 0.0))
        assert not list(tall.iter(f"{W}tblpPr", f"{W}framePr"))
