"""Canary: CSS and numbers that grow without measure while WeasyPrint 70 reads them."""

from __future__ import annotations

import re
import time

import pytest

import triplicate
from tests.editions.docx.lint import faults
from tests.editions.docx.words import opened, page, styled
from triplicate.diagnostics import Diagnostics


def doubled(times: int, last: str = "1px", between: str = " ") -> str:
    """Custom properties of which each names the one before it twice."""
    pairs = (f"--v{n}: var(--v{n - 1}){between}var(--v{n - 1});" for n in range(1, times))
    return f":root {{ --v0: {last}; {''.join(pairs)} }}"


@pytest.mark.parametrize(
    "css",
    [
        doubled(60) + "p { margin: var(--v59) }",
        doubled(60, between=", ") + "p { font-family: var(--v59) }",
        doubled(60).replace("var(", "calc(var(").replace(")", "))") + "p { width: var(--v59) }",
        ":root { --a: var(--b); --b: var(--a) } p { width: var(--a); --word-style: var(--a) }",
        "p { " + "& & { margin: 1px; " * 40 + "}" * 41,
        "p, b { " + "a &, & i, u & { margin: 1px; " * 20 + "}" * 21,
        ":not(" * 120 + "p" + ")" * 120 + "{ margin: 1px }",
        f"p {{ width: {'9' * 5000}px; z-index: {'9' * 5000} }}",
    ],
)
def test_css_without_measure_is_invalid_and_the_rest_counts(css: str) -> None:
    start = time.monotonic()
    tree = styled(page("<p>Word"), f"{css} p {{ color: red }}")
    box = next(box for box in tree.root.descendants() if box.element_tag == "p")
    assert box.style["color"].coordinates[0] == 1
    assert triplicate.html_to_docx(f"<style>{css}</style><p>Word")
    assert time.monotonic() - start < 20


def test_what_is_within_measure_counts() -> None:
    css = doubled(12, "1px") + "p { & b, & i { color: red } width: var(--v0) }"
    tree = styled(page("<p>Word <b>b</b>"), css)
    found = {box.element_tag: box.style for box in reversed(list(tree.root.descendants()))}
    assert found["p"]["width"].value == 1
    assert found["b"]["color"].coordinates[0] == 1


def test_selectors_that_are_too_deep_and_nested_rules_that_double_are_told() -> None:
    found = Diagnostics()
    css = ":not(" * 120 + "p" + ")" * 120 + "{} p {" + "& & { margin: 1px; " * 40 + "}" * 41
    triplicate.html_to_docx(f"<style>{css}</style><p>Word", diagnostics=found)
    said = {re.sub(r".*found: ", "", item.message)[:29] for item in found}
    assert said == {"Invalid or unsupported select", "Ignored rules inside each oth"}


def test_numbers_of_thousands_of_digits_in_attributes_are_large_ones() -> None:
    many = "9" * 5000
    html = f"""<ol start="{many}"><li value="{many}">x</ol><ol reversed start="{many}"><li>y</ol>
    <table border="{many}" width="{many}"><tr><td colspan="{many}" height="{many}">z</table>
    <font size="{many}">f</font><hr size="{many}" width="{many}"><img width="{many}" alt="">"""
    assert triplicate.html_to_docx(html)


EXTREMES = ["1e400px", "-1e400px", "calc(1px / 0)", "1e38em", "-2147483649px"]
LENGTHS = [
    "width",
    "height",
    "margin",
    "padding",
    "border-left-width",
    "font-size",
    "letter-spacing",
    "word-spacing",
    "line-height",
    "text-indent",
    "column-gap",
    "top",
    "left",
    "min-width",
    "vertical-align",
]


@pytest.mark.parametrize("value", EXTREMES)
@pytest.mark.parametrize("place", ["p", "span", "td", "li", "img", ".float", ".abs"])
def test_lengths_beyond_measure_make_a_file_that_is_valid(value: str, place: str) -> None:
    css = "".join(f"{name}: {value};" for name in LENGTHS)
    dot = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"
    html = f"""<style>{place} {{ {css} border-left-style: solid }} .float {{ float: left }}
    .abs {{ position: absolute }}</style><p>a <span>b</span> <img alt="" src="{dot}">
    <div class=float>c</div><div class=abs>d</div><table><tr><td>e</table><ul><li>f</ul>"""
    parts = opened(triplicate.html_to_docx(html, css=f"@page {{ @top-left {{ {css} }} }}"))
    assert faults(parts) == []
    for element in parts["word/document.xml"].iter("{*}framePr", "{*}pgMar", "{*}extent"):
        numbers = (int(one) for one in element.attrib.values() if one.lstrip("-").isdigit())
        assert all(abs(number) <= 22 * 914400 for number in numbers)


@pytest.mark.parametrize("name", ["max-width", "min-width", "width", "max-height", "min-height"])
@pytest.mark.parametrize(
    "value", ["calc(100% - 10px)", "calc(100% - 1e7px)", "min(1px / 0, 5%)", "calc(5% * (1 / 0))"]
)
def test_calculated_sizes_are_numbers_where_they_are_used(name: str, value: str) -> None:
    dot = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"
    html = f"""<style>* {{ {name}: {value} }} .a {{ position: fixed }}
    a::after {{ content: target-counter(attr(href), page) }}</style><a href="#a">a</a>
    <p id=a>a <img alt="" src="{dot}"><div class=a>b</div><table><tr><td>c</table>"""
    assert triplicate.html_to_docx(html)
