"""Lowering (stage 7c): where the text of pages stands, by the names of pages.

Input: the tree's page styles. Output: `Frame`s in pixels, and the styles themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx.lower.css.frames import inside
from triplicate.editions.docx.lower.drafts import Frame
from triplicate.editions.docx.lower.pages.box import page_box

if TYPE_CHECKING:
    from collections.abc import Iterable

    from triplicate.editions.docx.lower.css.formats import Formats
    from triplicate.layout.tree import BoxTree

PageKey = tuple[str, str, int, int]  # its name, side, index and place
# Any page but the first ones, of which rules may speak: odd, and so an even place from 0.
LATER = 100


class PageAreas:
    """The text areas of a document's pages by name, "" for those without; each is read once.

    ``odd`` and ``even`` are the sides of pages: the first page is a right one, or in books that go
    from right to left a left one.
    """

    def __init__(self, tree: BoxTree, formats: Formats) -> None:
        self._tree = tree
        self._formats = formats
        self._frames: dict[str, Frame] = {}
        rtl = tree.root.style["direction"] == "rtl"
        self.odd, self.even = ("left", "right") if rtl else ("right", "left")

    def style(self, name: str, side: str, index: int, place: int, box: str | None = None) -> Any:
        """The style of a page or of a margin ``box`` of it; see `layout.tree.page_type`."""
        from triplicate.layout.tree import page_type

        return self._tree.page_style(page_type(side, index, name, place), box)

    def are_alike(self, one: PageKey, other: PageKey, boxes: Iterable[str]) -> bool:
        """Whether the same rules are for two pages and their margin ``boxes``; keys of `style`."""
        names = (None, *(f"@{box}" for box in boxes))
        pairs = ((self.style(*one, name), self.style(*other, name)) for name in names)
        return all(
            a is b or (a is not None and b is not None and a.cascaded == b.cascaded)
            for a, b in pairs
        )

    def frame(self, name: str) -> Frame:
        """The text area of the pages with a name."""
        if name not in self._frames:
            area = page_box(self.style(name, self.odd, LATER, LATER)).area
            self._frames[name] = Frame(0.0, 0.0, area.width)
        return self._frames[name]

    def frame_around(self, style: Any, name: str) -> Frame:
        """The frame of an element on pages with a name: all around it is as wide as these."""
        around = []
        # The box around a table and its caption has no style of its own.
        own = style if hasattr(style, "cascaded") else style.parent_style
        parent = own.parent_style
        while parent is not None:
            around.append(parent)
            parent = parent.parent_style
        frame = self.frame(name)
        for outer in reversed(around):
            frame = inside(self._formats.room(outer), frame)
        return frame
