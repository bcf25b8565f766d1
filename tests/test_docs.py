"""What the documentation names is there: links, files, keys, rules, commands."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from triplicate.cli import _COMMANDS
from triplicate.report.facts import MAX_SHORT_TITLE
from triplicate.report.fields import REPORT_FIELDS
from triplicate.report.numbering import STYLES
from triplicate.report.values import FILTERS, PATHS

ROOT = Path(__file__).parents[1]
PAGES = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")),
    *sorted((ROOT / "docs").glob("*.md")),
]
ROOMS = ("src", "tests", "scripts", "benchmarks", "templates", "docs", "data")
RULE = re.compile(r"[a-z]+(-[a-z0-9]+)+")
REPORTING = {"error", "warning", "report"}


def anchors(page: Path) -> set[str]:
    """The ids that GitHub gives a page's headings."""
    titles = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    prose = re.sub(r"`[^`]*`", "", page.read_text(encoding="utf-8"))
    for link in re.findall(r"\]\(([^)\s]+)\)", prose):
        if re.match(r"[a-z]+:", link):
            continue
        address, _, anchor = link.partition("#")
        target = page.parent / address if address else page
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_modules_that_are_named_are_there(page: Path) -> None:
    files = [
        path.relative_to(ROOT).as_posix() for room in ROOMS for path in (ROOT / room).rglob("*.py")
    ]
    for name in re.findall(r"`([\w./-]+\.py)`", page.read_text(encoding="utf-8")):
        assert any(f"/{file}".endswith(f"/{name}") for file in files), name


def test_every_key_value_and_style_of_a_report_is_documented() -> None:
    text = (ROOT / "docs" / "report-format.md").read_text(encoding="utf-8")
    names = [field.key for field in REPORT_FIELDS] + [*STYLES, *PATHS, *FILTERS]
    assert [name for name in names if f"`{name}`" not in text] == []
    assert f"{MAX_SHORT_TITLE} characters" in text


def test_every_command_is_documented() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in _COMMANDS if f"\ntriplicate {name} " not in text] == []


def rules(call: ast.Call) -> Iterator[str]:
    """The rule that a reporting call names: a text of words joined by hyphens."""
    name = getattr(call.func, "attr", "") or getattr(call.func, "id", "")
    texts = [one.value for one in call.args if isinstance(one, ast.Constant)]
    words = [one for one in texts if isinstance(one, str) and RULE.fullmatch(one)]
    if name in REPORTING:
        yield from words[:1]
    elif name == "report_on":  # box, property, rule
        yield from words[-1:]


def test_every_rule_is_documented_and_every_documented_rule_is_one() -> None:
    table = (ROOT / "docs" / "diagnostics.md").read_text(encoding="utf-8")
    cells = re.findall(r"^\| (`.*?) \|", table, re.MULTILINE)
    documented = {rule for cell in cells for rule in re.findall(r"`([a-z0-9-]+)`", cell)}
    used, texts = set(), set()
    for path in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                used |= set(rules(node))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                texts.add(node.value)
    assert used - documented == set()
    assert documented - texts == set()
