"""Lowering (stage 7c): styles for tables that no rule gives a style of their own.

Input: such a table and the table styles so far. Output: the name of the one that fits, which may
be new: a look that many cells share belongs into a style, so that new rows have it too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from triplicate.editions.docx.lower import roles
from triplicate.editions.docx.lower.tables.grids import GridFinisher
from triplicate.editions.docx.lower.tables.styles import table_style

if TYPE_CHECKING:
    from triplicate.editions.docx import ir
    from triplicate.editions.docx.lower.drafts import TableDraft

MAX_LOOKS = 12  # tables of still more looks say beside each cell what differs


class TableLooks:
    """Chooses among the styles that are named by looks, and adds to ``styles``."""

    def __init__(self, styles: dict[str, ir.TableStyle]) -> None:
        self._styles = styles
        self._names = [roles.TABLE]

    def name(self, table: TableDraft) -> str:
        """The style of which the fewest cells of ``table`` are exceptions."""
        counts: dict[str, int] = {}
        for name in self._names:
            counts[name] = _exceptions(table, self._styles[name])
            if not counts[name]:
                return name
        best = min(self._names, key=lambda name: counts[name])
        made = table_style(table)
        if len(self._names) > MAX_LOOKS or _exceptions(table, made) >= counts[best]:
            return best
        classes = table.element.get("class") or ""
        name = roles.own_name(roles.TABLE, classes, [*self._styles, *roles.ORDER])
        self._names.append(name)
        self._styles[name] = made._replace(name=name)
        return name


def _exceptions(table: TableDraft, style: ir.TableStyle) -> int:
    return GridFinisher(table, style, lambda drafts: ()).exceptions()
