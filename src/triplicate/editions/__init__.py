"""Stage 7, editions: the table of what a report can become. One line and one module each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

    from weasyprint.document import Document

    from triplicate.diagnostics import Diagnostics
    from triplicate.layout.engine import BoxTree
    from triplicate.resources import Resources
    from triplicate.theme import Theme


@dataclass(slots=True)
class Material:
    """What writers are given: the document in each form that the stages before have made.

    ``count_pages`` waits for the layout; writers from boxes ask at their end, to run beside it.
    """

    html: str
    theme: Theme
    resources: Resources
    tree: BoxTree | None = None
    pages: Document | None = None
    count_pages: Callable[[], int] | None = None


@dataclass(frozen=True, slots=True)
class Edition:
    """One kind of file. ``made_from`` names the last stage that its writer needs."""

    suffix: str
    made_from: Literal["html", "boxes", "pages"]
    write: Callable[[Material, Diagnostics], bytes]


def _html(material: Material, diagnostics: Diagnostics) -> bytes:
    from triplicate.editions.html import write

    theme = material.theme
    return write(material.html, theme.css, theme.fonts, material.resources, diagnostics)


def _pdf(material: Material, diagnostics: Diagnostics) -> bytes:
    from triplicate.editions.pdf import write

    assert material.pages is not None
    return write(material.pages)


def _docx(material: Material, diagnostics: Diagnostics) -> bytes:
    from triplicate.editions.docx import write

    assert material.tree is not None
    return write(material.tree, material.theme.fonts, diagnostics, material.count_pages)


EDITIONS: dict[str, Edition] = {
    "pdf": Edition(".pdf", "pages", _pdf),
    "docx": Edition(".docx", "boxes", _docx),
    "html": Edition(".html", "html", _html),
}
