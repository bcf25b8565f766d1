"""Run the benchmarks and print their tables: `make bench`, or `run.py [--rounds N] [CASE...]`.

Input: the checkout's installed triplicate, and pandoc and typst where they are installed.
Output: tables on stdout. Nothing is asserted: trust ratios, never seconds.
"""

from __future__ import annotations

import argparse
import platform
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from cases import against_pandoc, against_weasyprint, per_row, stages, start_up
from timing import BenchmarkError
from webpages import word_pages, word_rows

CASES: dict[str, Callable[[Path, int], None]] = {
    "weasyprint": against_weasyprint,
    "pandoc": against_pandoc,
    "start-up": start_up,
    "stages": stages,
    "rows": per_row,
    "word-rows": word_rows,
    "word-pages": word_pages,
}


def main() -> int:
    """Run the cases asked for, all by default; status 1 when a contender fails."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", nargs="*", metavar="CASE", help=", ".join(CASES))
    parser.add_argument("--rounds", type=int, default=9, help="timed runs of each (default 9)")
    arguments = parser.parse_args()
    unknown = set(arguments.cases) - set(CASES)
    if unknown:
        parser.error(f"expected {', '.join(CASES)}; found {', '.join(sorted(unknown))}")
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}")
    for name in arguments.cases or CASES:
        print(f"\n{name}: {CASES[name].__doc__}")
        with tempfile.TemporaryDirectory() as folder:
            try:
                CASES[name](Path(folder), arguments.rounds)
            except BenchmarkError as problem:
                print(problem, file=sys.stderr)
                return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
