from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.editions.docx.words import Lowered, every, lowered, text
from triplicate.editions.docx import ir


def looks(found: Lowered) -> list[ir.ParagraphFormat]:
    """The whole format of each paragraph: its style's with its own over it."""
    return [ir.overlay(found.style(p.style).paragraph, p.format) for p in found.paragraphs]


def test_paragraphs_are_body_text_and_need_nothing_more() -> None:
    found = lowered("<p>One</p><p>Two</p>")
    assert [(p.style, p.format) for p in found.paragraphs] == [
        ("Body Text", ir.ParagraphFormat())
    ] * 2


def test_margins_of_a_parent_collapse_with_those_of_its_first_and_last_child() -> None:
    css = "section { margin: 20pt 0 4pt } p { margin: 6pt 0 8pt }"
    first, last = looks(lowered("<section><p>a</p><p>b</p></section>", css))
    assert (first.before, first.after, last.before, last.after) == (400, 160, 120, 160)


def test_padding_keeps_margins_from_collapsing() -> None:
    css = "section { margin: 20pt 0; padding: 5pt 0 } p { margin: 6pt 0 8pt }"
    (look,) = looks(lowered("<section><p>a</p></section>", css))
    assert (look.before, look.after) == (20 * (20 + 5 + 6), 20 * (20 + 5 + 8))


def test_indents_add_up_from_all_that_stands_around() -> None:
    css = "section { margin-left: 10pt; padding: 0 5pt } p { margin: 0 3pt; text-indent: 12pt }"
    (look,) = looks(lowered("<section><p>a</p></section>", css))
    assert (look.left, look.right, look.first_line) == (360, 160, 240)


def test_a_narrow_measure_is_an_indent_at_the_right() -> None:
    (look,) = looks(lowered("<p>a</p>", "p { max-width: 300pt }"))
    assert look.right == 20 * (400 - 300)


@pytest.mark.parametrize(("sizing", "right"), [("content-box", 3800), ("border-box", 4200)])
def test_a_width_may_include_padding(sizing: str, right: int) -> None:
    css = f"div {{ width: 200pt; padding: 0 10pt; box-sizing: {sizing} }}"
    (paragraph,) = lowered("<div><p>x</p></div>", css).paragraphs
    assert (paragraph.format.left, paragraph.format.right) == (200, right)


def test_margins_may_be_percentages() -> None:
    (look,) = looks(lowered("<p>a</p>", "p { margin: 0 10% }"))
    assert (look.left, look.right) == (800, 800)


def test_a_border_stands_off_by_its_padding() -> None:
    (look,) = looks(lowered("<p>a</p>", "p { border-top: 3pt solid #ff0000; padding-top: 7pt }"))
    assert look.top == ir.Border("single", 24, "FF0000", 7)
    assert look.before == 0


def test_lines_are_exact_where_the_font_is_higher_than_their_pitch() -> None:
    tall, tight = looks(lowered("<p>a</p><blockquote>b</blockquote>", "p { line-height: 13pt }"))
    assert tall.line == ir.Line(260, "exact")
    assert tight.line == ir.Line(300, "atLeast")


@pytest.mark.parametrize(
    ("css", "field"),
    [
        ("break-after: avoid", "keep_next"),
        ("break-inside: avoid", "keep_lines"),
        ("break-before: page", "page_break_before"),
    ],
)
def test_breaks_are_words_own(css: str, field: str) -> None:
    (look,) = looks(lowered("<p>a</p>", f"p {{ {css} }}"))
    assert getattr(look, field) is True


def test_what_must_stay_whole_keeps_its_paragraphs_together() -> None:
    css = "section { break-inside: avoid; break-before: page }"
    first, last = looks(lowered("<section><p>a</p><p>b</p></section>", css))
    assert (first.keep_next, first.page_break_before) == (True, True)
    assert (last.keep_next, last.page_break_before) == (False, False)


def test_quotations_have_their_style() -> None:
    css = "blockquote { margin: 0 0 8pt 20pt }"
    found = lowered("<blockquote><p>a</p></blockquote>", css)
    assert found.paragraphs[0].style == "Quote"
    assert found.paragraphs[0].format == ir.ParagraphFormat()


def test_right_to_left_paragraphs_say_so() -> None:
    css = "p { margin-right: 10pt }"
    (look,) = looks(lowered("<p>a</p>", css, 'lang="ar" dir="rtl"'))
    assert (look.right_to_left, look.align) == (True, "left")
    assert (look.left, look.right) == (200, 0)


def test_boxes_outside_the_flow_are_put_into_it_and_reported() -> None:
    found = lowered("<div>a</div><p>b</p>", "div { position: absolute }")
    assert [text(paragraph) for paragraph in found.paragraphs] == ["a", "b"]
    assert found.problems == ["Word edition: expected boxes in normal flow, found <div> outside it"]


TAGS = st.sampled_from(["p", "ul", "ol", "li", "blockquote", "section", "h2", "em", "table", "td"])


def element(tag: str, children: list[str]) -> str:
    return f"<{tag}>{''.join(children)}</{tag}>"


TREES = st.recursive(
    st.sampled_from(["text", "", "<br>"]),
    lambda inner: st.builds(element, TAGS, st.lists(inner, max_size=3)),
    max_leaves=12,
)


@settings(max_examples=80)
@given(TREES)
def test_no_text_is_lost_in_whatever_nesting(body: str) -> None:
    found = lowered(body)
    words = sum(text(paragraph).count("text") for paragraph in every(found.section.blocks))
    assert words == body.count("text")


@pytest.mark.parametrize("css", ["", "position: absolute", "float: left", "display: flex"])
def test_the_id_of_a_box_that_shows_nothing_is_that_of_the_next_line(css: str) -> None:
    body = f"<p><a href='#a'>x</a><div style='{css}'><div id='a'></div></div><p>b"
    found = lowered(body, laid_out=True)
    assert [paragraph.bookmarks for paragraph in found.paragraphs] == [(), ("a",)]
    assert found.problems == []


def test_the_string_of_a_box_that_shows_nothing_is_set() -> None:
    css = "@page { @top-left { content: string(s) } } div { string-set: s attr(title) }"
    found = lowered("<div title=yes></div><p>b", css)
    assert found.section.headers.default
    (header,) = found.section.headers.default
    assert text(header) == "yes"


@pytest.mark.parametrize(
    ("css", "indents"),
    [
        ("width: 100pt; min-width: 150pt", (None, 5000)),
        ("min-width: 450pt", (None, -1000)),
        ("min-width: 50%", (None, None)),
    ],
)
def test_boxes_are_as_wide_as_they_are_at_least(
    css: str, indents: tuple[int | None, int | None]
) -> None:
    _, look = (p.format for p in lowered(f"<p>a</p><p style='{css}'>b</p>").paragraphs)
    assert (look.left, look.right) == indents
