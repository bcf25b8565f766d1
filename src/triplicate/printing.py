"""Stages 6 and 7 for the editions that are made from boxes or pages: PDF and Word.

Input: a theme, and the HTML when it is ready. Output, step by step: the Word edition lowered to
plain values, `LayoutFacts`, and `Printed`. Made to run beside the stages before, the lowering and
the packaging of what was lowered: importing the layout engine and reading the style sheet need no
HTML, and a DOCX is lowered and packed while the pages are laid out.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from triplicate.beside import Aside
from triplicate.diagnostics import Diagnostics
from triplicate.editions import EDITIONS, Material
from triplicate.theme import built_in_fonts, check_families
from triplicate.timings import timed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from triplicate.layout.facts import LayoutFacts
    from triplicate.layout.tree import BoxTree
    from triplicate.resources import Resources
    from triplicate.theme import Theme


@dataclass(slots=True)
class Lowered:
    """The editions lowered, by name, and the problems found meanwhile."""

    editions: dict[str, Any] = field(default_factory=dict)
    diagnostics: Diagnostics = field(default_factory=Diagnostics)


@dataclass(slots=True)
class Printed:
    """What is known at the end: bytes of the editions made from pages, and all problems."""

    files: dict[str, bytes] = field(default_factory=dict)
    diagnostics: Diagnostics = field(default_factory=Diagnostics)


def print_editions(
    theme: Theme,
    resources: Resources,
    names: list[str],
    temporary: str,
    html: Callable[[], str],
) -> Iterator[Any]:
    """Lower, lay out and write the editions ``names``.

    Arguments:
        theme: the look; its style sheet is the only one.
        resources: where fonts and images are looked up.
        names: editions made from boxes or pages.
        temporary: a folder for what the layout engine keeps on disk meanwhile.
        html: waits for the rendered document.

    Yields `Lowered`, `LayoutFacts`, and `Printed`. Lowering is done beside layout, or before it,
    for layout changes the boxes; unless it has to know where they stand.
    """
    from triplicate.layout import engine
    from triplicate.layout.facts import read_facts
    from triplicate.layout.problems import LogDiagnostics, report_failures
    from triplicate.layout.stylesheet import load

    tempfile.tempdir = temporary
    printed = Printed()
    material = Material("", theme, resources)
    with timed("import"):
        load()
    material.tree = box_tree(theme, resources, html, printed.diagnostics)
    check_families(material.tree.first_families(), theme, printed.diagnostics)
    boxes = material.tree

    @cache
    def facts() -> LayoutFacts:
        with timed("layout"), LogDiagnostics(theme, printed.diagnostics):
            material.pages = engine.paginate(boxes)
        return read_facts(material.pages, boxes)

    if boxes.is_placed:
        material.tree = boxes.copied()
        material.spots = facts().spots
    lowering = partial(lower_editions, material, names)
    yield lowering() if boxes.is_placed else Aside(lowering)
    yield facts()
    for name in names:
        if EDITIONS[name].made_from == "pages":
            with timed(name), LogDiagnostics(theme, printed.diagnostics):
                printed.files[name] = EDITIONS[name].write(material, printed.diagnostics)
    report_failures(material.tree.stylesheet.fetcher.failures, theme, printed.diagnostics)
    tempfile.tempdir = None
    yield printed


def lower_editions(material: Material, names: list[str]) -> Lowered:
    """Lower the editions ``names`` that are made from boxes."""
    from triplicate.layout.problems import report_failures

    assert material.tree is not None
    found, failures = Lowered(), material.tree.stylesheet.fetcher.failures
    known = len(failures)
    for name in names:
        if lower := EDITIONS[name].lower:
            with timed(f"import {name}"):
                EDITIONS[name].prepare("lower", material.theme)
            with timed(f"lower {name}"):
                found.editions[name] = lower(material, found.diagnostics)
    report_failures(failures[known:], material.theme, found.diagnostics)
    return found


def box_tree(
    theme: Theme, resources: Resources, html: Callable[[], str], diagnostics: Diagnostics
) -> BoxTree:
    """Stage 6 up to the styled boxes; ``diagnostics`` gets what the CSS has wrong."""
    from triplicate.layout import engine
    from triplicate.layout.stylesheet import Stylesheet, load

    load()
    from triplicate.layout.fetch import FolderFetcher
    from triplicate.layout.problems import LogDiagnostics

    fetcher = FolderFetcher(resources, {theme.css_path.name: b""})
    with LogDiagnostics(theme, diagnostics):
        with timed("stylesheet"):
            base_url = theme.css_path.resolve().as_uri()
            sheet = Stylesheet(theme.css, base_url, fetcher, built_in_fonts())
        document = html()
        with timed("boxes"):
            return engine.style(document, resources.base_url, sheet)
