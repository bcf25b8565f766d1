from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from tests.editions.docx.words import lowered
from triplicate.editions.docx.lower.text.bookmarks import Bookmarks

IDS = st.lists(st.text(min_size=1, max_size=60), unique=True, max_size=30)
ALIKE = st.lists(st.sampled_from(["a-b", "a_b", "A_b", "a.b", "x" * 50, "x" * 60, "X" * 45]))


@given(IDS | ALIKE)
def test_names_are_what_word_takes_and_differ(anchors: list[str]) -> None:
    names = Bookmarks()
    given_names = {anchor: names.name(anchor) for anchor in anchors}
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9_]{0,39}", n) for n in given_names.values())
    assert len({name.lower() for name in given_names.values()}) == len(given_names)


@given(IDS)
def test_the_same_ids_get_the_same_names(anchors: list[str]) -> None:
    first, second = Bookmarks(), Bookmarks()
    assert [first.name(a) for a in anchors] == [second.name(a) for a in anchors]
    assert [first.name(a) for a in anchors] == [second.name(a) for a in anchors]


def test_every_block_carries_the_name_of_its_id() -> None:
    body = '<h2 id="a">A</h2><p id="p-1">P</p><ol id="list"><li id="one">1</li></ol>'
    names = [paragraph.bookmarks for paragraph in lowered(body).paragraphs]
    assert names == [("a",), ("p_1",), ("list", "one")]


def test_an_id_inside_a_line_can_be_linked_to() -> None:
    found = lowered('<p>See <a href="#there">there</a>.</p><p>It is <em id="there">it</em>.</p>')
    assert found.paragraphs[1].bookmarks == ("there",)
    assert not found.problems


def test_of_equal_ids_the_first_wins() -> None:
    names = [p.bookmarks for p in lowered('<p id="a">1</p><p id="a">2</p>').paragraphs]
    assert names == [("a",), ()]


def test_a_link_to_nowhere_is_text_and_reported() -> None:
    found = lowered('<p><a href="#gone">x</a></p>')
    assert [type(inline).__name__ for inline in found.paragraphs[0].inlines] == ["Run"]
    assert found.problems == [
        'Word edition: expected a link to an id of the document, found "#gone"'
    ]
