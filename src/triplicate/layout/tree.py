"""Stage 6, layout: the styled box tree that the editions are made from."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from triplicate.layout.declarations import wrapped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from weasyprint.formatting_structure.boxes import Box
    from weasyprint.layout import LayoutContext
    from weasyprint.layout.page import PageType

    from triplicate.layout.pageplaces import PagePlaces
    from triplicate.layout.stylesheet import Stylesheet


@dataclass(slots=True)
class BoxTree:
    """A document's boxes before layout, each with its computed style.

    ``root`` is the box of ``<html>``. Text boxes whose style transforms the text keep what
    was written in ``source_text``; tables and pictures have their place among their kind in
    ``fact_index`` (see `triplicate.layout.facts`). ``html`` is WeasyPrint's parsed document.
    Where it ``is_aligned``, cells may be ``aligned`` (see `triplicate.layout.alignment`). Where it
    ``is_placed``, boxes have a ``spot_index``: who wants to know how they stand has to lay the
    tree out first (see `triplicate.layout.spots`). Boxes that are ``stacked`` were containers
    (see `triplicate.layout.stacked`). The ``places`` are those of a web page's
    elements, its ``formulas`` the MathML of those that the layout shows as text.
    """

    root: Box
    html: Any
    context: LayoutContext
    stylesheet: Stylesheet
    is_aligned: bool = False
    is_placed: bool = False
    stacked: tuple[Any, ...] = ()
    places: PagePlaces | None = None
    formulas: Mapping[Any, Any] = field(default_factory=dict)
    _wrapped: dict[int, Any] | None = field(default=None, init=False)

    @property
    def wrapped(self) -> dict[int, Any]:
        """The elements of the document, as `triplicate.layout.declarations` wants them."""
        if self._wrapped is None:
            self._wrapped = wrapped(self.html)
        return self._wrapped

    def copied(self) -> BoxTree:
        """The same boxes once more, which stay as they are when these are laid out."""
        root = self.root.deepcopy()
        for box in root.descendants():
            if box.footnote is not None:
                box.footnote = box.footnote.deepcopy()
        return replace(self, root=root)

    def page_style(self, page_type: PageType, margin_box: str | None = None) -> Any:
        """The computed style of a page, or of one of its margin boxes ("@top-left").

        A margin box without a rule has the content "normal" or no style at all.
        """
        from weasyprint.layout.page import set_page_type_computed_styles

        style_for = self.context.style_for
        if style_for(page_type) is None:
            set_page_type_computed_styles(page_type, self.html, style_for)
        return style_for(page_type, margin_box)

    def first_families(self) -> set[str]:
        """The font families that text asks for first."""
        styles = {id(box.style): box.style for box in self.root.descendants() if box.style}
        return {str(style["font_family"][0]) for style in styles.values()}


def is_line(box: Any) -> bool:
    """Whether a box is a line, which holds text; before layout a paragraph is one."""
    return type(box).__name__ == "LineBox"


def complete(running: Box) -> Box:
    """A running element with its anonymous boxes, which only a page's margin gives it."""
    from weasyprint.formatting_structure import build

    box = running.deepcopy()
    box.style = box.style.copy()
    box.style["position"] = "relative"  # as WeasyPrint does where it puts the box into a margin
    transform_text(box)
    return build.create_anonymous_boxes(box)


def transform_text(root: Any) -> None:
    """Let text boxes show their text as ``text-transform`` has it, and keep what was written."""
    for box in root.descendants():
        if hasattr(box, "text") and box.style["text_transform"] != "none":
            box.source_text = box.text
    root.process_text_transform()


def transformed(text: str, style: Any) -> str:
    """A text as a style's ``text-transform`` has it on pages."""
    from weasyprint.formatting_structure.text import transform

    how, language = style["text_transform"], style["lang"] or ""
    return text if how == "none" else str(transform(how, text, language.split("-")[0].lower()))


def calculate(function: Any, style: Any, whole: float) -> float | None:
    """What a function such as ``calc()`` gives in pixels where percentages are of ``whole``."""
    from weasyprint.layout.percent import percentage

    pixels = percentage(function, style, whole)
    return float(pixels) if isinstance(pixels, int | float) else None


def first_letter(text: str) -> str:
    """What ``::first-letter`` is of a text, with the punctuation before it."""
    from weasyprint.formatting_structure.text import get_first_letter

    return str(get_first_letter(text))


def letter_box(owner: Box, text: str) -> Box:
    """The box of the ``::first-letter`` that ``owner`` styles, as layout makes it in a line.

    It holds the text as it is shown, and as ``source_text`` what was written.
    """
    from weasyprint.formatting_structure.boxes import InlineBox, TextBox

    tag, style = f"{owner.element_tag}::first-letter", owner.first_letter_style
    style["position"] = "static"  # as layout has it
    letter = TextBox(tag, style, owner.element, text)
    box = InlineBox(tag, style, owner.element, [letter])
    transform_text(box)
    return box


def page_type(side: str, index: int, name: str = "", place: int = 0) -> PageType:
    """A page for `BoxTree.page_style`: its side ("left" or "right") and its place from 0.

    A named page also has its ``place``, from 0, in the pages of that name that belong together.
    """
    from weasyprint.layout.page import PageType

    return PageType(side, False, name, index, ((name, place),) if name else ())
