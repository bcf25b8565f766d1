"""No word is lost and none added, however HTML is nested."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from tests.editions.docx.nesting import BODIES, differences


@given(BODIES)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
def test_the_words_of_the_pages_are_those_of_the_word_file(body: str) -> None:
    assert differences(f"<!DOCTYPE html><html lang=en><title>T</title><body>{body}") == ([], [])
