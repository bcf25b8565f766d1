from __future__ import annotations

import pytest

from tests.editions.docx.lower.references.test_contents import flat, shown
from tests.editions.docx.words import Lowered, W, lowered, parts
from triplicate.editions.docx import ir

CSS = """
h2 { counter-increment: chapter; counter-reset: section figure }
h2::before { content: counter(chapter) ". " }
h3 { counter-increment: section } h3::before { content: counter(chapter) "." counter(section) " " }
figcaption { counter-increment: figure }
figcaption::before { content: "Figure " counter(chapter) "-" counter(figure) ": " }
"""
FIGURE = '<figure><figcaption id="{}">x</figcaption></figure>'
A, B, C, D = (FIGURE.format(name) for name in "abcd")
CHAPTERS = f"<h2>One</h2>{A}{B}<h2>Two</h2><h3>Part</h3>{C}{D}"


def captions(found: Lowered) -> list[str]:
    return [shown(p) for p in found.paragraphs if "aption" in p.style]


def results(found: Lowered) -> list[str]:
    fields = [
        [inline.result for inline in flat(p) if isinstance(inline, ir.Field)]
        for p in found.paragraphs
        if "aption" in p.style
    ]
    return ["-".join(texts) for texts in fields]


def test_a_chapter_before_the_number_is_that_of_the_heading() -> None:
    found = lowered(CHAPTERS, CSS)
    chapter = "Figure [STYLEREF 1 \\n]-"
    assert captions(found) == [
        f"{chapter}[SEQ Figure \\* ARABIC \\s 1]: x",
        f"{chapter}[SEQ Figure \\* ARABIC \\s 1]: x",
        f"{chapter}[SEQ Figure \\* ARABIC \\s 1 \\r 1]: x",
        f"{chapter}[SEQ Figure \\* ARABIC \\s 1]: x",
    ]
    assert results(found) == ["1-1", "1-2", "2-1", "2-2"]
    assert found.problems == []


def test_the_chapter_may_be_a_section() -> None:
    css = CSS + "h3 { counter-reset: figure } figcaption::before { content:"
    css += '"Figure " counter(chapter) "." counter(section) "." counter(figure) }'
    found = lowered(f"<h2>One</h2><h3>Part</h3>{A}<h3>Part</h3>{B}", css)
    assert captions(found) == [
        "Figure [STYLEREF 2 \\n].[SEQ Figure \\* ARABIC \\s 2]x",
        "Figure [STYLEREF 2 \\n].[SEQ Figure \\* ARABIC \\s 2 \\r 1]x",
    ]


def test_a_word_in_the_number_of_the_heading_is_left_out() -> None:
    css = CSS + 'h2::before { content: "Chapter " counter(chapter) " " }'
    assert captions(lowered(CHAPTERS, css))[0].startswith("Figure [STYLEREF 1 \\n \\t]-[SEQ")


@pytest.mark.parametrize(
    "css",
    [
        "h2::before { content: none }",  # no heading shows the number
        'h2::before { content: "(" counter(chapter) ")" }',  # Word would keep the brackets
        "figcaption { counter-set: chapter 7 }",
    ],
)
def test_a_chapter_that_no_heading_shows_is_text(css: str) -> None:
    found = lowered(CHAPTERS, CSS + css)
    assert "STYLEREF" not in "".join(captions(found))
    assert [text[-1] for text in results(found)] == ["1", "2", "1", "2"]
    assert captions(found)[2].endswith("[SEQ Figure \\* ARABIC \\r 1]: x")


def test_a_sequence_that_goes_on_through_chapters_does_not_begin_anew() -> None:
    css = CSS.replace("section figure", "section") + "body { counter-reset: figure }"
    found = lowered(CHAPTERS, css)
    assert results(found) == ["1-1", "1-2", "2-3", "2-4"]
    assert "\\s 1 \\r 3" in captions(found)[2]


REFERENCE = """
.whole::before {
  content: target-counter(attr(href), chapter) "-" target-counter(attr(href), figure);
}
.own::before { content: target-counter(attr(href), figure) }
.part::before {
  content: target-counter(attr(href), chapter) "." target-counter(attr(href), section);
}
"""


def test_a_reference_names_the_whole_number() -> None:
    body = CHAPTERS.replace("<h3>", '<h3 id="s">')
    body += '<p><a class="whole" href="#c"></a></p><p><a class="part" href="#s"></a></p>'
    found = lowered(body, CSS + REFERENCE)
    assert [shown(p) for p in found.paragraphs[-2:]] == ["[REF c_number \\h]", "[REF s \\n \\h]"]
    (whole,), (part,) = (flat(p) for p in found.paragraphs[-2:])
    assert isinstance(whole, ir.Field)
    assert isinstance(part, ir.Field)
    assert (whole.result, part.result) == ("2-1", "2.1")
    fields = [i for p in found.paragraphs for i in flat(p) if isinstance(i, ir.Field)]
    named = [(field.instruction[:3], field.edge) for field in fields if field.bookmark]
    assert named == [("STY", "begin"), ("SEQ", "end")]
    xml = parts(found.document)["word/document.xml"]
    (start,) = (e for e in xml.iter(f"{W}bookmarkStart") if e.get(f"{W}name") == "c_number")
    inside = ""
    for element in start.itersiblings():
        if element.tag == f"{W}bookmarkEnd":
            break
        inside += "".join(text.text for text in element.iter(f"{W}t"))
    assert inside == "2-1"


def test_a_part_of_a_number_has_no_name_where_the_whole_has_one() -> None:
    body = CHAPTERS + '<p><a class="whole" href="#c"></a> <a class="own" href="#c"></a></p>'
    found = lowered(body, CSS + REFERENCE)
    assert shown(found.paragraphs[-1]) == "[REF c_number \\h] 1"


def test_captions_in_a_page_s_margin_are_text() -> None:
    css = CSS + ".r { position: running(r) } @page { @top-left { content: element(r) } }"
    found = lowered(f'<div class="r"><h2>x</h2>{A}</div><p>x</p>', css)
    xml = parts(found.document)
    text = "".join(xml["word/header1.xml"].itertext())
    assert "STYLEREF" not in text


def test_a_number_with_two_ids_has_one_name() -> None:
    links = "<p><a href='#b'></a></p><p><a href='#a'></a></p>"
    css = CSS.replace('counter(chapter) "-"', "") + (
        "a::before { content: target-counter(attr(href), figure) }"
    )
    found = lowered(f"<h2>One</h2>{FIGURE.format('a').replace('x', '<i id=b>x</i>')}{links}", css)
    assert [shown(p) for p in found.paragraphs[-2:]] == ["[REF b_number \\h]"] * 2
