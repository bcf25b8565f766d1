from __future__ import annotations

import pytest

from tests.editions.docx.words import Lowered, lowered, text
from triplicate.editions.docx import ir

PRE = "white-space: pre; font: 8pt/10pt Literata"
PAGE = "@page { size: 600pt 800pt; margin: 50pt; "


def header(found: Lowered) -> list[ir.Paragraph]:
    assert found.section.headers.default
    return [block for block in found.section.headers.default if isinstance(block, ir.Paragraph)]


@pytest.mark.parametrize(
    ("align", "shown"),
    [("bottom", "a\t\nb\tR"), ("top", "a\tR\nb\t"), ("middle", "a\tR\nb\t")],
)
def test_lines_of_boxes_beside_each_other_are_lines_of_one_paragraph(
    align: str, shown: str
) -> None:
    left = rf'@top-left {{ content: "a\A b"; {PRE}; vertical-align: {align} }}'
    right = f'@top-right {{ content: "R"; vertical-align: {align} }}'
    found = lowered("<p>x</p>", f"{PAGE} {left} {right} }}")
    (paragraph,) = header(found)
    assert text(paragraph) == shown
    assert found.problems == []


def test_a_line_end_is_a_space_where_css_keeps_none() -> None:
    found = lowered("<p>x</p>", PAGE + r'@top-left { content: "a\A b" } }')
    assert text(header(found)[0]) == "a b"


RUNNING = PAGE + "@top-left { content: element(l) } @top-right { content: element(r) } }"
RUNNING += ".l { position: running(l) } .r { position: running(r) } .l p, .r p { margin: 0 }"


def test_running_elements_beside_each_other_are_lines_of_one_paragraph() -> None:
    body = "<div class=l><p>A</p><p>B</p></div><div class=r><p>C</p><p>D</p></div><p>x</p>"
    found = lowered(body, RUNNING)
    (paragraph,) = header(found)
    assert text(paragraph) == "A\tC\nB\tD"
    assert found.problems == []


def test_running_elements_of_more_than_text_are_reported_where_others_are_beside() -> None:
    body = "<div class=l><table><tr><td>A</table></div><div class=r><p>C</p></div><p>x</p>"
    (problem,) = lowered(body, RUNNING).problems
    assert "expected running elements of text beside other margin boxes" in problem


def test_a_running_element_alone_keeps_its_paragraphs() -> None:
    found = lowered(
        "<div class=l><p>A</p><p>B</p></div><p>x</p>", RUNNING.replace("element(r)", "none")
    )
    assert [text(paragraph) for paragraph in header(found)] == ["A", "B"]


def test_the_border_of_a_box_is_no_line_below_its_words() -> None:
    look = "border-bottom: 0.5pt solid red; background: #eeeeee; text-decoration: underline"
    found = lowered("<p>x</p>", f'{PAGE} @top-left {{ content: "L"; {look} }} }}')
    style = found.style("header")
    assert style.paragraph.bottom == ir.Border("single", 4, "FF0000")
    assert (style.run.shade, style.run.underline, style.run.underline_color) == ("", "single", "")
    assert header(found)[0].inlines == (ir.Run("L"),)
