"""What every test shares: programs a test needs, and how hypothesis searches.

A test says what it needs by a marker: `libreoffice`, `uno`, `chromium`, `java`, or
`tools("qpdf", "pdftotext")`. On a laptop without the program the test is skipped; where CI is set
it fails, so that a green CI never hides a check that did not run.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.e2e.libreoffice import uno_python

PROGRAMS = {
    "libreoffice": ("soffice",),
    "chromium": ("chromium", "google-chrome", "chromium-browser"),
    "java": ("java",),
}

settings.register_profile("triplicate", deadline=None, max_examples=60, derandomize=True)
settings.load_profile("triplicate")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --golden, which rewrites the expected files instead of comparing with them."""
    parser.addoption("--golden", action="store_true", help="rewrite the expected files")


@pytest.fixture
def rewrite_golden(request: pytest.FixtureRequest) -> bool:
    """True when expected files are to be rewritten (`make golden`)."""
    return bool(request.config.getoption("--golden"))


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip, or under CI fail, a test whose programs this machine lacks."""
    missing = list(missing_programs(item))
    if not missing:
        return
    reason = f"needs {', '.join(missing)}; run `make setup-e2e`"
    if os.environ.get("CI", "") in ("", "0", "false"):
        pytest.skip(reason)
    pytest.fail(reason, pytrace=False)


def missing_programs(item: pytest.Item) -> Iterator[str]:
    """Name each program that a test's markers ask for and PATH does not have."""
    for marker in item.iter_markers():
        if marker.name == "tools":
            yield from (name for name in marker.args if not shutil.which(name))
        elif marker.name == "uno" and uno_python() is None:
            yield "LibreOffice's Python bridge (python3-uno)"
        elif marker.name in PROGRAMS and not any(map(shutil.which, PROGRAMS[marker.name])):
            yield marker.name
