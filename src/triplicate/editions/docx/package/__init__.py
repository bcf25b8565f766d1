"""Packaging (stage 7c, second half): `ir.Document` to the bytes of a DOCX file.

python-docx is the layer of parts and relationships; the package starts empty, because its default
template brings styles and settings that validators refuse.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from triplicate.editions.docx import ir
from triplicate.editions.docx.package.body import Writer, story
from triplicate.editions.docx.package.fonts import embedded, font_table_part
from triplicate.editions.docx.package.late import Late
from triplicate.editions.docx.package.notes import notes_parts
from triplicate.editions.docx.package.numbering import numbering_part
from triplicate.editions.docx.package.pictures import Media, Pictures
from triplicate.editions.docx.package.sections import Furnisher, write_sections
from triplicate.editions.docx.package.settings import (
    core_part,
    custom_part,
    extended_part,
    settings_part,
)
from triplicate.editions.docx.package.styles import styles_part
from triplicate.editions.docx.package.theme import theme_part
from triplicate.editions.docx.package.zipped import deflated_font, zipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from docx.opc.part import Part

    from triplicate.layout.facts import LayoutFacts
    from triplicate.theme import FontFace

FONT_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
FONT_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"


def pack(document: ir.Document, facts: Callable[[], LayoutFacts | None] | None = None) -> bytes:
    """The document as a file; the same document gives the same bytes.

    ``facts`` is asked last, and only for a document that holds what the pages alone tell.
    """
    from docx.opc.constants import CONTENT_TYPE as CT
    from docx.opc.constants import RELATIONSHIP_TYPE as RT
    from docx.opc.package import OpcPackage

    package, late = OpcPackage(), Late(facts)
    body = _part("/word/document.xml", CT.WML_DOCUMENT_MAIN)
    package.relate_to(body, RT.OFFICE_DOCUMENT)
    core = _part("/docProps/core.xml", CT.OPC_CORE_PROPERTIES)
    core._blob = core_part(document.properties)
    package.relate_to(core, RT.CORE_PROPERTIES)
    app = _part("/docProps/app.xml", CT.OFC_EXTENDED_PROPERTIES)
    app._blob = extended_part()
    package.relate_to(app, RT.EXTENDED_PROPERTIES)
    if document.properties.custom:
        custom = _part("/docProps/custom.xml", CT.OFC_CUSTOM_PROPERTIES)
        custom._blob = custom_part(document.properties)
        package.relate_to(custom, RT.CUSTOM_PROPERTIES)
    for name, kind, relation, content in (
        ("styles", CT.WML_STYLES, RT.STYLES, styles_part(document)),
        ("settings", CT.WML_SETTINGS, RT.SETTINGS, settings_part(document)),
        ("numbering", CT.WML_NUMBERING, RT.NUMBERING, numbering_part(document)),
        ("theme/theme1", CT.OFC_THEME, RT.THEME, theme_part(document)),
    ):
        part = _part(f"/word/{name}.xml", kind)
        part._blob = content
        body.relate_to(part, relation)
    _add_fonts(document, body)
    _add_body(document, body, late)
    return zipped(package, late)


def prepare_fonts(faces: Iterable[FontFace]) -> None:
    """Compress the fonts that a document may embed, ahead of `pack`."""
    for face in faces:
        if face.embed:
            with suppress(OSError, ValueError):  # lowering tells which font cannot be read
                deflated_font(embedded(face.path).data)


def _part(name: str, kind: str) -> Part:
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    return Part(PackURI(name), kind, b"")


def _add_fonts(document: ir.Document, body: Part) -> None:
    from docx.opc.constants import CONTENT_TYPE as CT
    from docx.opc.constants import RELATIONSHIP_TYPE as RT

    table = _part("/word/fontTable.xml", CT.WML_FONT_TABLE)

    def relate(data: bytes) -> str:
        part = _part(f"/word/fonts/font{len(table.rels) + 1}.odttf", FONT_TYPE)
        part._blob = data
        return table.relate_to(part, FONT_RELATION)

    table._blob = font_table_part(document, relate)
    body.relate_to(table, RT.FONT_TABLE)


def _add_body(document: ir.Document, body: Part, late: Late) -> None:
    media = Media(document.images)

    def writer_of(part: Part) -> Writer:
        return Writer(late, _relater(part), Pictures(media, part, late))

    writer = writer_of(body)
    furnisher = Furnisher(body, _part, writer_of)
    inner = write_sections(document.sections, writer, furnisher)
    fill = f'<w:background w:color="{document.fill}"/>' if document.fill else ""
    body._blob = story("document", f"{fill}<w:body>{inner}</w:body>")
    _add_notes(document, body, writer_of)


def _add_notes(document: ir.Document, body: Part, writer_of: Callable[[Part], Writer]) -> None:
    from docx.opc.constants import CONTENT_TYPE as CT
    from docx.opc.constants import RELATIONSHIP_TYPE as RT

    parts = {
        "footnote": (_part("/word/footnotes.xml", CT.WML_FOOTNOTES), RT.FOOTNOTES),
        "endnote": (_part("/word/endnotes.xml", CT.WML_ENDNOTES), RT.ENDNOTES),
    }
    contents = notes_parts(document, lambda kind: writer_of(parts[kind][0]))
    for kind, content in contents.items():
        part, relation = parts[kind]
        part._blob = content
        body.relate_to(part, relation)


def _relater(part: Part) -> Callable[[str], str]:
    """A function that gives the relationship id of an external address in ``part``."""
    from docx.opc.constants import RELATIONSHIP_TYPE as RT

    links: dict[str, str] = {}

    def relate(address: str) -> str:
        # python-docx looks through all relationships for an equal one: too slow for many links.
        if address not in links:
            links[address] = f"rLink{len(links) + 1}"
            part.rels.add_relationship(RT.HYPERLINK, address, links[address], True)
        return links[address]

    return relate
