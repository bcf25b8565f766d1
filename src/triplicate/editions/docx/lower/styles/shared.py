"""Lowering (stage 7c): styles for looks that no rule names and many paragraphs share.

Input: paragraphs and the styles so far. Output: the same paragraphs, some with a style based on the
one that they had: an editor changes the text of all such cells in one place.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeVar

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower import roles
from triplicate.editions.docx.lower.css.formats import undirected
from triplicate.editions.docx.lower.drafts import each_paragraph, each_table
from triplicate.editions.docx.lower.styles.known import complete_format
from triplicate.editions.docx.names import (
    CONTENTS_STYLES,
    CONTENTS_TITLE,
    HEADING_STYLES,
    LIST_BULLET,
    LIST_CONTINUE,
    LIST_NUMBER,
    LIST_OF_CAPTIONS,
    NESTED_LISTS,
    NOTE_STYLES,
    QUOTE,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from triplicate.editions.docx.lower.drafts import Draft, ParagraphDraft
    from triplicate.editions.docx.lower.styles.known import Styles

    Look = tuple[str, ir.ParagraphFormat, ir.RunFormat]

Key = TypeVar("Key")

# As many paragraphs of one look make it a style: one in eighty, of large documents fewer.
SHARE, LEAST, MOST = 80, 2, 4
MAX_STYLES = 16  # the looks of most paragraphs; the others are stated beside them
MAX_PLACES = 8
# Word finds these by name.
FOUND_BY_NAME = {
    *HEADING_STYLES,
    *CONTENTS_STYLES,
    *NOTE_STYLES,
    CONTENTS_TITLE,
    LIST_OF_CAPTIONS,
}
# Of known roles alone: a style that a rule names looks as it says.
ROLES = frozenset(roles.ORDER) - FOUND_BY_NAME
# What one paragraph asks for, and not its kind; the indents of items are those of their levels.
OF_PLACES = ("tabs", "keep_next", "keep_lines", "page_break_before", "spot")
OF_LEVELS = (*OF_PLACES, "left", "first_line")
LISTS = (LIST_BULLET, LIST_NUMBER, LIST_CONTINUE, *NESTED_LISTS)
EDGES = ("top", "left_edge", "bottom", "right_edge")
SIDES = {"right": "Right", "center": "Centered", "both": "Justified", "left": "Left"}


def share_looks(
    drafts: Iterable[Draft], paragraphs: Sequence[ParagraphDraft], styles: Styles, root: Any
) -> None:
    """Give the looks of many of ``paragraphs``, in and around the tables of ``drafts``, styles.

    They are named for classes of elements below ``root``.
    """
    groups: dict[Look, list[ParagraphDraft]] = {}
    known: dict[tuple[object, ...], Look | None] = {}
    for draft in paragraphs:
        # Most paragraphs have their formats from the same computed style.
        key = draft.style, id(draft.format), id(draft.run), draft.own_before, draft.own_after
        if key not in known:
            known[key] = _other_look(draft, styles)
        if (look := known[key]) is not None:
            groups.setdefault(look, []).append(draft)
    shared = _most_frequent(groups, len(paragraphs), MAX_STYLES)
    classes = _classes([found[0] for _, found in shared], drafts, root) if shared else {}
    for (name, paragraph, run), found in shared:
        words = classes[id(found[0])] or _side(styles.paragraphs[name].paragraph, paragraph)
        _define(name, words, styles, found, paragraph=paragraph, run=run)


def share_places(paragraphs: Sequence[ParagraphDraft], styles: Styles) -> None:
    """Give styles to paragraphs whose margins or borders are those of many at such a place.

    Those at the end of a list are an example, or below a table. Their margins are settled.
    """
    groups: dict[tuple[str, ir.ParagraphFormat], list[ParagraphDraft]] = {}
    known: dict[tuple[object, ...], ir.ParagraphFormat | None] = {}
    for draft in paragraphs:
        key = draft.style, id(draft.format), draft.before, draft.after
        if key not in known:
            known[key] = _other_place(draft, styles)
        if (place := known[key]) is not None and not draft.floating:
            groups.setdefault((draft.style, place), []).append(draft)
    for (name, place), found in _most_frequent(groups, len(paragraphs), MAX_PLACES):
        base = styles.paragraphs[name].paragraph
        words = _place_word(base, place)
        if words == "Last" and not (base.before or base.after or _touch(found, paragraphs)):
            # An item that is typed below the last one is no farther from it than other items.
            place = place._replace(contextual=True)
        _define(name, words, styles, found, paragraph=place)


def _touch(found: list[ParagraphDraft], paragraphs: Sequence[ParagraphDraft]) -> bool:
    """Whether two of those ``found`` follow each other."""
    wanted = {id(draft) for draft in found}
    return any(id(a) in wanted and id(b) in wanted for a, b in pairwise(paragraphs))


def _most_frequent(
    groups: Mapping[Key, list[ParagraphDraft]], count: int, most: int
) -> list[tuple[Key, list[ParagraphDraft]]]:
    """The groups, of ``count`` paragraphs in all, that are large enough for a style."""
    least = max(LEAST, min(MOST, count // SHARE))
    shared = [(key, found) for key, found in groups.items() if len(found) >= least]
    return sorted(shared, key=lambda group: -len(group[1]))[:most]


def _define(
    name: str, words: str, styles: Styles, found: list[ParagraphDraft], **look: Any
) -> None:
    """Give the paragraphs ``found`` a style of their own ``look``, based on the one of a name."""
    own = roles.own_name(name, words, styles.names())
    base = styles.paragraphs[name]
    styles.paragraphs[own] = base._replace(name=own, based_on=name, **look)
    for draft in found:
        draft.style = own


def _other_place(draft: ParagraphDraft, styles: Styles) -> ir.ParagraphFormat | None:
    """The look of a paragraph's style with its own margins and borders; None for the same."""
    style = styles.paragraphs.get(draft.style)
    if style is None or draft.style in FOUND_BY_NAME:
        return None
    look = complete_format(draft, own=False)
    own = {field: getattr(look, field) for field in ("before", "after", *EDGES)}
    place = style.paragraph._replace(**own)
    return None if place == style.paragraph else place


def _place_word(base: ir.ParagraphFormat, look: ir.ParagraphFormat) -> str:
    """What editors call a style by its distances, "" where these do not differ."""
    above = (look.before or 0) - (base.before or 0)
    below = (look.after or 0) - (base.after or 0)
    if above > 0 and below > 0:
        return "Spaced"
    if below > 0:
        return "Last"
    if above > 0:
        return "First"
    if below < 0:
        return "Compact"
    return "Continued" if above < 0 else ""


def _side(base: ir.ParagraphFormat, look: ir.ParagraphFormat) -> str:
    """The side that text is aligned to where that differs, as a word."""
    return SIDES.get(look.align or "", "") if look.align != base.align else ""


def _other_look(draft: ParagraphDraft, styles: Styles) -> Look | None:
    """What a paragraph of a known role looks like, but for its language and place.

    None where that is the look of its role.
    """
    style = styles.paragraphs.get(draft.style)
    if style is None or draft.style not in ROLES:
        return None
    look = complete_format(draft, own=True)
    fields: tuple[str, ...] = OF_PLACES
    if draft.style in LISTS:
        # An item that a list follows ends in that list's last item, with its margin.
        fields = OF_LEVELS if look.after else (*OF_LEVELS, "after")
    elif draft.style == QUOTE:
        # Its style is that of a quotation of one paragraph.
        fields = (*OF_PLACES, "before", "after")
    kept = {field: getattr(style.paragraph, field) for field in fields}
    run = undirected(draft.run)._replace(language=style.run.language)
    look = look._replace(**kept)
    return None if (look, run) == (style.paragraph, style.run) else (draft.style, look, run)


def _classes(samples: list[ParagraphDraft], drafts: Iterable[Draft], root: Any) -> dict[int, str]:
    """The classes that tell what paragraphs are, "" where none does, by their identities.

    Those of the element itself, of the list that it is an item of or the box that is drawn around
    it, of the table that it stands in, of the element around it: the first that there is.
    """
    found = {id(draft): _own_class(draft) for draft in samples}
    if all(found.values()):
        return found
    tables = {
        id(paragraph): table.element.get("class") or ""
        for table in each_table(drafts)
        for paragraph in each_paragraph([table])
    }
    elements = {id(draft.element) for draft in samples}
    around = {
        id(child): parent.get("class") or ""
        for parent in root.iter()
        for child in parent
        if id(child) in elements
    }
    return {
        id(draft): found[id(draft)] or tables.get(id(draft)) or around.get(id(draft.element), "")
        for draft in samples
    }


def _own_class(draft: ParagraphDraft) -> str:
    box = draft.element if draft.box is None else draft.box.element
    owner = draft.marker.owner if draft.marker else box
    return draft.element.get("class") or owner.get("class") or ""
