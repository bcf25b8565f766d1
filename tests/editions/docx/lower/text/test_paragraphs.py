"""Paragraphs and headings that hold nothing."""

from __future__ import annotations

import pytest

from tests.editions.docx.words import lowered


@pytest.mark.parametrize("inner", ["<br>", "&nbsp;", "<i style='display: inline-block'></i>"])
def test_a_heading_without_words_is_none(inner: str) -> None:
    found = lowered(f"<p>a</p><h2>{inner}</h2><h2>b</h2><p>c</p>").paragraphs
    assert [one.style for one in found] == ["Body Text", "heading 1", "Body Text"]


def test_a_heading_of_a_picture_or_a_number_is_one() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" aria-label="x" width="9" height="9"></svg>'
    number = '<span class="number">1.</span>'
    found = lowered(f"<h2>{svg}</h2><h2>{number}</h2>").paragraphs
    assert [one.style for one in found] == ["heading 1", "heading 1"]


@pytest.mark.parametrize("inner", ["", " ", "<a id=x></a>", "<span> </span>", "<div></div>"])
@pytest.mark.parametrize("tag", ["p", "h2", "div", "dd"])
def test_what_has_no_line_has_no_paragraph(tag: str, inner: str) -> None:
    found = lowered(f"<p>a</p><{tag}>{inner}</{tag}><p>b</p>").paragraphs
    assert [one.style for one in found] == ["Body Text", "Body Text"]


def test_an_empty_item_without_a_marker_is_nothing() -> None:
    found = lowered("<ul style='list-style: none'><li>a</li><li><div></div></li></ul>")
    assert len(found.paragraphs) == 1
