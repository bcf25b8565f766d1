"""The stages in order: from a report's folder to its editions in the output folder.

Processes share the work (`triplicate.beside`): while this one loads, resolves and renders, a child
imports the layout engine and reads the style sheet; it is sent the HTML and answers with the Word
edition lowered, which this process packs during layout, then with the PDF.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING, Any

from triplicate.beside import Beside
from triplicate.coverage import check_coverage
from triplicate.diagnostics import Diagnostics, Span, TriplicateError
from triplicate.editions import EDITIONS, Material
from triplicate.labels import load_labels
from triplicate.memory import paused_collection
from triplicate.passive import check_passive
from triplicate.printing import Lowered, Printed, print_editions
from triplicate.publish import publish
from triplicate.resources import Resources
from triplicate.signals import held_back
from triplicate.theme import load_theme
from triplicate.timings import timed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from triplicate.layout.facts import LayoutFacts
    from triplicate.report import ResolvedReport
    from triplicate.theme import Theme


@dataclass(frozen=True, slots=True)
class Built:
    """What a build has written.

    ``files`` maps an edition's name to its path; ``pages`` counts the pages laid out (0 for
    the web edition alone); ``seconds`` is the wall time; ``diagnostics`` holds the warnings.
    """

    report: str
    files: dict[str, Path]
    pages: int
    seconds: float
    diagnostics: Diagnostics


def build(
    report: str | Path,
    output: str | Path = "output",
    editions: Iterable[str] = tuple(EDITIONS),
    theme: str | Path | None = None,
    progress: Callable[[str], None] = lambda stage: None,
) -> Built:
    """Build the editions of one report and write them to ``output/<report>/``.

    Arguments:
        report: the report's folder, which holds ``report.yaml``.
        output: the folder that gets a folder for the report.
        editions: names out of "pdf", "docx" and "html".
        theme: a folder with templates, style sheet, fonts or labels of your own.
        progress: told the name of each stage as it begins.

    Raises:
        TriplicateError: there are errors in the report or the theme; nothing was written.
        PublishError: the files could not be written.
        ValueError: an edition's name is unknown.
    """
    start = perf_counter()
    names = list(dict.fromkeys([editions] if isinstance(editions, str) else editions))
    if not names:
        raise ValueError(f"expected editions out of {', '.join(EDITIONS)}, found none")
    if unknown := [name for name in names if name not in EDITIONS]:
        raise ValueError(f"expected editions out of {', '.join(EDITIONS)}, found {unknown[0]!r}")
    folder, diagnostics = Path(report), Diagnostics()
    with paused_collection():
        look = load_theme(Path(theme) if theme is not None else None, diagnostics)
        if look is None:
            raise TriplicateError(diagnostics.sorted())
        files, pages = _make(folder, look, names, diagnostics, progress)
        _raise_errors(diagnostics)
        progress("publish")
        with timed("publish"):
            target = Path(output) / _name(folder)
            ordered = {_name(folder) + EDITIONS[name].suffix: files[name] for name in names}
            paths = publish(target, ordered)
    written = dict(zip(names, paths, strict=True))
    return Built(_name(folder), written, pages, perf_counter() - start, diagnostics.sorted())


def check(report: str | Path, theme: str | Path | None = None) -> Diagnostics:
    """Go through all stages but the last and return what was found; write nothing."""
    diagnostics = Diagnostics()
    with paused_collection():
        look = load_theme(Path(theme) if theme is not None else None, diagnostics)
        if look is not None:
            _make(Path(report), look, list(EDITIONS), diagnostics, lambda stage: None)
    return diagnostics.sorted()


def render_report(folder: Path, theme: Theme, diagnostics: Diagnostics) -> str | None:
    """Stages 1 to 5: the report in ``folder`` as HTML; None where that cannot be had."""
    from triplicate.render import render

    resolved = resolve_report(folder, theme, diagnostics)
    if resolved is None:
        return None
    with timed("render"):
        html = render(resolved, theme, _created(resolved, diagnostics), diagnostics)
    if html is not None:
        with timed("check"):
            check_passive(html, theme, diagnostics)
            check_coverage(html, theme.fonts, folder, diagnostics)
    return html


def resolve_report(folder: Path, theme: Theme, diagnostics: Diagnostics) -> ResolvedReport | None:
    """Stages 1 to 4: the report in ``folder`` with everything settled."""
    from triplicate.report import load_report, resolve

    with timed("load"):
        report = load_report(folder, diagnostics)
    if report is None:
        return None
    with timed("resolve"):
        labels = load_labels(theme, report.language, diagnostics)
        return resolve(report, labels, diagnostics)


def _make(
    folder: Path,
    theme: Theme,
    names: list[str],
    diagnostics: Diagnostics,
    progress: Callable[[str], None],
) -> tuple[dict[str, bytes], int]:
    printed_names = [name for name in names if EDITIONS[name].made_from != "html"]
    resources = Resources((folder, *theme.folders), whole_pictures=True)
    with held_back():
        temporary = TemporaryDirectory(prefix="triplicate-")
    work = partial(print_editions, theme, resources, printed_names, temporary.name)
    with temporary, Beside(work, bool(printed_names)) as printing:
        progress("load")
        html = render_report(folder, theme, diagnostics)
        if html is None or diagnostics.has_errors:
            return {}, 0
        printing.send(html)
        material = Material(html, theme, resources)
        files = _write(material, names, "html", diagnostics)
        if not printed_names:
            return files, 0
        progress("layout")
        for name in names:
            EDITIONS[name].prepare("write", theme)
        answers = printing.answers()
        lowered: Lowered = next(answers)
        material.lowered = lowered.editions
        diagnostics.extend(lowered.diagnostics)
        material.facts = cache(partial(_wait_for_facts, answers))
        files |= _write(material, names, "boxes", diagnostics)
        pages = material.facts().pages
        printed: Printed = next(answers)
    diagnostics.extend(printed.diagnostics)
    return files | printed.files, pages


def _wait_for_facts(answers: Iterator[Any]) -> LayoutFacts:
    with timed("wait for pages"):
        facts: LayoutFacts = next(answers)
    return facts


def _write(
    material: Material, names: list[str], made_from: str, diagnostics: Diagnostics
) -> dict[str, bytes]:
    files = {}
    for name in names:
        if EDITIONS[name].made_from == made_from:
            with timed(name):
                files[name] = EDITIONS[name].write(material, diagnostics)
    return files


def _raise_errors(diagnostics: Diagnostics) -> None:
    if diagnostics.has_errors:
        raise TriplicateError(diagnostics.sorted())


def _name(folder: Path) -> str:
    return folder.resolve().name


def _created(report: ResolvedReport, diagnostics: Diagnostics) -> str:
    """The date inside the files: SOURCE_DATE_EPOCH, else the report's own date at midnight UTC."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return f"{report.date.iso[:10]}T00:00:00Z"
    try:
        return datetime.fromtimestamp(int(epoch), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError, OSError):
        diagnostics.error(
            "source-date-epoch",
            f'expected SOURCE_DATE_EPOCH to be a number of seconds, found "{epoch}"',
            Span("environment", 1, 1),
        )
        return ""
