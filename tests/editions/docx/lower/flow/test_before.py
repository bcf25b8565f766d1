"""Counters that float, or are positioned, before headings, paragraphs and items."""

from __future__ import annotations

import pytest

from tests.editions.docx.words import lowered, text

WAYS = {
    "floating": "float: left; margin-left: -20pt; width: 20pt",
    "at the edge": "position: absolute; left: 0",
    "before the edge": "position: absolute; margin-left: -20pt",
}
HANGING = "position: relative; padding-left: 20pt"


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("tag", "style"), [("h2", "heading 1"), ("p", "Body Text"), ("li", "List Number")]
)
def test_a_counter_that_hangs_is_the_number(tag: str, style: str, way: str) -> None:
    css = f"""ol {{ list-style: none }} {tag} {{ counter-increment: n; {HANGING} }}
      {tag}::before {{ content: counter(n) "."; {WAYS[way]} }}"""
    elements = f"<{tag}>a</{tag}><{tag}>b</{tag}>"
    found = lowered(f"<ol>{elements}</ol>" if tag == "li" else elements, css, laid_out=True)
    assert [(p.style, text(p), p.floating) for p in found.paragraphs] == [
        (style, "a", None),
        (style, "b", None),
    ]
    level = found.level(found.paragraphs[0])
    assert (level.format, level.suffix, level.first_line) == ("decimal", "tab", -400)
    assert found.problems == []


def test_a_counter_that_floats_in_the_text_is_followed_by_a_space() -> None:
    css = """h2 { counter-increment: n }
      h2::before { content: counter(n) "."; float: left; margin-right: 6pt }"""
    (heading,) = lowered("<h2>a</h2>", css, laid_out=True).paragraphs
    level = lowered("<h2>a</h2>", css, laid_out=True).level(heading)
    assert (text(heading), level.text, level.suffix) == ("a", "%1.", "space")


def test_a_counter_at_the_other_side_stays_there() -> None:
    css = "p { counter-increment: n } p::before { content: counter(n); float: right }"
    beside, found = lowered("<p>a</p>", css, laid_out=True).paragraphs
    assert (text(beside), text(found)) == ("1", "a")
    assert beside.floating


@pytest.mark.parametrize(
    ("room", "suffix"),
    [
        ("margin-right: 1em", "tab"),
        ("padding-right: 1em", "tab"),
        ("margin-right: 4pt", "space"),
        ("margin-right: 0", "nothing"),
    ],
)
@pytest.mark.parametrize("tag", ["h2", "p", "li"])
def test_room_after_a_counter_parts_it_from_the_text(tag: str, room: str, suffix: str) -> None:
    css = f"""ul {{ list-style: none }} {tag} {{ counter-increment: n }}
      {tag}::before {{ content: counter(n); {room} }}"""
    element = f"<{tag}>a</{tag}>"
    found = lowered(f"<ul>{element}</ul>" if tag == "li" else element, css)
    level = found.level(found.paragraphs[0])
    assert level.suffix == suffix
    assert (level.tab is not None) is (suffix == "tab")
