"""Stage 6, layout: HTML and one style sheet to a styled box tree, and the tree to pages.

The only module that touches WeasyPrint's internals. It walks through the steps of
``weasyprint.document.Document._render`` one by one, so that one cascade and one box tree
serve the PDF and the Word edition. Written for WeasyPrint 70; the canary tests in
``tests/layout`` fail on a release that moved these parts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from triplicate.layout import alignment, pagenames
from triplicate.layout.alike import shared_styles
from triplicate.layout.attributes import obey_starts
from triplicate.layout.encodings import decoded
from triplicate.layout.facts import number_boxes
from triplicate.layout.idle import without_idle_rules
from triplicate.layout.imports import straight_imports
from triplicate.layout.lineends import noted_line_ends
from triplicate.layout.mediaqueries import printed_media
from triplicate.layout.mends import blocks_out_of_flow, mended_layout, set_in_marker
from triplicate.layout.notes import transform_note
from triplicate.layout.pagenotes import lay_out
from triplicate.layout.references import keep_lines, settle_targets
from triplicate.layout.spots import SIDE_BY_SIDE
from triplicate.layout.stacked import stack_heavy
from triplicate.layout.tree import BoxTree

if TYPE_CHECKING:
    from collections.abc import Callable

    from weasyprint.document import Document
    from weasyprint.formatting_structure.boxes import Box
    from weasyprint.layout import LayoutContext

    from triplicate.layout.fetch import FolderFetcher
    from triplicate.layout.stylesheet import Stylesheet


def parse(html: str | bytes, base_url: str | None, fetcher: FolderFetcher) -> Any:
    """WeasyPrint's document of ``html``, whose ``etree_element`` may still be changed.

    Bytes are decoded as a browser would.
    """
    from weasyprint import HTML

    text = decoded(html).text if isinstance(html, bytes) else html
    return HTML(string=text, base_url=base_url, url_fetcher=fetcher)


def from_xml(markup: str, base_url: str | None, stylesheet: Stylesheet) -> Any:
    """WeasyPrint's document of markup of our own for `style`; ten times as fast as from HTML.

    ``markup`` is well-formed XML without namespaces; the style sheet's elements become its head.
    """
    from xml.etree.ElementTree import fromstring

    from cssselect2 import ElementWrapper
    from weasyprint import HTML

    root = fromstring(markup)
    if stylesheet.head:
        head = root.makeelement("head", {})
        head.extend(stylesheet.head)
        root.insert(0, head)
    html = HTML.__new__(HTML)
    html.base_url, html.url_fetcher, html.media_type = base_url, stylesheet.fetcher, "print"
    html.wrapper_element = ElementWrapper.from_html_root(root, content_language=None)
    html.etree_element = html.wrapper_element.etree_element
    return html


def style(
    html: Any, base_url: str | None, stylesheet: Stylesheet, *, laid_out: bool = True
) -> BoxTree:
    """Cascade ``stylesheet`` over ``html``, text or parsed, and build its box tree.

    The sheet is the only one: whatever the document of a report links to answers empty, because
    the linked file is the one that has been parsed already. A tree that is not to be ``laid_out``
    has no numbers for facts.
    """
    from weasyprint import DEFAULT_OPTIONS
    from weasyprint.document import Document
    from weasyprint.formatting_structure import boxes, build

    document = html
    if isinstance(html, str):
        document = parse(html, base_url, stylesheet.fetcher)
        obey_starts(document.etree_element)
    options = dict(
        DEFAULT_OPTIONS,
        stylesheets=[stylesheet.sheet],
        presentational_hints=stylesheet.head is not None,
    )
    with shared_styles(), without_idle_rules(), printed_media(), straight_imports():
        context = Document._build_layout_context(
            document,
            stylesheet.font_config,
            stylesheet.counter_style,
            stylesheet.color_profiles,
            options,
        )
    settle_targets(context.target_collector)
    with blocks_out_of_flow():
        root = _root_box(document, context, stylesheet)
    context.target_collector.check_pending_targets()
    root.process_whitespace()
    has_containers, notes = False, [*context.footnotes]
    for box in root.descendants():
        has_containers = has_containers or type(box).__name__ in SIDE_BY_SIDE
        if isinstance(box, boxes.TextBox):
            set_in_marker(box)
            if box.style["text_transform"] != "none":
                box.source_text = box.text
        elif box.is_note():
            notes.append(box)
    root.process_text_transform()
    for note in notes:
        transform_note(note)
    root.is_for_root_element = True
    root = build.set_viewport_overflow(build.create_anonymous_boxes(root))
    keep_lines(context.target_collector)
    # The pages of a report are what its style sheet says, however long that takes.
    is_page = stylesheet.head is not None
    stacked = stack_heavy(root) if has_containers and is_page else []
    is_placed = laid_out and number_boxes(root)
    is_aligned = alignment.measure(root, stylesheet.css, document.etree_element, context)
    return BoxTree(root, document, context, stylesheet, is_aligned, is_placed, tuple(stacked))


def _root_box(document: Any, context: LayoutContext, stylesheet: Stylesheet) -> Box:
    """The box of <html>, which is empty where CSS does not display it."""
    from weasyprint.formatting_structure import build

    def build_from(style_for: Callable[..., Any]) -> list[Box]:
        found: list[Box] = build.element_to_box(
            document.etree_element,
            style_for,
            context.get_image_from_uri,
            document.base_url,
            context.target_collector,
            stylesheet.counter_style,
            context.footnotes,
        )
        return found

    def empty(element: Any, pseudo_type: str | None = None) -> Any:
        style = context.style_for(element, pseudo_type)
        if style is not None:
            is_root = element is document.etree_element
            style["display"] = ("block", "flow") if is_root else ("none",)
        return style

    (root,) = build_from(context.style_for) or build_from(empty)
    return root


def paginate(tree: BoxTree) -> Document:
    """Lay the tree out on pages.

    Returns WeasyPrint's document: its ``pages`` hold the boxes with their used values.
    """
    from weasyprint.document import Document, Page
    from weasyprint.html import get_html_metadata
    from weasyprint.pdf.metadata import DocumentMetadata

    if tree.is_aligned:
        alignment.make_room(tree.root)
    elements = tree.html.etree_element.iter()
    pagenames.break_after_named_pages(tree.root, tree.stylesheet.css, elements)
    with noted_line_ends(), mended_layout():
        pages = [Page(box) for box in lay_out(tree)]
    document = Document(
        pages,
        DocumentMetadata(**get_html_metadata(tree.html)),
        tree.html.url_fetcher,
        tree.stylesheet.font_config,
        tree.stylesheet.color_profiles,
        None,
    )
    document._html = tree.html
    return document
