from __future__ import annotations

import pytest

from tests.editions.docx.words import lowered, parts, text
from triplicate.editions.docx import ir

CSS = "pre, p { tab-size: 20pt; margin: 0 }"


def stops(paragraph: ir.Paragraph) -> list[int]:
    return [stop.position for stop in paragraph.format.tabs or ()]


@pytest.mark.parametrize("space", ["pre", "pre-wrap"])
def test_tabs_that_show_stop_where_the_pdf_has_them(space: str) -> None:
    css = f"{CSS} p {{ white-space: {space}; margin-left: 15pt }}"
    found = lowered("<p>a\tb\n\tc</p>", css)
    (paragraph,) = found.paragraphs
    assert text(paragraph) == "a\tb\n\tc"
    # The column is 400 pt wide, 385 beside the margin. Pixels are whole: 26 are 19.5 pt.
    assert stops(paragraph) == [300 + 390 * n for n in range(1, 20)]
    assert found.problems == []


def test_tabs_that_are_blanks_need_no_stops() -> None:
    (collapsed,) = lowered("<p>a\tb</p>", CSS).paragraphs
    (without,) = lowered("<pre>a b</pre>", CSS).paragraphs
    assert stops(collapsed) == stops(without) == []


def test_tab_stops_of_text_in_a_box_are_measured_from_the_box() -> None:
    css = CSS + "div { border: 1pt solid; margin-left: 30pt; padding: 10pt } ul { margin: 0 }"
    body = "<div><pre>\ta</pre><ul><li>b</ul></div>"
    (table,) = lowered(body, css).tables
    code = table.rows[0].cells[0].blocks[0]
    assert isinstance(code, ir.Paragraph)
    assert stops(code)[:2] == [390, 780]


def test_tabs_are_elements_of_words() -> None:
    document = lowered("<pre>\ta</pre>", CSS).document
    names = [node.tag.rpartition("}")[2] for node in parts(document)["word/document.xml"].iter()]
    assert "tab" in names
