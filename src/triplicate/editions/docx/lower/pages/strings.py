"""Lowering (stage 7c): named strings, which headers and footers repeat from the text.

Input: the elements that set a string, in document order. Output: fields for the margins of each
section: REF to the only element of a name, or STYLEREF to the nearest text of a style. What is not
the text or the number of its element cannot be a field: it is the same on all pages of a section.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from triplicate.editions.docx.lower.drafts import (
    FieldDraft,
    NamedString,
    ParagraphDraft,
    Piece,
    StringSource,
)
from triplicate.editions.docx.lower.limits import place_of_match
from triplicate.editions.docx.lower.pages.stringstyles import style_fields
from triplicate.editions.docx.lower.references.targets import plain_text, shown_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from triplicate.editions.docx.lower.context import Context
    from triplicate.editions.docx.lower.pages.stringstyles import Story
    from triplicate.editions.docx.lower.styles.known import Styles

KEYWORDS = {"first": "", "last": " \\l"}


class Shape(NamedTuple):
    """What a string is made of: text around its element's number and its text, None for neither."""

    before: str = ""
    number: bool = False
    between: str = ""
    text: bool = False
    after: str = ""


class Reference(NamedTuple):
    """How Word finds a string: by the ``shape`` of its text, with a field's name and argument.

    ``anchor`` is the id that REF leads to, "" with STYLEREF, for which each section has a field.
    """

    shape: Shape
    fields: Sequence[str]
    anchor: str = ""

    def field(self, section: int) -> str:
        """The field in the margins of a section."""
        return self.fields[0] if self.anchor else self.fields[section]


def settle_strings(
    paragraphs: Iterable[ParagraphDraft],
    styles: Styles,
    stories: Sequence[Story],
    context: Context,
) -> dict[str, Reference]:
    """How each named string is found; those that cannot be are left out.

    The numbers of all paragraphs must be settled.
    """
    found: dict[str, Reference] = {}
    if "string(" not in context.tree.stylesheet.css:
        return found
    users: dict[str, list[ParagraphDraft]] = {}
    for draft in paragraphs:
        users.setdefault(draft.style, []).append(draft)
    for name in context.strings:
        sources = context.strings[name] = _filled(name, context)
        shapes = {_shape(source) for source in sources} or {Shape()}
        shape = shapes.pop()
        if shapes or not (shape.text or shape.number):
            continue
        if len(sources) == 1 and not sources[0].inside:
            found[name] = Reference(shape, ["REF {}"], _anchor(name, sources[0]))
        else:
            found[name] = Reference(shape, style_fields(name, sources, users, styles, stories))
    return found


def _filled(name: str, context: Context) -> list[StringSource]:
    """The sources of a string but for those that clear it, which no field of Word's can."""
    sources = context.strings[name]
    filled = [source for source in sources if source.text.strip()]
    if filled and len(filled) < len(sources):
        context.report(
            "word-string",
            f"expected a named string that keeps its text until the next, found `{name}` cleared",
            span=place_of_match(_setting(name), context.tree.stylesheet),
        )
    return filled


def _setting(name: str) -> str:
    """A pattern for the declarations that set a string."""
    return rf"string-set\s*:[^;}}]*?(?<![\w-]){re.escape(name)}(?![\w-])"


def _shape(source: StringSource) -> Shape:
    """Where the text and the number of its element stand in a string."""
    whole, text, number = " ".join(source.text.split()), _own_text(source), ""
    if isinstance(source.draft, ParagraphDraft):
        number = shown_number(source.draft).rstrip(".")
    head, found, tail = whole.partition(number) if number else ("", "", whole)
    if found and text and text in tail:
        between, _, after = tail.partition(text)
        return Shape(head, True, between, True, after)
    if text and text in whole:
        before, _, after = whole.partition(text)
        return Shape(before, text=True, after=after)
    return Shape(head, True, after=tail) if found else Shape(whole)


def _own_text(source: StringSource) -> str:
    if not isinstance(source.draft, ParagraphDraft):
        return ""
    if not source.inside:
        return plain_text(source.draft)
    return " ".join("".join(p.text for p in source.draft.pieces if p.sets == source.name).split())


def _anchor(name: str, source: StringSource) -> str:
    """The id of the only element that sets a string; it gets one where it has none."""
    anchor = source.anchor or f"string {name}"
    if anchor not in source.draft.anchors:
        source.draft.anchors.append(anchor)
    return anchor


class Strings:
    """What the margins of each section show of named strings.

    Arguments:
        found: how Word finds them.
        stories: the sections.
    """

    def __init__(
        self, found: dict[str, Reference], stories: Sequence[Story], context: Context
    ) -> None:
        self._found = found
        self._context = context
        self._sheet = context.tree.stylesheet
        self._sections = {
            id(draft): index for index, story in enumerate(stories) for draft in story.parts()
        }

    def shown(self, piece: Piece, section: int) -> list[Piece]:
        """The pieces that a margin of a section shows for ``string()``; others stay themselves."""
        string = piece.field.string if piece.field else None
        if string is None:
            return [piece]
        piece = piece._replace(field=None)
        source = self._source(string, section)
        if source is None:
            return []
        if string.keyword not in KEYWORDS:
            self._context.report(
                "word-string",
                "expected the first or the last string of a page, found "
                f"`string({string.name}, {string.keyword})`",
                span=place_of_match(rf"string\(\s*{re.escape(string.name)}\s*,", self._sheet),
            )
        if not (reference := self._found.get(string.name)):
            self._check(string.name)
            return [piece._replace(text=source.text)]
        switch = "" if reference.anchor else KEYWORDS.get(string.keyword, "")
        field = f"{reference.field(section)}{switch}"
        return list(_fields(reference, field, source, piece))

    def _source(self, string: NamedString, section: int) -> StringSource | None:
        """What a section begins with: its own first, else the last before it."""
        before = None
        for source in self._context.strings.get(string.name, ()):
            place = self._sections.get(id(source.draft), section + 1)
            if place == section:
                return source
            if place < section:
                before = source
        return before

    def _check(self, name: str) -> None:
        """Report a string that is no field and changes inside a section."""
        sources = self._context.strings[name]
        places = {self._sections.get(id(source.draft)) for source in sources}
        if len(places) < len({source.text for source in sources}):
            self._context.report(
                "word-string",
                f"expected a named string that is the text of its element, found `{name}`, whose "
                "text stands nowhere; it is the same on all pages of a section",
                span=place_of_match(_setting(name), self._sheet),
            )


def _fields(
    reference: Reference, field: str, source: StringSource, piece: Piece
) -> Iterable[Piece]:
    shape, end = reference.shape, " \\* CHARFORMAT" if reference.anchor else ""
    draft = source.draft
    for text, mark in ((shape.before, None), (shape.number, " \\n"), (shape.between, None)):
        if text is True:
            assert isinstance(draft, ParagraphDraft)
            number = FieldDraft(f"{field}{mark}{end}", reference.anchor)
            yield piece._replace(text=shown_number(draft).rstrip("."), field=number)
        elif text:
            yield piece._replace(text=text)
    if shape.text:
        whole = FieldDraft(f"{field}{end}", reference.anchor)
        yield piece._replace(text=_own_text(source), field=whole)
    if shape.after:
        yield piece._replace(text=shape.after)
