from __future__ import annotations

import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests.editions.docx.words import W
from triplicate.editions.docx import ir
from triplicate.editions.docx.names import style_id
from triplicate.editions.docx.package.xml import (
    NAMESPACES,
    escape,
    paragraph_format,
    run_format,
)

ANY_TEXT = st.text(st.characters(codec=None), max_size=50)
BORDERS = st.none() | st.just(ir.NO_BORDER) | st.just(ir.Border("single", 4, "000000", 1))


def stated(plain: Any, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Formats with some fields stated and no others."""
    return st.fixed_dictionaries(fields).map(lambda values: plain._replace(**values))


def names(xml: str) -> list[str]:
    root = etree.fromstring(f"<w:x {NAMESPACES}>{xml}</w:x>")
    return [str(child.tag).replace(W, "") for child in root]


@given(ANY_TEXT)
def test_any_text_is_safe_and_reads_as_it_was(text: str) -> None:
    root = etree.fromstring(f'<a b="{escape(text)}">{escape(text)}</a>'.encode())
    kept = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "\ufffd", text)
    assert (root.text or "") == kept.replace("\r\n", "\n").replace("\r", "\n")


RUN_ORDER = ["rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "color", "spacing"]
RUN_ORDER += ["position", "sz", "szCs", "u", "shd", "vertAlign", "rtl", "lang"]
PARAGRAPH_ORDER = ["keepNext", "keepLines", "pageBreakBefore", "widowControl", "numPr", "pBdr"]
PARAGRAPH_ORDER += ["shd", "tabs", "bidi", "spacing", "ind", "jc"]


@given(
    stated(
        ir.RunFormat(),
        font=st.none() | st.just("A & B"),
        bold=st.none() | st.booleans(),
        color=st.none() | st.just("FF0000"),
        size=st.none() | st.integers(2, 99),
        underline=st.none() | st.sampled_from(["none", "single", "wave"]),
        shade=st.none() | st.just(""),
        vertical=st.none() | st.just("superscript"),
        language=st.none() | st.just("fr"),
    )
)
def test_run_properties_are_in_the_order_of_the_schema(run: ir.RunFormat) -> None:
    found = names(run_format(run))
    assert found == sorted(found, key=RUN_ORDER.index)


@given(
    stated(
        ir.ParagraphFormat(),
        keep_next=st.none() | st.booleans(),
        top=BORDERS,
        tabs=st.none() | st.just((ir.Tab("left", 5),)),
        before=st.none() | st.integers(0, 99),
        line=st.none() | st.just(ir.Line(20, "exact")),
        first_line=st.none() | st.integers(-99, 99),
        align=st.none() | st.just("both"),
    ),
    st.none() | st.just(ir.Number(1, 2)),
)
def test_paragraph_properties_are_in_the_order_of_the_schema(
    look: ir.ParagraphFormat, number: ir.Number | None
) -> None:
    found = names(paragraph_format(look, number))
    assert found == sorted(found, key=PARAGRAPH_ORDER.index)


def test_nothing_stated_is_nothing_written() -> None:
    assert run_format(ir.RunFormat()) == paragraph_format(ir.ParagraphFormat()) == ""


def test_a_style_id_is_its_name_in_one_word() -> None:
    assert [style_id(name) for name in ("heading 1", "Body Text", "Überblick", "!")] == [
        "Heading1",
        "BodyText",
        "Überblick",
        "Style",
    ]
