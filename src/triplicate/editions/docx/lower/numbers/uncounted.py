"""Lowering (stage 7c): numbers that Word shows, but does not count.

Input: the items of a list and the lists in it, numbered paragraphs. Output: diagnostics.
"""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from triplicate.editions.docx.lower.limits import (
    number_place,
    place_of_element,
    place_of_match,
)
from triplicate.editions.docx.lower.numbers.numbering import last_token
from triplicate.editions.docx.numerals import value_of

if TYPE_CHECKING:
    from triplicate.editions.docx import ir
    from triplicate.editions.docx.lower.context import Context
    from triplicate.editions.docx.lower.drafts import Marker, ParagraphDraft


# Instances of lists. Each item that counts down needs one, and of thousands of them Word has been
# seen to run out of memory.
MOST = 1000


def count_down(
    levels: list[ir.Level], markers: list[Marker], instances: int, context: Context
) -> set[Any]:
    """Report lists that count down: Word counts up, so each item starts anew.

    Returns those for whose items ``instances`` and more are too many: their numbers are text.
    """
    many: set[Any] = set()
    values: dict[Any, list[int | None]] = {}
    for level, marker in zip(levels, markers, strict=True):
        found = (
            value_of(level.format, last_token(marker.text)) if level.format != "bullet" else None
        )
        values.setdefault(marker.owner, []).append(found)
    for owner, numbers in values.items():
        steps = {b - a for a, b in pairwise(numbers) if a is not None and b is not None}
        if steps == {-1}:
            context.report(
                "word-list-reversed",
                f"expected lists that count up, found <{owner.tag}> counting down",
                "Word shows these numbers, but will not renumber them when an item is added",
                place_of_match(r"counter-increment\s*:[^;}]*\s-\d", context.tree.stylesheet)
                or place_of_element(owner, context),
            )
            instances += len(numbers)
            if instances > MOST:
                many.add(owner)
                context.report(
                    "word-list-reversed",
                    f"expected at most {MOST} items that count down, found more",
                    f"the numbers of <{owner.tag}> are text in Word",
                )
    return many


def report_uncounted(tree: list[tuple[ParagraphDraft, Marker]], context: Context) -> None:
    """Report the numbers that stand as bullets: of a list that has more than one of them."""
    texts: dict[Any, set[str]] = {}
    for _, marker in tree:
        texts.setdefault(marker.owner, set()).add(marker.text)
    for draft, marker in tree:
        counts = draft.level is not None and draft.level.format != "bullet"
        if counts or not marker.ordered or len(texts[marker.owner]) == 1:
            continue
        sheet = context.tree.stylesheet
        offset = sheet.css.find(marker.style_type)
        context.report(
            "word-number",
            "expected list numbers that Word can count, found "
            f"`list-style-type: {marker.style_type}`",
            f'"{marker.text}" and the like stand in the Word edition as bullets',
            sheet.place(offset) if offset >= 0 else place_of_element(draft.element, context),
        )


def report_look(draft: ParagraphDraft, context: Context) -> None:
    """Report an item whose number looks unlike that of its level."""
    context.report(
        "word-css",
        "expected numbers of one look in a list, found an item with another",
        "all of them look like the first",
        place_of_element(draft.element, context),
    )


def report_number(text: str, draft: ParagraphDraft, context: Context) -> None:
    """Report a number that Word cannot count before a heading or a paragraph."""
    message = "expected numbers that Word can count, found {}"
    place = partial(number_place, draft, context)
    context.many.add("word-number", message, f'"{text}"', place=place)
