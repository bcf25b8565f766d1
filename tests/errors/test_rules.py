"""The rules in the code, in the documentation and among the planted mistakes are the same."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
RULE = re.compile(r"[a-z]+(-[a-z0-9]+)+")
# Reporting calls whose rule is their first argument, or the fourth (read_choice).
CALLS = {"error", "warning", "wrong", "_TooMuch", "read_choice"}
# Needs a huge or unreadable file, or a theme: planted in the tests of those modules.
ELSEWHERE = {"file-size", "file-is-readable", "table-size", "yaml-size", "label-is-present"}


def _rules_in_code() -> Iterator[str]:
    for room in ("load", "report"):
        for path in (ROOT / "src" / "triplicate" / room).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and _name(node.func) in CALLS:
                    yield from (
                        argument.value
                        for argument in node.args
                        if isinstance(argument, ast.Constant)
                        and isinstance(argument.value, str)
                        and RULE.fullmatch(argument.value)
                    )


def _name(function: ast.expr) -> str:
    return getattr(function, "attr", "") or getattr(function, "id", "")


def _rules_in_cases() -> set[str]:
    text = "".join(
        path.read_text(encoding="utf-8")
        for path in (ROOT / "tests" / "errors" / "cases").glob("*.txt")
    )
    return set(re.findall(r"(?:error|warning)\[([a-z0-9-]+)\]: ", text))


def test_every_rule_is_documented() -> None:
    documented = (ROOT / "docs" / "diagnostics.md").read_text(encoding="utf-8")
    missing = {rule for rule in _rules_in_code() if f"`{rule}`" not in documented}
    assert missing == set()
    assert {rule for rule in _rules_in_cases() if f"`{rule}`" not in documented} == set()


def test_every_rule_has_a_planted_mistake() -> None:
    assert set(_rules_in_code()) - _rules_in_cases() == ELSEWHERE
