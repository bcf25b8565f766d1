"""Lists in lists: Word's own styles List Bullet 2 and the like."""

from __future__ import annotations

from tests.editions.docx import lint
from tests.editions.docx.words import W, lowered, parts, text
from triplicate.editions.docx import ir

TWO = "<ol><li>a<ol><li>b<li>c</ol><li>d</ol>"
CSS = "li { margin: 0 0 4pt } p { margin: 0 0 6pt }"


def test_items_of_inner_lists_have_the_style_of_their_depth() -> None:
    found = lowered(f"{TWO}<p>x{TWO}<p>y", CSS)
    items = [p for p in found.paragraphs if p.style != "Body Text"]
    inner = [p for p in items if text(p) in "bc"]
    assert {p.style for p in inner} == {"List Number 2"}
    assert {p.format for p in inner} == {ir.ParagraphFormat()}
    assert [found.number(p).level for p in items] == [0, 1, 1, 0] * 2


def test_the_style_has_the_number_and_the_indents_of_its_level() -> None:
    found = lowered(f"{TWO}<p>x{TWO}<p>y", CSS)
    style = found.style("List Number 2")
    assert style.number
    assert (style.based_on, style.number.level) == ("List Number", 1)
    level = found.document.numberings[
        found.document.instances[style.number.instance - 1].numbering
    ][1]
    assert level.style == "List Number 2"
    assert style.paragraph.left == level.left == 960
    assert any(p.number is None for p in found.paragraphs if p.style == "List Number 2")


def test_it_is_words_own_style() -> None:
    styles = parts(lowered("<ul><li>a<ul><li>b</ul></ul><p>x", CSS).document)["word/styles.xml"]
    (style,) = styles.findall(f"{W}style[@{W}styleId='ListBullet2']")
    assert style.get(f"{W}customStyle") is None
    assert style.find(f"{W}basedOn").get(f"{W}val") == "ListBullet"


def test_an_inner_list_says_its_own_look() -> None:
    found = lowered("<ul><li>a<ul><li>b</ul></ul><p>x", "ul ul { color: red }" + CSS)
    assert found.style("List Bullet 2").run.color == "FF0000"
    inner = next(p for p in found.paragraphs if text(p) == "b")
    assert inner.mark == ir.RunFormat()


def test_word_has_five_of_a_kind() -> None:
    deep = "".join(f"<ul><li>{depth}" for depth in range(7))
    names = [p.style for p in lowered(deep).paragraphs]
    assert names[:5] == ["List Bullet", *(f"List Bullet {n}" for n in range(2, 6))]
    assert all(name.split()[:2] == ["List", "Bullet"] for name in names[5:])
    assert not any(name in ("List Bullet 6", "List Bullet 7") for name in names)


def test_a_level_belongs_to_one_style() -> None:
    named = 'li li { --word-style: "Item" }' + CSS
    found = lowered("<ul><li>a<ul><li>b<li>c</ul></ul><p>x", named)
    assert lint.faults(parts(found.document)) == []
    assert found.style("Item").number is None
    items = [p for p in found.paragraphs if p.style == "Item"]
    assert [found.number(p).level for p in items] == [1, 1]
