"""Which declaration an element gets, and where it stands."""

from __future__ import annotations

import pytest

from triplicate.layout import engine
from triplicate.layout.declarations import declaration, page_declaration, wrapped
from triplicate.layout.fetch import FolderFetcher
from triplicate.resources import Resources

HTML = """<!DOCTYPE html><html lang="en"><body><section class="a"><p id="one">x</p></section>
<p style="float: left" id="two">x</p><section><p id="three">x</p></section>"""


def found(css: str, identifier: str, *names: str, pseudo: str = "", inherited: bool = False) -> str:
    """What the style sheet has from the declaration to the end of its rule; "" for none."""
    html = engine.parse(HTML, None, FolderFetcher(Resources(())))
    (element,) = [e for e in html.etree_element.iter() if e.get("id") == identifier]
    offset = declaration(wrapped(html)[id(element)], pseudo, names, css, inherited=inherited)
    return "" if offset is None else css[offset : css.index("}", offset)].strip()


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        ("h1 { float: left } p { float: right }", "float: right"),
        ("p { float: left } p { float: right }", "float: right"),
        ("#one { float: left } p { float: right }", "float: left"),
        (".a p { float: left } p { float: right }", "float: left"),
        ("p { color: red; float : left }", "float : left"),
        ("@media print { p { float: left } }", "float: left"),
        ("/* p { float: left } */ p { float: right }", "float: right"),
        ("p { color: red } h1 { float: left }", ""),
        ("p::before { float: left }", ""),
        ("@page { float: left }", ""),
        ("p { --float: left; my-float: left }", ""),
        ("p:foo( { float: left }", ""),
    ],
)
def test_the_declaration_is_that_of_the_rule_that_wins(css: str, expected: str) -> None:
    assert found(css, "one", "float") == expected


def test_a_style_attribute_wins_over_all_rules() -> None:
    assert found("p { float: left }", "two", "float") == ""
    assert found("p { color: red }", "two", "color") == "color: red"


def test_shorthands_count_too() -> None:
    css = "p { margin-left: 0 } p { margin: 0 }"
    assert found(css, "one", "margin-left", "margin") == "margin: 0"


def test_pseudo_elements_have_rules_of_their_own() -> None:
    css = "p { float: left } p::before { float: right }"
    assert found(css, "one", "float", pseudo="before") == "float: right"


def test_what_is_inherited_may_come_from_above() -> None:
    css = ".a { border-spacing: 2pt } body { border-spacing: 1pt }"
    assert found(css, "one", "border-spacing") == ""
    assert found(css, "one", "border-spacing", inherited=True) == "border-spacing: 2pt"
    assert found(css, "three", "border-spacing", inherited=True) == "border-spacing: 1pt"


@pytest.mark.parametrize(
    ("css", "box", "expected"),
    [
        ("@page { color: red }", "", "color: red"),
        ("p { color: blue } @page :first { margin: 0; color: red }", "", "color: red"),
        ("@page { @top-left { color: red } }", "", ""),
        ("@page { color: blue; @top-left { color: red } }", "@top-left", "color: red"),
        (
            "@page { @top-right { color: blue } @top-left { color: red } }",
            "@top-left",
            "color: red",
        ),
        ("@page { @top-left-corner { color: red } }", "@top-left", ""),
        ("@media print { @page { color: red } }", "", "color: red"),
        ("/* @page { color: blue } */ @page { color: red }", "", "color: red"),
        ("@page { background-color: red }", "", ""),
        ("@page { @top-left { x: y } color: red }", "", "color: red"),
    ],
)
def test_the_declarations_of_pages_are_found(css: str, box: str, expected: str) -> None:
    offset = page_declaration(box, ("color",), css)
    assert ("" if offset is None else css[offset : css.index("}", offset)].strip()) == expected
