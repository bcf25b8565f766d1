"""Stage 6, layout: HTML and one style sheet to a styled box tree, and the tree to pages.

The only module that touches WeasyPrint's internals. It walks through the steps of
``weasyprint.document.Document._render`` one by one, so that one cascade and one box tree
serve the PDF and the Word edition. Written for WeasyPrint 70; the canary tests in
``tests/layout`` fail on a release that moved these parts.
"""

from __future__ import annotations

import os
import warnings
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from triplicate.layout.alike import shared_styles
from triplicate.layout.facts import number_boxes
from triplicate.layout.places import Source, file_of, place
from triplicate.layout.quick_import import quick_import

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from weasyprint.document import Document
    from weasyprint.formatting_structure.boxes import Box
    from weasyprint.layout import LayoutContext
    from weasyprint.layout.page import PageType

    from triplicate.diagnostics import Span
    from triplicate.layout.fetch import FolderFetcher

FONTCONFIG = Path(__file__).with_name("fontconfig.xml")


@contextmanager
def _no_fonts_of_the_machine() -> Iterator[None]:
    """Keep the machine's fonts out of sight, so that output cannot depend on them.

    Fontconfig reads ``FONTCONFIG_FILE`` whenever a configuration is made. Programs started
    later must not inherit it: LibreOffice ends at once where it has no fonts.
    """
    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(FONTCONFIG)
    try:
        yield
    finally:
        if before is None:
            del os.environ["FONTCONFIG_FILE"]
        else:
            os.environ["FONTCONFIG_FILE"] = before


def load() -> None:
    """Import WeasyPrint."""
    with _no_fonts_of_the_machine(), quick_import(), warnings.catch_warnings():
        # No fonts before the style sheet names some: that is what we want.
        warnings.filterwarnings("ignore", message="No fonts configured", category=UserWarning)
        import weasyprint  # noqa: F401


class Stylesheet:
    """A parsed style sheet with its fonts: made once, used for every document of the theme.

    Arguments:
        css: the text of the sheet; kept, because the Word edition looks for its named styles.
        base_url: what its ``url()`` values are relative to.
        fetcher: serves the fonts and images it names.
        fallback_fonts: font files for a sheet that brings none.
        head: the elements of the documents that hold or link to ``css``, as in web pages; their
            presentational attributes count then. None where documents have no style of their own.
        machine_fonts: whether the fonts of the machine may be used too.
        sources: the files that ``css`` is put together from; ``base_url`` by default.
    """

    def __init__(
        self,
        css: str,
        base_url: str,
        fetcher: FolderFetcher,
        fallback_fonts: Sequence[Path] = (),
        *,
        head: str | None = None,
        machine_fonts: bool = False,
        sources: Sequence[Source] = (),
    ) -> None:
        load()
        from weasyprint import CSS
        from weasyprint.css.counters import CounterStyle
        from weasyprint.text.fonts import FontConfiguration

        self.css = css
        self.sources = sources or (Source(0, file_of(base_url)),)
        self.head = head
        self.fetcher = fetcher
        with nullcontext() if machine_fonts else _no_fonts_of_the_machine():
            self.font_config = FontConfiguration()
        self.counter_style = CounterStyle()
        self.color_profiles: dict[str, Any] = {}
        self.sheet = CSS(
            string=css if head is None else "",
            base_url=base_url,
            url_fetcher=fetcher,
            font_config=self.font_config,
            counter_style=self.counter_style,
            color_profiles=self.color_profiles,
        )
        if not self._has_fonts():
            self._add_fonts(fallback_fonts)

    def place(self, offset: int) -> Span | None:
        """The place that an offset in ``css`` has in its file; None where there is no file."""
        return place(self.css, self.sources, offset)

    def _has_fonts(self) -> bool:
        from weasyprint.text.ffi import ffi, fontconfig

        config = self.font_config._config
        sets = (fontconfig.FcSetApplication, fontconfig.FcSetSystem)
        found = [fontconfig.FcConfigGetFonts(config, one) for one in sets]
        return any(fonts != ffi.NULL and fonts.nfont for fonts in found)

    def _add_fonts(self, paths: Sequence[Path]) -> None:
        """Make ``paths`` known under their own names: Pango crashes where it has no font at all."""
        from weasyprint.text.ffi import ffi, fontconfig, pangoft2

        for path in paths:
            fontconfig.FcConfigAppFontAddFile(self.font_config._config, os.fsencode(path))
        font_map = ffi.cast("PangoFcFontMap *", self.font_config.font_map)
        pangoft2.pango_fc_font_map_config_changed(font_map)


@dataclass(slots=True)
class BoxTree:
    """A document's boxes before layout, each with its computed style.

    ``root`` is the box of ``<html>``. Text boxes whose style transforms the text keep what
    was written in ``source_text``; tables and pictures have their place among their kind in
    ``fact_index`` (see `triplicate.layout.facts`). ``html`` is WeasyPrint's parsed document.
    """

    root: Box
    html: Any
    context: LayoutContext
    stylesheet: Stylesheet

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


def complete(running: Box) -> Box:
    """A running element with its anonymous boxes, which only a page's margin gives it."""
    from weasyprint.formatting_structure import build

    box = running.deepcopy()
    box.style = box.style.copy()
    box.style["position"] = "relative"  # as WeasyPrint does where it puts the box into a margin
    return build.create_anonymous_boxes(box)


def page_type(side: str, index: int, name: str = "", place: int = 0) -> PageType:
    """A page for `BoxTree.page_style`: its side ("left" or "right") and its place from 0.

    A named page also has its ``place``, from 0, in the pages of that name that belong together.
    """
    from weasyprint.layout.page import PageType

    return PageType(side, False, name, index, ((name, place),) if name else ())


def parse(html: str | bytes, base_url: str | None, fetcher: FolderFetcher) -> Any:
    """WeasyPrint's document of ``html``, whose ``etree_element`` may still be changed.

    Bytes are decoded as a browser would.
    """
    from io import BytesIO

    from weasyprint import HTML

    if isinstance(html, bytes):
        return HTML(file_obj=BytesIO(html), base_url=base_url, url_fetcher=fetcher)
    return HTML(string=html, base_url=base_url, url_fetcher=fetcher)


def style(html: Any, base_url: str | None, stylesheet: Stylesheet) -> BoxTree:
    """Cascade ``stylesheet`` over ``html``, text or parsed, and build its box tree.

    The sheet is the only one: whatever the document of a report links to answers empty, because
    the linked file is the one that has been parsed already.
    """
    from weasyprint import DEFAULT_OPTIONS
    from weasyprint.document import Document
    from weasyprint.formatting_structure import boxes, build

    document = parse(html, base_url, stylesheet.fetcher) if isinstance(html, str) else html
    options = dict(
        DEFAULT_OPTIONS,
        stylesheets=[stylesheet.sheet],
        presentational_hints=stylesheet.head is not None,
    )
    with shared_styles():
        context = Document._build_layout_context(
            document,
            stylesheet.font_config,
            stylesheet.counter_style,
            stylesheet.color_profiles,
            options,
        )
    (root,) = build.element_to_box(
        document.etree_element,
        context.style_for,
        context.get_image_from_uri,
        document.base_url,
        context.target_collector,
        stylesheet.counter_style,
        context.footnotes,
    )
    context.target_collector.check_pending_targets()
    root.process_whitespace()
    for box in root.descendants():
        if isinstance(box, boxes.TextBox) and box.style["text_transform"] != "none":
            box.source_text = box.text
    root.process_text_transform()
    root.is_for_root_element = True
    root = build.set_viewport_overflow(build.create_anonymous_boxes(root))
    number_boxes(root)
    return BoxTree(root, document, context, stylesheet)


def paginate(tree: BoxTree) -> Document:
    """Lay the tree out on pages.

    Returns WeasyPrint's document: its ``pages`` hold the boxes with their used values.
    """
    from weasyprint.document import Document, Page
    from weasyprint.html import get_html_metadata
    from weasyprint.layout import layout_document
    from weasyprint.pdf.metadata import DocumentMetadata

    page_boxes = layout_document(tree.html, tree.root, tree.context)
    document = Document(
        [Page(box) for box in page_boxes],
        DocumentMetadata(**get_html_metadata(tree.html)),
        tree.html.url_fetcher,
        tree.stylesheet.font_config,
        tree.stylesheet.color_profiles,
        None,
    )
    document._html = tree.html
    return document
