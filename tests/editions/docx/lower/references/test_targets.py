from __future__ import annotations

import pytest

from tests.editions.docx.lower.references.test_contents import flat, shown
from tests.editions.docx.words import Lowered, lowered
from triplicate.editions.docx import ir

CSS = """
body { counter-reset: section figure }
h2 { counter-increment: section } h2::before { content: counter(section) ". " }
figure { margin: 0 }
figcaption { counter-increment: figure }
figcaption::before { content: "Figure " counter(figure) ": " }
"""
BODY = """
<h2 id="a">One</h2><p><a class="r" href="{}"></a></p><h2 id="b">Two <em>words</em></h2>
<figure id="f"><p>x</p><figcaption id="g">Cap</figcaption></figure>
<table id="t"><tr><td>cell</td></tr></table>
"""


def reference(content: str, target: str = "#b", css: str = "") -> Lowered:
    return lowered(BODY.format(target), f"{CSS}{css} .r::before {{ content: {content} }}")


def referring(found: Lowered) -> str:
    return shown(found.paragraphs[1])


def field(found: Lowered) -> ir.Field:
    return next(inline for inline in flat(found.paragraphs[1]) if isinstance(inline, ir.Field))


def test_the_text_of_a_heading_is_a_reference() -> None:
    found = reference("target-text(attr(href url))")
    assert referring(found) == "[REF b \\h]"
    assert field(found).result == "Two words"


def test_the_number_of_a_heading_is_a_reference() -> None:
    found = reference('"no. " target-counter(attr(href), section)')
    assert referring(found) == "no. [REF b \\n \\h]"
    assert field(found).result == "2"


def test_the_full_stop_that_word_leaves_out_of_a_number_follows_it() -> None:
    found = reference("target-text(attr(href url), before)")
    assert referring(found) == "[REF b \\n \\h]."


def test_a_number_written_into_a_heading_is_a_reference_of_its_own() -> None:
    body = '<h2 id="a"><span class="number">1. </span>One</h2><p><a class="r" href="#a"></a></p>'
    found = lowered(body, ".r::before { content: target-text(attr(href url)) }")
    assert referring(found) == "[REF a \\n \\h]. [REF a \\h]"


def test_a_page_number_is_a_reference_that_knows_its_id() -> None:
    found = reference("target-counter(attr(href), page)")
    assert referring(found) == "[PAGEREF b \\h]"
    assert (field(found).anchor, field(found).numbers) == ("b", "decimal")


def test_page_numbers_may_be_roman() -> None:
    found = reference("target-counter(attr(href), page, lower-roman)")
    assert referring(found) == "[PAGEREF b \\h \\* roman]"
    assert field(found).numbers == "lowerRoman"


def test_a_page_number_that_word_cannot_write_is_reported() -> None:
    found = reference("target-counter(attr(href), page, hebrew)")
    assert referring(found) == "[PAGEREF b \\h]"
    assert found.problems == ["Word edition: expected page numbers Word has, found hebrew"]


def test_the_number_of_a_figure_refers_to_its_field_alone() -> None:
    found = reference("target-counter(attr(href), figure)", "#g")
    assert referring(found) == "[REF g_number \\h]"
    caption = next(p for p in found.paragraphs if p.style == "caption")
    number = next(inline for inline in caption.inlines if isinstance(inline, ir.Field))
    assert (number.instruction, number.bookmark) == ("SEQ Figure \\* ARABIC", "g_number")


@pytest.mark.parametrize("target", ["#g", "#f"])
def test_text_that_word_would_not_show_is_no_field(target: str) -> None:
    found = reference("target-text(attr(href url), first-letter)", target)
    assert "[" not in referring(found)


def test_a_reference_to_nowhere_shows_nothing_as_in_the_pdf() -> None:
    found = reference('"p. " target-counter(attr(href), page)', "#none")
    assert referring(found) == "p."


def test_the_page_itself_can_be_told_in_the_text() -> None:
    assert referring(reference("counter(page)")) == "[PAGE]"


def test_captions_count_by_their_label() -> None:
    css = "body { counter-reset: table } caption { counter-increment: table }"
    css += "caption::before { content: counter(table) '. ' }"
    table = "<table><caption>x</caption><tr><td>y</td></tr></table>"
    found = lowered(table * 2, css)
    captions = [shown(p) for p in found.paragraphs if "aption" in p.style]
    assert captions == ["[SEQ Table \\* ARABIC]. x"] * 2


def test_a_caption_out_of_turn_restarts_its_sequence() -> None:
    css = CSS + "#s { counter-reset: figure 6 }"
    figure = "<figure><figcaption>x</figcaption></figure>"
    found = lowered(f"{figure}<section id='s'>{figure * 2}</section>", css)
    assert [shown(p) for p in found.paragraphs] == [
        "Figure [SEQ Figure \\* ARABIC]: x",
        "Figure [SEQ Figure \\* ARABIC \\r 7]: x",
        "Figure [SEQ Figure \\* ARABIC]: x",
    ]


def test_captions_may_count_in_letters() -> None:
    css = CSS + 'figcaption::before { content: "Plate " counter(figure, upper-alpha) " " }'
    found = lowered("<figure><figcaption>x</figcaption></figure>", css)
    assert shown(found.paragraphs[0]) == "Plate [SEQ Plate \\* ALPHABETIC] x"


def test_a_leader_is_a_tab_to_the_end_of_the_line() -> None:
    found = lowered("<p><span>a</span></p>", "span::after { content: leader('_') 'b' }")
    (paragraph,) = found.paragraphs
    assert shown(paragraph) == "a\tb"
    assert paragraph.format.tabs == (ir.Tab("right", 8000, "underscore"),)
