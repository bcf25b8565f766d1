"""The numbers of notes: those that Word comes to are its own, all others are marks."""

from __future__ import annotations

import pytest

from tests.editions.docx.lower.notes.test_calls import CSS, NOTE, calls
from tests.editions.docx.words import lowered
from triplicate.editions.docx import ir

SYMBOLS = "@counter-style sign { system: symbolic; symbols: '*' '†' '‡' '§'; suffix: '' }"
CHAPTERS = "h1 { break-before: page; counter-reset: footnote }"


def notes(*counts: int) -> str:
    """Chapters with that many notes each."""
    return "".join(f"<h1>x</h1><p>{NOTE.format('x') * count}</p>" for count in counts)


def numbering(body: str, css: str, kind: str = "footnote") -> list[tuple[str, int, str]]:
    """Format, start and restart of the notes of each section."""
    sections = lowered(body, CSS + css).document.sections
    found = [one for section in sections for one in section.notes if one.kind == kind]
    assert len(found) == len(sections)
    return [tuple(one)[1:] for one in found]  # type: ignore[misc]


def marks(body: str, css: str) -> list[str]:
    found = lowered(body, CSS + css)
    blocks = [block for section in found.document.sections for block in section.blocks]
    inlines = [i for b in blocks if isinstance(b, ir.Paragraph) for i in b.inlines]
    return [i.mark for i in inlines if isinstance(i, ir.NoteReference)]


@pytest.mark.parametrize(
    ("css", "shape", "start"),
    [
        ("", "decimal", 1),
        ("body { counter-reset: footnote 4 }", "decimal", 5),
        (".n::footnote-call { content: counter(footnote, lower-roman) }", "lowerRoman", 1),
        (".n::footnote-call { content: counter(footnote, upper-alpha) }", "upperLetter", 1),
        (".n::footnote-call { content: counter(footnote, sign) }" + SYMBOLS, "chicago", 1),
    ],
)
def test_word_counts_from_the_first_number_in_its_format(css: str, shape: str, start: int) -> None:
    body = notes(3)
    assert numbering(body, css) == [(shape, start, "continuous")]
    assert marks(body, css) == ["", "", ""]


def test_a_number_that_word_would_not_come_to_is_a_mark_of_its_own() -> None:
    body = f"<p>A{NOTE.format('x')}</p><p id='p'>B{NOTE.format('y')}</p><p>C{NOTE.format('z')}</p>"
    found = lowered(body, f"{CSS} #p {{ counter-set: footnote 8 }}")
    assert [call.mark for call in calls(found)] == ["", "9", "10"]
    assert 'Word edition: expected note numbers that Word counts, found "9"' in found.problems


def test_after_such_numbers_word_counts_on_where_they_meet_again() -> None:
    body = f"<p>{NOTE.format('x') * 2}</p><h2>x</h2><p>{NOTE.format('x') * 4}</p>"
    assert marks(body, "h2 { counter-reset: footnote }") == ["", "", "1", "2", "", ""]


def test_letters_after_z_differ_in_word() -> None:
    css = ".n::footnote-call { content: counter(footnote, lower-alpha) }"
    assert marks(notes(28), css)[-3:] == ["", "", "ab"]


def test_a_counter_style_that_word_has_not_gives_marks() -> None:
    css = ".n::footnote-call { content: counter(footnote, lower-greek) }"
    assert marks(notes(2), css) == ["α", "β"]


def test_a_mark_that_is_no_number_is_kept_without_a_word() -> None:
    found = lowered(f"<p>A{NOTE.format('x')}</p>", CSS + '.n::footnote-call { content: "†" }')
    assert [call.mark for call in calls(found)] == ["†"]
    assert found.problems == []


def test_chapters_that_begin_a_page_and_count_anew_are_sections() -> None:
    assert numbering(notes(2, 1, 3), CHAPTERS) == [
        ("decimal", 1, "continuous"),
        ("decimal", 1, "eachSect"),
        ("decimal", 1, "eachSect"),
    ]
    assert marks(notes(2, 1, 3), CHAPTERS) == [""] * 6


def test_a_chapter_without_notes_is_ready_for_some() -> None:
    found = numbering(notes(2, 0, 3), CHAPTERS)
    assert [restart for _, _, restart in found] == ["continuous", "eachSect", "eachSect"]


def test_chapters_are_no_sections_in_a_document_without_notes() -> None:
    assert len(lowered("<h1>x</h1><h1>x</h1>", CSS + CHAPTERS).document.sections) == 1


def test_a_chapter_that_counts_anew_within_a_page_keeps_its_numbers() -> None:
    css = "h1 { counter-reset: footnote }"
    assert numbering(notes(2, 3), css) == [("decimal", 1, "continuous")]
    assert marks(notes(2, 3), css) == ["", "", "1", "2", ""]


def test_pages_of_another_name_may_count_anew_or_not() -> None:
    body = f"<div class=a>{notes(2)}</div><div class=b>{notes(2)}</div>"
    css = ".a { page: a } .b { page: b } "
    assert numbering(body, css) == [("decimal", 1, "continuous")] * 2
    assert marks(body, css) == [""] * 4
    css += ".b { counter-reset: footnote }"
    assert numbering(body, css)[1] == ("decimal", 1, "eachSect")


def test_sections_may_have_formats_of_their_own() -> None:
    body = f"<div class=a>{notes(2)}</div><div class=b>{notes(2)}</div>"
    css = ".a { page: a } .b { page: b; counter-reset: footnote }"
    css += ".a .n::footnote-call { content: counter(footnote, lower-roman) }"
    assert numbering(body, css) == [("lowerRoman", 1, "continuous"), ("decimal", 1, "eachSect")]


def test_the_sections_before_the_first_note_agree_with_its_start() -> None:
    body = "<div class=a><p>x</p></div>" + notes(1) + f"<div class=a>{notes(1)}</div>"
    css = ".a { page: a } body { counter-reset: footnote 6 }"
    assert numbering(body, css) == [
        ("decimal", 7, "continuous"),
        ("decimal", 7, "continuous"),
        ("decimal", 1, "continuous"),
    ]


def test_notes_are_counted_in_the_order_of_words_tables() -> None:
    css = "caption { caption-side: bottom }"
    body = (
        f"<table><caption>{NOTE.format('c')}</caption><tr><td>{NOTE.format('d')}</td></tr></table>"
    )
    found = lowered(body, CSS + css)
    caption = next(p for p in found.paragraphs if p.style == "caption")
    assert [i.mark for i in caption.inlines if isinstance(i, ir.NoteReference)] == ["1"]
    assert numbering(body, css) == [("decimal", 2, "continuous")]


def test_endnotes_are_counted_apart() -> None:
    body = f"<p>{NOTE.format('x')}<i class=e>y</i><i class=e>z</i></p>"
    css = ".e::note-call { content: counter(note, upper-roman) }"
    assert numbering(body, css, "endnote") == [("upperRoman", 1, "continuous")]
    assert numbering(body, css) == [("decimal", 1, "continuous")]


BY_PAGE = "@page { counter-reset: footnote }"


def test_footnotes_that_begin_anew_on_each_page() -> None:
    assert numbering(notes(3), BY_PAGE) == [("decimal", 1, "eachPage")]
    assert marks(notes(3), BY_PAGE) == ["", "", ""]
    css = "@page { counter-reset: footnote 4 }"
    assert numbering(notes(3), css) == [("decimal", 5, "eachPage")]


def test_pages_of_one_name_may_begin_anew() -> None:
    body = notes(2) + f"<div class=a>{notes(2)}</div>"
    css = ".a { page: a } @page a { counter-reset: footnote }"
    found = numbering(body, css)
    assert [restart for _, _, restart in found] == ["continuous", "eachPage"]


def test_the_first_page_of_a_name_begins_a_section_anew() -> None:
    body = notes(2) + f"<div class=a>{notes(2)}</div>"
    css = ".a { page: a } @page :nth(1 of a) { counter-reset: footnote }"
    found = numbering(body, css)
    assert [restart for _, _, restart in found] == ["continuous", "eachSect"]


@pytest.mark.parametrize(
    "css",
    [
        "@page :left { counter-reset: footnote }",
        BY_PAGE + ".n::footnote-call { content: counter(footnote, lower-greek) }",
    ],
)
def test_what_word_cannot_count_by_page_is_numbered_by_the_pages_of_the_pdf(css: str) -> None:
    found = lowered(notes(3), CSS + css)
    assert [call.late for call in calls(found)] == [0, 1, 2]
    assert "" not in [call.mark for call in calls(found)]
    assert any("begin anew on each page" in problem for problem in found.problems)


def test_a_star_before_the_numbers_is_a_mark_among_them() -> None:
    body = '<p>a<a href="#s" role="doc-noteref">*</a>' + "".join(
        f' b<a href="#n{n}" role="doc-noteref">{n}</a>' for n in (1, 2, 3)
    )
    body += '</p><aside id="s" role="doc-footnote">* x</aside>' + "".join(
        f'<aside id="n{n}" role="doc-footnote">{n}. x</aside>' for n in (1, 2, 3)
    )
    assert marks(body, "") == ["*", "", "", ""]
    assert numbering(body, "") == [("decimal", 1, "continuous")]
