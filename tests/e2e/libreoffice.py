"""LibreOffice as a printer of Word files.

Input: a DOCX. Output: the PDF that LibreOffice Writer makes of it.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path


def print_to_pdf(docx: Path, folder: Path) -> Path:
    """Print ``docx`` into ``folder``, which also gets a profile of its own.

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
            "pdf",
            "--outdir",
            folder.resolve(),
            docx.resolve(),
        ],
        capture_output=True,
        text=True,
        check=False,
        timeout=180,
    )
    printed = folder / f"{docx.stem}.pdf"
    if done.returncode != 0 or not printed.is_file():
        raise RuntimeError(f"LibreOffice did not print {docx.name}: {done.stdout}{done.stderr}")
    return printed
