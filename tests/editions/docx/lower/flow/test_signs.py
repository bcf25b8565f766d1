"""Signs that CSS puts before items whose own markers it takes away."""

from __future__ import annotations

import pytest

from tests.editions.docx.words import Lowered, lowered, text

ITEMS = "<ul><li>One</li><li>Two</li></ul>"
NONE = "ul { list-style: none } "
WAYS = {
    "in the line": "li { text-indent: -12pt } li::before { content: '– ' }",
    "a box": "li::before { content: '–'; display: inline-block; width: 12pt; margin-left: -12pt }",
    "positioned": "li::before { content: '–'; position: absolute; margin-left: -12pt }",
    "at the edge": "li { position: relative; padding-left: 12pt } "
    "li::before { content: '–'; position: absolute; left: 0 }",
    "floating": "li::before { content: '–'; float: left; margin-left: -12pt }",
}


def markers(found: Lowered) -> list[tuple[str, str]]:
    levels = [found.level(paragraph) for paragraph in found.paragraphs]
    return [(level.format, level.text) for level in levels]


@pytest.mark.parametrize("way", WAYS)
def test_a_sign_before_an_item_is_its_bullet(way: str) -> None:
    found = lowered(ITEMS, NONE + WAYS[way], laid_out=True)
    assert markers(found) == [("bullet", "–")] * 2
    assert [text(paragraph) for paragraph in found.paragraphs] == ["One", "Two"]
    assert all(p.style.startswith("List Bullet") for p in found.paragraphs)
    assert found.level(found.paragraphs[0]).first_line == -240
    assert all(paragraph.floating is None for paragraph in found.paragraphs)
    assert found.problems == []


def test_a_sign_before_blocks_belongs_to_the_first() -> None:
    body = "<ul><li><p>One</p><p>Two</p></li></ul>"
    first, second = lowered(body, NONE + WAYS["at the edge"], laid_out=True).paragraphs
    assert (text(first), first.style[:11]) == ("One", "List Bullet")
    assert (text(second), second.style[:13]) == ("Two", "List Continue")


def test_a_sign_has_its_own_look() -> None:
    css = WAYS["positioned"].replace("}", "; color: #ff0000 }")
    found = lowered(ITEMS, NONE + css, laid_out=True)
    assert found.level(found.paragraphs[0]).run.color == "FF0000"


@pytest.mark.parametrize("content", ["'NEW '", "'– – – –'", "''"])
def test_words_and_ornaments_are_no_bullets(content: str) -> None:
    found = lowered(ITEMS, f"{NONE} li::before {{ content: {content} }}")
    assert all(p.style.startswith("List Continue") for p in found.paragraphs)


def test_a_sign_elsewhere_is_no_bullet() -> None:
    css = NONE + "li::before { content: '–'; position: absolute; right: 0 }"
    found = lowered(ITEMS, css, laid_out=True)
    assert [text(p) for p in found.paragraphs if not p.floating] == ["One", "Two"]
    assert [text(p) for p in found.paragraphs if p.floating] == ["–", "–"]


def test_a_sheet_without_markers_may_have_lists_in_lists() -> None:
    css = "ul { list-style: none } .x, .x ul { list-style: disc }"
    found = lowered('<ul class="x"><li>a<ul><li>b</li></ul></li></ul>', css)
    assert markers(found) == [("bullet", "•"), ("bullet", "•")]
    assert [p.style for p in found.paragraphs][1] == "List Bullet 2"


def test_what_markers_have_not_in_word_is_reported() -> None:
    found = lowered("<ul><li>a<li>b</ul>", "li::marker { word-spacing: 3pt; color: red }")
    assert found.problems == [
        "Word edition: expected spaces as wide as the font has them, found word-spacing on "
        "<li::marker>"
    ]
