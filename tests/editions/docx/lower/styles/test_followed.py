"""Styles that look like most of the text that has them."""

from __future__ import annotations

import pytest

from tests.editions.docx.words import lowered
from triplicate.editions.docx import ir

CSS = ".report h2 { font-size: 20pt } .report p { margin-bottom: 7pt }"


@pytest.mark.parametrize(
    ("body", "size"),
    [
        ("<div class=report><h2>a</h2><h2>b</h2></div>", 40),
        ("<div class=report><h2>a</h2><h2>b</h2></div><h2>c</h2>", 40),
        ("<div class=report><h2>a</h2><h2>b</h2></div><h2>c</h2><h2>d</h2>", 24),
        ("<div class=report><h2>a</h2></div>", 24),
    ],
)
def test_headings_below_a_class_are_those_of_their_style(body: str, size: int) -> None:
    found = lowered(body, f"h2 {{ font-size: 12pt }} {CSS}")
    assert found.style("heading 1").run.size == size


def test_they_have_nothing_beside_their_style() -> None:
    found = lowered("<div class=report><h2>a</h2><h2>b</h2></div>", CSS)
    assert [p.inlines for p in found.paragraphs] == [(ir.Run("a"),), (ir.Run("b"),)]
    assert [p.format for p in found.paragraphs] == [ir.ParagraphFormat()] * 2


@pytest.mark.parametrize(
    ("others", "size"), [("<h2>a</h2><h2>b</h2>", 30), ("<h2>a</h2>", 18), ("<p>a</p>", 18)]
)
def test_a_level_that_is_used_once_follows_where_others_do(others: str, size: int) -> None:
    css = f"h2 {{ font-size: 12pt }} h3 {{ font-size: 9pt }} {CSS} .report h3 {{ font-size: 15pt }}"
    found = lowered(f"<div class=report>{others}<h3>c</h3></div>", css)
    assert found.style("heading 2").run.size == size
    assert (found.paragraphs[-1].inlines == (ir.Run("c"),)) == (size == 30)


def test_a_style_that_a_rule_names_looks_as_it_says() -> None:
    css = CSS + 'h2 { font-size: 12pt; --word-style: "Heading 1" }'
    found = lowered("<div class=report><h2>a</h2><h2>b</h2></div>", css)
    assert found.style("heading 1").run.size == 24


@pytest.mark.parametrize(
    ("inside", "outside", "after"), [(8, 0, 140), (20, 2, 140), (8, 1, 160), (7, 0, 160)]
)
def test_body_text_is_that_of_the_document_where_hardly_any_is_outside(
    inside: int, outside: int, after: int
) -> None:
    found = lowered(f"<div class=report>{'<p>x</p>' * inside}</div>{'<p>y</p>' * outside}", CSS)
    assert found.style("Body Text").paragraph.after == after
