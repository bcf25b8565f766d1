"""What generated content is made of: text, counters, and references to other places.

Input: the box of a pseudo-element before layout. Output: `Part`s, where WeasyPrint has only the
text that comes of them. Written for WeasyPrint 70 (``build.compute_content_list``).
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from triplicate.layout.tree import is_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from triplicate.layout.tree import BoxTree


class Part(NamedTuple):
    """A part of generated content.

    ``kind`` is "text", "leader", "counter" (of this element), "target-counter" or "target-text"
    (of the element with the id ``anchor``). ``text`` is what it shows; numbers of pages, which
    come with the pages, show "1". ``counter`` is a counter's name, ``value`` its number, ``style``
    the CSS counter style that it is written in.
    """

    kind: str
    text: str
    anchor: str = ""
    counter: str = ""
    value: int = 0
    style: str = ""


def generated_parts(box: Any, tree: BoxTree) -> list[Part] | None:
    """The parts of a pseudo-element's content; None where ``box`` is something else.

    Content that holds pictures or quotation marks counts as something else.
    """
    if "::" not in (box.element_tag or "") or not isinstance(box.style["content"], tuple | list):
        return None
    parts: list[Part] = []
    for kind, value in box.style["content"]:
        part = _part(kind, value, box, tree)
        if part is None:
            return None
        parts.append(part)
    return parts


def _part(kind: str, value: Any, box: Any, tree: BoxTree) -> Part | None:
    if kind == "string":
        return Part("text", value)
    if kind == "attr()":
        return Part("text", box.element.get(value[0], ""))
    if kind == "leader()":
        return Part("leader", value[1])
    if kind in ("counter()", "counters()"):
        return _counter("counter", value, box.cached_counter_values or {}, tree)
    if kind in ("target-counter()", "target-counters()"):
        token, name, *between, style = value
        anchor = _anchor(token, box)
        target = _target(anchor, tree)
        if target is None:
            return Part("text", "")
        arguments = (name, *(text for _, text in between), style)
        found = _counter("target-counter", arguments, target.cached_counter_values or {}, tree)
        return found._replace(anchor=anchor)
    if kind == "target-text()":
        anchor = _anchor(value[0], box)
        target = _target(anchor, tree)
        return Part("target-text", target.extract_text(value[1]) if target else "", anchor)
    return None


def _counter(kind: str, value: Any, values: dict[str, list[int]], tree: BoxTree) -> Part:
    """``value`` is the counter's name, the text between its levels if any, and its style."""
    name, style = value[0], value[-1]
    if name in ("page", "pages") and name not in values:
        return Part(kind, "1", "", name, 1, str(style))
    numbers = values.get(name, [0])
    shown = numbers if len(value) == 3 else numbers[-1:]
    render = tree.stylesheet.counter_style.render_value
    between = value[1] if len(value) == 3 else ""
    text = between.join(render(number, style) for number in shown)
    return Part(kind, text, "", name, numbers[-1], str(style) if len(shown) == 1 else "")


def _target(anchor: str, tree: BoxTree) -> Any:
    """The box of a target, None where there is none: its content is then left out."""
    items = tree.context.target_collector.target_lookup_items
    item = items.get(anchor)
    return item.target_box if item is not None else None


def _anchor(token: Any, box: Any) -> str:
    from weasyprint.css.targets import anchor_name_from_token

    return anchor_name_from_token(_settled(token, box)) or ""


def _settled(token: Any, box: Any) -> Any:
    """A target with the value of the attribute that names it; one without it leads nowhere."""
    from weasyprint.urls import get_url_tuple

    if token[0] != "attr()":
        return token
    name, kind, fallback = token[1]
    element = box.element if box.element is not None else {}  # as of margin boxes
    value = element.get(name, fallback) or ""
    if kind == "url":
        address = get_url_tuple(value, box.style.base_url) if value else None
        return ("url", address) if address else ("string", "")
    return "string", value


def settle_targets(collector: Any) -> None:
    """Let ``target-counter(attr(href))`` be nothing on elements without such an attribute.

    A guarded wrapper of ``TargetCollector.lookup_target``: WeasyPrint 70 fails there.
    """
    look_up = collector.lookup_target

    def settled(token: Any, box: Any, *rest: Any) -> Any:
        return look_up(_settled(token, box), box, *rest)

    collector.lookup_target = settled


def keep_lines(collector: Any) -> None:
    """Let content that waits for page numbers stay in its line, where a box has more than a line.

    WeasyPrint 70 puts the text right into flex and grid containers, tables and items of lists, and
    stops at it.
    """
    for (box, token), item in collector.counter_lookup_items.items():
        if token == "content":
            item.parse_again = partial(_in_line, item.parse_again, box)


def _in_line(parse_again: Callable[..., None], box: Any, *values: Any) -> None:
    before = box.children
    line = _first_line(box)
    parse_again(*values)
    if line is not None and box.children is not before:
        line.children, box.children = box.children, before


def _first_line(box: Any) -> Any:
    """The line that the content of a box stands in, beside its marker if it has one."""
    for child in box.children:
        if is_line(child):
            return child
        if hasattr(child, "children") and not child.is_outside_marker:
            return _first_line(child)
    return None
