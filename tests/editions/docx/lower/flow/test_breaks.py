"""Page breaks after blocks, and of blocks that hold nothing but the break."""

from __future__ import annotations

import pytest

from tests.editions.docx.words import Lowered, every, lowered, text, web
from triplicate.editions.docx import ir

DOT = "data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 width=%229%22/%3E"
AFTER = '<div style="page-break-after: always"></div>'
BEFORE = '<div style="break-before: page"></div>'


def begun(found: Lowered) -> list[str]:
    """The paragraphs that begin a page."""
    return [
        text(paragraph)
        for paragraph in found.paragraphs
        if ir.overlay(found.style(paragraph.style).paragraph, paragraph.format).page_break_before
    ]


@pytest.mark.parametrize(
    ("body", "first"),
    [
        (f"<p>a</p>{AFTER}<p>b</p><p>c</p>", ["b"]),
        (f"<p>a</p>{BEFORE}<p>b</p><p>c</p>", ["b"]),
        (f"<div><p>a</p>{AFTER}</div><div><p>b</p></div>", ["b"]),
        ('<p style="break-after: page">a</p><ul><li>b</li><li>c</li></ul>', ["b"]),
        ('<section style="break-after: page"><p>a</p></section>b', ["b"]),
        (f"<p>a</p>{AFTER}", []),
        (f"<p>a</p>{AFTER}{BEFORE}<p>b</p>", ["b"]),
        ('<p>a</p><p style="break-before: page">b</p><p>c</p>', ["b"]),
        (f'<p>a</p>{AFTER}<div style="float: left">f</div><p>b</p>', ["b"]),
    ],
)
def test_the_next_block_begins_the_page(body: str, first: list[str]) -> None:
    found = lowered(body)
    assert begun(found) == first
    assert found.problems == []


@pytest.mark.parametrize(
    "body", ["<h2>b</h2>c", "b<p>c</p>d", "<ul><li>b</ul>c", "b<br><img alt='' src='x.png'>"]
)
def test_text_beside_blocks_begins_no_other_page(body: str) -> None:
    found = lowered(f"<p>a</p><div style='break-before: page'>{body}</div>")
    assert begun(found) == ["b"]


def test_a_table_begins_the_page() -> None:
    found = lowered(f"<p>a</p>{AFTER}<table><tr><td>b<td>c</table>")
    (table,) = found.tables
    (paragraph,) = table.rows[0].cells[0].blocks
    assert isinstance(paragraph, ir.Paragraph)
    assert paragraph.format.page_break_before


@pytest.mark.parametrize("body", ["<table{}><tr><td>b</table>", f"<img{{}} alt=b src='{DOT}'>"])
def test_tables_and_pictures_begin_right_pages(body: str) -> None:
    style = " style='display: block; break-before: right'"
    if "table" in body:
        style = " style='break-before: right'"
    found = lowered(f"<p>a</p>{body.format(style)}")
    assert [section.begins for section in found.document.sections] == ["nextPage", "oddPage"]


def test_a_break_to_a_right_page_begins_a_section() -> None:
    found = lowered('<p style="break-after: right">a</p><p>b</p>')
    assert [len(section.blocks) for section in found.document.sections] == [1, 1]


@pytest.mark.parametrize(
    "line",
    [
        '<br style="page-break-before: always">',
        '<br clear=all style="mso-special-character:line-break;page-break-before:always">',
        '<span><br style="break-after: page"></span>',
    ],
)
def test_a_line_break_may_break_the_page(line: str) -> None:
    found = web(f"<p>a{line}b</p><p>c")
    assert [text(paragraph) for paragraph in found.paragraphs] == ["a", "b", "c"]
    assert begun(found) == ["b"]
    assert found.problems == []


def test_page_breaks_of_lines_by_a_rule_are_reported() -> None:
    found = lowered('<p>a<br class="x">b', ".x { page-break-before: always }")
    assert found.problems == ["Word edition: expected page breaks at blocks, found one at <br>"]


@pytest.mark.parametrize(
    ("css", "after"),
    [
        ("h2 { break-before: page; margin-top: 24pt }", 0),
        ("h2 { break-before: right; margin-top: 24pt }", 0),
        ("h2 { break-before: page; margin-top: 0 }", None),
        ("h2 { margin-top: 24pt }", None),
        (".c { columns: 2 } h2 { break-before: column; margin-top: 24pt }", 0),
    ],
)
def test_word_takes_no_space_off_that_at_the_top_of_a_page(css: str, after: int | None) -> None:
    """It would take that after the paragraph before the break."""
    found = lowered("<div class=c><p>a</p><p>b</p><h2>c</h2></div>", f"p {{ margin: 8pt 0 }} {css}")
    first, second = found.document.sections[0].blocks[:2]
    assert isinstance(first, ir.Paragraph)
    assert isinstance(second, ir.Paragraph)
    assert (first.format.after, second.format.after) == (None, after)


NOTE = '<span style="float: footnote">n</span>'


def test_a_note_takes_no_page_break_from_the_paragraph_that_calls_it() -> None:
    found = lowered(f"<p>a</p>{AFTER}<p>b{NOTE}</p><p>c{NOTE}</p>")
    assert begun(found) == ["b"]
    notes = [block for note in found.document.notes for block in note.blocks]
    assert not found.style("footnote text").paragraph.page_break_before
    assert not any(isinstance(n, ir.Paragraph) and n.format.page_break_before for n in notes)


@pytest.mark.parametrize(
    "body",
    [
        "<p>b</p>",
        "<table><tr><td>b</table>",
        "<table><caption>b</caption><tr><td>c</table>",
        "<div style='border: 1pt solid'><p>b</p><ul><li>c</ul></div>",
        "<ul><li><table><tr><td>b</table></ul>",
    ],
)
def test_what_comes_after_a_break_to_a_right_page_begins_there(body: str) -> None:
    found = lowered(f"<p>a</p><div style='break-after: right'></div>{body}")
    assert [section.begins for section in found.document.sections] == ["nextPage", "oddPage"]
    assert len(found.document.sections[0].blocks) == 1


@pytest.mark.parametrize(
    "body",
    [f"{AFTER}<ul><li></li><li>b</li></ul>", f"<ul>{AFTER.replace('div', 'li')}<li>b</li></ul>"],
)
def test_a_bullet_that_is_left_out_takes_no_page_break_with_it(body: str) -> None:
    assert begun(lowered(f"<p>a</p>{body}")) == ["b"]


ASIDE = "<aside style='float: left; width: 90pt'>f</aside>"


@pytest.mark.parametrize(
    ("body", "blocks"),
    [
        (f"<p>a</p><section style='break-before: right'>{ASIDE}<p>b</p></section>", 1),
        (f"<p>a</p><div style='break-after: right'></div>{ASIDE}<p>b</p>", 1),
        (f"<p>a</p>{ASIDE}<p>c</p><p style='break-before: right'>b</p>", 3),
        (f"<div><p>a</p>{ASIDE}</div><p style='break-before: right'>b</p>", 3),
    ],
)
def test_what_floats_at_the_top_of_a_section_is_in_it(body: str, blocks: int) -> None:
    found = lowered(body)
    assert [section.begins for section in found.document.sections] == ["nextPage", "oddPage"]
    assert len(found.document.sections[0].blocks) == blocks


@pytest.mark.parametrize(("side", "first"), [("top", "c"), ("bottom", "b")])
def test_a_page_break_before_a_table_is_before_its_caption(side: str, first: str) -> None:
    table = "<table><caption>c</caption><tr><td>b</table>"
    found = lowered(f"<p>a</p>{AFTER}{table}", f"caption {{ caption-side: {side} }}")
    assert [
        text(paragraph)
        for paragraph in every(found.section.blocks)
        if ir.overlay(found.style(paragraph.style).paragraph, paragraph.format).page_break_before
    ] == [first]
