"""Mistakes in YAML's indentation and lists, in plain words (stage 1)."""

from __future__ import annotations

import re

from triplicate.diagnostics import quoted
from triplicate.load.yaml_case import KEY, Case, Start

_RULE = "yaml-indentation"
_SPACES = {0xA0: " ", 0x202F: " "}
_NO_BREAK = re.compile(r" *(?:- +)*(?:-|[^\s:#'\"]+:)? *([\u00a0\u202f]+)")
# What stands for a colon: other signs, and the colon of East Asian type.
_KEY_WITHOUT_COLON = re.compile(r"([^\s=;：]+)\s*([=;：])?\s*(.*)")


def tab(case: Case) -> bool:
    """Tabs before the text, which YAML forbids: all such lines at once."""
    if "\t" not in _indent(case.text):
        return False
    for line, text in enumerate(case.mended.lines):
        indent = _indent(text)
        if "\t" in indent and text.strip():
            case.error(
                _RULE,
                "expected spaces before the text, found a tab",
                case.mended.span(line, indent.index("\t")),
                "indent with two spaces a level; set your editor to insert spaces",
            )
            case.replace(line, indent.replace("\t", "  ") + text.lstrip(), sure=False)
    return True


def no_break_space(case: Case) -> bool:
    """No-break spaces where YAML wants spaces, as web pages and Word have them: all at once."""
    before = case.mended.text
    for line, text in enumerate(case.mended.lines):
        found = _NO_BREAK.match(text)
        if found:
            case.error(
                _RULE,
                "expected a space, found a no-break space, which looks the same",
                case.mended.span(line, found.start(1), len(found[1])),
                "type a space with the space bar in its place",
            )
            mended = text[: found.end()].translate(_SPACES) + text[found.end() :]
            case.replace(line, mended, sure=True)
    return case.mended.text != before


def item_after_key(case: Case) -> bool:
    """``body: - text: …`` on one line."""
    if "sequence entries" not in case.problem:
        return False
    return case.error(
        "yaml-list",
        "expected a list item on a line of its own, found it behind a key",
        case.mended.span(case.line, case.column),
        "put each - on a line of its own, two spaces deeper than the key; quote text with a dash",
    )


def deeper_than_before(case: Case) -> bool:
    """A key below a key that has a value already."""
    before = case.before()
    match = KEY.match(case.text)
    if "mapping values" not in case.problem or before is None or not match:
        return False
    key = KEY.match(case.mended.lines[before])
    if not key:
        return _no_colon(case, before)
    return _report(case, Start(before, key.start("key"), False))


def no_colon(case: Case) -> bool:
    """A line that is neither a key with a value nor part of a value."""
    return "expected ':'" in case.problem and _no_colon(case, case.context_line)


def _no_colon(case: Case, line: int) -> bool:
    text = case.mended.lines[line]
    column = len(text) - len(text.lstrip(" -"))
    written = _KEY_WITHOUT_COLON.match(text[column:].strip())
    word, mark, rest = written.groups() if written else (text.strip(), "", "")
    hint = f"write {word}: {rest or '…'}"
    mended = f"{word}: {rest}" if mark else f"# {text[column:]}"
    case.replace(line, text[:column] + mended, sure=bool(mark))
    return case.error(
        "yaml-key",
        f"expected a key, a colon and a value, found {quoted(text.strip())}",
        case.mended.span(line, column, max(1, len(text.rstrip()) - column)),
        hint if mark else f"{hint}, or indent it if it is part of the value above",
    )


def uneven(case: Case) -> bool:
    """A line that starts at no column that its neighbours start at."""
    if "parsing a block" not in case.context:
        return False
    is_item = case.text[case.column :].startswith("-")
    is_key = KEY.match(case.text) is not None and not is_item
    alike = [
        start
        for start in case.open_blocks()
        if start.is_item == is_item and start.column != case.column
    ]
    if (is_item or is_key) and alike:
        return _report(case, min(alike, key=lambda start: abs(start.column - case.column)))
    place = case.mended.span(case.line, case.column)
    found = quoted(case.text.strip(), 40)
    if is_item and 0 < case.column == case.context_column:
        return _first_without_dash(case)
    if is_item:
        hint = "put a key with a colon above the list, or delete the -"
        return case.error("yaml-list", f"expected a key, found the list item {found}", place, hint)
    if "collection" in case.context:
        message = f"expected a list item as in line {case.context_line + 1}, found {found}"
        hint = "start it with a -, or indent it to belong to the item above"
        return case.error("yaml-list", message, place, hint)
    return case.error(
        _RULE,
        f"expected a key, a colon and a value, found {found}",
        place,
        "indent it two spaces more than its key if it belongs to the value above",
    )


def _first_without_dash(case: Case) -> bool:
    """A list whose first item is ``-file: …`` or ``file: …``, and so was read as a block."""
    line, column = case.context_line, case.context_column
    text = case.mended.lines[line]
    item = text[column:].removeprefix("-")
    case.replace(line, f"{text[:column]}- {item}", sure=False)
    return case.error(
        "yaml-list",
        f"expected - and a space before a list item, found {quoted(text[column:].strip(), 40)}",
        case.mended.span(line, column),
        f"write: - {item.strip()}",
    )


def _report(case: Case, start: Start) -> bool:
    """Say that the line should start where ``start`` is, and move it there."""
    text = case.text.lstrip()
    length = len(_first_word(text))
    above = case.mended.lines[start.line][start.column :]
    place = case.mended.span(case.line, len(case.text) - len(text), length)
    case.replace(case.line, " " * start.column + text, sure=False)
    return case.error(
        _RULE,
        f"expected {quoted(_first_word(text))} at column {start.column + 1}, under "
        f"{quoted(_first_word(above))} of line {start.line + 1}, found it at column {place.column}",
        place,
        f"start the line with {_spaces(start.column)}",
    )


def _first_word(text: str) -> str:
    return "-" if text.startswith("-") else text.split(":")[0].strip()


def _indent(text: str) -> str:
    return text[: len(text) - len(text.lstrip())]


def _spaces(count: int) -> str:
    return {0: "no spaces", 1: "1 space"}.get(count, f"{count} spaces")
