"""Notes: their calls and what they say."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from triplicate.editions.docx.lower.drafts.blocks import Draft


class NoteMark(NamedTuple):
    """The number of a note: where it is ``called``, perhaps ``again``, or at its own beginning."""

    note: NoteDraft
    called: bool
    again: bool = False


@dataclass(slots=True, eq=False)
class NoteDraft:
    """A "footnote" or "endnote": its place among its ``kind`` from 1, and what it says.

    Its call shows ``text`` in the style ``role``, with a ``number`` in it that might be counted,
    or "". ``fact`` is the place of the call's box in `LayoutFacts.calls`, None where no counter
    made the number. Once all numbers are settled it has a ``mark`` of its own where Word does not
    count it, which the pages tell where it is ``marked_by_page``. It is ``numbered`` once its text
    begins with its number, and ``called_again`` where further calls refer to the first.
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


@dataclass(slots=True)
class LinkedNotes:
    """Notes that links call, by elements.

    ``calls`` has the note of each link, ``notes`` the kind and the box of each note, ``drafts``
    those that have been read, ``ways_back`` where links back lead. ``left`` has the ids of boxes
    that leave the text: the notes, and what stands around nothing else; ``line`` tells whether
    that drew a line above endnotes.
    """

    calls: dict[Any, Any] = field(default_factory=dict)
    notes: dict[Any, tuple[str, Any]] = field(default_factory=dict)
    drafts: dict[Any, NoteDraft] = field(default_factory=dict)
    ways_back: frozenset[str] = frozenset()
    left: set[int] = field(default_factory=set)
    line: bool = False


class Notes:
    """The notes of a document, in the order of their calls; ``open`` are those being read.

    ``elements`` are those of the notes that stand where they are called, ``linked`` those that
    links call. Once all are ``settled`` there is no place for others.
    ``inner`` is what notes in the open note say; one of them is being read where it is ``nested``.
    """

    def __init__(self) -> None:
        self.all: list[NoteDraft] = []
        self.open: list[NoteDraft] = []
        self.elements: set[Any] = set()
        self.linked = LinkedNotes()
        self.settled = False
        self.nested = False
        self.inner: list[Draft] = []
        self._places: dict[str, int] = {}

    def add(
        self, kind: str, role: str, text: str, number: str, fact: int | None = None
    ) -> NoteDraft:
        """A note whose call is like that; see `NoteDraft`."""
        self._places[kind] = self._places.get(kind, 0) + 1
        note = NoteDraft(kind, self._places[kind], role, text, number, fact)
        self.all.append(note)
        return note

    def holds(self, element: Any) -> bool:
        """Whether an element is a note that stands where it is called, or the call of another."""
        is_call = element in self.linked.calls or "doc-noteref" in element.get("role", "").split()
        return is_call or element in self.elements

    def sort(self, called: Iterable[NoteDraft]) -> None:
        """Put the notes in the order of their calls: captions and footers move in their tables.

        LibreOffice 7 takes the notes of a file in their order, whatever their ids.
        """
        order: dict[int, int] = {}
        for note in called:
            order.setdefault(id(note), len(order))
        self.all.sort(key=lambda note: order.get(id(note), len(order)))
        self._places.clear()
        for note in self.all:
            note.place = self._places[note.kind] = self._places.get(note.kind, 0) + 1
