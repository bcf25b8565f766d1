"""Content that is drawn in a group, because of its opacity, found by its stream.

WeasyPrint numbers it with the page's content, but an id counts within one stream (ISO 32000-1,
14.7.4.2 and 14.7.4.4): elements name the group's stream, which has parents of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pydyf

if TYPE_CHECKING:
    from triplicate.editions.pdf.tree import Tree


def streams_of_pages(tree: Tree) -> list[list[Any]]:
    """For each page its content stream, and those of the groups with marked content on it."""
    references = tree.pdf.page_references
    found = [[tree.object(tree.object(page)["Contents"])] for page in references]
    # A group shares WeasyPrint's record of tags with its page.
    pages = {id(streams[0]._tags): streams for streams in found}
    for item in tree.pdf.objects:
        if isinstance(item, pydyf.Stream) and item.extra.get("Subtype") == "/Form":
            page = pages.get(id(getattr(item, "_tags", None)))
            if page is not None and _contents(item):
                page.append(item)
    return found


def mend_groups(streams: list[list[Any]], tree: Tree) -> None:
    """Let elements name the streams of groups, and these have parents."""
    for page, (_, *groups) in enumerate(streams):
        for group in groups:
            contents = _contents(group)
            parents = pydyf.Array(["null"] * (max(contents) + 1))
            for content in contents:
                owner = tree.parents[2 * page + 1][content]
                tree.parents[2 * page + 1][content] = "null"
                if owner != "null":
                    parents[content] = owner
                    _name_stream(tree.object(owner), page, content, group, tree)
            group.extra["StructParents"] = len(tree.parents) // 2
            tree.parents.extend([group.extra["StructParents"], parents])


def _contents(stream: Any) -> set[int]:
    marks = (part for part in stream.stream if isinstance(part, pydyf.Dictionary))
    return {mark["MCID"] for mark in marks if "MCID" in mark}


def _name_stream(owner: Any, page: int, content: int, group: Any, tree: Tree) -> None:
    reference = tree.pdf.page_references[page]
    for index, kid in enumerate(owner["K"]):
        place = (owner["Pg"], kid) if isinstance(kid, int) else None
        if isinstance(kid, dict):
            place = (kid["Pg"], kid["MCID"])
        if place == (reference, content):
            fields = {"Type": "/MCR", "Pg": reference, "Stm": group.reference, "MCID": content}
            owner["K"][index] = pydyf.Dictionary(fields)
