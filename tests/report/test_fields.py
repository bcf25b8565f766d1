"""The table of facts."""

from __future__ import annotations

from triplicate.report.fields import REPORT_FIELDS, facts_schema
from triplicate.report.model import Report


def test_every_fact_has_a_field_of_the_same_name_in_the_model() -> None:
    assert {field.key for field in REPORT_FIELDS} <= set(Report.__slots__)


def test_the_schema_says_the_same_as_the_table() -> None:
    schema = facts_schema()
    assert schema["required"] == ["kind", "title", "date", "language"]
    assert schema["additionalProperties"] is False
    assert set(schema["properties"]) == {field.key for field in REPORT_FIELDS}
    assert schema["properties"]["status"]["enum"] == ["draft", "final"]
