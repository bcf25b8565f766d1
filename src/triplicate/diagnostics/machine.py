"""Diagnostics for programs: JSON, SARIF 2.1.0 and GitHub workflow annotations."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from triplicate.diagnostics.records import Diagnostic, Diagnostics, Severity, Span

_SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_SARIF_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_GITHUB_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def format_json(diagnostics: Iterable[Diagnostic]) -> str:
    """Return ``{"version": 1, "diagnostics": [...]}``, sorted, one flat object a diagnostic."""
    items = [_record(item) for item in Diagnostics(diagnostics).sorted()]
    return _dump({"version": 1, "diagnostics": items})


def format_sarif(diagnostics: Iterable[Diagnostic]) -> str:
    """Return a SARIF 2.1.0 log with one run; columns count code points (section 3.14.17)."""
    ordered = list(Diagnostics(diagnostics).sorted())
    rules = sorted({item.rule for item in ordered})
    run = {
        "tool": {"driver": {"name": "triplicate", "rules": [{"id": rule} for rule in rules]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(item, rules.index(item.rule)) for item in ordered],
    }
    return _dump({"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]})


def format_github(diagnostics: Iterable[Diagnostic]) -> str:
    """Return workflow commands, one a line, which GitHub shows beside the changed lines."""
    return "".join(_annotation(item) + "\n" for item in Diagnostics(diagnostics).sorted())


def _dump(value: object) -> str:
    from json import dumps

    text = dumps(value, ensure_ascii=False, indent=2) + "\n"
    # A lone surrogate can't be written as UTF-8; file names of other encodings contain some.
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _record(item: Diagnostic) -> dict[str, Any]:
    return {
        "severity": str(item.severity),
        "rule": item.rule,
        "message": item.message,
        "hint": item.hint,
        **_place(item.span),
        "trace": [{"reading": what, **_place(span)} for what, span in item.trace],
    }


def _place(span: Span | None) -> dict[str, Any]:
    return span._asdict() if span else {}


def _result(item: Diagnostic, rule_index: int) -> dict[str, Any]:
    hint = f"\nHint: {item.hint}" if item.hint else ""
    result: dict[str, Any] = {
        "ruleId": item.rule,
        "ruleIndex": rule_index,
        "level": _SARIF_LEVEL[item.severity],
        "message": {"text": item.message + hint},
    }
    if item.span:
        result["locations"] = [_location(item.span)]
    related = [
        {**_location(span), "message": {"text": f"while reading {what}"}}
        for what, span in item.trace
        if span
    ]
    if related:
        result["relatedLocations"] = related
    return result


def _location(span: Span) -> dict[str, Any]:
    from urllib.parse import quote

    region = {"startLine": span.line, "startColumn": span.column}
    if span.end_line:
        region |= {"endLine": span.end_line, "endColumn": span.end_column}
    uri = quote(span.file.replace("\\", "/").encode("utf-8", "surrogateescape"))
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}


def _annotation(item: Diagnostic) -> str:
    fields = {"title": item.rule}
    if item.span:
        fields |= {"file": item.span.file, "line": str(item.span.line)}
        fields |= {"col": str(item.span.column)}
        if item.span.end_line:
            fields |= {"endLine": str(item.span.end_line)}
            # GitHub takes columns only for a range within one line.
            if item.span.end_line == item.span.line:
                fields |= {"endColumn": str(item.span.end_column)}
    text = ",".join(f"{name}={_escape(value, property_=True)}" for name, value in fields.items())
    hint = f"\nhint: {item.hint}" if item.hint else ""
    return f"::{_GITHUB_LEVEL[item.severity]} {text}::{_escape(item.message + hint)}"


def _escape(text: str, property_: bool = False) -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if property_ else text
