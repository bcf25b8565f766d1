"""What a numbered style leaves to the level of its list."""

from __future__ import annotations

from typing import Any

from tests.editions.docx.words import W, lowered, parts
from triplicate.editions.docx import ir
from triplicate.editions.docx.names import style_id

LEVEL = ir.Level("decimal", "%1.", 600, -600)


def stated(name: str, *styles: ir.Style, level: ir.Level = LEVEL) -> dict[str, str]:
    """The indents that a style states in a document with two lists, the other at 900."""
    document = lowered("<p>x</p>").document
    document = document._replace(
        styles=(*document.styles, *styles),
        numberings=((level,), (level._replace(left=900),)),
        instances=(ir.Instance(0), ir.Instance(1)),
    )
    part = parts(document)["word/styles.xml"]
    found = part.find(f"{W}style[@{W}styleId='{style_id(name)}']/{W}pPr/{W}ind")
    return {} if found is None else {key.removeprefix(W): one for key, one in found.items()}


def numbered(name: str, left: int, first: int, instance: int = 1, based_on: str = "") -> ir.Style:
    look = ir.ParagraphFormat(left=left, first_line=first)
    number = ir.Number(instance, 0)
    return ir.Style(name, "paragraph", look, based_on=based_on, number=number)


def test_indents_of_the_level_are_not_repeated() -> None:
    assert stated("Item", numbered("Item", 600, -600)) == {}


def test_other_indents_are_stated() -> None:
    assert stated("Item", numbered("Item", 500, -600)) == {"left": "500", "hanging": "600"}


def test_a_level_that_does_not_hang_is_not_relied_on() -> None:
    level = LEVEL._replace(first_line=0)
    assert stated("Item", numbered("Item", 600, 0), level=level)["left"] == "600"


def test_a_style_that_stands_on_such_a_one_may_leave_them_to_its_own_level() -> None:
    item = numbered("Item", 600, -600)
    assert stated("Inner", item, numbered("Inner", 900, -600, 2, "Item")) == {}
    assert stated("Last", item, numbered("Last", 600, -600, 1, "Item")) == {}


def test_with_another_number_or_other_indents_it_states_both() -> None:
    """What the style below says nothing of, it cannot take from there."""
    item = numbered("Item", 600, -600)
    both = {"left": "600", "hanging": "600"}
    assert stated("Inner", item, numbered("Inner", 600, -600, 2, "Item")) == both
    assert stated("Plain", item, numbered("Plain", 600, -600, 0, "Item")) == both
    moved = numbered("Moved", 700, -600, 1, "Item")
    assert stated("Moved", item, moved) == {"left": "700", "hanging": "600"}


def test_on_a_style_with_indents_of_its_own_they_are_stated() -> None:
    """They would come before those of the level (ECMA-376 Part 1, 17.7.2)."""
    item, inner = numbered("Item", 500, -600), numbered("Inner", 900, -600, 2, "Item")
    assert stated("Inner", item, inner)["left"] == "900"


HEADINGS = """
h2 { counter-increment: part; padding-left: 30pt; text-indent: -30pt }
h2::before { content: counter(part) ". "; display: inline-block; width: 30pt; text-indent: 0 }
.plain { counter-increment: none } .plain::before { content: none }
"""


def test_a_heading_without_the_number_of_its_style_says_where_it_stands() -> None:
    document = lowered('<h2>One</h2><h2 class="plain">Two</h2>', HEADINGS).document
    found = parts(document)
    style: Any = found["word/styles.xml"].find(f"{W}style[@{W}styleId='Heading1']/{W}pPr")
    assert style.find(f"{W}numPr") is not None
    assert style.find(f"{W}ind") is None
    one, two = found["word/document.xml"].findall(f".//{W}p/{W}pPr")
    assert one.find(f"{W}ind") is None
    assert two.find(f"{W}ind").attrib == {f"{W}left": "600", f"{W}hanging": "600"}
