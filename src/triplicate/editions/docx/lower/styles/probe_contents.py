"""Lowering (stage 7c): the probe's lists of contents, so that their styles depend on CSS alone.

Input: the style sheet's text. Output: markup for the probe: a list of headings and one of captions,
in elements that match the rules which give entries their page numbers. Where no rule does, there
can be no list of contents.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from triplicate.editions.docx.lower.styles.probe import compound, rules_with, selectors

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PAGE_NUMBER = re.compile(r"target-counters?\(.*\bpage\b", re.DOTALL)
_HREF = re.compile(' href="[^"]*"')
_LIST_RULE = re.compile(r"(?:nav|toc|contents)\b[^,{}]*\s(ol|ul)\b", re.IGNORECASE)
_LISTS = ("ol", "ul")
_CONTAINERS = ("", "nav", "div", "section", "aside")


class _Part(NamedTuple):
    """An element of a selector: its tag, "" for any, and its attributes as XML."""

    tag: str
    attributes: str


class _Rule(NamedTuple):
    """A rule for entries: the elements around their list, the list, the element with the number."""

    around: list[_Part]
    items: _Part
    entry: _Part


def contents_markup(css: str, headings: Sequence[str]) -> str:
    """The lists, and what they lead to; ``headings`` are the tags of headings, from the top."""
    rules = list(_rules(css))
    if not rules:
        return ""
    # The last rule may be for lists of figures alone.
    lists = _list(rules[0], headings) + _list(rules[-1], ["figure"])
    targets = "".join(f'<{tag} id="{_id(tag)}">x</{tag}>' for tag in headings)
    return f'{lists}{targets}<figure><figcaption id="{_id("figure")}">x</figcaption></figure>'


def _id(tag: str) -> str:
    return f"contents-{tag}"


def _list(rule: _Rule, tags: Sequence[str]) -> str:
    start = "".join(f"<{part.tag}{part.attributes}>" for part in rule.around)
    end = "".join(f"</{part.tag}>" for part in reversed(rule.around))
    return f"{start}<h2>x</h2>{_items(rule, rule.items.attributes, tags)}{end}"


def _items(rule: _Rule, attributes: str, tags: Sequence[str]) -> str:
    """Entries, one for each tag, each in a list below the one before."""
    if not tags:
        return ""
    tag, more = rule.items.tag, _items(rule, "", tags[1:])
    entry = f'<{rule.entry.tag} href="#{_id(tags[0])}"{rule.entry.attributes}>x</{rule.entry.tag}>'
    if tag in _LISTS:
        return f"<{tag}{attributes}><li>{entry}{more}</li></{tag}>"
    return f"<{tag}{attributes}>{entry}</{tag}>{more}"


def _rules(css: str) -> Iterator[_Rule]:
    for prelude, block in rules_with("target-counter", css):
        if _PAGE_NUMBER.search(block):
            found = (_rule([*_parts(one)], "leader(" in block, css) for one in selectors(prelude))
            yield from (rule for rule in found if rule is not None)


def _parts(selector: Any) -> Iterator[_Part]:
    """The elements of a selector, the outermost first."""
    while hasattr(selector, "left"):
        yield from _parts(selector.left)
        selector = selector.right
    yield _Part(*compound(selector))


def _rule(parts: list[_Part], led: bool, css: str) -> _Rule | None:
    """The rule for a selector; None where it is for references in the text.

    A list of contents is a nav or has the role doc-toc. ``led`` tells that a leader stands before
    the page number: such an entry belongs to one, whatever the selector says.
    """
    *around, entry = parts
    known = [n for n, part in enumerate(around) if part.tag == "nav" or "doc-toc" in part[1]]
    if not known and not led:
        return None
    if not known and around and around[0].tag in _CONTAINERS:
        known = [0]
    count = known[0] + 1 if known else 0
    boxes = [part._replace(tag=part.tag or "nav") for part in around[:count]]
    found = _LIST_RULE.search(css)
    usual = _Part(found[1].lower() if found else "ol", "")
    items = next((part for part in around[count:] if part.tag in (*_LISTS, "p")), usual)
    entry = _Part(entry.tag or "a", _HREF.sub("", entry.attributes))
    return _Rule(boxes or [_Part("nav", "")], items, entry)
