"""Lists as ISO 32000-1, 14.8.4.3.3, has them: items of a label and a body, and a numbering.

WeasyPrint puts the blocks of an item, and the words of one whose marker stands inside, directly
below the item, which PDF/UA forbids.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pydyf

if TYPE_CHECKING:
    from triplicate.editions.pdf.tree import Tree

_NUMBERINGS = {
    "none": "/None",
    "disc": "/Disc",
    "circle": "/Circle",
    "square": "/Square",
    "decimal": "/Decimal",
    "decimal-leading-zero": "/Decimal",
    "upper-roman": "/UpperRoman",
    "lower-roman": "/LowerRoman",
    "upper-alpha": "/UpperAlpha",
    "upper-latin": "/UpperAlpha",
    "lower-alpha": "/LowerAlpha",
    "lower-latin": "/LowerAlpha",
}


def mend_lists(tree: Tree) -> None:
    """Give each item one body, and each list its numbering."""
    for item in tree.of_kind("/LI"):
        _put_into_body(item, tree)
    for element in tree.of_kind("/L"):
        element["A"] = pydyf.Dictionary({"O": "/List", "ListNumbering": _numbering(element, tree)})


def _put_into_body(item: Any, tree: Tree) -> None:
    labels: list[Any] = []
    others: list[Any] = []
    for kid in item["K"]:
        is_element = isinstance(kid, bytes)
        is_label = is_element and tree.object(kid).get("S") == "/Lbl"
        (labels if is_label else others).append(kid)
    bodies = [tree.object(kid) for kid in others if isinstance(kid, bytes)]
    if not others or (len(others) == 1 and bodies and bodies[0].get("S") == "/LBody"):
        return
    body = tree.add("/LBody", item, item)
    for kid in others:
        found = tree.object(kid) if isinstance(kid, bytes) else None
        if found is not None and found.get("S") == "/LBody":
            tree.dissolve(found, body)
        else:
            tree.give(kid, item, body)
    item["K"] = pydyf.Array([*labels, body.reference])


def _numbering(element: Any, tree: Tree) -> str:
    items = (kid for kid in tree.kids(element) if kid["S"] == "/LI")
    item = next((tree.box(kid) for kid in items if tree.box(kid) is not None), None)
    if item is None or "list-item" not in item.style["display"]:
        return "/None"
    unnamed = "/Decimal" if tree.box(element).element_tag == "ol" else "/None"
    return _NUMBERINGS.get(str(item.style["list_style_type"]), unnamed)
