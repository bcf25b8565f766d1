"""Where the rules of a style sheet stand, for those who have to name the place.

Input: the text of a sheet, which may be put together from several, and an offset in it. Output:
the place in the file that the rule was read from.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from triplicate.diagnostics import Span


class Source(NamedTuple):
    """From ``start`` on a sheet's text is that of ``file``, at a line and column from 1.

    ``file`` is "" for text that comes from no file.
    """

    start: int
    file: str
    line: int = 1
    column: int = 1


def place(css: str, sources: Iterable[Source], offset: int) -> Span | None:
    """The place of an offset in ``css``; None where it comes from no file."""
    from triplicate.diagnostics import Span

    source = max((one for one in sources if one.start <= offset), default=None)
    if source is None or not source.file:
        return None
    lines = css.count("\n", source.start, offset)
    if lines:
        return Span(source.file, source.line + lines, offset - css.rfind("\n", 0, offset))
    return Span(source.file, source.line, source.column + offset - source.start)


def file_of(url: str) -> str:
    """The path of a ``file:`` URL that names a file, else ""."""
    from urllib.parse import unquote, urlsplit

    parts = urlsplit(url)
    is_file = parts.scheme == "file" and not parts.path.endswith("/")
    return unquote(parts.path) if is_file else ""
