"""Lowering (stage 7c): what page margin boxes say, as text, pictures and fields.

Input: the computed style of a margin box. Output: pieces, with fields for counters and strings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.editions.docx import ir
from triplicate.editions.docx.lower.css.inlinelooks import OWN_OF_INLINES, underline
from triplicate.editions.docx.lower.css.scripts import scripts
from triplicate.editions.docx.lower.drafts import FieldDraft, NamedString, Piece
from triplicate.editions.docx.lower.pictures.picture import OBJECT, generated_picture
from triplicate.editions.docx.lower.references.fields import PAGE_COUNTERS, page_field
from triplicate.editions.docx.numerals import show
from triplicate.layout.tree import transformed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triplicate.editions.docx.lower.context import Context


KEEPING_LINES = ("pre", "pre-line", "pre-wrap", "break-spaces")


# What Word has no property of characters for.
TRANSFORMS = ("lowercase", "capitalize", "full-width")


def is_generated(style: Any) -> bool:
    """Whether a margin box has content."""
    return "content" in style.cascaded and style["content"] not in ("normal", "inhibit", "none")


def box_run(style: Any, context: Context) -> ir.RunFormat:
    """The look of the text in a margin box, whose ``display`` WeasyPrint leaves inline.

    The borders and fill are those of the paragraph.
    """
    own: dict[str, Any] = {**OWN_OF_INLINES, **underline(style)}
    return context.formats.run(style)._replace(**own)


def content(style: Any, context: Context) -> Iterator[Piece]:
    """What a margin box shows; what Word cannot show is reported."""
    run = box_run(style, context)
    for kind, value in style["content"]:
        if kind == "string":
            text = value if style["white_space"] in KEEPING_LINES else value.replace("\n", " ")
            text = transformed(text, style) if style["text_transform"] in TRANSFORMS else text
            context.fonts.scripts.update(scripts(text))
            yield Piece(text, "", run)
        elif kind == "string()":
            if style["text_transform"] in TRANSFORMS:
                found = f"found `text-transform: {style['text_transform']}`"
                message = f"expected running headers in the letters of their elements, {found}"
                context.report("word-margin-box", message)
            sources = context.strings.get(value[0])
            field = FieldDraft("", string=NamedString(value[0], str(value[-1])))
            yield Piece(sources[0].text if sources else "", "", run, field=field)
        elif kind == "counter()" and value[0] in PAGE_COUNTERS:
            field = page_field(value[0], str(value[-1]), context)
            yield Piece(show(field.numbers, 1), "", run, field=field)
        elif kind == "url":
            picture = generated_picture(value, style, context)
            if picture:
                yield Piece(OBJECT, "", run, picture=picture)
        elif kind != "element()" or value[0] not in context.running:
            context.report("word-margin-box", f"expected strings and page counters, found `{kind}`")
