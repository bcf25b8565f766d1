"""Style sheets that import each other in a circle, which WeasyPrint 70 follows without end.

Input: the sheets that are being read. Output: `FolderFetcher.importing`, by which the fetcher
refuses a sheet inside itself. A guarded patch of ``weasyprint.preprocess_stylesheet``, in force
only inside the context manager.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def straight_imports() -> Iterator[None]:
    """Let the fetcher know which sheets the one that it is asked for is imported by."""
    import weasyprint

    read = weasyprint.preprocess_stylesheet

    def noted(
        media: str, base_url: str, rules: Any, fetcher: Any, *others: Any, **more: Any
    ) -> Any:
        fetcher.importing.append(base_url)
        try:
            return read(media, base_url, rules, fetcher, *others, **more)
        finally:
            fetcher.importing.pop()

    weasyprint.preprocess_stylesheet = noted
    try:
        yield
    finally:
        weasyprint.preprocess_stylesheet = read
