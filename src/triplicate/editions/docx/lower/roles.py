"""Lowering (stage 7c): what an element is, in Word's words.

One name for one role: the style of a heading, a list item, a table cell, emphasised words. A rule
of the style sheet may give its own with ``--word-style: "Name"``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain, count
from typing import TYPE_CHECKING, Any

from triplicate.editions.docx.names import (
    BODY_TEXT,
    BUILT_IN,
    CONTENTS_STYLES,
    CONTENTS_TITLE,
    HEADING_STYLES,
    HYPERLINK,
    LIST_BULLET,
    LIST_CONTINUE,
    LIST_NUMBER,
    LIST_OF_CAPTIONS,
    NESTED_LISTS,
    NOTE_STYLES,
    QUOTE,
    RESERVED,
    TAKEN,
    style_key,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

TITLE = "Title"
TABLE_TEXT = "Table Text"
TABLE_HEADING = "Table Heading"
TABLE_ROW_HEADING = "Table Row Heading"
TABLE_TOTAL = "Table Total"
TABLE = "Table"
BOX = "Box"
ASIDE = "Aside"
LAYOUT = "Layout"
FIGURE = "Figure"
RULE = "Rule"
TABLES = (TABLE, BOX, ASIDE, LAYOUT)

PARAGRAPHS = {
    "h1": TITLE,
    "caption": "caption",
    "figcaption": "caption",
    "dt": "Definition Term",
    "dd": "Definition",
    "pre": "Preformatted",
    "hr": RULE,
    "figure": FIGURE,
}
CHARACTERS = {
    "em": "Emphasis",
    "i": "Emphasis",
    "cite": "Emphasis",
    "dfn": "Emphasis",
    "var": "Emphasis",
    "strong": "Strong",
    "b": "Strong",
    "code": "Code",
    "kbd": "Keyboard",
    "samp": "Code",
    "a": HYPERLINK,
    "sub": "Subscript",
    "sup": "Superscript",
    "mark": "Mark",
    "ins": "Inserted Text",
    "del": "Deleted Text",
}
ORDER = {
    name: position
    for position, name in enumerate(
        [
            BODY_TEXT,
            *HEADING_STYLES,
            *dict.fromkeys(CHARACTERS.values()),
            LIST_BULLET,
            LIST_NUMBER,
            *NESTED_LISTS,
            LIST_CONTINUE,
            QUOTE,
            "Definition Term",
            "Definition",
            "Preformatted",
            RULE,
            FIGURE,
            "caption",
            TABLE_HEADING,
            TABLE_ROW_HEADING,
            TABLE_TEXT,
            TABLE_TOTAL,
            "header",
            "footer",
            CONTENTS_TITLE,
            *CONTENTS_STYLES,
            LIST_OF_CAPTIONS,
            *NOTE_STYLES,
        ],
        1,
    )
}

_KNOWN_NAMES = {style_key(name): name for name in (*ORDER, *TABLES, *BUILT_IN)}
_TAKEN = frozenset(map(style_key, TAKEN))
# What Word's dialogue refuses in a name, reads as the end of one, or a field could not quote.
_REFUSED = re.compile(r'[\\;{},"\s]+')
# Controls, marks of direction and of no width, and what is no character.
_UNSEEN = re.compile(
    "[\0-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff9-\uffff]"
)
_LONGEST = 240  # of `LONGEST_ID`, so that a word or a number may follow


def named(style: Any) -> str:
    """The name that a rule gives this very element by ``--word-style``, or "".

    Known names are taken in any case: Word writes "heading 1" where it shows "Heading 1". Anonymous
    boxes have none.
    """
    return _name(name_written(style))


def name_written(style: Any) -> str:
    """The text of the element's own ``--word-style``, blanks made one, or ""."""
    if "__word_style" not in getattr(style, "cascaded", ()):
        return ""
    tokens = style["__word_style"] or ()  # None: invalid, as where it names itself
    text = "".join(str(token.value) for token in tokens if token.type in ("string", "ident"))
    return " ".join(text.split())


@lru_cache(maxsize=1024)
def name_kept(written: str) -> str:
    """What Word takes of the name of a style."""
    kept = " ".join(_REFUSED.sub(" ", _UNSEEN.sub("", written)).split())
    # Word counts UTF-16; half a character at the end goes.
    return kept.encode("utf-16-le")[: 2 * _LONGEST].decode("utf-16-le", "ignore").strip()


def _name(written: str) -> str:
    name = name_kept(written)
    if style_key(name) in _TAKEN:
        return f"{name} Other"
    return _KNOWN_NAMES.get(style_key(name), name)


def own_name(base: str, classes: str, taken: Iterable[str]) -> str:
    """A name for a style like ``base`` that tells the first of ``classes``, or a number.

    ``taken`` are names of others; Word's own are none of ours, whatever their case.
    """
    words = re.findall(r"[^\W_]+", next(iter(classes.split()), ""))
    start = base[:1].upper() + base[1:]
    known = set(map(style_key, taken)) | _TAKEN
    name = " ".join([start, *(word.capitalize() for word in words)])
    if RESERVED.fullmatch(name) or (style_key(name) in known and RESERVED.fullmatch(f"{name} 2")):
        name = f"{name} Other"
    numbered = (f"{name} {number}" for number in count(2))
    return next(one for one in chain([name], numbered) if style_key(one) not in known)


def is_titled(root: Any) -> bool:
    """Whether h1 is the title of the document: no h1 of its boxes is named otherwise, or not."""
    titles = (box.style for box in root.descendants() if box.element_tag == "h1")
    return all(named(style) == TITLE for style in titles if hasattr(style, "cascaded"))


def heading_levels(titled: bool) -> dict[str, int]:
    """The levels of heading elements from 0; where a document is ``titled``, h1 is its title."""
    first = 2 if titled else 1
    return {f"h{number}": number - first for number in range(first, 7)}


def paragraph_style(tag: str, headings: dict[str, int], usual: str) -> str:
    """The style of an element's paragraphs; ``usual`` for those without a role."""
    if tag in headings:
        return HEADING_STYLES[headings[tag]]
    return PARAGRAPHS.get(tag, usual)


def declared(style: Any) -> Any:
    """The style of the element that an anonymous box belongs to."""
    while not hasattr(style, "cascaded"):
        style = style.parent_style
    return style
