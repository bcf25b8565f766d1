"""Planted mistakes: each file in ``cases/`` holds the input and the diagnostics it must give.

A case starts with a sentence about the mistake. ``--- name`` begins a file of the report (those
not given are taken from ``BASE``); ``--- name (escaped)`` begins one written with Python's
escapes, for bytes that are no text; ``--- name (absent)`` leaves it out. ``--- expected`` begins
what a person reads at the terminal. ``pytest --golden`` rewrites that part.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from triplicate.diagnostics import Diagnostics, format_text
from triplicate.report import load_report, resolve

CASES = Path(__file__).parent / "cases"
LABELS = {
    "participants.name": "Name",
    "participants.title": "Title",
    "participants.organization": "Organization",
}
BASE = {
    "report.yaml": """\
kind: Summary Report
title: A meeting
date: 2011-11-16
language: en
body:
  - file: opening.md
  - participants: participants.csv
""",
    "opening.md": "Some words.\n",
    "participants.csv": "name,title,organization\nAda,Chair,Office\n",
}


@pytest.mark.parametrize("case", sorted(path.stem for path in CASES.glob("*.txt")))
def test_a_mistake_is_told_as_a_person_wants_to_read_it(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rewrite_golden: bool
) -> None:
    path = CASES / f"{case}.txt"
    given, _, expected = path.read_text(encoding="utf-8").partition("--- expected\n")
    monkeypatch.chdir(tmp_path)
    _write(given, Path("report"))
    found = _run(Path("report"))
    if rewrite_golden:
        path.write_text(f"{given}--- expected\n{found}", encoding="utf-8")
    else:
        assert found == expected


def test_the_base_of_all_cases_is_faultless(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    _write("nothing wrong\n", Path("report"))
    assert _run(Path("report")) == ""


def _write(given: str, folder: Path) -> None:
    folder.mkdir()
    files: dict[str, bytes] = {name: text.encode() for name, text in BASE.items()}
    parts = re.split(r"^--- (\S+)(?: \((\w+)\))?\n", given, flags=re.MULTILINE)
    for name, form, text in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        match form:
            case "absent":
                del files[name]
            case "escaped":
                one_line = text.replace("\n", "")
                files[name] = one_line.encode().decode("unicode_escape").encode("latin-1")
            case _:
                files[name] = text.encode()
    for name, data in files.items():
        (folder / name).write_bytes(data)


def _run(folder: Path) -> str:
    diagnostics = Diagnostics()
    report = load_report(folder, diagnostics)
    if report is not None:
        resolve(report, LABELS, diagnostics)
    return format_text(diagnostics, _read_line, color=False)


def _read_line(file: str, line: int) -> str | None:
    if not Path(file).exists():
        return None
    lines = Path(file).read_bytes().decode("utf-8", "replace").split("\n")
    return lines[line - 1] if line <= len(lines) else None
