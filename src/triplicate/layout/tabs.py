"""How far tab stops are from each other, which WeasyPrint works out for each stretch of text.

Input: a computed style. Output: pixels.
"""

from __future__ import annotations

from typing import Any


def tab_distance(style: Any) -> float:
    """The distance of tab stops in text of a style, in pixels: ``tab-size``, to a whole one."""
    # Letter spacing is added once, after the last tab.
    return _width("\t\t", style) - _width("\t", style)


def _width(text: str, style: Any) -> float:
    from weasyprint.text.line_break import Layout, line_size

    layout = Layout(style)
    layout.set_text(text)
    line, _ = layout.get_first_line()
    width, _ = line_size(line, style)
    return float(width)
