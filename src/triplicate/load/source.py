"""Bytes of one file to text that knows its lines and columns (stage 1)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from pathlib import Path
from unicodedata import name as character_name

from triplicate.diagnostics import Diagnostics, Span

# C0 and C1 controls but tab and newline, noncharacters, line and paragraph separators (YAML 1.1
# takes these for line breaks, editors don't), and lone surrogates.
_UNCLEAN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff"
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000)
    )
    + "]"
)
_MOST_REPORTED = 20
# The first bytes of files that are no text, and what people call them.
_PROGRAMS = {
    b"PK\x03\x04": "a Word, Excel or ZIP file",
    b"\xd0\xcf\x11\xe0": "an old Word or Excel file",
    b"%PDF": "a PDF",
    b"{\\rtf": "an RTF file",
}
_PICTURES = {b"\x89PNG": "a PNG", b"\xff\xd8\xff": "a JPEG", b"GIF8": "a GIF"}
_CONTROLS = {*range(9), *range(14, 27), *range(28, 32)}  # 27 begins ISO-2022-JP's characters
_SAVE_AS_UTF8 = (
    "save the file as UTF-8 (in Excel: Save As, CSV UTF-8; in an editor: Save with Encoding)"
)


class Source:
    """A file's text with newlines as line feeds, and the way from offsets to lines and columns."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self._starts: list[int] | None = None

    @property
    def starts(self) -> list[int]:
        """The offsets of the lines' first characters."""
        if self._starts is None:
            self._starts = [0, *(match.end() for match in re.finditer("\n", self.text))]
        return self._starts

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column, from 1, of the character at ``offset``."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """Return the offset of what stands at ``line`` and ``column``; inside the text always."""
        start = self.starts[min(line, len(self.starts)) - 1]
        return min(start + column - 1, len(self.text))

    def span(self, start: int, end: int | None = None) -> Span:
        """Return the place of ``text[start:end]``; a point if ``end`` is None."""
        line, column = self.place(start)
        if end is None or end <= start:
            return Span(self.file, line, column)
        return Span(self.file, line, column, *self.place(end))


class Excerpt:
    """Text taken from a source, such as a YAML value, whose characters can be found there again.

    ``offsets[i]`` is where character ``i`` stands in the source (one more than the text has, for
    its end); None means that the text is the whole source.
    """

    def __init__(self, source: Source, text: str, offsets: Sequence[int] | None = None) -> None:
        self.source = source
        self.text = text
        self._offsets = offsets

    def span(self, start: int, end: int | None = None) -> Span:
        """Return the place in the file of ``text[start:end]``; a point if ``end`` is None."""
        if self._offsets is None:
            return self.source.span(start, end)
        last = len(self._offsets) - 1
        first = self._offsets[min(start, last)]
        if end is None or end <= start:
            return self.source.span(first)
        return self.source.span(first, self._offsets[min(end - 1, last)] + 1)


def read_source(path: Path, file: str, limit: int, diagnostics: Diagnostics) -> Source | None:
    """Return the text of ``path``, called ``file`` in diagnostics; None if it can't be read.

    What is not UTF-8 or not fit for print is reported and replaced, so that the rest of the file
    can still be checked. ``limit`` is the most bytes it may have.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(limit + 1)
    except OSError as problem:
        reason = problem.strerror or type(problem).__name__
        diagnostics.error(
            "file-is-readable", f"expected a readable file, found: {reason}", Span(file, 1, 1)
        )
        return None
    if len(data) > limit:
        diagnostics.error(
            "file-size",
            f"expected at most {limit / 1e6:g} MB, found more",
            Span(file, 1, 1),
            "split the report, or look whether this is the right file",
        )
        return None
    return decode(data, file, diagnostics)


def decode(data: bytes, file: str, diagnostics: Diagnostics) -> Source | None:
    """Return the UTF-8 text of ``data`` (a byte order mark is dropped).

    None if it is UTF-16, or no text at all.
    """
    kind = _named(data, _PROGRAMS)
    if kind:
        hint = "save it as plain text, in UTF-8: from Word as .txt, from Excel as CSV UTF-8"
        message = f"expected UTF-8 text, found {kind}"
        diagnostics.error("text-is-utf-8", message, Span(file, 1, 1), hint)
        return None
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or _has_wide_characters(data):
        diagnostics.error(
            "text-is-utf-8", "expected UTF-8 text, found UTF-16", Span(file, 1, 1), _SAVE_AS_UTF8
        )
        return None
    data = data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    try:
        source = Source(file, data.decode("utf-8"))
    except UnicodeDecodeError:
        source = _decode_broken(data, file, diagnostics)
    return _clean(source, diagnostics)


def other_than_text(data: bytes) -> str:
    """What a file is that is no text, in whatever encoding that says its name; "" for text."""
    if kind := _named(data, _PROGRAMS | _PICTURES):
        return kind
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ""
    if _has_wide_characters(data):
        return "UTF-16 without a byte order mark"
    start = data[:1000]
    return "a file of some program" if sum(map(_CONTROLS.__contains__, start)) > 50 else ""


def _named(data: bytes, kinds: dict[bytes, str]) -> str:
    return next((name for start, name in kinds.items() if data.startswith(start)), "")


def _has_wide_characters(data: bytes) -> bool:
    """Whether every other byte is 0, as in UTF-16 without a byte order mark."""
    start = data[:200]
    return len(start) > 1 and any(set(start[first::2]) == {0} for first in (0, 1))


def _decode_broken(data: bytes, file: str, diagnostics: Diagnostics) -> Source:
    # Undecodable bytes become lone surrogates (PEP 383), one a byte, and then U+FFFD.
    text = data.decode("utf-8", "surrogateescape")
    source = Source(file, text)
    lines: set[int] = set()
    for match in re.finditer("[\udc80-\udcff]+", text):
        span = source.span(match.start(), match.end())
        if span.line in lines:
            continue
        lines.add(span.line)
        if len(lines) > _MOST_REPORTED:
            break
        found = bytes(ord(char) - 0xDC00 for char in match[0])
        diagnostics.error(
            "text-is-utf-8",
            f"expected UTF-8 text, found {_bytes_in_words(found)}",
            span,
            _SAVE_AS_UTF8,
        )
    return Source(file, re.sub("[\udc80-\udcff]", "\ufffd", text))


def _bytes_in_words(found: bytes) -> str:
    shown = " ".join(f"{byte:02X}" for byte in found[:4])
    # Windows-1252 is what Excel and old editors write where they don't write UTF-8.
    letters = found.decode("cp1252", "ignore")
    guess = f' (in Windows Latin-1: "{letters[:4]}")' if letters.isprintable() and letters else ""
    return f"the byte{'s' if len(found) > 1 else ''} {shown}{guess}"


def _clean(source: Source, diagnostics: Diagnostics) -> Source:
    found = 0
    for match in _UNCLEAN.finditer(source.text):
        found += 1
        if found > _MOST_REPORTED:
            break
        char = match[0]
        known = character_name(char, "control character" if char < "\xa0" else "no character")
        diagnostics.error(
            "text-is-printable",
            f"expected printable text, found U+{ord(char):04X} ({known.lower()})",
            source.span(match.start(), match.end()),
            "delete this character; it is invisible in most editors",
        )
    return Source(source.file, _UNCLEAN.sub("\ufffd", source.text)) if found else source
