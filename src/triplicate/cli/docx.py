"""``triplicate docx``."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from triplicate.cli.common import exit_code, format_option, print_diagnostics
from triplicate.diagnostics import Diagnostics, Span, TriplicateError
from triplicate.publish import PublishError, publish

if TYPE_CHECKING:
    from collections.abc import Sequence

_FILE = click.Path(exists=True, dir_okay=False, readable=True, path_type=Path)
_PAGE = click.Path(exists=True, dir_okay=False, readable=True, allow_dash=True, path_type=Path)
_DASH = Path("-")
STDIN = "<stdin>"


class _NewFile(click.Path):
    """The path of a file to write; what ends in a slash is a folder, as for other programs."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Refuse a folder's name, which a path would not show any more."""
        if str(value).endswith(("/", os.sep)):
            self.fail(f"expected the name of a Word file, found a folder's: {value}", param, ctx)
        return super().convert(value, param, ctx)


@click.command(
    "docx",
    epilog="""\b
Examples:
  triplicate docx page.html                         page.docx beside it
  triplicate docx page.html -o out/report.docx
  triplicate docx page.html --css house.css --no-machine-fonts
  triplicate docx site/guide/page.html --root site
  curl -s https://example.org | triplicate docx - -o page.docx
""",
)
@click.argument("page", type=_PAGE)
@click.option(
    "-o",
    "--output",
    type=_NewFile(path_type=Path, dir_okay=False, allow_dash=True),
    help="The Word file to write, - for standard output.  [default: PAGE with the suffix .docx]",
)
@click.option(
    "-c", "--css", type=_FILE, multiple=True, help="A further style sheet; may be given again."
)
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder below which files may be read.  [default: that of PAGE]",
)
@click.option(
    "--embed-fonts/--no-embed-fonts",
    default=True,
    show_default=True,
    help="Put fonts of @font-face rules into the file.",
)
@click.option(
    "--machine-fonts/--no-machine-fonts",
    default=True,
    show_default=True,
    help="Look fonts up on this machine too; without, the file is the same everywhere.",
)
@format_option
@click.option("-q", "--quiet", is_flag=True, help="Print problems only.")
def command(
    page: Path,
    output: Path | None,
    css: tuple[Path, ...],
    root: Path | None,
    embed_fonts: bool,
    machine_fonts: bool,
    format_: str,
    quiet: bool,
) -> int:
    """Make a Word file of a web PAGE: its HTML, its own styles for print, and --css on top.

    Pictures, style sheets and fonts are read from the page's folder and below, or from --root and
    below, never from the network; where PAGE is - (standard input), from the folder that you are
    in. What CSS says and Word cannot do is listed as a warning.
    """
    if page == _DASH:
        page = Path.cwd() / STDIN
    if root is not None and not page.resolve().is_relative_to(root.resolve()):
        raise click.BadParameter(f"{page} is not below {root}", param_hint="'--root'")
    target = output if output is not None else _beside(page)
    if target == _DASH and sys.stdout is None:
        raise OSError(errno.EBADF, "standard output is closed")
    if target == _DASH and (sys.stdout.isatty() or format_ != "text"):
        raise click.BadParameter("standard output has no room for a file", param_hint="'--output'")
    if any(_would_replace(target, read) for read in (page, *css) if read.name != STDIN):
        raise click.BadParameter(f"{target} is what is read", param_hint="'--output'")
    problems = Diagnostics()
    try:
        data = _convert(page, css, root, embed_fonts, machine_fonts, problems)
        if target == _DASH:
            _print(data)
        else:
            publish(target.parent, {target.name: data})
    except TriplicateError as found:
        problems = found.diagnostics
        print_diagnostics(problems.sorted(), format_)
        return 3 if isinstance(found, PublishError) else 1
    print_diagnostics(problems.sorted(), format_)
    if not quiet and format_ == "text" and target != _DASH:
        click.echo(f"{target}  {max(1, round(len(data) / 1e3))} kB")
    return exit_code(problems)


def _print(data: bytes) -> None:
    """Write all of ``data`` to standard output, which takes a part where Python has no buffer."""
    left, stream = memoryview(data), sys.stdout.buffer
    while left:
        left = left[stream.write(left) :]
    stream.flush()


def _beside(page: Path) -> Path:
    if page.name == STDIN:
        raise click.UsageError("expected the name of a Word file, found none: -o FILE")
    return page.with_suffix(".docx")


def _would_replace(target: Path, read: Path) -> bool:
    """Whether writing would take away a file that is read. A link is replaced, not followed."""
    return target.exists() and not target.is_symlink() and target.samefile(read)


def _convert(
    page: Path,
    css: Sequence[Path],
    root: Path | None,
    embed_fonts: bool,
    machine_fonts: bool,
    problems: Diagnostics,
) -> bytes:
    from triplicate.webpages import html_to_docx

    return html_to_docx(
        _read(page),
        css,
        page,
        embed_fonts=embed_fonts,
        machine_fonts=machine_fonts,
        root=root,
        diagnostics=problems,
    )


def _read(page: Path) -> bytes:
    """The bytes of a page; a file that is none is refused: its Word file would be of no use."""
    from triplicate.load.source import other_than_text
    from triplicate.webpages import MAX_SIZE

    refused, place = Diagnostics(), Span(str(page), 1, 1)
    try:
        with click.open_file("-" if page.name == STDIN else str(page), "rb") as file:
            data: bytes = file.read(MAX_SIZE + 1)  # a device may have no end
    except OSError as problem:
        reason = problem.strerror or type(problem).__name__
        refused.error("file-is-readable", f"expected a readable file, found: {reason}", place)
        raise TriplicateError(refused) from problem
    if not data.strip():
        refused.error("file-has-text", "expected a web page, found an empty file", place)
    elif kind := other_than_text(data):
        hint = "save it as a web page, in UTF-8"
        refused.error("page-is-text", f"expected a web page, found {kind}", place, hint)
    if refused:
        raise TriplicateError(refused)
    return data
