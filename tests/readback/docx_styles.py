"""Word's styles: names, inheritance, and whether a run ends up italic or hidden.

Input: styles.xml. Output: `Styles`. Toggle properties follow ECMA-376-1, 17.7.3: paragraph and
character style are combined by exclusive or; direct formatting decides alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.readback.docx_numbering import W, value

_OFF = frozenset({"0", "false", "off"})


class Styles:
    """The styles of one document."""

    def __init__(self, part: Any) -> None:
        """Read ``part``, the root element of styles.xml."""
        self._styles = {one.get(f"{W}styleId"): one for one in part.findall(f"{W}style")}
        self._defaults = part.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self.default = next(
            (
                name
                for name, one in self._styles.items()
                if one.get(f"{W}type") == "paragraph" and one.get(f"{W}default") in {"1", "true"}
            ),
            "",
        )

    def names(self) -> set[str]:
        """The names of all styles as Word's user sees them."""
        return {value(one, "name") for one in self._styles.values()}

    def name(self, style: str) -> str:
        """The name that Word shows for a style id; "" for one that is not defined."""
        return value(self._styles.get(style), "name")

    def chain(self, style: str) -> Iterator[tuple[str, Any]]:
        """A style and those it is based on, nearest first."""
        seen = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            yield style, self._styles[style]
            style = value(self._styles[style], "basedOn")

    def is_on(self, toggle: str, run: Any, paragraph_style: str) -> bool:
        """Whether the toggle property (``i``, ``vanish``) holds for a run in a paragraph."""
        properties = run.find(f"{W}rPr")
        direct = _switch(properties, toggle)
        if direct is not None:
            return direct
        by_paragraph = self._by_style(paragraph_style, toggle)
        by_character = self._by_style(value(properties, "rStyle"), toggle)
        return (by_paragraph != by_character) or bool(_switch(self._defaults, toggle))

    def _by_style(self, style: str, toggle: str) -> bool:
        for _, element in self.chain(style):
            found = _switch(element.find(f"{W}rPr"), toggle)
            if found is not None:
                return found
        return False


def is_set(properties: Any | None, name: str) -> bool:
    """Whether an on/off property is there and on."""
    return bool(_switch(properties, name))


def _switch(properties: Any | None, name: str) -> bool | None:
    child = properties.find(f"{W}{name}") if properties is not None else None
    return None if child is None else child.get(f"{W}val", "1") not in _OFF
