"""The only door from names in the data to files: inside the report's folder, regular files."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath

from triplicate.diagnostics import Diagnostics, Span, nearest, quoted


def find_file(folder: Path, name: str, span: Span, diagnostics: Diagnostics) -> Path | None:
    """Return the path of ``name`` in ``folder``; None, and a diagnostic at ``span``, if not there.

    Symbolic links are followed before the check that the file lies inside the folder.
    """
    problem = _form(name)
    if problem:
        diagnostics.error(
            "path-is-inside",
            f"expected a file name inside the report's folder, found {problem}: {quoted(name)}",
            span,
            "put the file beside report.yaml and write just its name",
        )
        return None
    path = folder / name
    try:
        real = path.resolve()
        inside = real.is_relative_to(folder.resolve())
        regular, exists = real.is_file(), real.exists()
    except (OSError, RuntimeError):  # a name too long, a loop of links
        inside = regular = exists = False
    if exists and not inside:
        diagnostics.error(
            "path-is-inside",
            f"expected a file inside the report's folder, found one outside: {quoted(name)}",
            span,
            "copy the file into the report's folder",
        )
        return None
    if not regular:
        _report_missing(folder, name, exists, span, diagnostics)
        return None
    return path


def _form(name: str) -> str:
    if not name.strip():
        return "an empty name"
    if not name.isprintable():
        return "a character that no name has"
    if name.startswith(("/", "\\", "~")) or (len(name) > 1 and name[1] == ":"):
        return "an absolute path"
    if "://" in name:
        return "an address"
    if "\\" in name:
        return "a backslash"
    if ".." in name.split("/"):
        return "a way out of it"
    return ""


def _report_missing(
    folder: Path, name: str, exists: bool, span: Span, diagnostics: Diagnostics
) -> None:
    if exists:
        inside = files_in(folder / name)
        hint = f"name a file in it, such as {PurePosixPath(name) / inside[0]}" if inside else ""
        message = f"expected a file, found a folder or device: {quoted(name)}"
        diagnostics.error("file-exists", message, span, hint)
        return
    asked = PurePosixPath(name)
    beside = files_in(folder / asked.parent)
    match = nearest(asked.name, beside)
    if match:
        hint = f"did you mean {quoted(str(asked.parent / match))}?"
    else:
        hint = f"files there: {', '.join(beside[:8])}" if beside else "the folder has no files"
    diagnostics.error(
        "file-exists", f"expected a file, found none named {quoted(name)}", span, hint
    )


def files_in(folder: Path) -> list[str]:
    """Return the sorted names of the visible files in ``folder``; none if it can't be read."""
    try:
        with os.scandir(folder) as entries:
            return sorted(e.name for e in entries if _is_file(e) and not e.name.startswith("."))
    except OSError:
        return []


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:  # a loop of links
        return False
