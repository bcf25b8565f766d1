"""Canary: what WeasyPrint 70 stops at, and what our patches of it need to be there."""

from __future__ import annotations

import pytest

from tests.editions.docx.words import lowered, page, styled
from triplicate.layout import engine

LETTER = "p::first-letter { font-size: 30pt; float: left }"
RUNNING = "@page { @top-left { content: element(a) } } i { position: running(a) }"


def shown(body: str, css: str) -> list[str]:
    """The words of the text on the pages."""
    document = engine.paginate(styled(page(body), css))
    roots = (page._page_box.children[0] for page in document.pages)
    boxes = (box for root in roots for box in root.descendants(placeholders=True))
    return "".join(box.text for box in boxes if hasattr(box, "text")).replace("\u200b", "").split()


@pytest.mark.parametrize("css", ["columns: 2", "display: flex", "display: grid"])
def test_a_letter_that_floats_may_be_laid_out_twice(css: str) -> None:
    body = f"<div style='{css}'><p>Once <b>upon</b></p><p>Twice</p></div>"
    assert shown(body, LETTER) == ["Once", "uponTwice"]


@pytest.mark.parametrize("css", ["float: left", "display: table", "display: inline-block"])
def test_a_running_element_has_no_width_in_the_text(css: str) -> None:
    assert shown(f"<div style='{css}'><i>far</i><p>near</p></div>", RUNNING) == ["near"]
    block = RUNNING + "i { display: block }"
    assert shown(f"<div style='{css}'>near <b>and</b><i>far</i></div>", block) == ["near", "and"]


def test_the_text_of_a_marker_stands_in_it() -> None:
    body = "<ul><li>a</li><li></li></ul>"
    assert shown(body, 'li::marker { content: "+ " }') == ["+", "a+"]


@pytest.mark.parametrize("tag", ["tr", "td", "tbody"])
def test_a_part_of_a_table_that_leaves_the_flow_is_a_block(tag: str) -> None:
    rows = "<tbody><tr><td>near</td></tr></tbody><tbody><tr><td>far</td></tr></tbody>"
    head, _, rest = rows.rpartition(f"<{tag}>")
    body = f"<table>{head}<{tag} class=x>{rest}</table>"
    boxes = styled(page(body), ".x { position: running(a) }").root.descendants()
    assert {box.style["display"] for box in boxes if box.is_running()} == {("block", "flow")}


@pytest.mark.parametrize("content", ["attr(class) 'x'", "content() 'x'", "'x'"])
def test_a_margin_box_without_an_element_shows_the_rest(content: str) -> None:
    document = engine.paginate(
        styled(page("<p>a</p>"), f"@page {{ @top-left {{ content: {content} }} }}")
    )
    boxes = document.pages[0]._page_box.descendants(placeholders=True)
    words = {box.text.strip() for box in boxes if hasattr(box, "text")}
    assert words - {""} == {"a", "x"}


@pytest.mark.parametrize(
    "display", ["block", "grid", "flex", "table", "inline-table", "list-item", "inline-block"]
)
@pytest.mark.parametrize("content", ["counter(pages)", "leader('.') target-counter('#x', page)"])
def test_page_numbers_stand_in_boxes_of_any_kind(display: str, content: str) -> None:
    css = f"p::after {{ content: {content}; display: {display} }}"
    assert shown("<p>a</p><div style='float: left'><p>b</p></div><h2 id=x>c</h2>", css)


@pytest.mark.parametrize("place", ["position: note()", "float: footnote"])
def test_a_leader_may_be_laid_out_twice(place: str) -> None:
    css = (
        f"nav {{ {place} }} nav::after {{ content: leader('--') }} div {{ display: inline-block }}"
    )
    assert shown("<div>longer <nav>xx</nav></div>", css)


@pytest.mark.parametrize("part", ["li::marker", "summary::marker", "*::marker"])
def test_a_marker_may_not_be_displayed(part: str) -> None:
    body = "<ol><li>one</ol><details><summary>more</summary></details>"
    assert "onemore" in shown(body, f"{part} {{ display: none }}")


@pytest.mark.parametrize("part", ["footnote-call", "footnote-marker"])
@pytest.mark.parametrize("display", ["none", "inline-table"])
def test_parts_of_notes_may_be_displayed_otherwise(part: str, display: str) -> None:
    css = f"i {{ float: footnote }} ::{part} {{ display: {display} }}"
    found = lowered("<p>a<i>note</i>", css)
    assert len(found.document.notes) == 1


@pytest.mark.parametrize("css", ["float: footnote", "position: note(ends)"])
def test_notes_show_their_text_transformed(css: str) -> None:
    body = "<p>Aa<span class=n>ONE <b>Two</b></span></p>"
    rules = f".n {{ {css}; text-transform: lowercase }} @page {{ @bottom-left {{ content: 'z' }} }}"
    tree = styled(page(body), rules)
    notes = [box for box in tree.root.descendants() if getattr(box, "text", "").endswith("wo")]
    notes += [
        box for note in tree.context.footnotes for box in note.descendants() if hasattr(box, "text")
    ]
    assert [box.text for box in notes if box.text.endswith("wo")] == ["two"]
