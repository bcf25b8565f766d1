"""What elements mean, where the HTML says so and WeasyPrint's tags do not.

Kinds of inline elements, expanded abbreviations, changes of language (ISO 14289-1, 7.2), and the
place of figures, which PDF counts in points from the bottom of the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pydyf

if TYPE_CHECKING:
    from triplicate.editions.pdf.tree import Tree

_INLINE = "abbr b bdi bdo cite del dfn em i ins mark s small strong sub sup time u var"
_KINDS = {
    **dict.fromkeys(_INLINE.split(), "/Span"),
    **dict.fromkeys(("code", "kbd", "samp"), "/Code"),
    **dict.fromkeys(("pre", "address"), "/P"),
    "q": "/Quote",
}
_POINTS = 0.75  # in a CSS pixel


def mark_meanings(tree: Tree) -> None:
    """Name kinds, expansions, languages and places in the tree."""
    whole = str(tree.pdf.catalog["Lang"].string) if "Lang" in tree.pdf.catalog else ""
    for number, box in tree.record.boxes.items():
        element = tree.pdf.objects[number]
        kind = element.get("S")
        if kind is None:
            continue
        if kind == "/NonStruct":
            element["S"] = _KINDS.get(box.element_tag, kind)
        if box.element_tag == "abbr" and box.element.get("title"):
            element["E"] = pydyf.String(box.element.get("title"))
        if kind == "/Figure":
            _place_figure(element, tree)
        language = box.style["lang"]
        if language and language != _language_around(element, whole, tree):
            element["Lang"] = pydyf.String(language)


def _language_around(element: Any, whole: str, tree: Tree) -> str:
    box = tree.box(tree.object(element["P"]))
    return whole if box is None else str(box.style["lang"] or whole)


def _place_figure(figure: Any, tree: Tree) -> None:
    top = tree.object(figure["Pg"])["TrimBox"][3]
    left, upper, right, lower = figure["A"]["BBox"]
    box = (left * _POINTS, top - lower * _POINTS, right * _POINTS, top - upper * _POINTS)
    figure["A"]["BBox"] = pydyf.Array(box)


def drop_empty(element: Any, tree: Tree) -> None:
    """Drop the groups without content below ``element``, such as those of line breaks."""
    for kid in tree.kids(element):
        drop_empty(kid, tree)
        if not kid["K"] and kid["S"] in ("/NonStruct", "/Span", "/Div"):
            element["K"].remove(kid.reference)
            kid.clear()
