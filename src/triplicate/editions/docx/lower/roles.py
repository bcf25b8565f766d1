"""Lowering (stage 7c): what an element is, in Word's words.

One name for one role: the style of a heading, a list item, a table cell, emphasised words. A rule
of the style sheet may give its own with ``--word-style: "Name"``.
"""

from __future__ import annotations

from typing import Any

from triplicate.editions.docx.names import (
    BODY_TEXT,
    BUILT_IN,
    HEADING_STYLES,
    LIST_BULLET,
    LIST_CONTINUE,
    LIST_NUMBER,
    QUOTE,
)

TABLE_TEXT = "Table Text"
TABLE_HEADING = "Table Heading"
TABLE_ROW_HEADING = "Table Row Heading"
TABLE = "Table"

HEADING_LEVELS = {"h2": 0, "h3": 1, "h4": 2, "h5": 3, "h6": 4}

PARAGRAPHS = {
    "h1": "Title",
    **{tag: HEADING_STYLES[level] for tag, level in HEADING_LEVELS.items()},
    "caption": "caption",
    "figcaption": "caption",
    "dt": "Definition Term",
    "dd": "Definition",
    "pre": "Preformatted",
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
    "kbd": "Code",
    "samp": "Code",
    "a": "Hyperlink",
    "sub": "Subscript",
    "sup": "Superscript",
    "mark": "Mark",
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
            LIST_CONTINUE,
            QUOTE,
            "Definition Term",
            "Definition",
            "Preformatted",
            "caption",
            TABLE_HEADING,
            TABLE_ROW_HEADING,
            TABLE_TEXT,
            "header",
            "footer",
        ],
        1,
    )
}

_OWN_NAMES = {name.lower(): name for name in BUILT_IN}


def named(style: Any) -> str:
    """The name that a rule gives this very element by ``--word-style``, or "".

    Word's own names are taken in any case: it writes "heading 1" where it shows "Heading 1".
    """
    if "__word_style" not in style.cascaded:
        return ""
    tokens = style["__word_style"]
    name = "".join(str(token.value) for token in tokens if token.type in ("string", "ident"))
    return _OWN_NAMES.get(name.lower(), name)
