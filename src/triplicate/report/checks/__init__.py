"""Editorial rules over the Report (stage 3): they report, and never alter text."""

from __future__ import annotations

from triplicate.diagnostics import Diagnostics
from triplicate.report.checks.ids import check_ids
from triplicate.report.checks.participants import check_participants
from triplicate.report.checks.quotes import check_quotes
from triplicate.report.checks.sections import check_sections
from triplicate.report.checks.values import check_values
from triplicate.report.model import Report

RULES = (check_sections, check_ids, check_values, check_participants, check_quotes)
"""A rule takes a Report and a collector. A new rule family is a module and a name here."""


def check(report: Report, diagnostics: Diagnostics) -> None:
    """Run every rule over ``report``."""
    for rule in RULES:
        rule(report, diagnostics)
