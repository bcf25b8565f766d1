"""Modify Style: whether a change of a style reaches all paragraphs that have it."""

from __future__ import annotations

from typing import Any

from tests.e2e.writer.reading import body, with_own
from tests.e2e.writer.session import Document

CHANGED = ("CharColor", "CharFontName", "CharHeight")


def restyled(document: Document) -> dict[str, list[str]]:
    """Gives each paragraph style in use another colour, font and size, to no two the same.

    The styles, each with the text of its paragraphs that looks otherwise then.
    """
    styles = document.model.StyleFamilies.getByName("ParagraphStyles")
    text = [one for one in body(document) if one.String]
    wanted: dict[str, tuple[Any, ...]] = {}
    for number, name in enumerate(sorted({one.ParaStyleName for one in text}), 1):
        wanted[name] = (number, f"Font {number}", 4.0 + number)
        styles.getByName(name).setPropertyValues(CHANGED, wanted[name])
    missed: dict[str, list[str]] = {name: [] for name in wanted}
    for one in text:
        if one.getPropertyValues(CHANGED) != wanted[one.ParaStyleName]:
            missed[one.ParaStyleName].append(one.String)
    for changed, value in zip(CHANGED, (0, "", 0.0), strict=True):
        for piece in with_own(document, changed, value):
            missed.setdefault(piece.ParaStyleName, []).append(piece.String)
    return {name: sorted(set(texts)) for name, texts in missed.items()}
