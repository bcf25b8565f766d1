"""Packaging (stage 7c): fontTable.xml and the embedded fonts.

Input: font families and their files. Output: the font table, and each file with its first 32 bytes
obfuscated by a key that the table holds (ECMA-376 Part 4, 2.8.1: XOR with the GUID, last byte
first).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from triplicate.editions.docx import ir
from triplicate.editions.docx.fontfile import FontFile, open_font, read_font
from triplicate.editions.docx.package.xml import HEAD, NAMESPACES, escape

SLOTS = ("Regular", "Bold", "Italic", "BoldItalic")
FAMILIES = {"serif": "roman", "sans-serif": "swiss", "monospace": "modern"}


class Embedded(NamedTuple):
    """A font file as a document holds it: its key in registry format, its obfuscated bytes."""

    key: str
    data: bytes
    facts: FontFile


def embedded(path: Path) -> Embedded:
    """The font at ``path``; a file that has not changed is read once.

    Raises:
        OSError: it cannot be read.
    """
    return _embedded(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=64)
def _embedded(path: Path, changed: int) -> Embedded:
    data = open_font(path)[:]
    return Embedded(*obfuscated(data), read_font(data))


def obfuscated(data: bytes) -> tuple[str, bytes]:
    """A font's key, made from its content, and its obfuscated bytes."""
    digest = sha256(data).hexdigest()[:32].upper()
    key = bytes.fromhex(digest)[::-1] * 2
    head = bytes(a ^ b for a, b in zip(data[:32], key, strict=True))
    groups = digest[:8], digest[8:12], digest[12:16], digest[16:20], digest[20:]
    return "{" + "-".join(groups) + "}", head + data[32:]


def font_table_part(document: ir.Document, relate: Callable[[bytes], str]) -> bytes:
    """The content of fontTable.xml; ``relate`` adds a font part and gives its relationship id."""
    parts = [f"{HEAD}<w:fonts {NAMESPACES}>"]
    for font in document.fonts:
        faces = {face.slot: embedded(face.path) for face in font.faces}
        embeds = []
        for slot in SLOTS:
            if slot in faces:
                face = faces[slot]
                embeds.append(f'<w:embed{slot} r:id="{relate(face.data)}" w:fontKey="{face.key}"/>')
        facts = faces[font.faces[0].slot].facts if font.faces else None
        parts.append(f'<w:font w:name="{escape(font.name)}">{_facts(font, facts)}')
        parts += [*embeds, "</w:font>"]
    return "".join([*parts, "</w:fonts>"]).encode()


def _facts(font: ir.Font, facts: FontFile | None) -> str:
    """What Word looks for a substitute by, where it does not take the embedded font."""
    names = escape(",".join(font.substitutes))
    parts = [f'<w:altName w:val="{names}"/>' if names else ""]
    if facts and any(facts.panose):
        parts.append(f'<w:panose1 w:val="{facts.panose.hex().upper()}"/>')
    fixed = facts.fixed_pitch if facts else font.generic == "monospace"
    parts.append(
        f'<w:charset w:val="00"/><w:family w:val="{FAMILIES.get(font.generic, "auto")}"/>'
        f'<w:pitch w:val="{"fixed" if fixed else "variable"}"/>'
    )
    if facts:
        usb = " ".join(f'w:usb{i}="{bits:08X}"' for i, bits in enumerate(facts.unicode_ranges))
        csb = " ".join(f'w:csb{i}="{bits:08X}"' for i, bits in enumerate(facts.code_pages))
        parts.append(f"<w:sig {usb} {csb}/>")
    return "".join(parts)
