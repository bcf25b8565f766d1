"""Rules of WeasyPrint's own style sheet that a document has no use for.

Its rules for ``::marker`` and the parts of notes match every element, and each match makes a
style of its own: six for each table cell. They only show in list items and notes. Its rules for
the controls of forms draw boxes, where `triplicate.layout.forms` has written text. A guarded patch
of ``weasyprint.css.StyleFor.__init__`` (WeasyPrint 70), in force only inside the context manager.
"""

from __future__ import annotations

from contextlib import contextmanager
from copy import copy
from typing import TYPE_CHECKING, Any

from triplicate.layout.forms import CONTROLS

if TYPE_CHECKING:
    from collections.abc import Iterator

OF_NOTES = frozenset(
    ("footnote-call", "footnote-marker", "note-call", "note-marker", "note-callback")
)
# What makes an element a note or a list item; of the user agent's sheet only li is one.
_DECIDING = ("float", "position", "display")


@contextmanager
def without_idle_rules() -> Iterator[None]:
    """Let documents without notes, and elements that cannot be list items, skip those rules."""
    from weasyprint.css import StyleFor

    init = StyleFor.__init__

    def quick(self: Any, html: Any, sheets: list[Any], *rest: Any) -> None:
        written = _written(html, sheets)
        notes, items = "note" in written, "list-item" in written
        sheets = [
            (_without_idle(sheet, notes, items), origin, weight)
            if origin == "user agent"
            else (sheet, origin, weight)
            for sheet, origin, weight in sheets
        ]
        init(self, html, sheets, *rest)

    StyleFor.__init__ = quick
    try:
        yield
    finally:
        StyleFor.__init__ = init


def _written(html: Any, sheets: list[Any]) -> str:
    """All that authors say of the deciding properties; values with ``var()`` may be anything."""
    values = [
        str(value) if not hasattr(value, "tokens") else "note list-item"
        for sheet, origin, _ in sheets
        if origin != "user agent"
        for selector in _selectors(sheet.matcher)
        for name, value, _ in selector[-1][0]
        if name in _DECIDING
    ]
    styles = [one for element in html.etree_element.iter() if (one := element.get("style"))]
    # An escape or a variable could stand for any word.
    hidden = any("\\" in style or "var(" in style for style in styles)
    return " ".join([*values, *styles, "note list-item" if hidden else ""]).lower()


def _selectors(matcher: Any) -> Iterator[Any]:
    """The selectors of a sheet, each with its declarations last."""
    for found in (
        matcher.id_selectors,
        matcher.class_selectors,
        matcher.lower_local_name_selectors,
        matcher.namespace_selectors,
    ):
        for selectors in found.values():
            yield from selectors
    yield from matcher.lang_attr_selectors
    yield from matcher.other_selectors


def _without_idle(sheet: Any, notes: bool, items: bool) -> Any:
    """The user agent's sheet, without the rules for notes where there are none, and so on."""
    found, matcher = copy(sheet), copy(sheet.matcher)
    found.matcher = matcher
    names = matcher.lower_local_name_selectors
    names = {name: names[name] for name in names if name not in CONTROLS}
    if not notes:
        matcher.other_selectors = [s for s in matcher.other_selectors if s[3] not in OF_NOTES]
    if not items:
        markers = [s for s in matcher.other_selectors if s[3] == "marker"]
        matcher.other_selectors = [s for s in matcher.other_selectors if s[3] != "marker"]
        names["li"] = [*names.get("li", ()), *markers]
    matcher.lower_local_name_selectors = names
    return found
