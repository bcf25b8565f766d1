from __future__ import annotations

from xml.etree import ElementTree

import pytest

from tests.editions.docx.words import web
from triplicate.layout.directions import settle_directions


def settled(markup: str) -> tuple[list[str | None], list[str]]:
    """The directions of all elements, and what is lost."""
    root = ElementTree.fromstring(markup)
    lost = [one.message for one in settle_directions(root)]
    return [element.get("dir") for element in root.iter()], lost


@pytest.mark.parametrize(
    ("markup", "directions"),
    [
        ('<p dir="auto">1. abc אבג</p>', ["ltr"]),
        ('<p dir="AUTO">(אבג) abc</p>', ["rtl"]),
        ('<p dir="auto">مرحبا</p>', ["rtl"]),
        ('<p dir="auto">123!</p>', ["ltr"]),
        ('<p dir="auto"><b>אבג</b> abc</p>', ["rtl", None]),
        ('<p dir="auto"><b dir="rtl">אבג</b> abc</p>', ["ltr", "rtl"]),
        ('<p dir="auto"><bdi>אבג</bdi> abc</p>', ["ltr", "rtl"]),
        ("<p><bdi>123</bdi></p>", [None, None]),
        ('<p dir="rtl">abc</p>', ["rtl"]),
    ],
)
def test_directions_are_those_of_the_first_letter(
    markup: str, directions: list[str | None]
) -> None:
    assert settled(markup) == (directions, [])


def test_letters_that_are_turned_are_reported() -> None:
    assert settled('<bdo dir="ltr">abc</bdo>')[1] == []
    (problem,) = settled('<bdo dir="rtl">abc</bdo>')[1]
    assert "<bdo>" in problem


def test_a_page_is_laid_out_by_its_letters() -> None:
    found = web('<p dir="auto">אבג</p><p dir="auto">abc</p>')
    assert [bool(p.format.right_to_left) for p in found.paragraphs] == [True, False]
