"""What the commands share: finding reports, printing diagnostics, the exit code."""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from triplicate.diagnostics import (
    Diagnostics,
    format_github,
    format_json,
    format_sarif,
    format_text,
    quoted,
)
from triplicate.diagnostics.wording import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable

DATA = Path("data")
FORMATS = ("text", "json", "sarif", "github")

theme_option = click.option(
    "-t",
    "--theme",
    type=click.Path(path_type=Path),
    help="A folder with your own templates, style sheet, fonts or labels.",
)
format_option = click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="How problems are printed.",
)
reports_argument = click.argument("reports", nargs=-1, metavar="[REPORT]...")


def find_reports(names: tuple[str, ...]) -> list[Path]:
    """The folders of the reports named, or of all under ``data/``.

    Raises:
        click.UsageError: there is no such report, with the nearest name or all names.
    """
    known = sorted(path.parent for path in DATA.glob("*/report.yaml")) if DATA.is_dir() else []
    if not names:
        if not known:
            raise click.UsageError(
                "expected reports in data/<report>/report.yaml, found none here: go to the "
                "project's folder, or name a report's folder"
            )
        return known
    return list(dict.fromkeys(_find_report(name, known) for name in names))


def _find_report(name: str, known: list[Path]) -> Path:
    path = Path(name)
    for folder in (path, path.parent if path.name == "report.yaml" else path, DATA / name):
        if (folder / "report.yaml").is_file():
            return folder
    hint = did_you_mean(path.name or name, [folder.name for folder in known])
    found = f"expected a folder with a report.yaml, found none at {quoted(name)}"
    raise click.UsageError(f"{found}; {hint}" if hint else found)


def print_diagnostics(diagnostics: Diagnostics, format_: str) -> None:
    """Print ``diagnostics``: text goes to stderr, the machine formats to stdout, in UTF-8.

    JSON is UTF-8 (RFC 8259, 8.1), whatever the terminal has. What cannot be written so, as half of
    a file's name, is the escape that JSON has for it.
    """
    if format_ == "text":
        text = format_text(diagnostics, _read_line, _colors())
        click.echo(text, err=True, nl=False, color=True)
    else:
        printer: dict[str, Callable[[Any], str]] = {
            "json": format_json,
            "sarif": format_sarif,
            "github": format_github,
        }
        click.echo(printer[format_](diagnostics).encode(errors="backslashreplace"), nl=False)


def exit_code(diagnostics: Diagnostics) -> int:
    """1 where there is an error in the user's material, else 0."""
    return 1 if diagnostics.has_errors else 0


def _colors() -> bool:
    return sys.stderr.isatty() and not os.environ.get("NO_COLOR")


def _read_line(file: str, number: int) -> str | None:
    lines = _lines(file)
    line = lines[number - 1] if 0 < number <= len(lines) else None
    return None if line is None or "\0" in line else line


@cache
def _lines(file: str) -> list[str]:
    try:
        if not Path(file).is_file():  # devices may have no end
            return []
        return Path(file).read_text(encoding="utf-8-sig", errors="replace").split("\n")
    except (OSError, ValueError):
        return []
