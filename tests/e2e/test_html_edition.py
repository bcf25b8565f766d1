"""The web page in a browser, at several widths, in light and dark, and before the validator."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.chromium import Page, browser

MODULES = Path(__file__).parent / "node_modules"
WIDTHS = (320, 768, 1280)
# Running headers, css-gcpm-3: print engines know them, browsers skip them, the validator has no
# names for them.
PAGED_MEDIA = (
    "CSS: “string-set”: Property “string-set” doesn't exist.",
    "CSS: “content”: “string(",
)

pytestmark = pytest.mark.e2e


@pytest.fixture(scope="module")
def page(editions: dict[str, Path]) -> Iterator[Page]:
    """The finished page, open in Chromium."""
    with browser() as opened:
        opened.open(editions["html"])
        yield opened


@pytest.mark.java
def test_the_w3c_validator_finds_nothing(editions: dict[str, Path]) -> None:
    jar = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
    done = subprocess.run(
        ["java", "-jar", jar, "--format", "json", editions["html"]],
        capture_output=True,
        text=True,
        check=False,
    )
    messages = json.loads(done.stderr)["messages"]
    found = [message["message"] for message in messages]
    assert [text for text in found if not text.startswith(PAGED_MEDIA)] == []


@pytest.mark.chromium
def test_the_page_asks_for_nothing_and_logs_nothing(page: Page, editions: dict[str, Path]) -> None:
    outside = [url for url in page.requests if not url.startswith("data:")]
    assert outside == [editions["html"].as_uri()]
    assert page.messages == []


@pytest.mark.chromium
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_wider_than_the_window(page: Page, width: int) -> None:
    page.resize(width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.chromium
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_no_barrier(page: Page, width: int, scheme: str) -> None:
    page.prefer(scheme)
    page.resize(width)
    page.evaluate((MODULES / "axe-core" / "axe.min.js").read_text(encoding="utf-8") + ";0")
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found: list[dict[str, Any]] = page.evaluate(
        f"axe.run({{runOnly: {json.dumps(rules)}}}).then(results => results.violations)"
    )
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found] == []


@pytest.mark.chromium
def test_the_theme_fonts_are_used(page: Page) -> None:
    assert page.evaluate(
        "document.fonts.ready.then(fonts => [...fonts].some(font => font.status == 'loaded'))"
    )
