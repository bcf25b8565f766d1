from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.editions.docx.words import Lowered, W, lowered, parts, text
from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.numbers.numbering import Numberings, show
from triplicate.editions.docx.lower.numbers.patterns import Heading, find_patterns

CSS = "h2, h3, h4 { text-indent: -30pt } .number { display: inline-block; width: 30pt }"
BLOCK = 'content: "Article " counter(a); display: block'


def heading(tag: str, number: str, title: str = "Title") -> str:
    span = f'<span class="number">{number}</span> ' if number else ""
    return f"<{tag}>{span}{title}</{tag}>"


def shown(found: Lowered) -> list[str]:
    """The numbers that Word shows before the headings."""
    numberings = Numberings()
    for levels in found.document.numberings:
        numberings.define(levels)
    numberings.instances = list(found.document.instances)
    numbers = [p.number or found.style(p.style).number for p in found.paragraphs]
    return [numberings.count(n) if n and n.instance else "" for n in numbers]


def test_letters_numbers_and_a_dash_make_one_multilevel_list() -> None:
    numbers = [("h2", "A."), ("h3", "1."), ("h3", "2."), ("h4", "-"), ("h3", "3."), ("h2", "B.")]
    found = lowered("".join(heading(*pair) for pair in numbers), CSS)
    levels = [found.level(paragraph) for paragraph in found.paragraphs]
    assert [(level.format, level.text) for level in levels[:4]] == [
        ("upperLetter", "%1."),
        ("decimal", "%2."),
        ("decimal", "%2."),
        ("bullet", "-"),
    ]
    assert shown(found) == [number for _, number in numbers]
    assert all(paragraph.number is None for paragraph in found.paragraphs)
    assert [text(paragraph) for paragraph in found.paragraphs] == ["Title"] * 6


def test_the_number_hangs_as_in_the_style_sheet() -> None:
    found = lowered(heading("h2", "A."), CSS)
    level = found.level(found.paragraphs[0])
    assert (level.left, level.first_line, level.tab, level.suffix) == (0, -600, None, "tab")
    assert level.style == "heading 1"
    assert found.paragraphs[0].format == ir.ParagraphFormat()


def test_a_number_box_that_does_not_hang_gets_a_tab_stop() -> None:
    css = ".number { display: inline-block; width: 30pt }"
    found = lowered(heading("h2", "A."), css)
    assert found.level(found.paragraphs[0]).tab == 600


def test_a_number_in_the_line_is_followed_by_its_space() -> None:
    found = lowered(heading("h2", "A."), "")
    assert found.level(found.paragraphs[0]).suffix == "space"


def test_a_number_keeps_its_own_look() -> None:
    found = lowered(heading("h2", "A."), CSS + ".number { color: #ff0000 }")
    assert found.level(found.paragraphs[0]).run == ir.RunFormat(color="FF0000")


def test_numbers_that_name_the_levels_above_do_so_in_word() -> None:
    numbers = [("h2", "1."), ("h3", "1.1."), ("h4", "1.1.1."), ("h2", "2."), ("h3", "2.1.")]
    found = lowered("".join(heading(*pair) for pair in numbers), CSS)
    assert found.level(found.paragraphs[2]).text == "%1.%2.%3."
    assert shown(found) == [number for _, number in numbers]


def test_a_heading_without_number_among_others_shows_none() -> None:
    found = lowered(heading("h2", "A.") + heading("h2", "") + heading("h2", "B."), CSS)
    assert found.paragraphs[1].number == ir.Number(0, 0)
    assert shown(found) == ["A.", "", "B."]


def test_a_number_out_of_turn_starts_an_instance_of_its_own() -> None:
    found = lowered(heading("h2", "1.") + heading("h2", "5.") + heading("h2", "6."), CSS)
    assert shown(found) == ["1.", "5.", "6."]


def test_a_number_that_word_cannot_count_stays_as_text_and_is_reported() -> None:
    found = lowered("".join(heading("h2", n) for n in ("1.", "2.", "bis!", "3.")), CSS)
    assert text(found.paragraphs[2]) == "bis!\tTitle"
    assert any('found "bis!"' in problem for problem in found.problems)
    assert shown(found) == ["1.", "2.", "", "3."]


def test_headings_without_numbers_make_no_numbering() -> None:
    found = lowered("<h2>A</h2>", CSS)
    assert found.style("heading 1").number is None


def numbered(steps: list[int], formats: list[str], full: bool) -> list[Heading]:
    """An outline as a numbering scheme writes it."""
    counters: list[int] = []
    headings = []
    for step in steps:
        level = min(step, len(counters))
        counters = counters[: level + 1] if level < len(counters) else [*counters, 0]
        counters[level] += 1
        own = [show(formats[i], counters[i]) for i in range(level + 1)]
        headings.append(Heading(level, ".".join(own if full else own[-1:]) + "."))
    return headings


@settings(max_examples=150)
@given(
    st.lists(st.integers(0, 3), min_size=1, max_size=40),
    st.lists(
        st.sampled_from(["decimal", "upperLetter", "lowerLetter", "upperRoman", "lowerRoman"]),
        min_size=4,
        max_size=4,
    ),
    st.booleans(),
)
def test_any_regular_outline_is_understood(
    steps: list[int], formats: list[str], full: bool
) -> None:
    headings = numbered(steps, formats, full)
    patterns = find_patterns(headings)
    numberings = Numberings()
    levels = []
    for level in range(9):
        pattern = patterns.get(level)
        own = f"{pattern.before}%{level + 1}{pattern.after}" if pattern else ""
        levels.append(ir.Level(pattern.format if pattern else "none", own, start=1))
    numberings.use(numberings.define(levels))
    assert [numberings.count(ir.Number(1, h.level)) for h in headings] == [h.text for h in headings]


SECTIONS = (
    "body { counter-reset: h2 } h2 { counter-increment: h2; counter-reset: h3 }"
    "h3 { counter-increment: h3 }"
    'h2::before { content: counter(h2) ". " }'
    'h3::before { content: counter(h2) "." counter(h3) " " }'
)


def test_counters_of_the_style_sheet_number_headings() -> None:
    body = "<h2>a</h2><h3>b</h3><h3>c</h3><h2>d</h2><h3>e</h3>"
    found = lowered(body, SECTIONS)
    assert shown(found) == ["1.", "1.1", "1.2", "2.", "2.1"]
    assert [text(paragraph) for paragraph in found.paragraphs] == list("abcde")
    above, below = (found.style(f"heading {level}").number for level in (1, 2))
    assert above is not None
    assert below == above._replace(level=1)
    assert all(paragraph.number is None for paragraph in found.paragraphs)


def test_other_content_before_a_heading_stays_text() -> None:
    found = lowered("<h2>a</h2>", 'h2::before { content: "§ " }')
    assert text(found.paragraphs[0]) == "§ a"


NUMBERED = (
    "body { counter-reset: para } p.n { counter-increment: para }"
    'p.n::before { content: counter(para) "." ; display: inline-block; width: 30pt }'
    'p.n { text-indent: -30pt; margin-left: 30pt; --word-style: "Numbered Paragraph" }'
)


def test_numbered_paragraphs_count_through_the_whole_document() -> None:
    body = "<h2>a</h2><p class=n>x</p><p>y</p><h2>b</h2><p class=n>z</p>"
    found = lowered(body, NUMBERED + SECTIONS)
    assert shown(found) == ["1.", "1.", "", "2.", "2."]
    level = found.level(found.paragraphs[1])
    assert (level.left, level.first_line, level.suffix) == (600, -600, "tab")
    assert level.style == "Numbered Paragraph"
    assert found.paragraphs[1].number is None
    assert found.problems == []


def test_numbered_paragraphs_may_begin_with_the_number_of_the_heading_above() -> None:
    css = SECTIONS + (
        "h2 { counter-reset: h3 para } p { counter-increment: para }"
        'p::before { content: counter(h2) "." counter(para) " " }'
    )
    found = lowered("<h2>a</h2><p>x</p><p>y</p><h2>b</h2><p>z</p>", css)
    assert shown(found) == ["1.", "1.1", "1.2", "2.", "2.1"]
    assert [found.level(p).text for p in found.paragraphs[1:3]] == ["%1.%2", "%1.%2"]
    assert found.number(found.paragraphs[1]).instance == found.number(found.paragraphs[2]).instance


def test_a_paragraph_number_that_word_cannot_count_stays_as_text_and_is_reported() -> None:
    css = "p::before { content: counter(p, lower-greek) ' ' } p { counter-increment: p }"
    found = lowered("<p>x</p>", css)
    assert text(found.paragraphs[0]) == "α x"
    assert any('found "α"' in problem for problem in found.problems)


COUNTED = """body { counter-reset: a } h2 { counter-increment: a; counter-reset: b }
h2::before { content: counter(a) " " } h3 { counter-increment: b }
h3::before { content: counter(a) "." counter(b) " " } .same { counter-increment: a 0 }"""


def test_numbers_may_begin_at_zero() -> None:
    titles = '<h2 class="same">x</h2><h2>x</h2><h2>x</h2><h3>x</h3><h3>x</h3><h2>x</h2>'
    found = lowered(titles + '<h2 class="same">x</h2>', COUNTED)
    assert shown(found) == ["0", "1", "2", "2.1", "2.2", "3", "3"]
    assert found.problems == []


def test_a_number_that_word_cannot_count_keeps_its_distance_from_the_title() -> None:
    css = "h2 { counter-increment: a } h2::before { content: counter(a, arabic-indic) '. ' }"
    found = lowered("<h2>x</h2><h2>y</h2>", css)
    assert [text(paragraph) for paragraph in found.paragraphs] == ["١. x", "٢. y"]
    assert found.style("heading 1").number is None
    (problem,) = found.problems
    assert 'found "١.", "٢."' in problem


def test_only_headings_without_the_number_of_their_style_say_where_they_stand() -> None:
    css = "h2 { margin-left: 6pt } h2:not(.plain)::before { content: counter(c) '. ' }"
    css += "h2:not(.plain) { counter-increment: c }"
    plain, numbered = '<h2 class="plain">Title</h2>', "<h2>Title</h2>"
    for body in (plain + numbered, numbered + plain):
        first, second = lowered(body, css).paragraphs
        alone, counted = (first, second) if body.startswith(plain) else (second, first)
        assert alone.number == ir.Number(0, 0)
        assert alone.format == ir.ParagraphFormat(left=120, first_line=0)
        assert counted.format == ir.ParagraphFormat()


@pytest.mark.parametrize(
    "css",
    [
        'content: "Article " counter(a) "\\A"; white-space: pre',
        BLOCK,
        f"{BLOCK}; color: #777777; font-weight: normal",
        f"{BLOCK} }} h2 {{ direction: rtl",
    ],
)
def test_a_number_above_its_title_is_counted_and_followed_by_a_line_break(css: str) -> None:
    """The break looks like the title, and is outside of what a reference quotes."""
    css = f"h2 {{ counter-increment: a }} h2::before {{ {css} }}"
    found = lowered("<h2 id=x>One</h2><h2>Two</h2>", css)
    assert shown(found) == ["Article 1", "Article 2"]
    assert {found.level(paragraph).suffix for paragraph in found.paragraphs} == {"nothing"}
    assert [text(paragraph) for paragraph in found.paragraphs] == ["\nOne", "\nTwo"]
    (start,) = parts(found.document)["word/document.xml"].iter(f"{W}bookmarkStart")
    assert start.getprevious()[-1].tag == f"{W}br"
    looks = [i.format for p in found.paragraphs for i in p.inlines if isinstance(i, ir.Run)]
    assert {(look.color, look.bold) for look in looks} == {(None, None)}


def test_numbers_look_as_in_the_document_where_the_probe_has_none() -> None:
    css = """.chapter h2 { counter-increment: c }
      .chapter h2::before { content: "Chapter " counter(c); display: block; color: #ff0000 }"""
    found = lowered("<div class=chapter><h2>A</h2></div><h2>B</h2>", css)
    level = found.level(found.paragraphs[0])
    assert (level.text, level.run.color) == ("Chapter %1", "FF0000")


def test_articles_that_count_on_from_part_to_part_have_a_list_of_their_own() -> None:
    """LibreOffice 7 does not know that a level goes on below those above."""
    css = """h2 { counter-increment: part } h2::before { content: "Part " counter(part) " " }
      h3 { counter-increment: article } h3::before { content: "Article " counter(article) " " }"""
    found = lowered("<h2>a</h2><h3>b</h3><h3>c</h3><h2>d</h2><h3>e</h3>", css)
    parts, articles = found.style("heading 1").number, found.style("heading 2").number
    assert parts
    assert articles
    assert parts.instance != articles.instance
    assert [paragraph.number for paragraph in found.paragraphs] == [None] * 5
    level = found.level(found.paragraphs[1])
    assert (level.text, level.style, level.restarts) == ("Article %2", "heading 2", True)


def test_articles_that_show_their_part_are_in_its_list() -> None:
    css = """h2 { counter-increment: part } h2::before { content: counter(part) " " }
      h3 { counter-increment: a } h3::before { content: counter(part) "." counter(a) " " }"""
    found = lowered("<h2>a</h2><h3>b</h3><h3>c</h3><h2>d</h2><h3>e</h3>", css)
    parts, articles = found.style("heading 1").number, found.style("heading 2").number
    assert parts
    assert articles
    assert parts.instance == articles.instance
    assert not found.level(found.paragraphs[1]).restarts
