"""Lowering (stage 7c): one cause at many places, told once, with how many and the first of them.

Input: what is wrong, of which name, where. Output: a warning for each cause.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from triplicate.diagnostics.wording import listed

if TYPE_CHECKING:
    from collections.abc import Callable

    from triplicate.diagnostics import Span

    Report = Callable[[str, str, str, Span | None], None]


@dataclass(slots=True)
class _Cause:
    rule: str
    hint: str
    span: Span | None
    names: Counter[str] = field(default_factory=Counter)


class Many:
    """Causes by their message, in which ``{}`` stands for the names of what is concerned."""

    def __init__(self) -> None:
        self._causes: dict[str, _Cause] = {}

    def add(
        self,
        rule: str,
        message: str,
        name: str,
        hint: str = "",
        place: Callable[[], Span | None] = lambda: None,
    ) -> None:
        """Note one; the ``place`` is asked for of the first alone."""
        cause = self._causes.get(message)
        if cause is None:
            cause = self._causes[message] = _Cause(rule, hint, place())
        cause.names[name] += 1

    def tell(self, report: Report) -> None:
        """Report each cause."""
        for message, cause in self._causes.items():
            names = [
                f"{name} ({count} times)" if count > 1 else name
                for name, count in cause.names.items()
            ]
            report(cause.rule, message.replace("{}", listed(names)), cause.hint, cause.span)
        self._causes.clear()
