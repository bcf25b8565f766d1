"""What the code imports is what pyproject.toml declares, and every lock pins it with hashes."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
LOCKS = sorted((CHECKOUT / "requirements").glob("*.txt"))


def normal(name: str) -> str:
    """Return a distribution's name as PEP 503 compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def declared() -> set[str]:
    """Return the names of the distributions that pyproject.toml makes a user install."""
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {normal(re.split(r"[<>=! \[]", line)[0]) for line in project["dependencies"]}


def imported() -> set[str]:
    """Return the top-level modules from outside that src/ imports, anywhere in a module."""
    files = (CHECKOUT / "src").rglob("*.py")
    names = {name for file in files for name in imports_of(ast.parse(file.read_bytes()))}
    return names - set(sys.stdlib_module_names) - {"triplicate"}


def imports_of(tree: ast.AST) -> Iterator[str]:
    """Yield the first part of each module that a syntax tree imports absolutely."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            yield node.module.partition(".")[0]


def test_every_import_is_declared() -> None:
    owners = packages_distributions()
    needed = {module: {normal(name) for name in owners[module]} for module in imported()}
    assert {module for module, names in needed.items() if not names & declared()} == set()


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_locks_pin_with_hashes_and_name_no_host(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    requirements = re.findall(r"^[a-z0-9].*?(?=^[a-z0-9]|\Z)", text, re.MULTILINE | re.DOTALL)
    assert requirements
    assert [line for line in requirements if "==" not in line or "--hash=sha256:" not in line] == []
    assert "://" not in text


def test_what_users_install_is_locked_for_developers_too() -> None:
    pins = {
        lock.stem: set(re.findall(r"^(\S+==\S+)", lock.read_text(encoding="utf-8"), re.MULTILINE))
        for lock in LOCKS
    }
    assert pins["runtime"] <= pins["dev"]
    locked = {normal(pin.partition("==")[0]) for pin in pins["runtime"]}
    assert declared() <= locked
