"""A PDF's structure tree, checked while it is read.

Input: an open PDF. Output: `Tree`: elements with their standard roles and the places of their
content, and what is wrong between tree, pages and parent tree.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

Place = tuple[int, int]


@dataclass(slots=True)
class Element:
    """One structure element; ``kids`` mixes elements and places (page from 0, MCID)."""

    role: str
    scope: str = ""
    kids: list[Element | Place] = field(default_factory=list)

    @property
    def elements(self) -> list[Element]:
        """The structure elements directly below."""
        return [kid for kid in self.kids if isinstance(kid, Element)]

    @property
    def own_content(self) -> list[Place]:
        """Content directly below, not in an element of its own."""
        return [kid for kid in self.kids if not isinstance(kid, Element)]

    @property
    def content(self) -> list[Place]:
        """All content below in reading order."""
        places: list[Place] = []
        for kid in self.kids:
            places.extend(kid.content if isinstance(kid, Element) else [kid])
        return places


@dataclass(slots=True)
class Tree:
    """The structure tree and the contradictions found in it."""

    roots: list[Element]
    problems: list[str]


def read_tree(pdf: pikepdf.Pdf) -> Tree:
    """Read the structure tree (ISO 32000-1, 14.7); an untagged file has no roots."""
    if "/StructTreeRoot" not in pdf.Root:
        return Tree([], ["the file has no structure tree"])
    reader = _TreeReader(pdf)
    roots = [reader.element(kid, None) for kid in _list(pdf.Root.StructTreeRoot.get("/K"))]
    return Tree(roots, reader.problems)


class _TreeReader:
    def __init__(self, pdf: pikepdf.Pdf) -> None:
        root = pdf.Root.StructTreeRoot
        self.problems: list[str] = []
        self._roles: Any = root.get("/RoleMap", {})
        self._pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        self._keys = [int(page.obj.get("/StructParents", -1)) for page in pdf.pages]
        parents = root.get("/ParentTree")
        self._parents = dict(_numbers(parents)) if parents is not None else {}

    def element(self, source: Any, page: int | None) -> Element:
        page = self._pages[source.Pg.objgen] if "/Pg" in source else page
        element = Element(self._role(str(source.S)), _scope(source))
        for kid in _list(source.get("/K")):
            if isinstance(kid, int):
                element.kids.append(self._place(page, kid, source))
            elif kid.get("/Type") == "/MCR":
                own = self._pages[kid.Pg.objgen] if "/Pg" in kid else page
                key = int(kid.Stm.StructParents) if "/Stm" in kid else None
                element.kids.append(self._place(own, int(kid.MCID), source, key))
            elif kid.get("/Type") == "/OBJR":
                self._check_annotation(kid.Obj, source)
            elif "/S" in kid:
                if kid.get("/P", pikepdf.Dictionary()).objgen != source.objgen:
                    self.problems.append(f"a {kid.S} below {source.S} names another parent")
                element.kids.append(self.element(kid, page))
        return element

    def _check_annotation(self, annotation: Any, source: Any) -> None:
        owner = self._parents.get(int(annotation.get("/StructParent", -1)))
        if owner is None or owner.objgen != source.objgen:
            self.problems.append(f"the parent tree gives a {annotation.Subtype} another parent")

    def _role(self, name: str) -> str:
        while name in self._roles:
            name = str(self._roles[name])
        return name.lstrip("/")

    def _place(self, page: int | None, mcid: int, source: Any, key: int | None = None) -> Place:
        assert page is not None, "content without a page"
        parents = _list(self._parents.get(self._keys[page] if key is None else key))
        owner = parents[mcid] if mcid < len(parents) else None
        if owner is None or owner.objgen != source.objgen:
            self.problems.append(
                f"page {page + 1}: the parent tree gives content {mcid} another parent"
            )
        return page, mcid


def _scope(source: Any) -> str:
    scopes = [str(one["/Scope"]) for one in _list(source.get("/A")) if "/Scope" in one]
    return scopes[0].lstrip("/") if scopes else ""


def _numbers(node: Any) -> Iterator[tuple[int, Any]]:
    """The pairs of a number tree (ISO 32000-1, 7.9.7)."""
    flat = list(node.get("/Nums", ()))
    yield from zip(map(int, flat[::2]), flat[1::2], strict=True)
    for kid in node.get("/Kids", ()):
        yield from _numbers(kid)


def _list(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]
