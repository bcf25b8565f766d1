"""Stages 6 and 7 for the editions that are made from boxes or pages: PDF and Word.

Input: a theme, and the HTML when it is ready. Output: `Printed`. Made to run beside the
stages before: importing the layout engine and reading the style sheet need no HTML.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from triplicate.beside import Beside, can_fork
from triplicate.diagnostics import Diagnostics
from triplicate.editions import EDITIONS, Material
from triplicate.theme import built_in_fonts
from triplicate.timings import timed

if TYPE_CHECKING:
    from collections.abc import Callable

    from weasyprint.document import Document

    from triplicate.beside import Receive
    from triplicate.layout.engine import BoxTree
    from triplicate.resources import Resources
    from triplicate.theme import Theme


@dataclass(slots=True)
class Printed:
    """Bytes by edition, the number of the PDF's pages (0 without a PDF), and problems."""

    files: dict[str, bytes] = field(default_factory=dict)
    pages: int = 0
    diagnostics: Diagnostics = field(default_factory=Diagnostics)


def print_editions(
    theme: Theme, resources: Resources, names: list[str], html: Callable[[], str]
) -> Printed:
    """Lay the document out and write the editions ``names``.

    Arguments:
        theme: the look; its style sheet is the only one.
        resources: where fonts and images are looked up.
        names: editions made from boxes or pages.
        html: waits for the rendered document.
    """
    printed = Printed()
    if names:
        material = Material("", theme, resources)
        material.tree = box_tree(theme, resources, html, printed.diagnostics)
        _write(material, names, printed)
        _report_failures(material.tree, theme, printed.diagnostics)
    return printed


def box_tree(
    theme: Theme, resources: Resources, html: Callable[[], str], diagnostics: Diagnostics
) -> BoxTree:
    """Stage 6 up to the styled boxes; ``diagnostics`` gets what the CSS has wrong."""
    with timed("import"):
        from triplicate.layout import engine

        engine.load()
        from triplicate.layout.fetch import FolderFetcher
        from triplicate.layout.problems import LogDiagnostics

    fetcher = FolderFetcher(resources, {theme.css_path.name: b""})
    with LogDiagnostics(theme, diagnostics):
        with timed("stylesheet"):
            base_url = theme.css_path.resolve().as_uri()
            sheet = engine.Stylesheet(theme.css, base_url, fetcher, built_in_fonts())
        document = html()
        with timed("boxes"):
            return engine.style(document, resources.base_url, sheet)


def _write(material: Material, names: list[str], printed: Printed) -> None:
    """Write the editions ``names``: those from boxes beside the layout, or else before it.

    Before, because layout changes the boxes.
    """
    from_boxes = [name for name in names if EDITIONS[name].made_from == "boxes"]
    alone = names == from_boxes or not can_fork()
    beside = {} if alone else {n: Beside(partial(_receiving, material, n)) for n in from_boxes}
    material.count_pages = lambda: len(_lay_out(material, printed).pages)
    written: dict[str, tuple[bytes, Diagnostics]] = {}
    try:
        if alone:
            written = {name: _edition(material, name) for name in from_boxes}
        for name in names:
            if name not in from_boxes:
                printed.pages = material.count_pages()
                for task in beside.values():
                    task.send(printed.pages)
                written[name] = _edition(material, name)
        written |= {name: task.result() for name, task in beside.items()}
    finally:
        for task in beside.values():
            task.cancel()
    for name in names:
        printed.files[name], found = written[name]
        printed.diagnostics.extend(found)


def _lay_out(material: Material, printed: Printed) -> Document:
    """The pages, laid out once."""
    from triplicate.layout import engine
    from triplicate.layout.problems import LogDiagnostics

    if material.pages is None:
        assert material.tree is not None
        with timed("layout"), LogDiagnostics(material.theme, printed.diagnostics):
            material.pages = engine.paginate(material.tree)
    return material.pages


def _receiving(material: Material, name: str, receive: Receive) -> tuple[bytes, Diagnostics]:
    """Write an edition in a child, which is sent the number of pages."""
    material.count_pages = receive
    return _edition(material, name)


def _edition(material: Material, name: str) -> tuple[bytes, Diagnostics]:
    diagnostics = Diagnostics()
    with timed(name):
        return EDITIONS[name].write(material, diagnostics), diagnostics


def _report_failures(tree: BoxTree, theme: Theme, diagnostics: Diagnostics) -> None:
    from triplicate.layout.problems import report_failures

    report_failures(tree.stylesheet.fetcher.failures, theme, diagnostics)
