"""Participants from a CSV file or a YAML list to the table of the model (stage 2)."""

from __future__ import annotations

from triplicate.diagnostics import Diagnostics, Span, nearest, quoted
from triplicate.load.nodes import Mapping, Sequence
from triplicate.load.source import Source
from triplicate.load.tables import Cell, Table, parse_csv
from triplicate.report.model import Participants
from triplicate.report.readers import TEXT, Field, found, read_fields

COLUMNS = ("name", "title", "organization")

_PERSON_FIELDS = (
    Field("name", TEXT, "the name as printed", required=True),
    Field("title", TEXT, "the person's function"),
    Field("organization", TEXT, "whom the person represents"),
)


def people_from_csv(
    source: Source, id_: str, span: Span, diagnostics: Diagnostics
) -> Participants | None:
    """Return the participants in ``source``; None if it has no header."""
    table = parse_csv(source, diagnostics)
    if table is None:
        return None
    _check_columns(table, diagnostics)
    keep = [at for at, cell in enumerate(table.header) if cell.text in COLUMNS]
    if not keep:
        return None
    rows = tuple(tuple(row[at] for at in keep) for row in table.rows)
    columns = tuple(table.header[at].text for at in keep)
    _check_names(columns, rows, diagnostics)
    if not table.rows and not table.refused:
        message = "expected at least one participant, found only the columns' names"
        diagnostics.error("participants-present", message, table.header[0].span)
    return Participants(columns, rows, id_, span)


def people_from_yaml(node: Sequence, id_: str, diagnostics: Diagnostics) -> Participants:
    """Return the participants listed in ``node``, a block of name, title, organization each."""
    rows = []
    for item in node.items:
        if not isinstance(item, Mapping):
            message = f"expected name, title and organization, found {found(item)}"
            diagnostics.error("value-is-block", message, item.span, "write - name: …")
            continue
        values = read_fields(item, _PERSON_FIELDS, diagnostics)
        rows.append(tuple(_cell(item, key, values.get(key, "")) for key in COLUMNS))
    if not node.items:
        message = "expected at least one participant, found an empty list"
        diagnostics.error("participants-present", message, node.span)
    return Participants(COLUMNS, tuple(rows), id_, node.span)


def _cell(item: Mapping, key: str, text: str) -> Cell:
    entry = item.entries.get(key)
    return Cell(text, entry.value.span if entry else item.span)


def _check_columns(table: Table, diagnostics: Diagnostics) -> None:
    missing = [name for name in COLUMNS if all(cell.text != name for cell in table.header)]
    if len(missing) == len(COLUMNS) and not any(nearest(c.text, COLUMNS) for c in table.header):
        found_cells = ", ".join(quoted(cell.text, 30) for cell in table.header[:4])
        message = f"expected the columns' names in the first line, found {found_cells}"
        hint = f"put this line above the others: {','.join(COLUMNS)}"
        span = table.header[0].span.through(table.header[-1].span)
        diagnostics.error("participants-columns", message, span, hint)
        return
    others = [cell for cell in table.header if cell.text and cell.text not in COLUMNS]
    meant = {nearest(name, [cell.text for cell in others]): name for name in missing}
    missing = [name for name in missing if name not in [meant.get(c.text) for c in others]]
    for cell in others:
        message = f"expected the columns {', '.join(COLUMNS)}, found {quoted(cell.text)}"
        hint = f"call it {' or '.join(missing)} if it is that, or delete the column"
        hint = hint if missing else "delete the column"
        if cell.text in meant:
            hint = f"did you mean {quoted(meant[cell.text])}?"
        diagnostics.error("participants-columns", message, cell.span, hint)
    if missing:
        span = table.header[0].span.through(table.header[-1].span)
        message = f"expected the columns {', '.join(COLUMNS)}, found no {' and no '.join(missing)}"
        hint = f"the first line must be: {','.join(COLUMNS)}"
        diagnostics.error("participants-columns", message, span, hint)


def _check_names(
    columns: tuple[str, ...], rows: tuple[tuple[Cell, ...], ...], diagnostics: Diagnostics
) -> None:
    if "name" not in columns:
        return
    at = columns.index("name")
    for row in rows:
        if not row[at].text:
            message = "expected a name in each row, found an empty cell"
            diagnostics.error("participants-name", message, row[at].span)
