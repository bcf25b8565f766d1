"""Which box each PDF tag came from: what WeasyPrint knows while tagging and forgets.

A guarded patch of ``weasyprint.pdf.tags._build_box_tree`` (WeasyPrint 70), in force only
inside the context manager. Without it neither page furniture nor the parts of an element that
a page break split could be told apart in the finished structure tree.

Pictures without meaning get no tag, and a list within an item becomes a part of the item, where
it stands; WeasyPrint makes it a neighbour, and its place in the item is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class TagRecord:
    """What was seen while tagging.

    ``boxes`` maps a structure element's object number to its first box. ``hidden`` maps a page's
    index to marked-content ids that are no content, each with what it is: the name of a margin
    box ("@top-left"), or "". ``furniture_tags`` lists the object numbers of the tags that
    WeasyPrint made for margin boxes.
    """

    boxes: dict[int, Any] = field(default_factory=dict)
    hidden: dict[int, dict[int, str]] = field(default_factory=dict)
    furniture_tags: list[int] = field(default_factory=list)

    def hide(self, page: int, contents: set[int], what: str) -> None:
        """Note that marked content of a page is no content, and ``what`` it is."""
        self.hidden.setdefault(page, {}).update(dict.fromkeys(contents, what))


@contextmanager
def recorded_tags() -> Iterator[TagRecord]:
    """Record the tags of the PDF that is written inside the block."""
    from pydyf import PDF
    from weasyprint.pdf import tags

    record = TagRecord()
    build = tags._build_box_tree
    tags._build_box_tree = _recording(build, record)
    page_references = PDF.page_references
    PDF.page_references = property(_remembered(page_references.fget))
    try:
        yield record
    finally:
        tags._build_box_tree = build
        PDF.page_references = page_references


def _recording(build: Callable[..., Any], record: TagRecord) -> Callable[..., Any]:
    from weasyprint.formatting_structure.boxes import MarginBox

    # The object numbers of the elements that are being built, outermost first.
    opened: list[int] = []

    def recording(
        box: Any, parent: Any, pdf: Any, page: int, nums: dict[int, Any], notes: Any, tags: Any
    ) -> Iterator[Any]:
        first = len(pdf.objects)
        if isinstance(box, MarginBox):
            known = set(nums)
            yield from build(box, parent, pdf, page, nums, notes, tags)
            record.hide(page, set(nums) - known, box.at_keyword)
            record.furniture_tags.extend(range(first, len(pdf.objects)))
            return
        if is_decoration(box):
            content = tags.pop(getattr(box, "_box", box))["mcid"]
            nums[content] = "null"
            record.hide(page, {content}, "")
            return
        item = _item_around(box, parent, pdf, opened)
        opened.append(first)
        for element in build(box, item or parent, pdf, page, nums, notes, tags):
            record.boxes.setdefault(element.number, box)
            if item is None:
                yield element
            else:
                item["K"].append(element.reference)
        opened.pop()

    return recording


def _item_around(box: Any, parent: Any, pdf: Any, opened: list[int]) -> Any:
    """The item that a list stands in where WeasyPrint would put it into the outer list."""
    if box.element_tag in ("ul", "ol") and parent["S"] == "/L":
        around = pdf.objects[opened[-1]]
        return around if around.get("S") == "/LI" else None
    return None


def is_decoration(box: Any) -> bool:
    """Whether a box is a picture that its HTML says means nothing."""
    element = box.element
    return element is not None and hasattr(box, "replacement") and _means_nothing(element)


def _means_nothing(element: Any) -> bool:
    return (
        element.get("alt") == ""
        or element.get("role") in ("presentation", "none")
        or element.get("aria-hidden") == "true"
    )


def _remembered(references: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """``PDF.page_references`` once for each number of pages.

    pydyf makes the whole tuple anew for each tag, which is quadratic: a quarter of the writing
    of a table of 4,000 rows.
    """
    known: dict[int, Any] = {}

    def remembered(pdf: Any) -> Any:
        count = len(pdf.pages["Kids"])
        if count not in known:
            known[count] = references(pdf)
        return known[count]

    return remembered
