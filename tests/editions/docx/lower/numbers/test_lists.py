from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.editions.docx.words import Lowered, lowered, page, styled, text
from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.numbers.numbering import Numberings


def shown(found: Lowered) -> list[str]:
    """Each list paragraph's number or bullet and its text."""
    numberings = Numberings()
    for levels in found.document.numberings:
        numberings.define(levels)
    numberings.instances = list(found.document.instances)
    lines = []
    for paragraph in found.paragraphs:
        number = paragraph.number or found.style(paragraph.style).number
        mark = numberings.count(number) if number and number.instance else ""
        lines.append(f"{mark} {text(paragraph)}".strip())
    return lines


def test_items_are_numbered_by_word() -> None:
    found = lowered("<ol><li>One</li><li>Two</li></ol>")
    assert shown(found) == ["1. One", "2. Two"]
    assert {paragraph.style for paragraph in found.paragraphs} == {"List Number"}


def test_the_first_list_needs_nothing_beyond_its_style() -> None:
    found = lowered("<ol><li>One</li></ol><p>x</p>")
    assert found.paragraphs[0].number is None
    assert found.paragraphs[0].format == ir.ParagraphFormat()


def test_the_level_that_a_style_numbers_names_the_style() -> None:
    inner = "<ul><li>x</li></ul>"
    found = lowered(f"<ol><li>One{inner}</li></ol><p>x</p><ol><li>Two</li></ol>{inner}")
    named = {
        level.style: (index, depth)
        for index, levels in enumerate(found.document.numberings)
        for depth, level in enumerate(levels)
        if level.style
    }
    names = ("List Number", "List Bullet", "List Bullet 2")
    uses = {name: found.style(name).number for name in names}
    assert named == {
        name: (found.document.instances[use.instance - 1].numbering, use.level)
        for name, use in uses.items()
        if use is not None
    }


def test_a_second_list_starts_again() -> None:
    found = lowered("<ol><li>A</li><li>B</li></ol><p>x</p><ol><li>C</li><li>D</li></ol>")
    assert shown(found) == ["1. A", "2. B", "x", "1. C", "2. D"]


def test_a_list_may_start_anywhere() -> None:
    found = lowered('<ol style="counter-reset: list-item 4"><li>Five</li><li>Six</li></ol>')
    assert shown(found) == ["5. Five", "6. Six"]


def test_lists_nest_and_start_again_inside_each_item() -> None:
    inner = "<ol><li>x</li><li>y</li></ol>"
    found = lowered(f"<ol><li>A{inner}</li><li>B{inner}</li></ol>")
    assert shown(found) == ["1. A", "1. x", "2. y", "2. B", "1. x", "2. y"]
    assert [found.number(paragraph).level for paragraph in found.paragraphs] == [0, 1, 1, 0, 1, 1]


def test_a_list_with_the_lists_in_it_is_one_definition() -> None:
    found = lowered("<ol><li>A<ul><li>x</li></ul></li></ol>")
    instances = {found.number(p).instance for p in found.paragraphs}
    used = {found.document.instances[instance - 1].numbering for instance in instances}
    assert len(used) == 1
    assert [found.level(p).format for p in found.paragraphs] == ["decimal", "bullet"]


def test_css_list_styles_become_words_formats() -> None:
    styles = ["lower-alpha", "upper-roman", "decimal-leading-zero"]
    body = "".join(f'<ol style="list-style-type: {s}"><li>x</li></ol>' for s in styles)
    found = lowered(body)
    assert shown(found) == ["a. x", "I. x", "01. x"]


def test_later_paragraphs_of_an_item_continue_it() -> None:
    found = lowered("<ol><li><p>One</p><p>More</p></li><li>Two</li></ol>")
    assert shown(found) == ["1. One", "More", "2. Two"]
    assert found.paragraphs[1].style == "List Continue"
    look = ir.overlay(found.style("List Continue").paragraph, found.paragraphs[1].format)
    assert (look.left, look.first_line) == (480, 0)


def test_numbers_of_one_width_begin_and_others_end_at_one_place() -> None:
    short = lowered("<ol>" + "<li>x</li>" * 3 + "</ol>")
    long = lowered("<ol>" + "<li>x</li>" * 12 + "</ol>")
    assert short.level(short.paragraphs[0]).align == "left"
    assert long.level(long.paragraphs[0]).align == "right"
    assert shown(long)[-1] == "12. x"


def test_a_bullet_is_the_one_of_the_style_sheet() -> None:
    found = lowered("<ul><li>x</li></ul>", 'ul { list-style-type: "– " }')
    assert found.level(found.paragraphs[0]).text == "–"


def test_a_list_without_markers_is_only_indented() -> None:
    found = lowered("<ul><li>x</li></ul>", "ul { list-style-type: none }")
    assert found.paragraphs[0].style == "List Continue"


def test_an_item_that_begins_with_a_list_keeps_its_number() -> None:
    found = lowered("<ol><li><ol><li>inner</li></ol></li></ol>")
    assert shown(found) == ["1.", "1. inner"]


def literals(found: Lowered) -> list[str]:
    return [found.level(p).format for p in found.paragraphs]


def test_markers_that_word_cannot_count_are_right_all_the_same_and_reported_once() -> None:
    found = lowered('<ol style="list-style-type: lower-greek"><li>x</li><li>y</li></ol>')
    assert shown(found) == ["α. x", "β. y"]
    assert literals(found) == ["bullet", "bullet"]
    assert found.problems == [
        "Word edition: expected list numbers that Word can count, found "
        "`list-style-type: lower-greek`"
    ]


OTHER_SCRIPTS = {
    "hebrew": ("hebrew1", "יד.", "טו."),
    "japanese-informal": ("japaneseCounting", "十四、", "十五、"),
    "katakana": ("aiueoFullWidth", "セ、", "ソ、"),
    "katakana-iroha": ("irohaFullWidth", "カ、", "ヨ、"),
}


@pytest.mark.parametrize("name", OTHER_SCRIPTS)
def test_numbers_in_other_scripts_count(name: str) -> None:
    number_format, *numbers = OTHER_SCRIPTS[name]
    found = lowered("<ol>" + "<li>x</li>" * 15 + "</ol>", f"ol {{ list-style-type: {name} }}")
    assert shown(found)[-2:] == [f"{number} x" for number in numbers]
    assert set(literals(found)) == {number_format}
    assert len({found.number(paragraph).instance for paragraph in found.paragraphs}) == 1
    assert found.problems == []


@pytest.mark.parametrize(
    ("name", "number_format", "most"),
    [
        ("cjk-decimal", "ideographDigital", 9),
        ("cjk-earthly-branch", "ideographZodiac", 12),
        ("cjk-heavenly-stem", "ideographTraditional", 10),
    ],
)
def test_numbers_that_css_and_word_write_in_two_ways_are_bullets(
    name: str, number_format: str, most: int
) -> None:
    items = "<li>x</li>" * (most + 1)
    found = lowered(f"<ol>{items}</ol>", f"ol {{ list-style-type: {name} }}")
    assert literals(found) == [number_format] * most + ["bullet"]
    assert [name in problem for problem in found.problems] == [True]


def test_letters_after_z_are_those_of_the_pdf() -> None:
    found = lowered("<ol>" + "<li>x</li>" * 29 + "</ol>", "ol { list-style-type: lower-alpha }")
    assert shown(found)[24:] == ["y. x", "z. x", "aa. x", "ab. x", "ac. x"]
    assert literals(found)[24:] == ["lowerLetter"] * 3 + ["bullet"] * 2


def test_counter_styles_of_the_style_sheet_are_shown() -> None:
    css = '@counter-style box { system: cyclic; symbols: "☐" "☑"; suffix: " " }'
    found = lowered('<ul style="list-style-type: box"><li>x</li><li>y</li></ul>', css)
    assert shown(found) == ["☐ x", "☑ y"]
    assert found.problems == []


def test_a_counter_style_with_numbers_counts() -> None:
    css = '@counter-style part { system: extends upper-roman; prefix: "Part "; suffix: ": " }'
    found = lowered('<ol style="list-style-type: part"><li>x</li><li>y</li></ol>', css)
    assert shown(found) == ["Part I: x", "Part II: y"]
    assert found.level(found.paragraphs[0]).text == "Part %1:"
    assert found.level(found.paragraphs[1]).format == "upperRoman"


COUNTERS = (
    "ol { counter-reset: n; list-style: none } li { counter-increment: n }"
    'li::before { content: counters(n, ".") " " }'
)


def test_numbers_of_nested_counters_name_the_levels_above() -> None:
    inner = "<ol><li>x</li><li>y</li></ol>"
    found = lowered(f"<ol><li>A{inner}</li><li>B{inner}</li></ol>", COUNTERS)
    assert shown(found) == ["1 A", "1.1 x", "1.2 y", "2 B", "2.1 x", "2.2 y"]
    assert found.level(found.paragraphs[1]).text == "%1.%2"
    assert len({found.number(p).instance for p in found.paragraphs}) == 1
    assert [text(p) for p in found.paragraphs][:2] == ["A", "x"]


def test_a_marker_inside_the_text_is_followed_by_its_space() -> None:
    found = lowered("<ol><li>x</li><li>y</li></ol>", "ol { list-style-position: inside }")
    assert shown(found) == ["1. x", "2. y"]
    level = found.level(found.paragraphs[0])
    assert (level.suffix, level.left, level.first_line) == ("space", 480, 0)


def test_a_list_that_counts_down_shows_the_numbers_of_the_pdf() -> None:
    css = "ol { counter-reset: list-item 4 } li { counter-increment: list-item -1 }"
    found = lowered("<ol><li>x</li><li>y</li><li>z</li></ol>", css)
    assert shown(found) == ["3. x", "2. y", "1. z"]


def test_an_item_may_have_a_number_out_of_turn() -> None:
    css = ".five { counter-reset: list-item 5; counter-increment: none }"
    found = lowered('<ol><li>x</li><li class="five">y</li><li>z</li></ol>', css)
    assert shown(found) == ["1. x", "5. y", "6. z"]


def test_a_picture_as_a_marker_becomes_a_bullet_and_is_reported() -> None:
    pixel = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
    found = lowered("<ul><li>x</li></ul>", f"ul {{ list-style-image: url({pixel}) }}")
    assert shown(found) == ["• x"]
    assert any("list-style-image" in problem for problem in found.problems)


@pytest.mark.parametrize("kind", ["decimal", "upper-roman"])
def test_a_list_that_counts_down_is_reported_once(kind: str) -> None:
    css = f"ol {{ counter-reset: list-item 4; list-style-type: {kind} }}"
    down = "<ol><li>a</li><li>b</li><li>c</li></ol>"
    found = lowered(down + down, css + " li { counter-increment: list-item -1 }")
    assert found.problems == [
        "Word edition: expected lists that count up, found <ol> counting down"
    ]
    assert len({found.number(paragraph).instance for paragraph in found.paragraphs}) == 6


def test_numbers_of_very_long_lists_that_count_down_are_text() -> None:
    items = "".join(f"<li>{number}" for number in range(1200))
    body = f"<ol><li>a<li>b</ol><ol class=x>{items}</ol><ol class=y><li>y<li>z</ol>"
    css = "ol { padding-left: 60pt } .x { counter-reset: list-item 1201 } "
    css += ".y { counter-reset: list-item 3 } .x li, .y li { counter-increment: list-item -1 }"
    found = lowered(body, css)
    assert len(found.document.instances) < 10
    shown = [text(paragraph) for paragraph in found.paragraphs]
    assert shown[:3] == ["a", "b", "1200.\t0"]
    assert shown[-3:] == ["1.\t1199", "y", "z"]
    (first, *_, last) = found.paragraphs[2:-2]
    assert first.number == last.number == ir.Number(0, 0)
    assert first.format.left == last.format.left == 1200
    assert first.format.first_line == last.format.first_line
    assert found.number(found.paragraphs[-2]).instance
    assert [("1000" in problem, "down" in problem) for problem in found.problems] == [
        (False, True),
        (True, True),
    ]


def test_lists_that_jump_are_not_reported() -> None:
    body = '<ol><li>a</li><li style="counter-set: list-item 7">b</li><li>c</li></ol>'
    assert lowered(body).problems == []


STYLES = ["decimal", "lower-alpha", "upper-roman", "lower-greek", "disc", "georgian"]
STYLES += ["hebrew", "cjk-decimal", "cjk-earthly-branch", "katakana"]


@st.composite
def list_html(draw: st.DrawFn, depth: int = 0) -> str:
    """A list of any style and start, with lists in its items; items may set their number."""
    items = ""
    for _ in range(draw(st.integers(1, 4))):
        own = draw(st.sampled_from(["", "", "", "counter-reset: list-item 7"]))
        inner = draw(list_html(depth + 1)) if depth < 2 and draw(st.booleans()) else ""
        items += f'<li style="{own}">x{inner}</li>'
    start = draw(st.integers(0, 30))
    style = f"list-style-type: {draw(st.sampled_from(STYLES))}; counter-reset: list-item {start}"
    return f'<ol style="{style}">{items}</ol>'


@settings(max_examples=40)
@given(st.lists(list_html(), min_size=1, max_size=3))
def test_word_always_shows_the_numbers_of_the_pdf(lists: list[str]) -> None:
    body = "<p>x</p>".join(lists)
    tree = styled(page(body))
    markers = [box for box in tree.root.descendants() if box.is_outside_marker]
    texts = ["".join(t.text for t in box.descendants() if hasattr(t, "text")) for box in markers]
    numbers = [line.removesuffix("x").strip() for line in shown(lowered(body))]
    assert [number for number in numbers if number] == [found.strip() for found in texts]


LEGAL = """ol { list-style: none; counter-reset: c } li { counter-increment: c }
li::before { content: counters(c, ".") " " } .abc { counter-reset: d }
.abc > li { counter-increment: d } .abc > li::before { content: "(" counter(d, lower-alpha) ") " }
"""


def test_lists_of_one_depth_may_count_in_two_ways() -> None:
    """As clauses of contracts do: (a) in 1.1, and 1.2.1 in 1.2."""
    clauses = "<li>A<ol><li>B<ol class=abc><li>C<li>D</ol><li>E<ol><li>F<li>G</ol></ol><li>H"
    found = lowered(f"<ol>{clauses}</ol>", LEGAL)
    numbers = ["1", "1.1", "(a)", "(b)", "1.2", "1.2.1", "1.2.2", "2"]
    assert shown(found) == [f"{n} {t}" for n, t in zip(numbers, "ABCDEFGH", strict=True)]
    assert "bullet" not in {found.level(paragraph).format for paragraph in found.paragraphs}
    assert found.problems == []


@pytest.mark.parametrize(
    "body",
    [
        "<li>x</li><li>y</li>",
        "<dir><li>x</li><li>y</li></dir>",
        '<div style="display: list-item">x</div><p style="display: list-item">y</p>',
    ],
)
def test_items_need_no_list_around_them(body: str) -> None:
    found = lowered(body)
    assert shown(found) == ["• x", "• y"]
    assert {found.number(paragraph).level for paragraph in found.paragraphs} == {0}


@pytest.mark.parametrize(
    ("box", "places"),
    [
        ("width: 30pt", (0, 0, 600)),
        ("width: 30pt; margin-right: 6pt", (0, 0, 720)),
        ("width: 30pt; margin-left: 10pt", (0, 200, 800)),
        ("width: 30pt; margin-left: -30pt", (0, -600, None)),
    ],
)
def test_a_number_in_a_box_stands_where_css_puts_it(
    box: str, places: tuple[int, int, int | None]
) -> None:
    css = "ol { list-style: none; padding: 0; counter-reset: c } li { counter-increment: c }"
    css += f"li::before {{ content: counter(c) '.'; display: inline-block; {box} }}"
    found = lowered("<ol><li>x<li>y</ol>", css)
    level = found.level(found.paragraphs[0])
    assert (level.left, level.first_line, level.tab) == places
    assert level.suffix == "tab"
    assert found.paragraphs[0].format.left in (None, level.left)


def test_a_number_that_does_not_hang_says_so_where_the_style_of_lists_does() -> None:
    """LibreOffice would take the indent of the style."""
    css = ".c { list-style: none } .c li::before { content: counter(list-item) '. ' }"
    found = lowered("<ol><li>x</ol><ol class=c><li>y</ol>", css)
    assert (found.style("List Number").paragraph.first_line or 0) < 0
    assert found.level(found.paragraphs[1]).first_line == 0
    assert found.paragraphs[1].format.first_line == 0


def test_a_paragraph_without_the_number_of_its_style_keeps_its_indents() -> None:
    """LibreOffice would take them away with the number."""
    found = lowered("<ul><li>a<li><div><table><tr><td>x</table>b</div></ul>")
    bare = [p for p in found.paragraphs if p.style == "List Bullet" and p.number == ir.Number(0, 0)]
    assert [text(paragraph) for paragraph in bare] == ["b"]
    assert {(p.format.left, p.format.first_line) for p in bare} == {(480, 0)}


def test_a_bullet_that_the_font_lacks_has_room_before_the_text() -> None:
    """A tab after a number that is wider than its room would go to the next stop."""
    found = lowered("<ul><li>x</ul>", "ul { list-style: '✓ '; font: 10pt Literata }")
    first_line = found.level(found.paragraphs[0]).first_line
    assert first_line is not None
    assert -300 < first_line < -200


def test_an_item_whose_number_looks_otherwise_is_reported() -> None:
    items = "<ol><li>a<li class=x>b<li>c</ol>"
    assert lowered(items, ".x::marker { color: red }").problems == [
        "Word edition: expected numbers of one look in a list, found an item with another"
    ]
    assert lowered(items, "::marker { color: red }").problems == []
    assert lowered(items, ".x { color: red; font-weight: bold }").problems == []
