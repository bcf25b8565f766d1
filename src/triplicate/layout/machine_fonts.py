"""Which font files of the machine a document asks for.

Input: a WeasyPrint font configuration that reads the machine's fonts, and style sheets. Output:
`FontFace`s, so that the Word edition knows line heights and widths. Fontconfig's own names of
styles tell regular, bold and italic files apart: WeasyPrint's binding reads no numbers.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from triplicate.theme import FontFace

if TYPE_CHECKING:
    from collections.abc import Iterator

_FAMILIES = re.compile(r"\bfont(?:-family)?\s*:([^;{}]*)", re.IGNORECASE)
# The size that ends all else in the `font` shorthand.
_UP_TO_SIZE = re.compile(r".*\d(?:[a-z]+|%)?(?:\s*/\s*[\w.%]+)?\s", re.DOTALL)
_STYLES = {
    "regular": (400, "normal"),
    "book": (400, "normal"),
    "roman": (400, "normal"),
    "bold": (700, "normal"),
    "italic": (400, "italic"),
    "oblique": (400, "italic"),
    "bold italic": (700, "italic"),
    "bold oblique": (700, "italic"),
}
_SUFFIXES = (".ttf", ".otf")


def machine_faces(css: str, font_config: Any) -> tuple[FontFace, ...]:
    """The machine's faces of the families that ``css`` names, sorted; they are not embedded."""
    wanted = {name.lower(): name for name in named_families(css)}
    faces = set()
    for family, style, path in _installed(font_config):
        if family.lower() in wanted and style.lower() in _STYLES and path.suffix in _SUFFIXES:
            weight, slant = _STYLES[style.lower()]
            faces.add(FontFace(wanted[family.lower()], weight, slant, path, embed=False))
    return tuple(sorted(faces, key=lambda face: (face.family, face.weight, face.style, face.path)))


def named_families(css: str) -> set[str]:
    """Every name that may be a font family in ``css``, generic ones and keywords included."""
    names = set()
    for value in _FAMILIES.findall(css):
        for name in _UP_TO_SIZE.sub("", value, count=1).split(","):
            names.add(" ".join(name.strip(" \t\r\n'\"").split()))
    return names - {""}


def _installed(font_config: Any) -> Iterator[tuple[str, str, Path]]:
    """Family, style and file of each font of the machine."""
    from weasyprint.text.ffi import ffi, fontconfig

    fonts = fontconfig.FcConfigGetFonts(font_config._config, fontconfig.FcSetSystem)
    if fonts == ffi.NULL:
        return
    string = ffi.new("FcChar8 **")

    def read(pattern: Any, name: bytes) -> str:
        if fontconfig.FcPatternGetString(pattern, name, 0, string) != 0:
            return ""
        return bytes(ffi.string(string[0])).decode(errors="surrogateescape")

    for index in range(fonts.nfont):
        pattern = fonts.fonts[index]
        yield read(pattern, b"family"), read(pattern, b"style"), Path(read(pattern, b"file"))


def shown_family(font_config: Any, name: str) -> str:
    """The family of the font that text in the family ``name`` is set in, a generic one too."""
    from weasyprint.text.ffi import ffi, gobject, pango

    unref = gobject.g_object_unref
    described = ffi.gc(pango.pango_font_description_new(), pango.pango_font_description_free)
    pango.pango_font_description_set_family(described, name.encode())
    context = ffi.gc(pango.pango_font_map_create_context(font_config.font_map), unref)
    font = pango.pango_font_map_load_font(font_config.font_map, context, described)
    if font == ffi.NULL:
        return name
    found = pango.pango_font_describe_with_absolute_size(ffi.gc(font, unref))
    found = ffi.gc(found, pango.pango_font_description_free)
    return bytes(ffi.string(pango.pango_font_description_get_family(found))).decode()
