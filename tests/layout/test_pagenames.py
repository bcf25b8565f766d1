"""Named pages end where text without a page name begins; a canary for WeasyPrint's own breaks."""

from __future__ import annotations

import pytest

from tests.editions.docx.words import page, styled
from triplicate.layout import engine, pagenames

CSS = "@page wide { size: 700pt 500pt } .wide { page: wide }"


def widths(body: str, css: str = CSS) -> list[float]:
    """The width of each page in points."""
    return [found.width * 0.75 for found in engine.paginate(styled(page(body), css)).pages]


@pytest.mark.parametrize(
    "body",
    [
        "<p>a</p><p class=wide>b</p><p>c</p>",
        "<p>a</p><div class=wide><p>b</p></div><p>c</p>",
        "<div><p>a</p><p class=wide>b</p></div><div><p>c</p></div>",
        "<p>a</p><table class=wide><tr><td>b</table><p>c</p>",
        "<p>a</p><p class=wide>b</p>c",
        "<p>a</p><p class=wide>b</p><p style='break-before: page'>c</p>",
    ],
)
def test_named_pages_end_where_text_without_a_name_begins(body: str) -> None:
    assert widths(body) == [500, 700, 500]


def test_pages_named_in_an_attribute_end_too() -> None:
    css = CSS.replace(".wide { page: wide }", "")
    assert widths("<p style='page: wide'>a</p><p>b</p>", css) == [700, 500]


def test_pages_of_one_name_go_on() -> None:
    assert widths("<p class=wide>a</p><div class=wide><p>b</p></div>") == [700]


def test_weasyprint_still_needs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pagenames, "break_after_named_pages", lambda *_: None)
    assert widths("<p class=wide>b</p><p>c</p>") == [700]
