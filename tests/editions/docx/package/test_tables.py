from __future__ import annotations

from typing import Any

import pytest

from tests.editions.docx.lint import faults
from tests.editions.docx.words import W, lowered, opened
from triplicate.editions.docx.package import pack
from triplicate.layout.facts import LayoutFacts

CSS = 'table { border-spacing: 0; --word-style: "Data" } td, th { padding: 0 4pt }'
ROWS = "<tr><td>a<td>b</tr><tr><td colspan=2>c</tr>"


def parts(body: str, facts: LayoutFacts | None = None, css: str = CSS) -> dict[str, Any]:
    """The parts of a document, with what its layout told."""
    document = lowered(body, css).document
    return opened(pack(document, (lambda: facts) if facts else None))


def xml(body: str, facts: LayoutFacts | None = None, css: str = CSS) -> Any:
    return parts(body, facts, css)["word/document.xml"]


def values(root: Any, path: str, attribute: str = "w") -> list[str]:
    return [element.get(f"{W}{attribute}") for element in root.iterfind(path.replace("w:", W))]


def test_columns_are_as_wide_as_in_the_layout() -> None:
    root = xml(f"<table>{ROWS}</table>", LayoutFacts(1, {}, tables=((40.03, 60.01),)))
    assert values(root, ".//w:gridCol") == ["600", "901"]
    assert values(root, ".//w:tcW") == ["600", "901", "1501"]
    assert values(root, ".//w:tblW") == ["1501"]
    assert values(root, ".//w:tblLayout", "type") == ["fixed"]


def test_each_table_has_its_own_widths() -> None:
    facts = LayoutFacts(1, {}, tables=((10.0, 20.0), (30.0,)))
    root = xml(f"<table>{ROWS}</table><table><tr><td>x</table>", facts)
    assert values(root, ".//w:gridCol") == ["150", "300", "450"]


def test_a_table_that_is_wider_than_the_page_shares_its_room() -> None:
    root = xml(f"<table>{ROWS}</table>", LayoutFacts(1, {}, tables=((900.0, 300.0),)))
    assert values(root, ".//w:tblW") == ["8000"]
    assert values(root, ".//w:gridCol") == ["6000", "2000"]


def test_a_table_in_one_that_is_too_wide_is_narrower_by_the_same_share() -> None:
    facts = LayoutFacts(1, {}, tables=((1200.0,), (600.0,)))
    root = xml("<table><tr><td><table><tr><td>a</table></table>", facts)
    assert sorted(values(root, ".//w:tblGrid/w:gridCol")) == ["4000", "8000"]


BOX = "<div style='border: 1pt solid{}'><p>b</p><ul><li>c</ul></div>"


@pytest.mark.parametrize(
    ("body", "widths"),
    [
        (BOX.format(""), ["1340"]),  # the cell's padding is 8 pt
        (BOX.format("; padding: 5pt"), ["1340"]),
        (f"<div style='border: 1pt solid'><ul><li>a</ul>{BOX.format('')}</div>", ["1340", "1300"]),
        (BOX.format("; width: 40pt"), ["840"]),
    ],
)
def test_a_box_in_a_cell_is_as_wide_as_the_cell_is_in_the_layout(
    body: str, widths: list[str]
) -> None:
    facts = LayoutFacts(1, {}, tables=((100.0, 20.0),))
    root = xml(f"<table><tr><td>{body}<td>d</table>", facts)
    for path in ("w:tblPr/w:tblW", "w:tblGrid/w:gridCol"):
        assert list(dict.fromkeys(values(root, f".//w:tbl//w:tbl/{path}"))) == widths


def test_without_a_layout_word_finds_the_widths() -> None:
    root = xml(f"<table>{ROWS}</table>")
    assert values(root, ".//w:tblLayout", "type") == ["autofit"]
    fixed = f'<table style="table-layout: fixed; width: 100pt">{ROWS}</table>'
    root = xml(fixed)
    assert values(root, ".//w:tblLayout", "type") == ["fixed"]
    assert values(root, ".//w:gridCol") == ["1000", "1000"]


def test_a_table_that_was_not_laid_out_keeps_its_widths() -> None:
    fixed = f'<table style="table-layout: fixed; width: 100pt">{ROWS}</table>'
    for tables in ((), ((),), ((50.0,),)):
        root = xml(fixed, LayoutFacts(1, {}, tables=tables))
        assert values(root, ".//w:gridCol") == ["1000", "1000"]


def test_missing_cells_and_heights_are_properties_of_their_row() -> None:
    body = '<table><tr><td>a<td>b</tr><tr style="height: 20pt"><td>c</table>'
    row = xml(body, LayoutFacts(1, {}, tables=((10.0, 20.0),))).findall(f".//{W}tr")[1]
    assert values(row, "w:trPr/w:gridAfter", "val") == ["1"]
    assert values(row, "w:trPr/w:wAfter") == ["300"]
    assert values(row, "w:trPr/w:trHeight", "val") == ["400"]


def test_no_row_is_higher_than_word_takes() -> None:
    document = xml('<table><tr style="height: 3000pt"><td>a</td></tr></table>')
    assert document.find(f".//{W}trHeight").get(f"{W}val") == "31680"


def test_a_table_says_what_of_its_style_applies() -> None:
    head, body = "<thead><tr><th>a<th>b</thead>", "<tbody><tr><th scope=row>1<td>2"
    cases = {head + body: "04A0", f"<tbody>{ROWS}": "0400", body: "0480"}
    for html, look in cases.items():
        assert values(xml(f"<table>{html}</table>"), ".//w:tblLook", "val") == [look]


def test_tables_stand_in_the_middle_by_a_property() -> None:
    root = xml(f'<table style="margin: auto">{ROWS}</table>')
    assert values(root, ".//w:tblPr/w:jc", "val") == ["center"]


def test_a_table_style_has_lines_around_and_inside_and_regions() -> None:
    css = CSS + (
        "table { border-collapse: collapse; border: 2pt solid #000000 }"
        "td, th { border: 1pt solid #888888 } thead th { background: #eeeeee }"
        "tbody th { background: #dddddd } tr:nth-child(even) td { background: #f0f0f0 }"
    )
    styles = parts("<p>x</p>", css=css)["word/styles.xml"]
    (style,) = (s for s in styles.iter(f"{W}style") if s.get(f"{W}styleId") == "Data")
    sizes = {
        edge.tag.removeprefix(W): edge.get(f"{W}sz")
        for edge in style.iter(f"{W}tblBorders")
        for edge in edge
    }
    assert sizes == {
        **dict.fromkeys(("top", "left", "bottom", "right"), "16"),
        "insideH": "8",
        "insideV": "8",
    }
    fills = {
        region.get(f"{W}type"): values(region, ".//w:shd", "fill")
        for region in style.iter(f"{W}tblStylePr")
    }
    assert fills == {
        "firstRow": ["EEEEEE"],
        "firstCol": ["DDDDDD"],
        "band2Horz": ["F0F0F0"],
        "nwCell": ["EEEEEE"],
    }


@pytest.mark.parametrize(
    ("margins", "around", "indent", "align"),
    [
        ("0 0 0 auto", "0", "0", ["right"]),
        ("auto", "0 20pt", "400", ["center"]),
        ("0 10pt 0 auto", "0", "6300", []),
        ("0 0 0 auto", "0 20pt 0 40pt", "6100", []),
        ("auto", "0 20pt 0 40pt", "3450", []),
    ],
)
def test_a_table_is_aligned_in_the_room_that_it_has(
    margins: str, around: str, indent: str, align: list[str]
) -> None:
    """Word aligns at the margins of its column or cell alone."""
    caption = "<caption>C</caption>" if not align else ""
    html = f'<table style="margin: {margins}">{caption}<tr><td>a<td>b</table>'
    facts = LayoutFacts(1, {}, tables=((50.0, 50.0),))
    body = xml(f'<div style="margin: {around}">{html}</div>', facts)
    properties = body.find(f".//{W}tblPr")
    assert values(properties, "w:jc", "val") == align
    assert values(properties, "w:tblInd", "w") == [indent]
    if caption:
        assert values(body.find(f".//{W}body/{W}p"), "w:pPr/w:ind", "left") == [indent]


def test_a_caption_has_room_for_its_longest_word() -> None:
    html = "<table><caption>Consequences of it</caption><tr><td>a</table>"
    caption = xml(html, LayoutFacts(1, {}, tables=((8.0,),))).find(f".//{W}body/{W}p")
    (end,) = values(caption, "w:pPr/w:ind", "right")
    assert 1000 < 8000 - int(end) < 1500


def test_a_caption_is_as_wide_as_the_layout_makes_its_table() -> None:
    html = '<table style="margin: auto"><caption>C</caption><tr><td>a<td>b</table>'
    facts = LayoutFacts(1, {}, tables=((100.0, 100.0),))
    for table, indents in (
        (html, ("2500", "2500")),
        (html.replace("margin: auto", "margin-left: 20pt"), ("400", "4600")),
    ):
        caption = xml(table, facts).find(f".//{W}body/{W}p")
        assert values(caption, "w:pPr/w:ind", "left") == [indents[0]]
        assert values(caption, "w:pPr/w:ind", "right") == [indents[1]]


def test_no_cell_has_padding_below_nothing() -> None:
    css = "p { border-top: 1pt solid; margin: -5pt } i { position: absolute }"
    body = "<table><tr><td><p><i>a</i>b</p></table>"
    document = lowered(body, css, laid_out=True).document
    assert faults(opened(pack(document))) == []


@pytest.mark.parametrize(
    ("css", "fills"),
    [
        ("tbody td { background: #aabbcc }", {None: [], "band1Horz": 1, "band2Horz": 1}),
        ("tbody tr:nth-child(odd) { background: #aabbcc }", {None: [], "band1Horz": 1}),
        ("tbody tr:nth-child(even) { background: #aabbcc }", {None: [], "band2Horz": 1}),
        ("td, th { background: #aabbcc }", {None: ["AABBCC"]}),
    ],
)
def test_a_header_without_a_fill_leaves_that_of_the_body_to_its_rows(
    css: str, fills: dict[str | None, Any]
) -> None:
    """LibreOffice shows the fill of the whole style where a part states none."""
    rows = "<tr><td>a<td>b</tr>" * 3
    body = f"<table><thead><tr><th>x<th>y</thead><tbody>{rows}</tbody></table>"
    styles = parts(body, css=CSS + css)["word/styles.xml"]
    (style,) = (s for s in styles.iter(f"{W}style") if s.get(f"{W}styleId") == "Data")
    found: dict[str | None, Any] = {None: values(style, "w:tcPr/w:shd", "fill")}
    for region in style.iter(f"{W}tblStylePr"):
        filled = values(region, ".//w:shd", "fill").count("AABBCC")
        found |= {region.get(f"{W}type"): filled} if filled else {}
    assert found == fills
