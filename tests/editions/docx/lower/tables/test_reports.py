"""What tables and their captions ask for in vain."""

from __future__ import annotations

import pytest

from tests.editions.docx.words import lowered

TABLE = "<p>a</p><table><caption>t</caption><tr><td>b<td>c</table><p>d</p>"


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        (
            "caption { break-after: page }",
            "expected captions on the page of their table, found break-after on <caption>",
        ),
        (
            "caption { block-size: 60pt }",
            "expected captions as high as their text, found block-size on <caption>",
        ),
        (
            "caption { page: wide }",
            "expected named pages outside of tables, floating boxes, notes and margins, "
            "found `page: wide` on <caption>",
        ),
        (
            "table { border: 2pt solid } td { border: 2pt solid red }",
            "expected borders of cells or of their table, found both in <table>",
        ),
        (
            "table { max-height: 9pt; overflow: hidden }",
            "expected tables as high as their rows, found max-height in <table>",
        ),
    ],
)
def test_what_tables_cannot_have_in_word_is_reported(css: str, expected: str) -> None:
    (problem,) = lowered(TABLE, css).problems
    assert problem.removeprefix("Word edition: ").replace(" on <table>", " in <table>") == expected


@pytest.mark.parametrize(
    "css",
    [
        "table { border: 1px outset } td { border: 1px inset }",
        "table { border: 2pt solid; border-collapse: collapse } td { border: 2pt solid red }",
    ],
)
def test_borders_of_which_one_is_seen_are_not_reported(css: str) -> None:
    assert lowered(TABLE, css).problems == []


def test_a_double_border_is_as_thick_as_both_of_its_lines() -> None:
    css = "table { border: 2pt double } td { border: 1pt solid }"
    found = lowered(TABLE, css)
    assert "double" in str((found.document.table_styles, found.tables))


def test_the_padding_of_a_table_is_room_around_it() -> None:
    css = "p { margin: 0 } table { border-spacing: 0; padding: 9pt 0 } "
    found = lowered("<p>a</p><table><tr><td>b<td>c</table><p>d</p>", css)
    first, last = found.paragraphs
    assert (first.format.after, last.format.before) == (180, 180)
