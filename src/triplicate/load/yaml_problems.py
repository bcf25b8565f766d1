"""Broken YAML in words for people who don't know YAML's insides, and mends to read on (stage 1).

Input: the parser's error and the text; output: a diagnostic, and the text as it was meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from triplicate.diagnostics import Diagnostics, Span, quoted
from triplicate.load.source import Source

_KEY = re.compile(r"(?P<indent>\s*(?:- +)*)(?P<key>[^\s:#'\"\[\]{}&*!|>%@`-][^:#]*?)(?P<colon>:)")
_INDENTATION = "yaml-indentation"


class Mended:
    """The text with the mistakes mended that were found so far, line by line."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.lines = source.text.split("\n")
        self.guessed = False

    @property
    def text(self) -> str:
        """All lines as one text."""
        return "\n".join(self.lines)

    def span(self, line: int, column: int, length: int = 1) -> Span:
        """Return the place of ``length`` characters; ``line`` and ``column`` count from 0."""
        return Span(self.source.file, line + 1, column + 1, line + 1, column + 1 + length)


class _Case:
    """One parser error with the line it is on."""

    def __init__(self, problem: Any, mended: Mended, diagnostics: Diagnostics) -> None:
        self.mended = mended
        self.diagnostics = diagnostics
        mark = problem.problem_mark
        context = problem.context_mark
        self.problem: str = problem.problem or ""
        self.context: str = problem.context or ""
        self.line: int = min(mark.line, len(mended.lines) - 1)
        self.column: int = mark.column
        self.text = mended.lines[self.line]
        self.context_line: int = context.line if context else self.line
        self.context_column: int = context.column if context else self.column

    def before(self) -> int | None:
        """Return the last line before this one that has more than blanks or a comment."""
        for line in range(self.line - 1, -1, -1):
            text = self.mended.lines[line].strip()
            if text and not text.startswith("#"):
                return line
        return None

    def error(self, rule: str, message: str, span: Span, hint: str) -> bool:
        """Report; always True, for a rule to end with."""
        self.diagnostics.error(rule, message, span, hint)
        return True

    def replace(self, line: int, text: str, *, sure: bool) -> None:
        """Mend ``line``; a guess keeps later errors of form quiet, for they may come from it."""
        self.mended.lines[line] = text
        self.mended.guessed = self.mended.guessed or not sure


def mend(problem: Any, mended: Mended, diagnostics: Diagnostics) -> bool:
    """Report ``problem`` (a yaml.YAMLError), mend it in ``mended``; False if it can't be mended."""
    if mended.guessed:
        return False
    if getattr(problem, "problem_mark", None) is None:
        message = "expected well-formed YAML, found what the parser can't read"
        diagnostics.error("yaml-syntax", message, Span(mended.source.file, 1, 1))
        return False
    case = _Case(problem, mended, diagnostics)
    before = mended.text
    for rule in _RULES:
        if rule(case):
            return mended.text != before
    found = f"{case.context}: {case.problem}" if case.context else case.problem
    diagnostics.error(
        "yaml-syntax",
        f"expected well-formed YAML, found: {found}",
        mended.span(case.line, case.column),
    )
    return False


def _tab(case: _Case) -> bool:
    if "\t" not in case.text[: len(case.text) - len(case.text.lstrip())]:
        return False
    for line, text in enumerate(case.mended.lines):
        indent = text[: len(text) - len(text.lstrip())]
        if "\t" in indent and text.strip():
            case.error(
                _INDENTATION,
                "expected spaces before the text, found a tab",
                case.mended.span(line, indent.index("\t")),
                "indent with two spaces a level; set your editor to insert spaces",
            )
            case.replace(line, indent.replace("\t", "  ") + text.lstrip(), sure=False)
    return True


def _starts_with_special(case: _Case) -> bool:
    """A value that starts with a character which means something to YAML."""
    match = _KEY.match(case.text)
    start = match.end() if match else len(case.text) - len(case.text.lstrip("- "))
    value = case.text[start:].strip()
    if not value.startswith(("@", "`", "%", "*", "{{")) or case.column < start:
        return False
    column = case.text.index(value, start)
    found = "{{" if value.startswith("{{") else value[0]
    mended = case.text[:column] + _single_quoted(value)
    case.replace(case.line, mended, sure=True)
    return case.error(
        "yaml-quotes",
        f"expected quotes around a value that starts with {found}, found none",
        case.mended.span(case.line, column, len(value)),
        f"write: {mended.strip()}",
    )


def _colon_in_value(case: _Case) -> bool:
    match = _KEY.match(case.text)
    if "mapping values" not in case.problem or not match or match.end() > case.column:
        return False
    value = case.text[match.end() :].strip()
    if not case.text[match.end() : match.end() + 1].isspace() or not value:
        return False
    mended = f"{case.text[: match.end()]} {_single_quoted(value)}"
    case.replace(case.line, mended, sure=True)
    return case.error(
        "yaml-quotes",
        "expected quotes around a value with a colon in it, found none",
        case.mended.span(case.line, case.column),
        f"write: {mended.strip()}",
    )


def _no_space_after_colon(case: _Case) -> bool:
    if "mapping values" not in case.problem and "expected ':'" not in case.problem:
        return False
    for line in (case.context_line, case.before(), case.line):
        text = case.mended.lines[line] if line is not None else ""
        match = _KEY.match(text)
        if line is None or not match or not text[match.end() : match.end() + 1].strip():
            continue
        if text[match.end() :].startswith("//"):
            continue
        mended = f"{text[: match.end()]} {text[match.end() :]}"
        case.replace(line, mended, sure=True)
        return case.error(
            "yaml-space-after-colon",
            f"expected a space after the colon, found {quoted(text[match.end() :])}",
            case.mended.span(line, match.start("colon")),
            f"write: {mended.strip()}",
        )
    return False


def _open_quote(case: _Case) -> bool:
    if "quoted scalar" not in case.context or "end of stream" not in case.problem:
        return False
    line, column = case.context_line, case.context_column
    return _report_open_quote(case, line, column)


def _report_open_quote(case: _Case, line: int, column: int) -> bool:
    text = case.mended.lines[line]
    quote = text[column]
    case.replace(line, text.rstrip() + quote, sure=False)
    return case.error(
        "yaml-quotes",
        f"expected a closing quote {quote}, found none",
        case.mended.span(line, column, len(text.rstrip()) - column),
        f"write: {text.strip()}{quote}",
    )


def _text_after_quote(case: _Case) -> bool:
    if not re.search(r"""['"]\s*$""", case.text[: case.column]) or "block" not in case.context:
        return False
    start = _last_quoted_start(case)
    if start is None:
        return False
    line, column = start
    if line < case.line:
        return _report_open_quote(case, line, column)
    value = case.text[column:].strip()
    inner = value[1:].removesuffix(value[0])
    mended = case.text[:column] + (
        f'"{inner}"' if '"' not in inner and "\\" not in inner else _single_quoted(inner)
    )
    case.replace(line, mended, sure=True)
    return case.error(
        "yaml-quotes",
        f"expected nothing after the closing quote, found {quoted(case.text[case.column :])}",
        case.mended.span(line, case.column),
        f"write: {mended.strip()}",
    )


def _last_quoted_start(case: _Case) -> tuple[int, int] | None:
    """Return line and column of the quoted value that ends last before the problem."""
    import yaml

    found = None
    try:
        for token in yaml.scan(case.mended.text, Loader=yaml.SafeLoader):
            if (token.start_mark.line, token.start_mark.column) >= (case.line, case.column):
                break
            if getattr(token, "style", None) in ("'", '"'):
                found = (token.start_mark.line, token.start_mark.column)
    except yaml.YAMLError:
        return found
    return found


def _open_bracket(case: _Case) -> bool:
    if "flow" not in case.context:
        return False
    close = "]" if "sequence" in case.context else "}"
    opening = "[" if close == "]" else "{"
    return case.error(
        "yaml-brackets",
        f"expected a comma or {close} after what {opening} opened, found something else",
        case.mended.span(case.context_line, case.context_column),
        f"close the {opening} with {close}, or put quotes around the text",
    )


def _item_after_key(case: _Case) -> bool:
    if "sequence entries" not in case.problem:
        return False
    return case.error(
        "yaml-list",
        "expected a list item on a line of its own, found it behind a key",
        case.mended.span(case.line, case.column),
        "put each - on a line of its own, two spaces deeper than the key",
    )


def _deeper_than_before(case: _Case) -> bool:
    """A key below a key that has a value already."""
    before = case.before()
    match = _KEY.match(case.text)
    if "mapping values" not in case.problem or before is None or not match:
        return False
    above = case.mended.lines[before]
    key = _KEY.match(above)
    if not key:
        return _no_colon(case, before)
    expected, found = len(key["indent"]), len(match["indent"])
    case.replace(case.line, " " * expected + case.text.lstrip(), sure=False)
    return case.error(
        _INDENTATION,
        f"expected {quoted(match['key'])} under {quoted(key['key'])} in line {before + 1}, "
        f"at column {expected + 1}, found it at column {found + 1}",
        case.mended.span(case.line, found, len(match["key"])),
        f"start it with {_spaces(expected)}",
    )


def _no_colon(case: _Case, line: int) -> bool:
    text = case.mended.lines[line]
    column = len(text) - len(text.lstrip(" -"))
    case.replace(line, f"{text[:column]}# {text[column:]}", sure=False)
    return case.error(
        "yaml-key",
        f"expected a key, a colon and a value, found {quoted(text.strip())}",
        case.mended.span(line, column, max(1, len(text.strip()))),
        f"write: {text.strip()}: … ; or indent it as part of the value above",
    )


def _no_colon_here(case: _Case) -> bool:
    return "expected ':'" in case.problem and _no_colon(case, case.context_line)


def _uneven(case: _Case) -> bool:
    """A line that starts at no column its neighbours start at."""
    if "parsing a block" not in case.context:
        return False
    expected, found = case.context_column, case.column
    item = case.text[found:].startswith("-")
    where = f"like line {case.context_line + 1}"
    if found == expected and "collection" in case.context:
        message = f"expected another list item {where}, found {quoted(case.text.strip())}"
        hint = f"start it with {_spaces(expected)} and a -, or indent it two spaces more"
    elif found == expected and item:
        message = f"expected a key {where}, found a list item"
        hint = "put a key with a colon above the list, or delete the -"
    else:
        message = f"expected this line to start at column {expected + 1} {where}, "
        message += f"found it at column {found + 1}"
        hint = f"start it with {_spaces(expected)}; what belongs together starts at one column"
        case.replace(case.line, " " * expected + case.text.lstrip(), sure=False)
    return case.error(_INDENTATION, message, case.mended.span(case.line, found), hint)


def _escape(case: _Case) -> bool:
    if "escape" not in case.problem:
        return False
    return case.error(
        "yaml-quotes",
        "expected a known escape after \\ in double quotes, found another character",
        case.mended.span(case.line, max(0, case.column - 1), 2),
        "use single quotes, in which \\ is an ordinary character",
    )


def _after_the_end(case: _Case) -> bool:
    if "document start" not in case.problem:
        return False
    return case.error(
        "yaml-syntax",
        f"expected the end of the file, found {quoted(case.text[case.column :].strip())}",
        case.mended.span(case.line, case.column),
        "look for a bracket or line too many",
    )


def _block_header(case: _Case) -> bool:
    if "block scalar" not in case.context:
        return False
    return case.error(
        "yaml-syntax",
        "expected the text to start on the line below | or >, found it behind",
        case.mended.span(case.line, case.column),
        "put the text on the next line, two spaces deeper than its key",
    )


def _single_quoted(value: str) -> str:
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"


def _spaces(count: int) -> str:
    return {0: "no spaces", 1: "1 space"}.get(count, f"{count} spaces")


_RULES: tuple[Callable[[_Case], bool], ...] = (
    _tab,
    _starts_with_special,
    _open_quote,
    _no_space_after_colon,
    _colon_in_value,
    _deeper_than_before,
    _no_colon_here,
    _text_after_quote,
    _open_bracket,
    _item_after_key,
    _escape,
    _block_header,
    _uneven,
    _after_the_end,
)
