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
    help="Write to this folder instead of standard output; html brings its style sheet and fonts.",
)
@theme_option
def command(report: str, stage: str, output: Path | None, theme: Path | None) -> int:
    """Show REPORT as it stands after a stage of the flow.

    With --stage html and --output you get report.html, its style sheet and its fonts: exactly
    what is laid out for print, for any other renderer to load.
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
    from triplicate.pipeline import render_report
    from triplicate.printing import box_tree
    from triplicate.resources import Resources

    html = render_report(folder, theme, diagnostics)
    if html is None or diagnostics.has_errors:
        return None
    resources = Resources((folder, *theme.folders))
    return dump(box_tree(theme, resources, lambda: html, diagnostics))


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
        for font in theme.fonts:
            target = output / font.path.relative_to(theme.css_path.parent)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(font.path, target)
    click.echo(f"{output / _SUFFIXES[stage]}")
