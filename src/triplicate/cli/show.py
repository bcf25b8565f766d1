"""``triplicate show``."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import click

from triplicate.cli.common import exit_code, find_reports, print_diagnostics, theme_option
from triplicate.diagnostics import Diagnostics

if TYPE_CHECKING:
    from collections.abc import Callable

    from triplicate.theme import Theme


@click.command(
    "show",
    epilog="""\b
Examples:
  triplicate show csr-roundtable-2011 --stage report
  triplicate show csr-roundtable-2011 --stage html -o build/html
""",
)
@click.argument("report", metavar="REPORT")
@click.option(
    "--stage",
    type=click.Choice(["report", "html", "boxes"]),
    required=True,
    help="report: everything settled, as JSON; html: what is laid out; boxes: with its styles.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write to this folder instead; html brings its style sheet, fonts and images.",
)
@theme_option
def command(report: str, stage: str, output: Path | None, theme: Path | None) -> int:
    """Show REPORT as it stands after a stage of the flow.

    With --stage html and --output you get report.html, its style sheet, fonts and images:
    exactly what is laid out for print, for any other renderer to load.
    """
    from triplicate.theme import load_theme

    (folder,) = find_reports((report,))
    diagnostics = Diagnostics()
    look = load_theme(theme, diagnostics)
    text = _STAGES[stage](folder, look, diagnostics) if look is not None else None
    print_diagnostics(diagnostics.sorted(), "text")
    if text is not None and look is not None and not diagnostics.has_errors:
        _write(text, stage, folder, output, look)
    return exit_code(diagnostics)


def _report(folder: Path, theme: Theme, diagnostics: Diagnostics) -> str | None:
    from triplicate.pipeline import resolve_report
    from triplicate.report import to_json

    resolved = resolve_report(folder, theme, diagnostics)
    return None if resolved is None else to_json(resolved)


def _html(folder: Path, theme: Theme, diagnostics: Diagnostics) -> str | None:
    from triplicate.pipeline import render_report

    return render_report(folder, theme, diagnostics)


def _boxes(folder: Path, theme: Theme, diagnostics: Diagnostics) -> str | None:
    from triplicate.layout.dump import dump
    from triplicate.layout.problems import report_failures
    from triplicate.pipeline import render_report
    from triplicate.printing import box_tree
    from triplicate.resources import Resources

    html = render_report(folder, theme, diagnostics)
    if html is None or diagnostics.has_errors:
        return None
    resources = Resources((folder, *theme.folders), whole_pictures=True)
    boxes = box_tree(theme, resources, lambda: html, diagnostics)
    report_failures(boxes.stylesheet.fetcher.failures, theme, diagnostics)
    return dump(boxes)


def _beside(html: str, folder: Path, theme: Theme) -> dict[str, Path]:
    """The fonts and images of a page, by the address that it loads them from."""
    from triplicate.editions.html import pictures
    from triplicate.resources import Resources

    home = theme.css_path.parent
    files = {font.path.relative_to(home).as_posix(): font.path for font in theme.fonts}
    return files | pictures(html, theme, Resources((folder, *theme.folders)))


_STAGES: dict[str, Callable[[Path, Theme, Diagnostics], str | None]] = {
    "report": _report,
    "html": _html,
    "boxes": _boxes,
}
_SUFFIXES = {"report": "report.json", "html": "report.html", "boxes": "boxes.txt"}


def _write(text: str, stage: str, folder: Path, output: Path | None, theme: Theme) -> None:
    if output is None:
        click.echo(text, nl=not text.endswith("\n"))
        return
    output.mkdir(parents=True, exist_ok=True)
    (output / _SUFFIXES[stage]).write_text(text, encoding="utf-8")
    if stage == "html":
        shutil.copyfile(theme.css_path, output / theme.css_path.name)
        for address, path in _beside(text, folder, theme).items():
            target = output / address
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    click.echo(f"{output / _SUFFIXES[stage]}")
