"""Any semantic HTML and CSS to a Word file: stages 6 and 7 without the report before them.

Input: a web page's text and where its files lie. Output: the bytes of a DOCX file.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from triplicate.diagnostics import Diagnostics, TriplicateError
from triplicate.memory import paused_collection
from triplicate.resources import Resources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from triplicate.layout.tree import BoxTree
    from triplicate.theme import FontFace

MAX_DEPTH = 2000  # elements inside each other; browsers cut off at 512
MAX_SIZE = 200_000_000  # bytes or characters, for which 3 GB of memory are needed
LARGE = 50_000  # characters
_TITLE = re.compile(r"""--word-style\s*:\s*["']?title\b""", re.IGNORECASE)


def html_to_docx(
    html: str | bytes,
    css: str | Path | Iterable[str | Path] = (),
    base_url: str | Path | None = None,
    *,
    embed_fonts: bool = True,
    machine_fonts: bool = True,
    root: str | Path | None = None,
    diagnostics: Diagnostics | None = None,
) -> bytes:
    """A web page as a native Word document: styles, numbering, tables, fields, notes.

    The CSS that counts is print's, as in ``@media print`` and ``@page``; docs/word.md lists what
    becomes of it. h1 to h6 are Heading 1 to 6; where the CSS names each h1 that there is
    ``"Title"`` (``h1 { --word-style: "Title" }``), h2 to h6 are Heading 1 to 5.

    Arguments:
        html: the page; any text is HTML, and bytes are read as browsers do, in the encoding that
            they declare. Its ``style`` and ``link`` elements count.
        css: further style sheets, text or files (``Path``), which win over the page's own.
        base_url: where relative addresses lead: a folder, a file, or an address. Only files
            below that folder, or ``root``, and beside the files in ``css`` are read, and nothing
            from the network; without it no files at all.
        embed_fonts: whether fonts of ``@font-face`` rules travel in the file, where their licence
            lets them. Fonts of the machine never do.
        machine_fonts: whether the machine's fonts may be used. Page numbers and widths of columns
            then depend on them; without, the same input gives the same bytes everywhere.
        root: the folder below which files may be read, as that of a web site, where the page's
            own is not enough; addresses that begin with "/" are looked up in it.
        diagnostics: gets a warning for each thing that Word cannot do or that was not found.

    Raises:
        TriplicateError: more than 2,000 elements of the page stand inside each other, or it has
            more than 200 MB.
    """
    found = Diagnostics() if diagnostics is None else diagnostics
    sheets = [css] if isinstance(css, str | Path) else list(css)
    folder, address = _place(base_url)
    site = Path(root).resolve() if root is not None else None
    folders = [one for one in (site or folder,) if one is not None]
    folders += [sheet.resolve().parent for sheet in sheets if isinstance(sheet, Path)]
    from triplicate.layout.stylesheet import load
    from triplicate.layout.webpage import unclosed

    def convert(again: bool = False) -> tuple[bytes, Diagnostics]:
        said = Diagnostics()
        resources = Resources(tuple(folders), site=site)
        tree, faces = _style(html, address, sheets, resources, machine_fonts, said)
        return _write(tree, _embedded(faces, embed_fonts), said, again), said

    if len(html) > MAX_SIZE:
        raise _too_large()
    if len(html) > LARGE and (levels := unclosed(html)) > 5 * MAX_DEPTH:
        raise _too_deep(levels)  # parsing would take minutes
    load()
    with paused_collection():
        try:
            data, said = convert()
        except RecursionError:
            data, said = _convert_deep(html, lambda: convert(again=True))
    found.extend(said)
    return data


def _convert_deep(
    html: str | bytes, convert: Callable[[], tuple[bytes, Diagnostics]]
) -> tuple[bytes, Diagnostics]:
    """Convert a page whose nesting takes more calls than usual; refuse one without measure."""
    from triplicate.deep import with_room
    from triplicate.layout.webpage import depth

    levels = depth(html)
    if levels <= MAX_DEPTH:
        try:
            return with_room(convert)
        except RecursionError:
            pass
    raise _too_deep(levels)


def _too_deep(levels: int) -> TriplicateError:
    refused = Diagnostics()
    refused.error(
        "html-depth",
        f"expected at most {MAX_DEPTH:,} elements inside each other, found {levels:,}",
        hint="look for a tag that is never closed, such as <div> or <font>",
    )
    return TriplicateError(refused)


def _too_large() -> TriplicateError:
    refused = Diagnostics()
    refused.error(
        "html-size",
        f"expected a page of at most {MAX_SIZE / 1e6:.0f} MB, found a larger one",
        hint="divide it into several",
    )
    return TriplicateError(refused)


def _place(base_url: str | Path | None) -> tuple[Path | None, str | None]:
    """The folder that may be read, and the URL that addresses are joined to."""
    parts = urlsplit(str(base_url)) if base_url is not None else None
    if base_url is None or parts is None:
        return None, None
    if isinstance(base_url, str) and parts.scheme in ("http", "https"):
        return None, base_url
    path = Path(unquote(parts.path)) if parts.scheme == "file" else Path(base_url)
    path = path.resolve()
    return (path, path.as_uri() + "/") if path.is_dir() else (path.parent, path.as_uri())


def _style(
    html: str | bytes,
    address: str | None,
    sheets: Sequence[str | Path],
    resources: Resources,
    machine_fonts: bool,
    diagnostics: Diagnostics,
) -> tuple[BoxTree, tuple[FontFace, ...]]:
    from triplicate.layout.fetch import FolderFetcher
    from triplicate.layout.problems import LogDiagnostics
    from triplicate.layout.webpage import style_page
    from triplicate.theme import built_in_fonts

    fetcher = FolderFetcher(resources)
    with LogDiagnostics(None, diagnostics) as log:
        return style_page(html, address, sheets, fetcher, built_in_fonts(), machine_fonts, log)


def _embedded(faces: tuple[FontFace, ...], wanted: bool) -> tuple[FontFace, ...]:
    from dataclasses import replace

    return faces if wanted else tuple(replace(face, embed=False) for face in faces)


def _write(
    tree: BoxTree, faces: tuple[FontFace, ...], diagnostics: Diagnostics, again: bool
) -> bytes:
    """Lower the tree, lay it out where the file needs to know the pages, pack.

    Where it is tried ``again``, with more room, layout that has not enough is given up.
    """
    from triplicate.editions.docx import write
    from triplicate.editions.docx.lower.roles import is_titled
    from triplicate.layout import engine
    from triplicate.layout.endless import ending
    from triplicate.layout.facts import LayoutFacts, read_facts
    from triplicate.layout.problems import LogDiagnostics
    from triplicate.layout.refused import failure_warnings

    def facts() -> LayoutFacts | None:
        try:
            # Styling has reported what can be mended.
            with ending(tree), LogDiagnostics(None, Diagnostics()):
                return read_facts(engine.paginate(tree), tree)
        except MemoryError:
            raise
        except Exception as problem:  # rare pages that WeasyPrint has no answer to
            if isinstance(problem, RecursionError) and not again:
                raise
            _no_pages(problem, diagnostics)
            return None

    titled = _TITLE.search(tree.stylesheet.css) is not None and is_titled(tree.root)
    data = write(tree, faces, diagnostics, facts, titled)
    fetcher = tree.stylesheet.fetcher
    rooted = fetcher.resources.site is not None
    failure_warnings(fetcher.failures, diagnostics, tree.places, rooted=rooted)
    return data


def _no_pages(problem: Exception, diagnostics: Diagnostics) -> None:
    """Warn that layout has stopped in the middle of a page."""
    reason = f"{type(problem).__name__} {problem}".strip()
    diagnostics.warning(
        "layout-succeeds",
        f"expected a page that can be laid out, found one that stops the layout: {reason}",
        hint="the file is made without what only pages tell, such as widths and page numbers",
    )
