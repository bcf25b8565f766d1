from __future__ import annotations

import pytest

from tests.editions.docx.words import Lowered, lowered, text
from triplicate.editions.docx import ir

CSS = ".n { float: footnote } .e { position: note(ends) }"
NOTE = '<span class="n">{}</span>'


def calls(found: Lowered) -> list[ir.NoteReference]:
    blocks = [p for t in found.tables for r in t.rows for c in r.cells for p in c.blocks]
    paragraphs = [p for p in (*found.paragraphs, *blocks) if isinstance(p, ir.Paragraph)]
    inlines = [inline for paragraph in paragraphs for inline in paragraph.inlines]
    return [inline for inline in inlines if isinstance(inline, ir.NoteReference)]


def inlines(note: ir.Note) -> list[ir.Inline]:
    return [i for p in note.blocks if isinstance(p, ir.Paragraph) for i in p.inlines]


def words(note: ir.Note) -> str:
    return "".join(i.text for i in inlines(note) if isinstance(i, ir.Run))


def test_a_footnote_is_called_where_it_stands_and_says_what_it_holds() -> None:
    found = lowered(f"<p>A{NOTE.format('See  <em>there</em>')} b.</p>", CSS)
    (call,) = calls(found)
    assert (call.kind, call.place, call.mark, call.called) == ("footnote", 1, "", True)
    assert call.style == "footnote reference"
    (note,) = found.document.notes
    assert (note.kind, words(note)) == ("footnote", ". See there")
    assert [paragraph.style for paragraph in note.blocks] == ["footnote text"]  # type: ignore[union-attr]
    own = inlines(note)[0]
    assert isinstance(own, ir.NoteReference)
    assert not own.called
    assert found.problems == []


def test_the_call_is_raised_by_its_style() -> None:
    found = lowered(f"<p>A{NOTE.format('x')}</p>", CSS)
    assert found.style("footnote reference").run == ir.RunFormat(vertical="superscript")
    assert calls(found)[0].format == ir.RunFormat()


def test_notes_may_hold_blocks_and_lists() -> None:
    body = '<p>A</p><aside class="n"><p>One</p><ul><li>Two</li></ul></aside>'
    (note,) = lowered(body, CSS).document.notes
    styles = [block.style for block in note.blocks if isinstance(block, ir.Paragraph)]
    assert styles == ["footnote text", "footnote text", "List Bullet"]


def test_notes_are_found_in_tables_and_lists() -> None:
    call = NOTE.format("x")
    body = f"<ul><li>a{call}</li></ul><table><tr><td>b{call}</td></tr></table>"
    found = lowered(body, CSS)
    assert [reference.place for reference in calls(found)] == [1, 2]
    assert len(found.document.notes) == 2


def test_what_stands_around_a_number_stays_around_it() -> None:
    css = CSS + '.n::footnote-call { content: "[" counter(footnote) "]" }'
    (paragraph,) = lowered(f"<p>A{NOTE.format('x')}</p>", css).paragraphs
    texts = [i.text for i in paragraph.inlines if isinstance(i, ir.Run)]
    assert texts == ["A", "[", "]"]


def test_notes_at_a_place_of_their_own_are_endnotes() -> None:
    body = f'<p>A<span class="e">End</span>{NOTE.format("Foot")}</p>'
    found = lowered(body, CSS)
    assert [(call.kind, call.place) for call in calls(found)] == [("endnote", 1), ("footnote", 1)]
    assert [(note.kind, words(note)) for note in found.document.notes] == [
        ("endnote", ". End"),
        ("footnote", ". Foot"),
    ]


def test_a_note_in_a_note_is_more_of_its_text_and_is_reported() -> None:
    inner = NOTE.format("y" + NOTE.format("z"))
    found = lowered(f"<p>A{NOTE.format(f'x{inner} v')} B{NOTE.format('w')}</p>", CSS)
    first, second = found.document.notes
    said = [text(block) for block in first.blocks]
    assert said[0].startswith(". x")
    assert said[0].endswith(" v")
    assert ". y" in said[1]
    assert said[2].endswith(". z")
    assert words(second) == ". w"
    assert any("no note inside a note" in problem for problem in found.problems)


def test_a_line_parts_the_notes_from_the_text_where_the_style_sheet_draws_one() -> None:
    body = f"<p>A{NOTE.format('x')}</p>"
    assert lowered(body, CSS).document.note_areas == (ir.NoteArea("footnote", False, 200),)
    css = CSS + "@page { @footnote { border-top: 1pt solid; margin-top: 6pt; padding-top: 3pt } }"
    assert lowered(body, css).document.note_areas == (ir.NoteArea("footnote", True, 200),)
    css = CSS + "@page { @note-area { border-top: 1pt solid } }"
    (area,) = lowered("<p>A<i class=e>x</i></p>", css).document.note_areas
    assert area == ir.NoteArea("endnote", True)


def test_links_in_notes_and_ids_work() -> None:
    note = NOTE.format('<a href="#p">x</a> <i id="q">y</i>')
    found = lowered(f'<p id="p">A{note} <a href="#q">z</a></p>', CSS)
    assert found.problems == []
    links = [i for i in inlines(found.document.notes[0]) if isinstance(i, ir.Link)]
    assert [link.target for link in links] == ["p"]


def test_a_note_in_a_running_element_is_reported_and_left_out() -> None:
    css = CSS + ".head { position: running(head) } @page { @top-left { content: element(head) } }"
    found = lowered(f'<p class="head">Head{NOTE.format("x")}</p><p>Text</p>', css)
    assert found.document.notes == ()
    assert found.section.headers.default is not None
    shown = [i for p in found.section.headers.default for i in p.inlines]  # type: ignore[union-attr]
    assert not any(isinstance(inline, ir.NoteReference) for inline in shown)
    assert any("found one in a page's margin" in problem for problem in found.problems)


def test_marks_in_notes_have_the_style_of_their_calls() -> None:
    css = CSS + ".n::footnote-call { content: counter(footnote, lower-greek) }"
    css += ".n::footnote-marker { content: counter(footnote, lower-greek) }"
    (note,) = lowered(f"<p>A{NOTE.format('x')}</p>", css).document.notes
    own = inlines(note)[0]
    assert isinstance(own, ir.NoteReference)
    assert (own.mark, own.style, own.format.vertical) == ("α", "footnote reference", "baseline")


def test_a_mark_in_a_note_that_differs_from_the_call_is_text() -> None:
    css = CSS + ".n::footnote-call { content: counter(footnote, lower-roman) }"
    (note,) = lowered(f"<p>A{NOTE.format('x')}</p>", css).document.notes
    assert words(note) == "1. x"


@pytest.mark.parametrize(
    ("css", "kind"),
    [(".n { float: footnote }", "footnote"), ("p .e { position: note(ends) }", "endnote")],
)
def test_styles_of_notes_depend_on_the_style_sheet_alone(css: str, kind: str) -> None:
    css += ".n, .e { font-size: 8pt; margin: 0 } .n::footnote-call { color: red }"
    found = [
        {style.name: style for style in lowered(body, css).document.styles}
        for body in ("<p>none</p>", "<p>x<b class=n>y</b><i class=e>z</i></p>")
    ]
    for name in (f"{kind} text", f"{kind} reference"):
        assert found[0][name] == found[1][name]
    assert found[0][f"{kind} text"].run.size == 16


def test_a_style_sheet_without_notes_has_no_styles_for_them() -> None:
    names = {style.name for style in lowered("<p>x</p>", "p { color: red }").document.styles}
    assert not any("note" in name for name in names)


TABLE = (
    f"<table><caption>Cap{NOTE.format('of the caption')}</caption>"
    f"<tfoot><tr><td>f{NOTE.format('of the footer')}</td></tr></tfoot>"
    f"<tbody><tr><td>b{NOTE.format('of the body')}</td></tr></tbody></table>"
)


def test_notes_stand_in_the_file_in_the_order_of_their_calls() -> None:
    # Captions are read after their tables, and footers move to the end.
    found = lowered(TABLE, CSS)
    assert [words(note) for note in found.document.notes] == [
        ". of the caption",
        ". of the body",
        ". of the footer",
    ]
    assert sorted(call.place for call in calls(found)) == [1, 2, 3]
    (caption,) = (p for p in found.paragraphs if p.style == "caption")
    assert [i.place for i in caption.inlines if isinstance(i, ir.NoteReference)] == [1]


def test_the_title_of_a_table_is_its_caption_without_the_notes() -> None:
    (table,) = lowered(TABLE, CSS).tables
    assert table.title == "Cap"
    called = '<a href="#n" role="doc-noteref">1</a>'
    note = '<aside id="n" role="doc-footnote">Note</aside>'
    body = f"<table><caption>Cap{called}</caption><tr><td>x</td></tr></table>{note}"
    (table,) = lowered(body).tables
    assert table.title == "Cap"
