"""Stage 7c, the Word edition: styled box tree -> `lower` -> `ir` -> `package` -> bytes.

A pure function: no access to data, templates, clock or network. What CSS says and Word cannot do
is reported, never dropped in silence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from triplicate.diagnostics import Diagnostics
    from triplicate.layout.facts import LayoutFacts
    from triplicate.layout.tree import BoxTree
    from triplicate.theme import FontFace


def write(
    tree: BoxTree,
    fonts: Sequence[FontFace] = (),
    diagnostics: Diagnostics | None = None,
    facts: Callable[[], LayoutFacts | None] | None = None,
    titled: bool = True,
) -> bytes:
    """The document of ``tree`` as a DOCX file.

    Arguments:
        tree: the boxes before layout; not changed.
        fonts: the theme's font files: they tell line heights and are embedded.
        diagnostics: gets a warning for each thing that Word cannot do.
        facts: asked at the very end, so that layout may run meanwhile; fills in what only the
            pages tell, such as the "of 5" of page numbers until Word counts for itself. Where
            boxes stand beside each other, it is asked first. None where there are no pages.
        titled: whether h1 is the document's title, and h2 its first level of headings.

    The same tree gives the same bytes.
    """
    from triplicate.diagnostics import Diagnostics
    from triplicate.editions.docx.lower import lower
    from triplicate.editions.docx.package import pack

    found = Diagnostics() if diagnostics is None else diagnostics
    if facts is None or not tree.is_placed:
        return pack(lower(tree, fonts, found, titled), facts)
    boxes, known = tree.copied(), facts()
    spots = () if known is None else known.spots
    return pack(lower(boxes, fonts, found, titled, spots), lambda: known)
