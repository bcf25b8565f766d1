"""The PDF/UA-1 claim inside a PDF/A-2a's XMP metadata.

PDF/A-2 (ISO 19005-2, 6.6.2.3) allows properties of other schemas only where the packet itself
describes them, hence the extension schema.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from weasyprint.pdf.metadata import DocumentMetadata

_PDF_UA = """<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="">
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#" rdf:about="">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</rdf:RDF>"""


def claim_pdf_ua(metadata: DocumentMetadata) -> None:
    """Make ``metadata`` write the PDF/UA-1 identification along with its own.

    Raises:
        ValueError: WeasyPrint's packet no longer ends as expected.
    """
    generate = metadata.generate_rdf_metadata
    end = b"</rdf:RDF>"

    def generate_with_pdf_ua(variant: str, version: int, conformance: str | None) -> bytes:
        packet: bytes = generate(variant, version, conformance)
        if not packet.endswith(end):
            raise ValueError("expected WeasyPrint's XMP to end with </rdf:RDF>")
        return packet[: -len(end)] + _PDF_UA.encode()

    metadata.generate_rdf_metadata = generate_with_pdf_ua
