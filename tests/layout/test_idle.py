"""Rules of WeasyPrint's own sheet are left out only where they cannot show; canaries for it."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from weasyprint import CSS, HTML
from weasyprint.css import StyleFor
from weasyprint.document import DEFAULT_OPTIONS, Document
from weasyprint.text.fonts import FontConfiguration

from triplicate.layout.idle import OF_NOTES, without_idle_rules

PAGE = "<p>x</p><ul><li>x</ul><aside>x</aside>"


def _styled(html: str, css: str = "") -> tuple[Any, Any]:
    document = HTML(string=html)
    options = dict(DEFAULT_OPTIONS, stylesheets=[CSS(string=css)])
    with without_idle_rules():
        context = Document._build_layout_context(document, FontConfiguration(), None, {}, options)
    return document.etree_element, context.style_for


def _parts(html: str, css: str = "") -> dict[str, set[str]]:
    """The pseudo-elements that have a style, by tag."""
    root, style_for = _styled(html, css)
    found: dict[str, set[str]] = {}
    for element in root.iter():
        found[element.tag] = {
            part for part in ("marker", *OF_NOTES) if style_for(element, part) is not None
        }
    return found


def test_only_list_items_have_markers_where_nothing_else_is_one() -> None:
    parts = _parts(PAGE)
    assert parts["li"] == {"marker"}
    assert parts["p"] == parts["aside"] == set()


@pytest.mark.parametrize(
    "css",
    [
        "p { display: list-item }",
        ":root { --x: list-item } p { display: var(--x) }",
        "@media print { section > p, p { display: list-item } }",
    ],
)
def test_other_list_items_keep_their_markers(css: str) -> None:
    assert _parts(PAGE, css)["p"] >= {"marker"}


@pytest.mark.parametrize(
    ("html", "css"),
    [
        (PAGE, "aside { float: footnote }"),
        (PAGE, ":root { --x: footnote } aside { float: var(--x) }"),
        (PAGE, "#x, .y, aside { float: footnote !important }"),
        (f"<style>aside {{ FLOAT: FOOTNOTE }}</style>{PAGE}", ""),
        (f'<aside style="float: footnote">x</aside>{PAGE}', ""),
        (f'<aside style="float: f\\6fotnote">x</aside>{PAGE}', ""),
        (f'<aside style="float: var(--x)">x</aside>{PAGE}', ""),
    ],
)
def test_notes_keep_their_parts(html: str, css: str) -> None:
    assert _parts(html, css)["aside"] >= {"footnote-call", "footnote-marker"}


def test_markers_look_as_weasyprint_has_them() -> None:
    root, style_for = _styled(PAGE, "li::marker { color: red }")
    marker = style_for(next(root.iter("li")), "marker")
    assert marker["white_space"] == "pre"
    assert tuple(marker["color"]) == (1, 0, 0, 1)


def test_lists_are_numbered_as_without() -> None:
    html = "<ol><li>a<li>b</ol>"
    texts = Counter(
        box.text
        for page in HTML(string=html).render().pages
        for box in page._page_box.descendants()
        if hasattr(box, "text")
    )
    with without_idle_rules():
        pages = HTML(string=html).render().pages
    found = Counter(
        box.text for page in pages for box in page._page_box.descendants() if hasattr(box, "text")
    )
    assert found == texts


def test_weasyprint_is_left_as_it_was() -> None:
    before = StyleFor.__init__
    with without_idle_rules():
        assert StyleFor.__init__ is not before
    assert StyleFor.__init__ is before
