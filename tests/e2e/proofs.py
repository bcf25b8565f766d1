"""What every Word file must stand up to; a test module whose `files` holds a "docx" imports it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.ecma_schemas import schema_faults
from tests.e2e.validators import DOCX_VALIDATORS

__all__ = ["test_every_part_follows_the_standard_schemas", "test_the_validator_finds_nothing"]


@pytest.mark.parametrize("validator", DOCX_VALIDATORS)
def test_the_validator_finds_nothing(validator: str, files: dict[str, Path]) -> None:
    assert DOCX_VALIDATORS[validator](files["docx"]) == []


def test_every_part_follows_the_standard_schemas(files: dict[str, Path]) -> None:
    assert schema_faults(files["docx"]) == []
