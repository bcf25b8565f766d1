"""A page that ends after a box: Word knows breaks before paragraphs alone."""

from __future__ import annotations

import pytest

from tests.editions.docx.words import lowered, text
from triplicate.editions.docx import ir


def begins(body: str, css: str) -> list[str]:
    """The texts of the paragraphs that begin a page."""
    return [text(p) for p in lowered(body, css).paragraphs if p.format.page_break_before]


@pytest.mark.parametrize(
    "body",
    [
        "<div class=x><p>a<p>b</div><p>c<p>d",
        "<p>a<section><p class=x>b</section><p>c",
        "<p>a<ul><li>one<li class=x>two</ul><p>c",
        "<p>a<p class=x>b<section><div><p>c</div></section>",
        "<p class=x>b<h1>c</h1><p>d",
    ],
)
def test_what_follows_begins_the_next_page(body: str) -> None:
    assert begins(body, ".x { break-after: page }") == ["c"]


def test_no_page_begins_after_the_last_box() -> None:
    assert begins("<p>a<p class=x>b", ".x { break-after: page }") == []


def test_a_table_begins_the_page_after_a_box_and_ends_one() -> None:
    body = "<p class=x>a<table><tr><td>b</table><table class=x><tr><td>c</table><p>d"
    found = lowered(body, ".x { break-after: page }")
    (cell,) = found.tables[0].rows[0].cells
    first = cell.blocks[0]
    assert isinstance(first, ir.Paragraph)
    assert first.format.page_break_before
    assert [text(p) for p in found.paragraphs if p.format.page_break_before] == ["d"]


@pytest.mark.parametrize(("side", "section"), [("right", "oddPage"), ("verso", "evenPage")])
def test_a_side_of_the_sheet_is_a_section(side: str, section: str) -> None:
    document = lowered("<p class=x>a<p>b", f".x {{ break-after: {side} }}").document
    assert [one.begins for one in document.sections] == ["nextPage", section]


@pytest.mark.parametrize(
    "rule",
    [
        "thead { break-before: page } tfoot { break-after: page }",
        "thead tr { break-before: page } tfoot tr { break-after: page }",
    ],
)
def test_breaks_at_the_first_and_last_rows_are_those_of_their_table(rule: str) -> None:
    rows = "<thead><tr><td>a</thead><tr><td>b<tfoot><tr><td>c</tfoot>"
    found = lowered(f"<p>0<table>{rows}</table><p>d", rule)
    firsts = [row.cells[0].blocks[0] for row in found.tables[0].rows]
    begun = [isinstance(p, ir.Paragraph) and p.format.page_break_before for p in firsts]
    assert begun == [True, None, None]
    assert [text(p) for p in found.paragraphs if p.format.page_break_before] == ["d"]
    assert found.problems == []
