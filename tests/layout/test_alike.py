"""Styles shared among elements that differ in their ids alone; canaries for WeasyPrint's parts."""

from __future__ import annotations

from typing import Any

import pytest
from weasyprint import HTML
from weasyprint.css import StyleFor
from weasyprint.document import DEFAULT_OPTIONS, Document
from weasyprint.text.fonts import FontConfiguration

from triplicate.layout.alike import original, shared_styles

ROWS = "".join(f'<tr id="r{n}"><td>{n}</td><td class="b">x</td></tr>' for n in range(4))
PAGE = f"""<style>
td {{ color: red }} td.b {{ color: blue }} #r2 td.b {{ color: green }} tr {{ margin: 1px }}
tr::before {{ content: "+" }} #r3::before {{ content: "-" }}
</style><table>{ROWS}<tr><td>no id</td></tr></table>"""


def _styles(html: str = PAGE) -> list[tuple[Any, Any]]:
    document = HTML(string=html)
    with shared_styles():
        context = Document._build_layout_context(
            document, FontConfiguration(), None, {}, DEFAULT_OPTIONS
        )
    return [(one, context.style_for(one)) for one in document.etree_element.iter()]


def _of(tag: str) -> list[Any]:
    return [style for element, style in _styles() if element.tag == tag]


def test_rows_that_differ_in_their_ids_share_the_styles_of_their_cells() -> None:
    cells = _of("td")
    assert cells[0] is cells[2] is cells[4]
    assert cells[1] is cells[3]


def test_an_id_stays_with_its_element() -> None:
    rows = _of("tr")
    assert [row["anchor"] for row in rows] == ["r0", "r1", "r2", "r3", None]
    assert [row.copy()["anchor"] for row in rows] == ["r0", "r1", "r2", "r3", None]


def test_rows_that_differ_in_their_ids_have_one_original() -> None:
    assert len({id(original(row)) for row in _of("tr")}) == 1


def test_rules_that_name_an_id_count() -> None:
    cells = _of("td")
    assert cells[5]["color"] != cells[3]["color"]


def test_pseudo_elements_are_told_apart() -> None:
    document = HTML(string=PAGE)
    with shared_styles():
        context = Document._build_layout_context(
            document, FontConfiguration(), None, {}, DEFAULT_OPTIONS
        )
    rows = list(document.etree_element.iter("tr"))
    contents = [context.style_for(row, "before")["content"] for row in rows]
    assert contents[0] == contents[1] == contents[4] == (("string", "+"),)
    assert contents[3] == (("string", "-"),)


@pytest.mark.parametrize("name", ["display", "margin_left", "float", "position", "color"])
def test_values_are_those_of_elements_computed_alone(name: str) -> None:
    document = HTML(string=PAGE)
    context = Document._build_layout_context(
        document, FontConfiguration(), None, {}, DEFAULT_OPTIONS
    )
    alone = [context.style_for(one)[name] for one in document.etree_element.iter()]
    assert [style[name] for _, style in _styles()] == alone


def test_weasyprint_is_left_as_it_was() -> None:
    before = StyleFor.set_computed_styles
    with shared_styles():
        assert StyleFor.set_computed_styles is not before
    assert StyleFor.set_computed_styles is before
