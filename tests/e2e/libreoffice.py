"""LibreOffice as a reader and as an editor of Word files.

Input: a DOCX. Output: the PDF, or the text with its numbers, that LibreOffice makes of it; or what
its own commands do to it (``tests/e2e/writer``).
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

CHECKOUT = Path(__file__).parents[2]
PATIENCE = 240  # seconds for all that LibreOffice is told at once


def print_to_pdf(docx: Path, folder: Path) -> Path:
    """Print ``docx`` into ``folder``."""
    return convert(docx, folder, "pdf")


def convert(docx: Path, folder: Path, form: str) -> Path:
    """Convert ``docx`` into ``folder``, which also gets a profile of its own.

    ``form`` is a suffix, and a colon and a filter's name where the suffix alone is not enough.

    Raises:
        RuntimeError: there is no LibreOffice, or it did not write the file.
    """
    soffice = shutil.which("soffice")
    if soffice is None:
        raise RuntimeError("expected LibreOffice's soffice on PATH")
    # LibreOffice hangs for ever on a relative profile path.
    profile = (folder.resolve() / "profile").as_uri()
    done = subprocess.run(
        [
            soffice,
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            form,
            "--outdir",
            folder.resolve(),
            docx.resolve(),
        ],
        env=_environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=180,
    )
    converted = folder / f"{docx.stem}.{form.partition(':')[0]}"
    if done.returncode != 0 or not converted.is_file():
        raise RuntimeError(f"LibreOffice did not convert {docx.name}: {done.stdout}{done.stderr}")
    return converted


def _environment() -> dict[str, str]:
    """Ours, but for the machine's fonts, which our layout engine hides, and for our packages."""
    hidden = ("FONTCONFIG_FILE", "PYTHONPATH", "PYTHONHOME")
    return {name: value for name, value in os.environ.items() if name not in hidden}


@cache
def uno_python() -> Path | None:
    """A Python that can talk to LibreOffice: the machine's, or one that comes with LibreOffice."""
    for python in _pythons():
        with suppress(OSError):
            done = subprocess.run(
                [python, "-c", "import uno"], env=_environment(), capture_output=True, check=False
            )
            if done.returncode == 0:
                return python
    return None


def _pythons() -> Iterator[Path]:
    yield Path("/usr/bin/python3")  # Debian's python3-uno is for this one, whatever is on PATH
    soffice = shutil.which("soffice")
    if soffice is not None:
        program = Path(soffice).resolve().parent
        yield from (program / "python", program.parent / "Resources" / "python")


def drive(tasks: Sequence[Sequence[str]], folder: Path) -> list[Any]:
    """What ``tests.e2e.writer`` finds when it runs ``tasks``, with a profile in ``folder``.

    Raises:
        RuntimeError: it failed.
        subprocess.TimeoutExpired: it took too long. LibreOffice is ended in any case.
    """
    with subprocess.Popen(
        [str(uno_python()), "-m", "tests.e2e.writer", str(folder.resolve())],
        cwd=CHECKOUT,
        env=_environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            found, failure = process.communicate(json.dumps(tasks), timeout=PATIENCE)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
    if process.returncode != 0:
        raise RuntimeError(f"LibreOffice was not driven: {failure}")
    results: list[Any] = json.loads(found)
    return results
