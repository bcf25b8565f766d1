from __future__ import annotations

from typing import Any

import pytest

from tests.editions.docx.words import Lowered, lowered, parts, text
from triplicate.editions.docx import ir

WIDE = """
@page { size: 600pt 800pt; margin: 50pt; @top-right { content: "R" } @top-left { content: "L" } }
@page wide { size: 800pt 600pt }
.wide { page: wide }
"""
TABLE = "table { width: 100%; table-layout: fixed; border-collapse: collapse }"
BODY = "<p>a</p><div class=wide><p>b</p><p>c</p></div><p>d</p>"


def sections(found: Lowered) -> tuple[ir.Section, ...]:
    return found.document.sections


def fields(paragraph: Any) -> list[str]:
    return [i.instruction for i in paragraph.inlines if isinstance(i, ir.Field)]


def header(section: ir.Section) -> Any:
    assert section.headers.default
    return section.headers.default[-1]


def test_named_pages_are_a_section_of_their_own() -> None:
    found = sections(lowered(BODY, WIDE))
    assert [(s.width, s.height) for s in found] == [(12000, 16000), (16000, 12000), (12000, 16000)]
    texts = [[text(b) for b in s.blocks if isinstance(b, ir.Paragraph)] for s in found]
    assert texts == [["a"], ["b", "c"], ["d"]]


def test_landscape_pages_keep_their_headers_at_their_own_width() -> None:
    found = lowered(BODY, WIDE)
    upright, wide, _ = map(header, sections(found))
    assert text(upright) == text(wide) == "L\tR"
    assert upright.format.tabs is None
    assert wide.format.tabs == (ir.Tab("clear", 10000), ir.Tab("right", 14000))


def test_all_that_stands_around_named_pages_grows_with_them() -> None:
    css = WIDE + "main { margin: 0 10%; max-width: 600pt } p { max-width: 90% }"
    found = lowered("<main><p>a</p><div class=wide><p>b</p></div></main>", css)
    narrow, wide = (section.blocks[0] for section in sections(found))
    assert isinstance(narrow, ir.Paragraph)
    assert isinstance(wide, ir.Paragraph)
    style = found.style("Body Text").paragraph
    looks = [ir.overlay(style, block.format) for block in (narrow, wide)]
    # 10 % of 500 and of 700 pt at the left; 90 % of what is left is text.
    assert [look.left for look in looks] == [1000, 1400]
    assert [look.right for look in looks] == [1000 + 800, 1400 + 1120]


def test_a_table_may_have_pages_of_its_own() -> None:
    body = "<p>a</p><table class=wide><tr><td><p>x</p></td></tr></table><p>b</p>"
    _, wide, _ = sections(lowered(body, WIDE + TABLE))
    table, last = wide.blocks
    assert isinstance(table, ir.Table)
    assert table.widths == (14000,)
    assert isinstance(last, ir.Paragraph)
    assert last.style == "After Table"


def test_neighbours_on_pages_of_one_name_share_a_section() -> None:
    body = "<p>a</p><p class=wide>b</p><p class=wide>c</p>"
    assert len(sections(lowered(body, WIDE))) == 2


def test_a_chapter_that_begins_at_the_right_begins_on_an_odd_page() -> None:
    css = "h2 { break-before: right }"
    found = sections(lowered("<p>a</p><h2>b</h2><h2>c</h2>", css))
    assert [section.begins for section in found] == ["nextPage", "oddPage", "oddPage"]


def test_first_pages_of_a_name_may_differ() -> None:
    css = (
        WIDE + "@page :nth(1 of wide) { @top-left { content: none } @top-right { content: none } }"
    )
    upright, wide, _ = sections(lowered(BODY, css))
    assert not upright.first_differs
    assert wide.first_differs
    assert wide.headers.first
    assert text(wide.headers.first[-1]) == ""


def test_the_first_page_of_the_document_is_that_of_its_first_section_alone() -> None:
    css = WIDE + "@page :first { @top-left { content: none } @top-right { content: none } }"
    assert [s.first_differs for s in sections(lowered(BODY, css))] == [True, False, False]


def test_where_one_section_tells_even_pages_apart_all_have_a_header_for_them() -> None:
    css = WIDE + '@page wide:left { @top-left { content: "even" } }'
    found = sections(lowered(BODY, css))
    evens = [section.headers.even for section in found]
    assert all(evens)
    assert [text(even[-1]) for even in evens if even] == ["L\tR", "even\tR", "L\tR"]


def test_page_numbers_begin_anew_and_have_their_own_format() -> None:
    css = """
      @page { @bottom-center { content: counter(page) } }
      @page front { @bottom-center { content: counter(page, lower-roman) } }
      @page :nth(1 of main) { counter-reset: page 1 }
      .front { page: front } .main { page: main }
    """
    found = lowered("<p class=front>a</p><p class=main>b</p>", css)
    front, main = sections(found)
    assert (front.number_format, front.start) == ("lowerRoman", None)
    assert (main.number_format, main.start) == ("", 1)
    assert front.footers.default
    assert fields(front.footers.default[0]) == ["PAGE \\* roman"]
    assert found.problems == []


CHAPTERS = """
@page :nth(1 of chapter) { counter-reset: page 1 }
section { page: chapter; break-before: page } .wide { page: wide }
"""


def test_each_chapter_counts_its_pages_anew() -> None:
    found = lowered("<section><p>a</p></section><section><p>b</p></section>", CHAPTERS)
    assert [section.start for section in sections(found)] == [1, 1]


def test_a_chapter_goes_on_counting_after_pages_of_another_name() -> None:
    body = "<section><p>a</p><p class=wide>b</p><p>c</p></section>"
    assert [section.start for section in sections(lowered(body, CHAPTERS))] == [1, None, None]


def test_a_page_number_set_on_every_page_is_reported() -> None:
    found = lowered("<p>a</p>", "@page { counter-reset: page 5 }")
    assert found.problems == [
        "Word edition: expected a page number set on the first page of its name, "
        "found one for all pages"
    ]


def test_margins_that_change_sides_are_mirrored() -> None:
    css = "@page :left { margin: 50pt 80pt 50pt 40pt } @page :right { margin: 50pt 40pt 50pt 80pt }"
    found = lowered("<p>a</p>", css)
    assert found.document.mirrored
    assert found.section.margins[:4] == (1000, 800, 1000, 1600)
    assert found.problems == []
    assert parts(found.document)["word/settings.xml"].find("{*}mirrorMargins") is not None


def test_margins_that_neither_stay_nor_mirror_are_reported() -> None:
    found = lowered("<p>a</p>", "@page :left { margin-left: 80px }")
    assert len(found.problems) == 1
    assert "mirror each other" in found.problems[0]


@pytest.mark.parametrize(
    ("box", "x", "y"),
    [
        ("top-left-corner", 0, 0),
        ("top-right-corner", 550, 0),
        ("bottom-left-corner", 0, 750),
        ("bottom-right-corner", 550, 750),
        ("left-top", 0, 50),
        ("right-middle", 550, 395),
        ("left-bottom", 0, 740),
    ],
)
def test_boxes_in_corners_and_at_sides_have_their_place(box: str, x: int, y: int) -> None:
    css = f"@page {{ @{box} {{ content: 'x'; font: 8pt/10pt Literata }} }}"
    middle = 20 if "corner" in box else 0
    found = lowered("<p>a</p>", "@page { size: 600pt 800pt; margin: 50pt }" + css)
    assert found.section.headers.default
    aside, last = found.section.headers.default
    assert isinstance(aside, ir.Paragraph)
    assert text(aside) == "x"
    assert aside.format.spot == ir.Spot(20 * x, 20 * (y + middle), 1000)
    assert text(last) == ""
    assert found.problems == []


def test_every_section_but_the_last_ends_in_its_last_paragraph() -> None:
    package = parts(lowered(BODY, WIDE).document)
    body = package["word/document.xml"][0]
    inner = body.xpath("./*[local-name()='p']/*[local-name()='pPr']/*[local-name()='sectPr']")
    assert len(inner) == 2
    assert body[-1].tag.endswith("}sectPr")
    assert [name for name in package if name.startswith("word/header")] == [
        "word/header1.xml",
        "word/header2.xml",
    ]


def test_a_line_below_the_running_header_is_its_paragraphs_border() -> None:
    css = """@page { size: 600pt 800pt; margin: 50pt;
      @top-left { content: "L"; border-bottom: 1pt solid #999999; padding-bottom: 3pt;
        font: 8pt/10pt Literata; vertical-align: bottom }
      @top-right { content: "R"; border-bottom: 1pt solid #999999; padding-bottom: 3pt;
        vertical-align: bottom }
    }"""
    found = lowered("<p>a</p>", css)
    look = ir.overlay(found.style("header").paragraph, header(found.section).format)
    assert look.bottom == ir.Border("single", 8, "999999", 3)
    # The line ends where the text area begins: 1 pt of border, 3 pt of padding, 10 pt of text.
    assert found.section.margins[4] == 20 * (50 - 14)
    assert found.problems == []


def test_lines_of_other_lengths_in_the_margin_are_reported() -> None:
    css = (
        '@page { @top-left { content: "L"; border-bottom: 1pt solid } @top-right { content: "R" }}'
    )
    assert lowered("<p>a</p>", css).problems == [
        "Word edition: expected equal borders for all boxes of an edge, found others"
    ]


def test_a_footer_of_two_lines_stands_as_high_as_both() -> None:
    css = r"""@page { size: 600pt 800pt; margin: 50pt; @bottom-center {
      content: "a\A b"; white-space: pre; font: 8pt/10pt Literata; vertical-align: middle } }"""
    found = lowered("<p>a</p>", css)
    assert found.section.margins[5] == 20 * (50 - 20) // 2


def test_a_box_may_begin_a_page_and_stay_with_what_follows() -> None:
    css = "div { border: 1pt solid; break-before: page; break-after: avoid }"
    found = lowered("<p>a</p><div><p>b</p><ul><li>c</li></ul></div><p>d</p>", css)
    ((cell,),) = (row.cells for row in found.tables[0].rows)
    first = cell.blocks[0]
    assert isinstance(first, ir.Paragraph)
    assert (first.format.page_break_before, first.format.keep_next) == (True, True)


RTL = 'lang="he" dir="rtl"'


def test_headers_from_right_to_left_begin_at_the_right() -> None:
    css = """@page { size: 600pt 800pt; margin: 50pt; @top-left { content: "ש"; padding-left: 10pt }
      @top-center { content: "א" } @top-right { content: "Word ב"; margin-right: 20pt } }"""
    found = lowered("<p>א</p>", css, RTL)
    look = ir.overlay(found.style("header").paragraph, header(found.section).format)
    assert text(header(found.section)) == "Word ב\tא\tש"
    assert (look.left, look.right) == (400, 200)
    assert look.tabs == (ir.Tab("center", 5000), ir.Tab("right", 9800))
    plain = [run.text for run in header(found.section).inlines if not run.format.right_to_left]
    assert plain == ["Word"]


def test_words_of_another_direction_in_headers_are_runs_of_their_own() -> None:
    css = '@page { @top-left { content: "see שלום" } }'
    found = lowered("<p>x</p>", css)
    runs = [(run.text, run.format.right_to_left) for run in header(found.section).inlines]
    assert runs == [("see ", None), ("שלום", True)]


def test_sections_go_from_right_to_left_with_the_document() -> None:
    package = parts(lowered("<p>א</p>", attributes=RTL).document)
    section = package["word/document.xml"][0][-1]
    assert [child.tag.partition("}")[2] for child in section][-2:] == ["bidi", "rtlGutter"]
    package = parts(lowered("<p dir=rtl>א</p>").document)
    assert package["word/document.xml"][0][-1].find("{*}bidi") is None


def test_the_style_of_headers_is_that_of_the_first_pages_that_have_some() -> None:
    css = (
        "@page { @top-left { content: 'x'; font: 8pt/10pt Literata } }"
        "@page cover { @top-left { content: none } } .cover { page: cover }"
    )
    found = lowered("<p class=cover>a</p><p>b</p>", css)
    assert found.style("header").run.size == 16
    assert header(sections(found)[1]).inlines == (ir.Run("x"),)


def test_no_section_ends_in_an_entry_that_word_makes_anew() -> None:
    css = (
        ".a { page: a } .b { page: b } nav a::after { content: target-counter(attr(href), page) }"
        "figcaption { counter-increment: f }"
        "figcaption::before { content: 'Figure ' counter(f) ' ' }"
    )
    nav = '<nav class=a><p><a href="#f">Figure 1 x</a></p></nav>'
    figure = "<div class=b><figure><figcaption id=f>x</figcaption></figure></div>"
    first, _ = sections(lowered(nav + figure, css))
    entry, _, last = first.blocks
    assert isinstance(entry, ir.Paragraph)
    assert entry.style == "table of figures"
    assert last == ir.Paragraph("After Table")


BOXED = ".box { border: 1pt solid #cc0000; padding: 8pt; background: #eeeeff }"


def outline(found: Lowered, paragraph: Any) -> list[str]:
    """The sides of a paragraph that have a border."""
    look = ir.overlay(found.style(paragraph.style).paragraph, paragraph.format)
    sides = {"top": look.top, "bottom": look.bottom, "left": look.left_edge}
    return [side for side, edge in sides.items() if edge and edge.size == 8]


def test_a_box_over_pages_of_other_names_is_open_where_it_breaks() -> None:
    body = "<section class=box><p>a</p><p class=wide>b</p><p>c</p></section>"
    found = lowered(body, WIDE + BOXED)
    parts = [section.blocks[0] for section in sections(found)]
    assert [text(part) for part in parts] == ["a", "b", "c"]
    assert [outline(found, part) for part in parts] == [
        ["top", "left"],
        ["left"],
        ["bottom", "left"],
    ]
    assert found.problems == []


def test_a_box_that_is_cloned_is_closed_on_each_page() -> None:
    css = WIDE + BOXED + ".box { box-decoration-break: clone }"
    body = "<section class=box><p>a</p><p class=wide>b</p></section>"
    found = lowered(body, css)
    for section in sections(found):
        assert outline(found, section.blocks[0]) == ["top", "bottom", "left"]


def test_a_box_of_mixed_content_is_as_wide_as_each_of_its_pages() -> None:
    body = "<section class=box><p>a</p><ul><li>b</li></ul><ul class=wide><li>c</li></ul></section>"
    found = lowered(body, WIDE + BOXED)
    upright, wide = (section.blocks[0] for section in sections(found))
    assert isinstance(upright, ir.Table)
    assert isinstance(wide, ir.Table)
    assert (upright.widths, wide.widths) == ((10000,), (14000,))
    line, none = ir.Border("single", 8, "CC0000"), ir.NO_BORDER
    assert [ends(found, table) for table in (upright, wide)] == [(line, none), (none, line)]


def ends(found: Lowered, table: ir.Table) -> tuple[ir.Border | None, ir.Border | None]:
    """The lines above and below a table of one cell."""
    style = next(one for one in found.document.table_styles if one.name == table.style)
    look = ir.overlay(style.body, table.rows[0].cells[0].format)
    return look.top, look.bottom


@pytest.mark.parametrize(
    "body",
    [
        "<div><section><p>a</p><p class=wide>b</p></section></div><p>c</p>",
        "<ul><li>a</li><li class=wide>b</li><li>c</li></ul>",
        "<blockquote><p>a</p><div><p class=wide>b</p></div></blockquote><p>c</p>",
    ],
)
def test_named_pages_begin_a_section_however_deep_they_are(body: str) -> None:
    found = lowered(body, WIDE)
    assert [s.width for s in sections(found)] == [12000, 16000, 12000]
    assert found.problems == []


def test_pages_of_their_own_in_a_table_are_reported() -> None:
    found = lowered("<table><tr><td><p class=wide>a</p></table>", WIDE + TABLE)
    assert len(sections(found)) == 1
    (problem,) = found.problems
    assert "expected named pages outside of tables" in problem
    assert "found `page: wide` on <p>" in problem


def test_headers_reach_to_the_text_of_pages_that_begin_on_a_side() -> None:
    css = """@page { size: 600pt 800pt; margin: 60pt; @top-left { content: "x";
      font: 8pt/10pt Literata; vertical-align: top; padding-top: 20pt } }
      h2 { break-before: recto }"""
    found = lowered("<p>a</p><h2>b</h2>", css)
    afters = [
        ir.overlay(found.style("header").paragraph, header(section).format).after
        for section in sections(found)
    ]
    assert afters == [0, 20 * (60 - 20 - 10)]


def test_headers_of_first_pages_stand_at_a_height_of_their_own() -> None:
    css = """@page { size: 600pt 800pt; margin: 60pt 50pt; font: 10pt/12pt Literata;
      @top-center { content: "H"; vertical-align: top; padding-top: 10pt }
      @bottom-center { content: "F"; vertical-align: bottom; padding-bottom: 10pt } }
    @page :first { @top-center { padding-top: 30pt } @bottom-center { padding-bottom: 25pt } }"""
    section = lowered("<p>a</p>", css).section
    assert section.margins[4:] == (200, 200)
    first, default = section.headers.first, section.headers.default
    assert first
    assert default
    assert isinstance(first[0], ir.Paragraph)
    assert isinstance(default[0], ir.Paragraph)
    # The style of headers is that of the first page's.
    assert (first[0].format.before, default[0].format.before) == (400, None)
    (footer,) = section.footers.first or ()
    assert isinstance(footer, ir.Paragraph)
    assert footer.format.after == 300


def test_running_elements_of_first_pages_stand_at_a_height_of_their_own() -> None:
    css = """@page { size: 600pt 800pt; margin: 60pt 50pt; font: 10pt/12pt Literata;
      @top-center { content: element(r); vertical-align: top; padding-top: 10pt } }
    @page :first { @top-center { padding-top: 30pt } } .r { position: running(r) }"""
    section = lowered("<div class=r>R</div><p>a</p>", css).section
    befores = [
        blocks[0].format.before
        for blocks in (section.headers.first, section.headers.default)
        if blocks and isinstance(blocks[0], ir.Paragraph)
    ]
    assert befores == [400, None]


def test_left_and_right_pages_of_other_sizes_are_reported() -> None:
    (problem,) = lowered("<p>a</p>", "@page :left { size: 300pt 400pt }").problems
    assert problem == "Word edition: expected left and right pages of one size, found others"
