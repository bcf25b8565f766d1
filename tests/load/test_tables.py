"""CSV to rows of cells with places."""

from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from triplicate.diagnostics import Diagnostics, Span
from triplicate.load.source import Source
from triplicate.load.tables import Table, parse_csv

_CELL = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=12
).map(str.strip)
_ROWS = st.integers(2, 5).flatmap(
    lambda width: st.lists(
        st.lists(_CELL, min_size=width, max_size=width).filter(any), min_size=1, max_size=6
    )
)


def _parse(text: str) -> tuple[Table | None, Diagnostics]:
    found = Diagnostics()
    return parse_csv(Source("a", text), found), found


def _texts(table: Table | None) -> list[list[str]]:
    assert table is not None
    return [[cell.text for cell in row] for row in table.rows]


@given(_ROWS, st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
def test_rows_read_as_the_csv_module_reads_them(rows: list[list[str]], quoting: int) -> None:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n", quoting=quoting)  # type: ignore[arg-type]
    header = [f"column{at}" for at in range(len(rows[0]))]
    writer.writerows([header, *rows])
    table, found = _parse(out.getvalue())
    assert not len(found), list(found)
    assert _texts(table) == list(csv.reader(io.StringIO(out.getvalue())))[1:]


@given(_ROWS)
def test_cells_stand_where_they_say(rows: list[list[str]]) -> None:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows([[f"column{at}" for at in range(len(rows[0]))], *rows])
    table, _ = _parse(out.getvalue())
    assert table is not None
    lines = out.getvalue().split("\n")
    for row in table.rows:
        for cell in row:
            if cell.text and '"' not in cell.text:
                raw = lines[cell.span.line - 1][cell.span.column - 1 : cell.span.end_column - 1]
                assert raw.strip('"') == cell.text


@given(st.text(st.sampled_from('ab",;\t\n |')))
def test_any_text_gives_a_table_or_diagnostics(text: str) -> None:
    table, found = _parse(text)
    assert table is not None or found.has_errors
    assert all("expected" in item.message and "found" in item.message for item in found)


def test_cells_that_look_like_formulas_come_out_verbatim() -> None:
    table, found = _parse("a,b\n=1+1,@SUM(A1)\n-x,+y\n")
    assert _texts(table) == [["=1+1", "@SUM(A1)"], ["-x", "+y"]]
    assert not len(found)


def test_an_open_quote_is_told_at_the_quote() -> None:
    _, found = _parse('a,b\nx,"y\nz,w\n')
    assert next(item.span for item in found) == Span("a", 2, 3, 2, 5)


def test_many_open_quotes_are_read_to_the_end() -> None:
    _, found = _parse("a,b\n" + 'x,"y\n' * 20_000)
    assert found.has_errors


def test_rows_that_do_not_fit_hide_no_later_mistake() -> None:
    table, found = _parse("a,b\n1\n1,2,3\n4,5\n")
    assert _texts(table) == [["4", "5"]]
    assert [item.span.line for item in found if item.span] == [2, 3]
