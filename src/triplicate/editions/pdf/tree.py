"""The structure tree of a PDF that is not serialised yet, and what is done to it everywhere.

Elements are pydyf's dictionaries. What stands below one in its ``K`` is a reference (bytes) to an
element or to an object reference (OBJR), a marked-content id (int) on the element's page, or a
marked-content reference (MCR), a dictionary that names its page. The parent tree leads back from
content and annotations to elements (ISO 32000-1, 14.7.4.4), so it follows what is moved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pydyf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triplicate.layout.tagging import TagRecord


class Tree:
    """A structure tree with the record of the boxes that its elements came from."""

    def __init__(self, pdf: pydyf.PDF, record: TagRecord) -> None:
        self.pdf = pdf
        self.record = record
        self.root: Any = self.object(pdf.catalog["StructTreeRoot"])
        self.document: Any = self.object(self.root["K"][0])
        self.parents: Any = self.object(self.root["ParentTree"])["Nums"]
        self.pages = {reference: n for n, reference in enumerate(pdf.page_references)}

    def object(self, reference: bytes) -> Any:
        """The object that a reference leads to."""
        return self.pdf.objects[int(reference.split()[0])]

    def kids(self, element: Any) -> Iterator[Any]:
        """The structure elements directly below ``element``."""
        for kid in element.get("K", ()):
            if isinstance(kid, bytes) and (found := self.object(kid)).get("S"):
                yield found

    def below(self, element: Any) -> Iterator[Any]:
        """``element`` and all structure elements below it."""
        yield element
        for kid in list(self.kids(element)):
            yield from self.below(kid)

    def of_kind(self, *kinds: str) -> list[Any]:
        """The elements of these kinds that boxes were tagged as, in no useful order."""
        found = (self.pdf.objects[number] for number in self.record.boxes)
        return [element for element in found if element.get("S") in kinds]

    def box(self, element: Any) -> Any:
        """The box that ``element`` came from; None for a line of text."""
        return self.record.boxes.get(element.number)

    def source(self, element: Any) -> Any:
        """The HTML element that ``element`` came from; None for a line of text."""
        box = self.box(element)
        return None if box is None else box.element

    def add(self, kind: str, parent: Any, like: Any) -> Any:
        """A new, empty element for the box and the page of ``like``; in no ``K`` yet."""
        fields = {"Type": "/StructElem", "S": kind, "K": pydyf.Array(), "Pg": like["Pg"]}
        element = pydyf.Dictionary({**fields, "P": parent.reference})
        self.pdf.add_object(element)
        self.record.boxes[element.number] = self.box(like)
        return element

    def give(self, kid: Any, old: Any, new: Any) -> None:
        """Append ``kid``, which stood below ``old``, to ``new``."""
        if isinstance(kid, int) and new["Pg"] != old["Pg"]:
            kid = pydyf.Dictionary({"Type": "/MCR", "Pg": old["Pg"], "MCID": kid})
        if isinstance(kid, bytes):
            found = self.object(kid)
            if found.get("Type") == "/OBJR":
                self.parents[2 * self.object(found["Obj"])["StructParent"] + 1] = new.reference
            else:
                found["P"] = new.reference
        else:
            page, content = (new["Pg"], kid) if isinstance(kid, int) else (kid["Pg"], kid["MCID"])
            self.parents[2 * self.pages[page] + 1][content] = new.reference
        new["K"].append(kid)

    def dissolve(self, element: Any, parent: Any) -> None:
        """Append what stands below ``element`` to ``parent``, and drop the element."""
        for kid in element["K"]:
            self.give(kid, element, parent)
        element.clear()
