from __future__ import annotations

import pytest

from tests.editions.docx.words import Lowered, lowered, text
from triplicate.editions.docx import ir

BLOCK = "span { display: block }"


def shown(found: Lowered) -> list[tuple[str, str]]:
    return [(paragraph.style, text(paragraph)) for paragraph in found.paragraphs]


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("<h2><span>Title</span><span>Subtitle</span></h2>", "Title\nSubtitle"),
        ("<h2>Title<span>Subtitle</span></h2>", "Title\nSubtitle"),
        ("<h2><p>Title</p></h2>", "Title"),
        ("<h2><span><span>a</span><b>b</b></span> c</h2>", "a\nb\nc"),
    ],
)
def test_a_heading_of_blocks_is_one_heading(heading: str, words: str) -> None:
    found = lowered(heading, BLOCK)
    assert shown(found) == [("heading 1", words)]
    assert found.problems == []


@pytest.mark.parametrize(
    ("heading", "parts"),
    [
        ("<h2><p>Title</p><ul><li>x</li></ul>", [("List Bullet", "x")]),
        ("<h2>Title<p>one</p><p>two</p>", [("Body Text Other", "one"), ("Body Text Other", "two")]),
        ("<h2>Title<p>one</p>two", [("Body Text", "one"), ("Body Text", "two")]),
        ("<h2>Title<div>one<ul><li>x</ul></div>", [("Body Text", "one"), ("List Bullet", "x")]),
        ("<h2>Title" + "<div>x</div>" * 5, [("Body Text Other", "x")] * 5),
        (f"<h2>Title<div>{'x' * 300}</div>", [("Body Text", "x" * 300)]),
    ],
)
def test_a_heading_without_an_end_ends_with_its_first_block(
    heading: str, parts: list[tuple[str, str]]
) -> None:
    found = lowered(heading)
    assert shown(found) == [("heading 1", "Title"), *parts]
    assert found.problems == [
        "Word edition: expected a heading that ends before the blocks after it, found <h2> "
        "around them"
    ]


def test_a_rule_above_the_title_in_a_heading_does_not_end_it() -> None:
    found = lowered("<h2><hr>Title</h2>")
    assert shown(found) == [("Rule", ""), ("heading 1", "Title")]
    assert found.problems == []


def test_a_table_in_a_heading_is_a_table() -> None:
    found = lowered("<h2>Title<table><tr><td>a<td>b</table>")
    assert shown(found) == [("heading 1", "Title")]
    assert len(found.tables) == 1


@pytest.mark.parametrize(
    ("block", "style"),
    [
        ("<figure><figcaption><p>x</p></figcaption></figure>", "caption"),
        ("<dl><dt><div>x</div></dt></dl>", "Definition Term"),
        ("<dl><dd><p>x</p></dd></dl>", "Definition"),
        ("<pre><span>x</span></pre>", "Preformatted"),
        ("<blockquote><p>x</p></blockquote>", "Quote"),
    ],
)
def test_the_blocks_of_an_element_have_its_style(block: str, style: str) -> None:
    assert shown(lowered(block, BLOCK)) == [(style, "x")]


def links(found: Lowered) -> list[tuple[str, str]]:
    inlines = [inline for paragraph in found.paragraphs for inline in paragraph.inlines]
    return [
        (inline.target, "".join(run.text for run in inline.runs if isinstance(run, ir.Run)))
        for inline in inlines
        if isinstance(inline, ir.Link)
    ]


@pytest.mark.parametrize(
    "link",
    [
        '<a href="https://example.org/">one <b>two</b></a>',
        '<a href="https://example.org/" style="display: block">one <b>two</b></a>',
        '<a href="https://example.org/"><h3>one <b>two</b></h3></a>',
        '<a href="https://example.org/" class="card"><div>one <b>two</b></div></a>',
    ],
)
def test_a_link_may_be_a_block_and_hold_blocks(link: str) -> None:
    found = lowered(f"{link}<p>after</p>", ".card { display: inline-block }")
    assert links(found) == [("https://example.org/", "one two")]
    assert [text(paragraph) for paragraph in found.paragraphs] == ["one two", "after"]


def test_a_link_around_a_heading_leaves_it_one() -> None:
    found = lowered('<a href="https://example.org/"><h2>Title</h2>text</a>')
    assert shown(found) == [("heading 1", "Title"), ("Body Text", "text")]
    assert len(links(found)) == 2


def test_blocks_in_a_line_are_lines_and_reported() -> None:
    inner = "<i>L<p>para</p><ul><li>x<li>y</ul></i>"
    found = lowered(f"<div>before {inner} after</div>", "i { display: inline-block }")
    assert shown(found) == [("Body Text", "before L\npara\n• x\n• y after")]
    message = "Word edition: expected words in a line, found <i> with blocks in it"
    assert found.problems == [message]


def test_columns_of_inline_blocks_are_blocks_and_reported() -> None:
    css = "i { display: inline-block; width: 45%; border: 1pt solid #ff0000 }"
    found = lowered("<div><i>a<h2>Title</h2></i> <i>b<p>c</p></i></div>", css)
    own = "Body Text Compact"  # the margins below them are not the paragraph's
    styles = [("Body Text", "a"), ("heading 1", "Title"), (own, "b"), (own, "c")]
    cells = [cell for table in found.tables for row in table.rows for cell in row.cells]
    blocks = [block for cell in cells for block in cell.blocks] + found.paragraphs
    assert sorted((b.style, text(b)) for b in blocks if isinstance(b, ir.Paragraph)) == sorted(
        styles
    )
    runs = [run for block in blocks if isinstance(block, ir.Paragraph) for run in block.inlines]
    assert {run.format.border for run in runs if isinstance(run, ir.Run)} == {None}
    assert found.problems == [
        "Word edition: expected boxes one below the other, found <i> otherwise"
    ]


def test_lines_without_text_make_no_paragraphs_and_keep_their_ids() -> None:
    body = (
        '<a href="https://example.org/"><h2>T</h2></a><p><b id="x"></b></p><p>y<i id="z"></i></p>'
    )
    found = lowered(body + '<p><i id="end"></i></p>')
    assert [text(paragraph) for paragraph in found.paragraphs] == ["T", "y"]
    assert sorted(found.paragraphs[1].bookmarks) == ["end", "x", "z"]
