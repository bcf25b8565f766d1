"""What people and programs read of a diagnostic."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from triplicate.diagnostics import (
    Diagnostics,
    Span,
    format_github,
    format_json,
    format_sarif,
    format_text,
    nearest,
    quoted,
)


def _one(span: Span | None, message: str = "expected a number, found text") -> Diagnostics:
    found = Diagnostics()
    with found.reading('section "Revenue"', Span("report.yaml", 6, 3)):
        found.error("amount-is-number", message, span, "write 12.5")
    return found


def _text(span: Span | None, line: str) -> list[str]:
    return format_text(_one(span), lambda file, number: line, color=False).splitlines()


def test_a_person_reads_place_source_hint_and_trace() -> None:
    assert _text(Span("q3.yaml", 14, 10, 14, 14), "  total: 12,5") == [
        "q3.yaml:14:10: error[amount-is-number]: expected a number, found text",
        "14 |   total: 12,5",
        "   |          ^^^^",
        "hint: write 12.5",
        'while reading section "Revenue" (report.yaml:6:3)',
    ]


def test_no_diagnostics_print_as_nothing() -> None:
    assert format_text(Diagnostics(), None, color=False) == ""


def test_the_source_line_is_left_out_where_there_is_none() -> None:
    lines = format_text(_one(Span("a", 9, 1)), lambda file, number: None, color=False)
    assert "|" not in lines


def test_carets_stand_under_the_text_after_tabs_and_wide_letters() -> None:
    lines = _text(Span("a", 1, 4, 1, 6), "\t漢x12")
    assert lines[1] == "1 |     漢x12"
    assert lines[2] == "  | " + " " * 7 + "^^"


def test_a_long_line_is_cut_around_the_mistake() -> None:
    lines = _text(Span("a", 1, 5001, 1, 5004), "x" * 5000 + "BAD" + "y" * 5000)
    start = lines[2].index("^")
    assert lines[1][start : start + 3] == "BAD"
    assert len(lines[1]) < 120


def test_control_characters_reach_the_terminal_as_pictures() -> None:
    found = _one(Span("a\x1b[2J", 1, 1), f"expected text, found {quoted(chr(27) + '[2J')}")
    text = format_text(found, lambda file, line: "\x1b[31m\u202e", color=False)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "␛[2J" in text


def test_colour_only_where_it_is_wanted() -> None:
    assert "\x1b[" in format_text(_one(None), None, color=True)
    assert "\x1b[" not in format_text(_one(None), None, color=False)


@given(st.text(), st.integers(1, 300), st.integers(0, 300))
def test_any_line_can_be_quoted(line: str, column: int, length: int) -> None:
    line = line.replace("\n", "").replace("\r", "")
    span = Span("a", 1, column, 1, column + length)
    text = format_text(_one(span), lambda file, number: line, color=False)
    assert all(char == "\n" or ord(char) >= 32 for char in text)


def test_json_has_one_flat_object_a_diagnostic() -> None:
    (item,) = json.loads(format_json(_one(Span("a", 1, 2, 1, 3))))["diagnostics"]
    assert item["rule"] == "amount-is-number"
    assert (item["file"], item["line"], item["column"], item["end_column"]) == ("a", 1, 2, 3)
    assert item["trace"][0]["reading"] == 'section "Revenue"'


def test_sarif_places_results_and_what_was_being_read() -> None:
    log = json.loads(format_sarif(_one(Span("a b/é.yaml", 1, 2, 1, 3))))
    (result,) = log["runs"][0]["results"]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "a%20b/%C3%A9.yaml"
    assert place["region"] == {"startLine": 1, "startColumn": 2, "endLine": 1, "endColumn": 3}
    assert result["relatedLocations"][0]["message"]["text"] == 'while reading section "Revenue"'
    assert log["runs"][0]["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_github_shows_a_one_line_annotation() -> None:
    found = _one(Span("a,b.yaml", 1, 2, 1, 3), "expected 100%, found\nless")
    assert format_github(found) == (
        "::error title=amount-is-number,file=a%2Cb.yaml,line=1,col=2,endLine=1,endColumn=3"
        "::expected 100%25, found%0Aless%0Ahint: write 12.5\n"
    )


def test_the_nearest_name_is_found_without_regard_to_case() -> None:
    assert nearest("Organisers", ["organizers", "title"]) == "organizers"
    assert nearest("weather", ["organizers", "title"]) is None
