"""Elements that differ in their ids alone share what is computed of their styles.

WeasyPrint computes a style once for elements that match the same rules below the same parent,
but turns an id into a declaration of that element's own: a table whose rows have ids computes
each cell anew. A guarded patch of ``weasyprint.css.StyleFor.set_computed_styles`` (WeasyPrint
70), in force only inside the context manager.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

# WeasyPrint writes into the styles of notes and running elements.
_WRITTEN = frozenset(("float", "position"))


def original(style: Any) -> Any:
    """The style that stands for all that differ from it in the id alone; ``style`` itself else."""
    return getattr(style, "alike", style)


@contextmanager
def shared_styles() -> Iterator[None]:
    """Let the documents that are styled inside the block compute alike styles once."""
    from weasyprint.css import StyleFor

    compute = StyleFor.set_computed_styles
    known: dict[tuple[Any, ...], Any] = {}
    free_of_ids: dict[int, Any] = {}

    def sharing(
        self: Any,
        element: Any,
        parent: Any,
        root: Any = None,
        pseudo_type: str | None = None,
        base_url: str | None = None,
        target_collector: Any = None,
    ) -> None:
        declared = self.get_cascaded_styles().get((element, pseudo_type), {})
        rest = (root, pseudo_type, base_url, target_collector)
        if parent is None or not _WRITTEN.isdisjoint(declared):
            compute(self, element, parent, *rest)
            return
        styles = self.get_computed_styles()
        above = original(styles[parent, None])
        key = _key(above, pseudo_type, declared)
        alike = known.get(key)
        if alike is None:
            compute(self, element, parent, *rest)
            known[key] = styles[element, pseudo_type]
            if "anchor" not in declared:
                free_of_ids[id(known[key])] = known[key]
            return
        if "anchor" not in declared and id(alike) in free_of_ids:
            styles[element, pseudo_type] = free_of_ids[id(alike)]
            return
        style = styles[element, pseudo_type] = _alike_style()(alike, declared, base_url)
        if "anchor" not in declared:
            free_of_ids[id(alike)] = style
        elif target_collector and style["anchor"]:
            target_collector.collect_anchor(style["anchor"])

    StyleFor.set_computed_styles = sharing
    try:
        yield
    finally:
        StyleFor.set_computed_styles = compute


def _key(above: Any, pseudo_type: str | None, declared: dict[str, Any]) -> tuple[Any, ...]:
    """What a style is computed from: the style above and the values that won the cascade.

    Values of the same rule are the same objects, which the cascade keeps until it is done.
    """
    values = [(name, id(one[0]), one[1]) for name, one in declared.items() if name != "anchor"]
    return (id(above), pseudo_type, *values)


@cache
def _alike_style() -> type:
    from weasyprint.css import ComputedStyle

    class AlikeStyle(ComputedStyle):  # type: ignore[misc]  # WeasyPrint has no types
        """A style that asks ``alike`` for all values but its own anchor."""

        def __init__(self, alike: Any, cascaded: dict[str, Any], base_url: str | None) -> None:
            super().__init__(
                alike.parent_style,
                cascaded,
                alike.pseudo_type,
                alike.root_style,
                base_url,
                alike.font_config,
                alike.initial_page_sizes,
            )
            self.alike = alike
            self.specified = alike.specified

        @property
        def anonymous_style(self) -> Any:
            return self.alike.anonymous_style

        def __missing__(self, key: str) -> Any:
            if key == "anchor":
                return super().__missing__(key)
            value = self[key] = self.alike[key]
            return value

    return AlikeStyle
