"""Fields, lists of contents and notes as XML, and what is filled in once pages are known."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

from tests.editions.docx.lower.references.test_contents import CSS, ENTRIES, HEADINGS
from tests.editions.docx.words import W, lowered, opened, parts
from triplicate.editions.docx.package import pack
from triplicate.editions.docx.package.late import Late
from triplicate.layout.facts import LayoutFacts

PAGES = {"a": 2, "a1": 3, "b": 14}
NOTES = ".n { float: footnote } .e { position: note(ends) }"
NOTE_BODY = """
<p>A<span class="n">See <a href="https://example.org/">this</a></span>
B<span class="e">End</span></p>
"""


def xpath(root: Any, path: str) -> list[Any]:
    found = root.xpath(path, namespaces={"w": W[1:-1]})
    return [str(item) if isinstance(item, str) else item for item in found]


def texts(paragraph: Any) -> str:
    return "".join(
        "\t" if node.tag == f"{W}tab" else node.text or ""
        for node in paragraph.iter(f"{W}t", f"{W}tab")
        if node.getparent().tag == f"{W}r"
    )


@pytest.fixture(scope="module")
def contents() -> Any:
    document = lowered(f"<nav><p>Contents</p>{ENTRIES}</nav>{HEADINGS}", CSS).document
    return opened(pack(document, lambda: LayoutFacts(14, PAGES)))["word/document.xml"]


def test_the_list_of_contents_has_the_numbers_of_the_pages(contents: Any) -> None:
    entries = [texts(p) for p in xpath(contents, "//w:sdtContent/w:p")]
    assert entries == ["Contents", "1. First thing\t2", "1.1. Sub\t3", "2. Second\t14", ""]


def test_word_knows_the_list_of_contents_by_its_gallery(contents: Any) -> None:
    path = "//w:sdt/w:sdtPr/w:docPartObj/w:docPartGallery/@w:val"
    assert xpath(contents, path) == ["Table of Contents"]


def test_every_field_that_begins_also_ends(contents: Any) -> None:
    depth = 0
    for edge in xpath(contents, "//w:fldChar/@w:fldCharType"):
        depth += {"begin": 1, "separate": 0, "end": -1}[edge]
        assert depth in (0, 1, 2)
    assert depth == 0


def test_no_field_asks_to_be_updated(contents: Any) -> None:
    assert xpath(contents, "//@w:dirty") == []


def test_page_numbers_are_written_in_the_format_of_their_field() -> None:
    css = ".r::before { content: target-counter(attr(href), page, upper-roman) }"
    document = lowered('<p><a class="r" href="#b"></a></p><p id="b">x</p>', css).document
    body = opened(pack(document, lambda: LayoutFacts(14, PAGES)))["word/document.xml"]
    assert "XIV" in texts(body)


def test_without_facts_or_for_an_unknown_id_a_page_number_keeps_what_the_css_gave() -> None:
    css = ".r::before { content: target-counter(attr(href), page) }"
    document = lowered('<p><a class="r" href="#b"></a></p><p id="b">x</p>', css).document
    assert texts(parts(document)["word/document.xml"]) == "1x"
    body = opened(pack(document, lambda: LayoutFacts(1, {})))["word/document.xml"]
    assert texts(body) == "1x"


def test_a_document_without_page_numbers_does_not_wait_for_the_pages() -> None:
    asked: list[str] = []

    def facts() -> LayoutFacts:
        asked.append("pages")
        raise AssertionError("asked")

    pack(lowered("<p>x</p>").document, facts)
    assert asked == []


def test_fonts_with_zeros_are_not_taken_for_marks() -> None:
    document = lowered('<p style="font-family: Literata">x</p>').document
    data = pack(document, lambda: LayoutFacts(1, {}))
    fonts = [part for name, part in opened(data).items() if name.endswith(".odttf")]
    assert fonts == [p for n, p in parts(document).items() if n.endswith(".odttf")]


def test_text_cannot_look_like_a_mark() -> None:
    late = Late(lambda: LayoutFacts(7, {}))
    mark = late.hold(lambda facts: str(facts.pages), "1")
    assert late.settle(f"<t>{mark}</t>".encode()) == b"<t>7</t>"
    assert late.settle(b"<t>0</t>") == b"<t>0</t>"


@pytest.fixture(scope="module")
def notes() -> dict[str, Any]:
    css = NOTES + "@page { @footnote { border-top: 1px solid; margin-top: 10pt } }"
    css += "@page { @note-area { border-top: 1px solid } }"
    return parts(lowered(NOTE_BODY, css).document)


def test_notes_have_parts_of_their_own_with_separators(notes: dict[str, Any]) -> None:
    for kind in ("footnote", "endnote"):
        root = notes[f"word/{kind}s.xml"]
        assert xpath(root, f"//w:{kind}/@w:id") == ["-1", "0", "1"]
        assert xpath(root, f"//w:{kind}/@w:type") == ["separator", "continuationSeparator"]
        assert len(root.findall(f".//{W}separator")) == 1
    space = xpath(notes["word/footnotes.xml"], "(//w:spacing)[1]")[0]
    assert (space.get(f"{W}line"), space.get(f"{W}lineRule")) == ("215", "exact")


def test_the_settings_name_the_separators_and_the_numbering(notes: dict[str, Any]) -> None:
    settings = notes["word/settings.xml"]
    assert xpath(settings, "//w:footnotePr/w:footnote/@w:id") == ["-1", "0"]
    assert xpath(settings, "//w:endnotePr/w:numFmt/@w:val") == ["decimal"]


def test_the_text_calls_its_notes(notes: dict[str, Any]) -> None:
    body = notes["word/document.xml"]
    assert xpath(body, "//w:footnoteReference/@w:id") == ["1"]
    assert xpath(body, "//w:endnoteReference/@w:id") == ["1"]


def test_links_in_notes_are_related_to_their_own_part(notes: dict[str, Any]) -> None:
    relations = notes["word/_rels/footnotes.xml.rels"]
    (target,) = relations.xpath("//@Target")
    assert target == "https://example.org/"


def test_a_document_without_notes_has_no_part_for_them() -> None:
    assert not any("notes" in name for name in parts(lowered("<p>x</p>").document))


def test_marks_that_word_does_not_count_are_marked_as_such() -> None:
    css = NOTES + '.n::footnote-call { content: "*" } .n::footnote-marker { content: "* " }'
    found = parts(lowered('<p>A<span class="n">x</span></p>', css).document)
    body = found["word/document.xml"]
    assert xpath(body, "//w:footnoteReference/@w:customMarkFollows") == ["1"]
    assert etree.tostring(found["word/footnotes.xml"]).count(b"footnoteRef") == 0


def test_sections_say_how_their_notes_are_numbered() -> None:
    css = NOTES + "body { counter-reset: footnote 4 }"
    found = parts(lowered(NOTE_BODY, css).document)
    section = xpath(found["word/document.xml"], "//w:sectPr/w:footnotePr")[0]
    assert [child.tag for child in section] == [f"{W}numFmt", f"{W}numStart"]
    assert xpath(section, "w:numStart/@w:val") == ["5"]
    assert xpath(found["word/settings.xml"], "//w:footnotePr/*[1]/@w:val") == ["decimal"]


def test_notes_begin_anew_with_sections_and_pages() -> None:
    body = NOTE_BODY + f'<div class="next">{NOTE_BODY}</div>'
    css = NOTES + ".next { break-before: page; counter-reset: footnote }"
    document = parts(lowered(body, css).document)["word/document.xml"]
    first, second = xpath(document, "//w:sectPr/w:footnotePr")
    assert xpath(first, "w:numRestart") == []
    assert xpath(second, "w:numRestart/@w:val") == ["eachSect"]
    css = NOTES + "@page { counter-reset: footnote }"
    document = parts(lowered(body, css).document)["word/document.xml"]
    assert xpath(document, "//w:footnotePr/w:numRestart/@w:val") == ["eachPage"]
    assert xpath(document, "//w:endnotePr/w:numRestart") == []


def test_marks_that_only_the_pages_know_are_filled_in() -> None:
    css = NOTES + "@page :left { counter-reset: footnote }"
    document = lowered(NOTE_BODY, css).document
    found = opened(pack(document, lambda: LayoutFacts(1, {}, calls=("7",))))
    assert "A7 B" in texts(found["word/document.xml"])
    assert texts(found["word/footnotes.xml"]).startswith("7. See")


def test_the_number_of_pages_is_written_in_its_format() -> None:
    shown = "counter(page, lower-roman) '/' counter(pages, upper-alpha)"
    css = f"@page {{ @bottom-left {{ content: {shown} }} }}"
    package = opened(pack(lowered("<p>x</p>", css).document, lambda: LayoutFacts(3, {})))
    assert texts(package["word/footer1.xml"]) == "i/C"


def test_marks_of_notes_that_are_on_no_page_stay_as_they_are_counted() -> None:
    document = lowered(NOTE_BODY, NOTES + "@page :left { counter-reset: footnote }").document
    found = opened(pack(document, lambda: LayoutFacts(1, {}, calls=())))
    assert "A1 B" in texts(found["word/document.xml"])
