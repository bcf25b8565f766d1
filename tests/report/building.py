"""A report from a few lines, for tests."""

from __future__ import annotations

from pathlib import Path

from triplicate.diagnostics import Diagnostics
from triplicate.report import ResolvedReport, load_report, resolve

LABELS = {
    "participants.name": "Name",
    "participants.title": "Title",
    "participants.organization": "Organization",
}
FACTS = "kind: Summary Report\ntitle: A meeting\ndate: 2011-11-16\nlanguage: en\n"


def resolved(
    folder: Path, yaml: str, files: dict[str, str] | None = None
) -> tuple[ResolvedReport, list[str]]:
    """Return the report made of FACTS and ``yaml``, and the rules of what was found in it."""
    folder.mkdir(exist_ok=True)
    (folder / "report.yaml").write_text(FACTS + yaml, encoding="utf-8")
    for name, text in (files or {}).items():
        (folder / name).write_text(text, encoding="utf-8")
    found = Diagnostics()
    report = load_report(folder, found)
    assert report is not None
    return resolve(report, LABELS, found), [item.rule for item in found]
