"""Lowering (stage 7c): what an element is, in Word's words.

One name for one role: the style of a heading, a list item, a table cell, emphasised words. A rule
of the style sheet may give its own with ``--word-style: "Name"``.
"""

from __future__ import annotations

from typing import Any

BODY_TEXT = "Body Text"
TABLE_TEXT = "Table Text"
TABLE_HEADING = "Table Heading"
TABLE_ROW_HEADING = "Table Row Heading"
LIST_BULLET = "List Bullet"
LIST_NUMBER = "List Number"
LIST_CONTINUE = "List Continue"
QUOTE = "Quote"
TABLE = "Table"

HEADING_LEVELS = {"h2": 0, "h3": 1, "h4": 2, "h5": 3, "h6": 4}
HEADING_STYLES = [f"heading {level + 1}" for level in range(9)]

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
# Styles that Word knows by these names; all others are marked as custom.
BUILT_IN = frozenset(
    [
        "Normal",
        "Title",
        "Subtitle",
        "Date",
        "caption",
        "header",
        "footer",
        "Emphasis",
        "Strong",
        "Hyperlink",
        BODY_TEXT,
        LIST_BULLET,
        LIST_NUMBER,
        LIST_CONTINUE,
        QUOTE,
        *HEADING_STYLES,
    ]
)

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


def named(style: Any) -> str:
    """The name that a rule gives this very element by ``--word-style``, or ""."""
    if "__word_style" not in style.cascaded:
        return ""
    return "".join(str(t.value) for t in style["__word_style"] if t.type in ("string", "ident"))
