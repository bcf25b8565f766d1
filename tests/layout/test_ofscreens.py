"""What of CSS is passed over in silence, and what is not."""

from __future__ import annotations

import pytest

from triplicate import html_to_docx
from triplicate.diagnostics import Diagnostics


def warnings(html: str) -> list[str]:
    found = Diagnostics()
    html_to_docx(html, machine_fonts=False, diagnostics=found)
    return [one.message for one in found]


@pytest.mark.parametrize(
    "css",
    [
        "p { overflow-x: auto; cursor: pointer; user-select: none; will-change: top }",
        "p { -webkit-hyphens: none; -moz-tab-size: 4; mso-style-name: x; transition-delay: 1s }",
        "p { position: sticky; display: -ms-flexbox }",
        "p { background: -webkit-linear-gradient(red, blue) }",
        "p { filter: alpha(opacity=50); scroll-margin-top: 1em; text-size-adjust: 100% }",
        "@keyframes a { from { top: 0 } } @-webkit-keyframes a { from { top: 0 } }",
        "p::-webkit-scrollbar { width: 3px } a::-moz-focus-inner, a::selection { color: red }",
        "p:focus-visible::placeholder { color: red }",
        "p { filter: none; text-shadow: none; zoom: 1; white-space: -pre-wrap; _width: 3px }",
        "@font-face { font-family: Calibri; panose-1: 2 15 5 2 2 2 4 3 2 4 }",
    ],
)
def test_what_paper_never_shows_is_no_loss(css: str) -> None:
    assert warnings(f"<style>{css}</style><p>x") == []


@pytest.mark.parametrize(
    "css",
    [
        "p { text-shadow: 1px 1px red }",
        "p { filter: blur(2px) }",
        "p { position: somewhere }",
        "p, p::selection { color: red }",
        "p::marked { color: red }",
        "@container (width > 3px) { p { color: red } }",
        "p { colour: red }",
    ],
)
def test_real_losses_are_told(css: str) -> None:
    assert len(warnings(f"<style>{css}</style><p>x")) == 1


def test_a_property_that_is_unknown_is_one_warning() -> None:
    css = "p { text-shadow: 1px 1px red } i { text-shadow: 2px 2px; filter: blur(1px) }"
    found = warnings(f"<style>{css}</style><p>x <b style='}}'>y</b> <b style='}}'>z</b>")
    assert [one.partition("found: ")[2][:22] for one in found if "unknown" in one] == [
        "Ignored `text-shadow: ",
        "Ignored `filter: blur(",
    ]
    assert len(found) <= 3
