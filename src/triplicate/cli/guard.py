"""The last line: what a command raises, as words and an exit code."""

from __future__ import annotations

import errno
import os
import signal
import sys
import warnings
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import NoReturn

# As shells say it, 128 and the signal.
INTERRUPTED = 130
BROKEN_PIPE = 141


def guarded(command: Callable[[], object]) -> NoReturn:
    """Run ``command`` and exit: 0, or as `triplicate.cli` lists the codes."""
    _fill_closed_streams()
    # Pillow's, of pictures that are large but not too large to be opened.
    warnings.filterwarnings("ignore", message=r"Image size \(\d+ pixels\) exceeds limit")
    for name in ("SIGTERM", "SIGHUP"):  # Windows has no SIGHUP; nohup ignores it
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _terminate)
    if isinstance(sys.stdout, TextIOWrapper):
        # Names of files may have characters that the terminal's encoding has not.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        sys.exit(_run(command))
    except KeyboardInterrupt:
        click.echo("\nstopped; the last good editions are untouched", err=True)
        sys.exit(INTERRUPTED)


def _fill_closed_streams() -> None:
    """Let nothing else be opened in the place of a standard stream that is closed (``2>&-``)."""
    while (number := os.open(os.devnull, os.O_RDWR)) < 3:
        pass
    os.close(number)
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115


def _terminate(number: int, frame: object) -> NoReturn:
    """End as a shell expects it, through the clean-up that an abrupt end would skip."""
    raise SystemExit(128 + number)


def _run(command: Callable[..., object]) -> int:
    output = sys.stdout
    try:
        result = command(standalone_mode=False)
    except click.exceptions.Abort:
        raise KeyboardInterrupt from None
    except click.ClickException as problem:
        problem.show()
        return problem.exit_code
    except BrokenPipeError:
        # The reader has gone (| head): nothing more can be said to it.
        sys.stdout = None
        return BROKEN_PIPE
    except SystemExit:
        # Click ends with 1 there, and puts a stream in its place that says no more.
        if sys.stdout is not output:
            return BROKEN_PIPE
        raise
    except (OSError, MemoryError) as problem:
        click.echo(_about_machine(problem), err=True)
        return 3
    except RecursionError:
        click.echo("error[depth]: expected less nesting, found too much of it", err=True)
        return 1
    except Exception as problem:
        if os.environ.get("TRIPLICATE_DEBUG"):
            raise
        click.echo(
            f"error[internal]: expected triplicate to work, found: {type(problem).__name__}: "
            f"{problem}\nhint: this is our mistake, not yours; run it again with "
            "TRIPLICATE_DEBUG=1 and report what it prints",
            err=True,
        )
        return 3
    return result if isinstance(result, int) else 0


def _about_machine(problem: OSError | MemoryError) -> str:
    from tempfile import gettempdir

    from triplicate.diagnostics.wording import harmless

    found, hint = str(problem) or "no memory left", ""
    if isinstance(problem, OSError) and problem.strerror:
        place = f" ({harmless(str(problem.filename))})" if problem.filename else ""
        found = problem.strerror.lower() + place
        if problem.errno in (errno.ENOSPC, errno.EDQUOT):
            hint = f"\nhint: free some disk space, also where temporary files go: {gettempdir()}"
    return f"error[machine]: expected a working machine, found: {found}{hint}"
