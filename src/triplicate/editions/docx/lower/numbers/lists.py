"""Lowering (stage 7c): list markers to Word's numbering.

Input: paragraphs with markers, in document order. Output: their numbers. A list and the lists in
it share one definition; wherever Word would then show another number than the PDF, the list goes
on in an instance with a start of its own.
"""

from __future__ import annotations

import re
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Any

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.css.units import twips
from triplicate.editions.docx.lower.limits import place_of_match
from triplicate.editions.docx.lower.numbers.numbering import LEVELS, name_above, number_look, tokens
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
    _report_countdown(levels, [marker for _, marker in tree], context)
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
            number = _literal(level, marker, numberings, context)
        numberings.count(number)
        draft.number = number
        draft.level = numberings.levels(number.instance)[marker.depth]


def _levels(tree: list[tuple[ParagraphDraft, Marker]], uneven: Mapping[int, int]) -> list[ir.Level]:
    """The level of each item, as the item alone asks for it."""
    shown: dict[Any, list[str]] = {}
    for _, marker in tree:
        shown.setdefault(marker.owner, []).append(_token(marker.text))
    formats = {owner: guess(texts) for owner, texts in shown.items()}
    levels = []
    current: dict[int, str] = {}
    for draft, marker in tree:
        level = _level(draft, marker, marker.depth in uneven)
        levels.append(_counting(level, draft, marker, formats[marker.owner], current))
        current[marker.depth] = marker.text
    return levels


def _report_countdown(levels: list[ir.Level], markers: list[Marker], context: Context) -> None:
    """Report a list that counts down: Word counts up, so each item starts anew."""
    values: dict[Any, list[int | None]] = {}
    for level, marker in zip(levels, markers, strict=True):
        found = value_of(level.format, _token(marker.text)) if level.format != "bullet" else None
        values.setdefault(marker.owner, []).append(found)
    for owner, numbers in values.items():
        steps = {b - a for a, b in pairwise(numbers) if a is not None and b is not None}
        if steps == {-1}:
            context.report(
                "word-list-reversed",
                f"expected lists that count up, found <{owner.tag}> counting down",
                "Word shows these numbers, but will not renumber them when an item is added",
                place_of_match(r"counter-increment\s*:[^;}]*\s-\d", context.tree.stylesheet),
            )


def _matching(number: ir.Number, marker: Marker, numberings: Numberings) -> ir.Number:
    """The number in an instance that shows what the marker shows, where there can be one."""
    if numberings.preview(number) != marker.text:
        level = numberings.levels(number.instance)[number.level]
        value = value_of(level.format, _token(marker.text))
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


def _literal(own: ir.Level, marker: Marker, numberings: Numberings, context: Context) -> ir.Number:
    """A bullet that says what the marker says: the number is right, but will not count on."""
    if marker.ordered:
        sheet = context.tree.stylesheet
        offset = sheet.css.find(marker.style_type)
        context.report(
            "word-number",
            "expected list numbers that Word can count, found "
            f"`list-style-type: {marker.style_type}`",
            f'"{marker.text}" and the like stand in the Word edition as bullets',
            sheet.place(offset) if offset >= 0 else None,
        )
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
    token = _token(marker.text)
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


def _token(text: str) -> str:
    found = tokens(text)
    return found[-1][0] if found else ""


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
