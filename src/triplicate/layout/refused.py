"""Files that a web page of somebody else's asked for in vain, as few warnings.

Input: the fetcher's failures and the places of a page. Output: a warning for each cause, at the
first place that asks for such a file; faults of a file's own are told one by one.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from triplicate.diagnostics.wording import listed
from triplicate.resources import MISSING, ON_NETWORK, OUTSIDE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from triplicate.diagnostics import Diagnostics
    from triplicate.layout.pageplaces import PagePlaces

    Failure = tuple[str, OSError | ValueError]

_EXPECTED = {
    OUTSIDE: "expected files below the {folder}, found {names}",
    ON_NETWORK: "expected files below the {folder}, found {names}",
    MISSING: "expected files, found nothing at {names}",
}
_HINTS = {
    OUTSIDE: "allow a folder that holds the page and these files: --root FOLDER, in Python root=",
    ON_NETWORK: "nothing is fetched from the network: save the files beside the page",
}


def failure_warnings(
    failures: Iterable[Failure],
    diagnostics: Diagnostics,
    places: PagePlaces | None,
    *,
    rooted: bool = False,
) -> None:
    """Warn of files that could not be had; where it is ``rooted``, the user has named a folder."""
    causes: dict[str, dict[str, str]] = {}
    for url, problem in failures:
        cause = getattr(problem, "cause", "")
        causes.setdefault(cause or str(problem), {}).setdefault(url, cause)
    folder = "folder of --root" if rooted else "page's folder"
    for cause, asked in causes.items():
        urls = list(asked)
        span = next(filter(None, map(places.address, urls)), None) if places else None
        if cause in _EXPECTED:
            names = listed([f'"{_shown(url, places)}"' for url in urls])
            message = _EXPECTED[cause].format(folder=folder, names=names)
        else:
            message = cause
        diagnostics.warning("resource-loads", message, span, _HINTS.get(cause, ""))


def _shown(url: str, places: PagePlaces | None) -> str:
    """An address as the page's folder has it, shortened."""
    base = urlsplit(places.base_url if places else "")
    parts = urlsplit(url)
    if parts.scheme == "file" and not parts.netloc:
        url = unquote(parts.path)
        if base.scheme == "file":
            near = os.path.relpath(url, Path(unquote(base.path)).parent).replace(os.sep, "/")
            url = min(near, url, key=len)
    return url if len(url) <= 80 else "…" + url[-79:]
