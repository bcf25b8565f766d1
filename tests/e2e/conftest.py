"""The seed's editions, built once by the command line, and what other programs make of them.

TRIPLICATE_EDITIONS=FOLDER proofs finished files that are already there instead.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.libreoffice import print_to_pdf

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
    finished = os.environ.get("TRIPLICATE_EDITIONS")
    folder = Path(finished) if finished else tmp_path_factory.mktemp("editions") / REPORT
    if not finished:
        report = CHECKOUT / "data" / REPORT
        run(sys.executable, "-m", "triplicate", "build", report, "-o", folder.parent)
    return {path.suffix[1:]: path.resolve() for path in folder.glob(f"{REPORT}.*")}


@pytest.fixture(scope="session")
def printed_docx(editions: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Word edition as LibreOffice prints it to PDF."""
    return print_to_pdf(editions["docx"], tmp_path_factory.mktemp("libreoffice"))


def page_texts(pdf: Path) -> list[str]:
    """Return the text of each page, in reading order, white space collapsed."""
    text = run("pdftotext", "-enc", "UTF-8", pdf, "-")
    return [" ".join(page.split()) for page in text.split("\f")[:-1]]
