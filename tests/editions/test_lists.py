"""Lists, as each finished edition counts them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import triplicate
from tests.readback.docx import read_docx
from tests.readback.html import read_html
from tests.readback.pdf import read_pdf

REPORT = """\
kind: Note
title: Counting
date: 2011-11-16
language: en
body:
  - file: opening.md
"""
PROSE = "Before\n\n5. five\n6. six\n\nBetween\n\n0. nought\n1. one\n"


@pytest.mark.parametrize(
    ("edition", "read"), [("html", read_html), ("pdf", read_pdf), ("docx", read_docx)]
)
def test_a_list_starts_with_the_number_that_was_typed(
    tmp_path: Path, edition: str, read: Callable[[Path], Any]
) -> None:
    folder = tmp_path / "counting"
    folder.mkdir()
    (folder / "report.yaml").write_text(REPORT, encoding="utf-8")
    (folder / "opening.md").write_text(PROSE, encoding="utf-8")
    path = triplicate.build(folder, tmp_path / "out", [edition]).files[edition]
    items = [block for block in read(path).blocks if block.kind == "item"]
    assert [block.number for block in items] == ["5.", "6.", "0.", "1."]
