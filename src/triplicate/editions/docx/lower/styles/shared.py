"""Lowering (stage 7c): styles for looks that no rule names and many paragraphs share.

Input: paragraphs and the styles so far. Output: the same paragraphs, some with a style based on the
one that they had: an editor changes the text of all such cells in one place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    NOTE_STYLES,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from triplicate.editions.docx.lower.drafts import Draft, ParagraphDraft
    from triplicate.editions.docx.lower.styles.known import Styles

    Look = tuple[str, ir.ParagraphFormat, ir.RunFormat]

SHARED = 4  # as many paragraphs of one look make it a style
MAX_STYLES = 16  # the looks of most paragraphs; the others are stated beside them
# Known roles, but for those that Word finds by name. A style that a rule names looks as it says.
ROLES = frozenset(roles.ORDER) - {
    *HEADING_STYLES,
    *CONTENTS_STYLES,
    *NOTE_STYLES,
    CONTENTS_TITLE,
    LIST_OF_CAPTIONS,
}
# What one paragraph asks for, and not its kind; the indents of items are those of their levels.
OF_PLACES = ("tabs", "keep_next", "keep_lines", "page_break_before", "spot")
OF_LEVELS = (*OF_PLACES, "left", "first_line")
LISTS = (LIST_BULLET, LIST_NUMBER, LIST_CONTINUE)


def share_looks(
    drafts: Iterable[Draft], paragraphs: Iterable[ParagraphDraft], styles: Styles
) -> None:
    """Give the looks of many of ``paragraphs``, in and around the tables of ``drafts``, styles."""
    groups: dict[Look, list[ParagraphDraft]] = {}
    known: dict[tuple[object, ...], Look | None] = {}
    for draft in paragraphs:
        # Most paragraphs have their formats from the same computed style.
        key = draft.style, id(draft.format), id(draft.run), draft.own_before, draft.own_after
        if key not in known:
            known[key] = _other_look(draft, styles)
        if (look := known[key]) is not None:
            groups.setdefault(look, []).append(draft)
    shared = [(look, found) for look, found in groups.items() if len(found) >= SHARED]
    shared.sort(key=lambda group: -len(group[1]))
    if not shared:
        return
    classes = _classes(drafts)
    for (name, paragraph, run), found in shared[:MAX_STYLES]:
        base = styles.paragraphs[name]
        own = roles.own_name(
            name, _class(found[0]) or classes.get(id(found[0]), ""), styles.names()
        )
        styles.paragraphs[own] = base._replace(
            name=own, paragraph=paragraph, run=run, based_on=name
        )
        for draft in found:
            draft.style = own


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
    kept = {field: getattr(style.paragraph, field) for field in fields}
    run = undirected(draft.run)._replace(language=style.run.language)
    look = look._replace(**kept)
    return None if (look, run) == (style.paragraph, style.run) else (draft.style, look, run)


def _class(draft: ParagraphDraft) -> str:
    """The class of an element, or of the list that it is an item of."""
    owner = draft.marker.owner if draft.marker else draft.element
    return draft.element.get("class") or owner.get("class") or ""


def _classes(drafts: Iterable[Draft]) -> dict[int, str]:
    """The classes of the tables that paragraphs stand in, by the paragraphs' identities."""
    return {
        id(paragraph): table.element.get("class") or ""
        for table in each_table(drafts)
        for paragraph in each_paragraph([table])
    }
