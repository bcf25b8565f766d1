"""The text of a PDF as it stands in the file, for readers that guess nothing from positions."""

from __future__ import annotations

import io
from contextlib import nullcontext
from typing import Any

import pikepdf
import pytest

from tests.editions.pdf.test_write import make
from tests.readback.pdf_content import Shown, shown_on
from triplicate.layout import engine

NARROW = "@page { size: 60mm 150mm; margin: 5mm 15mm 5mm 5mm } body { padding: 0 }"


def shown(body: str, css: str = NARROW) -> list[Shown]:
    fonts: dict[Any, Any] = {}
    with pikepdf.open(io.BytesIO(make(body, css))) as document:
        found = [one for page in document.pages for one in shown_on(page, fonts)]
        return [one for one in found if one.artifact is None]


def text(body: str, css: str = NARROW) -> str:
    return "".join(one.text for one in shown(body, css))


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<p>Some plain words that do not fit into one line", None),
        ("<p>Some <em>words in italics</em> <b>and in bold</b> that go over lines", None),
        ("<p>Words <em>that end before </em>a line does and <em> begin </em> with one", None),
        ("<p style='text-align: justify'>Some justified words that do not fit into a line", None),
        ("<p style='letter-spacing: 1pt'>Some spaced words that do not fit into a line", None),
        ("<p><a href='#x'>A link of words that does not fit into one line</a>", None),
        ("<p>A line<br>and another<br>and <em>one<br></em>more", "A line and another and one more"),
        ("<pre>one line\nanother", "one line another"),
        ("<p>well-known-and-long-words-with-hyphens-all-over", None),
        ("<p style='overflow-wrap: anywhere'>" + "unbroken" * 9, None),
        ("<p>https://example.org/with/a/long/path/and/no/space/in/it", None),
    ],
)
def test_words_are_as_far_apart_as_in_the_source(body: str, words: str | None) -> None:
    lines = {round(one.y) for one in shown(body)}
    assert len(lines) > 1
    source = "".join(part.rpartition(">")[2] for part in body.split("<"))
    assert text(body).strip() == (words or " ".join(source.split()))


def test_a_blank_between_elements_is_there() -> None:
    assert text("<p><u>One</u> <s>two</s>\u00a0<b>three</b>") == "One two\u00a0three"


def test_the_end_of_a_block_has_no_space() -> None:
    assert not text("<p>Some words that do not fit into one line").endswith(" ")


@pytest.mark.parametrize("style", ["text-align: right", "text-align: center", "direction: rtl"])
@pytest.mark.parametrize("more", ["", "text-align-last: justify", "letter-spacing: 2pt"])
def test_a_space_at_the_end_of_a_line_moves_nothing(
    style: str, more: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = f"<p style='{style}; {more}'>Some words that <u>do not</u> fit into a line"
    places = [(one.x, one.y) for one in shown(body)]
    monkeypatch.setattr(engine, "noted_line_ends", nullcontext)
    before = [(one.x, one.y) for one in shown(body)]
    assert places == before


def test_a_hyphen_that_layout_adds_is_soft() -> None:
    found = text("<p>A Donau\u00addampf\u00adschiff\u00adfahrts\u00adgesell\u00adschaft well-known")
    assert found.replace("\u00ad", "") == "A Donaudampfschifffahrtsgesellschaft well-known"
    assert "\u00ad" in found


def test_a_hyphen_of_the_dictionary_is_soft() -> None:
    found = text("<p style='hyphens: auto'>Internationalization notwithstanding characterization")
    assert found.replace("\u00ad", "") == "Internationalization notwithstanding characterization"
    assert "\u00ad" in found


def test_the_marker_of_an_item_is_drawn_before_its_words() -> None:
    items = "<li>One<ul><li>Inner</ul><li>Two words that do not fit into one line<li>Three"
    wanted = "1. One– Inner2. Two words that do not fit into one line3. ThreeAfter"
    assert text(f"<ol>{items}</ol><p>After") == wanted
