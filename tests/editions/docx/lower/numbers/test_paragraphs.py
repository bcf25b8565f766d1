"""Numbered paragraphs whose numbers are the theme's text, as in reports."""

from __future__ import annotations

from tests.editions.docx.lower.numbers.test_headings import heading, shown
from tests.editions.docx.words import lowered, text

CSS = """.numbered { text-indent: -30pt; --word-style: "Numbered Text" }
.number { display: inline-block; width: 30pt }"""


def paragraph(number: str, kind: str = "numbered") -> str:
    return f'<p class="{kind}"><span class="number">{number} </span>Text</p>'


def test_numbers_of_the_theme_are_a_list_of_words_through_the_whole_report() -> None:
    numbers = ["1.", "2.", "I.", "3.", "II.", "4."]
    blocks = [heading("h2", n) if n.isupper() else paragraph(n) for n in numbers]
    found = lowered("".join(blocks), CSS)
    assert shown(found) == numbers
    assert [text(one) for one in found.paragraphs if one.style == "Numbered Text"] == ["Text"] * 4
    style = found.style("Numbered Text")
    assert style.number is not None
    assert all(one.number is None for one in found.paragraphs)


def test_the_number_hangs_beside_the_text() -> None:
    found = lowered(paragraph("1."), CSS)
    level = found.level(found.paragraphs[0])
    assert (level.left, level.first_line, level.suffix, level.text) == (0, -600, "tab", "%1.")


def test_a_figure_in_another_paragraph_stays_text() -> None:
    found = lowered(paragraph("1,204", kind="visitors") + paragraph("7", kind=""), CSS)
    assert [text(one) for one in found.paragraphs] == ["1,204 \tText", "7 \tText"]
    assert shown(found) == ["", ""]


def test_what_cannot_be_counted_stays_text_and_is_reported() -> None:
    found = lowered(paragraph("1.") + paragraph("*"), CSS)
    assert shown(found)[0] == "1."
    assert text(found.paragraphs[1]) == "*\tText"
    (problem,) = found.problems
    assert 'expected numbers that Word can count, found "*"' in problem


def test_words_after_a_number_are_no_numbers() -> None:
    css = "p { counter-increment: n } p::before { content: 'Note ' counter(n) ' to entry: ' }"
    found = lowered("<p>a</p><p>b</p>", css)
    assert shown(found) == ["Note 1 to entry:", "Note 2 to entry:"]
    assert found.problems == []
