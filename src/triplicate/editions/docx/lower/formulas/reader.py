"""Lowering (stage 7c): what the readers of a formula's parts share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.limits import report_on

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from triplicate.editions.docx.lower.context import Context

Nodes = tuple[ir.MathNode, ...]


class Reader(NamedTuple):
    """Reads what stands beside each other, and single elements, which hold others in their turn.

    What Word cannot show is reported at the formula's ``box``.
    """

    box: Any
    context: Context
    read_row: Callable[[Sequence[Any], Reader], Nodes]
    read_one: Callable[[Any, Reader], Nodes]

    def row(self, elements: Sequence[Any]) -> Nodes:
        """The nodes of elements beside each other."""
        return self.read_row(elements, self)

    def nodes(self, element: Any) -> Nodes:
        """The nodes of one element."""
        return self.read_one(element, self)

    def report(self, expected: str, found: str) -> None:
        """Warn of what Word has not."""
        message = f"expected {expected} in formulas, found {found}"
        report_on(self.box, "math-style", "word-formula", message, self.context)
