"""Rules about styles and numbers: what names what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from tests.editions.docx.lint.stories import stories
from tests.editions.docx.words import W
from triplicate.editions.docx.names import BUILT_IN, RESERVED

KINDS = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
EMPTY = {"AfterTable", "Rule"}
TABLE_CELL = f"{W}tc"
NUMBER = f"{W}pPr/{W}numPr/{W}numId"


def _styles(package: dict[str, Any]) -> list[Any]:
    return list(package["word/styles.xml"].iter(f"{W}style"))


def styles_have_ids_and_names_of_their_own(package: dict[str, Any]) -> Iterator[str]:
    """Of two styles with one id or name Word drops one, whatever their kinds."""
    ids = Counter(style.get(f"{W}styleId").lower() for style in _styles(package))
    names = Counter(style.find(f"{W}name").get(f"{W}val").lower() for style in _styles(package))
    for what, found in (("id", ids), ("name", names)):
        yield from (f"{what} {one} {n} times" for one, n in found.items() if n > 1)


def styles_of_our_own_have_names_of_our_own(package: dict[str, Any]) -> Iterator[str]:
    """Word takes a custom style with the name of one of its own for that one."""
    for style in _styles(package):
        name = style.find(f"{W}name").get(f"{W}val")
        if style.get(f"{W}customStyle") and (name in BUILT_IN or RESERVED.fullmatch(name)):
            yield f"{name} is Word's own"


def styles_exist_and_fit(package: dict[str, Any]) -> Iterator[str]:
    """What is used is defined, and of the right kind; so is what styles lead to."""
    kinds = {style.get(f"{W}styleId"): style.get(f"{W}type") for style in _styles(package)}
    for name, root in [*stories(package), ("numbering", package.get("word/numbering.xml"))]:
        for tag, kind in KINDS.items():
            for use in () if root is None else root.iter(f"{W}{tag}"):
                if kinds.get(use.get(f"{W}val")) != kind:
                    yield f"{name}: {use.get(f'{W}val')} is no {kind} style"
    for style in _styles(package):
        for tag in ("basedOn", "next", "link"):
            found = style.find(f"{W}{tag}")
            if found is not None and found.get(f"{W}val") not in kinds:
                yield f"{style.get(f'{W}styleId')}: {tag} {found.get(f'{W}val')} is missing"


def styles_stand_on_no_circle(package: dict[str, Any]) -> Iterator[str]:
    """A style that is based on itself stops Word."""
    bases = {
        style.get(f"{W}styleId"): base.get(f"{W}val")
        for style in _styles(package)
        if (base := style.find(f"{W}basedOn")) is not None
    }
    for name in bases:
        seen, at = {name}, bases[name]
        while at in bases and at not in seen:
            seen.add(at)
            at = bases[at]
        if at in seen:
            yield f"{name} is based on itself"


def numbers_exist(package: dict[str, Any]) -> Iterator[str]:
    """Ids of lists are unique, abstract ones come first, and what is used is defined."""
    part = package.get("word/numbering.xml")
    nodes = [] if part is None else list(part)
    tags = [node.tag.removeprefix(W) for node in nodes]
    if tags != sorted(tags, key=("numPicBullet", "abstractNum", "num").index):
        yield "w:num comes before w:abstractNum"
    abstract = [n.get(f"{W}abstractNumId") for n in nodes if n.tag == f"{W}abstractNum"]
    instances = [n.get(f"{W}numId") for n in nodes if n.tag == f"{W}num"]
    for ids in (abstract, instances):
        yield from (f"list {one} twice" for one, n in Counter(ids).items() if n > 1)
    for node in nodes:
        base = node.find(f"{W}abstractNumId")
        if base is not None and base.get(f"{W}val") not in abstract:
            yield f"list {node.get(f'{W}numId')} is of none"
    roots = [root for _, root in stories(package)] + [package["word/styles.xml"]]
    for use in (one for root in roots for one in root.iter(f"{W}numId")):
        if use.get(f"{W}val") not in (*instances, "0"):
            yield f"list {use.get(f'{W}val')} is missing"


def _numbers_of_styles(package: dict[str, Any]) -> dict[str, str]:
    """The definition that each style with a number of its own counts in."""
    part = package.get("word/numbering.xml")
    lists = {
        node.get(f"{W}numId"): node.find(f"{W}abstractNumId").get(f"{W}val")
        for node in (() if part is None else part.iter(f"{W}num"))
    }
    uses = {style.get(f"{W}styleId"): style.find(NUMBER) for style in _styles(package)}
    return {
        name: lists.get(use.get(f"{W}val"), "") for name, use in uses.items() if use is not None
    }


def _linked_levels(package: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Each style that a level names, with the level's definition."""
    part = package.get("word/numbering.xml")
    for node in () if part is None else part.iter(f"{W}abstractNum"):
        for linked in node.iter(f"{W}pStyle"):
            yield linked.get(f"{W}val"), node.get(f"{W}abstractNumId")


def headings_are_numbered_by_their_styles(package: dict[str, Any]) -> Iterator[str]:
    """A level that names a style is the one that the style has, or new headings count wrongly."""
    own = _numbers_of_styles(package)
    for name, definition in _linked_levels(package):
        if own.get(name) != definition:
            yield f"{name} is linked to a level of another list"


def numbered_styles_have_a_level(package: dict[str, Any]) -> Iterator[str]:
    """A level names the style, once: the level that a style states has no meaning (17.9.3)."""
    linked = Counter(name for name, _ in _linked_levels(package))
    for name in _numbers_of_styles(package):
        if linked[name] != 1:
            yield f"{linked[name]} levels are linked to {name}"


def no_empty_paragraph_makes_room(package: dict[str, Any]) -> Iterator[str]:
    """Only what Word or a rule needs is empty; cells may be, and items that show their number."""
    number = f"{W}pPr/{W}numPr/{W}numId"
    numbered = {s.get(f"{W}styleId") for s in _styles(package) if s.find(number) is not None}
    for name, root in stories(package):
        if not name.endswith("document.xml"):
            continue
        for paragraph in root.iter(f"{W}p"):
            shown = "".join(paragraph.itertext()) or paragraph.find(f".//{W}r") is not None
            in_cell = paragraph.getparent().tag == TABLE_CELL
            style = paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
            own = paragraph.find(number)
            counts = style in numbered if own is None else own.get(f"{W}val") != "0"
            if not (shown or in_cell or counts or style in EMPTY):
                yield f"an empty paragraph in the style {style}"


RULES = (
    styles_have_ids_and_names_of_their_own,
    styles_of_our_own_have_names_of_our_own,
    styles_exist_and_fit,
    styles_stand_on_no_circle,
    numbers_exist,
    headings_are_numbered_by_their_styles,
    numbered_styles_have_a_level,
    no_empty_paragraph_makes_room,
)
