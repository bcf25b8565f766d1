"""Imports run one way: cli -> pipeline -> rooms -> diagnostics (docs/architecture.md)."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "triplicate"
FORBIDDEN = {
    "diagnostics": {"load", "report", "theme", "render", "layout", "editions", "pipeline", "cli"},
    "load": {"report", "theme", "render", "layout", "editions", "pipeline", "cli"},
    "report": {"theme", "render", "layout", "editions", "pipeline", "cli"},
    "passive": {"load", "report", "render", "layout", "editions", "pipeline", "cli"},
    "coverage": {"load", "report", "render", "layout", "editions", "pipeline", "cli"},
    "theme": {"report", "render", "layout", "editions", "pipeline", "cli"},
    "resources": {"load", "report", "render", "layout", "editions", "pipeline", "cli"},
    "render": {"load", "layout", "editions", "pipeline", "cli"},
    "layout": {"load", "report", "render", "editions", "pipeline", "cli"},
    "editions": {"load", "report", "render", "pipeline", "cli", "publish"},
    "printing": {"load", "report", "render", "pipeline", "cli"},
    "publish": {"load", "report", "render", "layout", "editions", "pipeline", "cli"},
    "pipeline": {"cli"},
    "elements": {"load", "report", "theme", "render", "layout", "editions", "pipeline", "cli"},
    "memory": {"load", "report", "render", "layout", "editions", "pipeline", "cli"},
    "webpages": {"load", "report", "render", "pipeline", "cli"},
}


def imports_of(path: Path) -> set[str]:
    """The rooms of triplicate that a module imports, lazily or for types included."""
    rooms = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        rooms |= {name.split(".")[1] for name in names if name.startswith("triplicate.")}
    return rooms


def modules() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_module_imports_only_rooms_below_it(path: Path) -> None:
    room = path.relative_to(SOURCE).parts[0].removesuffix(".py")
    assert not imports_of(path) & FORBIDDEN.get(room, set())


def imports_in(node: ast.AST, known: set[str], types: bool) -> Iterator[str]:
    """The modules of ``known`` that are imported below ``node``, lazily too, for types perhaps."""
    if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING" and not types:
        return
    if isinstance(node, ast.ImportFrom) and node.module:
        names = [f"{node.module}.{alias.name}" for alias in node.names]
        yield from (name if name in known else node.module for name in names)
    for child in ast.iter_child_nodes(node):
        yield from imports_in(child, known, types)


def graph(types: bool) -> dict[str, set[str]]:
    """What each module imports while the program runs, or for ``types`` too, by dotted names."""
    names = {
        ".".join(("triplicate", *path.relative_to(SOURCE).with_suffix("").parts)): path
        for path in modules()
    }
    paths = {name.removesuffix(".__init__"): path for name, path in names.items()}
    return {
        name: set(imports_in(ast.parse(path.read_text(encoding="utf-8")), set(paths), types))
        for name, path in paths.items()
    }


def test_no_modules_import_each_other() -> None:
    found = graph(types=False)
    order = list(TopologicalSorter(found).static_order())  # raises CycleError
    assert set(found) <= set(order)


def test_no_modules_know_each_other_by_types_but_those_of_text_in_notes_in_text() -> None:
    drafts = "triplicate.editions.docx.lower.drafts"
    merged: dict[str, set[str]] = {}
    for name, imported in graph(types=True).items():
        one = drafts if name.startswith(drafts) else name
        others = {drafts if other.startswith(drafts) else other for other in imported}
        merged.setdefault(one, set()).update(others - {one})
    assert set(merged) <= set(TopologicalSorter(merged).static_order())  # raises CycleError


def test_no_rooms_of_lowering_import_each_other() -> None:
    lower = "triplicate.editions.docx.lower."
    rooms: dict[str, set[str]] = {}
    for name, imported in graph(types=False).items():
        if name.startswith(lower):
            room = name.removeprefix(lower).split(".")[0]
            others = {n.removeprefix(lower).split(".")[0] for n in imported if n.startswith(lower)}
            rooms.setdefault(room, set()).update(others - {room})
    assert rooms["drafts"] == set()
    assert len(list(TopologicalSorter(rooms).static_order())) == len(rooms)  # raises CycleError


def test_only_layout_pdf_and_docx_touch_weasyprint() -> None:
    users = {
        path.relative_to(SOURCE).parts[0]
        for path in modules()
        if "import weasyprint" in (text := path.read_text(encoding="utf-8"))
        or "from weasyprint" in text
    }
    assert users <= {"layout", "editions"}


def test_click_is_imported_by_the_command_line_alone() -> None:
    users = [
        path
        for path in modules()
        if "import click" in path.read_text(encoding="utf-8")
        and path.relative_to(SOURCE).parts[0] != "cli"
    ]
    assert users == []


def loaded(code: str) -> set[str]:
    """The top-level packages in memory after running ``code`` in a fresh process."""
    script = f"{code}\nimport sys; print(*sorted({{name.split('.')[0] for name in sys.modules}}))"
    result = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    return set(result.stdout.split())


def test_importing_the_package_loads_nothing_heavy() -> None:
    assert not loaded("import triplicate") & {"click", "jinja2", "weasyprint", "docx", "yaml"}


def test_importing_the_command_line_loads_click_only() -> None:
    assert not loaded("import triplicate.cli") & {"jinja2", "weasyprint", "docx", "yaml", "lxml"}
