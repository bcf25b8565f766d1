"""Text in columns: sections that begin and end on the page."""

from __future__ import annotations

import pytest

from tests.editions.docx.words import Lowered, W, lowered, parts, text
from triplicate.editions.docx import ir


def shown(found: Lowered) -> list[tuple[str, ir.TextColumns | None, list[str]]]:
    return [
        (
            section.begins,
            section.columns,
            [text(block) for block in section.blocks if isinstance(block, ir.Paragraph)],
        )
        for section in found.document.sections
    ]


@pytest.mark.parametrize(
    ("css", "number", "gap"),
    [
        ("columns: 2", 2, 200),
        ("columns: 3; column-gap: 20pt", 3, 400),
        ("columns: 100pt; column-gap: 0", 4, 0),
        ("columns: 150pt 5; column-gap: 10pt", 2, 200),
    ],
)
def test_columns_are_a_section_between_others(css: str, number: int, gap: int) -> None:
    found = lowered("<p>a</p><div><p>b</p><p>c</p></div><p>d</p>", f"div {{ {css} }}")
    columns = ir.TextColumns(number, gap, False)
    assert shown(found) == [
        ("nextPage", None, ["a"]),
        ("continuous", columns, ["b", "c"]),
        ("continuous", None, ["d"]),
    ]
    assert found.problems == []


@pytest.mark.parametrize("after", ["", "<p style='break-before: recto'>c</p>"])
def test_columns_that_a_page_or_nothing_follows_are_equally_high(after: str) -> None:
    """As in CSS: Word fills the first column where no section goes on below."""
    found = lowered(f"<div><p>a</p><p>b</p></div>{after}", "div { columns: 2 }")
    first, end, *_ = found.document.sections
    assert first.columns == ir.TextColumns(2, 200, False)
    assert (end.begins, end.columns) == ("continuous", None)
    (paragraph,) = end.blocks
    assert paragraph == ir.Paragraph("After Table")


def test_word_gets_the_columns_with_a_line() -> None:
    css = "div { columns: 2; column-gap: 12pt; column-rule: 1pt solid #000000 }"
    root = parts(lowered("<p>a</p><div><p>b</p></div>", css).document)["word/document.xml"]
    columns = root.find(f".//{W}cols")
    stated = {name.removeprefix(W): value for name, value in columns.attrib.items()}
    assert stated == {"num": "2", "sep": "1", "space": "240"}


def test_headers_and_footers_stay() -> None:
    css = (
        "@page { @top-left { content: 'H' } } @page :first { @top-left { content: 'F' } } "
        "div { columns: 2 }"
    )
    first, second, third = lowered("<p>a</p><div><p>b</p></div><p>c</p>", css).document.sections
    assert first.first_differs
    assert (second.first_differs, third.first_differs) == (False, False)
    assert first.headers.default == second.headers.default == third.headers.default


def test_the_text_is_as_wide_as_a_column() -> None:
    css = "div { columns: 2; column-gap: 20pt; margin: 0 30pt } img { width: 100% }"
    found = lowered("<p>a</p><div><p>b</p></div>", css)
    _, section, _ = found.document.sections
    assert section.margins[:4] == (1000, 1600, 1000, 1600)
    (paragraph,) = (block for block in section.blocks if isinstance(block, ir.Paragraph))
    assert (paragraph.format.left, paragraph.format.right) == (None, None)


def test_what_spans_all_columns_is_in_one() -> None:
    css = "div { columns: 2 } h2 { column-span: all }"
    found = lowered("<div><p>a</p><h2>b</h2><p>c</p></div><p>d</p>", css)
    assert [(columns is None, words) for _, columns, words in shown(found)] == [
        (False, ["a"]),
        (True, ["b"]),
        (False, ["c"]),
        (True, ["d"]),
    ]


def test_a_column_may_be_broken() -> None:
    css = "div { columns: 2 } p + p { break-before: column }"
    found = lowered("<div><p>a</p><p>b</p></div>", css)
    breaks = parts(found.document)["word/document.xml"].findall(f".//{W}br")
    assert [one.get(f"{W}type") for one in breaks] == ["column"]


@pytest.mark.parametrize(
    "body",
    [
        "<table><tr><td><div><p>a</p><p>b</p></div></td></tr></table>",
        "<section style='border: 1pt solid'><div><p>a</p><p>b</p></div></section>",
        "<section style='columns: 2'><div><p>a</p><p>b</p></div></section>",
    ],
)
def test_columns_that_word_has_not_are_reported(body: str) -> None:
    found = lowered(body, "div { columns: 2 }")
    assert found.problems == [
        "Word edition: expected text in one column, found column-count on <div>"
    ]


def test_margins_in_columns_do_not_collapse_with_those_above() -> None:
    css = ".x { columns: 2 } p { margin: 12pt 0 } .x p { margin: 10pt 0 }"
    found = lowered("<p>a</p><div class='x'><p>b</p><p>c</p></div>", css)
    before, within, *_ = found.document.sections
    above, first = before.blocks[-1], within.blocks[0]
    assert isinstance(above, ir.Paragraph)
    assert isinstance(first, ir.Paragraph)
    assert (above.format.after, first.format.before) == (440, None)


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        ("height: 90pt", "columns as high as their text, found height"),
        ("min-block-size: 90pt", "columns as high as their text, found min-block-size"),
        ("column-rule: 3pt solid", "a thin black line between columns, found others"),
        ("column-rule: 1pt dotted", "a thin black line between columns, found others"),
    ],
)
def test_what_columns_have_not_in_word_is_reported(css: str, expected: str) -> None:
    found = lowered("<div><p>a</p><p>b</p></div>", f"div {{ columns: 2; {css} }}")
    assert found.problems == [f"Word edition: expected {expected} on <div>"]
