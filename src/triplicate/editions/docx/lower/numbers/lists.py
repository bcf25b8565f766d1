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
from triplicate.editions.docx.lower.css.units import twips
from triplicate.editions.docx.lower.numbers.markers import write_marker
from triplicate.editions.docx.lower.numbers.numbering import (
    LEVELS,
    last_token,
    name_above,
    number_look,
    tokens,
)
from triplicate.editions.docx.lower.numbers.uncounted import (
    count_down,
    report_look,
    report_uncounted,
)
from triplicate.editions.docx.numerals import guess, value_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from triplicate.editions.docx.lower.context import Context
    from triplicate.editions.docx.lower.drafts import Marker, ParagraphDraft
    from triplicate.editions.docx.lower.numbers.numbering import Numberings

CSS_FORMATS = {
    "decimal": "decimal",
    "decimal-leading-zero": "decimalZero",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "hebrew": "hebrew1",
    "japanese-informal": "japaneseCounting",
    "cjk-decimal": "ideographDigital",
    "cjk-earthly-branch": "ideographZodiac",
    "cjk-heavenly-stem": "ideographTraditional",
    "katakana": "aiueoFullWidth",
    "katakana-iroha": "irohaFullWidth",
}
_PLACEHOLDER = re.compile("%(?=[1-9])")
STEP = twips(24)  # how much further a level stands in that no list of the document has


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
        if marker.depth in uneven and not marker.suffix:
            rtl = draft.format.right_to_left
            hang = uneven[marker.depth] if rtl else twips(marker.gap)
            draft.format = draft.format._replace(first_line=-hang)
    levels = _levels(tree, uneven)
    many = count_down(levels, [m for _, m in tree], len(numberings.instances), context)
    for draft, marker in tree:
        if marker.owner in many:
            write_marker(draft)
            hang = uneven.get(marker.depth, -(draft.format.first_line or 0))
            draft.format = draft.format._replace(first_line=-hang)
    levels, tree = _without(many, levels, tree)
    shared: dict[int, ir.Level] = {}
    for level, (_, marker) in zip(levels, tree, strict=True):
        shared.setdefault(marker.depth, level)
    instances: dict[Any, int] = {}
    for level, (draft, marker) in zip(levels, tree, strict=True):
        instance = instances.get(marker.owner)
        if instance is None:
            definition = numberings.define(_nine(shared | {marker.depth: level}))
            instance = numberings.plain(definition)
        number = _matching(ir.Number(instance, marker.depth), marker, numberings)
        instances[marker.owner] = number.instance
        if numberings.preview(number) != marker.text:
            number = _apart(level, marker, numberings)
        if numberings.preview(number) != marker.text:
            number = _literal(level, marker, numberings)
        numberings.count(number)
        draft.number = number
        draft.level = numberings.levels(number.instance)[marker.depth]
        if draft.level.run != level.run:
            report_look(draft, context)
    report_uncounted(tree, context)


def _without(
    owners: set[Any], levels: list[ir.Level], tree: list[tuple[ParagraphDraft, Marker]]
) -> tuple[list[ir.Level], list[tuple[ParagraphDraft, Marker]]]:
    """The items of other lists than those of ``owners``, with their levels."""
    kept = [pair for pair in zip(levels, tree, strict=True) if pair[1][1].owner not in owners]
    return [level for level, _ in kept], [item for _, item in kept]


def _levels(tree: list[tuple[ParagraphDraft, Marker]], uneven: Mapping[int, int]) -> list[ir.Level]:
    """The level of each item, as the item alone asks for it."""
    shown: dict[Any, list[str]] = {}
    for _, marker in tree:
        shown.setdefault(marker.owner, []).append(last_token(marker.text))
    formats = {owner: guess(texts) for owner, texts in shown.items()}
    levels = []
    current: dict[int, str] = {}
    for draft, marker in tree:
        level = _level(draft, marker, marker.depth in uneven)
        levels.append(_counting(level, draft, marker, formats[marker.owner], current))
        current[marker.depth] = marker.text
    return levels


def _matching(number: ir.Number, marker: Marker, numberings: Numberings) -> ir.Number:
    """The number in an instance that shows what the marker shows, where there can be one."""
    if numberings.preview(number) != marker.text:
        level = numberings.levels(number.instance)[number.level]
        value = value_of(level.format, last_token(marker.text))
        if value is not None:
            definition = numberings.instances[number.instance - 1].numbering
            instance = numberings.use(definition, ((number.level, value),))
            return ir.Number(instance, number.level)
    return number


def _apart(own: ir.Level, marker: Marker, numberings: Numberings) -> ir.Number:
    """A list for its last number alone; what stands before that is text.

    Items of one depth may count in two ways, (a) and 1.1.1; those above are counted in one.
    """
    text = own.text
    if own.format != "bullet":
        start, end = tokens(marker.text)[-1].span()
        around = (_PLACEHOLDER.sub("%\u2060", part) for part in _halves(marker.text, start, end))
        text = f"%{marker.depth + 1}".join(around)
    definition = numberings.define(_nine({marker.depth: own._replace(text=text)}))
    return _matching(ir.Number(numberings.plain(definition), marker.depth), marker, numberings)


def _halves(text: str, start: int, end: int) -> tuple[str, str]:
    return text[:start], text[end:]


def _literal(own: ir.Level, marker: Marker, numberings: Numberings) -> ir.Number:
    """A bullet that says what the marker says: the number is right, but will not count on."""
    text = _PLACEHOLDER.sub("%\u2060", marker.text)
    level = own._replace(format="bullet", text=text)
    definition = numberings.define(_nine({marker.depth: level}))
    return ir.Number(numberings.plain(definition), marker.depth)


def _uneven_depths(markers: Iterable[Marker]) -> dict[int, int]:
    """The depths at which markers differ in width, and the largest there, in twips.

    They end, and do not begin, at one place. Not in text from right to left: LibreOffice takes
    ``w:lvlJc`` for sides of the page and would push the text away; Word takes it for those of
    the line (MS-OI29500, 2.1.281).
    """
    widths: dict[int, set[int]] = {}
    for marker in markers:
        if marker.suffix:
            continue
        widths.setdefault(marker.depth, set()).add(twips(marker.width))
    return {depth: max(found) for depth, found in widths.items() if len(found) > 1}


def _level(draft: ParagraphDraft, marker: Marker, uneven: bool) -> ir.Level:
    """The bullet that puts a marker where the PDF has it."""
    rtl = draft.format.right_to_left
    left, first_line = draft.format.left or 0, draft.format.first_line or 0
    # Under a hanging number Word ends the tab at the indent, whatever stop comes after it.
    stops = marker.suffix == "tab" and first_line >= 0
    return ir.Level(
        "bullet",
        marker.text,
        left=left,
        first_line=first_line,
        tab=left + first_line + twips(marker.width) if stops else None,
        align="right" if uneven and not marker.suffix and not rtl else "left",
        suffix=marker.suffix or "tab",
        run=number_look(marker.format, draft.run)._replace(
            font=marker.format.font,
            font_east_asian=marker.format.font_east_asian,
            font_complex=marker.format.font_complex,
        ),
    )


def _counting(
    level: ir.Level,
    draft: ParagraphDraft,
    marker: Marker,
    guessed: str,
    current: Mapping[int, str],
) -> ir.Level:
    """The level that counts as the marker does, a bullet where none can.

    ``guessed`` is the format that the list's markers look like, ``current`` holds the markers of
    the items around it.
    """
    name = CSS_FORMATS.get(marker.style_type, "")
    token = last_token(marker.text)
    if not name or value_of(name, token) is None:
        name = guessed
    if not name or value_of(name, token) is None:
        return level
    start, end = tokens(marker.text)[-1].span()
    before = name_above(marker.text[:start], marker.depth, current)
    return level._replace(
        format=name,
        text=f"{before}%{marker.depth + 1}{marker.text[end:]}",
        run=number_look(marker.format, draft.run),
    )


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
