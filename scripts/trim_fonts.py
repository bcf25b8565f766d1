"""Cut a font down to Latin, Greek and Cyrillic, with punctuation, currencies and simple symbols.

    .venv/bin/python scripts/trim_fonts.py DOWNLOADED.ttf templates/fonts/NAME.ttf

The theme's fonts are embedded whole in each Word file; trimmed, they are a third smaller. Their
licence allows it under the same name, as it reserves none. Advance widths and outlines stay.
"""

from __future__ import annotations

import sys

from fontTools import subset
from fontTools.ttLib import TTFont

RANGES = (
    (0x0020, 0x052F),  # Latin, modifiers, combining marks, Greek, Cyrillic
    (0x1E00, 0x1FFF),  # Latin additional, Greek extended
    (0x2000, 0x22FF),  # punctuation, currencies, number forms, arrows, mathematics
    (0x2500, 0x25FF),  # lines, blocks, bullets
    (0xFB00, 0xFB06),  # ligatures
    (0xFFFC, 0xFFFD),
)
FEATURES = (
    "ccmp locl mark mkmk kern liga clig calt rlig tnum pnum lnum onum frac numr dnom sups subs case"
)


def trim(source: str, target: str) -> None:
    """Write the trimmed ``source`` to ``target``."""
    options = subset.Options(
        layout_features=FEATURES.split(),
        name_IDs=["*"],
        name_languages=["*"],
        notdef_outline=True,
        glyph_names=False,
        hinting=True,
    )
    font = TTFont(source, recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[n for first, last in RANGES for n in range(first, last + 1)])
    subsetter.subset(font)
    font.save(target)


if __name__ == "__main__":
    trim(*sys.argv[1:3])
