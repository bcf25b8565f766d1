"""Lowering (stage 7c): which font a family list means, how tall its lines are, what to embed.

Input: the theme's font faces. Output: names for run formats, `ir.Font` for the package.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from triplicate.editions.docx import ir
from triplicate.editions.docx.fontfile import FontFile, open_font, read_font
from triplicate.editions.docx.fontwidths import Widths
from triplicate.editions.docx.lower.css.scripts import COMPLEX, EAST_ASIAN, SAMPLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from triplicate.diagnostics import Diagnostics
    from triplicate.theme import FontFace

BOLD_FROM = 600
# What stands behind a generic family on every machine that has Word.
GENERIC = {"serif": "Times New Roman", "sans-serif": "Arial", "monospace": "Courier New"}
# Names for the font of a browser's own windows: other programs have no font of that name.
OF_BROWSERS = {
    "system-ui": "sans-serif",
    "-apple-system": "sans-serif",
    "blinkmacsystemfont": "sans-serif",
    "ui-sans-serif": "sans-serif",
    "ui-rounded": "sans-serif",
    "ui-serif": "serif",
    "ui-monospace": "monospace",
}
UNKNOWN_LINE = 1.2  # em: close to most text fonts
UNKNOWN_WIDTH = 0.5
UNKNOWN_DESCENT = 0.22
# Families of a machine are known by their names only.
NAMED_FOR = {
    EAST_ASIAN: re.compile(
        r"CJK|\b(SC|TC|HK|JP|KR)\b|Mincho|Gothic|Meiryo|Song|SimSun|SimHei|Hei\b|Kai\b|Ming|"
        r"YaHei|JhengHei|Malgun|Batang|Gulim|Dotum|Nanum|Hiragino|PingFang",
    ),
    COMPLEX: re.compile(
        r"Arabic|Naskh|Nastaliq|Kufi|Hebrew|David|Miriam|Frank|Devanagari|Thai|Amiri|Scheherazade"
    ),
}
_DIGITS = re.compile("[0-9]")
_SLOTS = {
    (False, False): "Regular",
    (True, False): "Bold",
    (False, True): "Italic",
    (True, True): "BoldItalic",
}


class _File(NamedTuple):
    face: FontFace
    facts: FontFile
    widths: Widths


class Fonts:
    """The faces a document may use. Word knows four of a family: regular, bold, italic, both.

    ``scripts`` collects the kinds of scripts, other than Latin, that the document's text is in.
    """

    def __init__(self, faces: Sequence[FontFace], diagnostics: Diagnostics) -> None:
        self.faces = faces
        self._diagnostics = diagnostics
        self._families = {face.family for face in faces}
        self._lists: dict[str, tuple[str, ...]] = {}
        self._others: dict[tuple[str, tuple[str, ...]], str] = {}
        self.scripts: set[str] = set()
        self._faces: dict[tuple[str, bool, bool], FontFace] = {}
        for face in faces:
            key = (face.family, face.weight >= BOLD_FROM, face.style != "normal")
            known = self._faces.get(key)
            usual = 700 if key[1] else 400
            if known is None or abs(face.weight - usual) < abs(known.weight - usual):
                self._faces[key] = face
        self._files: dict[tuple[str, bool, bool], _File | None] = {}

    def family(self, names: Sequence[str]) -> str:
        """The first family that the theme has a file of, else the first that is named."""
        known = [name for name in names if name.lower() not in OF_BROWSERS]
        names = known or [OF_BROWSERS[name.lower()] for name in names]
        name = next((n for n in names if n in self._families), names[0])
        name = GENERIC.get(name, name)
        self._lists.setdefault(name, tuple(names))
        return name

    def family_for(self, kind: str, names: Sequence[str]) -> str:
        """The first family for a kind of script: one with its letters, or with a name for it."""
        key = kind, tuple(names)
        if key not in self._others:
            found = next((name for name in names if self._is_for(kind, name)), None)
            if found is not None:
                self._lists.setdefault(found, key[1])
            self._others[key] = found or self.family(names)
        return self._others[key]

    def _is_for(self, kind: str, name: str) -> bool:
        if name not in self._families:
            return NAMED_FOR[kind].search(name) is not None
        file = self._file((name, False, False))
        return file is not None and file.widths.covers(SAMPLES[kind])

    def line(self, family: str, bold: bool, italic: bool) -> float:
        """The height of a line that Word gives the font of its own accord, in em."""
        file = self._file((family, bold, italic)) or self._file((family, False, False))
        return file.facts.line if file else UNKNOWN_LINE

    def descent(self, run: ir.RunFormat) -> float:
        """How far a line of text goes below its baseline, in em."""
        file = self._file((run.font or "", bool(run.bold), bool(run.italic)))
        return file.facts.descent if file else UNKNOWN_DESCENT

    def width(self, run: ir.RunFormat, text: str, *, columns: bool = True) -> float:
        """The width of ``text`` in em, digits as wide as a zero: numbers stand in ``columns``."""
        key = run.font or "", bool(run.bold), bool(run.italic)
        file = self._file(key) or self._file((key[0], False, False))
        if file is None:
            spaces = text.count(" ") + text.count("\u00a0")
            return UNKNOWN_WIDTH * (len(text) - spaces / 2)
        text = text.upper() if run.caps else text
        return file.widths(_DIGITS.sub("0", text) if columns else text)

    def pixels(self, run: ir.RunFormat, text: str, *, columns: bool = True) -> float:
        """The width of ``text`` in pixels, in the size that Word gets."""
        return self.width(run, text, columns=columns) * (run.size or 0) / 1.5

    def table(self, formats: Iterable[ir.RunFormat]) -> tuple[ir.Font, ...]:
        """The families that ``formats`` (complete ones) use, with the files to embed."""
        wanted = {
            (font or "", bool(look.bold), bool(look.italic))
            for look in formats
            for font in self._fonts_of(look)
        }
        fonts = []
        for name, keys in groupby(sorted(wanted), key=lambda key: key[0]):
            names = self._lists.get(name, ())
            substitutes = tuple(n for n in names if n != name and n not in GENERIC)
            generic = next((n for n in names if n in GENERIC), "")
            fonts.append(ir.Font(name, substitutes, generic, tuple(self._embedded(keys))))
        return tuple(fonts)

    def _fonts_of(self, look: ir.RunFormat) -> Iterator[str | None]:
        yield look.font
        if EAST_ASIAN in self.scripts:
            yield look.font_east_asian
        if COMPLEX in self.scripts:
            yield look.font_complex

    def _embedded(self, keys: Iterable[tuple[str, bool, bool]]) -> Iterator[ir.Face]:
        """The files whose licence lets them travel."""
        for key in keys:
            file = self._file(key)
            if file is None or not file.face.embed:
                continue
            if file.facts.embeddable:
                yield ir.Face(_SLOTS[key[1:]], file.face.path)
            else:
                self._diagnostics.warning(
                    "font-embeddable",
                    "expected a font that may be embedded for editing, "
                    f"found fsType {file.facts.rights} in {file.face.path.name}",
                    hint="readers without the font will see another one in the Word edition",
                )

    def _file(self, key: tuple[str, bool, bool]) -> _File | None:
        if key not in self._files:
            self._files[key] = self._read(key)
        return self._files[key]

    def _read(self, key: tuple[str, bool, bool]) -> _File | None:
        face = self._faces.get(key)
        if face is None:
            return None
        try:
            data = open_font(face.path)
            return _File(face, read_font(data), Widths(data))
        except (OSError, ValueError) as problem:
            self._diagnostics.warning(
                "font-readable", f"expected a readable font at {face.path.name}: {problem}"
            )
            return None
