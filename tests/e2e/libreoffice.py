"""LibreOffice as a reader of Word files.

Input: a DOCX. Output: the PDF, or the text with its numbers, that LibreOffice makes of it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path


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
        # Our layout engine hides the machine's fonts from this process and what it starts.
        env={name: value for name, value in os.environ.items() if name != "FONTCONFIG_FILE"},
        capture_output=True,
        text=True,
        check=False,
        timeout=180,
    )
    converted = folder / f"{docx.stem}.{form.partition(':')[0]}"
    if done.returncode != 0 or not converted.is_file():
        raise RuntimeError(f"LibreOffice did not convert {docx.name}: {done.stdout}{done.stderr}")
    return converted
