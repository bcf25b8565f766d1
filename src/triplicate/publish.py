"""Stage 8, publish: the finished bytes to the output folder, all of them or none.

Input: file names and bytes. Output: files, each written beside its target, synced and renamed,
so that a failed or killed build leaves the last good editions as they were.
"""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from typing import TYPE_CHECKING

from triplicate.diagnostics import Diagnostics, Span, TriplicateError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_HINTS = {
    errno.ENOSPC: "free some disk space, then build again; the last editions are untouched",
    errno.EDQUOT: "your disk quota is used up; the last editions are untouched",
    errno.EACCES: "you may not write there: choose another folder with --output",
    errno.EPERM: "you may not write there: choose another folder with --output",
    errno.EROFS: "that disk is read-only: choose another folder with --output",
    errno.ENOTDIR: "a part of that path is a file: choose another folder with --output",
    errno.EEXIST: "a part of that path is a file: choose another folder with --output",
    errno.ENAMETOOLONG: "give the report's folder a shorter name",
    errno.EISDIR: "move that folder away, or choose another one with --output",
}


class PublishError(TriplicateError):
    """The output could not be written; the machine's fault, not the report's."""


def publish(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Write ``files`` (names to bytes) into ``folder``, making it where needed.

    Returns the paths in the order given.

    Raises:
        PublishError: with a diagnostic that names the path; nothing has been changed, unless
            the last step, renaming, failed midway.
    """
    waiting: list[tuple[Path, Path]] = []
    target = folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            target = folder / name
            beside = folder / f".{name}.{os.getpid()}.part"
            if target.is_dir():
                raise IsADirectoryError(errno.EISDIR, "a folder of that name", str(target))
            if target.exists() and not target.is_file():
                raise OSError(errno.EINVAL, "a device, which a file would replace", str(target))
            waiting.append((beside, target))
            # Left by a build that was killed, with the process number that is ours now.
            beside.unlink(missing_ok=True)
            _write(beside, data)
        for beside, target in waiting:
            beside.replace(target)
    except OSError as problem:
        raise PublishError(_diagnostics(target, problem)) from problem
    finally:
        for beside, _ in waiting:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
    return [target for _, target in waiting]


def _write(path: Path, data: bytes) -> None:
    # O_EXCL: never through a link that somebody else has put there.
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _diagnostics(path: Path, problem: OSError) -> Diagnostics:
    diagnostics = Diagnostics()
    reason = (problem.strerror or str(problem)).lower()
    diagnostics.error(
        "output-writable",
        f"expected to write the editions, found: {reason}",
        Span(str(path), 1, 1),
        hint=_HINTS.get(problem.errno or 0, "the last editions are untouched"),
    )
    return diagnostics
