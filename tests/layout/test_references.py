"""Generated content and notes, as WeasyPrint 70 keeps them: fails on a release that moved them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.layout.test_engine import tree
from triplicate.layout.notes import called_note, is_note_mark, is_way_back
from triplicate.layout.references import Part, generated_parts

CSS = """
h2 { counter-increment: h } h2::before { content: counter(h, upper-roman) ". " }
a::after {
  content: attr(title) leader(dotted) target-text(attr(href url)) target-counter(attr(href), h)
    target-counters("#a", h, ".") target-counter(attr(href), page, lower-roman)
}
"""


def boxes(html: str, css: str, folder: Path) -> list[Any]:
    return list(tree(f'<html lang="en"><body>{html}', css, folder).root.descendants())


def test_generated_content_is_told_part_by_part(tmp_path: Path) -> None:
    made = tree('<body><p><a href="#a" title="T"></a></p><h2 id="a">Head</h2>', CSS, tmp_path)
    found = {
        box.element_tag: parts
        for box in made.root.descendants()
        if not hasattr(box, "text") and (parts := generated_parts(box, made)) is not None
    }
    assert found["h2::before"] == [
        Part("counter", "I", "", "h", 1, "upper-roman"),
        Part("text", ". "),
    ]
    assert found["a::after"] == [
        Part("text", "T"),
        Part("leader", "."),
        Part("target-text", "Head", "a"),
        Part("target-counter", "1", "a", "h", 1, "decimal"),
        Part("target-counter", "1", "a", "h", 1, "decimal"),
        Part("target-counter", "1", "a", "page", 1, "lower-roman"),
    ]


def test_content_with_pictures_or_quotation_marks_is_left_alone(tmp_path: Path) -> None:
    made = tree("<body><p>x</p>", "p::before { content: open-quote }", tmp_path)
    assert all(generated_parts(box, made) is None for box in made.root.descendants())


def test_a_target_that_is_not_there_gives_nothing(tmp_path: Path) -> None:
    made = tree('<body><a href="#z">x</a>', CSS, tmp_path)
    (found,) = [
        parts
        for box in made.root.descendants()
        if box.element_tag == "a::after" and (parts := generated_parts(box, made))
    ]
    assert [part.text for part in found[2:]] == ["", "", "", ""]


def test_a_call_has_its_note_in_lines(tmp_path: Path) -> None:
    css = ".f { float: footnote } .e { position: note(n) }"
    html = '<p>A<span class="f">One  <em>x</em></span> B<span class="e">Two</span></p>'
    notes = [note for box in boxes(html, css, tmp_path) if (note := called_note(box))]
    assert [kind for kind, _ in notes] == ["footnote", "endnote"]
    for _, note in notes:
        assert [type(child).__name__ for child in note.children] == ["LineBox"]
    first, second = (list(note.descendants()) for _, note in notes)
    assert "".join(box.text for box in first if hasattr(box, "text")) == "1. One x"
    assert sum(is_note_mark(box) and not hasattr(box, "text") for box in first) == 1
    assert any(is_way_back(box) for box in second)
