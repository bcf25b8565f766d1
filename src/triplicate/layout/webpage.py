"""Stage 6 for web pages of other people: HTML with styles of its own to a styled box tree.

Input: HTML text, style sheets beside it, a fetcher. Output: `BoxTree` and the font faces that the
page may use. Unlike a report, a page brings its style itself, in ``style`` and ``link`` elements
and in attributes such as ``start``; what it links to is read through the same fetcher.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from triplicate.layout import engine
from triplicate.layout.attributes import obey_attributes
from triplicate.layout.directions import settle_directions
from triplicate.layout.encodings import PageText, decoded
from triplicate.layout.fetch import FolderFetcher
from triplicate.layout.forms import write_forms
from triplicate.layout.machine_fonts import machine_faces
from triplicate.layout.mathml import formula_losses, write_formulas
from triplicate.layout.media import print_media
from triplicate.layout.mediaqueries import is_printed
from triplicate.layout.notelinks import name_notes
from triplicate.layout.pageplaces import PagePlaces
from triplicate.layout.places import Source, file_of
from triplicate.layout.ruby import print_readings
from triplicate.layout.stylesheet import Stylesheet
from triplicate.layout.systemcolors import know_colors, with_colors
from triplicate.resources import RefusedResource, Resources
from triplicate.theme import FontFace, font_faces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from triplicate.layout.problems import LogDiagnostics
    from triplicate.layout.tree import BoxTree

# Elements that no other tag closes; a parser looks through all that are open.
OPEN = ("div", "span", "font", "table", "blockquote", "ul", "ol", "b", "i", "section", "center")


class Sheet(NamedTuple):
    """A style sheet: its text, what its ``url()`` values are relative to, an element for it.

    ``file`` holds it at a line and column; "" where no file does.
    """

    text: str
    base_url: str
    element: Any
    file: str = ""
    line: int = 1
    column: int = 1


def style_page(
    html: str | bytes,
    base_url: str | None,
    css: Sequence[str | Path],
    fetcher: FolderFetcher,
    fallback_fonts: Sequence[Path],
    machine_fonts: bool,
    log: LogDiagnostics | None = None,
) -> tuple[BoxTree, tuple[FontFace, ...]]:
    """Style a page by its own rules and then by ``css``, texts or files.

    Arguments:
        html: the page; any text is HTML.
        base_url: what the page's relative addresses are joined to.
        css: further style sheets, which win over the page's own of equal weight.
        fetcher: serves what page and style sheets ask for.
        fallback_fonts: used where neither the page nor the machine has a font.
        machine_fonts: whether families may be found among the machine's fonts.
        log: learns the places of what it reports.
    """
    read = PageText(html) if isinstance(html, str) else decoded(html)
    source = read.text
    page = engine.parse(source, base_url, fetcher)
    root = page.etree_element
    places = PagePlaces(source, file_of(base_url or ""), root)
    formulas = write_formulas(root)
    lost = [*formula_losses(formulas), *print_media(root), *settle_directions(root)]
    if log is not None:
        log.places = places
        log.report(lost)
        log.report_encoding(read)
    _add_sheets(root, css)
    know_colors(root)
    _absolute_links(root, page.base_url)
    print_readings(root)
    obey_attributes(root)
    name_notes(root)
    write_forms(root)
    sheets = list(_sheets(root, page.base_url, fetcher, source))
    places.read_sheets(sheets, page.base_url or "")
    text = "\n".join(sheet.text for sheet in sheets)
    stylesheet = Stylesheet(
        text,
        base_url or "",
        fetcher,
        fallback_fonts,
        head=[sheet.element for sheet in sheets],
        machine_fonts=machine_fonts,
        sources=list(_sources(sheets)),
    )
    faces = tuple(
        face for sheet in sheets for face in font_faces(sheet.text, _find(sheet, fetcher))
    )
    if machine_fonts:
        faces += machine_faces(text, stylesheet.font_config)
    tree = engine.style(page, page.base_url, stylesheet)
    tree.places, tree.formulas = places, formulas
    return tree, faces


def depth(html: str | bytes) -> int:
    """How many elements of a page stand inside each other, at most."""
    page = engine.parse(html, None, FolderFetcher(Resources(())))
    levels, beside = 0, [page.etree_element]
    while beside:
        levels += 1
        beside = [child for element in beside for child in element]
    return levels


def unclosed(html: str | bytes) -> int:
    """How many start tags of one kind have no end tag, at most: found without parsing."""
    text = html if isinstance(html, str) else html.decode("latin-1")
    return max(
        len(re.findall(rf"<{tag}[\s>]", text, re.I)) - text.count(f"</{tag}") for tag in OPEN
    )


def _add_sheets(root: Any, css: Sequence[str | Path]) -> None:
    """Put further style sheets behind the page's own."""
    for sheet in css:
        if isinstance(sheet, Path):
            link = {"rel": "stylesheet", "href": sheet.resolve().as_uri()}
            root.append(root.makeelement("link", link))
        else:
            element = root.makeelement("style", {})
            element.text = sheet
            root.append(element)


def _absolute_links(root: Any, base_url: str | None) -> None:
    """Join links to a page's address on the web; beside a file they stay as written.

    Links to the page itself lead to its own parts.
    """
    if not base_url:
        return
    on_web = urlsplit(base_url).scheme in ("http", "https")
    own = unquote(urldefrag(base_url).url)
    for link in root.iter("a"):
        href = (link.get("href") or "").strip()
        if not href or href.startswith("#"):
            continue
        try:
            address, part = urldefrag(urljoin(base_url, href))
        except ValueError:  # brackets around what is no IPv6 address
            continue
        if unquote(address) == own and not own.endswith("/"):
            link.set("href", f"#{part}")
        elif on_web:
            link.set("href", f"{address}#{part}" if part else address)


def _sources(sheets: Sequence[Sheet]) -> Iterator[Source]:
    """Where the sheets stand in their texts, joined by line ends."""
    start = 0
    for sheet in sheets:
        yield Source(start, sheet.file, sheet.line, sheet.column)
        start += len(sheet.text) + 1


def _sheets(
    root: Any, base_url: str | None, fetcher: FolderFetcher, source: str
) -> Iterator[Sheet]:
    """The style sheets of a page, in its order; ``source`` is its text."""
    end, colored = 0, with_colors(source)
    for element in root.iter():
        if element.tag in ("style", "link") and (media := element.get("media")):
            element.set("media", "all" if is_printed(media) else "screen")
        media = {"media": element.get("media") or "all"}
        if element.tag == "style":
            text = "".join([element.text or "", *(child.tail or "" for child in element)])
            style = element.makeelement("style", media)
            style.text = text
            start = colored.find(text, end)
            if start < 0:
                yield Sheet(text, base_url or "", style)
                continue
            end = start + len(text)
            line, column = source.count("\n", 0, start) + 1, start - source.rfind("\n", 0, start)
            yield Sheet(text, base_url or "", style, file_of(base_url or ""), line, column)
        elif element.tag == "link" and _is_stylesheet(element):
            url = urljoin(base_url or "", element.get("href"))
            text = _text(url, fetcher)
            link = element.makeelement("link", {"rel": "stylesheet", "href": url, **media})
            yield Sheet(text, url, link, file_of(url))


def _is_stylesheet(link: Any) -> bool:
    kinds = (link.get("rel") or "").lower().split()
    return "stylesheet" in kinds and "alternate" not in kinds and bool(link.get("href"))


def _text(url: str, fetcher: FolderFetcher) -> str:
    """The text of a linked sheet; "" where it cannot be had, which the fetcher has noted."""
    try:
        return bytes(fetcher.fetch(url).read()).decode(errors="replace")
    except (OSError, ValueError):
        return ""


def _find(sheet: Sheet, fetcher: FolderFetcher) -> Callable[[Any], Path | None]:
    """Finds the font files of a sheet; those that are missing the layout reports."""

    def find(url: Any) -> Path | None:
        address = urljoin(sheet.base_url, url.value)
        if urlsplit(address).scheme != "file":
            return None
        try:
            return fetcher.resources.path(address)
        except RefusedResource:
            return None

    return find
