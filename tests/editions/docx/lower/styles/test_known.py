from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.editions.docx.lint import faults
from tests.editions.docx.words import lowered, parts, text
from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.styles.known import with_characters
from triplicate.editions.docx.lower.styles.probe import probe_markup
from triplicate.editions.docx.names import LONGEST_ID, style_id

NAMED = '.lead { font-size: 12pt; --word-style: "Lead" }'


def test_a_rule_may_name_its_style() -> None:
    found = lowered('<p class="lead">x</p>', NAMED)
    assert found.paragraphs[0].style == "Lead"
    assert found.style("Lead").run.size == 24


def test_a_name_is_not_inherited() -> None:
    found = lowered("<section class='lead'><p>x</p></section>", NAMED)
    assert found.paragraphs[0].style == "Body Text"


def test_styles_depend_on_the_style_sheet_alone() -> None:
    one = lowered("<p>x</p>", NAMED).document
    other = lowered('<h2>a</h2><p class="lead">x</p><ul><li>y</li></ul>', NAMED).document
    assert one.styles == other.styles
    assert one.table_styles == other.table_styles


def test_a_named_rule_says_best_what_its_style_looks_like() -> None:
    css = 'h1 { font-size: 30pt } .title { font-size: 20pt; --word-style: "Title" }'
    found = lowered('<h1 class="title">x</h1>', css)
    assert found.style("Title").run.size == 40
    assert found.paragraphs[0].inlines == (ir.Run("x"),)


def test_a_page_break_after_a_named_rule_is_no_part_of_other_styles() -> None:
    css = """.a .b { --word-style: "B" } .a { page: a; break-after: page }
      .c { --word-style: "C" } .d { --word-style: "D"; break-before: page }"""
    found = lowered("<table><tr><td>x</table>", css)
    names = [style.name for style in found.document.styles]
    assert len(names) == len(set(names))
    begins = {s.name for s in found.document.styles if s.paragraph.page_break_before}
    assert begins == {"D"}


def test_only_what_differs_is_stated_in_the_document() -> None:
    found = lowered('<p>a</p><p style="color: #ff0000; margin-left: 5pt">b</p>')
    plain, special = found.paragraphs
    assert plain.format == ir.ParagraphFormat()
    assert special.format == ir.ParagraphFormat(left=100)
    assert special.inlines == (ir.Run("b", "", ir.RunFormat(color="FF0000")),)


@pytest.mark.parametrize(
    ("selector", "element"),
    [
        (".box", '<p class="box">x</p>'),
        ("section.a > p.b", '<section class="a"><p class="b">x</p></section>'),
        ("h2 + p", "<h2>x</h2><p>x</p>"),
        ("#one[lang=fr]", '<p id="one" lang="fr">x</p>'),
        (".title", '<h1 class="title">x</h1>'),
    ],
)
def test_the_probe_holds_an_element_for_each_naming_rule(selector: str, element: str) -> None:
    css = f'/* {{ --word-style: no }} */ {selector} {{ color: red; --word-style: "X" }}'
    assert element in probe_markup(css, "en", "ltr")


def test_a_selector_the_probe_cannot_meet_is_defined_by_its_first_use() -> None:
    found = lowered("<p>a</p><p>b</p>", 'p:last-child { --word-style: "Last"; color: #00ff00 }')
    assert found.paragraphs[1].style == "Last"
    assert found.style("Last").run.color == "00FF00"
    assert found.paragraphs[1].inlines == (ir.Run("b"),)


def test_bold_in_bold_is_not_bold_in_word() -> None:
    bold = ir.RunFormat(bold=True)
    assert with_characters(bold, bold).bold is False
    assert with_characters(bold, ir.RunFormat()).bold is True


def test_the_menu_begins_with_the_names_of_the_style_sheet() -> None:
    names = [style.name for style in lowered("<p>x</p>", NAMED).document.styles]
    assert names[:3] == ["Lead", "Title", "Body Text"]


@pytest.mark.parametrize(
    "selector",
    [r"p[\@click]", r"p[title='\1 ']", ".a[class=b]", "p[lang][lang=de]", r"\31 23", r".\31 a"],
)
def test_a_selector_may_say_what_markup_may_not(selector: str) -> None:
    css = selector + ' { --word-style: "Own" }'
    names = [style.name for style in lowered("<p>x</p>", css).document.styles]
    assert "Body Text" in names


def test_styles_of_one_name_and_several_kinds_are_parted() -> None:
    css = '.a { --word-style: "House" } p.b { --word-style: "Emphasis" }'
    body = "<p class=a>p <b class=a>b</b></p><table class=a><tr><td>c</table>"
    found = lowered(f"{body}<p class=b>q <em>e</em></p>", css)
    first, second = (one for one in found.paragraphs if text(one))
    assert (first.style, first.inlines[1].style) == ("House", "House Char")  # type: ignore[union-attr]
    assert (second.style, second.inlines[1].style) == ("Emphasis", "Emphasis Char")  # type: ignore[union-attr]
    assert found.tables[0].style == "House Table"
    names = [style.name for style in found.document.styles]
    assert {"House", "House Char", "Emphasis", "Emphasis Char"} <= set(names)
    assert "House Table" in [style.name for style in found.document.table_styles]
    assert faults(parts(found.document)) == []


NAMES = [
    *("Note Text", "note text", "NOTE TEXT", "Note-Text", "note_text", "NoteText", " Note  Text "),
    *("body-text", "Normal", "normal", "Default Paragraph Font", "no list", "Table Normal"),
    *("after table", "table text", "code", "Code Char", "!!!", "???", "heading-1", "Heading 1"),
    *("Körper", "KÖRPER", "Running T", "a, b; c", "{a} b c", 'd "e"', "Table Wide", "Emphasis"),
    *("List Bullet 2", "Table Grid"),
]


@given(
    st.lists(st.sampled_from(NAMES), min_size=1, max_size=8),
    st.lists(st.sampled_from(["p", "b", "table"]), min_size=8, max_size=8),
)
@settings(deadline=None, max_examples=60, derandomize=True)
def test_names_of_styles_are_told_apart_by_letters(names: list[str], tags: list[str]) -> None:
    css = "@page { @top-left { content: string(t) string(T) } }"
    css += "b { string-set: t content() } p { string-set: T content() }"
    body = "<p>a <b>b</b><p>a <b>b</b> <em>c</em> <code>d</code>"
    for number, (name, tag) in enumerate(zip(names, tags, strict=False)):
        quoted = name.replace('"', '\\"')
        css += f'.x{number} {{ --word-style: "{quoted}" }}'
        inner = "<tr><td>x" if tag == "table" else "x"
        body += f"<div><{tag} class=x{number}>{inner}</{tag}></div>"
    body += "<table class=wide><tr><td style='border: 1px solid'>x</table>"
    assert faults(parts(lowered(body, css).document)) == []


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("x" * 300, "x" * 240),
        ("ab " * 100, "ab " * 79 + "ab"),
        ("\U0001f600" * 140, "\U0001f600" * 120),
        ("\\1 Note\\200B  \\202E Text\\FFFE  x", "Note Text x"),
        ("Note, {a}; b", "Note a b"),
    ],
)
def test_what_word_does_not_take_of_a_name_is_left_out_and_told(written: str, kept: str) -> None:
    found = lowered("<p class=a>a<p>b<p class=a>c", f'.a {{ --word-style: "{written}" }}')
    assert [block.style for block in found.paragraphs] == [kept, "Body Text", kept]
    (message,) = found.problems
    assert message.startswith("Word edition: expected a name that Word takes, found ")
    assert len(style_id(kept)) <= LONGEST_ID
    assert faults(parts(found.document)) == []


@pytest.mark.parametrize(
    "name", ["1", "1 Note", "...", "\u2014", "\u65e5\u672c", "\u0663", "\ufb01"]
)
def test_names_begin_with_digits_or_have_no_letters(name: str) -> None:
    found = lowered("<p class=a>a<p>b", f'.a {{ --word-style: "{name}" }}')
    assert [block.style for block in found.paragraphs] == [name, "Body Text"]
    assert found.problems == []
    assert faults(parts(found.document)) == []


def test_a_name_of_which_word_takes_nothing_is_none() -> None:
    found = lowered("<p class=a>a", '.a { --word-style: "\\1 ;" }')
    assert found.paragraphs[0].style == "Body Text"
    assert len(found.problems) == 1


def test_a_name_in_other_letters_is_the_first_one() -> None:
    css = '.a { --word-style: "Note Text" } .b { --word-style: "note-text"; color: red }'
    found = lowered("<p class=a>a</p><p class=b>b</p>", css)
    first, second = found.paragraphs
    assert (first.style, second.style) == ("Note Text", "Note Text")
    assert second.mark.color == "FF0000"
    assert found.problems == [
        'Word edition: expected names of styles that differ in their letters, found "note-text"'
    ]


def test_text_may_have_the_style_of_all_text() -> None:
    found = lowered("<p class=a>a</p>", '.a { --word-style: "normal" }')
    assert found.paragraphs[0].style == "Normal"
    assert faults(parts(found.document)) == []


def test_a_caption_looks_like_those_that_rules_are_for() -> None:
    figure = '<figure><img alt="" src="data:,"><figcaption>x</figcaption></figure>'
    table = "<table><caption>x</caption><tr><td>y</table>"
    assert lowered(table, "caption { color: red }").style("caption").run.color == "FF0000"
    css = "caption { color: red } figcaption { color: blue }"
    assert lowered(figure + table, css).style("caption").run.color == "0000FF"


def test_keys_and_changes_have_styles_of_their_own() -> None:
    css = "kbd { border: 1pt solid } del { color: red }"
    found = lowered("<p><kbd>a</kbd> <code>b</code> <ins>c</ins> <del>d</del>", css)
    (paragraph,) = found.paragraphs
    runs = [run for run in paragraph.inlines if isinstance(run, ir.Run) and run.text.strip()]
    assert [run.style for run in runs] == ["Keyboard", "Code", "Inserted Text", "Deleted Text"]
    assert {run.format for run in runs} == {ir.RunFormat()}
    assert "Deleted Text" in {s.name for s in lowered("<p>x", css).document.styles}
    assert "Deleted Text" not in {s.name for s in lowered("<p>x").document.styles}


def test_each_style_says_what_follows_it() -> None:
    found = lowered("<h1>x</h1><p>x</p>")
    following = {
        name: found.style(name).next
        for name in ("Title", "heading 1", "caption", "Body Text", "Table Heading", "List Bullet")
    }
    assert following == {
        **dict.fromkeys(("Title", "heading 1", "caption"), "Body Text"),
        # Return in these makes another one.
        **dict.fromkeys(("Body Text", "Table Heading", "List Bullet"), ""),
    }


def test_the_paragraphs_of_items_do_not_keep_with_the_next_for_what_follows_in_the_probe() -> None:
    found = lowered("<ul><li><p>x</p><p>y</p></li></ul><p>z</p>")
    assert not found.style("List Continue").paragraph.keep_next
