"""Spans, diagnostics and their collector."""

from __future__ import annotations

import pickle

from triplicate.diagnostics import Diagnostic, Diagnostics, Severity, Span, TriplicateError


def test_a_span_prints_as_an_editor_opens_it() -> None:
    assert str(Span("data/report.yaml", 14, 10)) == "data/report.yaml:14:10"


def test_a_span_reaches_through_another_to_its_end() -> None:
    first, last = Span("a", 1, 2, 1, 4), Span("a", 3, 1, 3, 9)
    assert first.through(last) == Span("a", 1, 2, 3, 9)
    assert first.through(Span("a", 5, 6)) == Span("a", 1, 2, 5, 6)


def test_sorting_goes_by_place_and_drops_repeats() -> None:
    found = Diagnostics()
    found.error("b", "second", Span("a", 2, 1))
    found.warning("a", "first", Span("a", 1, 9))
    found.error("b", "second", Span("a", 2, 1))
    found.error("c", "without a place")
    assert [item.rule for item in found.sorted()] == ["c", "a", "b"]
    assert len(found) == 4


def test_only_errors_stop_a_build() -> None:
    found = Diagnostics()
    found.warning("a", "expected, found")
    assert not found.has_errors
    found.error("a", "expected, found")
    assert found.has_errors


def test_what_is_being_read_is_noted_innermost_first() -> None:
    found = Diagnostics()
    with found.reading("the report", Span("r", 1, 1)), found.reading("a section"):
        found.error("a", "inside")
    found.error("a", "outside")
    inside, outside = found
    assert inside.trace == (("a section", None), ("the report", Span("r", 1, 1)))
    assert outside.trace == ()


def test_the_collector_and_the_exception_survive_pickling() -> None:
    found = Diagnostics([Diagnostic(Severity.ERROR, "a", "expected, found", Span("f", 1, 2))])
    error = pickle.loads(pickle.dumps(TriplicateError(found)))
    assert isinstance(error, TriplicateError)
    assert list(error.diagnostics) == list(found)
    assert str(error) == "f:1:2: error[a]: expected, found"
