"""Ids for every block."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triplicate.report.ids import RESERVED, Ids, slug

_FORM = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,39}")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Outcomes of the meeting", "outcomes-of-the-meeting"),
        ("Søren für Łódź", "soren-fur-lodz"),
        ("A country's own", "a-countrys-own"),
        ("2011 in review", "s-2011-in-review"),
        ("Challenges of current CSR practices in value chains",
         "challenges-of-current-csr-practices-in"),
        ("x" * 60, "x" * 40),
        ("Список участников", ""),
        ("…", ""),
    ],
)  # fmt: skip
def test_a_title_makes_a_readable_id(title: str, expected: str) -> None:
    assert slug(title) == expected


def test_a_title_in_another_script_makes_an_id_of_its_hash() -> None:
    first, second = (Ids(()).for_section("Список участников") for _ in range(2))
    assert first == second
    assert first.startswith("section-")


def test_repeats_are_counted_in_document_order() -> None:
    ids = Ids(("Summary",))
    assert [ids.for_section("Summary") for _ in range(3)] == ["summary-2", "summary-3", "summary-4"]


def test_no_section_gets_an_id_of_the_title_block() -> None:
    template = Path(__file__).parents[2] / "templates" / "report.html.j2"
    assert set(re.findall(r' id="([^"]+)"', template.read_text(encoding="utf-8"))) == RESERVED
    assert [Ids(()).for_section(title) for title in ("Title", "Venue")] == ["title-2", "venue-2"]


def test_the_same_words_elsewhere_have_another_id() -> None:
    ids = Ids(())
    assert ids.for_block("p", "Words.", "one") != ids.for_block("p", "Words.", "two")


@given(st.lists(st.text(max_size=60)), st.lists(st.sampled_from(["a", "A-2", "a-2", "B"])))
def test_ids_are_well_formed_and_unique_without_regard_to_case(
    titles: list[str], taken: list[str]
) -> None:
    ids = Ids(tuple(taken))
    given_out = [ids.for_section(title) for title in [*titles, *titles]]
    given_out += [ids.for_block("p", title, "s") for title in [*titles, *titles]]
    assert all(_FORM.fullmatch(id_) for id_ in given_out)
    folded = [id_.casefold() for id_ in given_out]
    assert len(set(folded)) == len(folded)
    assert not set(folded) & {id_.casefold() for id_ in taken}


@given(st.lists(st.text(min_size=1), unique=True, min_size=1), st.text(min_size=1), st.data())
def test_another_block_changes_no_id(texts: list[str], new: str, data: st.DataObject) -> None:
    if new in texts:
        return
    at = data.draw(st.integers(0, len(texts)))
    before, after = Ids(()), Ids(())
    old = {text: before.for_block("p", text, "s") for text in texts}
    longer = [*texts[:at], new, *texts[at:]]
    now = {text: after.for_block("p", text, "s") for text in longer}
    assert {text: now[text] for text in texts} == old
