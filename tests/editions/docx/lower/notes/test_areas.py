"""The areas that notes stand in, and what notes, calls and marks declare in vain."""

from __future__ import annotations

import pytest

from tests.editions.docx.lower.notes.test_calls import CSS, NOTE, calls, inlines, words
from tests.editions.docx.words import lowered, styled
from tests.editions.docx.words import page as whole
from triplicate.diagnostics import Diagnostics
from triplicate.editions.docx import ir
from triplicate.editions.docx.lower import lower

BODY = f"<p>A{NOTE.format('x')} b{NOTE.format('y')}</p>"


def test_the_line_above_notes_has_its_colour() -> None:
    css = CSS + "@page { @footnote { border-top: 1pt solid #999; margin-top: 9pt } }"
    (area,) = lowered(BODY, css).document.note_areas
    assert area == ir.NoteArea("footnote", True, 200, "999999")


def test_notes_stand_at_the_indents_of_their_area() -> None:
    css = CSS + "@page { @footnote { margin-left: 20pt; padding-right: 10pt } }"
    look = lowered(BODY, css).style("footnote text").paragraph
    assert (look.left, look.right) == (400, 200)


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        ("background: #eee", "notes without a fill behind them all, found background"),
        ("border: 1pt solid", "a line above notes alone, found border-bottom"),
        ("border-top: 3pt double", "a thin line above notes, found border-top"),
        ("border-top: 3pt solid", "a thin line above notes, found border-top"),
        ("max-height: 50pt", "room for all notes of a page, found max-height"),
        ("padding-bottom: 9pt", "notes that end where the text of their page does, found padding"),
        ("opacity: 0.5", "boxes that are not translucent, found opacity"),
    ],
)
def test_what_word_has_not_around_notes_is_reported(css: str, expected: str) -> None:
    found = lowered(BODY, f"{CSS} @page {{ @footnote {{ {css} }} }}")
    assert f"Word edition: expected {expected} on @footnote" in found.problems


@pytest.mark.parametrize(
    "css",
    ["border-top: 0.5pt solid", "border-top: 3pt none", "background: none", "max-height: none"],
)
def test_areas_as_word_has_them_are_not_reported(css: str) -> None:
    assert lowered(BODY, f"{CSS} @page {{ @footnote {{ {css} }} }}").problems == []


def test_a_report_on_the_area_is_at_its_declaration() -> None:
    css = f"{CSS}\n@page {{ opacity: 1;\n @footnote {{ opacity: 0.5 }} }}"
    diagnostics = Diagnostics()
    lower(styled(whole(BODY), css), (), diagnostics)
    (found,) = diagnostics
    assert found.span
    assert (found.span.line, found.span.column) == (3, 14)


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        (".n { height: 50pt }", "notes as high as their text, found height on <span>"),
        (".n { min-height: 50pt }", "notes as high as their text, found min-height on <span>"),
        (
            ".n { footnote-display: inline }",
            "notes one below the other, found footnote-display on <span>",
        ),
        (
            ".n { footnote-policy: block }",
            "notes that break at the end of a page, found footnote-policy on <span>",
        ),
        (
            ".n { position: relative; top: 3pt }",
            "boxes in their own places, found `position: relative` on <span>",
        ),
        (".n { columns: 2 }", "text in one column, found column-count on <span>"),
        (
            ".n::footnote-call { opacity: 0.5 }",
            "boxes that are not translucent, found opacity on <span::footnote-call>",
        ),
        (
            ".n::footnote-marker { border-left: 1pt solid }",
            "the same border around words, found others on <span::footnote-marker>",
        ),
    ],
)
def test_what_word_has_not_for_notes_is_reported_once(css: str, expected: str) -> None:
    assert lowered(BODY, CSS + css).problems == [f"Word edition: expected {expected}"]


@pytest.mark.parametrize(
    "css",
    ["footnote-policy: line", "min-height: 9pt", "height: auto", "position: relative; top: 0"],
)
def test_what_changes_nothing_about_notes_is_not_reported(css: str) -> None:
    assert lowered(BODY, f"{CSS} .n {{ {css} }}").problems == []


@pytest.mark.parametrize(
    ("size", "look"),
    [
        ("70%", ir.RunFormat(vertical="superscript")),
        ("100%", ir.RunFormat(position=10)),
        ("150%", ir.RunFormat(position=15, size=30)),
    ],
)
def test_raised_calls_are_as_large_as_css_has_them(size: str, look: ir.RunFormat) -> None:
    found = lowered(BODY, f"{CSS} .n::footnote-call {{ font-size: {size} }}")
    assert found.style("footnote reference").run == look
    assert calls(found)[0].format == ir.RunFormat()


def test_room_beside_calls_and_marks_is_space() -> None:
    found = lowered(BODY, f"{CSS} .n::footnote-marker {{ margin-right: 6pt }}")
    assert words(found.document.notes[0]) == ". \u00a0x"
    found = lowered(BODY, f"{CSS} .n::footnote-call {{ margin-left: 6pt }}")
    runs = [run for run in found.paragraphs[0].inlines if isinstance(run, ir.Run)]
    assert [run.text for run in runs] == ["A", "\u00a0", " b", "\u00a0"]


def test_a_mark_that_is_not_displayed_is_left_out() -> None:
    (note, _) = lowered(BODY, f"{CSS} .n::footnote-marker {{ display: none }}").document.notes
    assert [run.text for run in inlines(note) if isinstance(run, ir.Run)] == ["x"]
