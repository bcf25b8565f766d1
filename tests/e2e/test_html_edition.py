"""The web page in a browser, at several widths, in light and dark, and before the validator."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.chromium import Page, browser
from tests.e2e.conftest import run
from tests.e2e.validators import MODULES, lacking, w3c_html
from tests.editions.expected.source import expected_blocks

NARROWEST = 320
WIDTHS = (360, 768, 1280)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

pytestmark = pytest.mark.e2e


@pytest.fixture(scope="module")
def page(editions: dict[str, Path]) -> Iterator[Page]:
    """The finished page, open in Chromium."""
    with browser() as opened:
        opened.open(editions["html"])
        yield opened


def barriers(page: Page) -> list[tuple[str, list[str]]]:
    """What axe finds: a rule, and the elements that break it."""
    script = MODULES / "axe-core" / "axe.min.js"
    if not script.is_file():
        lacking("axe-core", "run `make setup-e2e`")
    page.evaluate(script.read_text(encoding="utf-8") + ";0")
    found: list[dict[str, Any]] = page.evaluate(
        f"axe.run({{runOnly: {json.dumps(RULES)}}}).then(results => results.violations)"
    )
    return [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found]


@pytest.mark.java
def test_the_w3c_validator_finds_nothing(editions: dict[str, Path]) -> None:
    assert w3c_html(editions["html"]) == []


@pytest.mark.chromium
def test_the_page_asks_for_nothing_and_logs_nothing(page: Page, editions: dict[str, Path]) -> None:
    outside = [url for url in page.requests if not url.startswith("data:")]
    assert outside == [editions["html"].as_uri()]
    assert page.messages == []


@pytest.mark.chromium
@pytest.mark.parametrize("width", [NARROWEST, *WIDTHS])
def test_nothing_is_wider_than_the_window(page: Page, width: int) -> None:
    page.resize(width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.chromium
@pytest.mark.parametrize("width", WIDTHS)
def test_the_rows_of_the_table_are_as_wide_as_the_text(page: Page, width: int) -> None:
    page.resize(width)
    wide = "document.querySelector('{}').getBoundingClientRect().width"
    row, text = (page.evaluate(wide.format(name)) for name in ("tbody tr", "main"))
    assert row >= text


@pytest.mark.chromium
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_no_barrier(page: Page, width: int, scheme: str) -> None:
    page.prefer(scheme)
    page.resize(width)
    assert barriers(page) == []


@pytest.mark.chromium
def test_dark_is_dark_and_light_is_light(page: Page) -> None:
    brightness = {}
    for scheme in ("light", "dark"):
        page.prefer(scheme)
        colour = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
        if colour == "rgba(0, 0, 0, 0)":
            colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
        brightness[scheme] = sum(map(int, re.findall(r"\d+", colour)[:3]))
    assert brightness["light"] > 600
    assert brightness["dark"] < 200


@pytest.mark.chromium
def test_the_theme_fonts_are_used(page: Page) -> None:
    assert page.evaluate(
        "document.fonts.ready.then(fonts => [...fonts].some(font => font.status == 'loaded'))"
    )


@pytest.mark.chromium
def test_the_reader_sees_every_block(page: Page) -> None:
    """A style sheet can hide what is in the file; the browser's own text cannot lie."""
    page.resize(1280)
    seen = "".join(page.evaluate("document.body.innerText").split())
    for block in expected_blocks():
        for prose in block.prose:
            assert "".join(prose.text.split()) in seen


@pytest.mark.chromium
@pytest.mark.parametrize("width", WIDTHS)
def test_assistive_technology_gets_headings_and_table(page: Page, width: int) -> None:
    """Style sheets can take a table's or a list's meaning away, at one width and not another."""
    page.resize(width)
    tree = page.accessible()
    expected = expected_blocks()
    headings = {(name, level) for role, name, level in tree if role == "heading"}
    assert headings == {
        (f"{block.number} {block.prose[0].text}".strip(), block.level + 1)
        for block in expected
        if block.kind in {"title", "heading"}
    }
    roles = Counter(role for role, _, _ in tree)
    assert (roles["table"], roles["row"]) == (1, 39)
    assert (roles["columnheader"], roles["rowheader"], roles["cell"]) == (3, 38, 76)
    assert roles["ListMarker"] == sum(block.kind == "item" for block in expected)
    assert (roles["banner"], roles["main"]) == (1, 1)


@pytest.mark.chromium
def test_the_skip_link_is_seen_when_it_has_the_focus(page: Page) -> None:
    page.resize(1280)
    shown = (
        "(() => { const link = document.querySelector('a[href^=\"#\"]'); link.focus();"
        " const box = link.getBoundingClientRect();"
        " return box.top >= 0 && box.left >= 0 && box.width > 20 && box.height > 10; })()"
    )
    assert page.evaluate(shown)


@pytest.mark.chromium
@pytest.mark.parametrize("width", WIDTHS)
def test_the_focus_in_the_contents_list_touches_no_other_line(page: Page, width: int) -> None:
    page.resize(width)
    beyond = page.evaluate(
        "(() => { const link = document.querySelector('.contents a');"
        " link.focus({focusVisible: true}); const style = getComputedStyle(link);"
        " return [style.outlineStyle, parseFloat(style.outlineWidth)"
        " + parseFloat(style.outlineOffset)]; })()"
    )
    assert beyond == ["solid", 0]


@pytest.mark.chromium
@pytest.mark.tools("pdftotext")
def test_the_page_prints_completely(page: Page, tmp_path: Path) -> None:
    page.prefer("light")
    paper = tmp_path / "printed.pdf"
    paper.write_bytes(page.print_to_pdf())
    text = "".join(run("pdftotext", "-enc", "UTF-8", "-raw", paper, "-").split())
    for block in expected_blocks():
        for prose in block.prose:
            assert "".join(prose.text.split())[:40] in text
    assert "Skiptocontent" not in text


# What is replaced in the page, and by what.
DEFECTS = {
    "a picture without a text": ("</main>", '<img src="data:,"></main>'),
    "grey on white": ("</head>", "<style>p { color: #bbb !important }</style></head>"),
    "no language": ('<html lang="en"', "<html"),
    "no title": ("<title>", "<title></title><!--"),
}


@pytest.mark.chromium
@pytest.mark.parametrize("name", DEFECTS)
def test_axe_sees_a_planted_barrier(name: str, editions: dict[str, Path], tmp_path: Path) -> None:
    mutant = planted(editions["html"], tmp_path, *DEFECTS[name])
    with browser() as opened:
        opened.open(mutant)
        opened.prefer("light")
        assert barriers(opened)


@pytest.mark.chromium
def test_a_picture_from_elsewhere_is_seen_in_the_requests(
    editions: dict[str, Path], tmp_path: Path
) -> None:
    picture = '<img src="http://127.0.0.1:9/a.png" alt=""></main>'
    mutant = planted(editions["html"], tmp_path, "</main>", picture)
    with browser() as opened:
        opened.open(mutant)
        assert "http://127.0.0.1:9/a.png" in opened.requests


@pytest.mark.java
def test_the_validator_sees_a_wrong_element(editions: dict[str, Path], tmp_path: Path) -> None:
    assert w3c_html(planted(editions["html"], tmp_path, "</main>", "<li>x</main>"))


def planted(page: Path, folder: Path, old: str, new: str) -> Path:
    """A copy of the web page with a defect."""
    text = page.read_text(encoding="utf-8")
    assert old in text
    path = folder / "mutant.html"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path
