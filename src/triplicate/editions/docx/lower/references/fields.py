"""Lowering (stage 7c): generated content that counts or refers, as Word's fields.

Input: the box of a ``::before`` or ``::after``. Output: `Piece`s, some with a `FieldDraft`:
``target-counter(…, page)`` is PAGEREF, ``target-text()`` is REF, the last counter in a caption is
SEQ, those before it the number of its chapter, ``leader()`` a tab.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from triplicate.editions.docx.lower.css.units import computed, known_length
from triplicate.editions.docx.lower.drafts import FieldDraft, Piece
from triplicate.editions.docx.lower.roles import named
from triplicate.editions.docx.names import CAPTION
from triplicate.layout.references import Part, generated_parts

if TYPE_CHECKING:
    from triplicate.editions.docx.lower.context import Context

# What a field's \* switch, and Word's list of number formats, call CSS counter styles.
SWITCHES = {
    "decimal": "",
    "lower-roman": " \\* roman",
    "upper-roman": " \\* ROMAN",
    "lower-alpha": " \\* alphabetic",
    "upper-alpha": " \\* ALPHABETIC",
    "lower-latin": " \\* alphabetic",
    "upper-latin": " \\* ALPHABETIC",
}
FORMATS = {
    "": "decimal",
    " \\* roman": "lowerRoman",
    " \\* ROMAN": "upperRoman",
    " \\* alphabetic": "lowerLetter",
    " \\* ALPHABETIC": "upperLetter",
}
PAGE_COUNTERS = {"page": "PAGE", "pages": "NUMPAGES"}
LEADERS = {".": "dot", "_": "underscore", "-": "hyphen", "·": "middleDot"}
CHAPTER = "STYLEREF"  # until its heading is known
CAPTION_TAGS = ("caption", "figcaption")
_WORD = re.compile(r"\w+")


def generated(box: Any, role: str, link: str, context: Context) -> list[Piece] | None:
    """The pieces of generated content with fields in it; None for all other boxes."""
    parts = generated_parts(box, context.tree)
    if parts is None or not any(_is_field(part, box) for part in parts):
        return None
    run = context.formats.run(box.style)
    # What floats to the right of a line stands at its end.
    pieces = [Piece("\t", role, run, link, leader="none")] if box.style["float"] == "right" else []
    own = max((n for n, part in enumerate(parts) if part.kind == "counter"), default=0)
    for index, part in enumerate(parts):
        piece = Piece(part.text, role, run, link)
        if part.kind == "leader":
            kind = LEADERS.get(part.text.strip()[:1], "none")
            pieces.append(piece._replace(text="\t", leader=kind))
        elif part.text:
            label = "".join(before.text for before in parts[:index])
            pieces.append(piece._replace(field=_field(part, box, label, index == own, context)))
    width = known_length(computed(box.style, "width")) if pieces else None
    if width:
        pieces[0] = pieces[0]._replace(room=width)
    return pieces


def _is_field(part: Part, box: Any) -> bool:
    if part.kind == "counter":
        return part.counter in PAGE_COUNTERS or _in_caption(box)
    return part.kind != "text"


def _in_caption(box: Any) -> bool:
    owner = box.style.parent_style
    return box.element.tag in CAPTION_TAGS or (owner is not None and named(owner) == CAPTION)


def _field(part: Part, box: Any, label: str, own: bool, context: Context) -> FieldDraft | None:
    if part.kind == "target-text":
        return FieldDraft("REF {} \\h", part.anchor)
    if part.kind == "counter" and part.counter in PAGE_COUNTERS:
        return page_field(part.counter, part.style, context)
    if part.kind == "target-counter" and part.counter == "page":
        switch = _switch(part.style, context)
        return FieldDraft(f"PAGEREF {{}} \\h{switch}", part.anchor, FORMATS[switch])
    if part.kind == "target-counter":
        return FieldDraft("REF {} \\n \\h", part.anchor)
    if part.kind == "counter" and _in_caption(box):
        context.captions = True
        return _sequence(part, label) if own else FieldDraft(CHAPTER)
    return None


def page_field(counter: str, style: str, context: Context) -> FieldDraft:
    """The field for a counter of pages in a CSS counter style."""
    switch = _switch(style, context)
    return FieldDraft(PAGE_COUNTERS[counter] + switch, numbers=FORMATS[switch])


def _switch(style: str, context: Context) -> str:
    switch = SWITCHES.get(style)
    if switch is None:
        context.report("word-counter", f"expected page numbers Word has, found {style}")
    return switch or ""


def _sequence(part: Part, label: str) -> FieldDraft | None:
    """A caption's number: a SEQ field named as the caption's label."""
    switch = SWITCHES.get(part.style)
    if switch is None:
        return None
    words = _WORD.findall(label)
    name = words[0] if words and not words[0][0].isdigit() else part.counter.capitalize()
    shape = switch or " \\* ARABIC"
    return FieldDraft(f"SEQ {name}{shape}", sequence=name, value=part.value)
