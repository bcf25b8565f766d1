"""Packaging (stage 7c): fontTable.xml and the embedded fonts.

Input: font faces. Output: the font table, and each file with its first 32 bytes obfuscated by a
key that the table holds (ECMA-376 Part 4, 2.8.1: XOR with the GUID, last byte first).
"""

from __future__ import annotations

from hashlib import sha256
from typing import NamedTuple

from triplicate.editions.docx import ir
from triplicate.editions.docx.fontfile import FontFile, read_font
from triplicate.editions.docx.package.xml import HEAD, NAMESPACES, escape

SLOTS = ("Regular", "Bold", "Italic", "BoldItalic")


class EmbeddedFont(NamedTuple):
    """An obfuscated font and its key in registry format."""

    face: ir.Face
    key: str
    data: bytes


def obfuscate(face: ir.Face) -> EmbeddedFont:
    """Obfuscate a font by a key made from its content, so that the same file gives the same."""
    digest = sha256(face.data).hexdigest()[:32].upper()
    sizes = (8, 4, 4, 4, 12)
    starts = [sum(sizes[:index]) for index in range(len(sizes))]
    groups = [digest[start : start + size] for start, size in zip(starts, sizes, strict=True)]
    key = bytes.fromhex(digest)[::-1] * 2
    head = bytes(a ^ b for a, b in zip(face.data[:32], key, strict=True))
    return EmbeddedFont(face, "{" + "-".join(groups) + "}", head + face.data[32:])


def font_table_part(fonts: dict[str, EmbeddedFont]) -> bytes:
    """The content of fontTable.xml; ``fonts`` is by relationship id."""
    families: dict[str, dict[str, tuple[str, EmbeddedFont]]] = {}
    for relation, font in fonts.items():
        families.setdefault(font.face.family, {})[font.face.slot] = (relation, font)
    parts = [f"{HEAD}<w:fonts {NAMESPACES}>"]
    for family, faces in sorted(families.items()):
        model = next(faces[slot] for slot in SLOTS if slot in faces)[1]
        embeds = "".join(
            f'<w:embed{slot} r:id="{faces[slot][0]}" w:fontKey="{faces[slot][1].key}"/>'
            for slot in SLOTS
            if slot in faces
        )
        facts = _facts(read_font(model.face.data))
        parts.append(f'<w:font w:name="{escape(family)}">{facts}{embeds}</w:font>')
    return "".join([*parts, "</w:fonts>"]).encode()


def _facts(facts: FontFile) -> str:
    """What Word looks for a substitute by, where it does not take the embedded font."""
    # Panose: 2 = Latin text; serif styles from 2 (cove) to 10, sans serif from 11.
    serif = facts.panose[1] < 11
    usb = " ".join(f'w:usb{i}="{bits:08X}"' for i, bits in enumerate(facts.unicode_ranges))
    csb = " ".join(f'w:csb{i}="{bits:08X}"' for i, bits in enumerate(facts.code_pages))
    family = "modern" if facts.fixed_pitch else "roman" if serif else "swiss"
    return (
        f'<w:panose1 w:val="{facts.panose.hex().upper()}"/><w:charset w:val="00"/>'
        f'<w:family w:val="{family}"/>'
        f'<w:pitch w:val="{"fixed" if facts.fixed_pitch else "variable"}"/>'
        f"<w:sig {usb} {csb}/>"
    )
