"""Packaging (stage 7c): settings.xml and the document's properties."""

from __future__ import annotations

from triplicate.editions.docx import ir
from triplicate.editions.docx.package.languages import languages
from triplicate.editions.docx.package.marks import note_settings
from triplicate.editions.docx.package.xml import HEAD, NAMESPACES, attributes, escape, flag

COMPATIBILITY = {
    "compatibilityMode": "15",  # Word 2013 and later; less opens in "Compatibility Mode"
    "overrideTableStyleFontSizeAndJustification": "1",
    "enableOpenTypeFeatures": "1",
    "doNotFlipMirrorIndents": "1",
    "differentiateMultirowTableHeaders": "1",
}
# The theme's colours by the names that styles call them (ECMA-376 Part 1, 17.15.1.20).
COLORS = {
    "bg1": "light1",
    "t1": "dark1",
    "bg2": "light2",
    "t2": "dark2",
    **{f"accent{number}": f"accent{number}" for number in range(1, 7)},
    "hyperlink": "hyperlink",
    "followedHyperlink": "followedHyperlink",
}
MICROSOFT = "http://schemas.microsoft.com/office/word"
CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
CUSTOM_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


def settings_part(document: ir.Document) -> bytes:
    """The content of settings.xml (CT_Settings in schema order)."""
    embed = "<w:embedTrueTypeFonts/>" if any(font.faces for font in document.fonts) else ""
    even = any(section.even_differs for section in document.sections)
    mirrored = "<w:mirrorMargins/>" if document.mirrored else ""
    fill = "<w:displayBackgroundShape/>" if document.fill else ""
    # CSS draws the borders of pages inside of their headers and footers.
    borders = any(section.borders[1] for section in document.sections)
    apart = "<w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/>" if borders else ""
    broken = "<w:doNotExpandShiftReturn/>" if document.breaks_justified else ""
    compatibility = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="{MICROSOFT}" w:val="{value}"/>'
        for name, value in COMPATIBILITY.items()
    )
    return (
        f'{HEAD}<w:settings {NAMESPACES}><w:zoom w:percent="100"/>{fill}{embed}{mirrored}{apart}'
        '<w:defaultTabStop w:val="720"/>'
        f"{flag('autoHyphenation', document.hyphenated)}"
        f"{'<w:evenAndOddHeaders/>' if even else ''}"
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        f"{note_settings(document)}"
        f"<w:compat>{broken}{compatibility}</w:compat>"
        f"{attributes('themeFontLang', languages(document.properties.language))}"
        f"{attributes('clrSchemeMapping', COLORS)}"
        f'<w:decimalSymbol w:val="{document.separator}"/>'
        f'<w:listSeparator w:val="{";" if document.separator == "," else ","}"/></w:settings>'
    ).encode()


def core_part(about: ir.Properties) -> bytes:
    """The content of core.xml (ECMA-376 Part 2, 11)."""
    parts = [
        f'{HEAD}<cp:coreProperties xmlns:cp="{CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    ]
    fields = {
        "dc:title": about.title,
        "dc:creator": about.author,
        "cp:keywords": about.keywords,
        "dc:description": about.description,
        "cp:lastModifiedBy": about.author,
        "dc:language": about.language,
    }
    for name, value in fields.items():
        if value:
            parts.append(f"<{name}>{escape(value)}</{name}>")
    for name, value in (("created", about.created), ("modified", about.modified)):
        if value:
            parts.append(
                f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{escape(value)}</dcterms:{name}>'
            )
    return "".join([*parts, "</cp:coreProperties>"]).encode()


def custom_part(about: ir.Properties) -> bytes:
    """The content of custom.xml (ECMA-376 Part 1, 22.3); ids begin at 2, as Word wants."""
    parts = "".join(
        f'<property fmtid="{CUSTOM_FORMAT}" pid="{number}" name="{escape(name)}">'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(about.custom, 2)
    )
    return f'{HEAD}<Properties xmlns="{CUSTOM}" xmlns:vt="{VALUES}">{parts}</Properties>'.encode()


def extended_part() -> bytes:
    """The content of app.xml: which program to thank. Word counts pages and words itself."""
    return (
        f'{HEAD}<Properties xmlns="{EXTENDED}"><Application>triplicate</Application></Properties>'
    ).encode()
