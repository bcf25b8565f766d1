"""The comparisons: each times a few contenders and prints a table.

Input: a working folder and a number of rounds. Output: lines on stdout.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median

from reports import (
    PROGRAMS,
    SEED,
    TRIPLICATE,
    build,
    print_html,
    report_with,
    weasyprint,
    weasyprint_layout,
)
from timing import Contender, Sample, compare, processor, ratio, run_once, wall

ROWS = (40, 400, 4000)


def against_weasyprint(folder: Path, rounds: int) -> None:
    """Three editions by triplicate against the PDF/UA alone by the weasyprint command."""
    contenders = [build(SEED, folder), weasyprint(print_html(SEED, folder))]
    print_table(compare(contenders, rounds), base=contenders[1].name)


def against_pandoc(folder: Path, rounds: int) -> None:
    """Three editions by triplicate against three by pandoc, with each PDF engine found here."""
    if not shutil.which("pandoc"):
        print("pandoc is not installed: left out")
        return
    source = print_html(SEED, folder)
    subprocess.run(
        ["pandoc", "report.html", "-t", "markdown", "-s", "-o", "report.md"], cwd=source, check=True
    )
    engines = ["weasyprint"]
    if has_typst():
        engines.append("typst")
    else:
        print("pandoc with typst: left out, it needs typst and pandoc 3.1.2 or newer on PATH")
    contenders = [build(SEED, folder), *(pandoc(source, engine) for engine in engines)]
    samples = compare(contenders, rounds)
    for contender in contenders[1:]:
        pair = {name: samples[name] for name in (contenders[0].name, contender.name)}
        print_table(pair, base=contender.name)


def has_typst() -> bool:
    """Tell whether PATH has typst and a pandoc that can use it."""
    formats = subprocess.run(
        ["pandoc", "--list-output-formats"], capture_output=True, text=True, check=True
    )
    return bool(shutil.which("typst")) and "typst" in formats.stdout.split()


def pandoc(folder: Path, engine: str) -> Contender:
    """Return the contender that makes HTML, DOCX and PDF by pandoc from Markdown."""
    program = str(PROGRAMS / "weasyprint") if engine == "weasyprint" else engine
    return Contender(
        f"pandoc html + docx + pdf ({engine})",
        (
            ("pandoc", "report.md", "-s", "-o", "{out}/report.html"),
            ("pandoc", "report.md", "-s", "-o", "{out}/report.docx"),
            ("pandoc", "report.md", "-s", f"--pdf-engine={program}", "-o", "{out}/report.pdf"),
        ),
        folder,
    )


def start_up(folder: Path, rounds: int) -> None:
    """--help and --version against the import of click alone."""
    bare = Contender("python -c 'import click'", ((sys.executable, "-c", "import click"),), folder)
    ours = [
        Contender(f"triplicate {option}", ((TRIPLICATE, option),), folder)
        for option in ("--help", "--version")
    ]
    print_table(compare([*ours, bare], rounds * 3), base=bare.name)


def per_row(folder: Path, rounds: int) -> None:
    """What a participant costs, in milliseconds, as the list grows from 40 to 4,000."""
    rounds = min(rounds, 3)
    reports = [report_with(rows, folder) for rows in ROWS]
    counts = "".join(f"{rows:>9} rows" for rows in ROWS)
    print(f"{'':28}{counts}   ms a row, 40-400 and 400-4000")
    for edition in ("html", "docx", "pdf"):
        contenders = [build(report, folder, "-e", edition) for report in reports]
        print_rows(f"triplicate -e {edition}", [seconds(one, rounds) for one in contenders])
    prints = [print_html(report, folder) for report in reports]
    print_rows("weasyprint (PDF/UA only)", [seconds(weasyprint(one), rounds) for one in prints])


def seconds(contender: Contender, rounds: int) -> float:
    """Return the median wall time of one contender, timed alone."""
    return wall([run_once(contender) for _ in range(rounds)])


def print_rows(name: str, times: list[float]) -> None:
    """Print the seconds at each number of rows, and the slope between two neighbours."""
    steps = zip(ROWS, ROWS[1:], times, times[1:], strict=False)
    slopes = [1000 * (after - before) / (more - fewer) for fewer, more, before, after in steps]
    print(
        f"{name:28}{''.join(f'{time:12.2f} s' for time in times)}"
        f"   {'   '.join(f'{slope:6.2f}' for slope in slopes)}"
    )


def stages(folder: Path, rounds: int) -> None:
    """Where a build's time goes, and the Word writer's share of the PDF's layout time."""
    rounds_of = {SEED: rounds, report_with(400, folder): min(rounds, 3)}
    for report, count in rounds_of.items():
        runs = [_stages_of(report, folder) for _ in range(count)]
        if report is SEED:
            for name in dict.fromkeys(name for run in runs for name in run):
                print(f"{name:28}{1000 * median(run.get(name, 0.0) for run in runs):9.1f} ms")
        print_shares(report.name, runs)


def _stages_of(report: Path, folder: Path) -> dict[str, float]:
    """The stages of a build, and how long WeasyPrint alone lays out the same page."""
    printed = folder / f"{report.name}-print"
    source = printed if printed.is_dir() else print_html(report, folder)
    samples = run_once(build(report, folder, timings=True)), run_once(weasyprint_layout(source))
    return stage_seconds("".join(sample.stderr for sample in samples))


def print_shares(name: str, runs: list[dict[str, float]]) -> None:
    """Print what lowering and packaging take of the layout, in each sense of that."""
    senses = {
        "pages": ("layout",),
        "style sheet, cascade, boxes and pages": ("stylesheet", "boxes", "layout"),
        "WeasyPrint's own layout of the page": ("plain layout",),
    }
    print(f"Word writer, {name}: share of the layout, and without the theme's styles")
    for sense, parts in senses.items():
        layouts = [sum(run[part] for part in parts) for run in runs]
        writers = [_word_writer(run) for run in runs]
        whole = median(one / layout for one, layout in zip(writers, layouts, strict=True))
        own = median(
            (one - run["theme styles"]) / layout
            for run, one, layout in zip(runs, writers, layouts, strict=True)
        )
        print(f"{sense:40}{whole:9.2f}{own:9.2f}")


def _word_writer(run: dict[str, float]) -> float:
    """Seconds from boxes to a draft, and from that to the file, without waiting for the pages."""
    return run["lower docx"] + run["docx"] - run["wait for pages"]


def stage_seconds(stderr: str) -> dict[str, float]:
    """Read the stage times that TRIPLICATE_TIMINGS makes triplicate print, in seconds.

    Two processes print them at once, so two records may share a line.
    """
    times: dict[str, float] = {}
    for name, seconds in re.findall(r'{"stage": "([^"]+)", "seconds": ([0-9.]+)}', stderr):
        times[name] = times.get(name, 0.0) + float(seconds)
    return times


def print_table(samples: dict[str, list[Sample]], base: str) -> None:
    """Print wall and processor seconds of each contender and its ratio to the base."""
    print(f"{'':40}{'wall':>9}{'cpu':>10}{'ratio':>9}")
    for name, runs in samples.items():
        print(
            f"{name:40}{wall(runs):8.3f}s{processor(runs):9.3f}s{ratio(samples, name, base):9.2f}"
        )
