"""The files a document may load: fonts, images and style sheets below the allowed folders.

Input: an address as HTML or CSS writes it. Output: a path, or `RefusedResource` with the reason.
"""

from __future__ import annotations

import errno
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

MEDIA_TYPES = {
    ".css": "text/css",
    ".ttf": "font/ttf",
    ".otf": "font/otf",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".svg": "image/svg+xml",
}
MAX_BYTES = 20_000_000
NOWHERE = (
    "put the file into the report's folder or beside the theme's templates; "
    "nothing is fetched from the network"
)
# Why files are refused that are not looked at: those of one cause may be told together.
ON_NETWORK, OUTSIDE, MISSING = "on the network", "outside", "missing"
REPAIR = "export the picture again, as PNG, JPEG or SVG; a large one with fewer pixels"


class RefusedResource(ValueError):
    """A resource that may not or cannot be loaded; the message says what was expected.

    ``cause`` is one of those named above; "" for faults of a file's own.
    """

    def __init__(self, message: str, hint: str = NOWHERE, cause: str = "") -> None:
        super().__init__(message)
        self.hint, self.cause = hint, cause


@dataclass(frozen=True, slots=True)
class Resources:
    """Looks addresses up below ``folders``, in order: the report's folder, then the theme's.

    Without folders every file is refused. ``whole_pictures`` refuses those that are damaged, too.
    Addresses from the root of a web site ("/style.css") are looked up below ``site``.

    A list of schemes alone would not keep a document inside: ``file:`` reaches every file of
    the machine (CVE-2024-28184). So paths are compared after symbolic links are followed.
    """

    folders: tuple[Path, ...]
    whole_pictures: bool = False
    site: Path | None = None

    @property
    def base_url(self) -> str:
        """What relative addresses are joined to: the first folder, as a ``file:`` URL."""
        return self.folders[0].resolve().as_uri() + "/"

    def path(self, address: str) -> Path:
        """The file behind a relative address or an absolute ``file:`` URL.

        Raises:
            RefusedResource: another scheme, a path outside the folders, no such file, a file
                of more than 20 MB, an SVG that would take for ever to draw, or a picture that
                is not whole.
        """
        parts = urlsplit(address)
        if parts.scheme not in ("", "file") or parts.netloc:
            raise RefusedResource(
                f'expected a file of the report or the theme, found "{_short(address)}"',
                cause=ON_NETWORK,
            )
        written = unquote(parts.path)
        if "\0" in written:
            raise RefusedResource("expected a file name, found a NUL character")
        for candidate in self._candidates(written):
            path = _followed(candidate, written)
            if not any(path.is_relative_to(folder.resolve()) for folder in self.folders):
                raise RefusedResource(
                    "expected a file inside the report's or the theme's folder, "
                    f'found "{_short(written)}"',
                    cause=OUTSIDE,
                )
            if path.is_file():
                self._check(path, _short(written.rpartition("/")[2]))
                return path
        shown = self._shown(written)
        raise RefusedResource(
            f'expected a file, found nothing at "{_short(shown)}"',
            cause=OUTSIDE if self._is_of_site(Path(shown)) else MISSING,
        )

    def _check(self, path: Path, name: str) -> None:
        facts = path.stat()
        if facts.st_size > MAX_BYTES:
            raise RefusedResource(
                f"expected a file of at most {MAX_BYTES / 1e6:.0f} MB, found "
                f'"{name}" of {facts.st_size / 1e6:,.0f} MB',
                hint="save it smaller",
            )
        if path.suffix.lower() == ".svg":
            _check_drawing_once(path, facts.st_mtime_ns)
        if self.whole_pictures and (fault := _fault_once(path, facts.st_mtime_ns)):
            raise RefusedResource(fault, REPAIR)

    def _candidates(self, written: str) -> list[Path]:
        relative = self._shown(written)
        if (path := Path(relative)).is_absolute():
            if self.site is not None and self._is_of_site(path):
                return [self.site / relative.lstrip("/")]
            return [path]
        return [folder / relative for folder in self.folders]

    def _is_of_site(self, path: Path) -> bool:
        """Whether an absolute path is that of an address from the root of a web site."""
        if self.site is None or not path.is_absolute():
            return False
        return not any(path.is_relative_to(folder) for folder in self.folders)

    def _shown(self, written: str) -> str:
        base = str(self.folders[0].resolve()) + "/" if self.folders else ""
        return written.removeprefix(base)


def _followed(path: Path, written: str) -> Path:
    """A path without its symbolic links.

    Raises:
        RefusedResource: links lead to each other, or no file can have the name.
    """
    try:
        found = path.resolve()
        found.is_file()
    except (OSError, RuntimeError) as problem:  # RuntimeError: a circle, before Python 3.13
        too_long = isinstance(problem, OSError) and problem.errno == errno.ENAMETOOLONG
        kind = "a name that is too long" if too_long else "links that lead to each other"
        raise RefusedResource(f'expected a file, found {kind}: "{_short(written)}"') from problem
    return found


def check_drawing(data: bytes) -> None:
    """Refuse the file of an SVG that comes to too many shapes: programs try to draw each.

    Raises:
        RefusedResource: it does.
    """
    from triplicate.drawings import MAX_SHAPES, is_drawable

    if not is_drawable(data):
        raise RefusedResource(
            f"expected an SVG of at most {MAX_SHAPES:,} shapes, found copies of copies (<use>) "
            "that come to more",
            hint="",
        )


@cache
def _fault_once(path: Path, changed: int) -> str:
    from triplicate.picturefiles import fault

    return fault(path)


@cache
def _check_drawing_once(path: Path, changed: int) -> None:
    check_drawing(path.read_bytes())


def media_type(path: Path) -> str:
    """The media type by the file's suffix; "application/octet-stream" where unknown."""
    return MEDIA_TYPES.get(path.suffix.lower(), "application/octet-stream")


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:77] + "…"
