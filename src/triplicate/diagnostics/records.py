"""The record of one problem, and the collector that every stage writes to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of a source file.

    Lines and columns count from 1, columns in characters (code points). The end is exclusive;
    ``end_line == 0`` means a point. ``file`` is the path as the user would type it.
    """

    file: str
    line: int
    column: int
    end_line: int = 0
    end_column: int = 0

    def __str__(self) -> str:
        """Return ``file:line:column``."""
        return f"{self.file}:{self.line}:{self.column}"

    def through(self, last: Span) -> Span:
        """Return the span from the start of this one to the end of ``last``."""
        end = (last.end_line, last.end_column) if last.end_line else (last.line, last.column)
        return Span(*self[:3], *end)


class Severity(StrEnum):
    """How bad it is: only an error stops a build."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


Trace = tuple[tuple[str, Span | None], ...]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem: ``message`` says what was expected and found, ``hint`` how to mend it.

    ``rule`` is a stable name of what should hold, in kebab case. ``trace`` lists what was being
    read, innermost first.
    """

    severity: Severity
    rule: str
    message: str
    span: Span | None = None
    hint: str = ""
    trace: Trace = ()


class Diagnostics:
    """Collects diagnostics in the order they are found; picklable."""

    def __init__(self, items: Iterable[Diagnostic] = ()) -> None:
        self._items: list[Diagnostic] = list(items)
        self._trace: Trace = ()

    def add(self, diagnostic: Diagnostic) -> None:
        """Keep ``diagnostic``, with what is being read now added to its trace."""
        if self._trace:
            diagnostic = replace(diagnostic, trace=diagnostic.trace + self._trace)
        self._items.append(diagnostic)

    def error(
        self, rule: str, message: str, span: Span | None = None, hint: str = "", trace: Trace = ()
    ) -> None:
        """Add a problem that stops the build."""
        self.add(Diagnostic(Severity.ERROR, rule, message, span, hint, trace))

    def warning(
        self, rule: str, message: str, span: Span | None = None, hint: str = "", trace: Trace = ()
    ) -> None:
        """Add a problem that the build survives."""
        self.add(Diagnostic(Severity.WARNING, rule, message, span, hint, trace))

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Add several diagnostics."""
        for diagnostic in diagnostics:
            self.add(diagnostic)

    @contextmanager
    def reading(self, what: str, span: Span | None = None) -> Iterator[None]:
        """Note ``what`` is being read in the trace of all that is added inside the block."""
        outer = self._trace
        self._trace = ((what, span), *outer)
        try:
            yield
        finally:
            self._trace = outer

    @property
    def has_errors(self) -> bool:
        """Whether one of them is an error."""
        return any(item.severity is Severity.ERROR for item in self._items)

    def sorted(self) -> Diagnostics:
        """Return them by file, line and column, without duplicates; those without a place first."""
        return Diagnostics(sorted(dict.fromkeys(self._items), key=_place))

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self._items)

    def __repr__(self) -> str:
        return f"Diagnostics({self._items!r})"


def _place(diagnostic: Diagnostic) -> tuple[str, int, int, str]:
    span = diagnostic.span
    if span is None:
        return ("", 0, 0, diagnostic.rule)
    return (span.file, span.line, span.column, diagnostic.rule)


class TriplicateError(Exception):
    """Raised by public functions when the user's material has errors: see ``diagnostics``."""

    def __init__(self, diagnostics: Diagnostics) -> None:
        super().__init__(diagnostics)
        self.diagnostics = diagnostics

    def __str__(self) -> str:
        return "\n".join(
            f"{item.span or 'triplicate'}: {item.severity}[{item.rule}]: {item.message}"
            for item in self.diagnostics.sorted()
        )
