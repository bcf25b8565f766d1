"""Markdown to prose with places."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triplicate.diagnostics import Diagnostics
from triplicate.load.markdown import parse_inline, parse_markdown
from triplicate.load.prose import (
    Block,
    Blocks,
    BulletList,
    Code,
    Emphasis,
    Heading,
    Inline,
    Inlines,
    LineBreak,
    Link,
    OrderedList,
    Paragraph,
    Quote,
    Reference,
    Strong,
    Text,
    Value,
    plain_text,
)
from triplicate.load.source import Excerpt, Source


def _parse(text: str) -> tuple[Blocks, Diagnostics]:
    found = Diagnostics()
    source = Source("a", text)
    return parse_markdown(Excerpt(source, text), found), found


def _paragraph(text: str) -> Inlines:
    blocks, found = _parse(text)
    assert not len(found), list(found)
    (block,) = blocks
    assert isinstance(block, Paragraph)
    return block.inlines


def _leaves(blocks: Blocks) -> Iterator[Inline]:
    for block in blocks:
        yield from _leaves_of(block)


def _leaves_of(block: Block) -> Iterator[Inline]:
    match block:
        case Paragraph(inlines):
            yield from _inner(inlines)
        case Heading(inlines=inlines):
            yield from _inner(inlines)
        case BulletList(items) | OrderedList(items):
            for item in items:
                yield from _leaves(item)
        case Quote(blocks):
            yield from _leaves(blocks)


def _inner(inlines: Inlines) -> Iterator[Inline]:
    for inline in inlines:
        if isinstance(inline, Emphasis | Strong | Link | Reference):
            yield from _inner(inline.children)
        else:
            yield inline


def _at(text: str, inline: Text | Code | Value) -> str:
    source, span = Source("a", text), inline.span
    start = source.offset(span.line, span.column)
    return text[start : source.offset(span.end_line, span.end_column)]


def test_emphasis_strength_code_and_breaks_are_known() -> None:
    assert _paragraph("a *b **c*** `d`\\\ne") == (
        Text("a "),
        Emphasis((Text("b "), Strong((Text("c"),)))),
        Text(" "),
        Code("d"),
        LineBreak(),
        Text("e"),
    )


def test_typed_characters_stay_as_typed() -> None:
    typed = "\"straight\" 'quotes' -- --- ... (c) “curly” – – Søren für"
    assert _paragraph(typed) == (Text(typed),)


def test_escapes_and_entities_become_what_they_mean() -> None:
    assert _paragraph("\\*a\\* &amp; \\{\\{ b }}") == (Text("*a* & {{ b }}"),)


def test_a_line_that_ends_is_a_blank() -> None:
    assert _paragraph("a\nb") == (Text("a b"),)


def test_values_are_parsed_with_their_filters() -> None:
    assert _paragraph("{{ a.b | count|spell_out }}") == (Value("a.b", ("count", "spell_out")),)


def test_values_inside_code_stay_text() -> None:
    assert _paragraph("`{{ a }}`") == (Code("{{ a }}"),)


def test_links_and_references_are_told_apart() -> None:
    assert _paragraph("[a](https://b.org/c?d=e&f) [](#g) [h](#g) <mailto:i@j.k>") == (
        Link("https://b.org/c?d=e&f", (Text("a"),)),
        Text(" "),
        Reference("g"),
        Text(" "),
        Reference("g", (Text("h"),)),
        Text(" "),
        Link("mailto:i@j.k", (Text("mailto:i@j.k"),)),
    )


def test_lists_keep_their_first_number_and_nest() -> None:
    blocks, found = _parse("3. a\n4. b\n   - c\n\n0) d\n")
    assert not len(found)
    first, second = blocks
    assert isinstance(first, OrderedList)
    assert first.start == 3
    assert isinstance(first.items[1][1], BulletList)
    assert isinstance(second, OrderedList)
    assert second.start == 0


def test_headings_may_carry_an_id() -> None:
    blocks, _ = _parse("## A *b* {#c-1}\n")
    assert blocks == (Heading(2, (Text("A "), Emphasis((Text("b"),))), "c-1"),)


def test_a_title_in_one_line_is_only_inlines() -> None:
    source = Source("a", "1. not *a* list")
    inlines = parse_inline(Excerpt(source, source.text), Diagnostics())
    assert inlines == (Text("1. not "), Emphasis((Text("a"),)), Text(" list"))


@pytest.mark.parametrize(
    "text",
    ["<b>", "![a](b)", "```\na\n```", "    a", "***", "|a|\n|-|", "<!-- a -->", "a<br>b"],
)
def test_what_a_report_cannot_carry_is_told(text: str) -> None:
    _, found = _parse(text)
    assert [item.rule for item in found][:1] == ["markdown-vocabulary"]


def test_nesting_without_end_is_told() -> None:
    for text in ("> " * 200 + "a", "- " * 200 + "a"):
        _, found = _parse(text)
        assert found.has_errors


def test_places_are_exact_in_lists_quotes_and_headings() -> None:
    text = (
        "# One {{ a }}\n\n> two *three*\n> four `five`\n\n- six\n  seven {{ b }}\n\n   8 **nine**"
    )
    blocks, _ = _parse(text)
    leaves = list(_leaves(blocks))
    for leaf in leaves:
        if isinstance(leaf, Value):
            assert _at(text, leaf) == f"{{{{ {leaf.path} }}}}"
        if isinstance(leaf, Code):
            assert _at(text, leaf) == f"`{leaf.text}`"
        if isinstance(leaf, Text):
            assert _at(text, leaf).strip("> \n").split() == leaf.text.split()
    assert [leaf.path for leaf in leaves if isinstance(leaf, Value)] == ["a", "b"]


@given(st.text(st.sampled_from("abc *_`#>-+1.\n")))
def test_no_letter_is_lost_in_silence(text: str) -> None:
    blocks, found = _parse(text)
    if not len(found):
        letters = [char for char in text if char in "abc"]
        read = "".join(plain_text((leaf,)) for leaf in _leaves(blocks))
        assert [char for char in read if char in "abc"] == letters


@given(st.text(st.sampled_from("ab *_#>-\n")))
def test_texts_stand_where_they_say(text: str) -> None:
    blocks, _ = _parse(text)
    for leaf in _leaves(blocks):
        if isinstance(leaf, Text) and leaf.text.strip().isalpha():
            assert leaf.text.strip() in _at(text, leaf)


@given(st.text())
def test_any_text_gives_prose_or_diagnostics(text: str) -> None:
    found = Diagnostics()
    source = Source("a", text.replace("\r", "\n"))
    parse_markdown(Excerpt(source, source.text), found)
    parse_inline(Excerpt(source, source.text), found)
    lines = source.text.count("\n") + 1
    assert all(one.span and 1 <= one.span.line <= lines for one in found)
