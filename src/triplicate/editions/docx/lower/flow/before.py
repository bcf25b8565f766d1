"""Lowering (stage 7c): counters before headings and paragraphs that hang beside their text.

Input: a block whose ``::before`` floats at its left or is positioned there. Output: the same block
with the counter at the beginning of its first line, where Word's numbers belong.
"""

from __future__ import annotations

from typing import Any

from triplicate.editions.docx.lower.numbers.markers import hanging
from triplicate.editions.docx.lower.text.runs import is_number
from triplicate.layout.tree import is_line


def with_number(box: Any) -> Any:
    """A copy of ``box`` with its number in its line; ``box`` itself where that does not hang.

    Layout has put the number before a box without an element, which holds the line.
    """
    if len(box.children) != 2 or box.element_tag == "li":
        return box
    number, text = box.children
    if number.is_in_normal_flow() or not is_number(number):
        return box
    if len(text.children) != 1 or not is_line(text.children[0]) or hasattr(text.style, "cascaded"):
        return box
    floats = number.is_floated() and number.style["float"] == _start(box)
    if not floats and hanging(number, box) <= 0.0:
        return box
    (line,) = text.children
    return box.copy_with_children([line.copy_with_children([number, *line.children])])


def _start(box: Any) -> str:
    return "right" if box.style["direction"] == "rtl" else "left"
