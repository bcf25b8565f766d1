from __future__ import annotations

import pytest

from tests.editions.docx.words import faces, lowered, page, styled
from triplicate import html_to_docx
from triplicate.diagnostics import Diagnostics
from triplicate.editions.docx import ir
from triplicate.editions.docx.lower import lower


def test_what_one_rule_declares_is_reported_in_one_order_in_every_run() -> None:
    css = "div { transform: rotate(9deg); opacity: 0.5; border-radius: 4pt; font-kerning: none }"
    found = lowered("<div>ab</div>", f"{css} div {{ background: red }}").problems
    names = [problem.split()[-3] for problem in found]
    assert names == ["border-radius", "font-kerning", "opacity", "transform"]


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        (
            "border-radius: 4pt; background: red",
            "expected boxes with square corners, found border-radius on <div>",
        ),
        ("opacity: 0.5", "expected boxes that are not translucent, found opacity on <div>"),
        (
            "hyphenate-character: '='",
            "expected hyphens of Word's own, found hyphenate-character on <div>",
        ),
        ("font-kerning: none", "expected letters that are kerned, found font-kerning on <div>"),
        ("color: transparent", "expected text that is to be seen, found color on <div>"),
        ("line-clamp: 1", "expected all of the text, found line-clamp on <div>"),
        ("orphans: 3", "expected two lines of a paragraph on each page, found orphans on <div>"),
        (
            "hyphenate-limit-zone: 20pt",
            "expected hyphens where Word puts them, found hyphenate-limit-zone on <div>",
        ),
        (
            "font-variant-numeric: slashed-zero",
            "expected digits of one width or not, found font-variant-numeric on <div>",
        ),
        (
            "font-variant-alternates: historical-forms",
            "expected letters as the font has them, found font-variant-alternates on <div>",
        ),
        (
            "bookmark-level: 2",
            "expected headings in the outline, found `bookmark-level` on <div>",
        ),
        ("text-overflow: ellipsis", "expected all of the text, found text-overflow on <div>"),
        (
            "text-align-last: right",
            "expected last lines that are not justified, found others on <div>",
        ),
        (
            "background: yellow; background-clip: content-box",
            "expected fills up to the border, found background-clip on <div>",
        ),
        (
            "mask-border-source: linear-gradient(red, blue)",
            "expected boxes without masks, found mask-border on <div>",
        ),
        (
            "text-align: justify-all",
            "expected last lines that are not justified, found others on <div>",
        ),
        (
            "transform: rotate(5deg)",
            "expected boxes that are neither turned nor moved, found transform on <div>",
        ),
        (
            "background: linear-gradient(red, blue)",
            "expected boxes filled with one colour, found background-image on <div>",
        ),
    ],
)
def test_what_word_cannot_do_is_reported_once(css: str, expected: str) -> None:
    found = lowered("<div><p>ab</p></div>" * 3, f"div {{ {css} }}")
    assert found.problems == [f"Word edition: {expected}"]


@pytest.mark.parametrize("part", ["table", "thead", "tbody", "tr", "th", "td"])
@pytest.mark.parametrize("name", ["box-shadow: 1pt 1pt", "opacity: 0.5", "transform: rotate(9deg)"])
def test_what_word_cannot_do_to_parts_of_tables_is_reported_once(part: str, name: str) -> None:
    rows = "<thead><tr><th>a<th>b</thead><tr><td>c<td>d<tr><td>e<td>f"
    found = lowered(f"<table>{rows}</table>", f"{part} {{ {name} }}")
    (problem,) = found.problems
    assert problem.endswith(f"found {name.partition(':')[0]} on <{part}>")


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        (
            "word-spacing: 3pt",
            "expected spaces as wide as the font has them, found word-spacing on <span>",
        ),
        (
            "text-decoration: overline",
            "expected lines under or through text, found text-decoration on <span>",
        ),
        (
            "line-height: 3",
            "expected lines as high as their paragraph's, found line-height on <span>",
        ),
        (
            "position: relative; left: 3pt",
            "expected boxes in their own places, found `position: relative` on <span>",
        ),
    ],
)
def test_what_word_cannot_do_to_words_is_reported(css: str, expected: str) -> None:
    found = lowered("<p>a <span>b b</span> <span>c</span></p>", f"span {{ {css} }}")
    assert found.problems == [f"Word edition: {expected}"]


@pytest.mark.parametrize(
    "css",
    [
        "border-radius: 0",
        "orphans: 1; widows: 2",
        "orphans: 3; break-inside: avoid",
        "font-variant-numeric: tabular-nums",
        "bookmark-level: none",
        "opacity: 1",
        "transform: none",
        "background: none",
        "word-spacing: normal",
        "text-decoration: underline",
    ],
)
def test_values_that_do_nothing_are_not_reported(css: str) -> None:
    assert lowered("<div><p>a</p></div>", f"div {{ {css} }}").problems == []


def test_reports_name_the_place_in_the_style_sheet() -> None:
    diagnostics = Diagnostics()
    css = "\n\n  div { border-radius: 2pt; background: red }"
    lower(styled(page("<div><p>a</p></div>"), css), faces(), diagnostics)
    (found,) = diagnostics
    assert found.span
    assert found.span.file.endswith("test.css")
    assert (found.span.line, found.span.column) == (3, 9)


@pytest.mark.parametrize("selector", [":blank", ":nth(3)", ":nth(2n+1)", "front:nth(2 of front)"])
def test_pages_that_word_does_not_tell_apart_are_reported(selector: str) -> None:
    (problem,) = lowered("<p>a</p>", f"@page {selector} {{ color: red }}").problems
    assert "expected @page rules for first, left, right or named pages" in problem


@pytest.mark.parametrize(
    "selector", [":first", ":left", "front", ":nth(1 of front)", "front:first"]
)
def test_pages_that_word_knows_are_not_reported(selector: str) -> None:
    assert lowered("<p>a</p>", f"@page {selector} {{ margin-top: 9pt }}").problems == []


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        ("bleed: 6mm", "expected pages without a bleed, found bleed on @page"),
        ("marks: crop", "expected pages without marks for printers, found marks on @page"),
        ("max-height: 90pt", "expected text that fills its page, found max-height on @page"),
        (
            "counter-increment: page 2",
            "expected page numbers that go up by one, found counter-increment on @page",
        ),
        (
            "@top-left { content: 'x'; opacity: 0.5 }",
            "expected boxes that are not translucent, found opacity on @top-left",
        ),
        (
            "@top-left { content: 'x'; border-left: 1pt solid }",
            "expected lines above and below headers, found border-left on @top-left",
        ),
        (
            "@left-middle { content: 'x'; border-top: 1pt solid }",
            "expected lines above and below headers, found border-top on @left-middle",
        ),
        (
            "@top-left { content: 'x'; height: 9pt }",
            "expected boxes as high as their margin, found height on @top-left",
        ),
        (
            "@top-left { content: 'x'; text-indent: 9pt }",
            "expected lines that begin at the edge of their box, found text-indent on @top-left",
        ),
        (
            "@top-left { content: 'x'; background: red } @top-right { content: 'y' }",
            "expected equal fills for all boxes of an edge, found others",
        ),
    ],
)
def test_what_pages_of_word_have_not_is_reported_once(css: str, expected: str) -> None:
    assert lowered("<p>a</p>", f"@page {{ {css} }}").problems == [f"Word edition: {expected}"]


def test_pages_that_count_as_word_does_are_not_reported() -> None:
    css = "@page { counter-increment: page; width: auto; bleed: 0 }"
    assert lowered("<p>a</p>", css).problems == []


PICTURE = '<img alt="" src="data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22/%3E">'


@pytest.mark.parametrize("tag", ["table", "tbody", "tr", "td", "img"])
@pytest.mark.parametrize(
    "css",
    ["box-shadow: 1pt 1pt", "background-image: linear-gradient(red, blue)", "visibility: hidden"],
)
def test_parts_of_tables_and_pictures_are_looked_at_too(tag: str, css: str) -> None:
    picture = PICTURE.replace("<img", "<img width=9 height=9")
    body = f"<table><tbody><tr><td>a<td>b<tr><td>c<td>{picture}</table>"
    problems = lowered(body, f"{tag} {{ {css} }}").problems
    assert [f"found {css.partition(':')[0]} on <{tag}>" in one for one in problems] == [True]


def test_tables_that_are_turned_or_moved_are_reported() -> None:
    css = "table { transform: rotate(3deg); position: relative; top: 3pt; opacity: 0.5 }"
    problems = lowered("<table><tr><td>a</table>", css).problems
    assert {problem.rpartition("found ")[2] for problem in problems} == {
        "opacity on <table>",
        "transform on <table>",
        "`position: relative` on <table>",
    }


def test_corners_that_no_border_goes_around_are_not_reported() -> None:
    css = "tr { border-radius: 3pt } .x, .x td { border-collapse: collapse; border-radius: 3pt }"
    assert lowered("<table class=x><tr><td>a</table>", css).problems == []


@pytest.mark.parametrize(
    ("body", "css", "rule"),
    [
        ("<table><tr><td>a</td></tr></table>", "border-spacing: 9pt", "word-table-spacing"),
        (f"<p>x {PICTURE}</p>", "margin-top: 3pt", "word-picture-margin"),
        (PICTURE, "border-left: 1pt solid", "word-picture-border"),
        (PICTURE, "width: 30in", "word-picture-size"),
        ("<div><p>a</p></div>", "position: absolute", "word-flow"),
        ("<div><p>a</p><p>b</p></div>", "display: flex", "word-flow"),
        ("<aside><p>a</p><div>b</div></aside>", "float: left", "word-flow"),
    ],
)
def test_each_report_names_the_declaration_that_counts(body: str, css: str, rule: str) -> None:
    usual = "td { border: 1pt solid } img { width: 9pt; height: 9pt } aside { float: left }\n"
    losing = f"* {{ {css} }} h1 {{ {css} }}\n" if rule != "word-flow" else f"h1 {{ {css} }}\n"
    winning = f"table.x, img.x, div.x {{ {css} }}"
    diagnostics = Diagnostics()
    marked = body.replace("<table", "<table class=x").replace("<img", "<img class=x")
    html = page(marked.replace("<div", "<div class=x"))
    lower(styled(html, "\n" + usual + losing + winning), faces(), diagnostics)
    (found,) = [one for one in diagnostics if one.rule == rule]
    assert found.span
    assert (found.span.line, found.span.column) == (4, winning.index(css) + 1)


@pytest.mark.parametrize(
    "css",
    [
        "background-color: #dddddd; position: fixed",
        "text-decoration-line: underline; position: fixed",
        "border-top-left-radius: 4pt; background: red",
        "outline-style: solid; color: red",
        "max-lines: 2; color: red",
    ],
)
def test_each_report_names_the_longhand_that_is_declared(css: str) -> None:
    diagnostics = Diagnostics()
    lower(styled(page("<div>a</div>"), f"\nh1 {{ {css} }}\ndiv {{ {css} }}"), faces(), diagnostics)
    (found,) = diagnostics
    assert found.span
    assert (found.span.line, found.span.column) == (3, 7)


@pytest.mark.parametrize(
    ("css", "line"),
    [
        ("div { background: red }\nbody { background: #eee }", 2),
        ("div { background: red }\nbody { background-color: #eee }", 2),
        ("div { background: red }\n@page { background: #eee }@page :first { background: #ddd }", 2),
    ],
)
def test_the_colour_of_pages_is_reported_where_it_is_declared(css: str, line: int) -> None:
    diagnostics = Diagnostics()
    lower(styled(page("<div>a</div>"), f"\n{css}"), faces(), diagnostics)
    (found,) = diagnostics
    assert found.span
    assert found.span.line == line + 1


@pytest.mark.parametrize("written", ["position: absolute", "float: left"])
def test_a_report_of_a_style_attribute_names_the_element_alone(written: str) -> None:
    diagnostics = Diagnostics()
    body = f'<aside><p>a</p><div style="{written}">b</div></aside>'
    css = "\naside { float: left } h1 { position: absolute }"
    lower(styled(page(body), css), faces(), diagnostics)
    (found,) = diagnostics
    assert "found <div>" in found.message
    assert found.span is None


@pytest.mark.parametrize(
    "css",
    [
        "max-height: 90px",
        "height: auto",
        "height: 50%",
        "overflow: hidden",
        "text-align: justify",
        "text-align: center",
        "text-align: center; text-align-last: center",
        "text-align: left; text-align-last: start",
        "background-clip: content-box",
        "background: yellow; background-clip: padding-box",
        "font-variant-ligatures: common-ligatures",
        "tab-size: 8",
    ],
)
def test_what_does_no_harm_is_not_reported(css: str) -> None:
    assert lowered("<div><p>a</p></div>", f"div {{ {css} }}").problems == []


def test_text_without_size_is_not_there() -> None:
    found = lowered("<p>a<span>b</span>", "span { font-size: 0 }")
    assert [run.text for run in found.paragraphs[0].inlines if isinstance(run, ir.Run)] == ["a"]


def test_what_one_declaration_gives_several_elements_is_told_of_the_first() -> None:
    css = "p, div, b { border-radius: 4pt } i { border-radius: 5pt } p, i { border: 1pt solid }"
    found = lowered("<p>a <b>b</b> <i>c</i></p><div>d</div>", css).problems
    assert [one.split()[-1] for one in found] == ["<p>", "<i>"]


def test_what_a_declaration_without_a_file_gives_several_elements_is_told_once() -> None:
    found = Diagnostics()
    css = "p, div, b { border-radius: 4pt; background: red }"
    html_to_docx("<p>a <b>b</b></p><div>d</div>", css=css, diagnostics=found)
    (problem,) = found
    assert problem.message.endswith("<p>")


def test_several_things_that_one_declaration_asks_for_are_told_of_each() -> None:
    css = "b, i { display: inline-block; padding: 20pt 1pt; background: #eeeeee }"
    found = lowered("<p>a <b>b</b> <i>c</i></p>", css).problems
    assert [one.partition(", found")[0] for one in found] == [
        "Word edition: expected words as high as their line",
        "Word edition: expected words without room around them",
    ]


def test_ends_of_pages_are_of_blocks_alone() -> None:
    css = "b { orphans: 4 } i { orphans: 5 } p { orphans: 6 }"
    found = lowered("<p>a <b>b</b> <i>c</i></p>", css).problems
    assert [one.split()[-1] for one in found] == ["<p>"]


@pytest.mark.parametrize(
    ("part", "side"),
    [(part, side) for part in ("table", "tr", "td") for side in ("top", "left")]
    + [("caption", "top")],
)
def test_parts_of_tables_that_are_moved_are_reported(part: str, side: str) -> None:
    css = f"{part} {{ position: relative; {side}: 3pt }}"
    (problem,) = lowered("<table><caption>t</caption><tr><td>a<td>b</table>", css).problems
    assert problem.endswith(f"found `position: relative` on <{part}>")


@pytest.mark.parametrize("css", ["sup { line-height: 0 }", "code { line-height: 1 }"])
def test_words_in_lines_that_are_no_higher_are_not_reported(css: str) -> None:
    assert lowered("<p>a<sup>2</sup> <code>b</code></p>", css).problems == []


@pytest.mark.parametrize("css", ["ul { text-indent: 20pt }", "li { text-indent: -9pt }"])
def test_first_lines_of_items_that_begin_elsewhere_are_reported(css: str) -> None:
    (problem,) = lowered("<ul><li>a<li>b</ul>", css).problems
    assert problem.endswith("begins beside the number, found text-indent on <li>")


@pytest.mark.parametrize("css", ["list-style: none", "list-style-position: inside"])
def test_items_without_a_number_outside_have_their_first_line_indented(css: str) -> None:
    found = lowered("<ul><li>a<li>b</ul>", f"ul {{ text-indent: 20pt; {css} }}")
    assert found.problems == []


@pytest.mark.parametrize(
    "name",
    [
        "background: yellow",
        "border: 1pt solid",
        "letter-spacing: 2pt",
        "text-decoration: underline",
        "text-indent: 9pt",
    ],
)
def test_what_watermarks_have_not_is_reported(name: str) -> None:
    css = f"div {{ position: fixed; top: 0; {name} }}"
    (problem,) = lowered("<div>DRAFT</div><p>a</p>", css).problems
    assert problem.endswith(f"in fixed boxes, found {name.partition(':')[0]} on <div>")


@pytest.mark.parametrize("name", ["height", "min-height", "max-height"])
def test_heights_of_captions_are_reported(name: str) -> None:
    css = f"caption {{ {name}: 40pt; overflow: hidden }}"
    assert lowered("<table><caption>t</caption><tr><td>a<td>b</table>", css).problems == [
        f"Word edition: expected captions as high as their text, found {name} on <caption>"
    ]


@pytest.mark.parametrize("rule", ["counter-reset: page 1", "counter-set: a page", "counter-set: a"])
def test_page_numbers_that_an_element_sets_are_reported(rule: str) -> None:
    found = lowered("<section><p>x</p></section>", f"section {{ {rule} }}")
    name, _, values = rule.partition(":")
    message = f"expected page numbers that @page sets, found {name} on <section>"
    assert found.problems == ([f"Word edition: {message}"] if "page" in values else [])


@pytest.mark.parametrize(
    ("css", "body", "count"),
    [
        ("word-spacing: 3pt", "<p class=x>one</p>", 0),
        ("word-spacing: 3pt", "<p class=x>one <b>two</b></p>", 1),
        ("font-kerning: none", "<p class=x>a <b>b</b></p>", 0),
        ("font-kerning: none", "<p class=x>ab</p>", 1),
        ("font-feature-settings: 'smcp'", "<p class=x>&nbsp;<br></p>", 0),
        ("text-align-last: right", "<p>a <span class=x>b</span></p>", 0),
        ("text-align-last: right; display: inline-block", "<p>a <span class=x>b</span></p>", 0),
        ("border-radius: 3pt", "<p class=x>a</p>", 0),
        ("border-radius: 3pt; background: red", "<p class=x>a</p>", 1),
        ("border-radius: 3pt; border-left: 1pt solid", "<p class=x>a</p>", 1),
    ],
)
def test_what_changes_nothing_is_not_reported(css: str, body: str, count: int) -> None:
    assert len(lowered(body, f".x {{ {css} }}").problems) == count
