"""Broken YAML in words for people who don't know YAML's insides, and mends to read on (stage 1).

Input: the parser's error and the text; output: a diagnostic, and the text as it was meant.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from triplicate.diagnostics import Diagnostics, Span, quoted
from triplicate.load import yaml_indents, yaml_quotes
from triplicate.load.yaml_case import Case, Mended


def mend(problem: Any, mended: Mended, diagnostics: Diagnostics) -> bool:
    """Report ``problem`` (a yaml.YAMLError), mend it in ``mended``; False if it can't be mended."""
    if mended.guessed:
        return False
    if getattr(problem, "problem_mark", None) is None:
        message = "expected well-formed YAML, found what the parser can't read"
        diagnostics.error("yaml-syntax", message, Span(mended.source.file, 1, 1))
        return False
    case = Case(problem, mended, diagnostics)
    before = mended.text
    for rule in _RULES:
        if rule(case):
            return mended.text != before
    found = f"{case.context}: {case.problem}" if case.context else case.problem
    message = f"expected well-formed YAML, found: {found}"
    hint = "put quotes around text that has one of : # [ ] { } , & * ! | > ? in it"
    diagnostics.error("yaml-syntax", message, mended.span(case.line, case.column), hint)
    return False


def _after_the_end(case: Case) -> bool:
    if "document start" not in case.problem:
        return False
    return case.error(
        "yaml-syntax",
        f"expected the end of the file, found {quoted(case.text[case.column :].strip())}",
        case.mended.span(case.line, case.column),
        "look for a bracket or line too many",
    )


def _block_header(case: Case) -> bool:
    if "block scalar" not in case.context:
        return False
    return case.error(
        "yaml-syntax",
        "expected the text to start on the line below | or >, found it behind",
        case.mended.span(case.line, case.column),
        "put the text on the next line, two spaces deeper than its key",
    )


def _stray_bracket(case: Case) -> bool:
    if "block node" not in case.context:
        return False
    return case.error(
        "yaml-brackets",
        f"expected a value, found {quoted(case.text[case.column :].strip(), 30)}",
        case.mended.span(case.line, case.column),
        "delete the bracket or comma, or put quotes around the text",
    )


def _second_colon(case: Case) -> bool:
    if "mapping values" not in case.problem:
        return False
    return case.error(
        "yaml-syntax",
        f"expected one key and its value, found a colon more in {quoted(case.text.strip(), 40)}",
        case.mended.span(case.line, case.column),
        "put quotes around text with a colon in it; start each key on a line of its own",
    )


_RULES: tuple[Callable[[Case], bool], ...] = (
    yaml_indents.no_break_space,
    yaml_indents.tab,
    yaml_quotes.starts_with_special,
    yaml_quotes.open_quote,
    yaml_quotes.no_space_after_colon,
    yaml_quotes.colon_in_value,
    yaml_indents.deeper_than_before,
    yaml_indents.no_colon,
    yaml_quotes.text_after_quote,
    yaml_quotes.open_bracket,
    yaml_indents.item_after_key,
    yaml_quotes.escape,
    yaml_quotes.special_inside,
    _block_header,
    _stray_bracket,
    yaml_indents.uneven,
    _after_the_end,
    _second_colon,
)
"""Tried in this order; the first that knows the mistake reports it."""
