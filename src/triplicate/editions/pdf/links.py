"""Links as one element each, whatever the number of their lines and generated parts.

WeasyPrint makes a Link of each line and of each pseudo-element. ISO 14289-1, 7.18.5, wants the
annotations of a link below its Link, and a description in each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pydyf

if TYPE_CHECKING:
    from triplicate.editions.pdf.tree import Tree


def mend_links(tree: Tree) -> None:
    """Dissolve links within links, describe links to places in the document."""
    for element in tree.of_kind("/Link"):
        if element.get("S") == "/Link":  # not dissolved meanwhile
            parent = tree.object(element["P"])
            if parent.get("S") != "/Link":
                _flatten(element, tree)
                _describe(element, tree)


def _flatten(link: Any, tree: Tree) -> None:
    """Let a link hold what the links within it hold, and the annotations of all its parts."""
    kids = list(link["K"])
    link["K"] = pydyf.Array()
    for kid in kids:
        part = tree.object(kid) if isinstance(kid, bytes) else None
        if part is None or "S" not in part:
            link["K"].append(kid)
        elif part["S"] == "/Link" and not tree.box(part).is_leader:
            _flatten(part, tree)
            tree.dissolve(part, link)
        else:
            _lift_annotations(part, link, tree)
            link["K"].append(kid)
            if part["S"] == "/Link":  # a row of dots reads as a blank
                part.update({"S": "/Span", "ActualText": pydyf.String(" ")})


def _lift_annotations(part: Any, link: Any, tree: Tree) -> None:
    """Put the annotations of a part of a link below the link."""
    kids = pydyf.Array()
    for kid in part["K"]:
        found = tree.object(kid) if isinstance(kid, bytes) else None
        if found is not None and found.get("Type") == "/OBJR":
            tree.give(kid, part, link)
            continue
        kids.append(kid)
        if found is not None:
            _lift_annotations(found, link, tree)
    part["K"] = kids


def _describe(link: Any, tree: Tree) -> None:
    """Describe a link's annotations: by its title, or where it leads nowhere else by its words."""
    found = [tree.object(kid) for kid in link["K"] if isinstance(kid, bytes)]
    annotations = [tree.object(one["Obj"]) for one in found if one.get("Type") == "/OBJR"]
    if not annotations:
        link["S"] = "/Span"
    source = tree.source(link)
    title = source.get("title") or source.get("aria-label")
    for annotation in annotations:
        words = title or ("Dest" in annotation and _words(source))
        if words:
            annotation["Contents"] = pydyf.String(" ".join(words.split()))


def _words(source: Any) -> str:
    """The words of an HTML element, or those for its pictures."""
    words = "".join(source.itertext())
    return words if words.strip() else " ".join(one.get("alt", "") for one in source.iter())
