from __future__ import annotations

import pytest

from tests.editions.docx.lint import faults
from tests.editions.docx.words import Lowered, W, lowered, parts, text
from triplicate.editions.docx import ir

CSS = """
@page { size: 600pt 800pt; margin: 60pt 50pt;
  @top-center { content: element(head); vertical-align: top; padding-top: 10pt } }
.head { position: running(head) } .head p { margin: 0; text-align: right }
.head span::after { content: counter(page) }
"""
BODY = "<div class=head><p>Organization <b>Unit</b></p><p>Page <span></span></p></div><p>a</p>"


def header(found: Lowered) -> list[ir.Paragraph]:
    assert found.section.headers.default
    return [block for block in found.section.headers.default if isinstance(block, ir.Paragraph)]


def test_a_running_element_is_in_the_header_and_not_in_the_text() -> None:
    found = lowered(BODY, CSS)
    assert text(header(found)[0]) == "Organization Unit"
    assert [text(paragraph) for paragraph in found.paragraphs] == ["a"]
    assert found.problems == []


def test_a_running_element_keeps_its_look_and_its_page_number() -> None:
    found = lowered(BODY, CSS)
    first, second = header(found)
    assert first.format.align == second.format.align == "right"
    assert [i.style for i in first.inlines if isinstance(i, ir.Run)] == ["", "Strong"]
    assert [i.instruction for i in second.inlines if isinstance(i, ir.Field)] == ["PAGE"]


def test_a_running_element_stands_where_its_margin_box_does() -> None:
    assert lowered(BODY, CSS).section.margins[4] == 200


def test_pages_with_the_same_running_element_have_one_header() -> None:
    section = lowered(BODY.replace("<p>O", "<p id=o>O"), CSS).section
    assert (section.first_differs, section.even_differs) == (False, False)


def test_a_header_that_reaches_to_the_text_shares_the_margins_between_its_paragraphs() -> None:
    css = CSS.replace(".head p { margin: 0;", ".head p {") + "@page :first { margin-top: 200pt }"
    rooms = []
    for margin in ("0", "10pt 0"):
        section = lowered(BODY, f"{css} p {{ margin: {margin} }}").section
        assert section.headers.first
        last = section.headers.first[-1]
        assert isinstance(last, ir.Paragraph)
        rooms.append(last.format.after or 0)
    assert rooms[0] - rooms[1] == 600  # 10 pt above, between and below them


def test_a_second_element_of_a_name_is_reported() -> None:
    found = lowered(BODY + "<div class=head><p>Other</p></div>", CSS)
    assert found.problems == [
        "Word edition: expected one running element of a name in a section, found another head"
    ]
    assert text(header(found)[0]) == "Organization Unit"


RUN = CSS + "p { margin: 0 } section { break-before: page } @page wide { size: 800pt 600pt }"
ONE, TWO = (f"<div class=head>{name}</div>" for name in ("One", "Two"))


def heads(found: Lowered) -> list[tuple[str, str]]:
    """What the first and the other pages of each section have above the text."""
    shown = []
    for section in found.document.sections:
        pages = section.headers.first or section.headers.default, section.headers.default
        first, other = (
            "".join(text(b) for b in p or () if isinstance(b, ir.Paragraph)) for p in pages
        )
        shown.append((first, other))
    return shown


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (f"{ONE}<p>a</p><section>{TWO}<p>b</section>", ["One", "Two"]),
        (
            f"<p>a</p><section>{ONE}<p>b</section><section><h2>c</h2>{TWO}<p>d</section>",
            ["", "One", "Two"],
        ),
        (f"{ONE}<p>a</p><section>{TWO}<table><tr><td>b</table></section>", ["One", "Two"]),
        (f"{ONE}<p>a</p><div style='page: wide'>{TWO}<p>b</div>", ["One", "Two"]),
        (f"<p>a</p><div style='page: wide'>{ONE}<p>b</div>", ["", "One"]),
        (f"{ONE}<p>a</p><section><p>b</section><section>{TWO}<p>c</section>", ["One", "Two"]),
    ],
)
def test_another_element_of_a_name_begins_a_section_with_its_page(
    body: str, shown: list[str]
) -> None:
    found = lowered(body, RUN)
    assert heads(found) == [(one, one) for one in shown]
    assert found.problems == []


def test_another_element_within_a_section_is_reported() -> None:
    found = lowered(f"<p>a</p><section>{ONE}<p>b</section>{TWO}<p>c", RUN)
    assert heads(found) == [("", ""), ("One", "One")]
    assert len(found.problems) == 1


@pytest.mark.parametrize(
    ("keyword", "shown"),
    [
        ("first", [("", ""), ("One", "One"), ("Two", "Two")]),
        ("last", [("", ""), ("One", "One"), ("Two", "Two")]),
        ("start", [("", ""), ("", "One"), ("One", "Two")]),
        ("first-except", [("", ""), ("", "One"), ("", "Two")]),
        ("all-once", [("", ""), ("One", ""), ("Two", "")]),
    ],
)
def test_a_page_shows_the_element_that_css_asks_for(
    keyword: str, shown: list[tuple[str, str]]
) -> None:
    css = RUN.replace("element(head)", f"element(head, {keyword})")
    body = f"<p>a</p><section>{ONE}<p>b</section><section>{TWO}<p>c</section>"
    found = lowered(body, css)
    assert (heads(found), found.problems) == (shown, [])


def test_an_element_after_text_cannot_be_left_out_of_its_page() -> None:
    css = RUN.replace("element(head)", "element(head, first-except)")
    found = lowered(f"<p>a</p><p>b</p>{ONE}<p>c", css)
    assert heads(found) == [("One", "One")]
    (problem,) = found.problems
    assert "before the text of a section" in problem


def test_columns_on_a_page_show_what_their_page_does() -> None:
    found = lowered(f"<p>a</p><div style='columns: 2'>{ONE}<p>b</div>", RUN)
    assert set(heads(found)) == {("One", "One")}


def test_a_second_element_in_a_cell_is_reported() -> None:
    found = lowered(f"{ONE}<table><tr><td>a<td>{TWO}b</table>", RUN)
    assert heads(found) == [("One", "One")]
    assert len(found.problems) == 1


def test_an_element_that_is_nowhere_is_reported() -> None:
    (problem,) = lowered("<p>a</p>", CSS).problems
    assert problem.endswith("found `element()`")


@pytest.mark.parametrize("side", ["before", "after"])
def test_a_running_element_may_count_all_pages(side: str) -> None:
    css = CSS.replace("after { content: counter(page)", f"{side} {{ content: counter(pages)")
    found = lowered(BODY, css)
    fields = [i.instruction for p in header(found) for i in p.inlines if isinstance(i, ir.Field)]
    assert fields == ["NUMPAGES"]
    assert found.problems == []


def test_a_running_element_may_name_the_page_of_another() -> None:
    css = "p { position: running(a) } @page { @top-left { content: element(a) } } "
    css += "a::after { content: target-counter(attr(href), page) }"
    found = lowered('<p>See <a href="#b">b</a></p><h2 id="b">b</h2>', css)
    assert text(header(found)[0]) == "See b"
    assert found.section.number_format == ""


PICTURE = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='3' height='2'/%3E"


def shown(found: Lowered) -> str:
    part = parts(found.document)["word/header1.xml"]
    return "".join(one.text for one in part.iter(f"{W}t"))


@pytest.mark.parametrize(
    "body",
    [
        "<table><tr class=head><td><div style='float: right'>One</div></table>",
        "<table><tr><td class=head>One</table>",
        '<div class="head cell" style="display: table-cell">One</div>',
    ],
)
def test_a_part_of_a_table_may_run(body: str) -> None:
    css = CSS + f'.cell::before {{ content: url("{PICTURE}") }}'
    found = lowered(body + "<p>a</p>", css)
    assert shown(found) == "One"
    assert faults(parts(found.document)) == []


def test_a_list_of_contents_that_runs_is_text() -> None:
    css = CSS + "nav a::after { content: leader('.') target-counter(attr(href), page) }"
    body = "<nav class=head><p><a href='#a'>One</a></p></nav><h2 id=a>One</h2>"
    found = lowered(body, css)
    (entry,) = header(found)
    assert text(entry).startswith("One")
    assert faults(parts(found.document)) == []


def test_numbers_that_run_are_text() -> None:
    body = "<div class=head><ul><li>a</ul><ol style='list-style-position: inside'><li>b</ol>"
    body += "<h2><span class=number>7. </span>c</h2></div><p>a</p>"
    found = lowered(body, CSS + "h2 .number::after { content: none }")
    assert [text(paragraph) for paragraph in header(found)] == ["•\ta", "1. b", "7. c"]


@pytest.mark.parametrize("place", ["left-top", "top-left-corner"])
def test_a_running_element_may_stand_beside_the_page(place: str) -> None:
    found = lowered(BODY, CSS.replace("top-center", place))
    assert shown(found) == "Organization UnitPage 1"
    assert faults(parts(found.document)) == []
    assert found.problems == []


def test_a_table_that_runs_beside_the_page_is_lines() -> None:
    body = "<div class=head><table><tr><td>One<td>Two</table></div><p>a</p>"
    found = lowered(body, CSS.replace("top-center", "left-top"))
    assert shown(found) == "OneTwo"
    assert any("beside the page" in problem for problem in found.problems)


@pytest.mark.parametrize("other", ["", '@top-right { content: "b" }'])
def test_a_role_that_only_a_line_in_the_margin_has_is_no_style(other: str) -> None:
    place = "top-left" if other else "left-top"
    css = f"p {{ position: running(a) }} @page {{ @{place} {{ content: element(a) }} {other} }}"
    found = lowered("<p>a <del>b</del></p><div>c</div>", css)
    assert faults(parts(found.document)) == []


@pytest.mark.parametrize(
    ("transform", "shown"),
    [
        ("lowercase", "run head-well"),
        ("capitalize", "Run HEad-well"),
        ("full-width", "ｒｕｎ\u3000ＨＥａｄ\u2212ｗｅｌｌ"),
    ],
)
def test_letters_of_headers_are_those_that_css_asks_for(transform: str, shown: str) -> None:
    css = f"div {{ position: running(h); text-transform: {transform} }}"
    css = "@page { @top-center { content: element(h) } }" + css
    found = lowered("<div>run HEad-well</div><p>a</p>", css)
    assert text(header(found)[0]) == shown
    css = f"@page {{ @top-center {{ content: 'run HEad-well'; text-transform: {transform} }} }}"
    assert text(header(lowered("<p>a</p>", css))[0]) == shown


def test_other_letters_of_named_strings_are_reported() -> None:
    css = "@page { @top-center { content: string(s); text-transform: lowercase } }"
    found = lowered("<h2>Head</h2>", css + "h2 { string-set: s content() }")
    assert found.problems == [
        "Word edition: expected running headers in the letters of their elements, "
        "found `text-transform: lowercase`"
    ]


@pytest.mark.parametrize(
    "after",
    [
        "<aside>f</aside><p>b</p>",
        f'<img alt="" style="float: left" src="{PICTURE}"><p>b</p>',
        "<p><br></p><p>b</p>",
        "<ul><li></li></ul><p>b</p>",
    ],
)
def test_what_leaves_the_flow_takes_no_running_element_with_it(after: str) -> None:
    css = f"{RUN} aside {{ float: left; width: 90pt }}"
    found = lowered(f"{ONE}{after}<section>{TWO}{after}</section>", css)
    assert heads(found) == [("One", "One"), ("Two", "Two")]


def test_a_running_element_in_what_floats_is_shown() -> None:
    css = f"{RUN} aside {{ float: left; width: 90pt }}"
    found = lowered(f"<aside>{ONE}f</aside><p>b</p>", css)
    assert heads(found) == [("One", "One")]


def test_a_first_element_in_a_cell_is_reported_where_another_is_shown() -> None:
    found = lowered(f"<table><tr><td>a<td>{ONE}b</table><p>c</p>{TWO}<p>d", RUN)
    assert heads(found) == [("Two", "Two")]
    assert len(found.problems) == 1
