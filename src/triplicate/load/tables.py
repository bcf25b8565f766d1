"""CSV text to rows of cells that keep their places (stage 1); RFC 4180, strictly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from triplicate.diagnostics import Diagnostics, Span, quoted
from triplicate.load.source import Source

MAX_BYTES = 20_000_000
MAX_ROWS = 100_000
MAX_COLUMNS = 63  # Word's limit
MAX_CELL = 5_000

_OTHER_QUOTES = "'‘’“”„«‹`"
_DELIMITERS = {";": "semicolons", "\t": "tabs", "|": "vertical bars"}


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's text, without blanks around it, and its place."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Table:
    """The header's cells and the rows, all as long as the header; ``refused`` counts others."""

    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    refused: int = 0


def parse_csv(source: Source, diagnostics: Diagnostics) -> Table | None:
    """Return the table in ``source``, or None if it has no header to go by.

    Rows that are shorter or longer than the header are reported and left out.
    """
    if not source.text.strip():
        message = "expected a line with the columns' names, found an empty file"
        diagnostics.error("table-header", message, source.span(0), "start it with: name,title,…")
        return None
    source = _without_excel_line(source, diagnostics)
    delimiter = _delimiter(source, diagnostics)
    rows = list(_rows(source, delimiter, diagnostics))
    if not rows:
        return None
    header = rows[0]
    if len(header) > MAX_COLUMNS:
        message = f"expected at most {MAX_COLUMNS} columns, found {len(header)}"
        diagnostics.error("table-size", message, header[0].span)
        return None
    if len(rows) - 1 > MAX_ROWS:
        message = f"expected at most {MAX_ROWS} rows, found {len(rows) - 1}"
        diagnostics.error("table-size", message, rows[MAX_ROWS][0].span)
        rows = rows[: MAX_ROWS + 1]
    _check_header(header, diagnostics)
    body = tuple(row for row in rows[1:] if _fits(row, header, delimiter, diagnostics))
    return Table(header, body, len(rows) - 1 - len(body))


def _without_excel_line(source: Source, diagnostics: Diagnostics) -> Source:
    """Report and blank out ``sep=;``, with which Excel is told what stands between cells."""
    found = re.match(r"\s*(sep=.)[^\n]*", source.text, re.IGNORECASE)
    if found is None:
        return source
    message = f"expected the columns' names in the first line, found {quoted(found[1])}"
    span = source.span(found.start(1), found.end(1))
    diagnostics.error("table-header", message, span, "delete this line, which only Excel knows")
    return Source(source.file, re.sub(r"[^\n]", "", found[0]) + source.text[found.end() :])


def _delimiter(source: Source, diagnostics: Diagnostics) -> str:
    """Return what stands between the cells of the first line; report it if it is no comma."""
    line = source.text.lstrip("\n").split("\n", 1)[0]
    if "," in line:
        return ","
    found = max(_DELIMITERS, key=line.count)
    if found not in line:
        return ","
    at = source.text.index(found)
    diagnostics.error(
        "table-delimiter",
        f"expected commas between the columns, found {_DELIMITERS[found]}",
        source.span(at, at + 1),
        "in Excel choose the file type CSV UTF-8 (comma delimited); quote cells with a comma",
    )
    return found


def _rows(source: Source, delimiter: str, diagnostics: Diagnostics) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows that aren't blank."""
    text = source.text
    separator = re.escape(delimiter)
    field = re.compile(
        rf'[ ]*"([^"]*+(?:""[^"]*+)*+)"[ ]*(?={separator}|\n|\Z)|([^{separator}\n]*)'
    )
    at, cells = 0, []
    while at <= len(text):
        match = field.match(text, at)
        if match is None:  # the second branch matches anything, even nothing
            break
        end = match.end()
        if match[2] is not None and match[2].lstrip().startswith('"'):
            end = _broken_quote(source, at + match[2].index('"'), match.end(), diagnostics)
        cells.append(_cell(source, match, at, end, diagnostics))
        at = end + 1
        if text[end : end + 1] != delimiter:
            if len(cells) > 1 or cells[0].text or match[1] is not None:
                yield tuple(cells)
            cells = []


def _cell(
    source: Source, match: re.Match[str], start: int, end: int, diagnostics: Diagnostics
) -> Cell:
    raw = source.text[start:end]
    inner = match[1].replace('""', '"') if match[1] is not None else raw
    text = inner.strip()
    first = start + len(raw) - len(raw.lstrip())
    span = source.span(first, first + len(raw.strip()))
    if len(text) > MAX_CELL:
        message = f"expected a cell of at most {MAX_CELL} characters, found {len(text)}"
        diagnostics.error("table-size", message, source.span(first, first + 1))
    elif "\n" in text:
        hint = "delete the line break inside the quotes"
        message = f"expected a cell on one line, found a line break in {quoted(text)}"
        diagnostics.error("table-cell-line", message, span, hint)
    elif text and (text != inner or (match[1] is None and text != raw)):
        message = f"expected no blanks around a cell, found some around {quoted(text)}"
        diagnostics.warning("table-blanks", message, span, "they are left out")
    return Cell(text, span)


def _broken_quote(source: Source, at: int, end: int, diagnostics: Diagnostics) -> int:
    """Report the quote at ``at`` which doesn't close as it should; return the cell's end."""
    closing = re.compile(r'"[^"]*+(?:""[^"]*+)*+"').match(source.text, at)
    if closing is None or "\n" in closing[0]:
        diagnostics.error(
            "table-quotes",
            "expected a closing quote on this line, found none",
            source.span(at, end),
            'close the cell with "; write a quote inside a quoted cell twice: ""',
        )
    else:
        diagnostics.error(
            "table-quotes",
            "expected a comma or the line's end after a closing quote, "
            f"found {quoted(source.text[closing.end() : closing.end() + 10])}",
            source.span(closing.end()),
            'write a quote inside a quoted cell twice: ""',
        )
    return end


def _check_header(header: tuple[Cell, ...], diagnostics: Diagnostics) -> None:
    seen: set[str] = set()
    for cell in header:
        if not cell.text:
            message = "expected a column name, found an empty one"
            diagnostics.error("table-header", message, cell.span, "name it, or delete the column")
        elif cell.text in seen:
            message = f"expected each column once, found {quoted(cell.text)} again"
            diagnostics.error("table-header", message, cell.span)
        seen.add(cell.text)


def _fits(
    row: tuple[Cell, ...], header: tuple[Cell, ...], delimiter: str, diagnostics: Diagnostics
) -> bool:
    if len(row) == len(header) and any(cell.text for cell in row):
        return True
    if not any(cell.text for cell in row):
        message = "expected a row with text, found one with empty cells only"
        diagnostics.warning("table-row", message, row[0].span, "it is left out; delete the line")
        return False
    found = f"{len(row)} in the row of {quoted(row[0].text, 30)}"
    if len(row) > len(header):
        hint = "put quotes around a cell with a comma in it"
        if any(cell.text[:1] in _OTHER_QUOTES for cell in row if cell.text):
            hint = 'put straight double quotes, ", around a cell with a comma in it'
    else:
        other = next((char for char in _DELIMITERS if len(row) == 1 and char in row[0].text), "")
        hint = f"add {delimiter * (len(header) - len(row))} for the cells that are empty"
        hint = f"write commas instead of the {_DELIMITERS[other]}" if other else hint
    message = f"expected {len(header)} cells, found {found}"
    diagnostics.error("table-row", message, row[0].span.through(row[-1].span), hint)
    return False
