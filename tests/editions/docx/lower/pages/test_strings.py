from __future__ import annotations

from typing import Any

import pytest

from tests.editions.docx.words import Lowered, lowered, text
from triplicate.editions.docx import ir

PAGE = "@page { size: 600pt 800pt; margin: 50pt; @top-left { content: string(s) } }"
COUNTED = "h2 { counter-increment: ch } h2::before { content: counter(ch) '. ' }"


def shown(section: ir.Section) -> str:
    """What a section's header says, fields in brackets."""
    assert section.headers.default
    (paragraph,) = section.headers.default
    assert isinstance(paragraph, ir.Paragraph)
    return "".join(
        f"[{inline.instruction}]" if isinstance(inline, ir.Field) else inline.text
        for inline in paragraph.inlines
        if isinstance(inline, ir.Field | ir.Run)
    )


def results(found: Lowered) -> list[str]:
    """What the headers of all sections show until Word updates them."""
    return [text(_header(section)) for section in found.document.sections]


def _header(section: ir.Section) -> Any:
    assert section.headers.default
    return section.headers.default[0]


@pytest.mark.parametrize(
    ("rules", "body", "expected"),
    [
        ("h2 { string-set: s content() }", "<h2>A</h2><h2>B</h2>", "[STYLEREF 1]"),
        ("h1 { string-set: s content() }", "<h1>A</h1>", "[REF string_s \\* CHARFORMAT]"),
        ("h1 { string-set: s content() }", "<h1 id=a>A</h1>", "[REF a \\* CHARFORMAT]"),
        ("h1 { string-set: s 'Title' }", "<h1>A</h1>", "Title"),
        ("h2 { string-set: s '«' content() '»' }", "<h2>A</h2><h2>B</h2>", "«[STYLEREF 1]»"),
        (
            COUNTED + "h2 { string-set: s 'Chapter ' counter(ch) ': ' content() }",
            "<h2>A</h2><h2>B</h2>",
            "Chapter [STYLEREF 1 \\n]: [STYLEREF 1]",
        ),
        (
            COUNTED + "h2 { string-set: s 'No. ' counter(ch) }",
            "<h2>A</h2><h2>B</h2>",
            "No. [STYLEREF 1 \\n]",
        ),
        (".x { string-set: s content() }", "<p class=x>A</p>", "[REF string_s \\* CHARFORMAT]"),
    ],
)
def test_a_string_is_a_field_that_shows_the_same(rules: str, body: str, expected: str) -> None:
    found = lowered(body, PAGE + rules)
    assert shown(found.section) == expected
    assert found.problems == []


def test_the_last_string_of_a_page_is_words_too() -> None:
    css = PAGE.replace("string(s)", "string(s, last)") + "h2 { string-set: s content() }"
    assert shown(lowered("<h2>A</h2><h2>B</h2>", css).section) == "[STYLEREF 1 \\l]"


@pytest.mark.parametrize(
    ("rules", "body", "marked"),
    [
        ("h2, h3 { string-set: s content() }", "<h2>A</h2><h3>B</h3>", ["A", "B"]),
        (".x { string-set: s content() }", "<p class=x>A</p><p>B</p><p class=x>C</p>", ["A", "C"]),
        ("b { string-set: s content() }", "<p>A <b>b</b></p><p>C <b>d</b></p>", ["b", "d"]),
        ("b { string-set: s content() }", "<p>A <b>b <i>c</i></b></p>", ["b ", "c"]),
    ],
)
def test_elements_of_several_styles_are_found_by_a_style_of_their_own(
    rules: str, body: str, marked: list[str]
) -> None:
    found = lowered(body, PAGE + rules)
    assert shown(found.section) == '[STYLEREF "Running S"]'
    runs = [i for p in found.paragraphs for i in p.inlines if isinstance(i, ir.Run)]
    assert [run.text for run in runs if run.style == "Running S"] == marked
    assert found.style("Running S").run == ir.RunFormat()
    assert found.problems == []


SECTIONS = PAGE + "h2 { string-set: s content() } .a { page: a } .b { page: b }"
CONTENTS = """nav a::after { content: leader('.') target-counter(attr(href), page) }
  h2 { string-set: s content() } nav { page: front } main { page: text }"""


def test_each_section_looks_for_the_style_that_its_own_strings_have() -> None:
    nav = "<nav><h2>Contents</h2><ol><li><a href='#a'>A</a></li></ol></nav>"
    found = lowered(f"{nav}<main><h2 id=a>A</h2><p>x</p><h2>B</h2></main>", PAGE + CONTENTS)
    assert [shown(section) for section in found.document.sections] == [
        '[STYLEREF "Running S"]',  # Word has other names for TOC Heading in other languages
        "[STYLEREF 1]",
    ]
    (heading, *_) = found.document.sections[1].blocks
    assert isinstance(heading, ir.Paragraph)
    assert [run.style for run in heading.inlines if isinstance(run, ir.Run)] == [""]
    assert results(found) == ["Contents", "A"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<div class=a><h2>A</h2></div><div class=b><h3>B</h3></div>", ["1", "2"]),
        ("<div class=a><h2>A</h2></div><div class=b><p>x</p></div>", ["1", "1"]),
        ("<div class=a><h2>A</h2></div><div class=b><p>x</p><h3>B</h3></div>", None),
        ("<div class=a><h2>A</h2><h3>B</h3></div><div class=b><h2>C</h2></div>", None),
        ("<div class=a><h2>A</h2></div><div class=b><h3>B</h3></div><p>x</p>", ["1", "2", "2"]),
    ],
)
def test_a_section_whose_pages_show_strings_of_two_styles_has_the_running_one(
    body: str, expected: list[str] | None
) -> None:
    css = SECTIONS.replace("h2 {", "h2, h3 {")
    found = lowered(body + "<div class=c><h2>D</h2></div>", f"{css} .c {{ page: c }}")
    fields = [shown(section) for section in found.document.sections]
    wanted = [f"[STYLEREF {level}]" for level in [*expected, "1"]] if expected else None
    assert fields == (wanted or ['[STYLEREF "Running S"]'] * 3)


def test_text_in_a_running_style_keeps_its_look() -> None:
    css = PAGE + "h2, h3 { string-set: s content() }"
    found = lowered("<h2>A <em>b</em></h2><h3>C</h3>", css)
    runs = [run for run in found.paragraphs[0].inlines if isinstance(run, ir.Run)]
    assert [(run.style, run.format.italic) for run in runs] == [
        ("Running S", None),
        ("Running S", True),
    ]


def test_each_section_shows_what_it_begins_with() -> None:
    body = "<div class=a><h2>A</h2><h2>B</h2></div><div class=b><p>x</p></div><h2>C</h2>"
    found = lowered(body, SECTIONS)
    assert results(found) == ["A", "B", "C"]
    assert found.problems == []


def test_nothing_is_shown_before_the_first() -> None:
    found = lowered("<div class=a><p>x</p></div><h2>A</h2><h2>B</h2>", SECTIONS)
    assert results(found) == ["", "A"]


def test_strings_that_stand_nowhere_are_those_of_their_section() -> None:
    rules = "div { string-set: s attr(title) }"
    body = "<div class=a title=A><p>x</p></div><div class=b title=B><p>y</p></div>"
    found = lowered(body, SECTIONS.replace("h2 { string-set: s content() }", rules))
    assert results(found) == ["A", "B"]
    assert found.problems == []


def test_strings_that_change_inside_a_section_and_stand_nowhere_are_reported() -> None:
    body = "<div title=A><p>x</p></div><div title=B><p>y</p></div>"
    (problem,) = lowered(body, PAGE + "div { string-set: s attr(title) }").problems
    assert "found `s`, whose text stands nowhere" in problem


def test_a_string_that_is_cleared_is_reported() -> None:
    css = PAGE + "h2 { string-set: s '' } h3 { string-set: s content() }"
    found = lowered("<h2>A</h2><h3>B</h3><h3>C</h3>", css)
    assert shown(found.section) == "[STYLEREF 2]"
    (problem,) = found.problems
    assert "found `s` cleared" in problem


def test_uses_that_word_does_not_have_are_reported() -> None:
    css = PAGE.replace("string(s)", "string(s, first-except)") + "h2 { string-set: s content() }"
    (problem,) = lowered("<h2>A</h2><h2>B</h2>", css).problems
    assert "found `string(s, first-except)`" in problem
