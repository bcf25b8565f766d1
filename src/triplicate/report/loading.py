"""A report's folder to a checked Report: stages 1 to 3 in order."""

from __future__ import annotations

from pathlib import Path

from triplicate.diagnostics import Diagnostics, Span, nearest, quoted
from triplicate.load import tables
from triplicate.load.markdown import parse_markdown
from triplicate.load.paths import files_in
from triplicate.load.source import Excerpt, read_source
from triplicate.load.yaml import MAX_BYTES, parse_yaml
from triplicate.report.checks import check
from triplicate.report.model import Report
from triplicate.report.people import people_from_csv
from triplicate.report.validate import validate

FILE = "report.yaml"


def load_report(folder: Path, diagnostics: Diagnostics) -> Report | None:
    """Return the report in ``folder``, loaded, validated and checked.

    None only when nothing usable could be built. All problems of all its files are in
    ``diagnostics`` after one run; with errors among them the report is fit for checks only.
    """
    path = folder / FILE
    if not path.is_file():
        _report_absent(folder, diagnostics)
        return None
    source = read_source(path, str(path), MAX_BYTES, diagnostics)
    if source is None:
        _check_beside(folder, diagnostics)
        return None
    before = len(diagnostics)
    node = parse_yaml(source, diagnostics)
    if node is None and len(diagnostics) > before:
        _check_beside(folder, diagnostics)
        return None
    name = folder.resolve().name
    report = validate(node, folder, name, str(path), diagnostics)
    if report is not None:
        check(report, diagnostics)
    return report


def _report_absent(folder: Path, diagnostics: Diagnostics) -> None:
    if not folder.is_dir():
        beside = sorted(path.name for path in folder.parent.glob("*") if path.is_dir())
        match = nearest(folder.name, beside)
        hint = f"did you mean {quoted(str(folder.parent / match), 300)}?" if match else ""
        message = f"expected a report's folder, found none at {quoted(str(folder), 300)}"
        diagnostics.error("report-exists", message, None, hint)
        return
    match = nearest(FILE, files_in(folder))
    hint = f"rename {quoted(match)} to {FILE}" if match else "name the file with the facts so"
    message = f"expected {FILE} in the folder, found none"
    diagnostics.error("report-exists", message, Span(str(folder / FILE), 1, 1), hint)


def _check_beside(folder: Path, diagnostics: Diagnostics) -> None:
    """Check the files that a report which can't be read probably names."""
    for name in files_in(folder):
        path = folder / name
        if name.endswith(".md"):
            source = read_source(path, str(path), MAX_BYTES, diagnostics)
            if source is not None:
                parse_markdown(Excerpt(source, source.text), diagnostics)
        elif name == "participants.csv":
            source = read_source(path, str(path), tables.MAX_BYTES, diagnostics)
            if source is not None:
                people_from_csv(source, "", source.span(0), diagnostics)
