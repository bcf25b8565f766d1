"""Long web pages made into Word files: what a row and a page cost as their number grows.

Input: a working folder and a number of rounds. Output: lines on stdout.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from statistics import median

from reports import TRIPLICATE
from timing import Contender, run_once, wall

LOOP = Path(__file__).with_name("python_docx_loop.py")
SIZES = {"rows": (100, 1000, 10_000), "pages": (10, 100, 1000)}
PARAGRAPH = "The quick brown fox jumps over the lazy dog, and the dog does not mind at all. " * 6
PARAGRAPHS_A_PAGE = 7
STYLE = "table { table-layout: fixed; width: 100% } body { font: 10pt/14pt serif }"


def cells(row: int) -> tuple[str, str, str, str]:
    """The texts of a row's cells."""
    return f"{row}", f"Name {row}", "Some title or other", "An organization"


def page(kind: str, count: int, folder: Path) -> Path:
    """A page with a table of ``count`` rows, or with text for about as many printed pages."""
    if kind == "rows":
        rows = ("".join(f"<td>{text}</td>" for text in cells(row)) for row in range(count))
        head = "<thead><tr><th>No.</th><th>Name</th><th>Title</th><th>Place</th></tr></thead>"
        body = f"<table>{head}<tbody>{''.join(f'<tr>{row}</tr>' for row in rows)}</tbody></table>"
    else:
        text = f"<p>{PARAGRAPH}</p>" * PARAGRAPHS_A_PAGE
        body = "".join(f"<h2>Page {number}</h2>{text}" for number in range(count))
    path = folder / f"{kind}-{count}.html"
    path.write_text(
        f'<!DOCTYPE html><html lang="en"><title>{kind}</title><style>{STYLE}</style>{body}',
        encoding="utf-8",
    )
    return path


def word_rows(folder: Path, rounds: int) -> None:
    """What a table row costs in Word: triplicate, pandoc and python-docx."""
    _print_sizes("rows", folder, rounds)


def word_pages(folder: Path, rounds: int) -> None:
    """What a page of text costs in Word: triplicate, pandoc and python-docx."""
    _print_sizes("pages", folder, rounds)


def _print_sizes(kind: str, folder: Path, rounds: int) -> None:
    sizes = SIZES[kind]
    print(f"{'':24}" + "".join(f"{size:>9} {kind}" for size in sizes) + "   ms each, last two")
    for name in ("triplicate docx", "pandoc", "python-docx"):
        if name == "pandoc" and not shutil.which("pandoc"):
            print("pandoc is not installed: left out")
            continue
        times: list[float] = []
        for size in sizes:
            contender = _contender(name, kind, size, folder)
            # Long runs need no repetition: what disturbs them is short.
            count = 1 if times and times[-1] > 2 else min(rounds, 3)
            times.append(median(wall([run_once(contender)]) for _ in range(count)))
        slope = 1000 * (times[-1] - times[-2]) / (sizes[-1] - sizes[-2])
        print(f"{name:24}{''.join(f'{time:12.2f} s' for time in times)}   {slope:8.2f}")


def _contender(name: str, kind: str, size: int, folder: Path) -> Contender:
    source = page(kind, size, folder)
    commands = {
        "triplicate docx": (TRIPLICATE, "docx", str(source), "-o", "{out}/page.docx"),
        "pandoc": ("pandoc", str(source), "-o", "{out}/page.docx"),
        "python-docx": (sys.executable, str(LOOP), kind, str(size), "{out}/page.docx"),
    }
    return Contender(name, (commands[name],), folder)
