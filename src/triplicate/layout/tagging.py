"""Which HTML element each PDF tag came from: what WeasyPrint knows while tagging and forgets.

A guarded patch of ``weasyprint.pdf.tags._build_box_tree`` (WeasyPrint 70), in force only
inside the context manager. Without it neither page furniture nor the parts of an element that
a page break split could be told apart in the finished structure tree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class TagRecord:
    """What was seen while tagging.

    ``elements`` maps a structure element's object number to its HTML element. ``furniture``
    maps a page's index to the marked-content ids of its margin boxes, ``furniture_tags`` lists
    the object numbers of the tags that WeasyPrint made for them.
    """

    elements: dict[int, Any] = field(default_factory=dict)
    furniture: dict[int, set[int]] = field(default_factory=dict)
    furniture_tags: list[int] = field(default_factory=list)


@contextmanager
def recorded_tags() -> Iterator[TagRecord]:
    """Record the tags of the PDF that is written inside the block."""
    from pydyf import PDF
    from weasyprint.formatting_structure.boxes import MarginBox
    from weasyprint.pdf import tags

    record = TagRecord()
    build = tags._build_box_tree

    def recording(
        box: Any, parent: Any, pdf: Any, page: int, nums: dict[int, Any], *rest: Any
    ) -> Iterator[Any]:
        if isinstance(box, MarginBox):
            known, first = set(nums), len(pdf.objects)
            yield from build(box, parent, pdf, page, nums, *rest)
            record.furniture.setdefault(page, set()).update(set(nums) - known)
            record.furniture_tags.extend(range(first, len(pdf.objects)))
            return
        for element in build(box, parent, pdf, page, nums, *rest):
            record.elements.setdefault(element.number, box.element)
            yield element

    tags._build_box_tree = recording
    page_references = PDF.page_references
    PDF.page_references = property(_remembered(page_references.fget))
    try:
        yield record
    finally:
        tags._build_box_tree = build
        PDF.page_references = page_references


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
