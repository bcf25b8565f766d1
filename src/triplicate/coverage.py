"""Whether the theme's fonts can show the report: no character may come out as an empty box.

Input: the rendered HTML, the theme's fonts and the report's folder. Output: a diagnostic for
each character that no font has, at the first place in the report that holds it. PDF/A forbids
the empty box (ISO 19005-2, 6.2.11.8), and Word and browsers would each substitute another font.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from triplicate.diagnostics import Span

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from triplicate.diagnostics import Diagnostics
    from triplicate.theme import FontFace

_MOST_REPORTED = 10
_SUFFIXES = (".yaml", ".md", ".csv")
# Shown by no glyph: line ends, soft hyphen, joiners, direction marks, variation selectors. And
# U+FFFD, which stands for what could not be read and has been reported as such.
_INVISIBLE = frozenset(
    number
    for first, last in (
        (0x09, 0x0D),
        (0xAD, 0xAD),
        (0x200B, 0x200F),
        (0x2028, 0x202E),
        (0x2060, 0x2069),
        (0xFE00, 0xFE0F),
        (0xFEFF, 0xFEFF),
        (0xFFFD, 0xFFFD),
    )
    for number in range(first, last + 1)
)


def check_coverage(
    html: str, fonts: Iterable[FontFace], folder: Path, diagnostics: Diagnostics
) -> None:
    """Report the characters of ``html`` that none of ``fonts`` has; at most ten of them.

    A theme without fonts of its own is not checked: it has chosen the machine's.
    """
    paths = [font.path for font in fonts]
    if not paths or _report_damaged(paths, diagnostics):
        return
    missing = {ord(character) for character in set(html)} - _INVISIBLE
    for path in paths:
        if not missing:
            return
        missing -= _codepoints(path)
    for number, codepoint in enumerate(sorted(missing)):
        if number == _MOST_REPORTED:
            diagnostics.error(
                "font-has-character",
                f"expected characters of the theme's fonts, found {len(missing) - number} more",
                _place(chr(codepoint), folder),
            )
            return
        diagnostics.error(
            "font-has-character",
            f'expected characters of the theme\'s fonts, found "{chr(codepoint)}" '
            f"({_name(codepoint)})",
            _place(chr(codepoint), folder),
            hint="replace it, or give --theme a style sheet whose fonts have it",
        )


def _report_damaged(paths: Iterable[Path], diagnostics: Diagnostics) -> bool:
    """Report the files that HarfBuzz cannot cut a single character out of."""
    damaged = [path for path in paths if not _is_sound(path)]
    for path in damaged:
        diagnostics.error(
            "font-readable",
            "expected a TrueType or OpenType font, found a file that cannot be read as one",
            Span(str(path), 1, 1),
            hint="download the font again, as static .ttf or .otf files",
        )
    return bool(damaged)


@cache
def _is_sound(path: Path) -> bool:
    import uharfbuzz

    options = uharfbuzz.SubsetInput()
    options.unicode_set.add(0x20)
    try:
        uharfbuzz.subset(uharfbuzz.Face(path.read_bytes()), options)
    except RuntimeError:
        return False
    return bool(_codepoints(path))


@cache
def _codepoints(path: Path) -> frozenset[int]:
    import uharfbuzz

    return frozenset(uharfbuzz.Face(path.read_bytes()).unicodes)


def _name(codepoint: int) -> str:
    from unicodedata import name

    return f"U+{codepoint:04X} {name(chr(codepoint), 'unnamed').capitalize()}".rstrip()


def _place(character: str, folder: Path) -> Span | None:
    for path in sorted(folder.iterdir()):
        if path.suffix not in _SUFFIXES or not path.is_file():
            continue
        for number, line in enumerate(path.read_text("utf-8-sig", "replace").splitlines(), 1):
            if (column := line.find(character) + 1) > 0:
                return Span(str(path), number, column, number, column + 1)
    return None
