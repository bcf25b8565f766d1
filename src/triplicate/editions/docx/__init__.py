"""Stage 7c, the Word edition: styled box tree -> `lower` -> `ir` -> `package` -> bytes.

A pure function: no access to data, templates, clock or network. What CSS says and Word cannot do
is reported, never dropped in silence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from triplicate.diagnostics import Diagnostics
    from triplicate.layout.engine import BoxTree
    from triplicate.theme import FontFace


def write(
    tree: BoxTree, fonts: Sequence[FontFace] = (), diagnostics: Diagnostics | None = None
) -> bytes:
    """The document of ``tree`` as a DOCX file.

    Arguments:
        tree: the boxes before layout; not changed.
        fonts: the theme's font files: they tell line heights and are embedded.
        diagnostics: gets a warning for each thing that Word cannot do.

    The same tree gives the same bytes.
    """
    from triplicate.diagnostics import Diagnostics
    from triplicate.editions.docx.lower import lower
    from triplicate.editions.docx.package import pack

    return pack(lower(tree, fonts, Diagnostics() if diagnostics is None else diagnostics))
