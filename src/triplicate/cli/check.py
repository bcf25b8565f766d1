"""``triplicate check``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from triplicate.cli.common import (
    exit_code,
    find_reports,
    format_option,
    print_diagnostics,
    reports_argument,
    theme_option,
)
from triplicate.diagnostics import Diagnostics, Severity

if TYPE_CHECKING:
    from pathlib import Path


@click.command(
    "check",
    epilog="""\b
Examples:
  triplicate check                      every report under data/
  triplicate check csr-roundtable-2011
  triplicate check --format github      as annotations, for continuous integration
""",
)
@reports_argument
@theme_option
@format_option
def command(reports: tuple[str, ...], theme: Path | None, format_: str) -> int:
    """Read each REPORT and its theme and list every problem; build nothing.

    Without REPORT, every report under data/ is checked.
    """
    from triplicate.pipeline import check

    folders = find_reports(reports)
    problems = Diagnostics()
    for folder in folders:
        problems.extend(check(folder, theme))
    print_diagnostics(problems.sorted(), format_)
    if format_ == "text":
        _summarize(len(folders), problems)
    return exit_code(problems)


def _summarize(reports: int, problems: Diagnostics) -> None:
    counts = {
        severity: sum(item.severity is severity for item in problems)
        for severity in (Severity.ERROR, Severity.WARNING)
    }
    found = ", ".join(
        f"{count} {severity}{'' if count == 1 else 's'}"
        for severity, count in counts.items()
        if count
    )
    click.echo(f"{reports} {'report' if reports == 1 else 'reports'}: {found or 'no problems'}")
