from __future__ import annotations

from xml.etree import ElementTree

import pytest

from tests.editions.docx.words import opened, web
from triplicate import html_to_docx
from triplicate.layout.attributes import MATHML, obey_attributes


def obeyed(markup: str) -> ElementTree.Element:
    root = ElementTree.fromstring(markup)
    obey_attributes(root)
    return root


@pytest.mark.parametrize(
    ("cell", "kept"),
    [
        ('<td colspan="100000000"/>', "1000"),
        ('<th colspan=" 1001 "/>', "1000"),
        ('<td colspan="1000"/>', "1000"),
        ('<td colspan="-3"/>', "-3"),
        ('<td colspan="two"/>', "two"),
    ],
)
def test_cells_span_no_more_columns_than_in_browsers(cell: str, kept: str) -> None:
    assert obeyed(cell).get("colspan") == kept


def test_rows_and_columns_have_limits_of_their_own() -> None:
    assert obeyed('<td rowspan="70000"/>').get("rowspan") == "65534"
    assert obeyed('<col span="70000"/>').get("span") == "1000"


@pytest.mark.parametrize(
    ("element", "hidden"),
    [
        ('<input type="HIDDEN"/>', True),
        ('<input type="text"/>', False),
        ("<input/>", False),
        ("<dialog/>", True),
        ('<dialog open=""/>', False),
        ("<datalist/>", True),
        (f'<m:annotation xmlns:m="{MATHML[1:-1]}"/>', True),
        (f'<m:mi xmlns:m="{MATHML[1:-1]}"/>', False),
        ("<p/>", False),
    ],
)
def test_what_browsers_never_show_is_not_displayed(element: str, hidden: bool) -> None:
    assert ("display: none" in (obeyed(element).get("style") or "")) is hidden


@pytest.mark.parametrize(
    ("before", "after", "hidden"),
    [
        ("<span><br/></span>", '<div class="WordSection2"/>', True),
        ("<br/>", '<div class="WordSection2"/>', True),
        ("<span>text<br/></span>", '<div class="WordSection2"/>', False),
        ("<span><br/></span>", "<div/>", False),
    ],
)
def test_a_break_between_sections_of_words_html_is_no_page(
    before: str, after: str, hidden: bool
) -> None:
    root = obeyed(f"<body>{before}{after}</body>")
    assert (root[0].get("style") is not None) is hidden


def test_a_reversed_list_counts_down_from_its_start_or_its_length() -> None:
    root = obeyed('<ol reversed="" style="margin: 0"><li/><li value="7"/></ol>')
    assert root.get("style") == "counter-reset: list-item 3; counter-increment: none; margin: 0"
    assert [item.get("style") for item in root] == ["counter-increment: list-item -1; ", None]
    started = obeyed('<ol reversed="" start="9"><li/></ol>')
    assert (started.get("style") or "").startswith("counter-reset: list-item 10")


def test_a_reversed_list_begins_with_its_start() -> None:
    found = web("<ol reversed start=10 type=A><li>J<li>I</ol>")
    numbers = [found.document.instances[found.number(p).instance - 1] for p in found.paragraphs]
    assert [number.starts for number in numbers] == [((0, 10),), ((0, 9),)]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("en_US", "en-US"),
        (" de ", "de"),
        ("zh-Hant-TW", "zh-Hant-TW"),
        ("", ""),
        ("xx-" + "z" * 200, None),
        ("en us", None),
        ("<b>", None),
        ("a-" * 60 + "a", None),
    ],
)
def test_languages_are_tags_that_programs_know(written: str, kept: str | None) -> None:
    element = ElementTree.Element("p", lang=written)
    obey_attributes(element)
    assert element.get("lang") == kept


@pytest.mark.parametrize(
    ("markup", "centred"),
    [
        ("<table><tr><td align='Center'>{}</td></tr></table>", True),
        ("<center><p>a</p><form>{}</form></center>", True),
        ("<div align='middle'>{}</div>", True),
        ("<div align='center'><div align='left'>{}</div></div>", False),
        ("<div align='right'>{}</div>", False),
        ("<div>{}</div>", False),
    ],
)
def test_tables_are_in_the_middle_of_what_is_aligned_so(markup: str, centred: bool) -> None:
    root = obeyed(markup.format('<table id="x"><tr><td><table/></td></tr></table>'))
    (found,) = (one for one in root.iter("table") if one.get("id") == "x")
    assert (found.get("align") == "center") == centred
    assert found[0][0][0].get("align") is None


def test_a_mail_is_in_the_middle_of_the_page() -> None:
    inner = '<table align="left"><tr><td>b</td></tr></table>'
    found = opened(html_to_docx(f"<div align=center><table width=200><tr><td>a</table>{inner}"))
    sides = found["word/document.xml"].xpath("//*[local-name()='tblPr']/*[local-name()='jc']/@*")
    assert sides == ["center"]
