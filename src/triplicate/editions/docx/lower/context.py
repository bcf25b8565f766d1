"""Lowering (stage 7c): what all concerns share while one document is lowered."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from triplicate.diagnostics.wording import quoted
from triplicate.editions.docx.lower.drafts import Frame, Notes
from triplicate.editions.docx.lower.many import Many
from triplicate.editions.docx.lower.pages.areas import PageAreas
from triplicate.editions.docx.lower.pictures.gallery import Gallery
from triplicate.editions.docx.lower.roles import heading_levels, name_kept, name_written, named
from triplicate.editions.docx.names import style_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from triplicate.diagnostics import Diagnostics, Span
    from triplicate.editions.docx import ir
    from triplicate.editions.docx.lower.css.fonts import Fonts
    from triplicate.editions.docx.lower.css.formats import Formats
    from triplicate.editions.docx.lower.drafts import (
        Draft,
        Marker,
        PageBreak,
        Place,
        Shown,
        StringSource,
    )
    from triplicate.layout.spots import Spot
    from triplicate.layout.tree import BoxTree

    Lower = Callable[[Any, Frame, Place, "Context", Marker | None], list[Draft]]


NO_FRAME = Frame(0.0, 0.0, 0.0)


@dataclass(slots=True)
class Context:
    """A styled box tree and the readers of its styles.

    ``lower_block`` and ``lower_flow`` are those of `blocks`, which imports all that calls them: a
    cell, a caption, a list item, a note and a running element hold blocks in their turn.
    ``headings`` holds the levels of heading elements, from 0. ``strings`` collects what
    ``string-set`` says, ``anchors`` the ids inside the current line and ``line_strings`` the names
    and texts of its strings, ``gallery`` the pictures. ``captions`` tells whether one is counted.
    ``looks`` holds the formats of paragraphs by style, frame, and whether a cell owns them.
    ``line_frame`` is that of the block whose line is being read, ``line_floats`` holds what floats
    in it; ``signs`` are the ids of boxes that are the markers of their items. ``floats`` counts
    what has stood beside the text so far, and what comes next begins below it where it is
    ``uncleared``, its margin behind so many pixels (``under``) of what fills its line; those up to
    ``passed`` stand above a table. ``tables`` counts those around what is being read, ``page_room``
    is the outermost's; a ``page_break`` waits for the next block, the box that styles a
    ``first_letter`` for the next paragraph. ``stamps`` are the boxes that are fixed on all pages.
    ``spots`` are those of the layout, ``cells`` the ids of boxes whose margins, borders and fill
    are those of a cell around them, ``turned`` of those that a cell turns. ``checked`` holds the
    styles that `is_new` has seen, ``many`` what is told at the end.
    ``style_names`` are those that rules give, by `style_key`. ``running`` holds running elements
    by name, ``runs`` the names and places there of those that wait for the text after them; of
    them a section has ``shown`` some, on its ``first_page`` others. ``sizes`` are those of boxes,
    once `wrappers` has had to measure them.
    """

    tree: BoxTree
    fonts: Fonts
    formats: Formats
    diagnostics: Diagnostics
    lower_block: Lower
    lower_flow: Lower
    headings: dict[str, int] = field(default_factory=lambda: heading_levels(titled=True))
    spots: Sequence[Spot | None] = ()
    cells: set[int] = field(default_factory=set)
    anchors: list[str] = field(default_factory=list)
    strings: dict[str, list[StringSource]] = field(default_factory=dict)
    line_strings: list[tuple[str, str]] = field(default_factory=list)
    named: dict[str, Any] | None = None
    links: dict[int, str] | None = None
    notes: Notes = field(default_factory=Notes)
    gallery: Gallery = field(default_factory=Gallery)
    captions: bool = False
    line_frame: Frame = NO_FRAME
    line_floats: list[Any] = field(default_factory=list)
    signs: set[int] = field(default_factory=set)
    floats: int = 0
    passed: int = 0
    uncleared: ir.Clear | None = None
    under: float = 0.0
    tables: int = 0
    page_room: ir.PageRoom | None = None
    turned: set[int] = field(default_factory=set)
    checked: set[int] = field(default_factory=set)
    page_break: PageBreak | None = None
    first_letter: Any = None
    stamps: list[Any] = field(default_factory=list)
    running: dict[str, list[Any]] = field(default_factory=dict)
    runs: list[tuple[str, int]] = field(default_factory=list)
    shown: Mapping[str, Shown] = field(default_factory=dict)
    first_page: bool = False
    style_names: dict[str, str] = field(default_factory=dict)
    sizes: dict[int, int] = field(default_factory=dict)
    many: Many = field(default_factory=Many)
    looks: dict[tuple[int, Frame, bool], ir.ParagraphFormat] = field(default_factory=dict)
    areas: PageAreas = field(init=False)
    _reported: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Make the reader of the areas of pages."""
        self.areas = PageAreas(self.tree, self.formats)

    def block(
        self, box: Any, frame: Frame, place: Place, marker: Marker | None = None
    ) -> list[Draft]:
        """The drafts of a block box, its margins folded into the first and the last."""
        return self.lower_block(box, frame, place, self, marker)

    def flow(self, box: Any, frame: Frame, place: Place) -> list[Draft]:
        """The drafts of what is in ``box``."""
        return self.lower_flow(box, frame, place, self, None)

    def style_named(self, style: Any) -> str:
        """The name that a rule gives an element, as it was first written; "" where none does."""
        name, written = named(style), name_written(style)
        if written and (kept := name_kept(written)) != written:
            message = f"expected a name that Word takes, found {quoted(written)}"
            self.report("word-style-name", message, f"it is {quoted(kept)}" if kept else "")
        known = self.style_names.setdefault(style_key(name), name) if name else ""
        if known != name:
            message = f'expected names of styles that differ in their letters, found "{name}"'
            self.report("word-style-name", message, f'it is taken for "{known}", as Word would')
        return known

    def spot(self, box: Any) -> Spot | None:
        """Where the layout has put a box, None where nobody knows."""
        index = getattr(box, "spot_index", len(self.spots))
        return self.spots[index] if index < len(self.spots) else None

    def is_new(self, style: Any) -> bool:
        """Whether a style is looked at for the first time; those alike are told of once."""
        key = self.formats.key(style)
        known = key in self.checked
        self.checked.add(key)
        return not known

    def has_reported(self, message: str) -> bool:
        """Whether `report` would say nothing new."""
        return message in self._reported

    def pass_over(self, message: str) -> None:
        """Let `report` say nothing of this."""
        self._reported.add(message)

    def report(self, rule: str, message: str, hint: str = "", span: Span | None = None) -> None:
        """Warn, once for the same words, of what CSS says and the Word edition cannot do."""
        if message not in self._reported:
            self._reported.add(message)
            self.diagnostics.warning(rule, f"Word edition: {message}", span, hint)

    @contextmanager
    def beside_the_flow(self) -> Iterator[None]:
        """Let nothing that is read in the block take, or leave, what waits in the flow.

        That is a page break, and a place below what floats.
        """
        waiting = self.page_break, self.uncleared
        self.page_break = self.uncleared = None
        yield
        self.page_break, self.uncleared = waiting

    def take_anchors(self) -> list[str]:
        """The ids inside the line just read."""
        taken, self.anchors = self.anchors, []
        return taken

    def take_floats(self) -> list[Any]:
        """The floating boxes in the line just read, but for pictures."""
        taken, self.line_floats = self.line_floats, []
        return taken

    def link_around(self, element: Any) -> str:
        """Where the link leads that a block is, or stands in; "" where there is none."""
        if self.links is None:
            links = self.tree.html.etree_element.iter("a")
            self.links = {
                id(inner): link.get("href") or "" for link in links for inner in link.iter()
            }
        return self.links.get(id(element), "")

    def text_of(self, anchor: str) -> str:
        """The text of the element with an id, white space collapsed; "" where there is none."""
        if self.named is None:
            self.named = {}
            for element in self.tree.html.etree_element.iter():
                if name := element.get("id"):
                    self.named.setdefault(name, element)
        found = self.named.get(anchor)
        return "" if found is None else " ".join("".join(found.itertext()).split())
