"""Whether a PDF draws the letters that its text claims.

Input: a PDF and the fonts it was made with. Output: the codes whose embedded outline is not the
outline that the original font has for the claimed character. A wrong ToUnicode map passes every
validator; nothing but the shapes can tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from tests.readback.pdf_content import shown_on
from tests.readback.pdf_fonts import PdfFont


def misread_codes(path: Path, originals: Iterable[Path]) -> list[str]:
    """Codes on the pages of ``path`` that read as one character and look like another.

    Ligatures, whose text is several characters, have no outline of their own to compare with.

    Raises:
        KeyError: a font is embedded that is not among ``originals``.
    """
    known = {font["name"].getDebugName(6): font for font in map(TTFont, originals)}
    problems = []
    with pikepdf.open(path) as pdf:
        for name, (font, embedded, codes) in sorted(_used(pdf).items()):
            original = known[_postscript_name(embedded)]
            for code in sorted(codes):
                claimed = font.meanings.get(code, "")
                if len(claimed) != 1:
                    continue
                drawn = _shape(embedded, embedded.getGlyphName(code))
                if all(drawn != _shape(original, glyph) for glyph in _forms(original, claimed)):
                    problems.append(f"{name}: code {code:04x} does not look like {claimed!r}")
    return problems


def _used(pdf: pikepdf.Pdf) -> dict[str, tuple[PdfFont, TTFont, set[int]]]:
    """Each font that shows text, as read and as embedded, with the codes shown."""
    used: dict[str, tuple[PdfFont, TTFont, set[int]]] = {}
    fonts: dict[Any, PdfFont] = {}
    for page in pdf.pages:
        shown = shown_on(page, fonts)
        for name, embedded in _embedded(page):
            for one in shown:
                if one.font.name == name:
                    _, _, codes = used.setdefault(name, (one.font, embedded, set()))
                    codes.update(one.font.codes(one.raw))
    return used


def _embedded(page: pikepdf.Page) -> Iterator[tuple[str, TTFont]]:
    resources: Any = page.obj.Resources
    for font in resources.Font.values():
        descendant = font.DescendantFonts[0]
        assert descendant.get("/CIDToGIDMap", "/Identity") == "/Identity"
        program = descendant.FontDescriptor.FontFile2.read_bytes()
        yield str(font.BaseFont).lstrip("/"), TTFont(BytesIO(program), lazy=True)


def _postscript_name(font: TTFont) -> str:
    return str(font["name"].getDebugName(6)) if "name" in font else ""


def _forms(font: TTFont, character: str) -> Iterator[str]:
    """The glyphs that a font may draw for a character: its own, and other styles of it.

    Those come by single substitution: tabular figures, marks that fit capitals.
    """
    wanted = [font.getBestCmap()[ord(character)]]
    tables = [table for lookup in font["GSUB"].table.LookupList.Lookup for table in lookup.SubTable]
    single = [getattr(table, "ExtSubTable", table) for table in tables]
    for glyph in wanted:
        yield glyph
        found = {table.mapping.get(glyph) for table in single if hasattr(table, "mapping")}
        wanted.extend(sorted({one for one in found if isinstance(one, str)} - set(wanted)))


def _shape(font: TTFont, glyph: str) -> list[Any]:
    glyphs = font.getGlyphSet()
    pen = DecomposingRecordingPen(glyphs)
    glyphs[glyph].draw(pen)
    return list(pen.value)
