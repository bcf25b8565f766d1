"""Footnotes that pages number; fails on a WeasyPrint that does so itself, or moved its parts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.layout.test_engine import tree
from triplicate.layout import engine
from triplicate.layout.facts import read_facts

CSS = """
@page { size: 300px 200px; margin: 20px; @top-left { content: element(head) string(title) } }
html { font: 10px/15px serif } p { margin: 0 } .n { float: footnote } .next { break-before: page }
h1 { string-set: title content(text) } .head { position: running(head) }
"""
NOTE = '<span class="n">x</span>'
BODY = f"""<!DOCTYPE html><html lang="en"><body><p class="head">Head</p><h1>Title</h1>
<p>a{NOTE} b{NOTE}</p><p class="next">c{NOTE}</p><p class="next">d{NOTE} e{NOTE}</p>"""


def pages(css: str, folder: Path, body: str = BODY) -> tuple[list[list[str]], tuple[str, ...]]:
    """What the marks of notes on each page show, and the numbers that facts tell."""
    boxes = tree(body, CSS + css, folder)
    document = engine.paginate(boxes)
    found = [marks(page._page_box) for page in document.pages]
    return found, read_facts(document, boxes).calls


def marks(page: Any) -> list[str]:
    tags = ("::footnote-call", "::footnote-marker")
    return [
        b.text
        for b in page.descendants()
        if hasattr(b, "text") and str(b.element_tag).endswith(tags)
    ]


def test_without_a_rule_numbers_run_through(tmp_path: Path) -> None:
    found, calls = pages("", tmp_path)
    assert found == [["1", "2", "1. ", "2. "], ["3", "3. "], ["4", "5", "4. ", "5. "]]
    assert set(calls) == {""}


def test_notes_begin_anew_on_each_page(tmp_path: Path) -> None:
    found, calls = pages("@page { counter-reset: footnote }", tmp_path)
    assert found == [["1", "2", "1. ", "2. "], ["1", "1. "], ["1", "2", "1. ", "2. "]]
    assert calls == ("1", "2", "1", "1", "2")


@pytest.mark.parametrize(
    ("css", "numbers"),
    [
        ("@page { counter-set: footnote 8 }", "9 10 9 9 10"),
        ("@page :left { counter-reset: footnote }", "1 2 1 2 3"),
        ("@page :nth(3) { counter-reset: footnote }", "1 2 3 1 2"),
    ],
)
def test_rules_for_some_pages_or_other_numbers(css: str, numbers: str, tmp_path: Path) -> None:
    assert pages(css, tmp_path)[1] == tuple(numbers.split())


def test_numbers_keep_their_style_and_what_stands_around_them(tmp_path: Path) -> None:
    css = "@page { counter-reset: footnote } .n::footnote-marker { content: none }"
    css += '.n::footnote-call { content: "(" counter(footnote, lower-alpha) ")"; text-transform: '
    found, calls = pages(css + "uppercase }", tmp_path)
    assert found == [["(A)", "(B)"], ["(A)"], ["(A)", "(B)"]]
    assert calls == ("a", "b", "a", "a", "b")


def test_running_elements_and_strings_are_as_they_were(tmp_path: Path) -> None:
    boxes = tree(BODY, CSS + "@page { counter-reset: footnote }", tmp_path)
    for page in engine.paginate(boxes).pages:
        texts = [box.text for box in page._page_box.descendants() if hasattr(box, "text")]
        assert texts.count("Head") == 1
        assert sum("Title" in text for text in texts if text != "Title") <= 1


def test_a_repeated_header_row_counts_its_note_once(tmp_path: Path) -> None:
    rows = "<tr><td>y</td></tr>" * 30
    body = f"<html><body><table><thead><tr><th>h{NOTE}</th></tr></thead>{rows}</table><p>{NOTE}</p>"
    assert pages("@page :first { counter-reset: footnote }", tmp_path, body)[1] == ("1", "2")
