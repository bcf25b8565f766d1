"""Lowering (stage 7c): the styles by which Word finds the text of a named string.

Input: the elements that set a string, in document order. Output: the STYLEREF field of each
section. A heading goes by its level and a style of the style sheet by its name. STYLEREF wants
other names of Word's own in the language of the reader's Word; so text in such a style, in parts of
paragraphs, and in styles of which not all paragraphs set the string, gets a character style of its
own. So it does where elements of several styles set the string in one section.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.drafts import ParagraphDraft, each_paragraph, each_table
from triplicate.editions.docx.lower.roles import own_name
from triplicate.editions.docx.names import BUILT_IN, HEADING_STYLES, RUNNING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from triplicate.editions.docx.lower.drafts import Draft, StringSource
    from triplicate.editions.docx.lower.styles.known import Styles


class Story(NamedTuple):
    """The drafts of a section; it is ``continued`` where it begins on a page of the one before."""

    drafts: Sequence[Draft]
    continued: bool = False

    def parts(self) -> Iterable[Draft]:
        """All paragraphs, and then all tables."""
        return chain(each_paragraph(self.drafts), each_table(self.drafts))


def style_fields(
    name: str,
    sources: Sequence[StringSource],
    users: Mapping[str, Sequence[ParagraphDraft]],
    styles: Styles,
    stories: Sequence[Story],
) -> list[str]:
    """The field of each section; ``users`` are the paragraphs of each style."""
    setting = {id(source.draft) for source in sources if not source.inside}
    used = dict.fromkeys(source.draft.style for source in sources)
    plain = {style: _field(style) for style in used if _is_plain(style, setting, users)}
    if plain.keys() == used.keys() and len(used) == 1:
        return [*plain.values()] * len(stories)
    found = _by_section(sources, stories) if plain else None
    if found is not None and any(style in plain for style in found):
        others = [source for source in sources if source.draft.style not in plain]
        marked = _marked(name, others, styles) if others else ""
        return [plain.get(style, marked) for style in found]
    return [_marked(name, sources, styles)] * len(stories)


def _is_plain(style: str, setting: set[int], users: Mapping[str, Sequence[ParagraphDraft]]) -> bool:
    """Whether a style finds the string: all its paragraphs set it, and no language names it."""
    if style in BUILT_IN and style not in HEADING_STYLES:
        return False
    return all(id(draft) in setting for draft in users.get(style, ()))


def _field(style: str) -> str:
    level = HEADING_STYLES.index(style) + 1 if style in HEADING_STYLES else 0
    return f"STYLEREF {level}" if level else f'STYLEREF "{style}"'


def _by_section(sources: Sequence[StringSource], stories: Sequence[Story]) -> list[str] | None:
    """The style that the string has in each section; None where one shows it in several.

    A section that does not begin with the string shows the last one before at its top.
    """
    at = {id(draft): place for place, story in enumerate(stories) for draft in story.parts()}
    here: list[list[StringSource]] = [[] for _ in stories]
    for source in sources:
        if id(source.draft) not in at:
            return None
        here[at[id(source.draft)]].append(source)
    found: list[str] = []
    last = ""
    for story, own in zip(stories, here, strict=True):
        used = {source.draft.style for source in own}
        if story.continued or not (own and _begins(story, own[0])):
            used |= {last} - {""}
        if len(used) > 1:
            return None
        found.append(next(iter(used), ""))
        last = found[-1]
    return found


def _begins(story: Story, source: StringSource) -> bool:
    return next(iter(each_paragraph(story.drafts)), None) is source.draft


def _marked(name: str, sources: Iterable[StringSource], styles: Styles) -> str:
    """The field that finds the text of ``sources`` by a character style, which it gets."""
    marker = own_name(RUNNING, name, styles.names())
    styles.characters[marker] = ir.Style(marker, "character")
    for source in sources:
        if isinstance(source.draft, ParagraphDraft):
            source.draft.pieces = [
                piece._replace(role=marker)
                if not piece.note and (not source.inside or piece.sets == name)
                else piece
                for piece in source.draft.pieces
            ]
    return f'STYLEREF "{marker}"'
