"""Lowering (stage 7c): list markers to Word's numbering.

Input: paragraphs with markers, in document order. Output: their numbers. A list and the lists in
it share one definition; wherever Word would then show another number than the PDF, the list goes
on in an instance with a start of its own.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Any

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.numbering import FORMATS, LEVELS, value_of
from triplicate.editions.docx.lower.units import twips

if TYPE_CHECKING:
    from collections.abc import Iterable

    from triplicate.editions.docx.lower.context import Context
    from triplicate.editions.docx.lower.drafts import Marker, ParagraphDraft
    from triplicate.editions.docx.lower.numbering import Numberings

CSS_FORMATS = {
    "decimal": "decimal",
    "decimal-leading-zero": "decimalZero",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
}
STEP = twips(24)  # how much further a level stands in that no list of the document has
_TOKEN = re.compile(r"[0-9]+|[A-Za-z]+")


def number_lists(
    drafts: Iterable[ParagraphDraft], numberings: Numberings, context: Context
) -> None:
    """Give each paragraph that has a marker its number and level."""
    items = [(draft, draft.marker) for draft in drafts if draft.marker is not None]
    for _, tree in groupby(items, key=lambda item: id(item[1].root)):
        _number_tree(list(tree), numberings, context)


def _number_tree(
    tree: list[tuple[ParagraphDraft, Marker]], numberings: Numberings, context: Context
) -> None:
    """Number a list with the lists in it."""
    uneven = _uneven_depths(marker for _, marker in tree)
    for draft, marker in tree:
        if marker.depth in uneven:
            draft.format = draft.format._replace(first_line=-twips(marker.gap))
    levels = [_level(draft, marker, marker.depth in uneven) for draft, marker in tree]
    shared: dict[int, ir.Level] = {}
    for level, (_, marker) in zip(levels, tree, strict=True):
        shared.setdefault(marker.depth, level)
    instances: dict[Any, int] = {}
    for level, (draft, marker) in zip(levels, tree, strict=True):
        instance = instances.get(marker.owner)
        if instance is None:
            definition = numberings.define(_nine(shared | {marker.depth: level}))
            instance = numberings.plain(definition)
        number = ir.Number(instance, marker.depth)
        draft.number = _count(number, marker, numberings, context)
        draft.level = numberings.levels(draft.number.instance)[marker.depth]
        instances[marker.owner] = draft.number.instance


def _count(
    number: ir.Number, marker: Marker, numberings: Numberings, context: Context
) -> ir.Number:
    """Count an item, in an instance that shows the marker's own number."""
    if marker.ordered and numberings.preview(number) != marker.text:
        level = numberings.levels(number.instance)[number.level]
        value = value_of(level.format, _token(marker.text))
        if value is not None:
            definition = numberings.instances[number.instance - 1].numbering
            instance = numberings.use(definition, ((number.level, value),))
            number = ir.Number(instance, number.level)
    shown = numberings.count(number)
    if marker.ordered and shown != marker.text:
        context.report(
            "word-number",
            f'expected a list number that Word can count, found "{marker.text}" for "{shown}"',
        )
    return number


def _uneven_depths(markers: Iterable[Marker]) -> set[int]:
    """The depths at which markers differ in width: they end, and do not begin, at one place."""
    widths: dict[int, set[int]] = {}
    for marker in markers:
        widths.setdefault(marker.depth, set()).add(twips(marker.width))
    return {depth for depth, found in widths.items() if len(found) > 1}


def _level(draft: ParagraphDraft, marker: Marker, uneven: bool) -> ir.Level:
    """The level that puts a marker where the PDF has it."""
    look = ir.difference(marker.format, draft.run)
    base = ir.Level(
        "bullet",
        marker.text,
        left=draft.format.left or 0,
        first_line=draft.format.first_line or 0,
        align="right" if uneven else "left",
        run=look._replace(font=marker.format.font),
    )
    if not marker.ordered:
        return base
    tokens = list(_TOKEN.finditer(marker.text))
    name = CSS_FORMATS.get(marker.style_type) or _guess(_token(marker.text))
    if not tokens or name is None:
        return base
    start, end = tokens[-1].span()
    text = f"{marker.text[:start]}%{marker.depth + 1}{marker.text[end:]}"
    return base._replace(format=name, text=text, run=look)


def _token(text: str) -> str:
    tokens = _TOKEN.findall(text)
    return tokens[-1] if tokens else ""


def _guess(token: str) -> str | None:
    return next((name for name in FORMATS if value_of(name, token)), None)


def _nine(known: dict[int, ir.Level]) -> list[ir.Level]:
    """Nine levels: those that no list has look like the nearest, further in."""
    nearest = min(known)
    levels = []
    for depth in range(LEVELS):
        if depth in known:
            nearest = depth
        model = known[nearest]
        left = max(0, model.left + (depth - nearest) * STEP)
        text = model.text.replace(f"%{nearest + 1}", f"%{depth + 1}")
        levels.append(model._replace(left=left, text=text))
    return levels
