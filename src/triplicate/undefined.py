"""What a template names and the report has not: noted with the template's line, all in one run.

Input: the collector of a build. Output: the class that Jinja makes its undefined values of.
`jinja2.StrictUndefined` would stop at the first.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from jinja2 import ChainableUndefined

from triplicate.diagnostics import Span, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

    from jinja2 import Template

    from triplicate.diagnostics import Diagnostics


def reporting_undefined(diagnostics: Diagnostics) -> type[ChainableUndefined]:
    """A class of undefined values that report to ``diagnostics``."""
    return type("Undefined", (_Undefined,), {"__slots__": (), "diagnostics": diagnostics})


class _Undefined(ChainableUndefined):
    """Reports itself where it is used and goes on as nothing, so that all are found."""

    __slots__ = ()
    diagnostics: ClassVar[Diagnostics]

    def _report(self) -> None:
        _note(self, sys._getframe(2), self.diagnostics)

    def __str__(self) -> str:
        self._report()
        return ""

    def __iter__(self) -> Iterator[Any]:
        self._report()
        return iter(())

    def __bool__(self) -> bool:
        self._report()
        return False

    def __len__(self) -> int:
        self._report()
        return 0

    def __html__(self) -> str:
        self._report()
        return ""

    def __eq__(self, other: object) -> bool:
        self._report()
        return False

    def __ne__(self, other: object) -> bool:
        self._report()
        return True

    def __hash__(self) -> int:
        self._report()
        return 0

    def _operate(self, *others: object) -> _Undefined:
        self._report()
        return self

    __add__ = __radd__ = __sub__ = __rsub__ = _operate  # type: ignore[assignment]
    __mul__ = __rmul__ = __truediv__ = __floordiv__ = _operate  # type: ignore[assignment]
    __mod__ = __pow__ = __call__ = _operate  # type: ignore[assignment]
    __lt__ = __le__ = __gt__ = __ge__ = _operate  # type: ignore[assignment]


def _note(undefined: Any, frame: FrameType | None, diagnostics: Diagnostics) -> None:
    while frame is not None:
        template: Template | None = frame.f_globals.get("__jinja_template__") or frame.f_locals.get(
            "__jinja_template__"
        )
        if template is not None and template.filename:
            line = template.get_corresponding_lineno(frame.f_lineno)
            break
        frame = frame.f_back
    else:
        diagnostics.error("template-variable", f"expected a known variable, found {undefined!r}")
        return
    name = undefined._undefined_name
    diagnostics.error(
        "template-variable",
        f'expected a variable the report has, found "{name}"',
        _named_place(template.filename, line, str(name)),
        hint=_nearest_hint(str(name), undefined._undefined_obj),
    )


def _nearest_hint(name: str, owner: Any) -> str:
    known = list(getattr(owner, "__slots__", ())) or ["report", "build", "node"]
    if isinstance(owner, dict):
        known = list(owner)
    near = nearest(name, known)
    return f'did you mean "{near}"?' if near else f"known here: {', '.join(sorted(known))}"


def _named_place(filename: str, line: int, name: str) -> Span:
    try:
        text = Path(filename).read_text(encoding="utf-8").splitlines()[line - 1]
    except (OSError, IndexError):
        return Span(filename, line, 1)
    column = text.find(name) + 1
    return (
        Span(filename, line, column, line, column + len(name))
        if column
        else Span(filename, line, 1)
    )
