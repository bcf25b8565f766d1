"""Footnotes where they are called, as ISO 14289-1, 7.9, wants them: a Note with an id.

WeasyPrint leaves them at the foot of the page, between the parts of what goes on on the next.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pydyf

if TYPE_CHECKING:
    from triplicate.editions.pdf.tree import Tree


def mend_notes(tree: Tree) -> None:
    """Move each note behind its call; parts of a note from several pages follow one another."""
    areas = [kid for kid in tree.kids(tree.document) if _is_area(kid, tree)]
    if not areas:
        return
    calls = {
        id(tree.source(element)): element
        for element in reversed(tree.of_kind("/NonStruct", "/Span", "/Link"))
        if str(tree.box(element).element_tag).endswith("::footnote-call")
    }
    placed: dict[int, Any] = {}
    for area in areas:
        left = pydyf.Array()
        for reference in area["K"]:
            note = tree.object(reference)
            key = id(tree.source(note))
            if key in calls:
                _place(note, placed.get(key, calls[key]), key not in placed, tree)
                placed[key] = note
            else:
                left.append(reference)
        area["K"] = left
        if not left:
            tree.document["K"].remove(area.reference)
            area.clear()


def _is_area(element: Any, tree: Tree) -> bool:
    from weasyprint.formatting_structure.boxes import FootnoteAreaBox

    return isinstance(tree.box(element), FootnoteAreaBox)


def _place(note: Any, before: Any, is_first: bool, tree: Tree) -> None:
    """Put a note, or a later part of it, behind its call or the part before."""
    parent = tree.object(before["P"])
    parent["K"].insert(parent["K"].index(before.reference) + 1, note.reference)
    note.update({"S": "/Note", "P": parent.reference})
    if not is_first:
        return
    note["ID"] = pydyf.String(f"note-{note.number}")
    if before["S"] != "/Link":
        before["S"] = "/Reference"
    for kid in tree.kids(note):
        if str(getattr(tree.box(kid), "element_tag", "")).endswith("::footnote-marker"):
            kid["S"] = "/Lbl"
