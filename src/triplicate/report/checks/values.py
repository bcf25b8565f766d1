"""Every ``{{ … }}`` names a fact and filters that exist and fit."""

from __future__ import annotations

from triplicate.diagnostics import Diagnostics
from triplicate.load.prose import Value
from triplicate.report.model import Report
from triplicate.report.values import ValueProblem, evaluate
from triplicate.report.walk import walk_inlines


def check_values(report: Report, diagnostics: Diagnostics) -> None:
    """Compute each value once, and report those that can't be."""
    for inline in walk_inlines(report.body):
        if isinstance(inline, Value):
            try:
                evaluate(inline, report)
            except ValueProblem as problem:
                diagnostics.error("value-is-known", problem.message, inline.span, problem.hint)
