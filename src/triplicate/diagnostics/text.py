"""Diagnostics for people: one line that makes sense alone, the source line, a hint, the trace."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from unicodedata import combining, east_asian_width

from triplicate.diagnostics.records import Diagnostic, Diagnostics, Severity, Span
from triplicate.diagnostics.wording import harmless

ReadLine = Callable[[str, int], str | None]
"""Gives a line of a file by its path and number (from 1), or None when there is none."""

_WIDTH = 100
_MOST_ALIKE = 20
_TAB = "    "
_COLORS = {
    Severity.ERROR: "\x1b[1;31m",
    Severity.WARNING: "\x1b[1;33m",
    Severity.INFO: "\x1b[1;36m",
}
_BOLD, _DIM, _RESET = "\x1b[1m", "\x1b[2m", "\x1b[0m"


def format_text(diagnostics: Iterable[Diagnostic], read_line: ReadLine | None, color: bool) -> str:
    """Return ``diagnostics``, sorted, as text for a terminal; empty if there are none.

    The first line of each is ``file:line:column: severity[rule]: message``. ``read_line`` gives
    the source lines to quote; None leaves them out. ``color`` adds ANSI colours. After 20 of one
    kind in one file, the others are only counted.
    """
    paint = _painted if color else _plain
    told: Counter[tuple[str, str]] = Counter()
    parts = []
    for item in Diagnostics(diagnostics).sorted():
        kind = _kind(item)
        told[kind] += 1
        if told[kind] <= _MOST_ALIKE:
            parts.append("\n".join(_lines(item, read_line, paint)))
    parts += [_rest(kind, count - _MOST_ALIKE) for kind, count in told.items()]
    text = "\n\n".join(part for part in parts if part)
    return f"{text}\n" if text else ""


def _kind(item: Diagnostic) -> tuple[str, str]:
    return item.span.file if item.span else "", f"{item.severity}[{item.rule}]"


def _rest(kind: tuple[str, str], count: int) -> str:
    """Say how many more of one kind there are in a file, which are not shown."""
    if count <= 0:
        return ""
    place = f"{harmless(kind[0])}: " if kind[0] else ""
    return f"{place}{kind[1]}: and {count} more like these; --format json lists all"


def _plain(text: str, style: str) -> str:
    return text


def _painted(text: str, style: str) -> str:
    return f"{style}{text}{_RESET}"


def _lines(
    item: Diagnostic, read_line: ReadLine | None, paint: Callable[[str, str], str]
) -> Iterator[str]:
    place = f"{harmless(str(item.span))}: " if item.span else ""
    label = paint(f"{item.severity}[{item.rule}]", _COLORS[item.severity])
    yield f"{place}{label}: {paint(harmless(item.message), _BOLD)}"
    if item.span and read_line is not None:
        source = read_line(item.span.file, item.span.line)
        if source is not None and source.strip():
            yield from _excerpt(source, item.span, paint, _COLORS[item.severity])
    if item.hint:
        yield f"{paint('hint:', _BOLD)} {harmless(item.hint)}"
    for what, span in item.trace:
        where = f" ({harmless(str(span))})" if span else ""
        yield paint(f"while reading {harmless(what)}{where}", _DIM)


def _excerpt(
    source: str, span: Span, paint: Callable[[str, str], str], style: str
) -> Iterator[str]:
    source = source.removeprefix("\ufeff").rstrip("\r\n")
    start = min(span.column - 1, len(source))
    end = span.end_column - 1 if span.end_line == span.line else 0
    if span.end_line > span.line:
        end = len(source.rstrip())
    end = min(max(end, start + 1), max(len(source), start + 1))
    source, start, end = _window(source, start, end)
    gutter = str(span.line)
    before = _columns(source[:start])
    under = max(1, _columns(source[start:end]))
    yield f"{gutter} | {_visible(source)}"
    yield f"{' ' * len(gutter)} | {' ' * before}{paint('^' * under, style)}"


def _window(source: str, start: int, end: int) -> tuple[str, int, int]:
    """Cut a long line down to what surrounds the marked part."""
    if len(source) <= _WIDTH:
        return source, start, end
    first = max(0, min(start - _WIDTH // 3, len(source) - _WIDTH))
    last = min(len(source), first + _WIDTH)
    head, tail = "…" * (first > 0), "…" * (last < len(source))
    shift = len(head) - first
    return head + source[first:last] + tail, start + shift, min(end, last) + shift


def _visible(text: str) -> str:
    return harmless(text.replace("\t", _TAB))


def _columns(text: str) -> int:
    """Return the width of ``text`` in terminal columns: wide characters take two."""
    if text.isascii():
        return len(text) + text.count("\t") * (len(_TAB) - 1)
    return sum(_width(char) for char in _visible(text))


def _width(char: str) -> int:
    """Return the terminal columns that one character takes.

    Noncharacters take one: Python 3.11 calls U+FFFF wide, later versions do not.
    """
    if combining(char):
        return 0
    wide = east_asian_width(char) in "WF" and ord(char) & 0xFFFE != 0xFFFE
    return 2 if wide else 1
