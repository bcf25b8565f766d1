from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.editions.docx.lint import faults
from tests.editions.docx.words import lowered, parts, text
from triplicate.editions.docx import ir

CSS = """
table { table-layout: fixed; width: 300pt; margin-left: -10pt; border-spacing: 0;
        --word-style: "Data Table" }
tr { break-inside: avoid }
td, th { padding: 3pt 8pt 3pt 0; border-bottom: 0.5pt solid #cccccc; vertical-align: top }
thead th { border-bottom: 1pt solid #0000ff; vertical-align: bottom }
"""
COLUMNS = '<colgroup><col style="width:25%"><col style="width:75%"></colgroup>'
HEAD = '<thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead>'
BODY = '<tbody><tr id="r1"><th scope="row">1</th><td>2</td></tr></tbody>'
COLLAPSED = """
table { border-collapse: collapse; border: 2pt solid #000000; --word-style: "Ruled" }
td, th { border: 0.5pt solid #888888; padding: 2pt 4pt }
thead th { background: #dddddd; border-bottom: 1pt solid #ff0000 }
"""
TABLE = f'<h2 id="t">Title</h2><table aria-labelledby="t">{COLUMNS}{HEAD}{BODY}</table>'


def test_columns_have_the_widths_of_the_fixed_layout() -> None:
    (table,) = lowered(TABLE, CSS).tables
    assert table.widths == (1500, 4500)
    assert table.left == -200


@pytest.mark.parametrize("count", [3, 7, 11])
def test_widths_of_whole_twips_add_up_to_the_table(count: int) -> None:
    cells = "<td>x</td>" * count
    (table,) = lowered(f"<table><tr>{cells}</tr></table>", CSS).tables
    assert sum(table.widths) == 6000
    assert max(table.widths) - min(table.widths) <= 1


def test_the_look_of_cells_is_in_the_table_style() -> None:
    found = lowered(TABLE, CSS)
    (style,) = (s for s in found.document.table_styles if s.name == "Data Table")
    assert style.body.bottom == ir.Border("single", 4, "CCCCCC")
    assert style.body.padding == (60, 160, 60, 0)
    assert style.header == ir.CellFormat(bottom=ir.Border("single", 8, "0000FF"), align="bottom")
    cells = [cell for row in found.tables[0].rows for cell in row.cells]
    assert {cell.format for cell in cells} == {ir.CellFormat()}


def test_stripes_are_bands_of_the_table_style() -> None:
    css = CSS + "tbody tr:nth-child(even) { background: #eeeeee }"
    found = lowered(f"<table>{COLUMNS}<tbody>{'<tr><td>x<td>y' * 4}</tbody></table>", css)
    (style,) = (s for s in found.document.table_styles if s.name == "Data Table")
    assert style.even == ir.CellFormat(shade="EEEEEE")
    assert {c.format for row in found.tables[0].rows for c in row.cells} == {ir.CellFormat()}


def test_a_cell_of_another_look_says_so_itself() -> None:
    found = lowered(TABLE.replace("<td>2", '<td style="background:#ff0000">2'), CSS)
    assert found.tables[0].rows[1].cells[1].format == ir.CellFormat(shade="FF0000")


def test_header_rows_repeat_and_keep_with_the_body_and_rows_stay_whole() -> None:
    (table,) = lowered(TABLE, CSS).tables
    assert [(row.header, row.whole) for row in table.rows] == [(True, True), (False, True)]
    found = lowered(TABLE, CSS)
    assert found.style("Table Heading").paragraph.keep_next is True
    assert found.style("Table Text").paragraph.keep_next is False


def test_cells_have_styles_by_what_they_are() -> None:
    (table,) = lowered(TABLE, CSS).tables
    styles = [[_paragraph(cell).style for cell in row.cells] for row in table.rows]
    assert styles == [["Table Heading"] * 2, ["Table Row Heading", "Table Text"]]


def test_the_table_is_named_for_those_who_do_not_see_it() -> None:
    (table,) = lowered(TABLE, CSS).tables
    assert table.title == "Title"


def test_rows_and_tables_carry_bookmarks() -> None:
    (table,) = lowered(TABLE.replace("<table", '<table id="people"'), CSS).tables
    firsts = [row.cells[0].blocks[0] for row in table.rows]
    assert [p.bookmarks for p in firsts if isinstance(p, ir.Paragraph)] == [("people",), ("r1",)]


def test_cells_may_span_columns_and_rows() -> None:
    body = '<tr><td rowspan="2">a</td><td>b</td></tr><tr><td>c</td></tr><tr><td colspan="2">d'
    (table,) = lowered(f"<table>{COLUMNS}{body}</table>", CSS).tables
    shape = [[(c.span, c.merge) for c in row.cells] for row in table.rows]
    assert shape == [[(1, "restart"), (1, "")], [(1, "continue"), (1, "")], [(2, "")]]


def test_every_cell_ends_in_a_paragraph() -> None:
    inner = f"<table>{COLUMNS}<tr><td>x</td><td></td></tr></table>"
    (table,) = lowered(f"<table>{COLUMNS}<tr><td>{inner}</td><td></td></tr></table>", CSS).tables
    outer = table.rows[0].cells[0].blocks
    assert [type(block).__name__ for block in outer] == ["Table", "Paragraph"]
    assert isinstance(table.rows[0].cells[1].blocks[-1], ir.Paragraph)


@pytest.mark.parametrize("inner", ["", "<tr></tr>", "<thead></thead><tbody><tr></tr></tbody>"])
def test_a_table_without_cells_is_left_out(inner: str) -> None:
    assert lowered(f"<p>a</p><table>{inner}</table>", CSS).tables == []


def test_a_row_without_cells_is_left_out() -> None:
    (table,) = lowered("<table><tr><td>x</td></tr><tr></tr></table>", CSS).tables
    assert len(table.rows) == 1


def test_margins_of_a_table_go_to_its_neighbours() -> None:
    css = CSS + "table { margin-top: 30pt; margin-bottom: 20pt }"
    found = lowered(f"<p>a</p>{TABLE[TABLE.index('<table') :]}<p>b</p>", css)
    before, after = found.paragraphs
    assert (before.format.after, after.format.before) == (600, 400)


def test_neighbouring_tables_stay_two() -> None:
    table = f"<table>{COLUMNS}<tr><td>x</td></tr></table>"
    blocks = lowered(table * 2, CSS).section.blocks
    styles = [block.style for block in blocks if isinstance(block, ir.Table | ir.Paragraph)]
    assert styles == ["Data Table", "After Table"] * 2


def test_a_caption_keeps_with_its_table() -> None:
    found = lowered(f"<table><caption>People</caption>{COLUMNS}{BODY}</table>", CSS)
    assert text(found.paragraphs[0]) == "People"
    look = ir.overlay(found.style("caption").paragraph, found.paragraphs[0].format)
    assert look.keep_next is True


def test_a_table_wider_than_word_takes_is_reported() -> None:
    found = lowered(f"<table><tr>{'<td>x</td>' * 64}</tr></table>", CSS)
    assert "expected at most 63 columns, found 64 in <table>" in found.problems[0]
    assert len(found.tables[0].widths) == 63
    last = found.tables[0].rows[0].cells[-1]
    assert [text(block) for block in last.blocks if isinstance(block, ir.Paragraph)] == ["x", "x"]


def _paragraph(cell: ir.Cell) -> ir.Paragraph:
    (paragraph,) = cell.blocks
    assert isinstance(paragraph, ir.Paragraph)
    return paragraph


def _formats(table: ir.Table) -> set[ir.CellFormat]:
    return {cell.format for row in table.rows for cell in row.cells}


def _rows(cells: str, count: int) -> str:
    return f"<tr>{cells}</tr>" * count


def test_collapsed_borders_are_those_of_the_table_style() -> None:
    head, body = f"<thead>{_rows('<th>h' * 3, 1)}</thead>", f"<tbody>{_rows('<td>x' * 3, 3)}"
    found = lowered(f"<table>{head}{body}</table>", COLLAPSED)
    (style,) = (s for s in found.document.table_styles if s.name == "Ruled")
    line, frame = ir.Border("single", 4, "888888"), ir.Border("single", 16, "000000")
    assert (style.body.bottom, style.body.right) == (line, line)
    assert style.outer == ir.CellFormat(frame, frame, frame, frame)
    assert style.header == ir.CellFormat(bottom=ir.Border("single", 8, "FF0000"), shade="DDDDDD")
    assert _formats(found.tables[0]) == {ir.CellFormat()}


def test_a_collapsed_border_takes_the_room_of_a_half_from_a_cell() -> None:
    found = lowered(f"<table>{_rows('<td>x' * 3, 3)}</table>", COLLAPSED)
    (style,) = (s for s in found.document.table_styles if s.name == "Ruled")
    assert style.body.padding == (40, 80 + 5 - 8, 40, 80 + 5)


def test_a_cell_with_a_border_of_its_own_wins_over_its_neighbours() -> None:
    red = '<td style="border: 3pt solid #ff0000">x'
    body = _rows("<td>x" * 3, 1) + f"<tr><td>x{red}<td>x</tr>" + _rows("<td>x" * 3, 1)
    (table,) = lowered(f"<table>{body}</table>", COLLAPSED).tables
    edge = ir.Border("single", 24, "FF0000")
    (_, above, _), (before, own, after), (_, below, _) = (row.cells for row in table.rows)
    assert (above.format.bottom, before.format.right) == (edge, edge)
    assert (own.format.bottom, own.format.right) == (edge, edge)
    assert (after.format.left, below.format.top) == (None, None)


def test_a_table_may_have_a_line_around_it() -> None:
    css = "table { border: 1pt solid #000000; border-spacing: 0; --word-style: 'Framed' }"
    found = lowered(f"<table>{_rows('<td>x' * 2, 2)}</table>", css)
    (style,) = (s for s in found.document.table_styles if s.name == "Framed")
    assert style.outer.left == style.outer.bottom == ir.Border("single", 8, "000000")
    assert style.body.right == ir.NO_BORDER
    assert _formats(found.tables[0]) == {ir.CellFormat()}


def test_lines_change_sides_from_right_to_left() -> None:
    css = "td { border-right: 1pt solid #000000 } table { direction: rtl; --word-style: R }"
    found = lowered(f"<table>{_rows('<td>x' * 3, 2)}</table>", css)
    (style,) = (s for s in found.document.table_styles if s.name == "R")
    assert style.body.left == ir.Border("single", 8, "000000")


def test_a_first_column_of_headings_has_a_look_of_its_own() -> None:
    css = CSS + "tbody th { background: #eeeeee }"
    body = _rows('<th scope="row">a<td>b', 3)
    found = lowered(f"<table>{HEAD}<tbody>{body}</table>", css)
    (style,) = (s for s in found.document.table_styles if s.name == "Data Table")
    assert style.row_heading == ir.CellFormat(shade="EEEEEE")
    assert found.tables[0].row_headings
    assert _formats(found.tables[0]) == {ir.CellFormat()}


def test_a_column_with_other_cells_names_no_rows() -> None:
    body = '<tr><th scope="row">a<td>b</tr><tr><td>a<td>b'
    assert not lowered(f"<table>{body}</table>", CSS).tables[0].row_headings


def test_stripes_go_on_over_groups_of_rows_as_word_counts_them() -> None:
    css = CSS + "tbody tr:nth-child(even) { background: #eeeeee }"
    group = f"<tbody>{_rows('<td>x', 3)}</tbody>"
    (table,) = lowered(f"<table>{group * 2}</table>", css).tables
    own = [row.cells[0].format.shade for row in table.rows]
    assert own == [None, None, None, "", "EEEEEE", ""]


@pytest.mark.parametrize(
    ("count", "own", "fills"), [(1, False, (None, "EEEEEE")), (2, True, ("EEEEEE", None))]
)
def test_stripes_count_from_below_the_first_header_row(
    count: int, own: bool, fills: tuple[str | None, str | None]
) -> None:
    """Those of a style that a rule names are below one: others state their fills."""
    striped = "tbody tr:nth-child(even) { background: #eeeeee } th { color: white }"
    body = f"<table><thead>{_rows('<th>h', count)}<tbody>{_rows('<td>x', 2)}</table>"
    found = lowered(body, striped)
    (table,) = found.tables
    style = next(one for one in found.document.table_styles if one.name == table.style)
    assert (style.odd.shade, style.even.shade) == fills
    looks = [row.cells[0].format.shade for row in table.rows]
    assert looks == [None] * len(looks) if not own else [None, "", None, None]
    (table,) = lowered(body, CSS + striped).tables
    assert [row.cells[0].format.shade for row in table.rows[count:]] == (
        ["", "EEEEEE"] if own else [None, None]
    )


def test_further_header_rows_state_their_look() -> None:
    head = f"<thead>{_rows('<th>h', 2)}</thead>"
    css = CSS + "tbody tr:nth-child(even) { background: #eeeeee }"
    found = lowered(f"<table>{head}<tbody>{_rows('<td>x', 2)}</table>", css)
    (table,) = found.tables
    assert [row.header for row in table.rows] == [True, True, False, False]
    second = table.rows[1].cells[0].format
    assert None not in second._replace(direction="")


def test_the_first_row_of_headings_alone_is_a_header() -> None:
    headings = _rows("<th>a<th>b", 1)
    (table,) = lowered(f"<table>{headings}{_rows('<td>a<td>b', 2)}</table>", CSS).tables
    assert [row.header for row in table.rows] == [True, False, False]
    (table,) = lowered(f"<table>{headings}</table>", CSS).tables
    assert not table.rows[0].header


def test_cells_show_the_fill_of_what_is_behind_them() -> None:
    fills = ("col", "tbody", "tr", "td")
    css = CSS + "".join(f"{tag}.f {{ background: #{i}{i}{i} }}" for i, tag in enumerate(fills, 1))
    html = (
        "<table><colgroup><col class=f><col></colgroup><tbody class=f><tr class=f><td>r"
        "<td class=f>c</tr><tr><td>g<td>g</tr></tbody><tbody><tr><td>c<td>-</tbody></table>"
    )
    (table,) = lowered(html, css).tables
    (style,) = (s for s in lowered(html, css).document.table_styles if s.name == "Data Table")
    assert style.body.shade == style.even.shade or style.even.shade is None
    shades = [[cell.format.shade for cell in row.cells] for row in table.rows]
    assert shades == [["333333", "444444"], ["222222", "222222"], ["111111", None]]


def test_columns_without_cells_are_missing_at_the_end_and_filled_in_between() -> None:
    (table,) = lowered("<table><tr><td>a<td>b<td>c</tr><tr><td>d</table>", CSS).tables
    assert [(len(row.cells), row.missing) for row in table.rows] == [(3, 0), (1, 2)]
    body = "<tr><td rowspan=3>a<td>b<td rowspan=3>c</tr><tr></tr><tr></tr>"
    (table,) = lowered(f"<table>{body}</table>", CSS).tables
    assert [(len(row.cells), row.missing) for row in table.rows] == [(3, 0)] * 3


def test_spacing_between_cells_is_room_inside_them() -> None:
    css = "table { border-spacing: 4pt 2pt; --word-style: S } td { padding: 1pt }"
    found = lowered("<table style='width: 100pt; table-layout: fixed'><tr><td>x<td>y</table>", css)
    (style,) = (s for s in found.document.table_styles if s.name == "S")
    assert style.body.padding == (40, 60 - 8, 40, 60)
    assert found.tables[0].gap == 80
    assert found.tables[0].widths == (960, 960)
    assert found.tables[0].left == 40


@pytest.mark.parametrize(
    ("margin", "align"), [("0 auto", "center"), ("0 0 0 auto", "right"), ("0 auto 0 0", "")]
)
def test_automatic_margins_place_a_table(margin: str, align: str) -> None:
    (table,) = lowered(f"<table style='margin: {margin}'><tr><td>x</table>", CSS).tables
    assert table.align == align


def test_the_layout_tells_the_widths_but_of_tables_whose_layout_is_fixed() -> None:
    found = lowered(f"{TABLE}<table style='table-layout: auto'><tr><td>x</table>", CSS)
    assert [(table.fact, table.fixed) for table in found.tables] == [(None, True), (1, False)]


def test_rows_may_have_a_height() -> None:
    (table,) = lowered('<table><tr><td style="height: 30pt">x</table>', CSS).tables
    assert table.rows[0].height == 600 + 6 * 20


def test_a_caption_below_keeps_with_the_last_row() -> None:
    css = CSS + "caption { caption-side: bottom } table { margin: 20pt 0 30pt }"
    found = lowered(f"<p>a</p><table><caption>C</caption>{BODY}</table><p>b</p>", css)
    before, caption, _ = found.paragraphs
    assert text(caption) == "C"
    assert (before.format.after, caption.format.after) == (400, 600)
    last = _paragraph(found.tables[0].rows[-1].cells[-1])
    assert last.format.keep_next is True


def test_a_caption_above_takes_the_margin_of_its_table() -> None:
    css = CSS + "table { margin: 20pt 0 30pt }"
    found = lowered(f"<p>a</p><table><caption>C</caption>{BODY}</table><p>b</p>", css)
    _, caption, after = found.paragraphs
    assert (caption.format.before, after.format.before) == (400, 600)


def test_a_caption_is_as_wide_as_its_table() -> None:
    found = lowered(f"<table><caption>C</caption>{BODY}</table>", CSS)
    caption = found.paragraphs[0]
    look = ir.overlay(found.style(caption.style).paragraph, caption.format)
    assert (look.left, look.right) == (-200, 8000 - 6000 + 200)


def test_a_table_keeps_together_and_with_its_note_where_css_says_so() -> None:
    css = CSS + "table { break-inside: avoid; break-after: avoid; break-before: page }"
    found = lowered(f"<table><tbody>{_rows('<td>x', 2)}</table><p>Note</p>", css)
    firsts = [_paragraph(row.cells[0]) for row in found.tables[0].rows]
    looks = [ir.overlay(found.style(p.style).paragraph, p.format) for p in firsts]
    assert [look.keep_next for look in looks] == [True, True]
    assert [look.page_break_before for look in looks] == [True, False]


def test_tables_one_after_another_stay_apart() -> None:
    table = f"<table style='margin: 20pt 0 30pt'>{COLUMNS}<tr><td>x</td></tr></table>"
    _, _, between, _, _ = lowered(table * 2, CSS).section.blocks
    assert isinstance(between, ir.Paragraph)
    assert between.format.before == 600 - 20


def test_a_caption_names_the_table_for_those_who_do_not_see_it() -> None:
    html = f'<table summary="By age"><caption>People</caption>{BODY}</table>'
    (table,) = lowered(html, CSS).tables
    assert (table.title, table.description) == ("People", "By age")


def test_a_look_that_no_rule_names_has_a_style_named_for_the_class() -> None:
    css = "td { border-bottom: 1pt solid #000000 } .money-list td { background: #eeeeee }"
    plain = f"<table>{_rows('<td>x<td>y', 2)}</table>"
    listed = plain.replace("<table", "<table class='money-list wide'")
    found = lowered(plain + listed + plain + listed, css)
    styles = [table.style for table in found.tables]
    assert styles == ["Table", "Table Money List"] * 2
    assert set.union(*map(_formats, found.tables)) == {ir.CellFormat()}


def test_an_exception_makes_no_style() -> None:
    red = "<td style='background: #ff0000'>x"
    found = lowered(f"<table>{_rows('<td>x<td>y', 3)}<tr>{red}<td>y</tr></table>")
    assert [table.style for table in found.tables] == ["Table"]


def test_the_number_of_looks_is_limited() -> None:
    fills = (f"<td style='background: #{index:02x}0000'>x" for index in range(20))
    found = lowered("".join(f"<table>{_rows(fill, 2)}</table>" for fill in fills))
    assert len({table.style for table in found.tables}) == 13


SPANS = st.integers(1, 4)
CELLS = st.builds(
    "<{0} colspan={1} rowspan={2}>x".format, st.sampled_from(["td", "th"]), SPANS, SPANS
)
ROWS = st.lists(CELLS, max_size=4).map(lambda cells: f"<tr>{''.join(cells)}</tr>")
GROUPS = st.builds(
    "<{0}>{1}</{0}>".format,
    st.sampled_from(["thead", "tbody", "tfoot"]),
    st.lists(ROWS, max_size=4).map("".join),
)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(GROUPS, max_size=3).map("".join),
    st.sampled_from(["collapse", "separate"]),
    st.sampled_from(["ltr", "rtl"]),
)
def test_every_row_fills_the_grid(groups: str, borders: str, direction: str) -> None:
    css = (
        f"table {{ border-collapse: {borders}; direction: {direction} }} td {{ border: 1px solid }}"
    )
    for table in lowered(f"<table>{groups}</table>", css).tables:
        assert table.rows
        open_spans: dict[int, int] = {}
        for row in table.rows:
            assert row.cells
            assert sum(cell.span for cell in row.cells) + row.missing == len(table.widths)
            column, seen = 0, {}
            for cell in row.cells:
                if cell.merge == "continue":
                    assert open_spans[column] == cell.span
                if cell.merge:
                    seen[column] = cell.span
                column += cell.span
            open_spans = seen


@pytest.mark.parametrize("columns", [63, 64, 300])
def test_a_table_of_any_width_is_one_that_word_opens(columns: int) -> None:
    body = _rows("<td>x" * columns, 1) + _rows(f"<td colspan={columns}>y", 1)
    body += _rows("<td rowspan=2>z" * 62 + "<td>z" * (columns - 62), 2)
    (table,) = lowered(f"<table>{body}</table>", COLLAPSED).tables
    assert len(table.widths) == 63
    assert {sum(cell.span for cell in row.cells) + row.missing for row in table.rows} == {63}


@pytest.mark.parametrize(("css", "count"), [("td { border: 1px solid }", 1), ("", 0)])
def test_a_distance_between_cells_that_show_is_reported(css: str, count: int) -> None:
    found = lowered("<table><tr><td>x<td>y</table>", css + "table { border-spacing: 4pt }")
    message = "expected `border-spacing: 0` between cells with borders or fills, found 4pt"
    assert sum(message in problem for problem in found.problems) == count


@pytest.mark.parametrize(
    ("width", "twips"),
    [
        ("calc(50% + 2em)", 6000 + 480),
        ("calc(100% - 3cm)", 12000 - 1701),
        ("min(50%, 100px)", 1500),
    ],
)
def test_calculated_widths_are_known_before_layout(width: str, twips: int) -> None:
    css = "@page { size: 1000px; margin: 100px } body { margin: 0; font-size: 16px }"
    html = (
        f'<table style="table-layout: fixed; border-spacing: 0; width: {width}"><tr><td>x</table>'
    )
    (table,) = lowered(html, css).tables
    assert (table.fixed, sum(table.widths)) == (True, twips)


@pytest.mark.parametrize(
    ("cells", "shown"),
    [
        ('<div style="display: table"><div style="display: table-cell">a</div></div>', ["a"]),
        ('<div style="display: table-cell">a</div><div style="display: table-cell">b</div>', "ab"),
        ('<p><span style="display: table-row">a</span></p>', ["a"]),
        ('<p>x <b style="display: inline-table">a</b></p>', []),
    ],
)
def test_boxes_that_css_makes_table_cells_need_no_table_elements(cells: str, shown: str) -> None:
    found = lowered(cells)
    assert [text(c.blocks[0]) for t in found.tables for r in t.rows for c in r.cells] == list(shown)


def test_a_cell_over_one_that_spans_rows_ends_it() -> None:
    rows = "<tr><td>a<td rowspan=3>b<tr><td colspan=2>c<tr><td>d"
    found = lowered(f"<table>{rows}</table>")
    assert [[cell.merge for cell in row.cells] for row in found.tables[0].rows] == [
        ["", "restart"],
        [""],
        [""],
    ]
    assert faults(parts(found.document)) == []


def test_a_cell_alone_may_say_that_borders_collapse() -> None:
    rows = "<tr><td style='border-collapse: collapse; width: 100pt'>a<td>b"
    assert len(lowered(f"<table>{rows}</table>").tables[0].widths) == 2


def test_a_caption_has_room_for_a_word_in_many_looks() -> None:
    rooms = []
    for word in ("Captions", "Cap<b></b>tions", "Cap<i>tions</i>"):
        found = lowered(f"<table><caption>{word} x</caption><tr><td>x</td></tr></table>")
        assert found.paragraphs[0].over is not None
        rooms.append(found.paragraphs[0].over.least)
    assert rooms[0] == rooms[1]
    assert rooms[2] > 0.9 * rooms[0]
