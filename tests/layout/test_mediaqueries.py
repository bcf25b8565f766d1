"""Media queries are answered as paper does; a canary for the part of WeasyPrint that asks."""

from __future__ import annotations

import pytest
from weasyprint.css import media_queries

from tests.editions.docx.words import lowered, web
from triplicate.layout.mediaqueries import is_printed, printed_media


@pytest.mark.parametrize(
    "query",
    [
        *("", "all", "print", "only print", "PRINT", "screen, print", "not screen"),
        *("(min-width: 576px)", "(width >= 30em)", "(400px <= width < 50rem)", "(width < 20cm)"),
        *("print and (min-width: 10cm) and (orientation: portrait)", "(max-width: 1380px)"),
        *("(prefers-color-scheme: light)", "(hover: none)", "(color)", "not (hover)", "(width)"),
        *("(hover) or (min-width: 1px)", "not print and (min-width: 90em)", "(min-resolution: 2x)"),
        *("((min-width: 1px) and (max-width: 999px))", "(-webkit-min-device-pixel-ratio: 1.5)"),
        *(
            "(min-aspect-ratio: 1/2)",
            "print and (not (hover))",
            "(prefers-reduced-motion: no-preference)",
        ),
    ],
)
def test_asked_of_paper(query: str) -> None:
    assert is_printed(query)


@pytest.mark.parametrize(
    "query",
    [
        *(
            "screen",
            "not all",
            "not print",
            "only screen and (min-width: 1px)",
            "print and (hover)",
        ),
        *(
            "(min-width: 768px)",
            "(max-width: 600px)",
            "(width > 50rem)",
            "(prefers-reduced-motion)",
        ),
        *(
            "(prefers-color-scheme: dark)",
            "(pointer: coarse)",
            "(orientation: landscape)",
            "braille",
        ),
        *("(unknown)", "not (unknown)", "(min-width: x)", "(min-width: 1vw)", "not", "only", "x y"),
        *(
            "(-moz-touch-enabled: 1), (pointer: coarse)",
            "print and",
            "(monochrome)",
            "()",
            "(1 < 2)",
        ),
        *("not screen and (unknown)", "print or (color)", "(max-aspect-ratio: 1/0)", "((hover))"),
    ],
)
def test_not_asked_of_paper(query: str) -> None:
    assert not is_printed(query)


def test_the_layout_asks() -> None:
    parse = media_queries.parse_media_query
    with printed_media():
        assert media_queries.parse_media_query is not parse
        assert media_queries.evaluate_media_query(media_queries.parse_media_query([]), "print")
    assert media_queries.parse_media_query is parse


def test_rules_for_the_width_of_paper_count_and_others_go_without_a_word() -> None:
    found = web(
        "<style>@media (min-width: 500px) { p { --word-style: 'Wide' } }"
        "@media only screen and (max-width: 700px) { p { --word-style: 'Narrow' } }</style>"
        "<style media='print and (max-width: 800px)'>p { color: #112233 }</style>"
        "<style media='(max-width: 300px)'>p { color: #445566 }</style><p>x"
    )
    assert found.problems == []
    assert [paragraph.style for paragraph in found.paragraphs] == ["Wide"]
    assert found.style("Wide").run.color == "112233"


def test_the_sheets_of_themes_are_asked_in_the_same_way() -> None:
    css = "@media print and (min-width: 10cm) { p { color: #112233 } }"
    css += "@media (max-width: 10cm) { p { color: #445566 } }"
    assert lowered("<p>x", css).style("Body Text").run.color == "112233"
