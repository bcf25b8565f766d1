"""Numbers that are aligned at their separator, as Word aligns them."""

from __future__ import annotations

import pytest

from tests.editions.docx.words import faces, lowered, opened, page, parts, styled
from triplicate.diagnostics import Diagnostics
from triplicate.editions.docx import ir, write
from triplicate.editions.docx.lower import lower
from triplicate.editions.docx.lower.css.units import TWIPS_PER_PIXEL
from triplicate.layout import engine
from triplicate.layout.facts import read_facts

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CSS = """
table { border-collapse: collapse; table-layout: fixed; width: 200pt }
td { padding: 2pt 8pt; --align-to: "." } .right { text-align: right } .center { text-align: center }
"""


def table(*cells: str, kind: str = "", attributes: str = "") -> str:
    rows = "".join(f'<tr><td class="{kind}">{cell}</td><td>x</td></tr>' for cell in cells)
    return f"<table {attributes}>{rows}</table>"


def column(found: ir.Table) -> list[ir.Paragraph]:
    """The paragraphs in the first column of a table."""
    blocks = [row.cells[0].blocks[0] for row in found.rows]
    return [block for block in blocks if isinstance(block, ir.Paragraph)]


def stop(kind: str) -> int:
    """The stop of the first column of numbers in twips, as the file has it."""
    document = lowered(table("1.5", "22.25", kind=kind), CSS).document
    return int(next(parts(document)["word/document.xml"].iter(f"{W}tab")).get(f"{W}pos"))


def test_all_numbers_of_a_column_have_one_decimal_tab_and_are_aligned_left() -> None:
    found = lowered(table("1.5", "22.25", "none", kind="right"), CSS)
    paragraphs = column(found.tables[0])
    axes = {paragraph.axis for paragraph in paragraphs}
    assert len(axes) == 1
    assert None not in axes
    style = found.style("Table Text").paragraph
    assert {p.format.align or style.align for p in paragraphs} == {"left"}
    assert all(p.format.left is None and p.format.right is None for p in paragraphs)


def test_text_align_says_where_the_stop_is() -> None:
    left, center, right = map(stop, ("", "center", "right"))
    assert 0 < left < right < 2000 - 2 * 160
    assert center - left == pytest.approx((right - left) / 2, abs=1)


def test_the_stop_is_a_decimal_one_in_the_order_of_the_schema() -> None:
    document = parts(lowered(table("1.5", "22.25", kind="right"), CSS).document)[
        "word/document.xml"
    ]
    properties = next(document.iter(f"{W}tc")).find(f".//{W}pPr")
    names = [child.tag.removeprefix(W) for child in properties]
    assert names[:2] == ["pStyle", "tabs"]
    assert properties.find(f".//{W}tab").get(f"{W}val") == "decimal"


def test_a_stop_in_an_automatic_table_is_where_the_layout_has_it() -> None:
    css = CSS + "table { table-layout: auto; width: auto }"
    tree = styled(page(table("1.5", "22.25", kind="right")), css)
    halves = [
        box.aligned.widest_after for box in tree.root.descendants() if hasattr(box, "aligned")
    ]
    facts = read_facts(engine.paginate(tree), tree)
    again = styled(page(table("1.5", "22.25", kind="right")), css)
    document = opened(write(again, faces(), Diagnostics(), lambda: facts))["word/document.xml"]
    found = int(next(document.iter(f"{W}tab")).get(f"{W}pos"))
    wanted = (facts.tables[0][0] - halves[0]) * TWIPS_PER_PIXEL - 2 * 160
    assert found == pytest.approx(wanted, abs=1)


@pytest.mark.parametrize("odd", ["12%", "1 000.5", "5 kg", "1'000.5"])
def test_text_at_which_word_would_stop_elsewhere_is_indented(odd: str) -> None:
    first, second = column(lowered(table("1234.5", odd, kind="right"), CSS).tables[0])
    assert first.axis is not None
    assert second.axis is None
    assert (second.format.align, second.format.left or 0) != ("left", 0)


@pytest.mark.parametrize("usual", ["1,234.50", "-7.5", "(3.25)", ".5", "n/a", "12", "\u20ac 7.50"])
def test_text_that_word_reads_likewise_needs_no_indent(usual: str) -> None:
    (only, _) = column(lowered(table(usual, "1.5"), CSS).tables[0])
    assert only.axis is not None


def test_numbers_from_right_to_left_are_indented() -> None:
    found = lowered(table("1.5", "22.25", attributes='dir="rtl"'), CSS + "[dir] { direction: rtl }")
    short, long = column(found.tables[0])
    assert short.axis is None
    assert (short.format.left or 0) > (long.format.left or 0)
    assert (short.format.right or 0) > (long.format.right or 0)


def test_the_separator_is_that_of_the_documents_language() -> None:
    css = CSS.replace('"."', '","')
    found = lowered(table("1,5", "22,25"), css, 'lang="fr"')
    assert column(found.tables[0])[0].axis is not None
    assert found.problems == []
    settings = parts(found.document)["word/settings.xml"]
    names = ("decimalSymbol", "listSeparator")
    assert [settings.find(f"{W}{name}").get(f"{W}val") for name in names] == [",", ";"]


def test_another_separator_is_reported_at_its_rule_and_indented() -> None:
    diagnostics = Diagnostics()
    css = '\ntd { --align-to: "," }'
    document = lower(styled(page(table("1,5", "22,25")), css), faces(), diagnostics)
    assert document.separator == "."
    (problem,) = diagnostics
    assert problem.rule == "word-table-separator"
    assert problem.message == (
        'Word edition: expected --align-to: "." in a document in "en", found ","'
    )
    assert problem.span
    assert (problem.span.line, problem.span.column) == (2, 6)


def test_documents_that_align_nothing_keep_the_usual_separator() -> None:
    assert lowered("<p>x</p>", attributes='lang="fr"').document.separator == "."
