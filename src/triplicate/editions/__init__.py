"""Stage 7, editions: the table of what a report can become. One line and one module each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

    from weasyprint.document import Document

    from triplicate.diagnostics import Diagnostics
    from triplicate.layout.facts import LayoutFacts
    from triplicate.layout.spots import Spot
    from triplicate.layout.tree import BoxTree
    from triplicate.resources import Resources
    from triplicate.theme import Theme


@dataclass(slots=True)
class Material:
    """What writers are given: the document in each form that the stages before have made.

    ``lowered`` holds, by edition, what its ``lower`` made of the boxes; ``facts`` waits for
    the layout. ``spots`` are those of its facts where lowering has to know them.
    """

    html: str
    theme: Theme
    resources: Resources
    tree: BoxTree | None = None
    pages: Document | None = None
    lowered: dict[str, Any] = field(default_factory=dict)
    facts: Callable[[], LayoutFacts] | None = None
    spots: tuple[Spot | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Edition:
    """One kind of file. ``made_from`` names the last stage that its writer needs.

    An edition made from boxes has ``lower``, which turns them into values that can be sent to
    another process. ``prepare`` does ahead of time what ``lower`` or ``write`` needs and the
    theme alone decides, above all imports.
    """

    suffix: str
    made_from: Literal["html", "boxes", "pages"]
    write: Callable[[Material, Diagnostics], bytes]
    lower: Callable[[Material, Diagnostics], Any] | None = None
    prepare: Callable[[Literal["lower", "write"], Theme], None] = lambda step, theme: None


def _html(material: Material, diagnostics: Diagnostics) -> bytes:
    from triplicate.editions.html import write

    return write(material.html, material.theme, material.resources, diagnostics)


def _pdf(material: Material, diagnostics: Diagnostics) -> bytes:
    from triplicate.editions.pdf import write

    assert material.pages is not None
    return write(material.pages)


def _lower_docx(material: Material, diagnostics: Diagnostics) -> Any:
    from triplicate.editions.docx.lower import lower

    assert material.tree is not None
    return lower(material.tree, material.theme.fonts, diagnostics, spots=material.spots)


def _docx(material: Material, diagnostics: Diagnostics) -> bytes:
    from triplicate.editions.docx.package import pack

    return pack(material.lowered["docx"], material.facts)


def _prepare_docx(step: Literal["lower", "write"], theme: Theme) -> None:
    if step == "lower":
        import triplicate.editions.docx.lower  # noqa: F401
    else:
        import docx.opc.package  # noqa: F401

        from triplicate.editions.docx.package import prepare_fonts

        prepare_fonts(theme.fonts)


EDITIONS: dict[str, Edition] = {
    "pdf": Edition(".pdf", "pages", _pdf),
    "docx": Edition(".docx", "boxes", _docx, _lower_docx, _prepare_docx),
    "html": Edition(".html", "html", _html),
}
