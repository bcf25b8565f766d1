"""Material for the benchmarks: the seed report, and copies of it with more participants.

Input: data/csr-roundtable-2011. Output: folders under a temporary one.
"""

from __future__ import annotations

import csv
import shutil
import sys
from pathlib import Path

from timing import Contender, run_once

CHECKOUT = Path(__file__).parents[1]
NAME = "csr-roundtable-2011"
SEED = CHECKOUT / "data" / NAME
PROGRAMS = Path(sys.executable).parent
TRIPLICATE = str(PROGRAMS / "triplicate")


def report_with(rows: int, folder: Path) -> Path:
    """Copy the seed with ``rows`` participants, its own repeated under new family names."""
    target = folder / f"rows-{rows}"
    shutil.copytree(SEED, target)
    table = target / "participants.csv"
    with table.open(encoding="utf-8", newline="") as stream:
        header, *seed_rows = csv.reader(stream)
    with table.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(header)
        for number in range(rows):
            name, *rest = seed_rows[number % len(seed_rows)]
            writer.writerow([f"{name} {number + 1}", *rest])
    return target


def print_html(report: Path, folder: Path) -> Path:
    """Write what triplicate lays out for print (HTML, CSS, fonts) and return its folder."""
    target = folder / f"{report.name}-print"
    run_once(
        Contender(
            "show",
            ((TRIPLICATE, "show", str(report), "--stage", "html", "-o", str(target)),),
            folder,
        )
    )
    return target


def build(report: Path, folder: Path, *options: str, timings: bool = False) -> Contender:
    """Return the contender that builds a report cold: a new process, a new output folder."""
    return Contender(
        f"triplicate build {' '.join(options)}".strip(),
        ((TRIPLICATE, "build", str(report), "-o", "{out}", *options),),
        folder,
        {"TRIPLICATE_TIMINGS": "1"} if timings else {},
    )


def weasyprint(folder: Path) -> Contender:
    """Return the contender that makes only the PDF/UA with the plain weasyprint command."""
    options = ("--pdf-variant", "pdf/ua-1", "report.html", "{out}/report.pdf")
    return Contender(
        "weasyprint (PDF/UA only)", ((str(PROGRAMS / "weasyprint"), *options),), folder
    )


def weasyprint_layout(folder: Path) -> Contender:
    """Return the contender that only lays the page out, with WeasyPrint as it is."""
    script = Path(__file__).with_name("weasyprint_layout.py")
    return Contender(
        "weasyprint (layout only)", ((sys.executable, str(script), "report.html"),), folder
    )
