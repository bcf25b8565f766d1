"""The seed's editions, built once by the command line, and what other programs make of them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
REPORT = "csr-roundtable-2011"


def run(*command: str | Path) -> str:
    """Run a command and return what it printed; fail with it where its status is not 0."""
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=180)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="session")
def editions(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Suffix to path of the seed's finished editions."""
    folder = tmp_path_factory.mktemp("editions")
    run(sys.executable, "-m", "triplicate", "build", CHECKOUT / "data" / REPORT, "-o", folder)
    return {path.suffix[1:]: path for path in (folder / REPORT).iterdir()}


@pytest.fixture(scope="session")
def printed_docx(editions: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Word edition as LibreOffice prints it to PDF, without fonts of this machine's own."""
    folder = tmp_path_factory.mktemp("libreoffice")
    soffice = shutil.which("soffice")
    assert soffice
    run(
        soffice,
        # It hangs for ever on a relative path.
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        folder,
        editions["docx"],
    )
    return folder / f"{REPORT}.pdf"


def page_texts(pdf: Path) -> list[str]:
    """Return the text of each page, in reading order, white space collapsed."""
    text = run("pdftotext", "-enc", "UTF-8", pdf, "-")
    return [" ".join(page.split()) for page in text.split("\f")[:-1]]
