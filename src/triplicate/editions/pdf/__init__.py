"""The printed edition: laid-out pages to one PDF that is PDF/UA-1 and PDF/A-2a at once.

Input: WeasyPrint's document from `triplicate.layout.engine.paginate`. Output: bytes. WeasyPrint
writes the PDF/A-2a; what PDF/UA-1 wants beyond it is added before the file is serialised.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from triplicate.editions.pdf.conformance import claim_pdf_ua
from triplicate.editions.pdf.meanings import has_languages
from triplicate.editions.pdf.streams import compress_streams
from triplicate.editions.pdf.structure import mend_structure
from triplicate.layout.drawing import readable_drawing
from triplicate.layout.tagging import recorded_tags

if TYPE_CHECKING:
    import pydyf
    from weasyprint.document import Document

_SRGB = "sRGB2014"


def write(document: Document) -> bytes:
    """Write the pages of ``document``.

    The bytes depend on the pages alone: dates come from the HTML's ``dcterms`` metadata, and
    the file identifier is a hash of the contents.
    """
    claim_pdf_ua(document.metadata)
    _set_output_intent(document)
    is_multilingual = has_languages(document._html.etree_element)
    with recorded_tags() as record, readable_drawing():

        def finish(document: Document, pdf: pydyf.PDF) -> None:
            mend_structure(pdf, record, is_multilingual)
            compress_streams(pdf)

        data: bytes = document.write_pdf(
            pdf_variant="pdf/a-2a", output_intent=_SRGB, finisher=finish
        )
    return data


def _set_output_intent(document: Document) -> None:
    """Name sRGB as the colour space, as PDF/A asks; WeasyPrint's own way leaves a file open."""
    from weasyprint import pdf
    from weasyprint.css import ColorProfile

    profile = Path(pdf.__file__).with_name(f"{_SRGB}.icc").read_bytes()
    document.color_profiles[_SRGB] = ColorProfile(
        BytesIO(profile), f"{_SRGB}.icc", "relative-colorimetric", (["r"], ["g"], ["b"])
    )
    document.output_intent = _SRGB
