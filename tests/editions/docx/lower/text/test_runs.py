from __future__ import annotations

import pytest

from tests.editions.docx.words import Lowered, lowered, text
from triplicate.editions.docx import ir


def runs_of(found: Lowered) -> list[ir.Run]:
    return [run for run in found.paragraphs[0].inlines if isinstance(run, ir.Run)]


def runs(body: str, css: str = "") -> list[ir.Run]:
    found = []
    for inline in lowered(body, css).paragraphs[0].inlines:
        assert isinstance(inline, ir.Run)
        found.append(inline)
    return found


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("<p>  a \n b  </p>", "a b"),
        ("<p>a <em>b </em> c</p>", "a b c"),
        ("<p>a <br> b<br></p>", "a\nb"),
        ("<p><em>a</em> <strong>b</strong></p>", "a b"),
        ("<p> <em> a </em> </p>", "a"),
        ("<pre>a\n  b</pre>", "a\n  b"),
        ("<p>a&nbsp; b</p>", "a\u00a0 b"),
    ],
)
def test_spaces_are_those_of_the_printed_line(body: str, shown: str) -> None:
    assert text(lowered(body).paragraphs[0]) == shown


def test_emphasis_is_a_character_style() -> None:
    found = lowered("<p>a <em>b</em></p>")
    assert found.paragraphs[0].inlines == (ir.Run("a "), ir.Run("b", "Emphasis"))
    assert found.style("Emphasis").run == ir.RunFormat(italic=True)


def test_emphasis_in_emphasised_text_is_stated_because_word_would_undo_it() -> None:
    css = '.note { font-style: italic; --word-style: "Note" }'
    (run,) = runs('<p class="note"><em>b</em></p>', css)
    assert (run.style, run.format) == ("Emphasis", ir.RunFormat(italic=True))


def test_strong_emphasis_has_one_style_and_states_the_other() -> None:
    (run,) = runs("<p><strong><em>b</em></strong></p>")
    assert (run.style, run.format) == ("Emphasis", ir.RunFormat(bold=True))


def test_capitals_are_words_own_and_the_text_stays_as_written() -> None:
    found = lowered("<h2>Small talk</h2>", "h2 { text-transform: uppercase }")
    assert text(found.paragraphs[0]) == "Small talk"
    assert found.style("heading 1").run.caps is True


def test_superscripts_keep_the_size_that_word_makes_smaller() -> None:
    found = lowered("<p>x<sup>2</sup></p>")
    assert found.paragraphs[0].inlines[1] == ir.Run("2", "Superscript")
    assert found.style("Superscript").run == ir.RunFormat(vertical="superscript")


def test_another_language_is_told() -> None:
    (run,) = runs('<p><span lang="fr">Genève</span></p>')
    assert run.format == ir.RunFormat(language="fr")


def test_links_lead_to_addresses_and_bookmarks() -> None:
    body = '<p id="a"><a href="https://example.org/">x</a><a href="#a">y</a></p>'
    first, second = lowered(body).paragraphs[0].inlines
    assert first == ir.Link("https://example.org/", False, (ir.Run("x", "Hyperlink"),))
    assert second == ir.Link("a", True, (ir.Run("y", "Hyperlink"),))


def test_a_link_stays_one_through_emphasis() -> None:
    (link,) = lowered('<p><a href="mailto:a@b.c">x <em>y</em></a></p>').paragraphs[0].inlines
    assert isinstance(link, ir.Link)
    assert [run.text for run in link.runs if isinstance(run, ir.Run)] == ["x ", "y"]


@pytest.mark.parametrize(
    ("pre", "shown"),
    [
        ("<pre>a\nb</pre>", "a\nb"),
        ("<pre><code>a\nb\n</code></pre>", "a\nb"),
        ("<pre>a\n\n</pre>", "a\n"),
        ("<pre>a<b>\n</b></pre>", "a"),
    ],
)
def test_the_last_line_end_of_preformatted_text_begins_no_line(pre: str, shown: str) -> None:
    assert text(lowered(pre).paragraphs[0]) == shown


def test_the_end_of_a_paragraph_looks_as_the_paragraph_does() -> None:
    """It gives numbers their look and empty lines their height."""
    css = "li { font-weight: 700 } .small { font-size: 6pt }"
    lists = '<ol><li>a</ol><ol><li style="color: #ff0000">b</ol>'
    found = lowered(f'{lists}<p class="small">c</p>', css)
    marks = [paragraph.mark for paragraph in found.paragraphs]
    assert marks == [ir.RunFormat(), ir.RunFormat(color="FF0000"), ir.RunFormat(size=12)]


RED = ir.Border("single", 6, "FF0000")


@pytest.mark.parametrize(
    ("css", "look"),
    [
        ("border: 1px solid red", ir.RunFormat(border=RED)),
        (
            "border-bottom: 1px dotted red",
            ir.RunFormat(underline="dotted", underline_color="FF0000"),
        ),
        ("position: relative; top: 3pt", ir.RunFormat(position=-6)),
        ("position: relative; bottom: 3pt", ir.RunFormat(position=6)),
    ],
)
def test_inline_boxes_have_lines_and_shifts(css: str, look: ir.RunFormat) -> None:
    found = lowered("<p>a <span>b <b>c</b></span></p>", f"span {{ {css} }}")
    # The style of <b> says the rest.
    assert [run.format for run in runs_of(found)] == [ir.RunFormat(), look, look]
    assert found.problems == []


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a <span style='border-left: 2px solid'>b</span></p>", "same border around words"),
        ("<p style='box-shadow: 1px 1px 2px'>a</p>", "boxes without shadows"),
        ("<p style='outline: 1px solid'>a</p>", "borders instead of outlines"),
        ("<p style='border-radius: 0 0 4px 0; background: red'>a</p>", "square corners"),
        ("<p style='position: relative; top: 9px'>a</p>", "boxes in their own places"),
        ("<p style='font-feature-settings: \"smcp\"'>a</p>", "letters as the font has them"),
    ],
)
def test_lines_and_shifts_that_word_has_not_are_reported(html: str, expected: str) -> None:
    (problem,) = lowered(html).problems
    assert expected in problem


def test_what_is_raised_may_be_moved_as_well() -> None:
    found = lowered('<p>a<sup style="position: relative; top: 3pt">b</sup>')
    raised = found.paragraphs[0].inlines[1]
    assert isinstance(raised, ir.Run)
    assert raised.format.position == -6


def test_raised_words_without_a_size_are_left_out() -> None:
    assert text(lowered('<p>a<sup style="font-size: 0">b</sup>').paragraphs[0]) == "a"
