"""What went wrong, where, and how to mend it: records for every stage, and printers."""

from __future__ import annotations

from triplicate.diagnostics.machine import format_github, format_json, format_sarif
from triplicate.diagnostics.records import (
    Diagnostic,
    Diagnostics,
    Severity,
    Span,
    TriplicateError,
)
from triplicate.diagnostics.text import format_text
from triplicate.diagnostics.wording import nearest, quoted

__all__ = [
    "Diagnostic",
    "Diagnostics",
    "Severity",
    "Span",
    "TriplicateError",
    "format_github",
    "format_json",
    "format_sarif",
    "format_text",
    "nearest",
    "quoted",
]
