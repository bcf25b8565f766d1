from __future__ import annotations

import pytest

from tests.editions.docx.words import lowered, text

HIDDEN = (
    "position: absolute; left: -9999px",
    "position: absolute; top: -999em",
    "position: absolute; width: 1px; height: 1px; overflow: hidden",
    "position: fixed; left: -10000px; width: 20px",
)


@pytest.mark.parametrize("element", ["span", "div", "p"])
@pytest.mark.parametrize("css", HIDDEN)
def test_what_lies_out_of_sight_is_left_out(css: str, element: str) -> None:
    found = lowered(f'<div>a <{element} class="x">skip</{element}> b</div>', f".x {{ {css} }}")
    assert " ".join(text(paragraph) for paragraph in found.paragraphs).split() == ["a", "b"]
    assert found.problems == []


@pytest.mark.parametrize(
    "css",
    [
        "position: absolute; left: -20px",
        "position: absolute; width: 1px; height: 1px",
        "position: relative; left: -9999px; overflow: hidden",
    ],
)
def test_what_can_be_seen_stays(css: str) -> None:
    found = lowered('<p>a</p><p class="x">kept</p>', f".x {{ {css} }}")
    assert [text(paragraph) for paragraph in found.paragraphs] == ["a", "kept"]


def test_words_that_are_positioned_follow_the_line_that_holds_them() -> None:
    found = lowered('<p>a <span class="x">far</span> b</p>', ".x { position: absolute; right: 0 }")
    assert [text(paragraph) for paragraph in found.paragraphs] == ["a b", "far"]
    assert found.problems == [
        "Word edition: expected boxes in normal flow, found <span> outside it"
    ]
