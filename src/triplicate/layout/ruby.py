"""Readings above words (ruby), for a layout that sets them in the line.

Input: the root of a parsed page. Output: the same tree, each reading in brackets after its words:
the page's own ``rp`` elements, else round ones (HTML 4.5.10). The Word writer sets them above.
"""

from __future__ import annotations

from typing import Any

READINGS = ("rt", "rtc")


def print_readings(root: Any) -> None:
    """Let the readings under ``root`` stand in brackets."""
    for ruby in list(root.iter("ruby")):
        if next(ruby.iter("rp"), None) is None:
            _bracket(ruby)
        for bracket in ruby.iter("rp"):
            bracket.set("style", f"display: inline; {bracket.get('style', '')}")


def _bracket(ruby: Any) -> None:
    for index in range(len(ruby) - 1, -1, -1):
        reading = ruby[index]
        if reading.tag in READINGS:
            begin, end = (reading.makeelement("rp", {}) for _ in "()")
            begin.text, end.text = "(", ")"
            reading.tail, end.tail = None, reading.tail
            ruby.insert(index + 1, end)
            ruby.insert(index, begin)
