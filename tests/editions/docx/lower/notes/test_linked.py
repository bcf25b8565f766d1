"""Notes that links call by DPUB-ARIA's roles: Word's own notes, or lists that stay."""

from __future__ import annotations

import pytest

from tests.editions.docx.lower.notes.test_calls import calls, inlines, words
from tests.editions.docx.words import Lowered, lowered, text
from triplicate.editions.docx import ir

REF = '<a id="r{0}" href="#n{0}" role="doc-noteref"><sup>{0}</sup></a>'
BACK = '<a href="#r{0}" role="doc-backlink">↩︎</a>'
ITEM = '<li id="n{0}" role="doc-endnote"><p>Note {0}. ' + BACK + "</p></li>"


def endnotes(*items: str, around: str = "<hr>") -> str:
    return f'<section role="doc-endnotes">{around}<ol>{"".join(items)}</ol></section>'


TWO = f"<p>a{REF.format(1)} b{REF.format(2)}</p>"
BOTH = TWO + endnotes(ITEM.format(1), ITEM.format(2))


def own(note: ir.Note) -> list[str]:
    """What a note begins with: its number as Word's or as text, and what follows."""
    first, second, *_ = inlines(note)
    shown = first.mark or "#" if isinstance(first, ir.NoteReference) else text_of(first)
    return [shown, text_of(second)]


def text_of(inline: ir.Inline) -> str:
    assert isinstance(inline, ir.Run)
    return inline.text


def styles(found: Lowered) -> list[str]:
    return [paragraph.style for paragraph in found.paragraphs]


def test_a_list_at_the_end_becomes_endnotes() -> None:
    found = lowered(BOTH)
    assert [(c.kind, c.place, c.mark, c.style) for c in calls(found)] == [
        ("endnote", 1, "", "endnote reference"),
        ("endnote", 2, "", "endnote reference"),
    ]
    assert [words(note) for note in found.document.notes] == ["\tNote 1.", "\tNote 2."]
    assert [own(note) for note in found.document.notes] == [["#", "\t"], ["#", "\t"]]
    assert found.document.sections[0].notes == (ir.NoteNumbering("endnote"),)
    assert styles(found) == ["Body Text"]
    assert found.problems == []


def test_the_number_hangs_where_the_lists_number_hung() -> None:
    look = lowered(BOTH).style("endnote text").paragraph
    assert look.left == 480
    assert look.first_line is not None
    assert -400 < look.first_line < -100


def test_items_of_the_list_need_no_role() -> None:
    found = lowered(BOTH.replace(' role="doc-endnote"', ""))
    assert len(found.document.notes) == 2


def test_a_heading_over_the_notes_is_the_last_paragraph() -> None:
    body = TWO + endnotes(ITEM.format(1), ITEM.format(2), around="<h2>Notes</h2>")
    found = lowered(body, "section { padding-bottom: 90pt }")
    assert [text(p) for p in found.paragraphs] == ["a b", "Notes"]
    assert found.paragraphs[-1].format.after is None


@pytest.mark.parametrize(
    ("around", "css", "line"),
    [("<hr>", "", True), ("", "section { border-top: 1pt solid }", True), ("", "", False)],
)
def test_a_rule_over_the_notes_is_words_line(around: str, css: str, line: bool) -> None:
    found = lowered(TWO + endnotes(ITEM.format(1), ITEM.format(2), around=around), css)
    assert found.document.note_areas == (ir.NoteArea("endnote", line),)


def test_a_note_elsewhere_becomes_a_footnote() -> None:
    body = f'<p>a{REF.format(1)}</p><aside id="n1" role="doc-footnote"><p>Foot.</p></aside><p>b</p>'
    found = lowered(body)
    (call,) = calls(found)
    assert (call.kind, call.style) == ("footnote", "footnote reference")
    assert [text(p) for p in found.paragraphs] == ["a", "b"]
    (note,) = found.document.notes
    assert [own(note), words(note)] == [["#", " "], " Foot."]
    assert found.problems == []


def test_a_note_in_the_line_becomes_a_footnote() -> None:
    body = f'<p>a{REF.format(1)} <span id="n1" role="doc-footnote">Foot.</span> b</p>'
    found = lowered(body)
    assert text(found.paragraphs[0]) == "a  b"
    assert words(found.document.notes[0]) == " Foot."


@pytest.mark.parametrize(
    "inner",
    [
        "<p>1. Foot.</p>",
        "<sup>1</sup>. Foot.",
        '<p><a href="#r1" role="doc-backlink">1</a>. Foot.</p>',
        '<p><a href="#r1">1</a>. Foot.</p>',
    ],
)
def test_the_number_that_a_note_begins_with_is_words(inner: str) -> None:
    body = f'<p>a{REF.format(1)}</p><aside id="n1" role="doc-footnote">{inner}</aside>'
    (note,) = lowered(body).document.notes
    assert [own(note)[0], words(note)] == ["#", ". Foot."]
    assert not any(isinstance(inline, ir.Link) for inline in inlines(note))


def test_brackets_around_a_number_stay_text() -> None:
    body = BOTH.replace("<sup>1</sup>", "[1]").replace("<sup>2</sup>", "[2]")
    (paragraph,) = lowered(body).paragraphs
    assert text(paragraph) == "a[] b[]"


def test_signs_are_counted_as_word_does() -> None:
    marks = ["*", "†", "‡"]
    body = "".join(
        f'<p>x<a href="#n{n}" role="doc-noteref">{mark}</a></p>'
        f'<p id="n{n}" role="doc-footnote">{mark} Foot</p>'
        for n, mark in enumerate(marks)
    )
    found = lowered(body)
    assert found.document.sections[0].notes[0].format == "chicago"
    assert [call.mark for call in calls(found)] == ["", "", ""]


def test_numbers_out_of_order_are_marks() -> None:
    body = f"<p>a{REF.format(2)} b{REF.format(1)}</p>" + endnotes(ITEM.format(1), ITEM.format(2))
    found = lowered(body)
    assert [call.mark for call in calls(found)] == ["", "1"]
    assert found.document.sections[0].notes[0].start == 2
    assert [own(note)[0] for note in found.document.notes] == ["#", "1"]


def test_a_further_call_refers_to_the_first() -> None:
    again = '<p>c<a href="#n1" role="doc-noteref">[1]</a></p>'
    found = lowered(TWO + again + endnotes(ITEM.format(1), ITEM.format(2)))
    first, second = calls(found)
    assert (first.bookmark, second.bookmark) == ("endnote_1", "")
    links = [i for p in found.paragraphs for i in p.inlines if isinstance(i, ir.Link)]
    assert [link.target for link in links] == ["n1"]
    fields = [run for run in links[0].runs if isinstance(run, ir.Field)]
    assert [(f.instruction, f.result) for f in fields] == [("NOTEREF endnote_1", "1")]
    assert len(found.document.notes) == 2


def test_a_note_that_nothing_calls_stays() -> None:
    found = lowered(TWO.replace("#n2", "#r1") + endnotes(ITEM.format(1), ITEM.format(2)))
    assert [words(note) for note in found.document.notes] == ["\tNote 1."]
    assert "Note 2." in text(found.paragraphs[-1])
    assert any('"#r1"' in problem for problem in found.problems)


def test_a_paragraph_with_a_way_back_alone_is_dropped() -> None:
    item = f'<li id="n1"><pre>x</pre><p>{BACK.format(1)}</p></li>'
    (note,) = lowered(f"<p>a{REF.format(1)}</p>" + endnotes(item)).document.notes
    assert [block.style for block in note.blocks] == ["Preformatted"]  # type: ignore[union-attr]


def test_lists_of_notes_between_chapters_stay_lists_with_links() -> None:
    chapters = f"<p>a{REF.format(1)}</p>{endnotes(ITEM.format(1))}"
    chapters += f"<p>b{REF.format(2)}</p>{endnotes(ITEM.format(2))}"
    found = lowered(chapters)
    assert found.document.notes == ()
    assert sum(style.startswith("List Number") for style in styles(found)) == 2
    assert any("which stay lists" in problem for problem in found.problems)


def test_text_after_the_notes_is_reported() -> None:
    found = lowered(BOTH + "<p>Colophon</p>")
    assert len(found.document.notes) == 2
    assert [text(p) for p in found.paragraphs] == ["a b", "Colophon"]
    assert any("found text after them" in problem for problem in found.problems)


def test_a_break_before_the_notes_is_reported() -> None:
    found = lowered(BOTH, "section { break-before: page }")
    assert any("a page break before them" in problem for problem in found.problems)


def test_notes_that_the_style_sheet_moves_keep_its_way() -> None:
    body = f'<p>a{REF.format(1)}<span id="n1" role="doc-footnote">Foot.</span></p>'
    found = lowered(
        body, '[role="doc-footnote"] { float: footnote } [role="doc-noteref"] {color: red}'
    )
    assert [words(note) for note in found.document.notes] == [". Foot."]
    (link,) = [i for i in found.paragraphs[0].inlines if isinstance(i, ir.Link)]
    assert link.target == "n1"


def test_calls_in_notes_and_links_to_notes_are_links() -> None:
    item = ITEM.format(2).replace("Note 2.", f"See {REF.format(1)}.")
    body = TWO + '<p><a href="#n2">there</a></p>' + endnotes(ITEM.format(1), item)
    found = lowered(body)
    assert len(found.document.notes) == 2
    links = [i for i in inlines(found.document.notes[1]) if isinstance(i, ir.Link)]
    assert [link.target for link in links] == ["n1"]
    (link,) = [i for p in found.paragraphs for i in p.inlines if isinstance(i, ir.Link)]
    assert link.target == "n2"


def test_a_note_that_is_a_row_of_a_table_stays() -> None:
    row = '<table><tr id="n1" role="doc-footnote"><td>Foot</td></tr></table>'
    found = lowered(f"<p>a{REF.format(1)}</p>{row}")
    assert found.document.notes == ()
    assert len(found.tables) == 1
    assert any("a part of a table" in problem for problem in found.problems)


@pytest.mark.parametrize("display", ["inline", "inline-block", "inline-table"])
def test_a_note_may_be_a_box_in_a_line(display: str) -> None:
    note = f'<div id="n1" role="doc-footnote" style="display: {display}">1 Foot <b>note</b></div>'
    (made,) = lowered(f"<p>a{REF.format(1)}</p>{note}").document.notes
    assert "Foot" in words(made)
    assert "note" in words(made)


TABLE = f"<table><tr><td>5{REF.format(1)}</td></tr></table>"
BELOW = '<p id="n1" role="doc-footnote"><sup>1</sup> Estimated.</p>'


@pytest.mark.parametrize(
    "body",
    [
        TABLE + BELOW,
        f"<figure>{TABLE}<figcaption>Caption</figcaption>{BELOW}</figure>",
        TABLE + BELOW.replace("n1", "n2") + BELOW,
    ],
)
def test_notes_to_tables_stay_below_them(body: str) -> None:
    found = lowered(body)
    assert found.document.notes == ()
    last = found.paragraphs[-1]
    assert text(last) == "1 Estimated."
    assert "n1" in last.bookmarks
    assert found.problems == []


@pytest.mark.parametrize("between", ["<p>Text</p>", f"<p>Text{REF.format(1)}</p>"])
def test_notes_further_away_from_a_table_are_words(between: str) -> None:
    assert len(lowered(TABLE + between + BELOW).document.notes) == 1


def test_notes_that_the_text_calls_as_well_are_words() -> None:
    body = f"<p>Text{REF.format(1)}</p>{TABLE.replace('r1', 'r9')}{BELOW}"
    assert len(lowered(body).document.notes) == 1
