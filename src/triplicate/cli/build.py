"""``triplicate build``."""

from __future__ import annotations

import sys
from pathlib import Path
from time import perf_counter
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
from triplicate.diagnostics import Diagnostics, TriplicateError
from triplicate.diagnostics.wording import harmless
from triplicate.editions import EDITIONS
from triplicate.publish import PublishError

if TYPE_CHECKING:
    from collections.abc import Callable

    from triplicate.pipeline import Built


def _editions(ctx: click.Context, parameter: click.Parameter, value: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(name.strip().lower() for name in value.split(",") if name.strip()))
    unknown = [name for name in names if name not in EDITIONS]
    if unknown or not names:
        found = f'"{unknown[0]}"' if unknown else "none"
        raise click.BadParameter(f"expected names out of {','.join(EDITIONS)}, found {found}")
    return names


@click.command(
    "build",
    epilog="""\b
Examples:
  triplicate build                      every report under data/
  triplicate build csr-roundtable-2011  one of them, by name or folder
  triplicate build -e docx -o drafts    only the Word edition, into drafts/
""",
)
@reports_argument
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("output"),
    show_default=True,
    help="Where to write: a folder for each report is made there.",
)
@click.option(
    "-e",
    "--editions",
    callback=_editions,
    default=",".join(EDITIONS),
    show_default=True,
    help="Which editions, separated by commas.",
)
@theme_option
@format_option
@click.option("-q", "--quiet", is_flag=True, help="Print problems only.")
def command(
    reports: tuple[str, ...],
    output: Path,
    editions: tuple[str, ...],
    theme: Path | None,
    format_: str,
    quiet: bool,
) -> int:
    """Build the editions of each REPORT (a name under data/ or a folder) into output/REPORT/.

    Without REPORT, every report under data/ is built. Nothing is written for a report that has
    errors: its last good editions stay.
    """
    from triplicate.pipeline import build

    start, problems, code = perf_counter(), Diagnostics(), 0
    built: list[Built] = []
    for folder in _with_names_of_their_own(find_reports(reports)):
        progress = _progress(folder.name, quiet)
        try:
            result = build(folder, output, editions, theme, progress)
        except TriplicateError as found:
            problems.extend(found.diagnostics)
            code = max(code, 3 if isinstance(found, PublishError) else 1)
        else:
            built.append(result)
            problems.extend(result.diagnostics)
        finally:
            progress("")
    print_diagnostics(problems.sorted(), format_)
    if not quiet and format_ == "text":
        _summarize(built, perf_counter() - start)
    return max(code, exit_code(problems))


def _with_names_of_their_own(folders: list[Path]) -> list[Path]:
    """``folders``; raises UsageError if two have one name, and so would share an output folder."""
    seen: dict[str, Path] = {}
    for folder in folders:
        other = seen.setdefault(folder.resolve().name, folder)
        if other is not folder and other.resolve() != folder.resolve():
            raise click.UsageError(
                f'expected reports of different names, found "{other}" and "{folder}": build the '
                "second one alone, with another --output"
            )
    return list({folder.resolve(): folder for folder in reversed(folders)}.values())[::-1]


def _progress(report: str, quiet: bool) -> Callable[[str], None]:
    """Show the stage on one line of the terminal; an empty stage wipes it."""
    if quiet or not sys.stderr.isatty():
        return lambda stage: None
    return lambda stage: click.echo(
        f"\r\x1b[K{harmless(report)}: {stage} …" if stage else "\r\x1b[K", err=True, nl=False
    )


def _summarize(built: list[Built], seconds: float) -> None:
    rows = [
        (harmless(str(path)), _pages(result.pages) if name == "pdf" else "", _size(path))
        for result in built
        for name, path in result.files.items()
    ]
    if not rows:
        return
    width = max(len(path) for path, _, _ in rows)
    pages_width = max(len(pages) for _, pages, _ in rows)
    for path, pages, size in rows:
        click.echo(f"{path:{width}}  {pages:>{pages_width}}  {size:>7}".rstrip())
    click.echo(f"{len(rows)} {'file' if len(rows) == 1 else 'files'} in {seconds:.2f} s")


def _pages(count: int) -> str:
    return f"{count} page{'' if count == 1 else 's'}"


def _size(path: Path) -> str:
    size = path.stat().st_size
    return f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{max(1, round(size / 1e3))} kB"
