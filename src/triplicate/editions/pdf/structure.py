"""The structure tree as PDF/UA wants it to be read, beyond what WeasyPrint writes.

Input: the PDF's objects before they are serialised and the record of their boxes.
What is mended, in place:

- notes stand where they are called, links are one element each, items have a label and a body;
- the parts of an element on several pages become one element: one table, one paragraph;
- a header row that is repeated on a later page becomes an artifact (ISO 14289-1, 7.1, repeated
  content), and margin boxes become pagination artifacts (7.8), not loose content;
- cells and their headers find each other (7.5), and the tree gets the IDTree that ids ask for;
- kinds, languages and places of elements are named, and the streams of what is transparent;
- pages get labels, for readers that show them in place of their index (ISO 32000-1, 12.4.2).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pydyf

from triplicate.editions.pdf.groups import mend_groups, streams_of_pages
from triplicate.editions.pdf.links import mend_links
from triplicate.editions.pdf.lists import mend_lists
from triplicate.editions.pdf.meanings import drop_empty, mark_languages, mark_meanings
from triplicate.editions.pdf.notes import mend_notes
from triplicate.editions.pdf.tables import mend_tables
from triplicate.editions.pdf.tree import Tree

if TYPE_CHECKING:
    from triplicate.layout.tagging import TagRecord

_GROUPS = ("/Part", "/Sect", "/Art", "/Div", "/NonStruct", "/Span", "/BlockQuote", "/Caption")
_TEXTS = ("/P", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6", "/L", "/LI", "/LBody", "/Link", "/Note")
_TABLES = ("/Table", "/THead", "/TBody", "/TFoot", "/TR", "/TH", "/TD")
_SPLIT = frozenset((*_GROUPS, *_TEXTS, *_TABLES))


def mend_structure(pdf: pydyf.PDF, record: TagRecord, is_multilingual: bool) -> None:
    """Mend the structure tree of ``pdf``; see the module's text for what is mended.

    Where the document ``is_multilingual``, elements of another language name it.
    """
    for number in record.furniture_tags:
        pdf.objects[number].clear()
    tree = Tree(pdf, record)
    mend_notes(tree)
    mend_links(tree)
    mend_lists(tree)
    _join_parts(tree.document, tree)
    mend_tables(tree)
    mark_meanings(tree)
    if is_multilingual:
        mark_languages(tree)
    drop_empty(tree)
    _list_ids(tree)
    streams = streams_of_pages(tree)
    for page, contents in record.hidden.items():
        _mark_artifacts(page, contents, streams[page], tree)
    mend_groups(streams, tree)
    labels = pydyf.Array([0, pydyf.Dictionary({"S": "/D"})])
    pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": labels})


def _join_parts(element: Any, tree: Tree) -> None:
    """Join neighbours below ``element`` that are parts of one HTML element."""
    kids = pydyf.Array()
    last: Any = None
    for kid in element["K"]:
        part = tree.object(kid) if isinstance(kid, bytes) else None
        if part is not None and last is not None and _is_same(last, part, tree):
            _join(last, part, tree)
            continue
        kids.append(kid)
        last = part if part is not None and part.get("S") else None
    element["K"] = kids
    for found in tree.kids(element):
        _join_parts(found, tree)


def _is_same(first: Any, second: Any, tree: Tree) -> bool:
    source = tree.source(first)
    return (
        source is not None
        and first.get("S") in _SPLIT
        and first.get("S") == second.get("S")
        and source is tree.source(second)
        and tree.box(first).element_tag == tree.box(second).element_tag
    )


def _join(first: Any, second: Any, tree: Tree) -> None:
    is_table = first["S"] == "/Table"
    has_head = is_table and any(kid["S"] == "/THead" for kid in tree.kids(first))
    for kid in second["K"]:
        part = tree.object(kid) if isinstance(kid, bytes) else None
        if part is not None and part.get("S") == "/THead" and has_head:
            _hide(part, tree)
            continue
        twin = _twin(first, part, tree)
        if twin is None:
            tree.give(kid, second, first)
        else:
            _join(twin, part, tree)
    second.clear()


def _twin(row: Any, cell: Any, tree: Tree) -> Any:
    """The part of ``cell`` that stands in the same row on the page before."""
    if row["S"] != "/TR" or cell is None:
        return None
    return next((kid for kid in tree.kids(row) if _is_same(kid, cell, tree)), None)


def _hide(repeated: Any, tree: Tree) -> None:
    """Turn what is repeated on a later page into an artifact."""
    for element in list(tree.below(repeated)):
        contents = {kid for kid in element["K"] if isinstance(kid, int)}
        tree.record.hide(tree.pages[element["Pg"]], contents, "repeated")
        element.clear()


def _list_ids(tree: Tree) -> None:
    found = (tree.pdf.objects[number] for number in tree.record.boxes)
    identified = {one["ID"].string: one.reference for one in found if "ID" in one}
    if identified:
        names = pydyf.Array()
        for name, reference in sorted(identified.items()):
            names.extend([pydyf.String(name), reference])
        tree.root["IDTree"] = pydyf.Dictionary({"Names": names})


def _mark_artifacts(page: int, contents: dict[int, str], streams: list[Any], tree: Tree) -> None:
    for parts in (stream.stream for stream in streams):
        for index, part in enumerate(parts):
            if isinstance(part, pydyf.Dictionary) and part.get("MCID") in contents:
                parts[index - 1] = "/Artifact"
                parts[index] = pydyf.Dictionary(_artifact(contents[part["MCID"]]))
    parents = tree.parents[2 * page + 1]
    for number in contents:
        parents[number] = "null"


def _artifact(what: str) -> dict[str, Any]:
    """The property list of an artifact (ISO 32000-1, 14.8.2.2.2)."""
    if not what:
        return {"Type": "/Layout"}
    for side, kind in (("Top", "Header"), ("Bottom", "Footer")):
        if what.startswith(f"@{side.lower()}"):
            attached = pydyf.Array([f"/{side}"])
            return {"Type": "/Pagination", "Subtype": f"/{kind}", "Attached": attached}
    return {"Type": "/Pagination"}
