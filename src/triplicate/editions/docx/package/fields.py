"""Packaging (stage 7c): complex fields, and what Word's menus know a list of contents by."""

from __future__ import annotations

from triplicate.editions.docx.package.xml import escape


def field_begin(instruction: str, properties: str = "") -> str:
    """The runs before a field's result; ``properties`` is their ``<w:rPr>``, or nothing."""
    head = f"<w:r>{properties}"
    return (
        f'{head}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'{head}<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        f'{head}<w:fldChar w:fldCharType="separate"/></w:r>'
    )


def field_end(properties: str = "") -> str:
    """The run after a field's result."""
    return f'<w:r>{properties}<w:fldChar w:fldCharType="end"/></w:r>'


def in_gallery(inner: str) -> str:
    """Blocks as a building block of the kind "Table of Contents": Word offers to update it."""
    return (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        f"<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
    )
