"""What a PDF's text codes mean: each font's ToUnicode map, and whether the font is italic.

Input: a font dictionary. Output: `PdfFont`. Only ToUnicode counts, as for whoever copies text,
searches or listens; a code without an entry reads as U+FFFD.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_ITALIC_FLAG = 1 << 6
_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")


@dataclass(frozen=True, slots=True)
class PdfFont:
    """One font as text is read with it; ``width`` is the number of bytes a code has."""

    name: str
    italic: bool
    width: int
    meanings: dict[int, str]

    def codes(self, shown: bytes) -> list[int]:
        """The codes in a string that the page shows."""
        step = self.width
        return [int.from_bytes(shown[at : at + step], "big") for at in range(0, len(shown), step)]

    def text(self, shown: bytes) -> str:
        """What a string that the page shows reads as."""
        return "".join(self.meanings.get(code, "\ufffd") for code in self.codes(shown))


def read_font(font: Any) -> PdfFont:
    """Read a font dictionary (ISO 32000-1, 9.10.3: ToUnicode)."""
    composite = font.Subtype == "/Type0"
    descriptor = (font.DescendantFonts[0] if composite else font).get("/FontDescriptor", {})
    flags = int(descriptor.get("/Flags", 0))
    angle = float(descriptor.get("/ItalicAngle", 0))
    cmap = font["/ToUnicode"].read_bytes() if "/ToUnicode" in font else b""
    return PdfFont(
        name=str(font.get("/BaseFont", "")).lstrip("/"),
        italic=bool(flags & _ITALIC_FLAG) or angle != 0,
        width=2 if composite else 1,
        meanings=dict(_meanings(cmap)),
    )


def _meanings(cmap: bytes) -> Iterator[tuple[int, str]]:
    for section in _SECTION.finditer(cmap):
        tokens = iter([_token(match) for match in _TOKEN.finditer(section[2])])
        for first in tokens:
            if section[1] == b"bfchar":
                yield _number(first), _text(next(tokens))
                continue
            last, target = _number(next(tokens)), next(tokens)
            if target == "[":
                for code in range(_number(first), last + 1):
                    yield code, _text(next(tokens))
                next(tokens)
                continue
            start = _text(target)
            for code in range(_number(first), last + 1):
                yield code, start[:-1] + chr(ord(start[-1]) + code - _number(first))


def _token(match: re.Match[bytes]) -> bytes | str:
    if match[2] or match[3]:
        return match[0].decode()
    return bytes.fromhex(match[1].decode())


def _number(token: bytes | str) -> int:
    assert isinstance(token, bytes)
    return int.from_bytes(token, "big")


def _text(token: bytes | str) -> str:
    assert isinstance(token, bytes)
    return token.decode("utf-16-be")
