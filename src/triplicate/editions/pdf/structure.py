"""The structure tree as PDF/UA wants it to be read, beyond what WeasyPrint writes.

Input: the PDF's objects before they are serialised and the record of their HTML elements.
What is mended, in place:

- margin boxes become pagination artifacts (ISO 14289-1, 7.1 and 7.8), not loose content;
- the parts of an element on several pages become one element: one table, one paragraph;
- a header row that is repeated on a later page becomes an artifact (7.1, repeated content);
- pages get labels, for readers that show them in place of their index (ISO 32000-1, 12.4.2);
- header cells get a Scope (7.5), and the tree gets the IDTree that their ids ask for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pydyf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triplicate.layout.tagging import TagRecord

_GROUPS = ("/Part", "/Sect", "/Art", "/Div", "/NonStruct", "/Span", "/BlockQuote", "/Caption")
_TEXTS = ("/P", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6", "/L", "/LI", "/LBody")
_TABLES = ("/Table", "/THead", "/TBody", "/TFoot", "/TR", "/TH", "/TD")
_SPLIT = frozenset((*_GROUPS, *_TEXTS, *_TABLES))
_SCOPES = {"row": "/Row", "rowgroup": "/Row"}


def mend_structure(pdf: pydyf.PDF, record: TagRecord) -> None:
    """Mend the structure tree of ``pdf``; see the module's text for what is mended."""
    _Structure(pdf, record).mend()


class _Structure:
    def __init__(self, pdf: pydyf.PDF, record: TagRecord) -> None:
        self.pdf = pdf
        self.record = record
        self.root: Any = self._object(pdf.catalog["StructTreeRoot"])
        self.nums: Any = self._object(self.root["ParentTree"])["Nums"]
        self.artifacts = {page: set(ids) for page, ids in record.furniture.items()}
        self.pages = {reference: n for n, reference in enumerate(pdf.page_references)}
        self.header_ids: dict[str, str] = {}

    def mend(self) -> None:
        document = self._object(self.root["K"][0])
        self._join_parts(document)
        self._mend_cells(document)
        for number in self.record.furniture_tags:
            self.pdf.objects[number].clear()
        for page, ids in self.artifacts.items():
            self._mark_artifacts(page, ids)
        labels = pydyf.Array([0, pydyf.Dictionary({"S": "/D"})])
        self.pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": labels})

    def _object(self, reference: bytes) -> Any:
        return self.pdf.objects[int(reference.split()[0])]

    def _kids(self, element: Any) -> Iterator[Any]:
        """The structure elements directly below ``element``."""
        for kid in element.get("K", ()):
            if isinstance(kid, bytes) and (found := self._object(kid)).get("S"):
                yield found

    def _join_parts(self, element: Any) -> None:
        """Join neighbours below ``element`` that are parts of one HTML element."""
        kids = pydyf.Array()
        last: Any = None
        for kid in element["K"]:
            part = self._object(kid) if isinstance(kid, bytes) else None
            if part is not None and last is not None and self._same(last, part):
                self._join(last, part)
                continue
            kids.append(kid)
            last = part if part is not None and part.get("S") else None
        element["K"] = kids
        for kid in self._kids(element):
            self._join_parts(kid)

    def _same(self, first: Any, second: Any) -> bool:
        source = self.record.elements.get(first.number)
        return (
            source is not None
            and first.get("S") in _SPLIT
            and first.get("S") == second.get("S")
            and source is self.record.elements.get(second.number)
        )

    def _join(self, first: Any, second: Any) -> None:
        is_table = first["S"] == "/Table"
        heads = [kid for kid in self._kids(first) if kid["S"] == "/THead"] if is_table else []
        for reference in second["K"]:
            kid = self._object(reference) if isinstance(reference, bytes) else None
            if kid is not None and kid.get("S") == "/THead" and heads:
                self._drop_repeated(heads[0], kid)
                continue
            if kid is not None and "P" in kid:
                kid["P"] = first.reference
            twin = self._twin(first, kid)
            if twin is None:
                first["K"].append(reference)
            else:
                self._join(twin, kid)
        second.clear()

    def _twin(self, row: Any, cell: Any) -> Any:
        """The part of ``cell`` that stands in the same row on the page before."""
        if row["S"] != "/TR" or cell is None:
            return None
        return next((kid for kid in self._kids(row) if self._same(kid, cell)), None)

    def _drop_repeated(self, kept: Any, repeated: Any) -> None:
        """Turn a repeated header into an artifact; its cells' ids now mean the first header's."""
        ids = [cell["ID"].string for cell in self._below(kept) if "ID" in cell]
        for cell, identifier in zip(
            (cell for cell in self._below(repeated) if "ID" in cell), ids, strict=True
        ):
            self.header_ids[cell["ID"].string] = identifier
        for element in list(self._below(repeated)):
            page = self.pages[element["Pg"]]
            numbers = [kid for kid in element["K"] if isinstance(kid, int)]
            self.artifacts.setdefault(page, set()).update(numbers)
            element.clear()

    def _below(self, element: Any) -> Iterator[Any]:
        yield element
        for kid in list(self._kids(element)):
            yield from self._below(kid)

    def _mend_cells(self, document: Any) -> None:
        identified: dict[str, bytes] = {}
        for element in self._below(document):
            source = self.record.elements.get(element.number)
            if source is not None and element["S"] == "/TH" and "A" in element:
                element["A"]["Scope"] = _SCOPES.get(source.get("scope", "col"), "/Column")
            if "ID" in element:
                identified[element["ID"].string] = element.reference
            attributes = element.get("A")
            if isinstance(attributes, dict) and "Headers" in attributes:
                attributes["Headers"] = pydyf.Array(
                    pydyf.String(self.header_ids.get(name.string, name.string))
                    for name in attributes["Headers"]
                )
        if identified:
            names = pydyf.Array()
            for name, reference in sorted(identified.items()):
                names.extend([pydyf.String(name), reference])
            self.root["IDTree"] = pydyf.Dictionary({"Names": names})

    def _mark_artifacts(self, page: int, ids: set[int]) -> None:
        reference = self.pdf.page_references[page]
        stream = self._object(self._object(reference)["Contents"]).stream
        for index, part in enumerate(stream):
            if isinstance(part, pydyf.Dictionary) and part.get("MCID") in ids:
                stream[index - 1] = "/Artifact"
                stream[index] = pydyf.Dictionary({"Type": "/Pagination"})
        parents = self.nums[2 * page + 1]
        for number in ids:
            parents[number] = "null"
