"""Paragraphs whose numbers begin with that of the heading above."""

from __future__ import annotations

from tests.editions.docx.lower.numbers.test_headings import shown
from tests.editions.docx.words import Lowered, lowered
from triplicate.editions.docx import ir

CSS = """
h2 { counter-increment: part; counter-reset: para }
h2::before { content: counter(part) ". " }
p.n { counter-increment: para }
p.n::before { content: counter(part) "." counter(para) " " }
"""
NAMED = CSS + 'p.n { --word-style: "Numbered Paragraph" }'
P = "<p class=n>x</p>"
PARTS = f"<h2>One</h2>{P}{P}<p>plain</p><h2>Two</h2>{P}"
NUMBERS = ["1.", "1.1", "1.2", "", "2.", "2.1"]


def instances(found: Lowered) -> set[int]:
    return {
        found.number(p).instance
        for p in found.paragraphs
        if p.number != ir.Number(0, 0) and (p.number or found.style(p.style).number)
    }


def test_they_are_a_level_below_the_heading() -> None:
    found = lowered(PARTS, CSS)
    assert shown(found) == NUMBERS
    assert len(instances(found)) == 1
    level = found.level(found.paragraphs[1])
    assert (level.text, level.style) == ("%1.%2", "")
    assert found.paragraphs[3].number is None
    assert found.problems == []


def test_a_style_that_a_rule_names_has_the_level() -> None:
    found = lowered(PARTS, NAMED)
    assert shown(found) == NUMBERS
    assert found.level(found.paragraphs[1]).style == "Numbered Paragraph"
    assert found.style("Numbered Paragraph").number == ir.Number(
        found.number(found.paragraphs[0]).instance, 1
    )
    assert all(p.number is None for p in found.paragraphs)


def test_headings_without_numbers_between_them_change_nothing() -> None:
    body = f"<h2>One</h2>{P}<h3>Plain</h3>{P}<h2>Two</h2><h3>Plain</h3>{P}"
    found = lowered(body, CSS)
    assert shown(found) == ["1.", "1.1", "", "1.2", "2.", "", "2.1"]
    assert len(instances(found)) == 1


def test_a_level_that_headings_have_is_left_to_them() -> None:
    css = CSS + "h3 { counter-increment: s } h3::before { content: counter(part) '.' counter(s) }"
    found = lowered(f"<h2>One</h2>{P}<h3>Part</h3>{P}", css)
    assert shown(found) == ["1.", "1.1", "1.1", "1.2"]
    assert found.level(found.paragraphs[1]).text == "1.%1"


def test_numbers_that_word_would_not_come_to_are_a_list_of_their_own() -> None:
    css = CSS.replace("; counter-reset: para", "") + "body { counter-reset: para }"
    found = lowered(PARTS, css)  # they go on from part to part
    assert shown(found) == ["1.", "1.1", "1.2", "", "2.", "2.3"]
    assert found.level(found.paragraphs[1]).text == "1.%1"
    assert found.problems == []


def test_paragraphs_of_appendices_have_a_list_of_their_own() -> None:
    css = (
        CSS + "#a { counter-increment: app } #a::before { content: counter(app, upper-alpha) '.' }"
    )
    css += "#a ~ p.n::before { content: counter(app, upper-alpha) '.' counter(para) ' ' }"
    found = lowered(PARTS + f"<h2 id=a>Appendix</h2>{P}{P}", css)
    assert shown(found) == [*NUMBERS, "A.", "A.1", "A.2"]


def test_the_style_of_cells_gets_no_number() -> None:
    css = CSS + "td { counter-increment: para } td::before { content: counter(para) ' ' }"
    found = lowered("<table><tr><td>x</td><td>x</td></tr></table>", css)
    assert found.style("Table Text").number is None


ANEW = CSS.replace("counter(part) '.' ", "").replace('counter(part) "." ', "")


def test_paragraphs_that_begin_anew_below_each_heading_are_in_its_list() -> None:
    found = lowered(PARTS, ANEW)
    assert shown(found) == ["1.", "1", "2", "", "2.", "1"]
    assert len(instances(found)) == 1
    assert found.level(found.paragraphs[1]).text == "%2"


def test_paragraphs_that_count_on_are_a_list_of_their_own() -> None:
    found = lowered(PARTS, ANEW.replace("; counter-reset: para", ""))
    assert shown(found) == ["1.", "1", "2", "", "2.", "3"]
    assert len(instances(found)) == 2


def test_paragraphs_before_the_first_heading_keep_all_out_of_its_list() -> None:
    found = lowered(P + PARTS, ANEW)
    assert shown(found) == ["1", "1.", "1", "2", "", "2.", "1"]
    assert found.level(found.paragraphs[2]).text == "%1"


def test_paragraphs_of_articles_begin_anew_with_each() -> None:
    css = """h2 { counter-increment: part } h2::before { content: "Part " counter(part) " " }
      h3 { counter-increment: a; counter-reset: para }
      h3::before { content: "Art. " counter(a) " " }
      p.n { counter-increment: para } p.n::before { content: counter(para) ". " }"""
    found = lowered(f"<h2>A</h2><h3>a</h3>{P}{P}<h2>B</h2><h3>b</h3>{P}", css)
    assert shown(found) == ["Part 1", "Art. 1", "1.", "2.", "Part 2", "Art. 2", "1."]
    assert found.number(found.paragraphs[1]).instance == found.number(found.paragraphs[2]).instance
