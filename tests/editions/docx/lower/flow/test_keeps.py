from __future__ import annotations

import pytest

from tests.editions.docx.words import Lowered, every, lowered, text
from triplicate.editions.docx import ir

CSS = (
    ".before { break-before: avoid } .after { break-after: avoid } .inside { break-inside: avoid }"
)
CSS += " .new { break-before: page } ul, ol { break-before: auto }"


def kept(found: Lowered, field: str = "keep_next") -> list[str]:
    """The texts of the paragraphs that keep with the next, or keep their lines together."""
    return [
        text(paragraph)
        for paragraph in every(found.section.blocks)
        if getattr(ir.overlay(found.style(paragraph.style).paragraph, paragraph.format), field)
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>a</p><p class=before>b</p><p>c</p>", ["a"]),
        ("<p>a</p><div class=before><p>b</p><p>c</p></div>", ["a"]),
        ("<p>a</p><div><div><p class=before>b</p></div></div>", ["a"]),
        ("<div><p>a</p><p>b</p></div><p class=before>c</p>", ["b"]),
        ("<p>a</p><ul class=before><li>b</li></ul>", ["a"]),
        ("<ul><li>a<li class=before>b<li>c</ul>", ["a"]),
        ("<p>a</p><table class=before><tr><td>b</table>", ["a"]),
        ("<p>a</p><table class=before><caption>b</caption><tr><td>c</table>", ["a", "b"]),
        ("<table><tr><td>a<td>b<tr><td>c<td>d</table><p class=before>e</p>", ["c", "d"]),
        ("<table><tr><td>a<tr class=before><td>b<tr><td>c</table>", ["a"]),
        ("<table><tr><td>a<tr class=after><td>b<tr><td>c</table>", ["b"]),
        ("<table><tr><td>a<tbody class=before><tr><td>b</table>", ["a"]),
        ("<table><tbody class=inside><tr><td>a<tr><td>b<tbody><tr><td>c</table>", ["a"]),
        ("<p>a</p><div class='before box'><p>b</p><ul><li>c</ul></div>", ["a"]),
        ("<p>a</p><div class=box><p class=before>b</p><ul><li>c</ul></div>", ["a"]),
        ("<p>a</p><div class=flex><div><p class=before>b</p></div><div>c</div></div>", ["a"]),
        # What is in a cell says nothing of its table.
        ("<p>a</p><table><tr><td><ul class=before><li>b</ul></table>", []),
        ("<p>a</p><p class='before new'>b</p>", []),
        ("<p class=before>a</p><p>b</p>", []),
    ],
)
def test_what_no_page_may_begin_with_keeps_what_is_before_it(
    body: str, expected: list[str]
) -> None:
    css = CSS + ".new { break-before: page } .box { border: 1pt solid; padding: 3pt }"
    css += " .flex { display: flex }"
    assert kept(lowered(body, css, laid_out="flex" in body)) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<div class=after><p>a</p><p>b</p></div><p>c</p>", ["b"]),
        ("<ul class=after><li>a<li>b</ul><p>c</p>", ["b"]),
        ("<div class=after><table><tr><td>a<tr><td>b</table></div><p>c</p>", ["b"]),
        ("<table class=after><tr><td>a<tr><td>b<td>c</table><p>d</p>", ["b", "c"]),
        # The third is the paragraph that Word needs between tables.
        ("<table class=after><tr><td>a</table><table><tr><td>b</table>", ["a", ""]),
    ],
)
def test_what_no_page_may_end_with_keeps_its_end_with_the_next(
    body: str, expected: list[str]
) -> None:
    assert kept(lowered(body, CSS)) == expected


@pytest.mark.parametrize(
    ("body", "together", "whole"),
    [
        ("<div class=inside><p>a</p><p>b</p></div>", ["a"], ["a", "b"]),
        ("<ul class=inside><li>a<ul><li>b</ul><li>c</ul>", ["a", "b"], ["a", "b", "c"]),
        ("<dl class=inside><dt>a<dd>b<dt>c<dd>d</dl>", ["a", "b", "c"], ["a", "b", "c", "d"]),
        ("<div class=inside><p>a</p><table><tr><td>b<tr><td>c</table></div>", ["a", "b"], ["a"]),
        ("<figure><p>a</p><table><tr><td>b<tr><td>c</table><p>d</p></figure>", ["a", "c"], []),
    ],
)
def test_what_may_not_break_keeps_its_parts_and_their_lines_together(
    body: str, together: list[str], whole: list[str]
) -> None:
    found = lowered(body, CSS)
    assert (kept(found), kept(found, "keep_lines")) == (together, whole)


def test_rows_in_what_may_not_break_do_not_break() -> None:
    (table,) = lowered("<div class=inside><table><tr><td>a</table></div>", CSS).tables
    assert table.rows[0].whole


def test_rows_begin_pages_where_css_says_so() -> None:
    body = "<table><tr><td>a<tr class=new><td>b<tbody class=new><tr><td>c</table>"
    cells = every(lowered(body, CSS).section.blocks)
    assert [bool(cell.format.page_break_before) for cell in cells] == [False, True, True, False]


def test_a_table_begins_a_page_with_its_caption() -> None:
    found = lowered("<p>a</p><table class=new><caption>b</caption><tr><td>c</table>", CSS)
    breaks = [bool(p.format.page_break_before) for p in every(found.section.blocks)]
    assert breaks[:3] == [False, True, False]
