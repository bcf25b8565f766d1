"""What the tests of the Word writer leave behind is cleared away."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from tests.editions.docx.words import stylesheet


@pytest.fixture(scope="session", autouse=True)
def _no_fonts_left() -> Iterator[None]:
    """Each style sheet has a folder of fonts, which goes with it."""
    yield
    stylesheet.cache_clear()
    gc.collect()
