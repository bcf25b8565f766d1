"""Canary: values of declarations that WeasyPrint 70 stops at, or does not know."""

from __future__ import annotations

import re

import pytest

import triplicate
from tests.editions.docx.words import page, styled

SENSELESS = [
    "width: calc()",
    "width: calc(1px +)",
    "width: calc(var(--none) + 1px)",
    "height: min()",
    "margin: calc(var(--none) - var(--none))",
    "tab-size: calc(infinity)",
    "transform: rotate(calc())",
    "grid-template-columns: sin(infinity)",
    "border-inline: color()",
    "background: attr()",
    "grid: /",
    "font: normal",
]


@pytest.mark.parametrize("declaration", SENSELESS)
def test_a_value_that_makes_no_sense_is_invalid(
    declaration: str, caplog: pytest.LogCaptureFixture
) -> None:
    assert triplicate.html_to_docx(f"<style>p {{ color: red; {declaration} }}</style><p>Word")
    messages = {re.sub(r" at .*", "", one.getMessage()) for one in caplog.records}
    assert len(messages) == 1


def test_unset_is_inherited_or_initial() -> None:
    css = """div { color: red; font: bold 20px serif; margin: 7px; width: 90px }
    p { color: unset; font: unset; margin: unset; width: unset }"""
    found = styled(page("<div><p>Word</p></div>"), css)
    box = next(box for box in found.root.descendants() if box.element_tag == "p")
    assert box.style["color"].coordinates[0] == 1
    assert (box.style["font_size"], box.style["font_weight"]) == (20, 700)
    assert box.style["margin_top"].value == 0
    assert box.style["width"] == "auto"


CALCULATED = {
    "calc(100% + 2px)": (22, 22),
    "calc(1em + 2px)": (22, 22),
    "calc(50% + 1em)": (30, 30),
    "calc(50% + 1rem)": (42, 42),
    "max(50%, 20px)": (20, 20),
    "clamp(1px, 50%, 30px)": (10, 10),
    "calc(100% - 100px)": (0, 0),
}


@pytest.mark.parametrize("value", CALCULATED)
def test_fonts_and_lines_are_calculated_from_percentages_and_the_font_around(value: str) -> None:
    css = "html { font-size: calc(1rem + 100%) } div { font-size: 20px }"
    found = []
    for name in ("font-size", "line-height"):
        tree = styled(page("<div><p>Word</p></div>"), f"{css} p {{ {name}: {value} }}")
        box = next(box for box in tree.root.descendants() if box.element_tag == "p")
        found.append(box.style[name.replace("-", "_")])
    assert (found[0], found[1].value) == CALCULATED[value]
    assert triplicate.html_to_docx(f"<style>p, html {{ font-size: {value} }}</style><p>Word")


def test_text_is_raised_by_a_calculated_part_of_its_line() -> None:
    css = "p { line-height: 30px } i { vertical-align: calc(10% + 1px) }"
    tree = styled(page("<p>Word <i>i</i>"), css)
    found = next(box for box in tree.root.descendants() if box.element_tag == "i")
    assert found.style["vertical_align"] == 4
