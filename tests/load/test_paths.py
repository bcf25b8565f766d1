"""Names in the data to files inside the report's folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from triplicate.diagnostics import Diagnostics, Span
from triplicate.load.paths import find_file

HERE = Span("report.yaml", 1, 1)


def test_a_file_in_a_folder_of_the_report_is_found(tmp_path: Path) -> None:
    (tmp_path / "prose").mkdir()
    (tmp_path / "prose" / "a.md").write_text("a", encoding="utf-8")
    found = Diagnostics()
    assert find_file(tmp_path, "prose/a.md", HERE, found) == tmp_path / "prose" / "a.md"
    assert not len(found)


def test_a_link_that_leads_outside_is_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("secret", encoding="utf-8")
    folder = tmp_path / "report"
    folder.mkdir()
    (folder / "a.md").symlink_to(secret)
    found = Diagnostics()
    assert find_file(folder, "a.md", HERE, found) is None
    assert [item.rule for item in found] == ["path-is-inside"]


@pytest.mark.parametrize(
    "name",
    [
        "",
        "../a",
        "a/../../b",
        "/etc/passwd",
        "~/a",
        "C:\\a",
        "a\\b",
        "file:///a",
        "a\0b",
        "x" * 5000,
    ],
)
def test_names_that_lead_nowhere_good_are_refused(name: str, tmp_path: Path) -> None:
    found = Diagnostics()
    assert find_file(tmp_path, name, HERE, found) is None
    assert found.has_errors


def test_a_loop_of_links_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    found = Diagnostics()
    assert find_file(tmp_path, "a", HERE, found) is None
    assert found.has_errors


def test_a_missing_file_is_told_with_the_nearest_name(tmp_path: Path) -> None:
    (tmp_path / "opening.md").write_text("a", encoding="utf-8")
    found = Diagnostics()
    assert find_file(tmp_path, "openning.md", HERE, found) is None
    assert [(item.span, item.hint) for item in found] == [(HERE, 'did you mean "opening.md"?')]


def test_a_loop_of_links_hides_no_other_name(tmp_path: Path) -> None:
    (tmp_path / "loop.md").symlink_to(tmp_path / "loop.md")
    (tmp_path / "opening.md").write_text("a", encoding="utf-8")
    found = Diagnostics()
    assert find_file(tmp_path, "closing.md", HERE, found) is None
    assert "opening.md" in next(iter(found)).hint


def test_a_folder_is_answered_with_a_file_in_it(tmp_path: Path) -> None:
    (tmp_path / "prose").mkdir()
    (tmp_path / "prose" / "a.md").write_text("a", encoding="utf-8")
    found = Diagnostics()
    assert find_file(tmp_path, "prose", HERE, found) is None
    assert next(iter(found)).hint == "name a file in it, such as prose/a.md"
