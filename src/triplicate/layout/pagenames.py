"""Page breaks where named pages end.

CSS Paged Media 3, 7.1 has a break wherever neighbours ask for pages of different names. WeasyPrint
70 (``block.block_level_page_name``) leaves it out where the second one asks for none, so that text
after a landscape table would stay on the landscape page. Input: the box tree, before it is laid
out and after it has been lowered. Output: the same, with breaks that WeasyPrint does not miss.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

_NAMING = re.compile(r"(?<![-\w@])page\s*:")
_FORCED = ("page", "left", "right", "recto", "verso")


def break_after_named_pages(root: Any, css: str, html: Iterable[Any]) -> None:
    """Break before the boxes under ``root`` that leave named pages for those without a name.

    Nothing is looked at where neither ``css`` nor a style attribute in ``html`` names pages.
    """
    if not _NAMING.search(css) and not any(_NAMING.search(e.get("style") or "") for e in html):
        return
    boxes = [root]
    while boxes:
        children = [
            child
            for child in getattr(boxes.pop(), "children", ())
            if child.is_in_normal_flow() or child.is_floated()
        ]
        boxes += children
        for before, after in pairwise(children):
            if before.page_values()[1] and not after.page_values()[0] and not _breaks(after):
                after.style = after.style.copy()
                after.style["break_before"] = "page"


def _breaks(box: Any) -> bool:
    return box.style["break_before"] in _FORCED
