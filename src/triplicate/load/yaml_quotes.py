"""Mistakes in YAML that quotes, a colon or a bracket would mend, in plain words (stage 1)."""

from __future__ import annotations

import re

from triplicate.diagnostics import quoted
from triplicate.load.yaml_case import KEY, Case, quoted_value

_SPECIAL = ("@", "`", "%", "*", "&", "!", "{{")


def starts_with_special(case: Case) -> bool:
    """A value that starts with a character which means something to YAML."""
    match = KEY.match(case.text)
    start = match.end() if match else len(case.text) - len(case.text.lstrip("- "))
    value = case.text[start:].strip()
    if not value.startswith(_SPECIAL) or case.column < start:
        return False
    column = case.text.index(value, start)
    found = "{{" if value.startswith("{{") else value[0]
    mended = case.text[:column] + quoted_value(value)
    case.replace(case.line, mended, sure=True)
    return case.error(
        "yaml-quotes",
        f"expected quotes around a value that starts with {found}, found none",
        case.mended.span(case.line, column, len(value)),
        f"write: {mended.strip()}",
    )


def special_inside(case: Case) -> bool:
    """The same inside brackets, where the value's end can't be guessed."""
    if not re.search("cannot start any token|anchor|alias|tag", case.problem + case.context):
        return False
    line = case.context_line if "anchor" in case.context or "tag" in case.context else case.line
    column = case.context_column if line == case.context_line else case.column
    char = case.mended.lines[line][column : column + 1]
    return case.error(
        "yaml-quotes",
        f"expected quotes around text with {char} at its start, found none",
        case.mended.span(line, column),
        "put the text between quotes, or delete the character",
    )


def no_space_after_colon(case: Case) -> bool:
    """``title:Roundtable``, which YAML takes for one word."""
    if "mapping values" not in case.problem and "expected ':'" not in case.problem:
        return False
    for line in (case.context_line, case.before(), case.line):
        text = case.mended.lines[line] if line is not None else ""
        match = KEY.match(text)
        if line is None or not match or not text[match.end() : match.end() + 1].strip():
            continue
        if text[match.end() :].startswith("//"):  # an address, not a key
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


def colon_in_value(case: Case) -> bool:
    """``title: A: B`` without quotes."""
    match = KEY.match(case.text)
    if "mapping values" not in case.problem or not match or match.end() > case.column:
        return False
    value = case.text[match.end() :].strip()
    if not case.text[match.end() : match.end() + 1].isspace() or not value:
        return False
    mended = f"{case.text[: match.end()]} {quoted_value(value)}"
    case.replace(case.line, mended, sure=True)
    return case.error(
        "yaml-quotes",
        "expected quotes around a value with a colon in it, found none",
        case.mended.span(case.line, case.column),
        f"write: {mended.strip()}",
    )


def open_quote(case: Case) -> bool:
    """A quote that nothing closes."""
    if "quoted scalar" not in case.context or "end of stream" not in case.problem:
        return False
    return _report_open_quote(case, case.context_line, case.context_column)


def _report_open_quote(case: Case, line: int, column: int) -> bool:
    text = case.mended.lines[line]
    quote = text[column]
    case.replace(line, text.rstrip() + quote, sure=False)
    return case.error(
        "yaml-quotes",
        f"expected a closing quote {quote}, found none",
        case.mended.span(line, column, len(text.rstrip()) - column),
        f"write: {text.strip()}{quote}",
    )


def text_after_quote(case: Case) -> bool:
    """``title: 'it's'``, or a quote that a later line closes by chance."""
    if not re.search(r"""['"]\s*$""", case.text[: case.column]) or "block" not in case.context:
        return False
    start = _last_quoted_start(case)
    if start is None:
        return False
    line, column = start
    if line < case.line:
        return _report_open_quote(case, line, column)
    value = case.text[column:].strip()
    # 'it's' has its quotes around it already; "Growth" and more wants others around it all.
    whole = len(value) > 1 and value.endswith(value[0])
    mended = case.text[:column] + quoted_value(value[1:-1] if whole else value)
    case.replace(line, mended, sure=True)
    return case.error(
        "yaml-quotes",
        f"expected nothing after the closing quote, found {quoted(case.text[case.column :])}",
        case.mended.span(line, case.column),
        f"write: {mended.strip()}",
    )


def _last_quoted_start(case: Case) -> tuple[int, int] | None:
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


def open_bracket(case: Case) -> bool:
    """``[`` or ``{`` whose items aren't separated or that nothing closes."""
    if "flow" not in case.context:
        return False
    opening, close = ("[", "]") if "sequence" in case.context else ("{", "}")
    same = case.line == case.context_line
    rest = (case.text[case.column :] if same else case.text).strip()
    return case.error(
        "yaml-brackets",
        f"expected a comma or {close} after what {opening} opened, "
        f"found {quoted(rest, 30) if rest else 'the end of the text'}",
        case.mended.span(case.context_line, case.context_column),
        f"close the {opening} with {close}, or put quotes around the text",
    )


def escape(case: Case) -> bool:
    r"""A ``\`` between double quotes that starts no escape."""
    if "escape" not in case.problem and "hexdecimal" not in case.problem:
        return False
    return case.error(
        "yaml-quotes",
        "expected a known escape after \\ in double quotes, found another character",
        case.mended.span(case.line, max(0, case.column - 1), 2),
        "use single quotes, in which \\ is an ordinary character",
    )
