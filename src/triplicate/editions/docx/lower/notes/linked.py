"""Lowering (stage 7c): notes that are elements of the page, and that links lead to.

DPUB-ARIA (digital publishing) has the roles: a link with the role doc-noteref leads to an element
with the role doc-footnote or doc-endnote, or to an item of a list in a doc-endnotes part. Input:
the boxes of a document. Output: `LinkedNotes`, which leave the text for Word's own notes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from triplicate.editions.docx.lower.css.breaks import BREAKS
from triplicate.editions.docx.lower.drafts import LinkedNotes

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.context import Context

_CAPTIONS = ("caption", "figcaption")
_INLINE = ("InlineBox", "InlineBlockBox")
_MOVABLE = ("BlockBox", *_INLINE)


class Role(NamedTuple):
    """What an element's role makes of it: "footnote" or "endnote", in a list of such."""

    kind: str
    list: Any


def linked_notes(context: Context) -> LinkedNotes:
    """The notes of a document that links call."""
    html = context.tree.html.etree_element
    calls = [link for link in html.iter("a") if "doc-noteref" in _roles(link)]
    if not calls:
        return LinkedNotes()
    roles = _note_roles(html)
    search = _Search(roles, _targets(calls, roles, context), context)
    search.read(context.tree.root)
    notes = search.callable()
    found = LinkedNotes(
        {call: note for call, note in search.called if note in notes},
        {note: (roles[note].kind, search.boxes[note]) for note in notes},
        ways_back=frozenset(f"#{name}" for call in calls if (name := call.get("id"))),
    )
    _Leaving(found, context).read(context.tree.root)
    return found


def _roles(element: Any) -> list[str]:
    return (element.get("role") or "").lower().split()


def _note_roles(html: Any) -> dict[Any, Role]:
    """The elements that are notes by their role, or by that of a part around them."""
    found: dict[Any, Role] = {}
    stack = [(html, html, False)]
    while stack:
        element, around, listed = stack.pop()
        roles = _roles(element)
        if "doc-footnote" in roles:
            found[element] = Role("footnote", around)
        elif "doc-endnote" in roles or (listed and element.tag == "li"):
            found[element] = Role("endnote", around)
        elif "doc-endnotes" in roles:
            around, listed = element, True
        within = element not in found and listed
        stack += [(child, around if within else element, within) for child in element]
    return found


def _targets(calls: list[Any], roles: dict[Any, Role], context: Context) -> dict[Any, Any]:
    """The note that each link leads to; one that leads elsewhere stays a link."""
    by_id = {note.get("id"): note for note in roles}
    found = {}
    for call in calls:
        href = call.get("href") or ""
        note = by_id.get(href[1:]) if len(href) > 1 and href.startswith("#") else None
        if note is not None:
            found[call] = note
        else:
            context.report(
                "word-note",
                "expected links with role=doc-noteref to lead to an element with "
                f'role=doc-footnote or doc-endnote, found one to "{href}"',
            )
    return found


class _Search:
    """The calls and notes that are in the text, in its order; not calls within notes."""

    def __init__(self, roles: dict[Any, Role], targets: dict[Any, Any], context: Context) -> None:
        self._roles = roles
        self._targets = targets
        self._context = context
        self.called: list[tuple[Any, Any]] = []
        self.boxes: dict[Any, Any] = {}
        self._calls_before: dict[Any, int] = {}
        self._tables: list[Any] = [None]  # those around what is read
        self._above: Any = None  # the table that has just ended
        self._called_in: dict[Any, set[Any]] = {}
        self._below: dict[Any, Any] = {}

    def read(self, box: Any) -> None:
        """Look into a box."""
        if _is_elsewhere(box):
            return
        element = box.element
        own = element is not None and box.element_tag == element.tag
        if own and element in self._roles:
            self._note(element, box)
            return
        if own and element in self._targets and type(box).__name__ in _INLINE:
            self.called.append((element, self._targets[element]))
            self._called_in.setdefault(self._targets[element], set()).add(self._tables[-1])
        if getattr(box, "text", "").strip() and box.element_tag not in _CAPTIONS:
            self._above = None
        if box.is_table_wrapper:
            self._tables.append(element)
        for child in getattr(box, "children", ()):
            self.read(child)
        if box.is_table_wrapper:
            self._above = self._tables.pop()

    def _note(self, element: Any, box: Any) -> None:
        if type(box).__name__ in _MOVABLE:
            self.boxes.setdefault(element, box)
            self._calls_before.setdefault(element, len(self.called))
            self._below.setdefault(element, self._above)
        else:
            message = "expected notes that are blocks or words, found a part of a table or the like"
            self._context.report("word-note", message)

    def callable(self) -> list[Any]:
        """The notes that are called.

        Word has endnotes in one place: lists of them at the ends of chapters stay where they are.
        So do footnotes below the table that calls them.
        """
        called = [note for note in self.boxes if note in self._called_in]
        notes = [note for note in called if not self._is_of_table(note)]
        ends = [note for note in notes if self._roles[note].kind == "endnote"]
        lists = {self._roles[note].list for note in ends}
        if len(lists) > 1 and self._calls_before[ends[0]] < len(self.called):
            self._context.report(
                "word-note",
                "expected endnotes at the end of the document, found lists of them in between, "
                "which stay lists",
            )
            return [note for note in notes if note not in ends]
        return notes

    def _is_of_table(self, note: Any) -> bool:
        below = self._below[note]
        is_footnote = self._roles[note].kind == "footnote"
        return is_footnote and below is not None and self._called_in[note] == {below}


def _is_elsewhere(box: Any) -> bool:
    """Whether a style rule gives a box another place than its own."""
    return bool(box.is_running() or box.is_note())


class _Leaving:
    """Tells which boxes leave the text with the notes in them."""

    def __init__(self, found: LinkedNotes, context: Context) -> None:
        self._found = found
        self._context = context
        self._kinds = {id(box): kind for kind, box in found.notes.values()}
        self._ended = False

    def read(self, box: Any) -> tuple[bool, bool]:
        """Whether a box holds notes, and whether anything else."""
        if _is_elsewhere(box):
            return False, False
        if id(box) in self._kinds:
            self._ended = self._ended or self._kinds[id(box)] == "endnote"
            self._found.left.add(id(box))
            return True, False
        if hasattr(box, "text") or hasattr(box, "replacement"):
            shown = bool(getattr(box, "text", "x").strip())
            if shown and self._ended:
                self._report("text after them")
            return False, shown
        inner = [self.read(child) for child in box.children if not child.is_outside_marker]
        notes, others = any(notes for notes, _ in inner), any(other for _, other in inner)
        if notes and not others:
            self._leave(box)
        return notes, others

    def _leave(self, box: Any) -> None:
        """Let a box go that holds nothing but notes; what it draws is Word's line above them."""
        self._found.left.add(id(box))
        if not self._ended:
            return
        has_rule = any(child.element_tag == "hr" for child in box.children)
        has_border = box.style["border_top_style"] not in ("none", "hidden")
        self._found.line = self._found.line or has_rule or has_border
        if box.style["break_before"] in BREAKS:
            self._report("a page break before them")

    def _report(self, found: str) -> None:
        self._context.report(
            "word-note", f"expected endnotes that follow the text at its end, found {found}"
        )
