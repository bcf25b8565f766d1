"""The styles that Word shows by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from triplicate.editions.docx.ir.formats import Border, CellFormat, ParagraphFormat, RunFormat

if TYPE_CHECKING:
    from triplicate.editions.docx.ir.numbering import Number


class Style(NamedTuple):
    """A paragraph or character style; ``name`` is the one that Word shows."""

    name: str
    kind: str
    paragraph: ParagraphFormat = ParagraphFormat()
    run: RunFormat = RunFormat()
    based_on: str = ""
    next: str = ""
    number: Number | None = None


class TableStyle(NamedTuple):
    """A table style: the look of body cells, and what differs elsewhere.

    ``outer`` holds the table's outer lines where they differ from those inside, ``header`` the
    look of the first row, ``odd`` and ``even`` those of every second row after it, ``row_heading``
    that of the first column, ``footer`` that of the last row where it is one of totals.
    """

    name: str
    body: CellFormat
    header: CellFormat = CellFormat()
    odd: CellFormat = CellFormat()
    even: CellFormat = CellFormat()
    row_heading: CellFormat = CellFormat()
    outer: CellFormat = CellFormat()
    footer: CellFormat = CellFormat()

    @property
    def inside_rows(self) -> Border | None:
        """The line between rows, which cells show where they say nothing else."""
        bottom = self.body.bottom
        return bottom if bottom and bottom.style != "nil" else self.body.top

    @property
    def inside_columns(self) -> Border | None:
        """The line between columns."""
        right = self.body.right
        return right if right and right.style != "nil" else self.body.left
