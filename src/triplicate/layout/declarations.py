"""Which declaration of a style sheet an element gets, for those who have to name its place.

WeasyPrint keeps the value that wins the cascade, not where it was written. Input: an element, names
of properties as authors write them, the style sheet's text. Output: an offset in that text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    Rank = tuple[tuple[int, int, int], int]

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def wrapped(html: Any) -> dict[int, Any]:
    """The elements of WeasyPrint's document as selectors are tested on them, by their `id`."""
    return {id(one.etree_element): one for one in html.wrapper_element.iter_subtree()}


def declaration(
    wrapper: Any, pseudo: str, names: Sequence[str], css: str, *, inherited: bool = False
) -> int | None:
    """The offset of the declaration that gives an element one of the properties ``names``.

    None where it is not from ``css``: from a style or another attribute, or from nowhere.

    Arguments:
        wrapper: the element, one of those that are `wrapped`; None is nowhere.
        pseudo: the pseudo-element that is meant, such as "before", or "".
        names: of the property and of shorthands that set it; of equal weight, the last one wins.
        css: the text of the style sheet.
        inherited: whether the element may have it from those around it.
    """
    rules = list(_rules(names, _COMMENT.sub(lambda found: " " * len(found[0]), css)))
    while wrapper is not None:
        style = "" if pseudo else wrapper.etree_element.get("style") or ""
        if any(re.search(_written(name), style) for name in names):
            return None
        found = max(_matching(rules, wrapper, pseudo), default=None)
        if found is not None or not inherited:
            return found[1] if found else None
        wrapper, pseudo = wrapper.parent, ""
    return None


def _written(name: str) -> str:
    return rf"(?<![\w-]){re.escape(name)}\s*:"


def _rules(names: Iterable[str], css: str) -> Iterator[tuple[str, int]]:
    """The preludes of rules that declare one of ``names``, and the places of the declarations."""
    for name in names:
        for found in re.finditer(_written(name), css):
            brace = css.rfind("{", 0, found.start())
            if brace > css.rfind("}", 0, found.start()):
                start = max(css.rfind(mark, 0, brace) for mark in "{};")
                yield css[start + 1 : brace], found.start()


def _matching(rules: Iterable[tuple[str, int]], wrapper: Any, pseudo: str) -> Iterator[Rank]:
    """The weights and places of the rules that an element, or a part of it, matches."""
    from cssselect2 import SelectorError, compile_selector_list

    for prelude, offset in rules:
        try:
            selectors = compile_selector_list(prelude)
        except SelectorError:
            continue  # an at-rule; the cascade has reported mistakes
        for selector in selectors:
            if (selector.pseudo_element or "") == pseudo and selector.test(wrapper):
                yield selector.specificity, offset


def page_declaration(box: str, names: Sequence[str], css: str) -> int | None:
    """The offset of the first declaration of one of ``names`` in a rule for pages.

    Arguments:
        box: the margin box that is meant, such as "@top-left", or "" for the page itself.
        names: of the property and of shorthands that set it.
        css: the text of the style sheet.
    """
    css = _COMMENT.sub(lambda found: " " * len(found[0]), css)
    tokens = re.compile(
        rf"(?P<box>@[\w-]*)[^{{}};]*\{{|[{{}}]|(?:{'|'.join(map(_written, names))})"
    )
    around: list[str] = []
    for found in tokens.finditer(css):
        if found[0] == "}":
            del around[-1:]
        elif found[0].endswith("{"):
            around.append(found["box"] or "")
        elif around[-1 - bool(box) :] == ["@page", box][: 1 + bool(box)]:
            return found.start()
    return None
