"""Names of styles that Word knows by itself, as it writes them in files."""

from __future__ import annotations

import re

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
        "Hyperlink",
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
