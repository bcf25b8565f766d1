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
    """Name kinds, expansions and places in the tree."""
    for number, box in tree.record.boxes.items():
        element = tree.pdf.objects[number]
        kind = element.get("S")
        if kind == "/NonStruct":
            element["S"] = _KINDS.get(box.element_tag, kind)
        if kind and box.element_tag == "abbr" and box.element.get("title"):
            element["E"] = pydyf.String(box.element.get("title"))
        if kind == "/Figure":
            _place_figure(element, tree)


def mark_languages(tree: Tree) -> None:
    """Name the language of each element whose language is not that of what it stands in."""
    whole = str(tree.pdf.catalog["Lang"].string) if "Lang" in tree.pdf.catalog else ""
    for number, box in tree.record.boxes.items():
        element = tree.pdf.objects[number]
        language = box.style["lang"] if "S" in element else None
        if language and language != _language_around(element, whole, tree):
            element["Lang"] = pydyf.String(language)


def has_languages(root: Any) -> bool:
    """Whether an HTML element below ``root`` names a language."""
    return any("lang" in element.attrib for element in root.iter() if element is not root)


def _language_around(element: Any, whole: str, tree: Tree) -> str:
    box = tree.box(tree.object(element["P"]))
    return whole if box is None else str(box.style["lang"] or whole)


def _place_figure(figure: Any, tree: Tree) -> None:
    top = tree.object(figure["Pg"])["TrimBox"][3]
    left, upper, right, lower = figure["A"]["BBox"]
    box = (left * _POINTS, top - lower * _POINTS, right * _POINTS, top - upper * _POINTS)
    figure["A"]["BBox"] = pydyf.Array(box)


def drop_empty(tree: Tree) -> None:
    """Drop the groups without content, such as those of line breaks."""
    for number in sorted(tree.record.boxes, reverse=True):  # what is within first
        element = tree.pdf.objects[number]
        if not element.get("K", True) and element["S"] in ("/NonStruct", "/Span", "/Div"):
            tree.object(element["P"])["K"].remove(element.reference)
            element.clear()
