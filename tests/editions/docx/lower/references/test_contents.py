from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.editions.docx.words import Lowered, lowered, parts
from triplicate.editions.docx import ir

CSS = """
nav ol { list-style: none; margin: 0; padding: 0 } nav ol ol { padding-left: 20px }
nav a { color: black; text-decoration: none }
nav a::after { content: leader('.') target-counter(attr(href url), page) }
body { counter-reset: figure } figure { margin: 0 }
figcaption { counter-increment: figure }
figcaption::before { content: "Figure " counter(figure) ": " }
"""
HEADINGS = """
<h2 id="a"><span class="number">1. </span>First <em>thing</em></h2>
<h3 id="a1"><span class="number">1.1. </span>Sub</h3>
<h2 id="b"><span class="number">2. </span>Second</h2>
"""
ENTRIES = """
<ol><li><a href="#a">1. First <em>thing</em></a><ol><li><a href="#a1">1.1. Sub</a></li></ol></li>
<li><a href="#b">2. Second</a></li></ol>
"""
FIGURES = """
<figure><p>x</p><figcaption id="f">One</figcaption></figure>
<figure id="g"><p>x</p><figcaption>Two</figcaption></figure>
"""


def contents(found: Lowered) -> ir.Contents:
    return next(block for block in found.section.blocks if isinstance(block, ir.Contents))


def entries(found: Lowered) -> tuple[ir.Paragraph, ...]:
    """The paragraphs of the list of contents, without that at the end of its field."""
    *paragraphs, end = contents(found).paragraphs
    assert end == ir.Paragraph("After Table", (ir.FieldEdge(),))
    return tuple(paragraphs)


def flat(paragraph: ir.Paragraph) -> Iterator[ir.Inline]:
    for inline in paragraph.inlines:
        if isinstance(inline, ir.Link):
            yield from inline.runs
        else:
            yield inline


def shown(paragraph: ir.Paragraph) -> str:
    texts = []
    for inline in flat(paragraph):
        if isinstance(inline, ir.Run):
            texts.append(inline.text)
        elif isinstance(inline, ir.Field):
            texts.append(f"[{inline.instruction}]")
    return "".join(texts)


def test_a_nav_with_page_numbers_is_words_table_of_contents() -> None:
    found = lowered(f"<nav><p>Contents</p>{ENTRIES}</nav>{HEADINGS}", CSS)
    assert [(p.style, shown(p)) for p in entries(found)] == [
        ("TOC Heading", "Contents"),
        ("toc 1", "1. First thing\t[PAGEREF a \\h]"),
        ("toc 2", "1.1. Sub\t[PAGEREF a1 \\h]"),
        ("toc 1", "2. Second\t[PAGEREF b \\h]"),
    ]
    assert found.problems == []


@pytest.mark.parametrize("level", ["h2", "h3"])
def test_the_number_of_a_title_is_text_and_none_of_the_headings(level: str) -> None:
    title = f'<{level}><span class="number">1. </span>Contents</{level}>'
    found = lowered(f"<nav>{title}{ENTRIES}</nav>{HEADINGS}", CSS)
    assert shown(contents(found).paragraphs[0]) == "1. Contents"
    headings = [paragraph for paragraph in found.paragraphs if "heading" in paragraph.style]
    assert [paragraph.number for paragraph in headings] == [None, None, None]
    assert {level.start for level in found.document.numberings[-1][:2]} == {1}


def test_one_field_spans_the_entries_and_not_the_title() -> None:
    found = lowered(f"<nav><p>Contents</p>{ENTRIES}</nav>{HEADINGS}", CSS)
    _, first, *_ = entries(found)
    assert first.inlines[0] == ir.FieldEdge('TOC \\o "1-2" \\h \\z \\u')


def test_entries_have_no_space_but_that_of_their_style() -> None:
    """Word makes them anew; what is below the list is kept by what follows."""
    css = CSS + "nav ol { margin-bottom: 12pt } nav ol ol { margin: 0 } h2 { margin-top: 5pt }"
    found = lowered(f"<nav>{ENTRIES}</nav>{HEADINGS}", css)
    assert [paragraph.format for paragraph in entries(found)] == [ir.ParagraphFormat()] * 3
    heading = next(p for p in found.paragraphs if p.style == "heading 1")
    assert heading.format.before == 240


def test_the_look_of_entries_is_in_their_styles() -> None:
    found = lowered(f"<nav>{ENTRIES}</nav>{HEADINGS}", CSS + "nav a { font-size: 8pt }")
    paragraphs = entries(found)
    assert [paragraph.format for paragraph in paragraphs] == [ir.ParagraphFormat()] * 3
    style = found.style("toc 2")
    assert style.run.size == 16
    assert style.paragraph.left == 300
    # A stop for the number would take the tab before the page number of short entries.
    assert style.paragraph.tabs == (ir.Tab("right", 8000, "dot"),)


def test_entries_lead_to_their_headings() -> None:
    found = lowered(f"<nav>{ENTRIES}</nav>{HEADINGS}", CSS)
    links = [i for p in contents(found).paragraphs for i in p.inlines if isinstance(i, ir.Link)]
    assert [(link.target, link.internal) for link in links] == [
        ("a", True),
        ("a1", True),
        ("b", True),
    ]


def test_headings_that_are_not_listed_are_reported_because_word_would_list_them() -> None:
    nav = '<nav><p><a href="#a">1. First <em>thing</em></a></p></nav>'
    found = lowered(f"{nav}{HEADINGS}", CSS)
    (problem,) = found.problems
    assert 'found "2. Second" left out' in problem


def test_figures_have_a_list_of_their_own() -> None:
    items = '<p><a href="#f">Figure 1: One</a></p><p><a href="#g">Figure 2: Two</a></p>'
    found = lowered(f"<nav>{items}</nav>{FIGURES}", CSS)
    first, last, end = found.section.blocks[:3]
    assert isinstance(first, ir.Paragraph)
    assert isinstance(last, ir.Paragraph)
    assert first.inlines[0] == ir.FieldEdge('TOC \\h \\z \\c "Figure"')
    assert end == ir.Paragraph("After Table", (ir.FieldEdge(),))
    assert {first.style, last.style} == {"table of figures"}
    assert found.problems == []


def test_a_list_of_all_sorts_stays_as_it_is_and_is_reported() -> None:
    items = '<p><a href="#a">First</a></p><p><a href="#p">A paragraph</a></p>'
    found = lowered(f'<nav>{items}</nav>{HEADINGS}<p id="p">x</p>', CSS)
    first = found.paragraphs[0]
    assert (first.style, shown(first)) == ("Body Text", "First\t[PAGEREF a \\h]")
    (problem,) = found.problems
    assert "list of contents of headings alone" in problem


@pytest.mark.parametrize("nav", ["<nav>", '<div role="doc-toc">'])
def test_a_table_of_contents_is_a_nav_or_has_the_role(nav: str) -> None:
    css = CSS.replace("nav a::after", "a::after")
    found = lowered(f"{nav}{ENTRIES}</{nav[1:4]}>{HEADINGS}", css)
    assert len(entries(found)) == 3


def test_links_without_page_numbers_are_no_list_of_contents() -> None:
    found = lowered(f'<nav><p><a href="#a">First</a></p></nav>{HEADINGS}')
    assert not any(isinstance(block, ir.Contents) for block in found.section.blocks)


def test_a_list_of_contents_may_stand_in_a_box() -> None:
    css = CSS + "nav { border: 1px solid; padding: 4px; background: #eee }"
    found = lowered(f"<nav>{ENTRIES}</nav>{HEADINGS}", css)
    (table,) = found.tables
    first, last = table.rows[0].cells[0].blocks
    assert isinstance(first, ir.Contents)
    assert isinstance(last, ir.Paragraph)
    assert len(first.paragraphs) == 4


def test_page_numbers_that_float_to_the_right_follow_a_tab() -> None:
    css = CSS.replace("leader('.')", "").replace("nav a::after {", "nav a::after { float: right;")
    found = lowered(f"<nav>{ENTRIES}</nav>{HEADINGS}", css)
    assert [shown(p) for p in contents(found).paragraphs][1] == "1.1. Sub\t[PAGEREF a1 \\h]"
    assert found.style("toc 1").paragraph.tabs[-1] == ir.Tab("right", 8000)  # type: ignore[index]
    assert found.problems == []


def test_the_numbers_of_list_items_are_those_of_the_entries() -> None:
    css = CSS.replace("nav ol { list-style: none;", "nav ol {")
    items = '<ol><li><a href="#a">One</a></li><li><a href="#b">Two</a></li></ol>'
    heads = "".join(
        f'<h2 id="{key}"><span class="number">{n}. </span>{text}</h2>'
        for n, (key, text) in enumerate([("a", "One"), ("b", "Two")], 1)
    )
    found = lowered(f"<nav>{items}</nav>{heads}", css)
    assert [shown(paragraph) for paragraph in entries(found)] == [
        "1. One\t[PAGEREF a \\h]",
        "2. Two\t[PAGEREF b \\h]",
    ]
    assert found.problems == []


def test_entries_that_read_otherwise_than_their_headings_are_reported() -> None:
    items = ENTRIES.replace("Second", "The second")
    (problem,) = lowered(f"<nav>{items}</nav>{HEADINGS}", CSS).problems
    assert '"2. The second" for "2. Second"' in problem


def test_the_style_of_the_title_looks_like_it() -> None:
    """The probe has a heading for the title: that of the page may be a paragraph."""
    found = lowered(f"<nav><p>Contents</p>{ENTRIES}</nav>{HEADINGS}", CSS)
    title = entries(found)[0]
    looks = title.style, title.format, title.mark
    assert looks == ("TOC Heading", ir.ParagraphFormat(), ir.RunFormat())
    assert found.style("TOC Heading").run.size == found.style("Body Text").run.size


def test_a_numbered_title_keeps_its_number_as_text() -> None:
    title = '<h2><span class="number">1. </span>Contents</h2>'
    heads = (
        HEADINGS.replace("2. ", "3. ")
        .replace("1.1. ", "2.1. ")
        .replace('"number">1. ', '"number">2. ')
    )
    items = ENTRIES.replace("2. ", "3. ").replace("1.1. ", "2.1. ").replace(">1. ", ">2. ")
    found = lowered(f"<nav>{title}{items}</nav>{heads}", CSS)
    first = contents(found).paragraphs[0]
    assert (first.style, shown(first)) == ("TOC Heading", "1. Contents")
    assert found.problems == []


def test_a_note_in_a_heading_is_no_part_of_its_entry() -> None:
    heads = HEADINGS.replace("Second<", 'Second<span class="note">x</span><')
    found = lowered(f"<nav>{ENTRIES}</nav>{heads}", CSS + ".note { float: footnote }")
    assert found.problems == []


COUNTED = """
h2 { counter-increment: h2 } h2::before { content: counter(h2) ". " }
h3 { counter-increment: h3 } h3::before { content: counter(h2) "." counter(h3) " " }
nav a::before { content: target-text(attr(href url), before) " " }
table { width: 100% }
"""


def styles_of(body: str, css: str) -> list[ir.Style]:
    names = ("toc ", "TOC Heading", "table of figures", "caption")
    document = lowered(body, css).document
    return [style for style in document.styles if style.name.startswith(names)]


@pytest.mark.parametrize("rule", ["nav a", ".toc a", "ul.toc li a", "main nav.toc > ol li a[href]"])
def test_a_style_sheet_with_contents_lists_gives_their_styles_to_every_document(rule: str) -> None:
    css = CSS.replace("nav a::after", f"{rule}::after")
    found = [style.name for style in styles_of("<p>x</p>", css)]
    assert found == [
        "caption",
        "TOC Heading",
        *(f"toc {n}" for n in range(1, 6)),
        "table of figures",
    ]


def test_page_numbers_beside_links_in_the_text_make_no_contents_lists() -> None:
    css = 'a.see::after { content: " (" target-counter(attr(href url), page) ")" }'
    assert [style.name for style in styles_of("<p>x</p>", css)] == ["caption"]


def test_styles_of_contents_lists_depend_on_the_style_sheet_alone() -> None:
    heads = '<h2 id="a">One</h2><h3 id="b">Two</h3>'
    items = '<ol><li><a href="#a">One</a><ol><li><a href="#b">Two</a></li></ol></li></ol>'
    figures = '<nav><h2>Figures</h2><ol><li><a href="#f">Figure 1: One</a></li></ol></nav>'
    body = f"<nav><h2>Contents</h2>{items}</nav>{figures}{heads}{FIGURES.split('<figure id')[0]}"
    css = COUNTED + CSS.replace("nav a::before", "nav.x")
    assert styles_of(body, css) == styles_of("<p>x</p>", css)


def test_a_list_leaves_room_for_numbers_of_two_digits() -> None:
    one, ten = (styles_of(counted(count), COUNTED + CSS) for count in (1, 10))
    assert one == ten


def counted(count: int) -> str:
    heads = "".join(f'<h2 id="h{n}">H</h2>' for n in range(count))
    items = "".join(f'<li><a href="#h{n}">H</a></li>' for n in range(count))
    return f"<nav><ol>{items}</ol></nav>{heads}"


def test_entries_that_look_otherwise_than_the_style_sheet_tells_define_their_style() -> None:
    items = '<div style="margin-left: 30px"><a href="#a">1. First <em>thing</em></a></div>'
    found = lowered(f"<nav>{items}</nav>{HEADINGS}", CSS)
    (entry,) = entries(found)
    assert entry.format.left is None
    assert found.style("toc 1").paragraph.left == 450


def test_the_space_above_the_first_entry_is_its_titles() -> None:
    css = CSS.replace(
        "nav ol { list-style: none; margin: 0", "nav ol { list-style: none; margin: 9pt 0"
    )
    found = lowered(f"<nav><p>Contents</p>{ENTRIES}</nav>{HEADINGS}", css)
    title, first, *_ = contents(found).paragraphs
    assert first.format.before is None
    look = ir.overlay(found.style("TOC Heading").paragraph, title.format)
    assert look.after == 180  # the paragraph's own margin is 8 pt


@pytest.mark.parametrize(
    ("heading", "entry", "stop", "problems"),
    [
        ("content: counter(h); display: inline-block; width: 20pt", "1\tA\t", 620, 0),
        ("content: counter(h) ' '", "1 A\t", None, 1),
    ],
)
def test_the_box_of_a_number_is_the_room_before_the_text(
    heading: str, entry: str, stop: int | None, problems: int
) -> None:
    """Word puts a tab after the number of an entry only where one follows its heading's."""
    css = CSS + (
        "nav a::before { content: target-text(attr(href url), before); "
        "display: inline-block; width: 31pt } h2 { counter-increment: h } "
        f"h2::before {{ {heading} }}"
    )
    items = '<ol><li><a href="#a">A</a></li><li><a href="#b">B</a></li></ol>'
    found = lowered(f'<nav>{items}</nav><h2 id="a">A</h2><h2 id="b">B</h2>', css)
    tabs = found.style("toc 1").paragraph.tabs
    assert tabs
    assert [tab.position for tab in tabs if tab.align == "left"] == ([stop] if stop else [])
    assert shown(contents(found).paragraphs[0]).startswith(entry)
    assert len(found.problems) == problems


def test_titles_of_other_lists_are_no_headings_that_are_missing() -> None:
    figures = '<nav><h2>Figures</h2><p><a href="#f">Figure 1: One</a></p></nav>'
    figure = '<figure><p>x</p><figcaption id="f">One</figcaption></figure>'
    found = lowered(f"<nav><h2>Contents</h2>{ENTRIES}</nav>{figures}{HEADINGS}{figure}", CSS)
    assert found.problems == []


@pytest.mark.parametrize(
    ("css", "reported"),
    [
        ("ol { columns: 2 }", False),
        ("ol { break-before: right }", False),
        ("li { columns: 2 }", True),
        (".last { break-before: right }", True),
    ],
)
def test_entries_are_a_field_in_one_section(css: str, reported: bool) -> None:
    body = (
        "<nav><h2>Contents</h2><ol><li><a href='#a'>Alpha</a><li class=last><a href='#b'>Beta</a>"
        "</ol></nav><h2 id=a>Alpha</h2><p>x</p><h2 id=b>Beta</h2><p>y</p>"
    )
    pages = "nav a::after { content: leader('.') target-counter(attr(href), page) } "
    found = lowered(body, f"{pages} ol {{ list-style: none }} {css}")
    expected = "Word edition: expected lists of contents in one section, found others in <nav>"
    assert (expected in found.problems) is reported
    written = parts(found.document)["word/document.xml"]
    fields = [one.text for one in written.iter("{*}instrText") if "TOC" in (one.text or "")]
    assert len(fields) == (0 if reported else 1)


def test_the_title_of_a_list_that_is_in_the_list_of_contents_stays_a_heading() -> None:
    toc = '<nav><h2>Contents</h2><p><a href="#l">Figures</a></p></nav>'
    figures = '<nav><h2 id="l">Figures</h2><p><a href="#f">Figure 1: One</a></p>'
    figures += '<p><a href="#g">Figure 2: Two</a></p></nav>'
    found = lowered(toc + figures + FIGURES, CSS)
    assert [entry.style for entry in entries(found)] == ["TOC Heading", "toc 1"]
    styles = [paragraph.style for paragraph in found.paragraphs]
    assert styles[:3] == ["heading 1", "table of figures", "table of figures"]
    assert found.problems == []
