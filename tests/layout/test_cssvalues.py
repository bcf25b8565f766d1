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
