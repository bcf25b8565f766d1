"""Canary: layout that WeasyPrint 70 does not end is given up, and what is large is not."""

from __future__ import annotations

import pytest

import triplicate
from triplicate.diagnostics import Diagnostics
from triplicate.layout import endless

NUMBERED = """<style>@page { @top-left { content: counter(pages) } }
a::after { content: target-counter(attr(href), page) }</style><a href="#a" id="a">a</a>"""
ENDLESS = {
    "flex boxes in flex boxes": "<div style='display: flex'><div>a</div>" * 12,
    "columns of no height": """<div style="columns: 2; height: 0"><table style="float: right;
        max-width: 0"><tr><td>x</table><div style="border: 1e7px solid; break-before: page"></div>
        </div>""",
    "columns of a note": "<div style='columns: 2; float: footnote'><ul>"
    "<li style='height: 1e7px; padding-left: 1e9%'></ul><p>x</div>",
}


@pytest.mark.parametrize("html", ENDLESS.values(), ids=ENDLESS)
def test_layout_without_an_end_is_given_up(html: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endless, "AT_LEAST", 1000)
    found = Diagnostics()
    assert triplicate.html_to_docx(NUMBERED + html, diagnostics=found)
    (problem,) = (item.message for item in found if item.rule == "layout-succeeds")
    assert problem.endswith("EndlessLayoutError boxes are laid out again and again")


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr><td>a<td>" * 20,
        "<div style='columns: 2'>" + "<p>a" * 1000,
        "<p>a<i style='float: footnote'>b</i>" * 300,
        "<div style='display: flex'><div>a</div>" * 5,
        "<div style='display: grid'><div>a</div>" * 5,
        "<div style='break-inside: avoid'><p>a</p>" * 12,
    ],
)
def test_what_ends_is_laid_out(html: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endless, "AT_LEAST", 1000)
    found = Diagnostics()
    triplicate.html_to_docx(NUMBERED + html, diagnostics=found)
    assert not [item for item in found if item.rule == "layout-succeeds"]
