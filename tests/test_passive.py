from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from triplicate.diagnostics import Diagnostics
from triplicate.passive import check_passive
from triplicate.theme import load_theme

HEAD = '<head><link rel="stylesheet" href="report.css"></head>'


def check(body: str, css: str = "") -> Diagnostics:
    theme = load_theme(None, Diagnostics())
    assert theme is not None
    diagnostics = Diagnostics()
    check_passive(HEAD + body, replace(theme, css=theme.css + css), diagnostics)
    return diagnostics


def test_the_built_in_theme_is_passive() -> None:
    assert not len(check("<p>Text</p>"))


def test_an_imported_style_sheet_is_an_error() -> None:
    assert check("<p>Text</p>", '@import "other.css";').has_errors


@pytest.mark.parametrize(
    "body",
    [
        "<script>alert(1)</script>",
        '<p onclick="x()">a</p>',
        '<iframe src="a"></iframe>',
        '<object data="a"></object>',
        '<link rel="stylesheet" href="https://example.org/a.css">',
        '<link rel="icon" href="a.ico">',
        "<svg><image href='https://example.org/a.png'/></svg>",
        '<img alt="" src="data:," srcset="https://example.org/a.png 2x">',
        '<p style="background: url(https://example.org/a.png)">a</p>',
        '<meta http-equiv="refresh" content="0">',
    ],
)
def test_active_content_is_an_error(body: str) -> None:
    diagnostics = check(body)
    assert [item.rule for item in diagnostics] == ["html-is-passive"]


def test_a_script_is_reported_where_it_stands_and_not_at_our_metadata(tmp_path: Path) -> None:
    script = '<script src="counter.js">'
    (tmp_path / "report.html.j2").write_text(
        f'<script type="application/ld+json"></script>\n{script}</script>', encoding="utf-8"
    )
    theme, diagnostics = load_theme(tmp_path, Diagnostics()), Diagnostics()
    assert theme is not None
    check_passive(f"{HEAD}{script}</script>", theme, diagnostics)
    (found,) = diagnostics
    assert found.span is not None
    assert found.span[:3] == (str(tmp_path / "report.html.j2"), 2, 1)


def test_text_that_looks_like_an_event_handler_is_text() -> None:
    diagnostics = check('<p title="once = one">&lt;p onclick=1&gt; and on = off</p>')
    assert not len(diagnostics)
