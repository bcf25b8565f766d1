"""Stage 7c, the Word edition: styled box tree -> `lower` -> `ir` -> `package` -> bytes.

A pure function: no access to data, templates, clock or network. What CSS says and Word cannot do
is reported, never dropped in silence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from triplicate.diagnostics import Diagnostics
    from triplicate.layout.engine import BoxTree
    from triplicate.theme import FontFace


def write(
    tree: BoxTree,
    fonts: Sequence[FontFace] = (),
    diagnostics: Diagnostics | None = None,
    count_pages: Callable[[], int] | None = None,
) -> bytes:
    """The document of ``tree`` as a DOCX file.

    Arguments:
        tree: the boxes before layout; not changed.
        fonts: the theme's font files: they tell line heights and are embedded.
        diagnostics: gets a warning for each thing that Word cannot do.
        count_pages: asked at the very end, so that layout may run meanwhile; fills the "of 5"
            of page numbers in until Word counts for itself. Without it they show 1.

    The same tree gives the same bytes.
    """
    from triplicate.diagnostics import Diagnostics
    from triplicate.editions.docx.lower import lower
    from triplicate.editions.docx.package import pack

    found = Diagnostics() if diagnostics is None else diagnostics
    return pack(lower(tree, fonts, found), count_pages)
