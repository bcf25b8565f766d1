"""Names of styles that Word knows by itself, as it writes them in files."""

from __future__ import annotations

import re
from functools import lru_cache

HYPERLINK = "Hyperlink"
RUNNING = "Running"  # begins the names of character styles by which headers find their text
BODY_TEXT = "Body Text"
LIST_BULLET = "List Bullet"
LIST_NUMBER = "List Number"
LIST_CONTINUE = "List Continue"
# Those of lists in lists.
NESTED_LISTS = [f"{name} {depth}" for name in (LIST_BULLET, LIST_NUMBER) for depth in range(2, 6)]
QUOTE = "Quote"
CAPTION = "caption"
CONTENTS_TITLE = "TOC Heading"
CONTENTS_STYLES = [f"toc {level + 1}" for level in range(9)]
LIST_OF_CAPTIONS = "table of figures"
FOOTNOTE_TEXT = "footnote text"
FOOTNOTE_REFERENCE = "footnote reference"
ENDNOTE_TEXT = "endnote text"
ENDNOTE_REFERENCE = "endnote reference"
NOTE_STYLES = [FOOTNOTE_TEXT, FOOTNOTE_REFERENCE, ENDNOTE_TEXT, ENDNOTE_REFERENCE]
HEADING_STYLES = [f"heading {level + 1}" for level in range(9)]

# All others are marked as custom: Word would take another "Quote" for its own.
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
        HYPERLINK,
        BODY_TEXT,
        LIST_BULLET,
        LIST_NUMBER,
        LIST_CONTINUE,
        QUOTE,
        CONTENTS_TITLE,
        LIST_OF_CAPTIONS,
        *NOTE_STYLES,
        *CONTENTS_STYLES,
        *HEADING_STYLES,
        *NESTED_LISTS,
    ]
)

# More names that Word takes for its own, which no style may have by accident.
RESERVED = re.compile(
    r"body text( (first )?indent)?( \d)?|list( bullet| number| continue)? \d"
    r"|table (normal|theme|grid( light)?|list|simple|classic|colorful|columns|subtle|web"
    r"|3d effects|contemporary|elegant|professional)( \d)?",
    re.IGNORECASE,
)

# Names that every file has for what is none of ours to define.
TAKEN = ("Default Paragraph Font", "No List", "Normal Table", "Table Normal", "After Table")


LONGEST_ID = 253  # String253Type of the Open XML SDK


@lru_cache(maxsize=1024)
def style_id(name: str) -> str:
    """The id of the style with a name: its letters and digits, words in capitals."""
    words = re.findall(r"\w+", name)
    return "".join(word[:1].upper() + word[1:] for word in words)[:LONGEST_ID] or "Style"


@lru_cache(maxsize=1024)
def style_key(name: str) -> str:
    """What names of two styles must differ in: Word drops one whose id, or name, another has.

    It tells neither ids nor names apart by case.
    """
    return style_id(name).lower()
