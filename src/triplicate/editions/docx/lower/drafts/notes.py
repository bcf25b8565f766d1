"""Notes: their calls and what they say."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.drafts.blocks import Draft


class NoteMark(NamedTuple):
    """The number of a note: where it is ``called``, perhaps ``again``, or at its own beginning."""

    note: NoteDraft
    called: bool
    again: bool = False


@dataclass(slots=True, eq=False)
class NoteDraft:
    """A "footnote" or "endnote": its place among its ``kind`` from 1, and what it says.

    Its call shows ``text`` in the style ``role``, with a ``number`` in it that might be counted, or
    "". ``fact`` is the
    place of the call's box in `LayoutFacts.calls`, None where no counter made the number. Once all
    numbers are settled it has a ``mark`` of its own where Word does not count it, which the pages
    tell where it is ``marked_by_page``. It is ``numbered`` once its text begins with its number,
    and ``called_again`` where further calls refer to the first.
    """

    kind: str
    place: int
    role: str
    text: str
    number: str
    fact: int | None = None
    mark: str = ""
    marked_by_page: bool = False
    numbered: bool = False
    called_again: bool = False
    drafts: list[Draft] = field(default_factory=list)
