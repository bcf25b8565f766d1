from __future__ import annotations

from tests.editions.docx.words import Lowered, lowered, text
from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.numbering import Numberings


def shown(found: Lowered) -> list[str]:
    """Each list paragraph's number or bullet and its text."""
    numberings = Numberings()
    for levels in found.document.numberings:
        numberings.define(levels)
    numberings.instances = list(found.document.instances)
    lines = []
    for paragraph in found.paragraphs:
        number = paragraph.number or found.style(paragraph.style).number
        mark = numberings.count(number) if number and number.instance else ""
        lines.append(f"{mark} {text(paragraph)}".strip())
    return lines


def test_items_are_numbered_by_word() -> None:
    found = lowered("<ol><li>One</li><li>Two</li></ol>")
    assert shown(found) == ["1. One", "2. Two"]
    assert {paragraph.style for paragraph in found.paragraphs} == {"List Number"}


def test_the_first_list_needs_nothing_beyond_its_style() -> None:
    found = lowered("<ol><li>One</li></ol><p>x</p>")
    assert found.paragraphs[0].number is None
    assert found.paragraphs[0].format == ir.ParagraphFormat()


def test_a_second_list_starts_again() -> None:
    found = lowered("<ol><li>A</li><li>B</li></ol><p>x</p><ol><li>C</li><li>D</li></ol>")
    assert shown(found) == ["1. A", "2. B", "x", "1. C", "2. D"]


def test_a_list_may_start_anywhere() -> None:
    found = lowered('<ol style="counter-reset: list-item 4"><li>Five</li><li>Six</li></ol>')
    assert shown(found) == ["5. Five", "6. Six"]


def test_lists_nest_and_start_again_inside_each_item() -> None:
    inner = "<ol><li>x</li><li>y</li></ol>"
    found = lowered(f"<ol><li>A{inner}</li><li>B{inner}</li></ol>")
    assert shown(found) == ["1. A", "1. x", "2. y", "2. B", "1. x", "2. y"]
    assert [found.number(paragraph).level for paragraph in found.paragraphs] == [0, 1, 1, 0, 1, 1]


def test_a_list_with_the_lists_in_it_is_one_definition() -> None:
    found = lowered("<ol><li>A<ul><li>x</li></ul></li></ol>")
    instances = {found.number(p).instance for p in found.paragraphs}
    used = {found.document.instances[instance - 1].numbering for instance in instances}
    assert len(used) == 1
    assert [found.level(p).format for p in found.paragraphs] == ["decimal", "bullet"]


def test_css_list_styles_become_words_formats() -> None:
    styles = ["lower-alpha", "upper-roman", "decimal-leading-zero"]
    body = "".join(f'<ol style="list-style-type: {s}"><li>x</li></ol>' for s in styles)
    found = lowered(body)
    assert shown(found) == ["a. x", "I. x", "01. x"]


def test_later_paragraphs_of_an_item_continue_it() -> None:
    found = lowered("<ol><li><p>One</p><p>More</p></li><li>Two</li></ol>")
    assert shown(found) == ["1. One", "More", "2. Two"]
    assert found.paragraphs[1].style == "List Continue"
    look = ir.overlay(found.style("List Continue").paragraph, found.paragraphs[1].format)
    assert (look.left, look.first_line) == (480, 0)


def test_numbers_of_one_width_begin_and_others_end_at_one_place() -> None:
    short = lowered("<ol>" + "<li>x</li>" * 3 + "</ol>")
    long = lowered("<ol>" + "<li>x</li>" * 12 + "</ol>")
    assert short.level(short.paragraphs[0]).align == "left"
    assert long.level(long.paragraphs[0]).align == "right"
    assert shown(long)[-1] == "12. x"


def test_a_bullet_is_the_one_of_the_style_sheet() -> None:
    found = lowered("<ul><li>x</li></ul>", 'ul { list-style-type: "– " }')
    assert found.level(found.paragraphs[0]).text == "–"


def test_a_list_without_markers_is_only_indented() -> None:
    found = lowered("<ul><li>x</li></ul>", "ul { list-style-type: none }")
    assert found.paragraphs[0].style == "List Continue"


def test_an_item_that_begins_with_a_list_keeps_its_number() -> None:
    found = lowered("<ol><li><ol><li>inner</li></ol></li></ol>")
    assert shown(found) == ["1.", "1. inner"]
